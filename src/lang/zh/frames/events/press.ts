import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { otherOfTwo, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event } from './make.js';

/** 会见记者, 共见记者. */
const MEETS_PRESS = /会见|共见|同见/;

/** A在…举行的新闻发布会上; A接受…采访. */
export const press: Frame<Scene> = {
  id: 'zh/event/press',
  triggers: [{ cls: 'v', values: ['press-conference', 'interview', 'visit'] }],
  examples: [
    { text: '2022年3月1日,俄罗斯外交部长拉夫罗夫在莫斯科举行新闻发布会。', finds: ['event press-conference RU 2022-03-01'] },
    { text: '2019年7月,哥伦比亚总统杜克接受新华社记者专访。', finds: ['event interview CO 2019-07'] },
    { text: '越南外交部一位官员接受记者采访时表示,会谈恐难以举行。', finds: [] },
    {
      text: '2019年7月3日,菲律宾外长洛钦在河内受访时说,菲律宾将与越南合作。',
      finds: ['event interview PH 2019-07-03', 'commitment planned PH VN'],
    },
    { text: '2019年7月3日,菲律宾外长洛钦在河内接受越南报纸访问时说,两国友好。', finds: ['event interview PH 2019-07-03'] },
    { text: '新闻发布会现场。', finds: [] },
    {
      text: '2019年7月3日,肯尼亚总统会见荷兰首相,随后举行联合记者会。',
      finds: ['event meeting KE,NL 2019-07-03', 'event press-conference KE,NL 2019-07-03'],
    },
    { text: '2019年7月3日,肯尼亚总统会见荷兰首相。歌手随后举行记者会。', finds: ['event meeting KE,NL 2019-07-03'] },
  ],
  match(scene) {
    const before = scene.before();
    const isVisit = scene.word('v')!.value === 'visit';
    if (isVisit && !isGivenToPress(scene)) return [];
    const kind = isVisit || scene.word('v')!.value === 'interview' ? 'interview' : 'press-conference';
    const subject = scene
      .subject()
      .filter((p) => p.kind === 'person' || (p.kind === 'office' && p.country !== null) || p.kind === 'organisation');
    if (subject.length === 0 && !MEETS_PRESS.test(scene.trigger.text)) return kind === 'press-conference' ? afterTalks(scene) : [];
    if (kind === 'interview' && scene.trigger.text === '提问') {
      const answers =
        before.some((t) => /^(?:书面)?回答/.test(t.text)) || /回答/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start));
      if (!answers || subject[0]!.kind === 'organisation') return [];
      const voice = /发言人/.test(subject[0]!.office ?? '');
      return [event(scene, { rule: press.id, kind: voice ? 'press-conference' : 'interview', actors: subject.slice(0, 1) })];
    }
    if (kind === 'interview') {
      const receives = before.some((t) => /^接受/.test(t.text)) || /^接受|^受访/.test(scene.trigger.text);
      // 一位官员: who is not named gives no interview that could be told from another.
      const { kind: who, name, span } = subject[0]!;
      const unnamed = name === null && /[一两多][位名]/.test(scene.text.slice(Math.max(0, span.start - 2), scene.trigger.start));
      const onlooker = /教授|学者|专家|研究员|分析师|评论员|记者|顾问|律师|导演|演员|作家|教练|球员|总编辑|主编|社长|所长$/.test(
        subject[0]!.office ?? '',
      );
      // 她曾受访, 政府人士受访: nobody in particular.
      const unknown =
        /^受访/.test(scene.trigger.text) &&
        (name === null || scene.ownSubject()[0]?.inherited !== false || /^(?:政府|内阁|阵营|团队|的)/.test(scene.text.slice(span.end)));
      if (!receives || who === 'organisation' || unnamed || unknown || onlooker) return [];
      return [event(scene, { rule: press.id, kind, actors: subject.slice(0, 1) })];
    }
    // A与B(共同)会见记者: both sides do, named or carried.
    if (MEETS_PRESS.test(scene.trigger.text)) {
      const both = [...scene.subject(), ...scene.marked('with')].filter((p) => p.kind !== 'place' && p.kind !== 'organisation');
      const own = scene.codes(...both);
      const together = /共同|联合|一同|共见/.test(scene.trigger.text) && own.length === 1;
      const other = together ? otherOfTwo(scene.registers.contact, own) : undefined;
      if (other) both.push(other);
      return both.length > 0 ? [event(scene, { rule: press.id, kind, actors: both })] : [];
    }
    const held = scene.has(before, 'lv', 'hold') || before.some((t) => /^在/.test(t.text)) || scene.has(before, 'lv', 'attend');
    if (!held) return [];
    if (scene.ownSubject().length === 0) return afterTalks(scene);
    const actors = subject.filter((p) => p.kind !== 'organisation' || subject.length === 1);
    if (/联合|共同/.test(scene.trigger.text) || before.some((t) => /^(?:共同|联合|一同)(?:主持|举行|召开|出席)?了?$/.test(t.text)))
      actors.push(...besides(scene, actors));
    return [event(scene, { rule: press.id, kind, actors })];
  },
};

/** A会见B,并举行联合记者会; 在会谈后的联合记者会上: held by the two who met, where nobody is named. */
function afterTalks(scene: Scene): Draft[] {
  const { contact } = scene.registers;
  const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  if (!/联合|共同/.test(led.slice(-2) + scene.trigger.text) || contact?.value.length !== 2 || !GOES_ON.test(led)) return [];
  const by = contact.value.map((c) => stateParty([c], contact.span, true));
  return [event(scene, { rule: press.id, kind: 'press-conference', actors: by })];
}

/** What may stand before a press conference that goes on with talks. */
const GOES_ON =
  /^(?:(?:并|并且|并将|随后|之后|会后|会谈后|会晤后|其后|双方|两人|两国领导人|两位领导人)*(?:共同|一同)?(?:将|还将)?(?:举行|召开)了?(?:共同|联合)?|在?(?:随后|会后|(?:双边|首脑)?(?:会谈|会晤|会面|会见)(?:结束)?[后之]*)(?:举行|召开)?的?)(?:了)?$/;

/** 接受越南媒体访问: the press asks, nobody travels. */
export function isGivenToPress(scene: Scene): boolean {
  const before = scene.before();
  const at = before.findLastIndex((t) => /^接受了?$/.test(t.text));
  return (
    scene.trigger.text === '访问' &&
    at >= 0 &&
    /(?:媒体|报[纸章]|》|电视台?|电台|通讯社|新闻网?|日报|时报|晚报|周刊|杂志|社|记者|频道)(?:的)?$/.test(
      scene.text.slice(before[at]!.end, scene.trigger.start),
    )
  );
}

/** 在联合新闻发布会上: the other side, by name or from the talk before. */
function besides(scene: Scene, actors: readonly Party[]): Party[] {
  const named = scene.marked('with').filter((p) => p.kind === 'person' || p.kind === 'office');
  if (named.length > 0) return named;
  const other = otherOfTwo(scene.registers.contact ?? scene.registers.pair, scene.codes(...actors));
  return other ? [other] : [];
}
