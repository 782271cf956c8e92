import type { Frame } from '../../../../grammar/frame.js';
import { asState, codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { isAsked, isDue } from './act-limits.js';
import { event } from './make.js';

/** What an army sends: ships, planes, balloons. */
const CRAFT =
  /军机|战机|战斗机|轰炸机|侦察机|预警机|无人机|直升机|运输机|军舰|舰艇|舰只|航母|驱逐舰|护卫舰|巡洋舰|情报舰|侦察舰|补给舰|潜艇|潜舰|海警船|海警舰|公务船|监视船|测量船|气球|舰队|编队|共机|共舰/;
/** What it enters there. */
const WATERS = /^[了过]?[^,。]{0,18}?(?:领空|领海|防空识别区|识别区|海峡中线|中线|专属经济区|专属经济海域|毗连区|邻接水域|毗邻区)/;
/** Words that open what is held: 在B周边举行军演. */
const HOLDS = /^(?:举行|进行|展开|开展|实施|启动|开始|发起|宣布|宣布举行|组织)了?$/;
/** Drills that are no show of force, or not one side's. */
const OTHER_DRILL =
  /(?:举行|进行|展开)的|将是|是[“”]|结束|参加|定期|联合|共同|双边|三边|多国|国家|警察|警方|消防|救灾|救援|防疫|疫情|桌面|地震|应急|如果|一旦|可能|停止|暂停|取消|推迟|反对|抗议|谴责|批评|回应|指责|针对[^,。]{0,20}的/;

/** A军举行军演, A军机进入B领空: one side's show of force. */
export const force: Frame<Scene> = {
  id: 'zh/event/force',
  triggers: [{ cls: 'drill' }, { cls: 'enter', values: ['mobilisation'] }],
  examples: [
    { text: '白俄罗斯军队2022年5月4日开始在乌克兰边境举行军事演习。', finds: ['event mobilisation BY,UA 2022-05-04'] },
    { text: '2021年10月4日,中国军机进入台湾防空识别区。', finds: ['event mobilisation CN,TW 2021-10-04'] },
    { text: '俄罗斯无人机闯入波兰领空。', finds: ['event mobilisation PL,RU'] },
    { text: '日本进入韩国市场。', finds: [] },
    { text: '日本警方举行反恐演习。', finds: [] },
  ],
  match(scene) {
    if (scene.isQuestion() || isAsked(scene) || isDue(scene) || scene.modality() === 'denied') return [];
    return scene.word('enter') ? entry(scene) : drill(scene);
  },
};

/** A军机进入B领空: whose craft it is stands before the word, whose air or sea behind it. */
function entry(scene: Scene): ReturnType<Frame<Scene>['match']> {
  const { start, end } = scene.clauseSpan();
  const waters = WATERS.exec(scene.text.slice(scene.trigger.end, end));
  if (!waters || !CRAFT.test(scene.text.slice(start, scene.trigger.start))) return [];
  const actors = scene
    .ownSubject()
    .filter((p) => p.kind === 'state' || p.kind === 'organisation')
    .slice(0, 1);
  const own = codesOfParties(actors);
  const to = scene
    .parties(scene.after().filter((t) => t.end <= scene.trigger.end + waters[0].length))
    .map(asState)
    .filter((p) => p.codes.length > 0 && p.codes.every((c) => !own.includes(c)));
  if (own.length !== 1 || to.length === 0) return [];
  return [event(scene, { rule: force.id, kind: 'mobilisation', actors, recipients: to.slice(0, 1) })];
}

/** A军在B周边举行军演: with nobody else. */
function drill(scene: Scene): ReturnType<Frame<Scene>['match']> {
  if (scene.marked('with').length > 0) return [];
  const { start, end } = scene.clauseSpan();
  const lead = scene.text.slice(start, scene.trigger.start);
  if (
    OTHER_DRILL.test(lead) ||
    !scene.before().some((t) => HOLDS.test(t.text)) ||
    /^(?:的|计划|安排|与|和)/.test(scene.text.slice(scene.trigger.end, end))
  )
    return [];
  const actors = scene.ownSubject().filter((p) => p.kind === 'state' || p.kind === 'organisation');
  const own = codesOfParties(actors);
  if (own.length !== 1 || actors.some((p) => p.inherited)) return [];
  const near = scene
    .marked('at', 'to')
    .map(asState)
    .filter((p) => p.codes.length === 1 && !own.includes(p.codes[0]!));
  return [event(scene, { rule: force.id, kind: 'mobilisation', actors: actors.slice(0, 1), recipients: near.slice(0, 1) })];
}
