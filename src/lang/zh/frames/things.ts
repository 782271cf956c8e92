import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import { codesOfParties, partyOf, stateOf } from '../parties.js';
import { count } from '../phrases/moments.js';
import type { Scene } from '../scene.js';
import type { NamedValue, OrgValue, PersonValue, TitleValue } from '../token.js';
import { base } from './base.js';

const BODY =
  /(?:委员会|工作组|分委会|混委会|联委会|对话会|政策对话会|合作机制|磋商机制|对话机制|会晤机制|交流机制|协调机制|(?:战略|安全|经济|人权|高层|政党|防务|海洋|网络|人文|能源|环境|国防|政策|部长级|高级别?|气候变化?|数字|贸易|投资|商务|财金|科技|领事|海事|反恐|军控|农业)对话|(?:政治|外交|政策|战略|领事|防务)磋商|(?:商务|工商|合作|协调|投资)理事会|联席会议|执委会|协调小组|联合小组|合作小组|指导小组|定期会晤)$/;

/** Standing bodies between states, their parts and sessions: 中俄投资合作委员会第十次会议. */
export const bodies: Frame<Scene> = {
  id: 'zh/body',
  triggers: [
    { cls: 'session' },
    { cls: 'body' },
    { cls: 'organisation' },
    { cls: 'title' },
    { cls: 'person' },
    { cls: 'v', values: ['consultation', 'meeting', 'conference', 'negotiation'] },
  ],
  examples: [
    { text: '2023年5月,中国和哈萨克斯坦合作委员会第十一次会议召开。', finds: ['body 中国和哈萨克斯坦合作委员会 CN,KZ 11'] },
    {
      text: '朝鲜政府和俄罗斯联邦政府间贸易合作委员会在平壤开会。',
      finds: ['body 朝鲜政府和俄罗斯联邦政府间贸易合作委员会 KP,RU'],
    },
    { text: '越南和韩国两国还商定建立副总理级经济对话机制。', finds: ['body 经济对话机制 KR,VN'] },
    { text: '美中经济工作组举行会议。', finds: ['body 美中经济工作组 CN,US'] },
    { text: '纪律检查委员会发布通报。', finds: [] },
    { text: '中国和印度发挥中印边界问题特别代表会晤机制的作用。', finds: ['body 中印边界问题特别代表会晤机制 CN,IN'] },
    { text: '中国和蒙古同意用好中蒙矿能和互联互通合作委员会。', finds: ['body 中蒙矿能和互联互通合作委员会 CN,MN'] },
    { text: '双方主张加强中美对话和合作。', finds: [] },
    { text: '亚美尼亚和格鲁吉亚国界划界委员会举行第七次会议。', finds: ['body 亚美尼亚和格鲁吉亚国界划界委员会 AM,GE 7'] },
    { text: '泰国与新西兰举行第三次海洋对话。', finds: ['body 海洋对话 NZ,TH 3'] },
    { text: '泰国与新西兰气候变化部长级对话在曼谷举行。', finds: ['body 泰国与新西兰气候变化部长级对话 NZ,TH'] },
    { text: '泰国与新西兰国会外交委员会交换了意见。', finds: [] },
    { text: '中国与匈牙利、塞尔维亚举行中匈塞交通联合工作组第三次会议。', finds: ['body 中匈塞交通联合工作组 CN,HU,RS 3'] },
    { text: '匈牙利与塞尔维亚说,12日匈塞交通联合工作组开会。', finds: ['body 匈塞交通联合工作组 HU,RS'] },
    { text: '泰国与日本经济对话很重要。', finds: ['body 泰国与日本经济对话 JP,TH'] },
    { text: '2023年6月,日本与印度尼西亚举行外长和防长“2+2”会谈。', finds: ['body “2+2”会谈 ID,JP'] },
  ],
  match(scene) {
    const session = as(scene.trigger, 'session')?.value as
      | { name: string | null; codes: readonly string[]; number: number | null }
      | undefined;
    if (session) {
      if (session.name === null) return [];
      const known = session.codes.length > 0 ? session.codes.map(stateOf) : partiesHere(scene, session.name);
      const parties = known.length === 0 && /^(?:国家|中央)/.test(session.name) && scene.cast.home ? [scene.cast.home] : known;
      return parties.length > 0 ? [body(scene, session.name, parties, session.number, scene.trigger)] : [];
    }
    const two = isA(scene.trigger, 'v')
      ? /“?2[+加]2”?(?:部长级?)?$/.exec(scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 10), scene.trigger.start))
      : null;
    if (two) {
      const both = codesOfParties([...scene.fullSubject(), ...scene.marked('with')].filter((p) => p.kind !== 'place'));
      const at = { start: scene.trigger.start - two[0].length, end: scene.trigger.end };
      return both.length === 2 ? [body(scene, scene.text.slice(at.start, at.end), both, null, at)] : [];
    }
    const person = (as(scene.trigger, 'person')?.value as PersonValue | undefined)?.titles ?? [];
    const title = as(scene.trigger, 'title')?.value as TitleValue | undefined;
    for (const t of title ? [title] : person) {
      const name = t.organisation?.replace(/(?:副?组长|中方|俄方|越方)$/, '');
      if (!name || !BODY.test(name) || t.codes.length < 2) continue;
      const chairs =
        person.length > 0
          ? [(as(scene.trigger, 'person')!.value as PersonValue).name]
          : title && /主席/.test(title.head)
            ? scene.parties(scene.before()).flatMap((p) => (p.kind === 'person' && p.name ? [p.name] : []))
            : [];
      return [body(scene, name, t.codes.map(stateOf), null, scene.trigger, chairs)];
    }
    const named =
      (as(scene.trigger, 'body')?.value as NamedValue | undefined) ?? (as(scene.trigger, 'organisation')?.value as OrgValue | undefined);
    if (!named || title || person.length > 0 || !BODY.test(named.name)) return [];
    const other = named.codes.length === 1 ? joinedTo(scene) : undefined;
    if (other && !named.codes.map(stateOf).includes(other.code)) {
      const span = { start: other.start, end: scene.trigger.end };
      return [body(scene, scene.text.slice(span.start, span.end), [other.code, stateOf(named.codes[0]!)], heldSession(scene), span)];
    }
    const parties = named.codes.length >= 2 ? named.codes.map(stateOf) : partiesHere(scene, named.name);
    if (parties.length < 2) return [];
    const held = heldSession(scene);
    // 第五届经贸混委会: the number is of the session.
    const of = /^(?:第(\d{1,3}|[一二三四五六七八九十]{1,3})|首)届/.exec(named.name);
    const number = of ? (of[1] ? count(of[1]) : 1) : held;
    return [body(scene, named.name.slice(of?.[0].length ?? 0), parties, number, scene.trigger)];
  },
};

/** X委员会举行第13次会议, 举行第三次海洋对话, 首次X委员会会议: the number of the meeting that the clause tells of. */
function heldSession(scene: Scene): number | null {
  const behind = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  const before = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const isMeeting = /^(?:全体|联席)?(?:会议|会晤|例会)/.test(behind);
  if (isMeeting && /首[次届轮][^,]{0,8}$/.test(before)) return 1;
  const m =
    /^[^,第]{0,8}(?:举行|召开|举办)了?第([0-9]{1,3}|[一二三四五六七八九十]{1,3})[次届轮](?:全体)?(?:会议|会晤|例会|磋商|对话)/.exec(
      behind,
    ) ?? (/(?:对话|磋商)$/.test(scene.trigger.text) ? /第([0-9]{1,3}|[一二三四五六七八九十]{1,3})[次届轮]$/.exec(before) : null);
  return m ? count(m[1]!) : null;
}

/** 朝鲜政府和俄罗斯联邦政府间委员会: the government that 和 joins to the one in the name. */
export function joinedTo(scene: Scene): { code: string; start: number } | undefined {
  if (!/政府间|联合|混合|双边|合作|划界|勘界|国界/.test(scene.trigger.text)) return undefined;
  const before = scene.before().filter((t) => t.text.trim() !== '');
  const [side, join] = [before[before.length - 2], before[before.length - 1]];
  if (
    !join ||
    !/^(?:和|与|同|及|[–—-])$/.test(join.text) ||
    !isA(side, 'state', 'organisation') ||
    !/^[^、]{2,10}?(?:政府)?$/.test(side!.text)
  )
    return undefined;
  const codes = codesOfParties(scene.parties([side!]));
  return codes.length === 1 && codes[0]!.length === 2 && codes[0] !== 'EU' ? { code: codes[0]!, start: side!.start } : undefined;
}

function body(scene: Scene, name: string, parties: readonly string[], session: number | null, at: Span, chairs: string[] = []): Draft {
  const span = scene.clauseSpan();
  const parts = /分为|下设|设有/.test(scene.text.slice(span.start, span.end))
    ? scene.clause.filter((t) => t.start > at.end && isA(t, 'body')).map((t) => t.text)
    : [];
  const presiding = /主持/.test(scene.text.slice(span.start, at.start))
    ? scene.parties(scene.before()).flatMap((p) => (p.kind === 'person' && p.name ? [p.name] : []))
    : [];
  return {
    ...base(scene, bodies.id, {
      start: session === null && parts.length === 0 ? at.start : Math.min(at.start, span.start),
      end: parts.length > 0 ? span.end : at.end,
    }),
    type: 'body',
    name,
    aliases: [],
    parties: [...parties],
    parts,
    session,
    chairs: [...new Set([...chairs, ...presiding])],
  };
}

/** 两国政府间委员会, A与B有关…的联合委员会: the two stand before the name, or are those that the story is about. */
function partiesHere(scene: Scene, name: string): string[] {
  if (!/政府间|联合|混合|合作|工作组|对话|双边|混委会|联委会|.{2}磋商机制|协调委员会|战略[^,]{0,6}委员会|高级/.test(name)) return [];
  const before = scene.before();
  const near = codesOfParties(
    before
      .slice(-3)
      .filter((t) => isA(t, 'joint', 'pair'))
      .flatMap((t) => partyOf(t, scene.cast) ?? []),
  );
  if (near.length > 0) return near;
  const pair = scene.registers.pair?.value ?? [];
  if (/(?:两国|双方)之?间的?$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)))
    return pair.length === 2 ? [...pair] : [];
  const span = scene.clauseSpan();
  const states = before.findLastIndex(
    (t, i) => isA(t, 'state') && /^(?:与|和|同|及)$/.test(before[i - 1]?.text ?? '') && isA(before[i - 2], 'state'),
  );
  // 越南与印度有关经贸、科技合作的联合委员会.
  if (
    states >= 0 &&
    /^(?:之?间的?|有关[^,]{2,16}的|关于[^,]{2,16}的|政府间?的?)?$/.test(scene.text.slice(before[states]!.end, nameAt(scene, name)))
  )
    return codesOfParties(before.slice(states - 2, states + 1).flatMap((t) => partyOf(t, scene.cast) ?? []));
  // 两国商定建立副总理级经济对话机制: of the two that found it.
  if (
    /^(?:共同|联合|正式)?(?:建立|设立|成立|组建|重启|启动|恢复|激活)(?:了)?$/.test(
      before.findLast((t) => !isA(t, 'rank', 'count') && !/^(?:新的?|一个|双边|[^,]{1,6}级|产能|[和与及])$/.test(t.text))?.text ?? '',
    )
  ) {
    if (/^(?:合作|对话|磋商|交流|协调|会晤)机制$|[两二三四五]大/.test(name) || before.some((t) => /^(?:以|各自)$/.test(t.text))) return [];
    const two = codesOfParties([...scene.subject(), ...scene.fullSubject()].filter((p) => p.kind !== 'place'));
    if (two.length === 2) return two;
  }
  // A与B举行第三次海洋对话: of the two that hold it.
  if (
    /(?:举行|召开|主持|启动)了?(?:第[0-9一二三四五六七八九十]{1,3}|首)[次届轮]$/.test(scene.text.slice(span.start, scene.trigger.start))
  ) {
    const two = codesOfParties([...scene.fullSubject(), ...scene.marked('with')].filter((p) => p.kind !== 'place'));
    if (two.length === 2) return two;
  }
  const isOfOne = /^(?:第[^,]{1,4}[届次]|首届)?(?:政府间|联合|混合|双边|经贸)/;
  if ((isA(scene.trigger, 'session') || /^(?:第|首届)/.test(name)) && isOfOne.test(name) && pair.length === 2) return [...pair];
  const joint = /政府间|联合委员会|混合委员会|混委会|联委会/.test(name)
    ? before.filter((t) => isA(t, 'joint') && /双方|两国/.test(t.text))
    : [];
  return /成立|设立|建立|重启|恢复|启动|召开|举行|停止|发挥/.test(scene.text.slice(span.start, span.end))
    ? codesOfParties(joint.flatMap((t) => partyOf(t, scene.cast) ?? []))
    : [];
}

/** Where the body's name begins, which a session's own words may follow. */
function nameAt(scene: Scene, name: string): number {
  const at = scene.text.slice(scene.trigger.start, scene.trigger.end).indexOf(name);
  return scene.trigger.start + Math.max(0, at);
}
