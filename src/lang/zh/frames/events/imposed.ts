import { isA } from '../../../../grammar/token.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { statesIn } from './act-names.js';

function tailOf(scene: Scene): string {
  return scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
}

/** Whom sanctions are laid on, behind what they are said to have done. */
const SANCTIONED =
  /^了?(?:[一二三四五六七八九十两数多几\d]+[家名个艘]|多[家名个]|部分|更多)?(?:涉(?!及)|涉嫌|参与|从事|协助|帮助|支持|被控|据称|向)[^,。]{1,24}的?[^,。]{0,14}(?:企业|公司|个人|银行|实体|油轮|官员|机构|人士|网络)/;

/** 制裁涉走私的B企业. */
export function laysOn(scene: Scene): boolean {
  return scene.trigger.text === '制裁' && SANCTIONED.test(tailOf(scene));
}

/** B遭A制裁: the clause ends with what a side suffers from another that is named. */
function isSuffered(scene: Scene): boolean {
  return scene.marked('pass').length > 0 && /^(?:$|[。”]|后|之后)/.test(tailOf(scene));
}

/** 制裁 as a verb or with a verb that imposes it; as a noun (制裁法规, 重启对伊朗制裁) it says no act. */
export function isImposed(scene: Scene): boolean {
  if (!/^(?:制裁|反制|禁运)$/.test(scene.trigger.text)) return true;
  const after = scene.after();
  // B遭A制裁, 制裁涉走私的B企业: done, whatever else the words say.
  if (laysOn(scene) || (scene.trigger.text === '制裁' && isSuffered(scene))) return true;
  if (after.slice(0, 3).some((t) => /^(?:延长|重启|升级|扩大|追加)/.test(t.text))) return true;
  if (
    isA(after[0], 'state', 'organisation', 'person', 'count') ||
    scene.parties(after.slice(0, 1)).some((p) => p.kind === 'office' && !p.inherited)
  )
    return true;
  const last = after[0] === undefined || /^(?:措施|行动|方案|[,。、与和及以]|后|之后|以来|之际|期间|达成)/.test(after[0].text);
  return (
    last &&
    scene
      .before()
      .some((t) =>
        /^(?:实施|进行|采取|启动|宣布|恢复|祭出|追加|施加|发起|予以|实行|开始|重启|延长|扩大|升级|加大|加强|推出|出台|公布|通过|批准|解除|取消|放松|撤销|放宽|终止)/.test(
          t.text,
        ),
      )
  );
}

/** 制裁向B售武的C企业: of the states behind the word, those whose firms they are. */
export function sanctioned(scene: Scene, own: readonly string[]): Party[] {
  const tail = tailOf(scene);
  const of = SANCTIONED.test(tail) ? tail.lastIndexOf('的') : -1;
  if (of < 0) return [];
  return statesIn(scene, scene.trigger.end + of, scene.clauseSpan().end).filter((p) => !own.includes(p.country!));
}
