import type { Scene } from '../scene.js';

/** 尚未签署条约, 不具备签署条约的条件, 向签署协定迈出一步: there is no such paper yet. */
export function isUnsigned(scene: Scene): boolean {
  const span = scene.clauseSpan();
  const told = scene.text.slice(span.start, scene.trigger.start);
  return (
    /不具备|(?<!未能|没有|签署旨在)(?:阻止|阻碍|阻挠|妨碍)[^,]{0,10}$|(?:尚未|没有|没能|未能|还未|从未|仍未)(?!.*后)[^,]{0,8}(?:签署|签订|缔结|达成)/.test(
      told,
    ) ||
    // 可能推动A在联合声明中表态: there is none yet.
    (/(?:可能|推动|能否|希望)[^,]*在[^,]{0,4}$/.test(told) && /^[中里]/.test(scene.text.slice(scene.trigger.end, span.end))) ||
    (/(?:签署|签订|达成|缔结)/.test(told) &&
      /^[^,。]{0,12}(?:迈[出进]|铺平|铺路|[作做]准备|创造[^,]{0,4}条件)/.test(scene.text.slice(scene.trigger.end, span.end)))
  );
}

/** 与越南、老挝等9个国家签署: with many, of whom only some are named. */
export const WITH_MANY = /等[^,、]{0,4}(?:[0-9]+|[十百几数多]+)(?:多)?个?[^,、]{0,16}(?:国家|经济体|国)/;

/** 十几个协议及大型合同: papers that are counted, not named. */
export function isSeveral(scene: Scene): boolean {
  const led = scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 24), scene.trigger.start);
  return /(?:十几|几十|数十|多|若干|一系列|一批|[1-9]\d)[个项份][^,、]{0,20}$/.test(led) && !/[《“]/.test(led);
}
