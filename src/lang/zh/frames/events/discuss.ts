import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import { isContact } from '../../clause-shapes.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { isAsked, isDue } from './act-limits.js';
import { event } from './make.js';

const JOINS = /^(?:与|和|同|跟|及|以及)$/;
const SIDES = ['person', 'title', 'state', 'organisation', 'pron'] as const;
/** Who stands for a state in a talk, where no name does. */
const IN_OFFICE = /政府|当局|外交部|国防部|白宫|总统府|官员|官方|代表团|方面?$/;

/** A与B讨论了…, A准备同B商讨…: what two sides talk over, in a clause that tells of no other contact. */
export const discuss: Frame<Scene> = {
  id: 'zh/event/discuss',
  triggers: [{ cls: 'discuss' }],
  examples: [
    { text: '2026年2月3日,埃塞俄比亚总理阿比与肯尼亚总统鲁托讨论了边境贸易。', finds: ['event consultation ET,KE 2026-02-03'] },
    { text: '亚美尼亚准备同俄罗斯讨论这份提案。', finds: ['event consultation AM,RU planned'] },
    { text: '捷克总统帕维尔和波兰总理图斯克讨论防务合作。', finds: ['event consultation CZ,PL'] },
    { text: '肯尼亚议会讨论与坦桑尼亚的贸易。', finds: [] },
    { text: '肯尼亚与坦桑尼亚的讨论没有结果。', finds: [] },
    { text: '肯尼亚总统同坦桑尼亚总统通话,讨论边境贸易。', finds: [] },
    { text: '肯尼亚希望与坦桑尼亚讨论边境贸易。', finds: [] },
  ],
  match(scene) {
    const after = scene.after();
    if (scene.isQuestion() || after.length === 0 || /^(?:的|中|后|时|期间|之后|会|稿|度|组|区|结果|过程)$/.test(after[0]!.text)) return [];
    const sides = talkers(scene);
    const codes = codesOfParties(sides);
    if (codes.length < 2 || codes.length > 3 || !sides.every((p) => p.codes.length > 0)) return [];
    const told = scene.clauses.slice(0, scene.clauseAt + 1).flat();
    if (told.some((t, i) => isContact(t) && (!isA(t, 'lv') || told[i + 1] === scene.trigger) && !isTravel(t))) return [];
    if (scene.isNested() || isAsked(scene) || isDue(scene)) return [];
    const modality = scene.modality();
    return modality === 'actual' || modality === 'planned' ? [event(scene, { rule: discuss.id, kind: 'consultation', actors: sides })] : [];
  },
};

/** A journey, on which there may be a talk besides. */
function isTravel(t: Token): boolean {
  return isA(t, 'visit-host') || t.edges.some((e) => e.cls === 'v' && (e.value as { value: string }).value === 'visit');
}

/** The two who talk: both named straight before the word, joined by a word for and or with. */
function talkers(scene: Scene): Party[] {
  const before = scene.before();
  let at = before.length - 1;
  while (at >= 0 && (isA(before[at], 'time', 'mod') || /^(?:就|也|还|一起|共同|再次|直接|当面|深入|详细)$/.test(before[at]!.text))) at--;
  if (at < 1 || !isA(before[at], ...SIDES)) return [];
  const other = scene.parties([before[at]!]);
  if (!JOINS.test(before[at - 1]!.text)) return [];
  let led = at - 2;
  while (led >= 0 && (isA(before[led], 'time', 'mod') || /^(?:也|还|正|并|曾|则|已|在|当天|随后|此前|准备|计划)$/.test(before[led]!.text)))
    led--;
  if (before[led - 1]?.text === '、') return [];
  const self = led >= 0 && isA(before[led], ...SIDES) ? scene.parties([before[led]!]) : led < 0 ? scene.carried.slice(0, 1) : [];
  const sides = [...self, ...other];
  return self.length === 1 && other.length === 1 && sides.every((p) => isVoice(scene, p)) ? sides : [];
}

/** Somebody in office, or a state that plans or does it as such. */
function isVoice(scene: Scene, p: Party): boolean {
  if (p.kind === 'person' || p.kind === 'office') return true;
  if (p.kind === 'organisation') return IN_OFFICE.test(p.name ?? '');
  return p.kind === 'state' && !/^的/.test(scene.text.slice(p.span.end));
}
