import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { isAsked, isDue } from './act-limits.js';
import { event } from './make.js';
import { isPrivate } from './visit-occasions.js';

/** What somebody in office travels to: no meeting of many. */
const CEREMONY =
  /(?:加冕|登基|就职|就任|宣誓|葬礼|国葬|丧礼|追悼|悼念|国庆|独立日|胜利日|阅兵|庆典|婚礼)[^,。]{0,12}(?:仪式|典礼|活动|大会|庆典)?$|(?:开幕式|闭幕式|开幕典礼|葬礼|国葬|婚礼)$/;
/** Those who live there. */
const POSTED = /大使|领事|代办|参赞|公使|武官|高级专员|代表处/;
/** Who goes in person. */
const TRAVELS = /总统|总理|首相|国王|女王|主席|外长|部长|大臣|议长|副总|特使|王储|国务卿|防长|书记/;

/** A将出席在B举行的国王加冕仪式, A在B出席就职典礼: who attends a ceremony abroad goes there. */
export const ceremonies: Frame<Scene> = {
  id: 'zh/event/ceremony',
  triggers: [{ cls: 'lv', values: ['attend'] }],
  examples: [
    { text: '挪威首相斯特勒将出席2024年6月6日在马德里举行的国王加冕仪式。', finds: ['event visit ES,NO 2024-06-06 planned'] },
    { text: '肯尼亚总统鲁托2024年5月2日在卡萨布兰卡出席加纳前总统的葬礼。', finds: ['event visit KE,MA 2024-05-02'] },
    { text: '挪威驻西班牙大使将出席在马德里举行的国王加冕仪式。', finds: [] },
    { text: '挪威首相斯特勒在奥斯陆出席国庆活动。', finds: [] },
    { text: '挪威首相斯特勒没有出席在马德里举行的国王加冕仪式。', finds: [] },
  ],
  match(scene) {
    const { start, end } = scene.clauseSpan();
    const tail = scene.text.slice(scene.trigger.end, end).replace(/[。”]+$/, '');
    if (!CEREMONY.test(tail) || scene.isQuestion() || scene.isNested() || isAsked(scene) || isDue(scene)) return [];
    const modality = scene.modality();
    if (
      (modality !== 'actual' && modality !== 'planned') ||
      /不(?:会|再|能|打算)?$|邀请|视频|代表出席/.test(scene.text.slice(start, scene.trigger.start))
    )
      return [];
    if (scene.has(scene.clause, 'v', 'visit') || scene.clause.some((t) => isA(t, 'visit-host'))) return [];
    const visitors = scene
      .ownSubject()
      .filter(
        (p) =>
          (p.kind === 'person' || p.kind === 'office') && TRAVELS.test(p.office ?? '') && !POSTED.test(p.office ?? '') && !isPrivate(p),
      );
    const from = codesOfParties(visitors);
    const at = scene.clause.findIndex((t, i) => t.text === '在' && isA(scene.clause[i + 1], 'place', 'state'));
    const hosts = at < 0 ? [] : codesOfParties(scene.parties([scene.clause[at + 1]!]).flatMap((p) => (p.country ? [p] : [])));
    const to = hosts.filter((c) => c.length === 2 && !from.includes(c));
    if (from.length !== 1 || to.length !== 1) return [];
    return [event(scene, { rule: ceremonies.id, kind: 'visit', actors: visitors, more: to })];
  },
};
