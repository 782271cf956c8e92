import { as, isA } from '../../../../grammar/token.js';
import { codesOfParties, stateOf } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import type { StateValue } from '../../token.js';

/** A house in a town, and whoever is met there. */
const SPOTS = /(?:饭店|酒店|旅馆|宾馆|官邸|机场|会场|会议中心|办公室)[^,。]{0,8}[与同和跟]$/;

/** The states that receive whoever travels, in order. */
export function hostCodes(scene: Scene, shape: string, visitors: readonly Party[]): string[] {
  const from = codesOfParties(visitors);
  const other = (list: readonly Party[]): string[] =>
    codesOfParties(
      list.filter(
        (p) => p.kind === 'state' || p.kind === 'place' || p.kind === 'joint' || (p.kind === 'organisation' && p.codes.length === 1),
      ),
    ).filter((c) => !from.includes(c));
  if (shape === 'host') {
    const named = (as(scene.trigger, 'visit-host')!.value as StateValue).codes.map(stateOf);
    const abroad = named.filter((c) => !from.includes(c));
    return named.length > 1 ? (abroad.length === 1 ? abroad : []) : named;
  }
  const to = other(scene.marked('to'));
  // 对A、B和C进行访问: 和 goes on with the list.
  const more = scene.marked('with');
  if (to.length > 0)
    return more.length > 0 && more.every((p) => p.kind === 'state') ? [...to, ...other(more).filter((c) => !to.includes(c))] : to;
  const [next, then] = scene.after();
  // 在A访问期间讨论B, 访问A的B难民营: what stands behind is no host.
  const isOver = /^(?:期间|时|之际|后|之后)$/.test(next?.text ?? '');
  const object = isOver ? [] : then?.text === '的' && isA(next, 'state', 'place') ? scene.parties([next!]) : scene.object();
  // 赴饭店与B会面, 抵达B下榻的饭店: where the way ends is no state.
  const goal = object[0]?.kind === 'place' ? '' : scene.text.slice(scene.trigger.end, object[0]?.span.start ?? scene.trigger.end);
  if (shape !== 'visit' && SPOTS.test(goal)) return [];
  const firstStates = other(object.slice(0, 4));
  if (firstStates.length > 0 && !(shape === 'visit' && /^来访/.test(scene.trigger.text)))
    return shape === 'visit' ? firstStates : firstStates.slice(0, 1);
  if (/^(?:到访|来访|回访)/.test(scene.trigger.text)) {
    const host = scene.parties(scene.before()).filter((p) => !p.codes.some((c) => from.includes(stateOf(c))));
    const own = codesOfParties(host);
    const codes = own.length > 0 ? own : codesOfParties(scene.carried).filter((c) => !from.includes(c));
    if (codes.length > 0) return codes.slice(0, 1);
    const told = tellingHost(scene, from) ?? scene.cast.home;
    return told && !from.includes(told) ? [told] : [];
  }
  const went = scene
    .before()
    .findIndex((t, i, all) => /^[到赴往至]$/.test(t.text) && (isA(all[i + 1], 'state', 'place') || all[i + 1]?.text === '我国'));
  if (shape === 'visit' && went >= 0) {
    const there = other(scene.parties([scene.before()[went + 1]!]));
    if (there.length > 0) return there;
  }
  // 正在B访问: where the visitor is now.
  const now = scene.before().findLastIndex((t, i, all) => /^(?:正在|仍在|还在|正)$/.test(t.text) && isA(all[i + 1], 'state', 'place'));
  const seat = now < 0 ? undefined : scene.before()[now + 1]!;
  if (shape === 'visit' && seat && NOW_HELD.test(scene.text.slice(seat.end, scene.trigger.start))) {
    const there = other(scene.parties([seat]));
    if (there.length > 0) return there;
  }
  const place = other(scene.parties(scene.groups().marked.get('at')));
  if (shape !== 'visit' || place.length > 0) return shape === 'visit' ? place : [];
  const inviting = invitingHost(scene, from);
  if (inviting) return [inviting];
  // An ambassador who travels the country of posting: 驻委内瑞拉大使对特鲁希略州进行工作访问.
  return scene.groups().marked.has('to') ? posts(scene).slice(0, 1) : [];
}

/** 正在B进行为期三天的访问: what may stand between the place and the word. */
const NOW_HELD = /^(?:首都[^,。]{2,6})?(?:进行|展开)?(?:为期[^,。]{1,8}的?)?$/;

/** 正在吉隆坡访问的A: where the place stands straight before the verb, it tells the host. */
export function relativeHosts(scene: Scene, shape: string, visitors: readonly Party[]): string[] {
  const hosts = hostCodes(scene, shape, visitors);
  const place = scene.before()[scene.at - 1];
  return hosts.length === 0 && isA(place, 'place', 'state') ? codesOfParties(scene.parties([place!])) : hosts;
}

function posts(scene: Scene): string[] {
  return scene.before().flatMap((t) => {
    const post = t.edges.find((e) => e.cls === 'person')?.value as { post: string | null } | undefined;
    return post?.post ? [post.post] : [];
  });
}

/** A总统说,B总统将来访; A外交部宣布,B总统将应邀来访: who tells of a guest receives him. */
function tellingHost(scene: Scene, from: readonly string[]): string | null {
  const { speaker } = scene.registers;
  const led = scene.clauses[scene.clauseAt - 1];
  if (scene.clauseAt === 0 || !led || scene.before().some((t) => /欢迎|希望|期待|邀请|^如果?$/.test(t.text))) return null;
  if (speaker && speaker.span.start >= scene.sentence.span.start)
    return speaker.value.country && !from.includes(speaker.value.country) ? speaker.value.country : null;
  if (!/^(?:宣布|证实|透露|公布)$/.test(led[led.length - 1]!.text)) return null;
  const codes = codesOfParties(scene.parties(led.filter((t) => isA(t, 'organisation', 'title', 'person', 'state'))));
  return codes.length === 1 && !from.includes(codes[0]!) ? codes[0]! : null;
}

/** 应B总理邀请,A…进行国事访问: a visit that names no other goal is to whoever invites. */
function invitingHost(scene: Scene, from: readonly string[]): string | null {
  const isFormal = /国事访问|正式访问|工作访问|友好访问|访问$/.test(scene.trigger.text) && scene.has(scene.before(), 'lv', 'hold');
  const plain = scene.after().length === 0 && !scene.before().some((t) => isA(t, 'place') || /^(?:对|在|到|赴|往)$/.test(t.text));
  if (!isFormal || !plain) return null;
  const clause = scene.clauses.slice(0, scene.clauseAt + 1).findLast((c) => c.some((t) => t.text === '应'));
  const at = clause?.findIndex((t) => t.text === '应') ?? -1;
  const to = clause?.findIndex((t, i) => i > at && /邀请$/.test(t.text)) ?? -1;
  if (!clause || at < 0 || to < 0) return null;
  const codes = codesOfParties(scene.parties(clause.slice(at + 1, to))).filter((c) => !from.includes(c));
  return codes.length === 1 ? codes[0]! : null;
}
