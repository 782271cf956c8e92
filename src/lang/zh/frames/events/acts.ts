import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesOfParties, stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/things.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event, isRelative, objectOf } from './make.js';

/** How an act of one side towards another is told. */
interface Act {
  kind: EventKind;
  /** Fewest states that must be named for the act to count. */
  sides: 1 | 2;
  /** Told in a letter or telegram. */
  written?: RegExp;
  /** The act stands inside speech too (感谢, 祝贺); others are then opinions. */
  inSpeech: boolean;
}

const acts: readonly Act[] = [
  { kind: 'congratulation', sides: 2, written: /电|信|函/, inSpeech: true },
  { kind: 'condolence', sides: 2, written: /电|函/, inSpeech: true },
  { kind: 'thanks', sides: 2, inSpeech: true },
  { kind: 'message', sides: 1, written: /./, inSpeech: false },
  { kind: 'recognition', sides: 2, inSpeech: false },
  { kind: 'request', sides: 2, inSpeech: true },
  { kind: 'accusation', sides: 2, inSpeech: false },
  { kind: 'criticism', sides: 2, inSpeech: false },
  { kind: 'lawsuit', sides: 2, inSpeech: false },
  { kind: 'rejection', sides: 2, inSpeech: false },
  { kind: 'cancellation', sides: 2, inSpeech: false },
  { kind: 'threat', sides: 2, inSpeech: false },
  { kind: 'protest', sides: 2, inSpeech: true },
  { kind: 'sanction', sides: 2, inSpeech: false },
  { kind: 'expulsion', sides: 2, inSpeech: false },
  { kind: 'suspension', sides: 2, inSpeech: false },
  { kind: 'recall', sides: 2, inSpeech: false },
  { kind: 'mobilisation', sides: 1, inSpeech: false },
  { kind: 'arrest', sides: 2, inSpeech: false },
  { kind: 'seizure', sides: 2, inSpeech: false },
  { kind: 'restriction', sides: 2, inSpeech: false },
  { kind: 'cyberattack', sides: 2, inSpeech: false },
  { kind: 'clash', sides: 2, inSpeech: false },
  { kind: 'attack', sides: 2, inSpeech: false },
  { kind: 'withdrawal', sides: 2, inSpeech: false },
  { kind: 'release', sides: 2, inSpeech: false },
  { kind: 'joint-exercise', sides: 2, inSpeech: false },
  { kind: 'concession', sides: 2, inSpeech: false },
];
const byKind = new Map(acts.map((a) => [a.kind as string, a]));

/** One side's act towards another, whatever the order of its parts: A向B致贺电 · A对B实施制裁 · A驱逐B外交官 · A召回驻B大使 · A被B击落. */
export const act: Frame<Scene> = {
  id: 'zh/event/act',
  triggers: [{ cls: 'v', values: acts.map((a) => a.kind) }],
  examples: [
    { text: '2021年9月17日,法国政府宣布召回驻美国和澳大利亚大使。', finds: ['event recall AU,FR,US 2021-09-17'] },
    { text: '2018年3月26日,美国宣布驱逐60名俄罗斯外交官。', finds: ['event expulsion RU,US 2018-03-26'] },
    { text: '2023年2月6日,中国国家主席习近平就土耳其地震向土耳其总统埃尔多安致慰问电。', finds: ['event condolence CN,TR 2023-02-06'] },
    { text: '2020年7月,英国宣布暂停与香港的引渡条约。', finds: ['event suspension GB,HK 2020-07'] },
    { text: '2018年7月6日,美国对华加征关税。', finds: ['event sanction CN,US 2018-07-06'] },
    { text: '双方讨论制裁俄罗斯问题。', finds: [] },
    { text: '专家批评该国经济政策。', finds: [] },
  ],
  match(scene) {
    const word = scene.word('v')!;
    const a = byKind.get(word.value);
    if (!a || scene.isQuestion() || (scene.isNested() && !/离境/.test(scene.trigger.text))) return [];
    if (
      a.kind === 'threat' &&
      !/警告|扬言|威胁(?:称|说|要)/.test(scene.trigger.text) &&
      (isA(scene.after()[0], 'say') ||
        !isA(scene.after()[0], 'state', 'person', 'title', 'organisation', 'pair', 'joint', 'will', 'mod', 'lv', 'time'))
    )
      return [];
    if (isRelative(scene) && !['congratulation', 'condolence'].includes(a.kind)) return [];
    if (
      a.kind === 'request' &&
      (scene.after().some((t) => /离境/.test(t.text)) ||
        !isA(scene.after()[0], 'state', 'person', 'title', 'organisation', 'pair', 'joint'))
    )
      return [];
    if (scene.registers.speaker && !a.inSpeech && !hasOwnSubject(scene) && !isDecree(scene, a.kind)) return [];
    if (!a.inSpeech && !/离境/.test(scene.trigger.text) && isAsked(scene)) return [];
    if (a.kind === 'sanction' && !isImposed(scene)) return [];
    const needed = OBJECT_OF[word.notes];
    if (needed && !needed.test(clauseTail(scene))) return [];
    const sides = sidesOf(scene, a);
    if (!sides) return [];
    const { actors, recipients } = sides;
    if (codesOfParties([...actors, ...recipients]).length < a.sides) return [];
    if (a.kind === 'recognition' && recipients.every((p) => p.kind === 'place')) return [];
    // 否认B的指控: the accusation is the other side's, and what happens is that it is turned down.
    if (a.kind === 'accusation' && scene.before().some((t) => /^(?:断然|坚决)?否认|驳斥|反驳/.test(t.text)))
      return [build(scene, byKind.get('rejection')!, actors, recipients)];
    return [build(scene, a, actors, recipients)];
  },
};

/** Verbs of wide meaning that are an act only with such an object, by their note: 部署导弹, 交换战俘. */
const OBJECT_OF: Readonly<Record<string, RegExp>> = {
  arms: /^(?!.*(?:维和|救援|医疗)).*(?:军队|部队|军舰|军机|士兵|官兵|兵力|导弹|武器|战机|战斗机|轰炸机|舰|防空|坦克|无人机)/,
  tariff: /关税/,
  swap: /战俘|被俘|俘虏|囚犯|在押|被扣押/,
};

/** 制裁 as a verb or with a verb that imposes it; as a noun (制裁法规, 重启对伊朗制裁) it says no act. */
function isImposed(scene: Scene): boolean {
  if (!/^(?:制裁|反制|禁运)$/.test(scene.trigger.text)) return true;
  const after = scene.after();
  if (after.slice(0, 3).some((t) => /^(?:延长|重启|升级|扩大|追加)/.test(t.text))) return true;
  if (isA(after[0], 'state', 'organisation', 'person', 'count')) return true;
  const last = after[0] === undefined || /^(?:措施|[,。])/.test(after[0].text);
  return (
    last &&
    scene
      .before()
      .some((t) =>
        /^(?:实施|进行|采取|启动|宣布|恢复|追加|施加|发起|予以|实行|开始|重启|延长|扩大|升级|加大|加强|推出|出台|公布|通过|解除|取消|放松|撤销|放宽|终止)/.test(
          t.text,
        ),
      )
  );
}

/** 敦促B停止…, 希望B谴责…: what one side wants another to do is not done. */
function isAsked(scene: Scene): boolean {
  const before = scene.before();
  const at = before.findIndex((t) => /^(?:强烈|一再|再次)?(?:敦促|要求|呼吁|希望|请求|促使|建议)$/.test(t.text));
  return at >= 0 && before.slice(at + 1).some((t) => isA(t, 'state', 'person', 'title', 'organisation', 'pair', 'joint'));
}

/** Acts of a state that its spokesman announces without naming it again: 外交部说,将驱逐…, 正式召回…. */
const DECREED = new Set<EventKind>(['expulsion', 'recall', 'sanction', 'withdrawal', 'mobilisation', 'restriction', 'cancellation']);

function isDecree(scene: Scene, kind: EventKind): boolean {
  return (
    DECREED.has(kind) &&
    scene.registers.speaker?.value.country !== null &&
    scene.before().every((t) => isA(t, 'mod', 'will', 'time', 'particle', 'common', 'mark') && !isA(t, 'v', 'say'))
  );
}

function hasOwnSubject(scene: Scene): boolean {
  return scene.ownSubject().length > 0;
}

/** What stands after the trigger, to the end of its clause. */
function clauseTail(scene: Scene): string {
  return scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
}

function build(scene: Scene, a: Act, actors: readonly Party[], recipients: readonly Party[]): Draft {
  const written = a.written?.test(scene.trigger.text) ?? false;
  const vessel = a.kind === 'arrest' && /船|油轮|货轮|舰|艇|渔民的船|飞机/.test(clauseTail(scene));
  return event(scene, {
    rule: act.id,
    kind:
      a.kind === 'message' && /^,?祝贺/.test(scene.text.slice(scene.trigger.end).replace(/^[^,;。]{0,30},/, ','))
        ? 'congratulation'
        : vessel
          ? 'seizure'
          : a.kind === 'suspension' && /关|封/.test(scene.trigger.text) && /边境|边界|口岸|领空|国境|领海/.test(clauseTail(scene))
            ? 'restriction'
            : a.kind === 'cancellation' && /派驻资格|外交官资格|外交官身份|外交豁免/.test(clauseTail(scene))
              ? 'expulsion'
              : a.kind === 'seizure' &&
                  /^[^,。]{0,14}(?:人员|公民|船员|渔民|记者|男子|女子|国人|本人|人质|士兵|商人)/.test(clauseTail(scene)) &&
                  !/船|轮|舰|艇|机/.test(clauseTail(scene))
                ? 'arrest'
                : a.kind === 'cancellation' && /签证/.test(clauseTail(scene))
                  ? 'restriction'
                  : (a.kind === 'sanction' || a.kind === 'restriction') &&
                      scene.before().some((t) => /^(?:解除|取消|放松|撤销|放宽|豁免|终止|停止)/.test(t.text))
                    ? 'concession'
                    : a.kind === 'cancellation' && /制裁|关税|禁令|限制措施|封锁/.test(clauseTail(scene))
                      ? 'concession'
                      : a.kind === 'withdrawal' && /外交|大使|使馆|领事/.test(clauseTail(scene))
                        ? 'recall'
                        : a.kind,
    actors,
    recipients,
    ...(written ? { format: 'written' as const } : {}),
    ...(a.kind === 'rejection' && scene.modality() === 'denied' ? { modality: 'actual' as const } : {}),
    object: objectOf(scene.after(), scene.text),
  });
}

/** Who acts and on whom: 被 turns the order round; a modifier of the object (俄外交官) is the other side. */
function sidesOf(scene: Scene, a: Act): { actors: Party[]; recipients: Party[] } | undefined {
  const told = scene.registers.speaker;
  const subject =
    told?.value.country && !hasOwnSubject(scene) && DECREED.has(a.kind) && scene.marked('by').length === 0
      ? [stateParty([told.value.country], told.span, true)]
      : scene.subject();
  const passive = scene.marked('pass');
  const previous = scene.before()[scene.before().length - 1];
  if (passive.length === 0 && previous && /^(?:被|遭|受)$/.test(previous.text)) return undefined;
  const markers =
    a.kind === 'withdrawal'
      ? (['from', 'to', 'about'] as const)
      : a.kind === 'mobilisation'
        ? (['to', 'at', 'about'] as const)
        : (['to', 'about', 'with', 'obj'] as const);
  const towards = scene.marked(...markers).filter((p) => p.kind !== 'place' || a.kind === 'condolence');
  if (/不受欢迎/.test(scene.trigger.text)) {
    const all = scene.parties(scene.before().filter((t) => isA(t, 'person', 'title', 'state', 'organisation', 'pair')));
    const first = scene.subject()[0];
    const rest = all.filter((p) => first === undefined || p.span.start > first.span.start);
    return first ? { actors: [first], recipients: [...rest, ...attributiveOf(scene.before())] } : undefined;
  }
  if (/离境/.test(scene.trigger.text))
    return {
      actors: subject.length > 0 ? subject : [...scene.carried],
      recipients: scene.parties(scene.before()).filter((p) => p.kind !== 'place'),
    };
  const object = [...(DIRECTED.has(a.kind) ? firstGroup(scene) : scene.object()), ...attributive(scene)];
  // 向国际法院起诉B: the court is no side.
  if (a.kind === 'lawsuit' && object.some((p) => p.codes.length > 0 && !p.codes.includes('UN')))
    for (const list of [towards, object]) list.splice(0, list.length, ...list.filter((p) => !p.codes.includes('UN')));
  for (let c = scene.clauseAt - 1; c >= 0 && towards.length + object.length === 0; c--) {
    if (scene.clauses[c]!.slice(0, 3).some((t) => /^(?:对|就|向)/.test(t.text)))
      towards.push(...scene.parties(scene.clauses[c]!).filter((p) => p.kind !== 'place'));
  }
  if (passive.length > 0 && subject.length > 0) return { actors: passive, recipients: [...subject, ...object] };
  if (subject.length === 0) return undefined;
  if (a.kind === 'condolence') return { actors: subject, recipients: [...towards, ...object, ...struck(scene, subject)] };
  const held = new Set(codesOfParties(subject));
  const others = [...towards, ...object].filter((p) => p.kind !== 'joint' || !p.inherited);
  const recipients = others.filter(
    (p) => p.codes.some((c) => !held.has(c)) && !(a.kind === 'recall' && p.kind === 'person' && p.inherited),
  );
  if (recipients.length === 0)
    recipients.push(...statesIn(scene, scene.trigger.end, scene.clauseSpan().end).filter((p) => !held.has(p.country!)));
  if (recipients.length === 0 && (a.kind === 'cancellation' || a.kind === 'congratulation' || a.kind === 'sanction'))
    recipients.push(...statesIn(scene, scene.clause[0]!.start, scene.trigger.start).filter((p) => !held.has(p.country!)));
  const pair = scene.registers.pair?.value ?? [];
  const other = pair.filter((c) => !held.has(c));
  const rest = clauseTail(scene);
  const meant =
    /[对就]此/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) ||
    (a.kind === 'cancellation' && /会见|会谈|会晤|访问|磋商|对话|通话/.test(rest)) ||
    (a.kind === 'suspension' && /两国|双方|双边/.test(rest));
  if (recipients.length === 0 && meant && other.length === 1 && pair.length === 2)
    recipients.push(stateParty(other, scene.registers.pair!.span, true));
  return { actors: subject, recipients };
}

/** Acts whose object is only what follows at once: 指责A跟随B. */
const DIRECTED = new Set<EventKind>(['accusation', 'criticism', 'request', 'threat', 'rejection']);

function firstGroup(scene: Scene): Party[] {
  const out: Party[] = [];
  for (const t of scene.after()) {
    const here = scene.parties([t]);
    if (here.length > 0) out.push(...here);
    else if (out.length > 0 && !/^[、和与及]$|^以及$/.test(t.text)) break;
    else if (isA(t, 'v', 'say')) break;
  }
  return out;
}

/** 对…给越南中部带来的损失: the states named between the mourner and the word of mourning. */
function struck(scene: Scene, subject: readonly Party[]): Party[] {
  const from = Math.max(scene.clause[0]!.start, ...subject.filter((p) => p.span.start >= scene.clause[0]!.start).map((p) => p.span.end));
  return statesIn(scene, from, scene.trigger.start);
}

/** States named anywhere in a stretch, inside longer names too (土叙边境口岸). */
function statesIn(scene: Scene, from: number, to: number): Party[] {
  return codesIn(scene.sentence.chart, from, to).map((c) => stateParty([c], scene.trigger));
}

/** 驻X大使, X外交官: a title or organisation after the trigger brings the country of posting or origin with it. */
function attributive(scene: Scene): Party[] {
  return attributiveOf(scene.after().slice(0, 10));
}

function attributiveOf(tokens: readonly Token[]): Party[] {
  const out: Party[] = [];
  for (const t of tokens) {
    for (const e of t.edges) {
      if (e.cls !== 'title' && e.cls !== 'person') continue;
      const post = (e.value as { post: string | null }).post;
      if (post) out.push(stateParty([post], { start: t.start, end: t.end }));
    }
    if (isA(t, 'say')) break;
  }
  return out;
}
