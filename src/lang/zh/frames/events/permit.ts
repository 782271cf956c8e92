import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { isAsked, isDue } from './act-limits.js';
import { event } from './make.js';

/** A允许B…, A批准B…: one side lets another do something. */
export const permit: Frame<Scene> = {
  id: 'zh/event/permit',
  triggers: [{ cls: 'v', values: ['approval', 'ratification'] }],
  examples: [
    { text: '2022年9月,波兰政府准许美国军队使用两处机场。', finds: ['event approval PL,US 2022-09'] },
    { text: '2025年10月30日,美国批准韩国建造核潜艇。', finds: ['event approval KR,US 2025-10-30'] },
    { text: '土耳其议会批准芬兰加入北约。', finds: [] },
    { text: '波兰政府不允许美国军队使用机场。', finds: [] },
    { text: '美国要求波兰允许其军队使用机场。', finds: [] },
  ],
  match(scene) {
    const word = scene.word('v')!;
    if (word.notes !== 'permit' && !/^(?:已)?批准了?$/.test(scene.trigger.text)) return [];
    const after = scene.after().filter((t) => t.text !== '了');
    const [let_, next] = after;
    if (!isA(let_, 'state', 'organisation', 'person', 'title') || next === undefined || next.text === '的') return [];
    const told = scene.text.slice(next.start, scene.clauseSpan().end);
    if (told.length < 4 || /^(?:加入|入盟|入约|成为)/.test(told)) return [];
    if (scene.isNested() || scene.isQuestion() || isAsked(scene) || isDue(scene)) return [];
    if (/(?:不|未|没有|无|拒绝)$/.test(scene.text.slice(scene.clauseSpan().start, scene.trigger.start))) return [];
    // 批准B和C的申请: what is theirs.
    const owned = after.findIndex((t) => !isA(t, 'state', 'organisation', 'person', 'title') && !/^[、和与及]$/.test(t.text));
    if (after[owned]?.text === '的') return [];
    if (scene.before().some((t) => /^(?:拒绝|不再|只要|除非|如果|为|使|令)$/.test(t.text))) return [];
    if (scene.marked('to', 'about').length > 0) return [];
    const modality = scene.modality();
    const actors = scene.ownSubject().filter((p) => p.kind !== 'place' && p.kind !== 'joint' && !p.inherited);
    const recipients = scene.parties([let_!]);
    const [from, to] = [codesOfParties(actors), codesOfParties(recipients)];
    if (from.length !== 1 || to.length !== 1 || from[0] === to[0] || (modality !== 'actual' && modality !== 'planned')) return [];
    return [event(scene, { rule: permit.id, kind: 'approval', actors, recipients })];
  },
};
