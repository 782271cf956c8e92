import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Scene } from '../scene.js';
import type { NamedValue } from '../token.js';
import { partiesOf } from './agreement-parties.js';
import { base } from './base.js';
import { event, isRelative } from './events/make.js';

/** What an agreement is after the act. */
const AFTER = { 'entry-into-force': 'in-force', ratification: 'ratified', suspension: 'suspended', withdrawal: 'ended' } as const;

/** So many characters on, a treaty is no longer the one told of before. */
const FAR = 200;

/** Papers of many states, which are no matter of the two of a passage: 不扩散核武器条约, 巴黎协定. */
const OF_MANY = /扩散|气候|巴黎协|全球|国际|太平洋|全面禁|化学武器|化武|海洋法|开放天空|关贸|公约/;

/** Whose the agreement is that was told of shortly before. */
function nearby(scene: Scene): readonly string[] | undefined {
  const { document } = scene.registers;
  return document && scene.clauseSpan().start - document.span.end < FAR ? document.parties : undefined;
}

/** What becomes of an agreement: it enters into force, a parliament ratifies it, one side ends it. */
export const treatyLife: Frame<Scene> = {
  id: 'zh/event/treaty-life',
  triggers: [{ cls: 'v', values: ['entry-into-force', 'ratification', 'suspension', 'withdrawal'] }],
  examples: [
    { text: '2020年8月1日,《越南与欧盟自由贸易协定》正式生效。', finds: ['event entry-into-force EU,VN 2020-08-01'] },
    { text: '2020年6月8日,越南国会批准《越南与欧盟自由贸易协定》。', home: 'VN', finds: ['event ratification EU,VN 2020-06-08'] },
    {
      text: '俄罗斯与挪威2010年签署《海洋划界条约》。2023年,俄罗斯宣布退出该条约。',
      finds: [
        'event signing NO,RU 2010',
        'agreement 海洋划界条约 NO,RU signed',
        'event withdrawal NO,RU 2023',
        'agreement 海洋划界条约 NO,RU ended',
      ],
    },
    {
      text: '肯尼亚与荷兰2010年签署《航空协定》。2013年,肯尼亚多次威胁退出该协定。',
      finds: ['event signing KE,NL 2010', 'agreement 航空协定 KE,NL signed', 'event threat KE,NL 2013'],
    },
    { text: '新规定今天生效。', finds: [] },
    { text: '芬兰与挪威关系紧张。挪威退出禁止化学武器公约。', finds: [] },
    { text: '挪威总统说,挪威和芬兰要加快两国投资协议的批准进程。', finds: [] },
  ],
  match(scene) {
    const kind = scene.word('v')!.value as 'entry-into-force' | 'ratification' | 'suspension' | 'withdrawal';
    if (isRelative(scene) || scene.isQuestion() || /^(?:进程|程序|手续|工作)/.test(scene.text.slice(scene.trigger.end))) return [];
    const named = [...scene.clause, ...(scene.clauses[scene.clauseAt - 1] ?? [])]
      .map((t) => as(t, 'document')?.value as NamedValue | undefined)
      .find((d) => d !== undefined);
    const text = scene.text.slice(scene.clause[0]!.start, scene.clauseSpan().end);
    const referred = /(?:该|这项|这一|此|上述)(?:协定|协议|条约|公约|文件)/.test(text) || /^(?:协定|协议|条约)/.test(text);
    const noun = scene.clause.some((t) => isA(t, 'agreement-noun') && /协定|协议|条约/.test(t.text));
    // 签署协定,9月生效: the clause before has the document, and this one no subject.
    const before = scene.ownSubject().length === 0 && (scene.clauses[scene.clauseAt - 1] ?? []).some((t) => isA(t, 'agreement-noun'));
    // 条约由两国总统签署,A议会先后批准.
    const isOfParliament =
      kind === 'ratification' &&
      scene.after().length === 0 &&
      /议会|国会|杜马|大呼拉尔|联邦委员会|参议院|众议院|上院|下院/.test(text) &&
      scene.clauses.slice(0, scene.clauseAt).some((c) => c.some((t) => isA(t, 'agreement-noun', 'document')));
    const held = referred || noun || before || isOfParliament ? nearby(scene) : undefined;
    if (OF_MANY.test(text) && (named?.codes.length ?? 0) < 2 && !referred) return [];
    const parties = named
      ? named.codes.length >= 2
        ? named.codes
        : partiesOf(scene, true)
      : (held ?? (noun ? (scene.registers.pair?.value ?? []) : []));
    if (parties.length < 2) return [];
    if ((kind === 'suspension' || kind === 'withdrawal') && !/终止|中止|退出|暂停/.test(scene.trigger.text)) return [];
    const actors = scene.ownSubject().filter((p) => p.kind !== 'place' && p.kind !== 'joint');
    if (kind === 'withdrawal' && /(?:威胁|扬言)(?:要|将|会)?$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) {
      const by = actors.length > 0 ? actors : [...scene.carried];
      const more = [...parties];
      return by.length > 0 ? [event(scene, { rule: treatyLife.id, kind: 'threat', actors: by, more, modality: 'actual' })] : [];
    }
    if (kind === 'entry-into-force' && !scene.date()?.own && !(/正式生效/.test(text) && scene.modality() === 'actual')) return [];
    if (kind !== 'entry-into-force' && actors.length === 0 && scene.carried.length === 0) return [];
    const told = event(scene, {
      rule: treatyLife.id,
      kind,
      actors: kind === 'entry-into-force' ? [] : actors.length > 0 ? actors : [...scene.carried],
      more: [...parties],
    });
    // 退出该协议: the paper of which the story told before.
    const paper = referred && !named ? scene.registers.document : null;
    // 希望批准该协议: not done.
    const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
    const isWished = /(?:希望|期待|期盼|盼|愿意?|争取|尽[快早]|推动|呼吁|敦促|要求|应|将|计划|准备)[^,]{0,12}$/.test(led);
    if (!paper || isWished || scene.modality() !== 'actual') return [told];
    return [
      told,
      {
        ...base(scene, treatyLife.id, scene.clauseSpan()),
        type: 'agreement',
        name: paper.name,
        parties: [...parties],
        status: AFTER[kind],
        date: null,
      },
    ];
  },
};
