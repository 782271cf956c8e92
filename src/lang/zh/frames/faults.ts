import { isA } from '../../../grammar/token.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';

/** Words of blame that count where another state is what the clause is about: A说,B是…的帮凶, B一意孤行. */
const FAULTS =
  /帮凶|散[布播][^,]{0,16}(?:[信讯消]息|谣言|言论|谎言)|虚假|挑动|同谋|附庸|搅局|[^,]者破坏|破坏者|麻烦制造|战争贩子|侵略者|占领者|殖民(?:主义|者|统治|企图)|野心|傲慢|偏见|偏袒|操弄|操纵|滥用|无端|恶意|恶毒|敌意|敌对|仇视|仇恨|迫害|失信|赖账|背弃|违背承诺|言而无信|伪善|冷血|残酷|残忍|残暴|野蛮|暴政|独裁|专制|不民主|不道德|不义|不公(?!布|开|司)|不平等|歧视|贪婪|自私|狂妄|疯狂|歇斯底里|扰乱|搅乱|动荡|混乱|不稳定(?:的?根源|因素)?|倒退|恶果|苦果|自食其果|毒化|激化|引火烧身|一意孤行|执迷不悟|变本加厉|得寸进尺|肆意|为所欲为|我行我素|明目张胆|赤裸裸|悍然|公然|丑陋|丑恶|罪恶|罪行|罪责|不予接受|(?:未|没有?|不|拒不|从未|从不)(?:履行|兑现|遵守|尊重|执行|守信|信守|正视|承认错误)|逃避|掩盖|粉饰|狡辩|抵赖|倒打一耙|贼喊捉贼|单方面(?:改变|采取|行动|撕毁|退出)|改变现状|武断|不正当|没有(?:权利|资格|理由|根据|依据|诚意)|毫无(?:意义|诚意|道理|信誉)|恐怖主义(?:国家|政权|行为)|(?:制造|造成|带来|引发|挑起|加剧)[^,]{0,16}(?:灾难|痛苦|苦难|混乱|动荡|紧张|对抗|分裂|危机|冲突|威胁|麻烦|人道主义)|根源|祸根|罪魁|应(?:该|当)?[对为][^,]{1,24}负(?:全部|主要|全)?责/;
/** What somebody is spared, asked or warned against is no fault of theirs. */
const SPARED =
  /(?:平息|因|由于|就|遭遇|遭到|被|避免|防止|制止|反对|抵制|遏制|打击|消除|克服|应对|结束|停止|不[会愿能应要]|不是|并非|没有参与|摆脱|受害|遭受|面临|承受|谴责|帮助|支持|呼吁|希望|可能|若|如果|是否)[^,]{0,14}$/;

/** The blame that a clause about another state than `by` tells in speech, with where its word stands in the clause; nothing where it tells none. */
export function faultOf(
  scene: Scene,
  content: number,
  by: readonly string[],
  told: number,
): { stance: 'criticise'; at: number; held: boolean } | undefined {
  if (scene.registers.speaker === null || by.length !== 1) return undefined;
  const said = scene.clause.slice(content);
  const first = said.findIndex(
    (t) => !isA(t, 'time') && !/^[“「]|^(?:但|但是|而|而且|并且|因为|正是|正是因为|此前|显然|事实上|目前|现在|是|就是)$/.test(t.text),
  );
  const subject = said[first];
  if (!isA(subject, 'state', 'organisation', 'person', 'title')) return undefined;
  const codes = codesOfParties(scene.parties([subject!]));
  if (codes.length === 0 || codes.some((c) => by.includes(c))) return undefined;
  const start = scene.clauseSpan().start + told;
  const text = scene.text.slice(start, scene.clauseSpan().end);
  const from = subject!.end - start;
  const m = FAULTS.exec(text.slice(from));
  // 巴勒斯坦人民遭遇的不公: those who suffer.
  if (!m || /^(?:人民|人|平民|民众|百姓|妇女|儿童|难民)/.test(text.slice(from)) || SPARED.test(text.slice(from, from + m.index)))
    return undefined;
  return { stance: 'criticise', at: from + m.index, held: false };
}
