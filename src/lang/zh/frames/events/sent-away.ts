import { isA } from '../../../../grammar/token.js';
import { codesOfParties, otherOfTwo } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { attributiveOf } from './act-names.js';
import { announcer } from './act-told.js';
import { isOrderedToLeave } from './sent-home.js';

/** What the clause says besides: its subject, the state of whoever speaks, and who stands behind 被. */
interface Told {
  subject: readonly Party[];
  told: Party | undefined;
  passive: readonly Party[];
}

/** Who sends whom away by the words 不受欢迎的人, 离境 and 离开; `none` for every other word. */
export function sentAway(scene: Scene, { subject, told, passive }: Told): { actors: Party[]; recipients: Party[] } | undefined | 'none' {
  if (/不受欢迎/.test(scene.trigger.text)) {
    const all = scene.parties(scene.before().filter((t) => isA(t, 'person', 'title', 'state', 'organisation', 'pair')));
    if (passive.length > 0) return { actors: [...passive], recipients: [...scene.ownSubject(), ...attributiveOf(scene.before())] };
    if (scene.before().some((t) => /^被/.test(t.text))) {
      const named = [...scene.ownSubject(), ...attributiveOf(scene.before())];
      return {
        actors: told ? [told] : announcer(scene),
        recipients: named.length > 0 ? named : scene.parties(scene.clauses[scene.clauseAt - 1]),
      };
    }
    const led = scene.before().findIndex((t) => /^(?:宣布|列|将|把)/.test(t.text));
    const headless = led >= 0 && scene.parties(scene.before().slice(0, led)).length === 0;
    // A外长表示,宣布B外交官…: who speaks declares it.
    const before = scene.clauses[scene.clauseAt - 1] ?? [];
    const opener = before.at(-1);
    // 外交部发表声明,宣布B外交官…; A外交部宣布,B外交官为…: no less.
    // 将召见B代办,宣布…: a plan that goes on is not done.
    const declares = led === 0 || /宣布$/.test(opener?.text ?? '');
    const states = declares && !before.some((t) => /^(?:将|拟|计划)$/.test(t.text)) ? scene.parties(before)[0] : undefined;
    const says = isA(opener, 'say') ? (told ?? states) : states;
    const isTold = led < 0 && says !== undefined;
    const first = headless || isTold ? (says ?? scene.carried[0] ?? subject[0]) : scene.subject()[0];
    const rest = headless || isTold ? all : all.filter((p) => first === undefined || p.span.start > first.span.start);
    return first ? { actors: [first], recipients: [...rest, ...attributiveOf(scene.before())] } : undefined;
  }
  if (/离境|离开/.test(scene.trigger.text)) {
    const before = scene.before();
    const verb = before.findIndex((t) =>
      /^(?:要求|限|限令|责令|勒令|命令|下令|令|禁止|不准|不许|不得|限制|阻止|限期|暂时禁止)$/.test(t.text),
    );
    const own = scene.parties(verb < 0 ? [] : before.slice(0, verb)).filter((p) => p.kind !== 'place');
    // B外交官被A勒令离境.
    const held = codesOfParties(passive);
    if (verb > 0 && held.length > 0) return { actors: [...passive], recipients: own.filter((p) => !p.codes.some((c) => held.includes(c))) };
    // B外交官,被要求在48小时内离开A: A orders it.
    if (verb > 0 && before[verb - 1]!.text === '被') {
      const host = scene.parties(scene.after().slice(0, 1)).filter((p) => p.kind === 'state');
      const sent =
        own.length > 0
          ? own
          : scene.clauses.slice(0, scene.clauseAt).flatMap((c) => scene.parties(c.filter((t) => isA(t, 'person', 'title'))));
      const by = host.length > 0 ? host : announcer(scene);
      const other = by.length > 0 ? undefined : otherOfTwo(scene.registers.pair, codesOfParties(sent));
      return { actors: other ? [other] : by, recipients: sent };
    }
    // B外交人员须在72小时内离开: who orders it is the subject before.
    if (verb < 0 && (/离开/.test(scene.trigger.text) || isOrderedToLeave(scene))) {
      const sent = [...subject, ...attributiveOf(before)];
      const gone = codesOfParties(sent);
      const named = (told ? [told] : scene.parties(scene.clauses[0]).slice(0, 1)).filter((p) => p.codes.some((c) => !gone.includes(c)));
      // B外交官须在48小时内离开A.
      const host = scene.parties(scene.after().slice(0, 1)).filter((p) => p.kind === 'state' && !p.codes.some((c) => gone.includes(c)));
      return { actors: named.length > 0 ? named : host, recipients: sent };
    }
    return {
      actors: own.length > 0 ? own : subject.length > 0 && verb < 0 ? [...subject] : [...scene.carried],
      recipients: scene.parties(before.slice(verb + 1)).filter((p) => p.kind !== 'place'),
    };
  }
  return 'none';
}
