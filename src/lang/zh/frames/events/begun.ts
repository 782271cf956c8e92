import type { Scene } from '../../scene.js';

const BEGINS =
  /^(?:双方|两国)(?:已|正式|于|同意|宣布|当[天日]|\d{1,2}月|\d{1,2}日|今年|去年|\d{4}年)*(?:重启|恢复|启动|开启|完成|结束)了?(?:第.{1,3}轮|新一轮|首轮)?[^,的]{0,10}$/;

/** 双方启动自由贸易谈判: whether talks are told straight after both sides as begun or ended. */
export function isBegun(scene: Scene): boolean {
  return scene.modality() === 'actual' && BEGINS.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start));
}
