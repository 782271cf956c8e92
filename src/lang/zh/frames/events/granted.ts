import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { event } from './make.js';

const ANSWERS = /^(?:已|正式|原则上)?(?:接受|同意|答应|应允|批准|准许)了?$/;
const REFUSES = /^(?:已|断然)?(?:拒绝|回绝|婉拒|驳回)了?$/;

/** A接受B提出的请求, A拒绝B的要求: what one side asks for is granted or turned down by the other. */
export const granted: Frame<Scene> = {
  id: 'zh/event/granted',
  triggers: [{ cls: 'v', values: ['request'] }, { cls: 'will' }],
  examples: [
    { text: '2024年5月3日,中国同意荷兰经济部派员来华磋商的请求。', home: '', finds: ['event approval CN,NL 2024-05-03'] },
    { text: '奥地利2024年5月3日拒绝了美国方面的请求。', home: '', finds: ['event rejection AT,US 2024-05-03'] },
    { text: '伊朗总统接受伊拉克总理关于举行会议的提议。', home: '', finds: ['event approval IQ,IR'] },
    { text: '奥地利不会接受美国的要求。', home: '', finds: [] },
    { text: '奥地利拒绝评论美国的要求。', home: '', finds: [] },
  ],
  match(scene) {
    if (!/^(?:请求|要求|提议)$/.test(scene.trigger.text) || scene.isQuestion()) return [];
    const before = scene.before();
    const next = scene.after()[0];
    if (!/(?:的|多次”?|[方国])$/.test(scene.text.slice(scene.trigger.start - 4, scene.trigger.start))) return [];
    if (next !== undefined && !/^(?:说|表示|时|后|并|,|。)/.test(next.text)) return [];
    const at = before.findLastIndex((t) => ANSWERS.test(t.text) || REFUSES.test(t.text));
    const rest = before.slice(at + 1);
    const end = rest.findIndex((t) => !isA(t, 'state', 'person', 'title', 'organisation') && !/^[、和与及]$/.test(t.text));
    const askers = rest.slice(0, Math.max(0, end));
    if (at < 0 || askers.length === 0) return [];
    const led = scene.text.slice(scene.clause[0]!.start, before[at]!.start);
    if (/不|没|未|是否|能否|如果|若|愿|准备|考虑|希望|可能|应|无法|必须|敦促|要求|呼吁|将|会|拟/.test(led)) return [];
    const own = scene.parties(before.slice(0, at)).filter((p) => p.kind !== 'place' && !p.inherited);
    const actors = (own.length > 0 ? own : scene.carried).slice(-1);
    const recipients = scene.parties(askers).filter((p) => p.kind !== 'place' && p.kind !== 'joint');
    const [from, to] = [codesOfParties(actors), codesOfParties(recipients)];
    if (from.length !== 1 || to.length === 0 || to.includes(from[0]!)) return [];
    // 同意B关于推迟10日会议的请求: that day is of what is asked.
    const told = scene.date();
    const date = told && told.span.start < before[at]!.start ? told : null;
    return [
      event(scene, {
        rule: granted.id,
        kind: REFUSES.test(before[at]!.text) ? 'rejection' : 'approval',
        actors,
        recipients,
        modality: 'actual',
        date,
      }),
    ];
  },
};
