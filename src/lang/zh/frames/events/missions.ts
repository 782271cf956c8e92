import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties, stateOf, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import type { StateValue } from '../../token.js';
import { isAsked, isDue, isHelped } from './act-limits.js';
import { event, isRelative } from './make.js';

const HOUSE = '(?:总?领事馆|领馆|使领馆|大?使馆|外交机构|外交使团)';
const MISSION = new RegExp(`驻([^,。的]{1,14}?)的?(?:[两三四五几数多0-9]+[个处座])?${HOUSE}`, 'g');
const STAFF = new RegExp(`驻([^,。的]{1,10}?)的?${HOUSE}?的?(?:部分|非必要|非核心)?(?:工作|外交|行政)?(?:人员|外交官|职员|雇员)`);
/** Whatever keeps a mission from being struck, or only speaks of it. */
const NOT_STRUCK =
  /防止|避免|免受|免遭|保护|阻止|制止|企图|试图|威胁|扬言|如果|若|一旦|谴责|抗议(?!者|人群|民众|人士)|策划|图谋|涉嫌|演练|否认|未|没有?|不(?!断|明|少|久)/;

/** A's mission in B by its words: A驻B大使馆, A驻B首都总领事馆. */
function missionIn(scene: Scene, from: number, to: number): { of: string; at: string; start: number; end: number } | undefined {
  const { chart } = scene.sentence;
  const said = scene.text.slice(from, to);
  for (const m of said.matchAll(MISSION)) {
    const at = from + m.index;
    const owner = chart.longestTo(at, 'state', 'short');
    const host = chart.longestFrom(at + 1, 'state', 'place', 'short');
    const [of, in_] = [owner, host].map((e) => (e?.value as StateValue | undefined)?.codes?.[0]);
    if (!of || !in_ || host!.end > at + m[0].length) continue;
    const codes = [stateOf(of), stateOf(in_)] as const;
    if (codes[0] !== codes[1]) return { of: codes[0], at: codes[1], start: owner!.start, end: at + m[0].length };
  }
  return undefined;
}

/** 关闭驻B首都大使馆: the state in which the mission behind the verb lies. */
export function hostBehind(scene: Scene): string | undefined {
  const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  const at = new RegExp(`^了?(?:其|该国)?驻(?=[^,。的]{1,10}${HOUSE})`).exec(tail);
  const host = at ? scene.sentence.chart.longestFrom(scene.trigger.end + at[0].length, 'state', 'place', 'short') : undefined;
  const code = (host?.value as StateValue | undefined)?.codes?.[0];
  return code === undefined ? undefined : stateOf(code);
}

/** A mission of one state in another that is stormed, or of which staff is cut. */
export const missions: Frame<Scene> = {
  id: 'zh/event/mission',
  triggers: [{ cls: 'storm' }, { cls: 'staff-cut' }],
  examples: [
    { text: '2013年3月4日,示威者冲击肯尼亚驻荷兰大使馆。', finds: ['event attack KE,NL 2013-03-04'] },
    { text: '荷兰驻内罗毕大使馆4日遭到示威者冲击。', finds: ['event attack KE,NL'] },
    { text: '荷兰驻肯尼亚使馆遭炸弹袭击。', finds: ['event attack KE,NL'] },
    { text: '荷兰驻肯尼亚使馆4日遇袭。', finds: ['event attack KE,NL'] },
    { text: '2013年3月4日,荷兰决定将驻肯尼亚使馆人员削减一半。', finds: ['event withdrawal KE,NL 2013-03-04'] },
    { text: '荷兰宣布裁减驻肯尼亚大使馆工作人员。', finds: ['event withdrawal KE,NL'] },
    { text: '荷兰要求肯尼亚裁减驻荷兰使馆人员。', finds: ['event request KE,NL'] },
    { text: '荷兰示威者4日冲击肯尼亚驻荷兰大使馆。', finds: ['event attack KE,NL'] },
    { text: '荷兰警方阻止示威者冲击肯尼亚驻荷兰大使馆。', finds: [] },
    { text: '荷兰驻肯尼亚大使馆举行活动,回顾金融危机的冲击。', finds: [] },
    { text: '荷兰削减驻肯尼亚部队人数。', finds: [] },
  ],
  match(scene) {
    if (scene.isQuestion() || isAsked(scene) || isDue(scene) || isHelped(scene)) return [];
    return scene.word('storm') ? stormed(scene) : cut(scene);
  },
};

function stormed(scene: Scene): Draft[] {
  const { start, end } = scene.clauseSpan();
  const led = scene.text.slice(start, scene.trigger.start);
  const isHit = /^[遇遭]袭/.test(scene.trigger.text) || /(?:遭到?|遭受|受到|被)[^,。]{0,14}$/.test(led);
  if (isRelative(scene) || NOT_STRUCK.test(led) || (isHit && led.includes('抗议')) || scene.modality() !== 'actual') return [];
  const behind = missionIn(scene, scene.trigger.end, Math.min(end, scene.trigger.end + 30));
  const before = missionIn(scene, start, scene.trigger.start);
  // 冲击、打砸和焚烧A驻B使馆: the first of the verbs tells it.
  const straight =
    behind &&
    /^了?(?:并?[、和与及][\u4e00-\u9fff]{2}){0,3}了?(?:位于[^,。]{1,14}的)?$/.test(scene.text.slice(scene.trigger.end, behind.start));
  const isLater = /[、和与及并]$/.test(led);
  const house = straight && !isHit ? behind : isHit && before ? before : undefined;
  if (!house || isLater || /网络|黑客/.test(led)) return [];
  return [
    event(scene, {
      rule: missions.id,
      kind: 'attack',
      actors: strikerOf(scene, isHit ? house.end : start),
      recipients: [stateParty([house.of], { start: house.start, end: house.end })],
      more: [house.at],
    }),
  ];
}

/** A示威者冲击…, 遭A军空袭: whose people or army stands before the verb, behind `from`; nobody where the words name no state. */
function strikerOf(scene: Scene, from: number): Party[] {
  const near = scene.before().filter((t) => t.start >= from && isA(t, 'state', 'organisation'));
  return scene
    .parties(near)
    .filter((p) => p.country !== null && !p.inherited && !/[驻在]$/.test(scene.text.slice(p.span.start - 1, p.span.start)))
    .slice(-1);
}

/** A削减驻B使馆人员, A将驻B使馆人员减半. */
function cut(scene: Scene): Draft[] {
  const { start, end } = scene.clauseSpan();
  const said = scene.text.slice(start, end);
  const m = STAFF.exec(said);
  const host = m ? scene.sentence.chart.longestFrom(start + m.index + 1, 'state', 'place', 'short') : undefined;
  const to = (host?.value as StateValue | undefined)?.codes?.[0];
  const own = scene.ownSubject().filter((p) => p.kind !== 'place' && p.kind !== 'joint');
  const actors = own.length > 0 ? own.slice(0, 1) : scene.carried.slice(0, 1);
  const by = codesOfParties(actors);
  if (!m || !/使馆|领|外交/.test(m[0]) || !to || by.length !== 1 || by[0] === stateOf(to) || NOT_STRUCK.test(said.slice(0, m.index)))
    return [];
  const recipients = [stateParty([stateOf(to)], host!)];
  // 将驻B使馆人员减半: the word marks what is cut.
  const modality = /将驻/.test(said) ? ('actual' as const) : scene.modality();
  return [event(scene, { rule: missions.id, kind: 'withdrawal', actors, recipients, modality })];
}
