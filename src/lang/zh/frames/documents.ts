import type { AgreementStatus, Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { asGovernments } from '../governments.js';
import { codesOfParties } from '../parties.js';
import { codesIn } from '../phrases/things.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import type { NamedValue } from '../token.js';
import { describedName } from './agreement-name.js';
import { boundBy, ofPassage, partiesOf } from './agreement-parties.js';
import { statusOf } from './agreement-status.js';
import { isAsked } from './events/act-limits.js';
import { event, isRelative, objectOf, twoSides } from './events/make.js';
import { isSeveral, isUnsigned, WITH_MANY } from './no-paper.js';

/** A与B签署《…》, 达成协议: the act itself. */
export const signing: Frame<Scene> = {
  id: 'zh/event/signing',
  triggers: [{ cls: 'v', values: ['signing', 'agreement'] }],
  examples: [
    { text: '2020年11月15日,中国与日本等国签署《区域全面经济伙伴关系协定》。', finds: ['event signing CN,JP 2020-11-15'] },
    {
      text: '2016年3月18日,欧盟与土耳其在布鲁塞尔就难民问题达成协议。',
      finds: ['event agreement EU,TR 2016-03-18', 'agreement 协议 EU,TR signed'],
    },
    { text: '2025年5月6日,英国和印度达成协议。', finds: ['event agreement GB,IN 2025-05-06', 'agreement 协议 GB,IN signed'] },
    { text: '美国和伊朗接近达成协议。', finds: [] },
    { text: '双方将落实所达成的共识。', finds: [] },
    { text: '2015年5月22日,美国与古巴未就重开大使馆达成协议。', finds: [] },
  ],
  match(scene) {
    const kind = scene.word('v')!.value as 'signing' | 'agreement';
    const span = scene.clauseSpan();
    // 条约签署20周年: the signing is long past.
    if (/^\d{1,3}(?:多|余)?周年/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 8))) return [];
    if (
      scene.isNested() ||
      scene.isQuestion() ||
      /总统令|法令|命令|法案|行政令|法律/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))
    )
      return [];
    const before = scene.before();
    const dated = kind === 'signing' && isDatedRelative(scene);
    if ((isRelative(scene) && !dated) || before[before.length - 1]?.text.endsWith('所')) return [];
    if (kind === 'agreement' && isAsked(scene)) return [];
    if (before.some((t) => /^(?:未|未能|没有|没能|尚未|难以|无法|拒绝|寻求|重返)/.test(t.text))) return [];
    const own = dated ? signersOf(scene) : scene.ownSubject();
    const subject = own.length > 0 ? own : scene.subject();
    const actors = asGovernments([...subject, ...scene.marked('with')], scene.text).filter((p) => p.kind !== 'place');
    if (kind === 'agreement') {
      if (own.length === 0 && !scene.has(before, 'joint')) return [];
      const reached = scene.word('v')!.notes === 'reach';
      const rest = scene.text.slice(scene.trigger.end, span.end);
      if (reached && !/^[^的]{0,24}(?:协[议定]|谅解|和解|停火|停战)/.test(rest)) return [];
      if (!twoSides(actors) || (!reached && !isDone(scene, actors))) return [];
      const out: Draft[] = [event(scene, { rule: signing.id, kind, actors })];
      if (/协议$/.test(scene.trigger.text) && scene.modality() === 'actual')
        out.push(document(scene, '协议', codesOfParties(actors), 'signed', scene.clauseSpan()));
      return out;
    }
    const bought = scene.after().find((t) => isA(t, 'v') && (as(t, 'v')!.value as Entry).value === 'purchase');
    if (bought) return [];
    const inside = codesIn(scene.sentence.chart, span.start, span.end);
    const referred = /(?:该|这项|这一|此|上述)(?:协定|协议|条约|公约|文件|合同)/.test(scene.text.slice(span.start, scene.trigger.start))
      ? (scene.registers.document?.parties ?? [])
      : [];
    const codes = codesOfParties(actors).length >= 2 ? [] : [...inside, ...referred.filter((c) => !inside.includes(c))];
    if (codesOfParties(actors).length + codes.length === 0) return [];
    if (new Set([...codesOfParties(actors), ...codes]).size < 2) return [];
    const past = dated && own.length < scene.ownSubject().length;
    const told = event(scene, {
      rule: signing.id,
      kind,
      actors,
      more: codes,
      object: objectOf(scene.after(), scene.text),
      ...(past ? { modality: 'actual' as const } : {}),
    });
    if (told.type === 'event' && told.countries.length <= 3 && told.modality !== 'denied')
      scene.registers.signed = {
        codes: told.countries,
        done: told.modality === 'actual',
        date: told.roles.date?.basis === 'stated' ? told.date : null,
        span: scene.trigger,
        sentence: scene.sentence.span,
      };
    return [told];
  },
};

/** 就…达成协议, or A与B达成协议 as a fact: what is hoped for, near or a condition is not done. */
function isDone(scene: Scene, actors: readonly Party[]): boolean {
  if (/就|在/.test(scene.text.slice(scene.clauseSpan().start, scene.trigger.start))) return true;
  return (
    /^达成了?协[议定]$/.test(scene.trigger.text) &&
    scene.modality() === 'actual' &&
    scene.after().every((t) => t.text === '。') &&
    actors.every((p) => !p.inherited) &&
    !scene
      .before()
      .some((t) => isA(t, 'will', 'goal') || /接近|即将|有望|距离|旨在|一旦|如果|若|能否|是否|推动|促成|促使|为了?$/.test(t.text))
  );
}

/** A与B5月签署的协议, A与B将在5月前签署修建…的协议: a signing with its own time or tense, though the document is what the clause is about. */
function isDatedRelative(scene: Scene): boolean {
  const after = scene.after();
  const of = after.findIndex((t) => t.text === '的');
  if (of < 0 || of > 8 || !after.slice(of + 1, of + 5).some((t) => isA(t, 'agreement-noun', 'document'))) return false;
  const sides = [...scene.ownSubject(), ...scene.marked('with')].filter((p) => p.kind !== 'place');
  return twoSides(sides) && scene.before().some((t) => isA(t, 'time') || /^(?:将|将于|拟|计划|期间)$/.test(t.text));
}

/** 承诺将履行A今年7月同B签署的协议: who signed stands behind the last verb before it. */
function signersOf(scene: Scene): Party[] {
  const before = scene.before();
  const cut = before.findLastIndex((t) => isA(t, 'will', 'say', 'mod'));
  const near = scene.parties(before.slice(cut + 1).filter((t) => isA(t, 'person', 'title', 'joint', 'pair')));
  return cut >= 0 && near.length > 0 ? near : scene.ownSubject();
}

/** Agreements by name, and those that a sentence describes: 《…》, 越南与欧亚经济联盟的自贸协定. */
export const documents: Frame<Scene> = {
  id: 'zh/agreement',
  triggers: [{ cls: 'document' }, { cls: 'agreement-noun' }, { cls: 'v', values: ['signing', 'agreement', 'statement'] }],
  examples: [
    { text: '《越南与欧盟自由贸易协定》已于2020年8月1日生效。', finds: ['agreement 越南与欧盟自由贸易协定 EU,VN in-force'] },
    { text: '双方同意加快落实越南与韩国的自由贸易协定。', finds: ['agreement 自由贸易协定 KR,VN in-force'] },
    { text: '公司与员工签订劳动合同。', finds: [] },
    {
      text: '波兰与格鲁吉亚签署了避免双重征税协定和引渡条约。',
      finds: ['agreement 避免双重征税协定 GE,PL signed', 'agreement 引渡条约 GE,PL signed', 'event signing GE,PL'],
    },
    {
      text: '澳大利亚与新加坡、泰国都签有自由贸易协定。',
      finds: ['agreement 自由贸易协定 AU,SG signed', 'agreement 自由贸易协定 AU,TH signed'],
    },
    { text: '泰国与柬埔寨达成停火协议。', finds: ['agreement 停火协议 KH,TH signed'] },
    { text: '泰国将两国所达成的各项共识和协议落到实处。', finds: [] },
    { text: '法国提醒伊朗维也纳外交关系公约的规定。', finds: [] },
    {
      text: '日本首相与菲律宾总统举行会谈,同意签署《物品劳务相互提供协定》。',
      finds: ['agreement 物品劳务相互提供协定 JP,PH proposed'],
    },
    {
      text: '泰国与老挝签署了多份文件,包括泰老边界条约和两国在新闻领域合作的协议。',
      finds: ['agreement 边界条约 LA,TH signed', 'agreement 在新闻领域合作的协议 LA,TH signed'],
    },
    {
      text: '乌兹别克斯坦与美国签署了航空协定,并与中国签署了经济合作协定。',
      finds: ['agreement 航空协定 US,UZ signed', 'agreement 经济合作协定 CN,UZ signed'],
    },
    { text: '埃及央行与土耳其续签了埃土本币互换协议。', finds: ['agreement 本币互换协议 EG,TR signed'] },
    { text: '菲律宾正寻求与签有国防条约的盟邦美国深化合作。', finds: ['agreement 国防条约 PH,US signed'] },
    { text: '2009年4月中秘自由贸易协定的签署对秘鲁和中国意义重大。', finds: ['agreement 中秘自由贸易协定 CN,PE signed'] },
    { text: '访问期间,俄罗斯与中国签署了两国外交部磋商计划。', finds: ['agreement 磋商计划 CN,RU signed'] },
    { text: '印度指责巴基斯坦。印度随即宣布中止《河水分享条约》。', finds: ['agreement 河水分享条约 IN,PK suspended'] },
    { text: '两国还将签署十几个部门间协议及大型合同。中国和俄罗斯关系良好。', finds: [] },
    { text: '保加利亚和土耳其就“路线图”进行磋商。', finds: [] },
  ],
  match(scene) {
    if (!isA(scene.trigger, 'document', 'agreement-noun')) return reached(scene);
    const titled = as(scene.trigger, 'document')?.value as NamedValue | undefined;
    const noun = as(scene.trigger, 'agreement-noun')?.value as Entry | undefined;
    if (!titled && noun!.value !== '') return []; // 中导条约: its parties are known, whoever speaks of it.
    const name = titled?.name ?? noun!.form;
    const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
    // 只有…才能签署条约: what it would take is not done.
    if (!titled && (/只有|才能|除非|是否|能否/.test(told) || isUnsigned(scene))) return [];
    const own = titled?.codes ?? [];
    // “达成协议”, “路线图”: words in quotation marks that name no paper, or only its kind.
    if (titled && /^(?:(?:达成|签署|签订|撕毁).*|路线图|协议|声明|宣言|公报|计划|规划|备忘录|合同)$/.test(name)) return [];
    if (!titled && (isSeveral(scene) || WITH_MANY.test(told))) return [];
    // 维也纳外交关系公约: everybody's.
    if (!titled && /公约$/.test(name)) return [];
    // A对B退出协议表示遗憾: who regrets it is no party.
    if (
      own.length < 2 &&
      /对[^,]{1,16}(?:退出|撕毁|违反|废除|终止)了?$/.test(told) &&
      /^(?:表示|表达|感到|深感|提出)/.test(scene.after()[0]?.text ?? '')
    )
      return [];
    const described = titled ? undefined : describedName(scene);
    const each = described && (described.tells || SPECIFIC.test(name)) ? inTurn(scene) : [];
    if (described && each.length > 0)
      return each.map((parties) => document(scene, described.name, parties, statusOf(scene), scene.clauseSpan()));
    const stated = own.length >= 2 ? [...own] : (boundBy(scene) ?? partiesOf(scene, titled !== undefined));
    const parties = titled && stated.length < 2 ? ofPassage(scene, name, stated) : stated;
    if (parties.length < 2 || (!titled && parties.length > 3 && !scene.before().some((t) => t.text === '、'))) return [];
    // A headline shortens the name that the text gives.
    const isNamed =
      described?.tells === true && (!scene.inTitle || described.name.length >= 6) && NAMED.test(name) && statusOf(scene) !== null;
    if (!titled && !SPECIFIC.test(name) && !isNamed) return contractual(scene, described!.tells ? described!.name : name, parties);
    const start = titled ? scene.clauseSpan().start : Math.min(described!.start, nameStart(scene));
    const full = titled ? name : scene.text.slice(start, scene.trigger.end);
    const span = { start: scene.clauseSpan().start, end: Math.max(scene.trigger.end, scene.clauseSpan().end) };
    scene.registers.document = { name: titled ? name : full, parties, span: scene.trigger };
    return [document(scene, titled ? name : full, parties, statusOf(scene), span)];
  },
};

/** 达成停火协议, 发表联合声明: the verb and its paper are one word. */
function reached(scene: Scene): Draft[] {
  const paper = /(?:停火|和平|和解|贸易|联合)(?:协议|协定|声明|公报|宣言)$/.exec(scene.trigger.text)?.[0];
  const before = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  if (!paper || isRelative(scene) || scene.isQuestion() || scene.modality() !== 'actual') return [];
  if (scene.word('v')!.value === 'agreement' && /就|在/.test(before)) return [];
  const parties = codesOfParties([...scene.fullSubject(), ...scene.marked('with')].filter((p) => p.kind !== 'place'));
  return parties.length === 2 || (parties.length === 3 && /、|三/.test(before))
    ? [document(scene, paper, parties, 'signed', scene.clauseSpan())]
    : [];
}

/** Kinds of paper that need more than a kind to be named: 停火协议, 引渡条约. */
const NAMED = /(?:协定|条约|协议|议定书|公约|宣言)$/;

/** 澳大利亚与新加坡、泰国和美国都签有自由贸易协定: one with each. Nothing where no such list stands before. */
function inTurn(scene: Scene): string[][] {
  const before = scene.before();
  const turn = before.findLastIndex((t) => /^(?:都|均|分别|各自|先后|已分别)$/.test(t.text));
  if (turn < 0 || !/^.{0,3}(?:签|达成|缔结)/.test(scene.text.slice(before[turn]!.end, before[turn]!.end + 5))) return [];
  const at = before.findIndex((t, i) => i < turn && /^(?:与|和|同|跟)$/.test(t.text) && isA(before[i + 1], 'state'));
  const self = codesOfParties(scene.parties(before.slice(0, at)));
  const others = codesOfParties(scene.parties(before.slice(at + 1, turn)));
  return at > 0 && self.length === 1 && others.length >= 2 && !others.includes(self[0]!) ? others.map((c) => [self[0]!, c]) : [];
}

const SPECIFIC = /自由贸易|自贸|.{2}协定$|.{2}条约$|联合声明|联合公报|宣言|议定书|框架协议|公约/;

/** A contract or a memo counts where the clause signs, suspends or ends it. */
function contractual(scene: Scene, name: string, parties: string[]): Draft[] {
  const status = statusOf(scene);
  if (!/合同|备忘录|协议|意向书|计划|公报/.test(name) || status === null || status === 'in-force') return [];
  if (/^(?:协议|声明|规划|纲要)$/.test(name) && status !== 'suspended' && status !== 'ended') return [];
  return [document(scene, name, parties, status, scene.clauseSpan())];
}

/** What may be told of an agreement as planned; one in force is in force, whatever is planned about it. */
const TO_COME: ReadonlySet<AgreementStatus | null> = new Set(['proposed', 'negotiating', 'ratified', 'suspended', 'ended']);

function document(
  scene: Scene,
  name: string,
  parties: readonly string[],
  status: AgreementStatus | null,
  span: { start: number; end: number },
): Draft {
  // 条约签署25周年: the year of the anniversary is not the year of signing.
  const remembered = /周年|纪念/.test(
    scene.text.slice(scene.clause[0]!.start, Math.min(scene.sentence.span.end, scene.clauseSpan().end + 14)),
  );
  const date = status === 'signed' && !remembered ? scene.date(false) : null;
  return {
    type: 'agreement',
    name: name.replace(/^[的之]/, ''),
    parties: [...parties],
    status,
    date: date?.own ? date.value : null,
    span,
    // What is signed stays signed whatever is planned of it: 将迎来宣言发表25周年.
    modality:
      (TO_COME.has(status) || (status === null && !/(?:公报|声明|宣言|公约|协定)$/.test(name))) && scene.modality() === 'planned'
        ? 'planned'
        : 'actual',
    confidence: 0.9,
    rule: documents.id,
    speaker: scene.speaker(),
    roles: {},
  };
}

/** Where a described agreement's name begins: at the first of its parties before it. */
function nameStart(scene: Scene): number {
  let start = scene.trigger.start;
  for (let i = scene.at - 1; i >= 0 && scene.at - i <= 5; i--) {
    const t = scene.clause[i]!;
    if (isA(t, 'v', 'say', 'will', 'lv')) return scene.trigger.start;
    if (isA(t, 'state', 'pair')) start = t.start;
    else if (!['与', '和', '同', '的', '—', '-', '、'].includes(t.text) && !(t.edges.length === 0 && t.text.length <= 6)) break;
  }
  return start;
}
