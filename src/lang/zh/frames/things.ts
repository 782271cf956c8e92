import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import { codesOfParties, partyOf, stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { NamedValue, OrgValue, PersonValue, TitleValue } from '../token.js';
import { base } from './base.js';

const BODY =
  /(?:委员会|工作组|分委会|混委会|联委会|对话会|政策对话会|合作机制|磋商机制|对话机制|联席会议|执委会|协调小组|联合小组|合作小组|指导小组|定期会晤)$/;

/** Standing bodies between states, their parts and sessions: 中俄投资合作委员会第十次会议. */
export const bodies: Frame<Scene> = {
  id: 'zh/body',
  triggers: [{ cls: 'session' }, { cls: 'body' }, { cls: 'organisation' }, { cls: 'title' }, { cls: 'person' }],
  examples: [
    { text: '2023年5月,中国和哈萨克斯坦合作委员会第十一次会议召开。', finds: ['body 中国和哈萨克斯坦合作委员会 CN,KZ 11'] },
    { text: '美中经济工作组举行会议。', finds: ['body 美中经济工作组 CN,US'] },
    { text: '纪律检查委员会发布通报。', finds: [] },
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
    const parties = named.codes.length >= 2 ? named.codes.map(stateOf) : partiesHere(scene, named.name);
    if (parties.length < 2) return [];
    return [body(scene, named.name, parties, null, scene.trigger)];
  },
};

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

/** 两国政府间委员会: the pair stands before the name or is the one that the story is about. */
function partiesHere(scene: Scene, name: string): string[] {
  if (!/政府间|联合|混合|合作|工作组|对话|双边/.test(name)) return [];
  const before = scene.before().slice(-3);
  const near = before.filter((t) => isA(t, 'joint', 'pair')).flatMap((t) => partyOf(t, scene.cast) ?? []);
  return codesOfParties(near);
}
