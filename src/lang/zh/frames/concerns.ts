import { isGroup } from '../../../knowledge/countries.js';
import { codesIn } from '../phrases/codes-in.js';
import type { Scene } from '../scene.js';
import { isOutsider } from './asked-of.js';

/** Words that show a sentence to be about more than one state's own affairs. */
export const ABROAD =
  /两[国党军]|双方|双边|三[国方]|各[国方]|(?:欧洲|西方|阿拉伯|海湾|非洲|拉美|中亚|有关|相关|当事|成员)(?:各国|国家|国)|国际|世界|全球|地区|中东|半岛|局势|危机|冲突|周边|多边|联合国|关系|外国|他国|别国|第三国|海外|邻国|伙伴|盟[友国约]|(?<!执政)联盟|同盟|结盟|[欧东非北]盟|合作|和平|停火|战(?!略)|制裁|关税|[出进]口|协[议定]|条约|公约|谈判|磋商|会[谈晤]|对话|外交|主权|领土|领空|领海|海峡|海域|[红南东黑地中]+海|干涉|侵犯|核|导弹|飞弹|[驻撤派出]军|军事|军队|边境|难民|援助|访|峰会|使馆|权利|反[应制击]|回[应击]/;

/** Whether the story is about this state and others beside the pair that it opens with. */
export function isOfStory(scene: Scene, by: string): boolean {
  return (scene.cast.named.get(by) ?? 0) >= 3 && scene.cast.named.size > 1;
}

/** Whether the passage is about a state's dealings with another: it names one, or the story's pair has it. */
export function concernsOthers(scene: Scene, by: string): boolean {
  const pair = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  if ((pair.includes(by) && pair.length > 1) || isGroup(by)) return true;
  const { chart, span } = scene.sentence;
  const told = scene.text.slice(span.start, span.end);
  return (
    codesIn(chart, span.start, span.end).some((c) => c !== by) ||
    ((scene.registers.pair === null || isOutsider(scene, by, told)) && ABROAD.test(told))
  );
}
