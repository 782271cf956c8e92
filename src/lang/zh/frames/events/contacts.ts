import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { as, isA } from '../../../../grammar/token.js';
import { codesIn } from '../../phrases/things.js';
import type { Scene } from '../../scene.js';
import { isAsked } from './act-limits.js';
import { event, isBackReference, twoSides } from './make.js';

/** A与B通电话. */
export const call: Frame<Scene> = {
  id: 'zh/event/call',
  triggers: [{ cls: 'v', values: ['call'] }],
  examples: [
    { text: '2023年4月26日,中国国家主席习近平同乌克兰总统泽连斯基通电话。', finds: ['event call CN,UA 2023-04-26'] },
    { text: '2023年4月26日,法国总统马克龙与土耳其总统埃尔多安通了20分钟的电话。', finds: ['event call FR,TR 2023-04-26'] },
    { text: '2023年4月26日,法国总统马克龙与土耳其总统埃尔多安通了信。', finds: [] },
  ],
  match(scene) {
    if (isBackReference(scene) || scene.isNested() || scene.isQuestion() || scene.before().some((t) => /^取消/.test(t.text))) return [];
    if (scene.word('v')!.notes === 'receive') return received(scene);
    // 通了30分钟的电话: the verb alone says nothing.
    if (
      /^通[了过]$/.test(scene.trigger.text) &&
      !scene
        .after()
        .slice(0, 6)
        .some((t) => /^电?话$/.test(t.text))
    )
      return [];
    const withs = scene.marked('with');
    const mine = scene.ownSubject();
    const actors = [...(mine.length === 0 && withs.length > 0 ? scene.carried : mine), ...withs];
    if (actors.length === 0 || (actors.length === 1 && actors[0]!.kind === 'joint' && actors[0]!.inherited)) return [];
    if (/^(?:中|时|后|内容)$/.test(scene.after()[0]?.text ?? '') && scene.ownSubject().length === 0) return [];
    const format = /视频/.test(scene.trigger.text) ? ('video' as const) : ('phone' as const);
    const each =
      scene.before().some((t) => t.text === '分别') && withs.length > 1 && withs.every((p) => p.kind === 'person' || p.kind === 'office');
    if (each) return withs.map((p) => event(scene, { rule: call.id, kind: 'call', actors: [...scene.ownSubject(), p], format }));
    return [event(scene, { rule: call.id, kind: 'call', actors, format })];
  },
};

/** A接到B的电话: the other side stands between the verb and the call. */
function received(scene: Scene): Draft[] {
  const after = scene.after();
  const at = after.findIndex((t) => /^(?:电话|来电)/.test(t.text));
  if (at < 1 || after[at - 1]!.text !== '的') return [];
  const callers = scene.parties(after.slice(0, at));
  const actors = [...scene.subject().filter((p) => p.kind !== 'place'), ...callers];
  return twoSides(actors) && callers.length > 0 ? [event(scene, { rule: call.id, kind: 'call', actors, format: 'phone' })] : [];
}

/** Political consultations and negotiations that are held. */
export const consult: Frame<Scene> = {
  id: 'zh/event/consult',
  triggers: [{ cls: 'v', values: ['consultation', 'negotiation'] }, { cls: 'body' }],
  examples: [
    {
      text: '2024年5月14日,中国外交部副部长孙卫东与马来西亚外交部秘书长安兰举行外交磋商。',
      finds: ['event consultation CN,MY 2024-05-14'],
    },
    { text: '印度同秘鲁关系密切。2017年8月,两国启动自由贸易协定谈判。', finds: ['event negotiation IN,PE 2017-08'] },
  ],
  match(scene) {
    const word = scene.word('v');
    // 举行中韩外交部门战略对话: a dialogue with a name, that two sides hold.
    if (word === undefined && !/(?:对话|磋商)$/.test(scene.trigger.text)) return [];
    if (isBackReference(scene) || numbered(scene) || scene.isNested() || scene.isQuestion() || scene.after()[0]?.text === '的') return [];
    const held =
      scene.has(scene.before(), 'lv', 'hold') ||
      scene.has(scene.after().slice(0, 3), 'lv', 'hold') ||
      opensLater(scene) ||
      /^(?:举行|进行|展开|重启|恢复)/.test(scene.trigger.text) ||
      scene.before().some((t) => /^(?:重启|恢复|启动|开始|展开|继续|重新开始|完成|结束|开启)/.test(t.text));
    if (!held || isAsked(scene) || scene.before().some((t) => /^召回/.test(t.text))) return [];
    const own = scene.ownSubject();
    const withs = scene.marked('with');
    const led = scene.before().every((t) => !isA(t, 'person', 'title', 'state', 'joint', 'pair'));
    const joined =
      withs.length > 0 || (led && scene.clauseAt > 0 && twoSides(scene.carried) && scene.carried.every((p) => p.kind !== 'joint'));
    const actors = [...(own.length === 0 && joined ? scene.carried : own), ...withs];
    const inside = codesIn(scene.sentence.chart, scene.clauseSpan().start, scene.trigger.end);
    if (!twoSides(actors) && inside.length < 2) return [];
    if (own.length > 0 && own.every((p) => p.kind === 'joint' && p.inherited) && !isBegun(scene)) return [];
    return [
      event(scene, {
        rule: consult.id,
        kind: word?.value === 'negotiation' ? 'negotiation' : 'consultation',
        actors: actors.length > 0 ? actors : scene.subject(),
        more: inside.length <= 3 && !twoSides(actors) ? inside : [],
      }),
    ];
  },
};

/** 双方启动自由贸易谈判: told straight after both sides, as done. */
function isBegun(scene: Scene): boolean {
  const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  return (
    scene.modality() === 'actual' &&
    /^(?:双方|两国)(?:已|正式|于|同意|宣布|当[天日]|\d{1,2}月|\d{1,2}日|今年|去年|\d{4}年)*(?:重启|恢复|启动|开启|完成|结束)了?(?:第.{1,3}轮|新一轮|首轮)?[^,的]{0,10}$/.test(
      led,
    )
  );
}

/** 谈判在A开始, 磋商于20日重启: only a time or a place between the talk and its verb. */
function opensLater(scene: Scene): boolean {
  const after = scene.after();
  const at = after.findIndex((t) => /^(?:开始|启动|重启|恢复|结束|落幕|开启|展开)$/.test(t.text));
  return (
    at >= 0 &&
    (at === after.length - 1 || after[at + 1]!.text === '了') &&
    after.slice(0, at).every((t) => isA(t, 'time', 'mod', 'mark', 'place', 'state'))
  );
}

/** Whether the clause counts the meeting: 第N次, which makes it a session of a standing body. */
export function numbered(scene: Scene): boolean {
  return scene.clause.some((t) => isA(t, 'session'));
}

/** 举行研讨会, 出席论坛: conferences with a name, a time or a place of their own. */
export const conference: Frame<Scene> = {
  id: 'zh/event/conference',
  triggers: [{ cls: 'v', values: ['conference'] }, { cls: 'organisation' }],
  examples: [{ text: '2019年12月10日,越南与日本经济论坛在河内举行。', home: 'VN', finds: ['event conference JP,VN 2019-12-10'] }],
  match(scene) {
    if (isBackReference(scene) || scene.isNested() || scene.isQuestion() || scene.after()[0]?.text === '的' || numbered(scene)) return [];
    const isVerb = scene.word('v')?.value === 'conference';
    const isTalk = !isVerb && /(?:对话|磋商)$/.test(scene.trigger.text);
    if (!isVerb && !isTalk && !/(?:论坛|峰会|首脑会议|大会|研讨会|博览会|年会)$/.test(scene.trigger.text)) return [];
    // 民主党全国代表大会: a party's own.
    if (/党|全国代表|人民代表/.test(scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 6), scene.trigger.end)))
      return [];
    const before = scene.before();
    const after = scene.after();
    const named = before.length > 0 || !isVerb;
    const held = named && (scene.has(before.slice(-6), 'lv', 'hold') || scene.has(after.slice(0, 9), 'lv', 'hold'));
    const opens = after.slice(0, 3).some((t) => /^(?:正式)?(?:开幕|召开)/.test(t.text));
    const attended = scene.has(before, 'lv', 'attend') && scene.ownSubject().some((p) => p.kind === 'person');
    if (attended && !scene.has(scene.clause, 'v', 'visit') && !scene.has(after, 'v'))
      return /^(?:期间|时|之际|前夕|之机)/.test(after[0]?.text ?? '') ? [] : attend(scene);
    if ((!held && !opens) || scene.has(before, 'lv', 'attend') || scene.has(scene.clause, 'v', 'visit')) return [];
    const actors = [...scene.ownSubject(), ...scene.marked('with', 'by')].filter((p) => p.kind !== 'place');
    // A与B举行峰会: two people meet, where no name of their own makes it a conference of more.
    const led = scene.ownSubject().length === 0 && scene.marked('with').length > 0 ? scene.carried.filter((p) => p.kind === 'person') : [];
    const two = [...led, ...actors];
    if (isOfTwo(scene) && twoSides(two) && two.every((p) => p.kind === 'person'))
      return [event(scene, { rule: conference.id, kind: 'meeting', actors: two })];
    const inside = codesIn(scene.sentence.chart, scene.clauseSpan().start, scene.trigger.end);
    const more = [...inside, ...placeCountry(scene)];
    if (actors.length === 0 && more.length === 0 && scene.cast.home) more.push(scene.cast.home);
    if (actors.length === 0 && more.length === 0) return [];
    return [event(scene, { rule: conference.id, kind: isTalk ? 'consultation' : 'conference', actors, more })];
  },
};

/** 峰会, 首脑会谈, 韩美峰会: with a name that is no more than the two who meet. */
function isOfTwo(scene: Scene): boolean {
  const { text, start, end } = scene.trigger;
  if (/^(?:首脑)?(?:峰会|高峰会)$|^首脑会[谈议]$/.test(text)) return true;
  return (
    /^[\u4e00-\u9fff]{2}(?:首脑|领袖|领导人)?(?:峰会|高峰会|会谈|会晤)$/.test(text) &&
    codesIn(scene.sentence.chart, start, end).length === 2
  );
}

/** A出席…论坛: a conference of the states in its name and of those who attend. */
function attend(scene: Scene): Draft[] {
  const lv = scene.before().findLastIndex((t) => isA(t, 'lv'));
  const named = codesIn(scene.sentence.chart, scene.clause[lv]!.end, scene.trigger.end);
  const actors = scene.ownSubject().filter((p) => p.kind === 'person');
  const more = [...named, ...hostsOf(scene).filter((c) => !named.includes(c))];
  if (new Set([...more, ...scene.codes(...actors)]).size < 2) return [];
  return [event(scene, { rule: conference.id, kind: 'conference', actors, more })];
}

/** 应B邀请,A将出席…: whoever invites is the host; 出席在B举行的论坛 names the place. */
function hostsOf(scene: Scene): string[] {
  const invited = scene.clauses
    .slice(0, scene.clauseAt + 1)
    .find((c) => c[0]?.text === '应' && c.some((t) => isA(t, 'v') && /邀请$/.test(t.text)));
  const from = invited ? scene.codes(...scene.parties(invited.slice(1, 3))) : [];
  if (from.length > 0) return from.slice(0, 1);
  const at = scene.clause.findIndex((t, i) => t.text === '在' && isA(scene.clause[i + 1], 'state', 'place'));
  return at < 0 ? [] : scene.codes(...scene.parties([scene.clause[at + 1]!]));
}

function placeCountry(scene: Scene): string[] {
  const i = scene.clause.findIndex((t, k) => t.text === '在' && isA(scene.clause[k + 1], 'place', 'state'));
  return i < 0 ? [] : scene.parties([scene.clause[i + 1]!]).flatMap((p) => p.country ?? []);
}

/** A接受多国大使递交国书: one event with all states. */
export const credentials: Frame<Scene> = {
  id: 'zh/event/credentials',
  triggers: [{ cls: 'v', values: ['credentials'] }],
  examples: [
    {
      text: '2024年1月30日,中国国家主席习近平接受古巴驻华大使白诗德、巴基斯坦驻华大使哈希米递交国书。',
      finds: ['event credentials CN,CU,PK 2024-01-30'],
    },
  ],
  match(scene) {
    const next = scene.after().slice(0, 3);
    if (next[0]?.text === '的' || next.some((t) => t.text === '是')) return [];
    const parties = [...scene.subject(), ...scene.parties(scene.clause.slice(0, scene.at))];
    const names = scene.clauses
      .slice(scene.clauseAt + 1)
      .flatMap((c) => scene.parties(c))
      .filter((p) => p.kind === 'person' && /大使/.test(p.office ?? ''));
    const posts = scene.clause.flatMap((t) => {
      const post = (as(t, 'title')?.value ?? as(t, 'person')?.value) as { post: string | null } | undefined;
      return post?.post ? [post.post] : [];
    });
    const actors = [...parties.filter((p) => p.kind === 'person' || p.kind === 'state'), ...names];
    const codes = new Set([...scene.codes(...parties, ...names), ...posts]);
    if (codes.size < 2) return [];
    return [
      event(scene, {
        rule: credentials.id,
        kind: 'credentials',
        actors: actors.filter((a) => a.kind !== 'state'),
        more: [...codes],
        span: scene.wideSpan(),
      }),
    ];
  },
};

/** A邀请B访问: the finite verb; 应A邀请 belongs to the visit. */
export const invitation: Frame<Scene> = {
  id: 'zh/event/invitation',
  triggers: [{ cls: 'v', values: ['invitation'] }],
  examples: [
    {
      text: '2023年9月10日,越南国家主席武文赏邀请美国总统拜登早日再次访问越南。',
      home: 'VN',
      finds: ['event invitation US,VN 2023-09-10'],
    },
    { text: '应中国国家主席习近平邀请,法国总统马克龙将访问中国。', finds: ['event visit CN,FR planned'] },
    { text: '日本邀请韩国总统李在明出席在大阪举行的峰会。', finds: ['event invitation JP,KR'] },
  ],
  match(scene) {
    const before = scene.before();
    if (before.some((t) => /^应/.test(t.text)) || scene.after()[0]?.text === '的' || before[before.length - 1]?.text === '的') return [];
    const subject = scene.subject();
    const object = scene.object();
    const guest = object.filter((p) => p.kind === 'person' || p.kind === 'office');
    if (subject.length === 0 || (guest.length === 0 && object.length === 0)) return [];
    const next = scene.after().slice(0, 8);
    // 邀请B出席: who invites is named, and it is not only thought of, asked for or refused.
    const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
    const attends =
      next.some((t) => /^(?:出席|参加|前往)/.test(t.text)) &&
      scene.ownSubject().length > 0 &&
      !/拒绝|呼吁|思考|考虑|讨论|提出|敦促|希望|要求|有意|问题/.test(led);
    if (!attends && !next.some((t) => isA(t, 'v', 'visit-host'))) return [];
    if (!twoSides([...subject, ...object])) return [];
    return [
      event(scene, { rule: invitation.id, kind: 'invitation', actors: subject, recipients: guest.length > 0 ? guest : object.slice(0, 1) }),
    ];
  },
};
