import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import { isGroup } from '../../../../knowledge/countries.js';
import { joint, otherOfTwo } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { listFrom, namesPeople } from '../../separators.js';
import { namesOnly } from '../sides.js';
import { behindRelative, byCountry, guestBehind, includedIn, isOfLeaders, isOfTopic, whoTalked, withHosts } from './hosts-met.js';
import { event, isBackReference } from './make.js';
import { talkersBefore } from './talkers.js';

/** A会见B · A拜会B · A分别会见B、C: who is met stands after the verb, one meeting for each country met. */
export const meet: Frame<Scene> = {
  id: 'zh/event/meet',
  triggers: [{ cls: 'v', values: ['meeting'] }],
  examples: [
    { text: '2023年5月8日,中国外交部长秦刚在北京会见美国驻华大使伯恩斯。', finds: ['event meeting CN,US 2023-05-08'] },
    {
      text: '2024年3月5日,越南国防部部长潘文江分别会见了澳大利亚国防部长马尔斯和新西兰国防部长柯林斯。',
      home: 'VN',
      finds: ['event meeting AU,VN 2024-03-05', 'event meeting NZ,VN 2024-03-05'],
    },
    { text: '2022年6月10日,中国国防部长魏凤和与美国国防部长奥斯汀在新加坡举行会谈。', finds: ['event meeting CN,US 2022-06-10'] },
    {
      text: '2019年4月25日,中国总理李克强会见来华出席高峰论坛并访华的蒙古国总理呼日勒苏赫。',
      finds: ['event meeting CN,MN 2019-04-25'],
    },
    { text: '影片主创见面会昨天举行。', finds: [] },
    {
      text: '2025年11月2日,美国国防部长会见澳大利亚、日本及菲律宾防长。',
      finds: ['event meeting AU,US 2025-11-02', 'event meeting JP,US 2025-11-02', 'event meeting PH,US 2025-11-02'],
    },
    { text: '巴基斯坦与阿富汗同意停火。双方将于2025年10月25日在伊斯坦布尔再次会晤。', finds: ['event meeting AF,PK 2025-10-25 planned'] },
    {
      text: '埃及总统、土耳其总统和希腊总理2025年5月6日在开罗举行会谈。三方将于2025年6月在雅典再次会晤。',
      finds: ['event meeting EG,GR,TR 2025-05-06', 'event meeting EG,GR,TR 2025-06 planned'],
    },
    { text: '2024年9月6日,日本与韩国关系回暖。日韩外长6日在釜山会谈,同意加强合作。', finds: ['event meeting JP,KR 2024-09-06'] },
    { text: '日本与韩国关系回暖。日韩外长6日在釜山会谈内容未公布。', finds: [] },
    { text: '2025年11月26日,埃及、卡塔尔与土耳其代表团在开罗会晤。', finds: ['event meeting EG,QA,TR 2025-11-26'] },
  ],
  match(scene) {
    const word = scene.word('v')!;
    if (isBackReference(scene) || scene.isQuestion() || scene.isNested()) return [];
    // 出席A领导人第十五次会晤并访问B: a name.
    if (
      /第.{1,4}次$/.test(scene.text.slice(Math.max(0, scene.trigger.start - 6), scene.trigger.start)) &&
      scene.has(scene.before(), 'lv', 'attend')
    )
      return [];
    // 双方应该会谈: what ought to be.
    if (scene.before().some((t) => /^(?:应该|应当|必须|理应|不妨)$/.test(t.text))) return [];
    // 举行会见会谈: one meeting in two words.
    if (scene.has(scene.before().slice(-1), 'v', 'meeting') && scene.before()[scene.at - 1]!.end === scene.trigger.start) return [];
    // A与B的会谈被推迟: not held.
    if (CALLED_OFF.test(scene.text.slice(scene.trigger.end))) return [];
    // 发挥好A总理年度会晤机制的作用: what there is.
    if (
      scene.before().some((t) => /^(?:发挥好?|用好|依托|利用好?)$/.test(t.text)) ||
      /^(?:等)?(?:机制|制度)/.test(scene.text.slice(scene.trigger.end))
    )
      return [];
    if (
      scene.trigger.text === '见' &&
      !(
        isA(scene.after()[0], 'person', 'title') &&
        isA(
          scene.before().findLast((t) => !isA(t, 'time', 'mod')),
          'person',
          'title',
          'place',
          'state',
        )
      )
    )
      return [];
    if (scene.trigger.text === '晤' && scene.before().some((t) => /^[就对因]$/.test(t.text))) return [];
    return word.notes === 'meet' ? transitive(scene) : talk(scene);
  },
};

function transitive(scene: Scene): Draft[] {
  const named = behindRelative(scene, scene.subject());
  const met = named.length > 0 ? named : whoMet(scene);
  // 晤A讨论B出席峰会: who is talked of is not met.
  const topic = scene.after().find((t) => isA(t, 'discuss'))?.start ?? Number.POSITIVE_INFINITY;
  const all = withHosts(scene, [...met, ...scene.object().filter((p) => p.span.start < topic)]);
  const subject = all.slice(0, met.length);
  const withs = scene.marked('with');
  const plain = all.slice(met.length);
  if (/^见[到了]?|^接待/.test(scene.trigger.text) && ![...subject, ...plain].every((p) => p.kind === 'person' || p.kind === 'office'))
    return [];
  const within = includedIn(scene);
  if (subject.length > 0 && within.length > 0)
    return within.map((p) => event(scene, { rule: meet.id, kind: 'meeting', actors: subject, recipients: [p] }));
  const people = plain.filter((p) => p.kind === 'person' || p.kind === 'office');
  const far = people.length > 0 ? [] : described(scene);
  const objects = listed(scene, far.length > 0 ? far : people.length > 0 ? withListed(scene, people, plain) : plain);
  if (subject.length === 0) return [];
  if (scene.trigger.text.startsWith('拜访') && objects.length > 0 && objects.every((p) => p.kind === 'state')) return [];
  // A、B和C在…会晤: three sides or more of one list.
  const list = scene.ownSubject().filter((p) => p.kind !== 'place');
  if (objects.length === 0 && withs.length === 0 && list.length > 2 && scene.codes(...list).length > 2)
    return [event(scene, { rule: meet.id, kind: 'meeting', actors: list })];
  if (objects.length === 0 && withs.length === 0) {
    const attends = scene.before().some((t) => /^(?:参加|出席|陪同|参与)/.test(t.text));
    const guest = scene.after().length === 0 && scene.at > 0 && !attends ? understood(scene, subject) : undefined;
    return guest ? [event(scene, { rule: meet.id, kind: 'meeting', actors: subject, recipients: [guest] })] : ofLeaders(scene);
  }
  if (objects.length === 0)
    return withs.length > 0 ? [event(scene, { rule: meet.id, kind: 'meeting', actors: [...subject, ...withs] })] : [];
  const hosts = [...subject, ...withs];
  const each = scene.before().some((t) => t.text === '分别') && objects.every((p) => p.kind === 'person');
  const groups = each ? objects.map((p) => [p]) : byCountry(objects);
  if (groups.length === 1) return [event(scene, { rule: meet.id, kind: 'meeting', actors: hosts, recipients: objects })];
  return groups.map((g, i) => {
    const span =
      i === 0
        ? { start: scene.wideSpan().start, end: g[g.length - 1]!.span.end }
        : { start: g[0]!.span.start, end: g[g.length - 1]!.span.end };
    return event(scene, { rule: meet.id, kind: 'meeting', actors: hosts, recipients: g, span });
  });
}

/** 会见A、B和C外长: the office of the last one of a list is that of all. */
function withListed(scene: Scene, people: readonly Party[], plain: readonly Party[]): Party[] {
  const out = [...people];
  for (let at = plain.indexOf(people[0]!) - 1; at >= 0; at--) {
    const gap = scene.text.slice(plain[at]!.span.end, out[0]!.span.start);
    if (plain[at]!.kind !== 'state' || (out[0]!.kind !== 'office' && out[0]!.kind !== 'state') || !/^(?:、|和|与|及|以及)$/.test(gap))
      break;
    out.unshift(plain[at]!);
  }
  return out;
}

/** A还将分别会见: the guest whom the passage is about, where the clause ends with the verb. */
function understood(scene: Scene, subject: readonly Party[]): Party | undefined {
  const own = scene.codes(...subject);
  const inOffice = scene.ownSubject().some((p) => p.kind === 'person' || p.kind === 'office');
  return inOffice && own.length === 1 ? otherOfTwo(scene.registers.contact ?? scene.registers.pair, own) : undefined;
}

/** 会见A时,B表示…: who met stands behind. */
function whoMet(scene: Scene): Party[] {
  const tail = scene.after();
  if (scene.at > 0 || !/^(?:时|后|之后)$/.test(tail[tail.length - 1]?.text ?? '')) return [];
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  return isA(next[0], 'person') ? scene.parties(next.slice(0, 1)) : [];
}

/** 两国元首成功会晤, 韩中外长去年11月曾会晤: both sides are one word. */
function ofLeaders(scene: Scene): Draft[] {
  const own = scene.ownSubject();
  const both = own.length > 0 ? own : isHeadless(scene) ? scene.carried : [];
  const isDated = scene.modality() === 'planned' && scene.before().some((t) => isA(t, 'time')) && scene.after().length === 0;
  if (
    !/会晤|会面|见面|相会/.test(scene.trigger.text) ||
    !both.some((p) => p.codes.length >= 2 && p.codes.length <= 3 && (isDated || isOfLeaders(scene, p)))
  )
    return [];
  const next = scene.after()[0]?.text ?? '';
  const led = scene.before().slice(
    0,
    Math.max(
      0,
      scene.before().findIndex((t) => isA(t, 'joint', 'title', 'pair')),
    ),
  );
  if (led.some((t) => isA(t, 'v', 'lv', 'will', 'reach') || /^(?:对于|关于|对|就|保持|加强|推动|落实|履行)$/.test(t.text))) return [];
  if (/^(?:的|所|场景|现场|期间|成果|中|上|安排|计划|议程|机制|共识)/.test(next) || !['actual', 'planned'].includes(scene.modality()))
    return [];
  return [event(scene, { rule: meet.id, kind: 'meeting', actors: both })];
}

/** 日韩外长在釜山会谈: the verb, with nothing but place, time and manner between those who talk and the talk; no noun of what is 举行. */
function isTalkHeld(scene: Scene): boolean {
  const { trigger } = scene;
  if (trigger.text !== '会谈' || scene.text.slice(trigger.end, scene.clauseSpan().end).trim() !== '') return false;
  const before = scene.before();
  const from = before.findLastIndex((t) => isA(t, 'joint', 'title', 'person'));
  const between = before.slice(from + 1);
  const isManner = (t: Token): boolean =>
    isA(t, 'place', 'region', 'time', 'mod') || /^(?:在|于|再次|首次|正|正在|刚刚|今天|单独|继续|闭门|当面)$/.test(t.text);
  return from >= 0 && between.length > 0 && between.every(isManner) && between.some((t) => isA(t, 'place', 'time', 'region'));
}

/** What befalls a talk that is not held, or not when it was to be. */
export const CALLED_OFF =
  /^(?:会议)?(?:已|已经|则|也|因此|因故|突然|临时|宣布|最终|再次|将|据报)*(?:[被遭](?:迫|到)?[^,。]{0,4}|告|宣布)?(?:取消|推迟|延期|延后|叫停|搁置|中止|吹|泡汤)(?!了?[^,。]{0,10}[后才](?:举行|进行))/;

/** 会见来华出席…并访华的A: who is met stands after all that is said of the visit. */
function described(scene: Scene): Party[] {
  const after = scene.after();
  const at = after.findIndex((t, i) => t.text === '的' && isA(after[i + 1], 'person'));
  return at < 0 ? [] : scene.parties(listFrom(after, at + 1));
}

/** The people met, with those that further clauses list without a verb of their own (A;B国部长C;D国部长E). */
function listed(scene: Scene, first: Party[]): Party[] {
  const out = first.filter((p) => p.kind !== 'place');
  for (let c = scene.clauseAt + 1; c < scene.clauses.length; c++) {
    const clause = scene.clauses[c]!;
    if (clause.some((t) => isA(t, 'v', 'lv', 'say', 'will', 'mod')) || !namesPeople(clause) || !clause.some((t) => isA(t, 'person'))) break;
    out.push(...scene.parties(clause));
  }
  return out;
}

/** 将于10月底在欧洲会面: a clause that begins with its time, place or tense goes on with the subject before it. */
function isHeadless(scene: Scene): boolean {
  const before = scene.before();
  return (
    before.length > 0 &&
    scene.clauseAt > 0 &&
    before.every((t) => isA(t, 'time', 'mod', 'mark', 'place', 'region', 'lv') || /^[并还再也]$/.test(t.text))
  );
}

/** 会谈中,双方…: a talk of the two that no sentence has told. */
function withinTalk(scene: Scene): Draft | undefined {
  const text = scene.text.slice(scene.clause[0]!.start, scene.clauseSpan().end);
  if (!/^在?(?:会谈|会晤|会见)(?:中|上|时|期间|过程中)$/.test(text)) return undefined;
  const { contact, pair, met } = scene.registers;
  const two = contact ?? pair;
  const next = scene.clauses[scene.clauseAt + 1];
  if (two?.value.length !== 2 || two.value.some(isGroup) || !namesOnly(scene, two.value) || !next || met.has([...two.value].sort().join()))
    return undefined;
  const first = next.find((t) => !isA(t, 'time'));
  const goesOn = isA(first, 'person', 'joint', 'title') && !next.some((t) => /^(?:将|将会|预计|拟)$/.test(t.text));
  const span = { start: scene.clause[0]!.start, end: next[next.length - 1]!.end };
  const all = joint(two.value, two.span, two.span);
  return goesOn ? event(scene, { rule: meet.id, kind: 'meeting', actors: [all], modality: 'actual', span }) : undefined;
}

/** A与B举行会谈: both sides before the verb. */
function talk(scene: Scene): Draft[] {
  const within = withinTalk(scene);
  if (within) return [within];
  const apart = talkersBefore(scene);
  if (apart.length > 0) return [event(scene, { rule: meet.id, kind: 'meeting', actors: apart })];
  const near = [...scene.marked('with'), ...scene.marked('to')].filter((p) => !isOfTopic(scene, p));
  const withs = near.some((p) => p.kind === 'person' || p.kind === 'office')
    ? near
    : [...guestBehind(scene), ...near].slice(0, Math.max(1, near.length));
  const named = scene.ownSubject();
  const led = named.length === 0 && withs.length === 0 && isHeadless(scene) ? scene.carried.filter((p) => p.kind !== 'place') : named;
  const own = led.length === 0 && withs.length > 0 ? whoTalked(scene) : led;
  const after = scene.after()[0];
  const held = scene.has(scene.before(), 'lv', 'hold');
  // 两国元首在举行会谈期间讨论…: who talks is named in the same clause.
  const during =
    (held || scene.marked('at').length > 0 ? /^(?:期间|时|中|后)$/ : /^(?:后|之后)$/).test(after?.text ?? '') &&
    own.some(
      (p) => (p.kind === 'joint' || (p.kind === 'office' && p.codes.length === 2)) && isOfLeaders(scene, p) && (held || !p.inherited),
    );
  if (!during && after !== undefined && /^(?:场景|结束|后|现场|会场|期间|成果|中|上|安排|计划|议程)/.test(after.text) && withs.length === 0)
    return [];
  const temporal = scene.clause[0]?.text === '在' && after !== undefined && /^(?:后|时|期间|中|之后|上)/.test(after.text);
  if (temporal && own.length === 0) return [];
  const together = scene.object().filter((p) => p.kind === 'person' && scene.has(scene.after(), 'mark', 'with'));
  const joint = own.some((p) => p.kind === 'joint' || (p.kind === 'office' && p.codes.length >= 2));
  if (withs.length === 0 && own.length < 2 && !joint) return [];
  if (during) return [event(scene, { rule: meet.id, kind: 'meeting', actors: own.filter((p) => p.kind !== 'place') })];
  // 双方于11月在某地会面: a day and a place of its own.
  const dated = scene.groups().times.length > 0 && scene.marked('at').length > 0;
  const seen =
    joint && (/会晤|会面|见面|相会/.test(scene.trigger.text) || isTalkHeld(scene)) && (dated || own.some((p) => isOfLeaders(scene, p)));
  if (!held && withs.length === 0 && own.length < 2 && !(joint && (scene.inTitle || seen))) return [];
  if (own.length === 0 && withs.length === 0) return [];
  // 同影迷见面: to see somebody is a contact of states only between people in office.
  if (
    /见面|碰面|面谈|见到|见了/.test(scene.trigger.text) &&
    ![...own, ...withs].every((p) => p.kind === 'person' || p.kind === 'office' || p.kind === 'joint')
  )
    return [];
  if (joint && own.every((p) => p.inherited) && (!(held || seen) || !['actual', 'planned'].includes(scene.modality()))) return [];
  const lead = scene.text.slice(Math.max(scene.sentence.span.start, scene.trigger.start - 8), scene.trigger.start);
  if (/第.{1,4}次$/.test(lead) && scene.has(scene.before(), 'lv', 'attend')) return [];
  const round = /(?:第.{1,3}轮|新一轮|首轮|下一轮)$/.test(lead);
  const actors = withHosts(scene, [...(own.length > 0 ? own : scene.carried), ...withs, ...together]);
  if (!actors.some((p) => p.kind !== 'place')) return [];
  return [event(scene, { rule: meet.id, kind: round ? 'negotiation' : 'meeting', actors: actors.filter((p) => p.kind !== 'place') })];
}
