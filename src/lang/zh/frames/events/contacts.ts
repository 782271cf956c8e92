import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { as, isA, type Token } from '../../../../grammar/token.js';
import { asGovernments } from '../../governments.js';
import { codesOfParties, otherOfTwo, stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { clauseTail, isAsked } from './act-limits.js';
import { isBegun, mediates } from './begun.js';
import { event, isBackReference, twoSides } from './make.js';
import { CALLED_OFF } from './meet.js';
import { talkersBefore } from './talkers.js';
import { isOfTwo } from './talks.js';

/** 谈判仍在继续, 谈判已持续十多年, 谈判陷入僵局: talks that are under way, or have come to nothing. */
const GOES_ON =
  /^(?:目前|现|仍然?|一直|还|也|都|已经?|正)*(?:在|于[^,]{1,8})?(?:(?:重启|恢复|启动|结束)(?=$|了)|完成|卡在|处于|继续|进行(?:中|当中)?|持续|[^,]{0,4}(?:未果|无果)|破裂|陷入(?:僵局|停滞)|取得(?:了|重大|积极|初步|实质性?)*(?:进展|突破)|进入(?:最后|关键|收官)阶段|(?:已)?接近尾声)/;

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
    { text: '埃及、埃塞俄比亚和苏丹三国之间的谈判已持续十多年。', finds: ['event negotiation EG,ET,SD'] },
    { text: '美国正在与伊朗谈判。', finds: ['event negotiation IR,US'] },
    { text: '美国5月20日就关税问题与印度磋商。', finds: ['event consultation IN,US'] },
    { text: '美国愿意与伊朗谈判。', finds: [] },
    { text: '安卡拉与巴库的谈判仍在继续。', finds: ['event negotiation AZ,TR'] },
    { text: '埃及与埃塞俄比亚的谈判对手。', finds: [] },
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
      isUnderWay(scene) ||
      (word?.value === 'negotiation' &&
        scene.modality() === 'actual' &&
        GOES_ON.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))) ||
      scene.before().some((t) => /^(?:正式|全面|共同)?(?:重启|恢复|启动|开始|展开|继续|重新开始|完成|结束|开启)/.test(t.text));
    if (
      !held ||
      isAsked(scene) ||
      scene.before().some((t) => /^召回/.test(t.text) || (word?.value !== 'negotiation' && /^愿意?$/.test(t.text)))
    )
      return [];
    // 原定举行的谈判被取消.
    if (CALLED_OFF.test(clauseTail(scene))) return [];
    // 就谈判文本进行讨论: of the talks, and none.
    if (/^(?:文本|方案|代表|团队|桌|立场|条件|底线|筹码|议题|内容|成果|结果|策略)/.test(scene.text.slice(scene.trigger.end))) return [];
    const own = scene.ownSubject();
    const withs = scene.marked('with').filter((p) => !mediates(scene, p));
    const led = scene.before().every((t) => !isA(t, 'person', 'title', 'state', 'joint', 'pair'));
    const joined =
      withs.length > 0 || (led && scene.clauseAt > 0 && twoSides(scene.carried) && scene.carried.every((p) => p.kind !== 'joint'));
    const actors = asGovernments([...(own.length === 0 && joined ? scene.carried : own), ...withs], scene.text);
    const inside = codesIn(scene.sentence.chart, scene.clauseSpan().start, scene.trigger.end);
    if (!twoSides(actors) && own.length === 0 && withs.length > 0 && isMark(scene.clause[0]) && scene.modality() === 'actual')
      actors.unshift(...unsaid(scene, actors));
    if (!twoSides(actors)) {
      const apart = talkersBefore(scene);
      if (apart.length > 0) actors.splice(0, actors.length, ...apart);
    }
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

/** A正在与B谈判, A5月20日就关税与B磋商: the plain verb closes its clause, of what goes on or has a day. */
function isUnderWay(scene: Scene): boolean {
  if (scene.after().some((t) => t.text !== '。') || scene.modality() !== 'actual') return false;
  const isNow = scene.before().some((t) => /^(?:正在?|目前正|仍在|一直在)$/.test(t.text) || isA(t, 'time'));
  return isNow && scene.ownSubject().length > 0 && scene.marked('with').length > 0 && !scene.before().some((t) => isA(t, 'will', 'goal'));
}

/** 与B的谈判仍在继续: whoever speaks, else the other of the two that the passage is about. */
function unsaid(scene: Scene, others: readonly Party[]): Party[] {
  const codes = codesOfParties(others);
  const { speaker, contact, pair } = scene.registers;
  const country = speaker?.value.country;
  if (speaker && country && !codes.includes(country)) return [stateParty([country], speaker.span, true)];
  const other = otherOfTwo(contact ?? pair, codes);
  return other ? [other] : [];
}

function isMark(t: Token | undefined): boolean {
  return t !== undefined && /^(?:与|同|和|跟)$/.test(t.text);
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

const CONFERENCE =
  /(?:论坛|峰会|首脑会议|大会|研讨会|博览会|年会|高官会|(?:外长|防长|财长|部长|部长级|领导人|首脑)(?:非正式|特别|紧急|系列)?会议?)$/;

/** 峰会8日在某地开幕, 外长会在某地落幕. */
const OPENS = /^(?:[^,。的]{0,20}[日天午晚在])?[^,。的]{0,16}(?:正式)?(?:开幕|召开|落幕|闭幕|登场|拉开帷幕)了?[。”]?$/;

/** 举行研讨会, 出席论坛: conferences with a name, a time or a place of their own. */
export const conference: Frame<Scene> = {
  id: 'zh/event/conference',
  triggers: [{ cls: 'v', values: ['conference'] }, { cls: 'organisation' }],
  examples: [
    { text: '2019年12月10日,越南与日本经济论坛在河内举行。', home: 'VN', finds: ['event conference JP,VN 2019-12-10'] },
    { text: '非盟外长会议2019年12月10日在肯尼亚蒙巴萨举行。', finds: ['event conference AFU,KE 2019-12-10'] },
    { text: '阿盟外长会议2024年5月8日在约旦首都安曼落幕。', finds: ['event conference JO,LAS 2024-05-08'] },
    { text: '肯尼亚总统在非盟外长会议上发言。', finds: [] },
    { text: '智利和秘鲁相互支持对方主办2027年亚太经合组织领导人非正式会议。', finds: [] },
  ],
  match(scene) {
    if (
      isBackReference(scene) ||
      scene.isNested() ||
      scene.isQuestion() ||
      scene.after()[0]?.text === '的' ||
      (numbered(scene) && !CONFERENCE.test(scene.trigger.text))
    )
      return [];
    // 在会议开幕式上, 感谢B举办会议, 支持B主办明年的会议: spoken of too.
    if (
      /^(?:(?:开幕式|闭幕式)上|上[,的])/.test(clauseTail(scene)) ||
      scene.before().some((t) => /^(?:感谢|争取|邀请?|(?:相互|互相|坚定)?支持|反对|申请|竞争|申办)$/.test(t.text))
    )
      return [];
    // 会见来华出席峰会的B总统: where the guest goes, who stands behind.
    if (scene.has(scene.before(), 'v', 'meeting') && scene.has(scene.before(), 'visit-host')) return [];
    // 对峰会进行报道: spoken of.
    if (/^(?:对|就|为|给|因|由于|关于|围绕)$/.test(scene.before()[scene.at - 1]?.text ?? '')) return [];
    const isVerb = scene.word('v')?.value === 'conference';
    const isTalk = !isVerb && /(?:对话|磋商)$/.test(scene.trigger.text);
    if (!isVerb && !isTalk && !CONFERENCE.test(scene.trigger.text)) return [];
    // 民主党全国代表大会: a party's own.
    if (/党|全国代表|人民代表/.test(scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 6), scene.trigger.end)))
      return [];
    const before = scene.before();
    const after = scene.after();
    const named = before.length > 0 || !isVerb;
    const held = named && (scene.has(before.slice(-6), 'lv', 'hold') || scene.has(after.slice(0, 9), 'lv', 'hold'));
    const opens = after.slice(0, 3).some((t) => /^(?:正式)?(?:开幕|召开)/.test(t.text)) || OPENS.test(clauseTail(scene));
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

/** A出席…论坛: a conference of the states in its name and of those who attend. */
function attend(scene: Scene): Draft[] {
  const lv = scene.before().findLastIndex((t) => isA(t, 'lv') && !t.text.endsWith('的'));
  // 将不出席.
  if (/不(?:会|再|能|打算|准备)?$/.test(scene.text.slice(scene.clause[0]!.start, scene.clause[lv]?.start ?? 0))) return [];
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
