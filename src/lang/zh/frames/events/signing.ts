import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { as, isA } from '../../../../grammar/token.js';
import type { Entry } from '../../../../lexicon/trie.js';
import { asGovernments } from '../../governments.js';
import { codesOfParties } from '../../parties.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { document } from '../documents.js';
import { isAsked } from './act-limits.js';
import { event, isRelative, objectOf, twoSides } from './make.js';

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
    { text: '2024年3月6日,法国经济部长与马里财政部长在贷款协议上签字。', finds: ['event signing FR,ML 2024-03-06'] },
    {
      text: '肯尼亚总统到访期间,与荷兰方面达成协议。',
      finds: ['event agreement KE,NL', 'agreement 协议 KE,NL signed'],
    },
    { text: '美国和伊朗接近达成协议。', finds: [] },
    { text: '双方将落实所达成的共识。', finds: [] },
    { text: '越南与俄罗斯签署了法律合作协议、原子能路线图以及液化天然气采购备忘录。', finds: ['event signing RU,VN'] },
    { text: '白俄罗斯与中国2024年8月签署的投资协定有望于年内生效。', finds: ['event signing BY,CN 2024-08'] },
    { text: '2024年8月16日,泰国与老挝就贷款的延期签署备忘录。', finds: ['event signing LA,TH 2024-08-16'] },
    {
      text: '波兰与格鲁吉亚签署了避免双重征税协定。协定于2024年5月2日签署。',
      finds: ['event signing GE,PL 2024-05-02'],
    },
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
      /总统令|法令|命令|法案|行政令|法律(?!合作|协助|援助|事务|服务|互助|领域)|^[^,。]{0,4}[“《][^”》]{2,16}法[”》]/.test(
        scene.text.slice(scene.trigger.end, scene.clauseSpan().end),
      )
    )
      return [];
    const before = scene.before();
    const dated = kind === 'signing' && isDatedRelative(scene);
    if ((isRelative(scene) && !dated) || before[before.length - 1]?.text.endsWith('所')) return [];
    if (kind === 'agreement' && (isAsked(scene) || before.some((t) => /意味/.test(t.text)))) return [];
    if (before.some((t) => /^(?:未|未能|没有|没能|尚未|难以|无法|拒绝|寻求|重返)/.test(t.text))) return [];
    const own = dated ? signersOf(scene) : scene.ownSubject();
    const subject = own.length > 0 ? own : scene.subject();
    const actors = asGovernments([...subject, ...scene.marked('with')], scene.text).filter((p) => p.kind !== 'place');
    if (kind === 'agreement') {
      if (own.length === 0 && !scene.has(before, 'joint') && !goesOnWith(scene)) return [];
      const reached = scene.word('v')!.notes === 'reach';
      const rest = scene.text.slice(scene.trigger.end, span.end);
      if (reached && !/^[^的]{0,24}(?:协[议定]|谅解|和解|停火|停战)/.test(rest)) return [];
      if (!twoSides(actors) || (!reached && !isDone(scene, actors))) return [];
      const out: Draft[] = [event(scene, { rule: signing.id, kind, actors })];
      if (
        (/^达成了?协议$/.test(scene.trigger.text) ||
          (/协议$/.test(scene.trigger.text) && /就|在/.test(scene.text.slice(span.start, scene.trigger.start)))) &&
        scene.modality() === 'actual'
      )
        out.push(document(scene, '协议', codesOfParties(actors), 'signed', scene.clauseSpan()));
      return out;
    }
    const bought = scene.after().find((t) => isA(t, 'v') && (as(t, 'v')!.value as Entry).value === 'purchase');
    // 签署法律合作协议、供应备忘录: of a list of papers, one is of something bought.
    if (bought && !/(?:协[议定]|备忘录|路线图|条约|计划)、|、[^,]*(?:以及|和)/.test(scene.text.slice(scene.trigger.end, span.end)))
      return [];
    const inside = codesIn(scene.sentence.chart, span.start, span.end);
    const referred = /(?:该|这项|这一|此|上述)(?:协定|协议|条约|公约|文件|合同)/.test(scene.text.slice(span.start, scene.trigger.start))
      ? (scene.registers.document?.parties ?? [])
      : signedBefore(scene);
    const codes = codesOfParties(actors).length >= 2 ? [] : [...inside, ...referred.filter((c) => !inside.includes(c))];
    if (codesOfParties(actors).length + codes.length === 0) return [];
    if (new Set([...codesOfParties(actors), ...codes]).size < 2) return [];
    const isUntold = !/将|拟|计划|预计|有望|准备|尚未|即将/.test(scene.text.slice(span.start, scene.trigger.start));
    const past = dated && (own.length < scene.ownSubject().length || isUntold);
    return [
      event(scene, {
        rule: signing.id,
        kind,
        actors,
        more: codes,
        object: objectOf(scene.after(), scene.text),
        ...(past ? { modality: 'actual' as const } : {}),
      }),
    ];
  },
};

/** A来访时,与B达成协议: the clause names the other side alone, and one side goes on. */
function goesOnWith(scene: Scene): boolean {
  const own = codesOfParties(scene.carried);
  const withs = codesOfParties(scene.marked('with').filter((p) => !p.inherited));
  return isA(scene.clause[0], 'mark') && own.length === 1 && withs.length === 1 && withs[0] !== own[0];
}

/** 协定于2023年10月签署, 有关建站的政府间协定已签署: the paper opens the clause, and its sides are those of the one told of before, or of the talk. */
function signedBefore(scene: Scene): readonly string[] {
  const { start } = scene.clauseSpan();
  const m = PASSIVE.exec(scene.text.slice(start, scene.trigger.start));
  if (!m || scene.ownSubject().length > 0 || scene.marked('with').length > 0) return [];
  const { document, contact, pair } = scene.registers;
  if (m[1] === '' || m[1] === undefined)
    return document && start - document.span.end < 120 && document.parties.length === 2 ? document.parties : [];
  const two = contact?.value ?? pair?.value ?? [];
  return two.length === 2 && /相关|有关|两国|双方|双边/.test(m[1]) ? two : [];
}

/** A paper, and between it and the verb only a time and a place. */
const PASSIVE =
  /^((?:相关|有关|两国|双方|双边)[^,。《》]{0,30}?)?(?:协定|协议|条约|备忘录|议定书|合同)(?:文件)?(?:已经?|正式|将|拟|预计|有望)?(?:(?:于|在)?[^,。的]{2,14}(?:日|月|年|天|季度|期间|[\u4e00-\u9fff]{2,8}))?(?:正式|最终)?$/;

/** 就…达成协议, or A与B达成协议 as a fact: what is hoped for, near or a condition is not done. */
function isDone(scene: Scene, actors: readonly Party[]): boolean {
  if (/就|在/.test(scene.text.slice(scene.clauseSpan().start, scene.trigger.start))) return true;
  return (
    /^达成了?[\u4e00-\u9fff]{0,8}(?:协[议定]|停火|停战|和解)$/.test(scene.trigger.text) &&
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
