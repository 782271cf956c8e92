import type { Scene } from '../scene.js';

/** What a side believes that will come of its dealings with another, as a view: the word for it, of whom, that it will be, and what good. */
const BELIEVES = /^(?:相信|坚信|深信|确信)$/;
const TO_COME =
  /(?:关系|合作|友谊|友好|此访|访问|两国|双方|双边|交往|往来|联系|对话|峰会|会议|会晤|论坛|协定|协议|文件|基金|项目)[^,]{0,24}(?:必?将|必定|一?定能?|能够?|可以|会|有能力|有望)[^,]{0,24}(?:推动|促进|深化|巩固|拉近|造福|提升|取得|开创|开辟|迈[上入向]|增进|加强|扩大|带来|注入|美好|密切|丰硕|发展|作出|发挥|提供|增添|结出|构建|成为|焕发|保持|实现|管控|有助于|助力|拓展|丰富|夯实|再上)/;
/** 相信在双方共同努力下,…: what is believed stands in the next clause. */
const OPENS = /(?:相信|坚信|深信|确信)[^,]{0,2}(?:在|随着|通过|经过|有了?|只要)[^,]{2,30}$/;

/** The view of one who believes in what is to come of a relation; nothing where the clause tells no such thing. `told` is what stands behind the word for it. */
export function believedIn(scene: Scene, says: number, told: string): { stance: 'support'; at: number; held: boolean } | undefined {
  const isHere = says >= 0 && BELIEVES.test(scene.clause[says]!.text);
  if (!isHere && !opensBefore(scene)) return undefined;
  return TO_COME.test(told) ? { stance: 'support', at: 0, held: true } : undefined;
}

function opensBefore(scene: Scene): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  return led !== undefined && OPENS.test(scene.text.slice(led[0]!.start, led[led.length - 1]!.end));
}
