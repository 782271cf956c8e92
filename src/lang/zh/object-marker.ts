import { isA, type Token } from '../../grammar/token.js';

/** 将X列为…, 将X运往…: the word marks an object. */
export const OBJECT_LED =
  /^将[^,。]{2,40}?(?:指向|推向|推至|列为|列入|视为|视作|称为|称作|作为|评为|认定为|归咎于|定为|告上|纳入|比[作拟]|当作|看作|赶出|驱逐出|拉[到入]|翻译成|绳之以法|强加|国有化|正式化|放[在到]|分隔|转运|带[入到]|置于|混为|输入|送[往上回到]|转化|变[成为]|升级成|[打建锻]造成|塑造成|建设成|移交|改[成为名]|拖[入进]|推[到入]|运[往到回入]|归还|交[给到还付由]|转移|转向|[联结]合起来|联系起来|延长|定性|还给|(?:大使|代办|外交官|人员)召回|引渡[给到至回]|遣返|遣送|移送|诉诸|诉至|告到|派往|调往|部署[到至在]|调派至|[召叫请]至|[召叫请]到)|^将(?:双边|两国|[同与和对][^,。]{1,12}?)?的?(?:双边|外交)?关系(?:从[^,。]{2,16}?)?(?:提升|升级|升格|降[低级格]?)[为至到]/;

/** What may stand behind 将 as the object that it marks, and never as the verb of a plan. */
const THING = ['state', 'pair', 'joint', 'person', 'measure', 'title', 'count', 'organisation', 'document'] as const;

/** Words that end an act upon what 将 marks: 移交, 列入, 视为, 剔除, 与…联系. */
const RESULT =
  /[为至到入期]$|^移交|^交给|^列入|^移出|^排除|^剔除|^告上|^诉至|^延长|^提高|^驱逐|^逐出|^撤[离出]|^归还|^联系|^挂钩|^相比|^限制在|^集中在|^用于|^召回|^引渡|^遣返|^送[回往]|^转交|^[上下]调|^推迟|^释放|^扣押|^逮捕|^送?[给予]|^赠|^送给/;

/** Verbs that name what is done to an object before them: 将两名外交官驱逐出境, 将银行列入制裁名单. */
const DONE_TO = /^(?:列入|列为|驱逐出境|剔除|逐出|移交)/;

/** What stands in the clause of a trigger. */
interface Around {
  readonly clause: readonly Token[];
  readonly at: number;
  readonly trigger: Token;
  readonly text: string;
}

/** What makes 将 a word of time, whatever closes the clause: 将很快把B列为…, 将于6月将B列入…. */
const TO_COME =
  /^将(?:把|会|继续|于|在|对|与|同|向|从|被|和|由|以|有|是|不|很快|尽快|正式|再次|考虑|讨论|宣布|公布|决定|通过|根据|依法|力争|努力)|.[将把]/;

/** Whether 将 (`t`) marks an object in the clause of the trigger (将X列为…, 已将X移交) and says nothing of time. */
export function marksObjectOf(scene: Around, t: Token): boolean {
  const i = scene.clause.indexOf(t);
  if (/^(?:归咎|归因|归功|归结)于/.test(scene.trigger.text)) return true;
  // 宣布将包括B大使在内的10名使节列为…: the verb of the clause ends what opens with the word.
  const led = OBJECT_LED.exec(scene.text.slice(t.start, scene.trigger.end))?.[0];
  const previous = scene.clause[i - 1]?.text ?? '';
  const isMeant = /^(?:寻求|试图|企图|打算|准备|有意|计划|希望|要求|想|愿|欲|拟|要|可|会|能)$/.test(previous);
  if (led && !isMeant && t.start + led.length >= scene.trigger.start && !TO_COME.test(led)) return true;
  if (/^(?:已|已经|现已|早已|曾|遂|正式)$/.test(previous)) return true;
  const next = scene.clause[i + 1];
  // A与B将关系提升为战略伙伴关系: no verb stands behind it.
  if (/^(?:双边)?关系(?:提升|升级|升格|定位)/.test(scene.text.slice(t.end, t.end + 8))) return true;
  // 将近四年: nearly.
  if (/^近[^日期]/.test(next?.text ?? '')) return true;
  // 将对B的关税提高至五成.
  if (/^对[^,。]{1,14}的[^,。]{0,8}(?:关税|税率)/.test(scene.text.slice(t.end, t.end + 28))) return true;
  const named =
    isA(next, ...THING) || /^(?:第[一二三四五六七八九十\d]|该|其|此|这|上述|部分|全部|所有|一[艘架批名把幅套尊件])/.test(next?.text ?? '');
  if (named) return scene.clause.slice(i + 1, Math.max(scene.at + 1, i + 6)).some((x) => RESULT.test(x.text));
  return i + 1 < scene.at && DONE_TO.test(scene.trigger.text) && next!.edges.length === 0;
}

/** The same where the plan of one clause goes on in the next: `t` stands in `clause` before the trigger's. */
export function marksObjectIn(clause: readonly Token[], t: Token): boolean {
  const from = clause.indexOf(t);
  const next = clause[from + 1];
  const led = clause
    .slice(from)
    .map((x) => x.text)
    .join('');
  if (OBJECT_LED.test(led) && !/^将(?:把|会|继续|于|在)/.test(led)) return true;
  if (/^近[^日期]/.test(next?.text ?? '')) return true;
  return isA(next, 'state', 'measure', 'joint', 'organisation', 'title', 'count') && clause.some((x) => /[为至到入]$/.test(x.text));
}
