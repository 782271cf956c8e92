import type { EventKind } from '../../../../model/statement.js';
import type { Scene } from '../../scene.js';

/** 俄军打击乌军目标, 对B目标进行打击: 打击 by an army at an army or a place, and not at crime. */
export function isStrike(scene: Scene): boolean {
  const span = scene.clauseSpan();
  const text = scene.text.slice(span.start, span.end);
  if (
    /犯罪|恐怖主义|走私|贩毒|毒品|腐败|诈骗|偷渡|盗版|假冒|极端主义|三股势力|网络|经济|信心|制裁|供应链|产业|重大打击|沉重打击/.test(text)
  )
    return false;
  // 使用导弹,对B的基地实施打击: what it is done with stands in the clause before.
  const isDone = scene.at === 0 || /实施|进行|了$/.test(scene.text.slice(scene.trigger.start - 4, scene.trigger.end));
  const led = ((isDone && scene.clauses[scene.clauseAt - 1]) || scene.clause)[0]!.start;
  return /[\u4e00-\u9fff]军|部队|卫队|空军|导弹|飞弹|战机|无人机|军方|武装/.test(scene.text.slice(led, scene.clauseSpan().end));
}

/** 台风袭击, 热带气旋“某某”袭击: by no side. */
export function isOfNature(scene: Scene): boolean {
  const lead = scene.text.slice(Math.max(scene.sentence.span.start, scene.trigger.start - 16), scene.trigger.start);
  return /(?:台风|飓风|气旋|热带风暴|地震|海啸|暴雨|洪水|寒潮|热浪|龙卷风|疫情|病毒|蝗虫|鲨鱼)(?:“[^”]{1,8}”)?(?:的)?$/.test(lead);
}

/** 外交冲突升级, 结束两国的对峙, 促进合作、联合演习的协定: a quarrel in words, a fight that ends, a drill that is a matter among others. */
export function isNoFight(scene: Scene, kind: EventKind): boolean {
  const { start, end } = scene.clauseSpan();
  const lead = scene.text.slice(start, scene.trigger.start);
  if (kind === 'joint-exercise') return lead.endsWith('、') && /协[定议]|备忘录|合作、/.test(scene.text.slice(start, end));
  return (
    kind === 'clash' &&
    (/(?:结束|终结|化解|缓解)[^,。]{0,16}$/.test(lead) ||
      (/冲突$/.test(scene.trigger.text) && /(?:外交|贸易|经贸|关税|利益|文化|言语|意见)$/.test(lead)))
  );
}
