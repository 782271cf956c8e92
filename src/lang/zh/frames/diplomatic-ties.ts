import type { RelationKind } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { isA, type Token } from '../../../grammar/token.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import { base } from './base.js';

/** What is done with ties, apart from their name: 恢复与B的外交关系. */
const DONE =
  /(建立|确立|恢复|重建|断绝|切断|斩断|断|放弃|中断|终止|结束|中止|暂停|冻结)(?!了?的)了?(?:(?:同|与|和|跟|对)[^,。;:]{1,16}?)?(?:之间|间)?的?(?:所谓的?)?“?(?:正式|官方|直接|两国间?的?|全面|大使级|代办级|长期|双边|全部|一切|的)*$/;
/** What becomes of them, behind their name: 两国外交关系1972年升格为大使级. */
const BECOMES =
  /^”?(?:已|被|于|再次|正式|迅速|全面|得以|随即|[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|在[^,。]{2,8})*(恢复|重建|断绝|中断|破裂|终止|升格|降格|降级|降为)/;
const KINDS: readonly [RegExp, RelationKind][] = [
  [/建立|确立|恢复|重建/, 'established'],
  [/断|放弃|终止|结束|破裂/, 'broken'],
  [/中止|暂停|冻结/, 'suspended'],
  [/升格|降/, 'level'],
];
/** What is not done: wished for, asked, doubted, left undone. */
const OPEN =
  /没有?|尚?未|尚无|不[会愿能想得]?|拒绝|希望|呼吁|要求|敦促|推动|考虑|谈判|讨论|可能|是否|寻求|准备|愿|如果|若|威胁|打算|反对|阻止|旨在|为了|努力|条件|主张/;

/** Diplomatic ties that are set up, resumed, put on hold or broken, where the verb and the ties stand apart. */
export const diplomaticTies: Frame<Scene> = {
  id: 'zh/relation/ties',
  triggers: [{ cls: 'tie-noun' }],
  examples: [
    { text: '2019年9月,基里巴斯断绝了与台湾的所谓“外交关系”。', finds: ['relation broken KI,TW 2019-09'] },
    { text: '2016年12月26日,冈比亚恢复同中国的大使级外交关系。', finds: ['relation established CN,GM 2016-12-26'] },
    { text: '2024年4月6日,墨西哥宣布中止与厄瓜多尔政府的外交关系。', finds: ['relation suspended EC,MX 2024-04-06'] },
    { text: '荷兰与印度的外交关系1972年升格为大使级。', finds: ['relation level IN,NL 大使级 1972'] },
    { text: '冈比亚没有恢复与印度的外交关系。', finds: [] },
    { text: '冈比亚希望恢复与印度的外交关系。', finds: [] },
    { text: '冈比亚与印度2016年4月6日恢复自2010年中断的外交关系。', finds: ['relation established GM,IN 2016-04-06'] },
    { text: '丹麦外交部宣布,丹麦与乍得即日起恢复两国直接外交往来。', finds: ['relation established DK,TD'] },
    { text: '冈比亚与印度保持外交关系。', finds: [] },
  ],
  match(scene) {
    if (scene.isQuestion()) return [];
    const start = scene.clause[0]!.start;
    const led = scene.text.slice(start, scene.trigger.start);
    const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
    if (OPEN.test(led) || /^”?(?:的|谈判|可能)/.test(rest)) return [];
    const done = DONE.exec(led);
    const becomes = done ? null : BECOMES.exec(rest);
    const verb = done?.[1] ?? becomes?.[1];
    const modality = scene.modality();
    if (!verb || (modality !== 'actual' && modality !== 'planned')) return [];
    const parties = done ? sidesOf(scene, start + done.index) : codesOfParties(scene.parties(named(scene.before())));
    if (parties.length !== 2) return [];
    const kind = KINDS.find(([re]) => re.test(verb))![1];
    return [
      {
        ...base(scene, diplomaticTies.id, scene.wideSpan()),
        type: 'relation',
        kind,
        parties,
        level: kind === 'level' ? (/大使级|代办级|公使级/.exec(rest)?.[0] ?? null) : null,
        date: scene.date(false)?.value ?? null,
        modality,
      },
    ];
  },
};

/** Who acts, before the verb, and with whom, behind it. */
function sidesOf(scene: Scene, at: number): string[] {
  const led = named(scene.before().filter((t) => t.end <= at));
  const before = codesOfParties(scene.parties(led));
  // 这个岛国放弃…: whoever that is, it is not who acted before.
  const goesOn = /^(?:并且?|还|随后|随即|同时|也|又|宣布|决定)*$/.test(scene.text.slice(scene.clause[0]!.start, at));
  const own = before.length > 0 ? before : goesOn ? codesOfParties(scene.carried.filter((p) => p.kind !== 'place')) : [];
  // A与B恢复两国的外交关系: they themselves.
  const others = scene.before().filter((t) => t.start > at && !(own.length === 2 && isA(t, 'joint')));
  const behind = codesOfParties(scene.parties(named(others)));
  if (behind.length === 0) return own.length === 2 ? own : [];
  const self = own.filter((c) => !behind.includes(c));
  return behind.length === 1 && self.length === 1 ? [self[0]!, behind[0]!] : [];
}

function named(tokens: readonly Token[]): Token[] {
  return tokens.filter((t) => isA(t, 'state', 'pair', 'joint', 'person', 'title', 'organisation'));
}
