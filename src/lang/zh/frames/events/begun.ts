import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';

const BEGINS =
  /^(?:双方|两国)(?:已|正式|于|将于?|定于|同意|宣布|当[天日]|[本下上]?(?:周|星期)[一二三四五六日天末]|[本下上]个?月|\d{1,2}月|\d{1,2}日|今年|去年|\d{4}年)*(?:就[^,]{2,24}?)?(?:重启|恢复|启动|开启|完成|结束)了?(?:第.{1,3}轮|新一轮|首轮)?[^,的]{0,10}$/;

/** 双方启动自由贸易谈判: whether talks are told straight after both sides as begun or ended. */
export function isBegun(scene: Scene): boolean {
  return ['actual', 'planned'].includes(scene.modality()) && BEGINS.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start));
}

/** 在C和D斡旋下: whether a side only helps others to talk. */
export function mediates(scene: Scene, p: Party): boolean {
  return /^(?:等[国方]?)?的?(?:共同|联合)?(?:斡旋|调解|调停|主持|协助|帮助|推动|促成|见证)之?下/.test(
    scene.text.slice(p.span.end, p.span.end + 10),
  );
}
