import { isA } from '../../../../grammar/token.js';
import { isGroup } from '../../../../knowledge/countries.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesOfParties, otherOfTwo, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { isForum, isWhere } from '../../where.js';
import { isWritten, kindOf, MUTUAL, NAMED_BEFORE } from './act-kinds.js';
import { clauseTail, DECREED, isPlainDemand } from './act-limits.js';
import { attributive, isBroken, isPlainAim, isSeat, statesIn, struck, withoutFriends } from './act-names.js';
import {
  calledBack,
  deniedTo,
  goesOnAgainst,
  hasToldSubject,
  isOwnForce,
  isPaperSays,
  isToUnread,
  ledTo,
  meantByIts,
  rousedBy,
  spokenOf,
  sufferedFrom,
  toldOf,
  toldOfOthers,
  warnedIf,
  warring,
} from './act-told.js';
import {
  aimedAt,
  DIRECTED,
  isAimedElsewhere,
  isNoTarget,
  isOfSomethingElse,
  isPrivateVoice,
  isSaidOfOther,
  namesOthers,
  warnsOfDeeds,
  whoseDoing,
} from './aimed.js';
import { foeOf, hitTeller } from './foes.js';
import { HELD_BY, heldAt, offshore } from './held.js';
import { sanctioned } from './imposed.js';
import { alikeOn, ofThose, pointedBack, saidOn, thankedHim } from './meant.js';
import { joinedTo } from './members.js';
import { hostBehind } from './missions.js';
import { sentAway } from './sent-away.js';
import { shutTo, undergone, vetoed } from './undergone.js';

/** Who acts and on whom: 被 turns the order round; a modifier of the object (俄外交官) is the other side. */
export function sidesOf(scene: Scene, kind: EventKind): { actors: Party[]; recipients: Party[] } | undefined {
  const told = hasToldSubject(scene) ? undefined : speakingState(scene);
  const roused = rousedBy(scene, kind);
  if (roused) return roused;
  const subject =
    told &&
    (scene.ownSubject().length === 0 || isOwnForce(scene)) &&
    ((DECREED.has(kind) && !isOfCarried(scene, told)) ||
      isOwnForce(scene) ||
      isPaperSays(scene) ||
      (scene.carried.length === 0 && isOwnWord(scene, kind))) &&
    scene.marked('by').length === 0
      ? [told]
      : MUTUAL.has(kind) || scene.ownSubject().length === 0
        ? scene.subject()
        : scene.fullSubject();
  // 因B的战争对C实施制裁: why it is done is no side.
  if (subject.length > 1) {
    const doing = subject.filter(
      (p) =>
        !subject.some((q) => q.span.start < p.span.start) ||
        !/(?:因|因为|由于|鉴于|关于|有关|涉及|随着)$/.test(scene.text.slice(Math.max(0, p.span.start - 2), p.span.start)),
    );
    if (doing.length > 0) subject.splice(0, subject.length, ...doing);
  }
  subject.splice(0, subject.length, ...withoutFriends(scene, subject));
  // 俄乌冲突爆发: the two whose war it is.
  if (kind === 'clash' && isA(scene.before()[scene.at - 1], 'pair'))
    return { actors: scene.parties(scene.before().slice(-1)), recipients: [] };
  const behind = toldOfOthers(scene, kind, subject);
  if (behind) subject.splice(0, subject.length, ...behind);
  if (kind === 'attack' || (kind === 'mobilisation' && scene.before().at(-2)?.text === '自'))
    subject.splice(0, warring(scene).length > 0 ? subject.length : 0, ...warring(scene));
  const thing = undergone(scene, kind, told);
  if (thing) return thing;
  const those = ofThose(scene, kind);
  if (those) return those;
  const passive = joinedTo(scene, scene.marked('pass'));
  const previous = scene.before()[scene.before().length - 1];
  if (
    kind === 'arrest' &&
    passive.length === 0 &&
    (HELD_BY.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) || /^[被遭]|被捕|被拘|遭捕|落网/.test(scene.trigger.text))
  )
    return heldAt(scene);
  if (
    passive.length === 0 &&
    previous &&
    (/^(?:被|遭|受)$/.test(previous.text) || (kind === 'cancellation' && /^[被遭]/.test(scene.trigger.text)))
  ) {
    // A与B的会议已被推迟.
    const named = kind === 'cancellation' ? statesIn(scene, scene.clause[0]!.start, scene.trigger.start) : [];
    return named.length === 2 ? { actors: named, recipients: [] } : undefined;
  }
  if (passive.length === 0 && sufferedFrom(scene)) return undefined;
  const markers =
    kind === 'withdrawal' || kind === 'recall'
      ? (['from', 'to', 'about'] as const)
      : kind === 'mobilisation'
        ? /[在向]与[^,。]{1,10}(?:交界|接壤|毗邻|边境|边界)/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))
          ? (['with', 'to', 'at', 'about'] as const)
          : (['to', 'at', 'about'] as const)
        : kind === 'release' && /引渡|遣返/.test(scene.trigger.text)
          ? (['from', 'to', 'with', 'obj'] as const)
          : /关税/.test(scene.trigger.text)
            ? (['to', 'from', 'about', 'obj'] as const)
            : (['to', 'about', 'with', 'obj'] as const);
  const aim = isWritten(kind) && scene.marked('to').length + scene.object().length > 0 ? markers.filter((m) => m !== 'about') : markers;
  const marked = scene.marked(...aim);
  const towards = (kind === 'recall' ? joinedTo(scene, marked) : marked).filter(
    (p) => p.kind !== 'place' || kind === 'condolence' || kind === 'attack' || isSeat(p),
  );
  const nominal = kind === 'attack' ? nominalSides(scene) : kind === 'recall' ? calledBack(scene) : undefined;
  if (nominal) return nominal;
  const away = sentAway(scene, { subject, told, passive });
  if (away !== 'none') return away;
  const object = [...(DIRECTED.has(kind) ? aimedAt(scene, kind) : scene.object()), ...(isWritten(kind) ? [] : attributive(scene))];
  const thanked = thankedHim(scene, kind, subject);
  if (thanked) return { actors: subject, recipients: thanked };
  // 向国际法院起诉B: the court is no side.
  if (kind === 'lawsuit' || kindOf(scene, kind) === 'lawsuit')
    for (const list of [towards, object]) list.splice(0, list.length, ...list.filter((p) => !p.codes.some(isForum)));
  for (let c = scene.clauseAt - 1; c >= 0 && towards.length + object.length === 0; c--) {
    const led = scene.clauses[c]!;
    const from = NAMED_BEFORE.has(kind)
      ? led.findIndex((t, i) => /^(?:对|就|向|针对|对于)$/.test(t.text) && isA(led[i + 1], 'state', 'organisation', 'person', 'title'))
      : -1;
    const at = led.slice(0, 3).findIndex((t) => /^(?:对|就|向)/.test(t.text) || isPlainAim(t, led));
    const opens =
      from >= 0
        ? from
        : led.slice(0, Math.max(0, at)).some((t) => isA(t, 'state', 'organisation', 'person', 'title', 'place')) && kind === 'threat'
          ? -1
          : at;
    const topic = opens >= 0 ? led.slice(opens) : [];
    towards.push(
      ...scene
        .parties(topic)
        .filter((p) => p.kind !== 'place' && !(DECREED.has(kind) && p.codes.some(isForum)))
        .slice(0, 1),
    );
  }
  // A干涉B内政并向该国发出威胁: B is threatened.
  const aimed = codesOfParties(towards.filter((p) => scene.text.slice(p.span.start, p.span.end) === '该国'));
  if (subject.some((p) => !p.codes.every((c) => aimed.includes(c))))
    subject.splice(0, subject.length, ...subject.filter((p) => p.codes.length === 0 || !p.codes.every((c) => aimed.includes(c))));
  const own = codesOfParties(subject);
  // 致函B总统,向他表示哀悼: he is not the one who writes.
  const isHim = (p: Party): boolean => /^[他她]$/.test(scene.text.slice(p.span.start, p.span.end)) && p.codes.every((c) => own.includes(c));
  towards.splice(0, towards.length, ...towards.filter((p) => !isHim(p)));
  if (towards.length === 0) towards.push(...spokenOf(scene, subject));
  const back = pointedBack(scene, kind, subject);
  if (back) return { actors: subject, recipients: [back] };
  const its = meantByIts(scene, subject);
  if (its.length > 0) return { actors: subject, recipients: its };
  if (/^(?:accusation|criticism)$/.test(kind) && towards.length + object.length === 0) object.push(...toldOf(scene));
  if (kind === 'threat' && towards.length === 0) object.splice(0, warnedIf(scene).length > 0 ? object.length : 0, ...warnedIf(scene));
  if (passive.length > 0 && subject.length > 0) {
    // 乌方称,输油管道遭B袭击: what is hit belongs to the side that says so.
    const hit = [...subject, ...object].filter((p) => kind !== 'arrest' || p.kind !== 'place');
    if (told && codesOfParties(hit).length === 0 && !codesOfParties(passive).includes(told.country!)) hit.push(told);
    return { actors: passive, recipients: hit };
  }
  if (subject.length === 0) return kind === 'attack' ? hitTeller(scene, passive) : undefined;
  // A与B共同航行,展开联合演习: both are named in the clause before.
  if (kind === 'joint-exercise' && scene.ownSubject().length === 0 && towards.length + object.length === 0 && scene.clauseAt > 0)
    object.push(
      ...scene.parties(scene.clauses[scene.clauseAt - 1]!.filter((_, i, led) => !isWhere(led, i))).filter((p) => p.kind !== 'place'),
    );
  const on = kind === 'sanction' ? sanctioned(scene, own) : [];
  if (on.length > 0) return { actors: subject, recipients: on };
  if (kind === 'condolence') return { actors: subject, recipients: [...towards, ...object, ...struck(scene, subject)] };
  const held = new Set(codesOfParties(subject));
  const joined = new Set(subject.map((p) => p.span.start));
  const named = [...towards, ...object].filter((p) => !joined.has(p.span.start));
  const singles = named.filter((p) => p.kind !== 'joint' || !p.inherited);
  // C批评两国: the two of the passage.
  const isTwo = /^(?:criticism|accusation|request)$/.test(kind) && singles.length === 0 && !clauseTail(scene).includes('两国解决方案');
  const others = isTwo ? named.filter((p) => p.codes.every((c) => !held.has(c) && !isGroup(c))) : singles;
  const meantFor = others.filter(
    (p) =>
      p.codes.some((c) => !held.has(c)) &&
      !(kind === 'attack' && isNoTarget(scene, p)) &&
      !(kind === 'accusation' && isBroken(scene, p)) &&
      !(kind === 'recall' && (p.kind === 'person' || p.kind === 'office') && p.inherited),
  );
  // 常驻联合国代表团的俄外交官: where they serve is no side.
  const served = kind === 'expulsion' && /常驻|代表团/.test(clauseTail(scene)) && meantFor.some((p) => p.codes.every((c) => !isGroup(c)));
  const recipients = served ? meantFor.filter((p) => p.codes.length === 0 || p.codes.some((c) => c !== 'UN')) : meantFor;
  if (recipients.length === 0 && !isAimedElsewhere(scene, kind, held))
    recipients.push(
      ...statesIn(scene, scene.trigger.end, scene.clauseSpan().end).filter(
        (p) =>
          !held.has(p.country!) &&
          !(kind === 'attack' && isNoTarget(scene, p)) &&
          !(kind === 'accusation' && isBroken(scene, p)) &&
          !(kind === 'rejection' && /(?:有关|关于|涉及|涉)$/.test(scene.text.slice(p.span.start - 2, p.span.start))),
      ),
    );
  if (recipients.length === 0 && (kind === 'cancellation' || kind === 'congratulation' || kind === 'sanction'))
    recipients.push(...statesIn(scene, scene.clause[0]!.start, scene.trigger.start).filter((p) => !held.has(p.country!)));
  const host = recipients.length === 0 && /^(?:suspension|recall|withdrawal)$/.test(kind) ? hostBehind(scene) : undefined;
  if (host && !held.has(host)) recipients.push(stateParty([host], scene.trigger));
  if (recipients.length === 0 && kind === 'attack') recipients.push(...foeOf(scene, subject));
  if (recipients.length === 0) recipients.push(...goesOnAgainst(scene, kind, subject));
  const against =
    recipients.length === 0
      ? (alikeOn(scene, kind, subject) ?? saidOn(scene, kind, subject) ?? shutTo(scene, kind, subject) ?? vetoed(scene, kind))
      : undefined;
  if (against) recipients.push(against);
  if (recipients.length === 0) recipients.push(...ledTo(scene, kind, subject), ...deniedTo(scene, kind, subject));
  if (recipients.length === 0 && (kind === 'arrest' || kind === 'seizure')) recipients.push(...offshore(scene, held));
  const rest = clauseTail(scene);
  const meant =
    /[对就]此/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) ||
    (kind === 'cancellation' && /会见|会谈|会晤|访问|行程|磋商|对话|通话/.test(rest)) ||
    (kind === 'cancellation' && /派驻资格|外交官资格|外交官身份|外交认证|外交资格/.test(rest)) ||
    (kind === 'suspension' &&
      (/两国|双方|双边|(?:联络|通讯|沟通)渠道|往来/.test(rest) ||
        /^了?(?:其|所有|全部)?[在驻]?(?:该国|当地)?的?(?:大?使馆|使领馆|总?领事?馆)/.test(rest))) ||
    (/^(?:suspension|cancellation)$/.test(kind) && /(?:条约|协定|协议|公约|备忘录)[》”]?$/.test(rest)) ||
    (DIRECTED.has(kind) && /^了?(?:这是(?!.*恐怖)|这一|这种|这些|这项|这起|这次|这份|这个|该|此|上述|有关|相关|这番|此番)/.test(rest)) ||
    ((kind === 'withdrawal' || kind === 'recall') && /外交|大使|使馆|领事/.test(rest)) ||
    (kind === 'accusation' && kindOf(scene, kind) === 'rejection') ||
    (kind === 'request' && isPlainDemand(scene)) ||
    (kind === 'threat' && scene.after().length <= 1 && !scene.has(scene.before(), 'lv') && warnsOfDeeds(scene)) ||
    (kind === 'threat' &&
      /^(?:必|势必|也|还)?[将要会][^,。]{0,12}(?:回应|报复|反[制击]|还击|代价|措施|制裁|行动|(?:停止|暂停|切断|取消|终止|中止)[^,。]{0,8}(?:援助|支持|合作|供应|供气|供电))/.test(
        rest,
      )) ||
    (kind === 'criticism' && isSaidOfOther(scene)) ||
    (kind === 'lawsuit' && scene.marked('to').some((p) => p.codes.some(isForum))) ||
    ((kind === 'protest' || kind === 'criticism') && /^(?:表示|提出|表达|予以|予)/.test(scene.trigger.text) && !isOfSomethingElse(scene)) ||
    (/^(?:condolence|congratulation|message|thanks)$/.test(kind) &&
      !isToUnread(scene) &&
      (/^致|^深表|^表[示达]/.test(scene.trigger.text + rest) || scene.before().some((t) => t.text === '致')));
  // 美国称…。A对此断然否认: of what was said before.
  const pointed = /[对就]此/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start));
  const doing = pointed ? whoseDoing(scene, held) : undefined;
  const voice = pointed ? speakingState(scene) : undefined;
  const saying = voice && !held.has(voice.country!) ? voice : undefined;
  const other =
    recipients.length === 0 && meant && !(BLAMED.test(kind) && isPrivateVoice(subject))
      ? (doing ?? saying ?? (kind === 'threat' && namesOthers(scene, held) ? undefined : otherOfTwo(scene.registers.pair, [...held])))
      : undefined;
  if (other && !(kind === 'lawsuit' && other.codes.some(isForum))) recipients.push(other);
  return { actors: subject, recipients };
}

const BLAMED = /^(?:criticism|accusation|protest|request|threat)$/;

/** A说,B决定重启设施,并驱逐人员: the subject of the clause before goes on, and it is not who speaks. */
function isOfCarried(scene: Scene, told: Party): boolean {
  const first = scene.before()[0]?.text ?? '';
  const led = codesOfParties(scene.carried);
  if (led.length === 0 || led.includes(told.country!)) return false;
  // A领导人同意实施制裁,其中包括关闭…: who did the act that the sentence has told.
  const { acted } = scene.registers;
  const isSame = acted?.sentence === scene.sentence.span.start && acted.by.length === 1 && led.length === 1 && acted.by[0] === led[0];
  return isSame || /^(?:并|并且|而且|又|还)$/.test(first);
}

/** The state of whoever speaks, as a side. */
function speakingState(scene: Scene): Party | undefined {
  const { speaker } = scene.registers;
  return speaker?.value.country ? stateParty([speaker.value.country], speaker.span, true) : undefined;
}

/** Thanks and requests in a speech are its speaker's: 感谢中方的支持, 我们敦促B停止…. */
function isOwnWord(scene: Scene, kind: EventKind): boolean {
  if (!/^(?:thanks|request|congratulation|condolence)$/.test(kind)) return false;
  return scene
    .before()
    .every(
      (t) =>
        isA(t, 'will') || /^(?:我们?|[对就]此|并|再次|强烈|也|还|衷心|由衷|非常|十分|真诚|谨|同时|要|在此|严正|郑重|一再)$/.test(t.text),
    );
}

/** A的攻击导致…: who attacked stands before 的, who was hit behind the verb, or is the other state that the passage is about. */
function nominalSides(scene: Scene): { actors: Party[]; recipients: Party[] } | undefined {
  const before = scene.before();
  if (before[before.length - 1]?.text !== '的' || !/^(?:导致|造成|致使|致|引发)/.test(scene.after()[0]?.text ?? '')) return undefined;
  const actors = scene.parties(before.slice(-2, -1));
  if (actors.length === 0) return undefined;
  const held = codesOfParties(actors);
  const hit = statesIn(scene, scene.trigger.end, scene.clauseSpan().end).filter((p) => !held.includes(p.country!));
  const other = otherOfTwo(scene.registers.pair, held);
  return { actors, recipients: hit.length > 0 ? hit : other ? [other] : [] };
}
