import { type Chart, type Edge, entry } from '../../../grammar/chart.js';
import type { NamedValue, StateValue } from '../token.js';
import { codesIn } from './codes-in.js';

/** What a dialogue is about or who holds it: a dialogue needs a topic. */
const TOPIC =
  '(?:战略|安全|经济|人权|高层|政党|防务|海洋|网络|人文|能源|环境|国防|外交|政策|部长级|副部长级|副外长级|高级别?|气候变化?|数字|贸易|投资|商务|财金|科技|领事|海事|反恐|军控|农业)';
/** Heads of bodies that a pair and a topic name: 中蒙矿能和互联互通合作委员会. */
const HEAD = `(?:委员会|混委会|联委会|工作组|对话机制|磋商机制|会晤机制|合作机制|交流机制|协调机制|对话会|(?:商务|工商|合作|协调|投资)理事会|${TOPIC}对话)`;
const PAIRED = new RegExp(`^[\\u4e00-\\u9fff“”、-]{0,18}?${HEAD}(?:[\\u4e00-\\u9fff]{2,10}?(?:分委会|分委员会|工作小组))?`);
/** Consultations are a body where their rounds are counted: 外交政策磋商第15次会议. */
const COUNTED = new RegExp(`^[\\u4e00-\\u9fff]{0,8}?${TOPIC}(?:政策)?磋商(?=第)`);
/** Words that no name of a body has inside. */
const NOT_INSIDE =
  /(?:磋商|对话|机制|会晤|委员会)、|[的在将与同是了向对为由]|双方|两国|关系|举行|召开|建立|成立|主持|出席|参加|加强|推动|扩大|开展|深化|进行|继续|领导人|主席|总统|总理(?!定期)|人民|企业家?(?!委员)|代表团/;
/** What two states joined by a word have together, and not the second of them alone. */
const SHARED =
  /政府间|联合|混合|双边|合作|经贸|经济|贸易|投资|边界|边境|国界|划界|划定|勘界|高级|混委会|联委会|对话|磋商|机制|工作组|理事会/;
const OWN = /国会|议会|参议院|众议院|议院|党|军委|奥委|中央|全国|国家(?!间)|联邦(?!政府间)|人民/;

/** Bodies that begin with their two states, whatever their topic: 中印边界问题特别代表会晤机制, 哈萨克斯坦与德国经济合作工作组. */
export function addBodies(chart: Chart): void {
  for (const pair of chart.edges.filter((e) => e.cls === 'pair')) {
    bodyAt(chart, pair.start, pair.end, false);
    // 中匈塞联合工作组: of three.
    const third = thirdBefore(chart, pair.start);
    if (third !== undefined) bodyAt(chart, pair.start - 1, pair.end, false, [third]);
  }
  for (const first of chart.edges.filter((e) => e.cls === 'state')) {
    const join = /^[和与同及]/.exec(chart.text.slice(first.end, first.end + 1));
    const second = join ? chart.longestFrom(first.end + 1, 'state') : undefined;
    if (second && isOne(first) && isOne(second)) bodyAt(chart, first.start, second.end, true);
  }
}

/** 中 in 中匈塞: a third state in one character before a pair; 12日 and 期中 are none. */
function thirdBefore(chart: Chart, at: number): string | undefined {
  const e = /[中美俄韩日]/.test(chart.char(at - 1)) ? chart.longestTo(at, 'abbr') : undefined;
  if (!e || e.end - e.start !== 1 || /[\d今昨明当次翌同首期国]/.test(chart.char(at - 2))) return undefined;
  return chart.endingAt(at).some((w) => w.rule === 'word' && w.end - w.start > 1) ? undefined : entry(e).value;
}

function isOne(e: Edge): boolean {
  const { codes } = e.value as StateValue;
  return codes.length === 1 && codes[0]!.length === 2 && codes[0] !== 'EU' && codes[0] !== 'UN';
}

function bodyAt(chart: Chart, start: number, statesEnd: number, joined: boolean, first: readonly string[] = []): void {
  const rest = chart.text.slice(statesEnd, Math.min(chart.span.end, statesEnd + 34));

  const found = PAIRED.exec(rest) ?? COUNTED.exec(rest);
  if (!found || NOT_INSIDE.test(found[0].replace(/对话(?!、)/, ''))) return;
  if (joined && (!SHARED.test(found[0]) || OWN.test(found[0]) || isDone(chart, statesEnd, statesEnd + found[0].length))) return;
  const end = statesEnd + found[0].length;
  const codes = [...new Set([...first, ...codesIn(chart, start, end)])];
  if (
    codes.length !== 2 + first.length ||
    /^(?:成员|主席|主任|各|和合作|与合作)/.test(chart.text.slice(end, end + 3)) ||
    isKnown(chart, start, end)
  )
    return;
  const name = chart.text.slice(start, end);
  chart.add({ start, end, cls: 'body', value: { name, codes } satisfies NamedValue, stage: 3, rule: 'zh/body' });
}

/** 中国和印度发挥中印…机制: what the two do with a body of another name. */
function isDone(chart: Chart, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (chart.startingAt(at).some((e) => e.end <= end && e.end - e.start > 1 && /^(?:pair|state|lv|say|will|mod)$/.test(e.cls)))
      return true;
  return /发挥|用好|利用|完善|支持|同意|商定|赞赏|借助/.test(chart.text.slice(start, end));
}

/** Whether an office or another body already reads the same words. */
function isKnown(chart: Chart, start: number, end: number): boolean {
  return chart.startingAt(start).some((e) => e.end >= end && /^(?:title|person|body|session|document)$/.test(e.cls));
}
