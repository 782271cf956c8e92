import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { as, isA } from '../../../../grammar/token.js';
import type { Scene } from '../../scene.js';
import type { OrgValue } from '../../token.js';
import { joinedTo } from '../things.js';
import { event } from './make.js';

/** 会议日前在清莱闭幕: a time and a place may stand before the verb. */
function closes(scene: Scene): boolean {
  const after = scene.after();
  const at = after.findIndex((t) => /^(?:正式|圆满|胜利)?(?:开幕|闭幕|落幕|召开)/.test(t.text));
  return (
    at >= 0 &&
    (isA(after[at], 'v') ||
      after.slice(0, at).every((t) => isA(t, 'time', 'mark', 'place', 'state', 'mod') || /^(?:在|于|首都|正式|圆满)$/.test(t.text)))
  );
}

const CONVENES = /^[^,。的]{0,16}?(?:举行|召开)了?[^,。的]{0,10}(?:会议|磋商|会谈|例会|全会|对话)(?![的室厅])/;

const NUMBERED = /^(?:第[^,]{1,4}[届次]|首届)/;

/** The states in the name of a body, with the one that 和 joins to it. */
function namedIn(scene: Scene): readonly string[] {
  const { codes } = as(scene.trigger, 'body')!.value as OrgValue;
  const other = codes.length === 1 ? joinedTo(scene) : undefined;
  return other ? [other.code, ...codes] : codes;
}

/** A body's session that is held: 第N次会议 with 举行, 召开, 主持. */
export const session: Frame<Scene> = {
  id: 'zh/event/session',
  triggers: [{ cls: 'session' }, { cls: 'body' }],
  examples: [
    {
      text: '2023年11月20日,中国国务院副总理丁薛祥在北京同俄罗斯第一副总理别洛乌索夫共同主持中俄投资合作委员会第十次会议。',
      finds: ['event session CN,RU 2023-11-20', 'body 中俄投资合作委员会 CN,RU 10'],
    },
    {
      text: '美国与中国宣布,第27届中美商贸联委会将于2016年11月21日至23日在华盛顿举行。',
      finds: ['event session CN,US 2016-11-21/2016-11-23 planned', 'body 中美商贸联委会 CN,US'],
    },
    {
      text: '2024年3月2日,老挝总理宋赛在万象主持召开老挝与柬埔寨合作委员会会议。',
      finds: ['event session KH,LA 2024-03-02', 'body 老挝与柬埔寨合作委员会 KH,LA'],
    },
    {
      text: '泰柬联合边界委员会2025年6月14日在金边召开会议。',
      finds: ['event session KH,TH 2025-06-14', 'body 泰柬联合边界委员会 KH,TH'],
    },
    {
      text: '俄罗斯与古巴签署协定。政府间经贸合作委员会第21次会议定于2025年4月1日在莫斯科召开。',
      finds: ['event session CU,RU 2025-04-01 planned', 'body 政府间经贸合作委员会 CU,RU 21'],
    },
    { text: '2017年,中毛第三届经贸混委会在北京举行。中国与毛里塔尼亚关系良好。', finds: ['event session CN,MR 2017'] },
    {
      text: '泰国与老挝合作联合委员会第22次会议日前在清莱闭幕。',
      finds: ['event session LA,TH', 'body 泰国与老挝合作联合委员会 LA,TH 22'],
    },
  ],
  match(scene): Draft[] {
    const numbered = as(scene.trigger, 'session');
    // 第27届中美商贸联委会: the number stands before the name.
    const lead = scene.text.slice(Math.max(scene.sentence.span.start, scene.trigger.start - 7), scene.trigger.start);
    const codesNamed = numbered ? [] : namedIn(scene);
    const isPair = codesNamed.length === 2;
    // 第五届经贸混委会, of one piece.
    const name = scene.trigger.text.replace(NUMBERED, '');
    const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
    // 主持召开A与B合作委员会会议: the verb stands before the body.
    const led = scene.before().findLast((t) => isA(t, 'lv'));
    const opened =
      /^(?:例会|会议|全会|全体会议|工作会议|视频会议)(?=$|[,。])/.test(tail) &&
      led !== undefined &&
      /(?:举行|召开|主持|举办|出席|参加)了?$/.test(led.text);
    const convened = isPair && (opened || CONVENES.test(tail));
    const inside = /第[^,]{1,5}[届次].*(?:[混联]委会|委员会)$/.test(scene.trigger.text);
    if (!numbered && !convened && !inside && name === scene.trigger.text && !/(?:第.{1,5}[届次]|首届)$/.test(lead)) return [];
    const value = (numbered?.value ?? { codes: codesNamed, event: true }) as {
      codes: readonly string[];
      event: boolean;
    };
    const held =
      scene.has(scene.before(), 'lv', 'hold') ||
      scene.has(scene.after(), 'lv', 'hold') ||
      /会上|会议上/.test(scene.text.slice(scene.trigger.end - 1, scene.trigger.end + 2)) ||
      scene.text.startsWith('上', scene.trigger.end) ||
      closes(scene) ||
      /^(?:结束|闭幕|期间|召开)/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 2));
    const attended = scene.has(scene.before(), 'lv', 'attend');
    // 会见来华出席…会议的B国总统: only says who the guest is.
    if (scene.after()[0]?.text === '的' && isA(scene.after()[1], 'person', 'title', 'state'))
      return attended && value.codes.length === 2
        ? [event(scene, { rule: session.id, kind: 'session', actors: [], more: value.codes, date: null })]
        : [];
    if (!value.event || (!held && !attended)) return [];
    const own = [...scene.ownSubject(), ...scene.marked('with', 'by')].filter(
      (p) => p.kind !== 'place' && !(p.kind === 'joint' && p.inherited && value.codes.length > 0),
    );
    // 政府间经贸合作委员会第21次会议: of the two that the passage is about.
    const two = (scene.registers.contact ?? scene.registers.pair)?.value ?? [];
    const isOfTwo = value.codes.length === 0 && own.length === 0 && two.length === 2 && /^政府间|^联合|^混合|^双边|^经贸/.test(name);
    const codes = value.codes.length > 0 ? value.codes : isOfTwo ? two : [];
    const actors = own.length > 0 ? own : [];
    const more = codes.length > 0 ? codes : actors.length === 0 && scene.cast.home ? [scene.cast.home] : [];
    if (actors.length === 0 && more.length === 0) return [];
    const kind = /磋商$/.test(scene.trigger.text)
      ? 'consultation'
      : /谈判$/.test(scene.trigger.text)
        ? 'negotiation'
        : /(?:论坛|峰会|圆桌会议|高官会|研讨会)$/.test(scene.trigger.text)
          ? 'conference'
          : 'session';
    return [event(scene, { rule: session.id, kind, actors, more })];
  },
};
