import { as, isA, type Token } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import type { Entry } from '../../lexicon/trie.js';
import type { Scene } from './scene.js';

const TALKS: ReadonlySet<string> = new Set(['meeting', 'negotiation', 'consultation', 'agreement', 'call']);

/** What two sides hold together. */
export const CONTACT = /^(?:meeting|visit|call|consultation|negotiation|signing|agreement)$/;

/** What a side does by saying it, which may stand beside another word of its kind: 支持并感谢, 担心并谴责. */
export const SAYS: ReadonlySet<string> = new Set([
  'thanks',
  'criticism',
  'accusation',
  'protest',
  'congratulation',
  'condolence',
  'rejection',
  'request',
]);

export function kindTold(t: Token): string {
  return (as(t, 'v')?.value as Entry | undefined)?.value ?? '';
}

export function isTalk(t: Token): boolean {
  return TALKS.has(kindTold(t));
}

/** 这些行径, 此类做法: what was named before. */
const JUDGED = /^(?:这些|这种|此类|这类|上述)(?:行径|行为|做法|举动|举措)/;

/** 没有证据显示A攻击B, 不允许领土用于攻击B, 目标是切断补给, 不必动武就占领: what is only aimed at, kept from, or without proof. */
export function isAimedAt(scene: Scene, before: string, after: string): boolean {
  const kind = kindTold(scene.trigger);
  if (/(?:没有|缺乏|毫无|并无|尚无)(?:任何)?(?:确凿|直接|可靠|具体)?(?:的)?(?:证据|迹象|理由|信息)[^,。]*$/.test(before)) return true;
  if (/(?:不|禁止|防止|避免|拒绝)(?:会|再|能|得|应|可)?(?:允许|容许|准许)[^,。]*$/.test(before)) return true;
  if (SAYS.has(kind)) return false;
  if (/(?:不认为|不相信|不觉得|不(?:太|大)?看好)[^,。]*$/.test(before)) return true;
  if (CONTACT.test(kind) && /(?:更难|很难|难以|难于|无望)[^,。]*$|坚持要?求?[与同和][^,。]*$/.test(before)) return true;
  // 条约的签署过程, 会晤意味着…: spoken of.
  if (CONTACT.test(kind) && (/^的?(?:过程|历程)/.test(after) || (before === '' && /^(?:意味|标志|表明|显示|凸显)/.test(after))))
    return true;
  // 进程在中断两年后重启: long past.
  if (kind === 'suspension' && /^了?[^,。]{0,8}后(?:重新|恢复|重启|重开)/.test(after)) return true;
  if (CONTACT.test(kind) && /(?<!经过?)(?<!经过[^,。]{1,8})(?:努力|致力于?|着手)(?!下|后|[之以][下后])[^,。并的了]*$/.test(before))
    return true;
  // 驱逐人员,…,这些行径将…: named to be judged.
  if (
    /^[「“『]?$/.test(before) &&
    scene.clauses.slice(scene.clauseAt + 1).some((c) => JUDGED.test(scene.text.slice(c[0]!.start, c[0]!.start + 6)))
  )
    return true;
  if (/(?:试图|企图|设法|力图)(?!.*安排)[^,。并的]*$/.test(before) && CONTACT.test(kind)) return true;
  if (/^后(?:才|方|再)/.test(after)) return true;
  if ((kind === '' || kind === 'consultation') && /愿意?[同与和][^,。]*$/.test(before)) return true;
  if (kind === 'invitation' && /(?:取消|撤销|拒绝|收回)[^,。]{0,6}$/.test(before)) return true;
  if (isOthersInTopic(scene, after)) return true;
  if (/(?:目标|目的|意图|用意|任务|使命)(?:就|仍|也|都|正)?(?:是|在于)[^,。]{0,14}$/.test(before)) return true;
  // 举行旨在加强合作的磋商: what the talk is for.
  const isHeldFor = before.endsWith('的') && CONTACT.test(kind) && scene.has(scene.before(), 'lv', 'hold');
  if (!isHeldFor && /(?:旨在|意在|志在|力求|以求|意欲)[^,。]{0,16}$/.test(before)) return true;
  if (/(?:不必|无需|无须|不用|毋须)[^,。]*$/.test(before)) return true;
  if (kind === 'attack' && /(?:被)?用[于来](?:对|向)?[^,。]{0,8}$/.test(before)) return true;
  if (kind === 'aid' && /(?:为了?|^用[于来以](?:[对向][^,。]{1,10})?)$/.test(before)) return true;
  if (/(?:以|(?<![可予难足加得何])以[^,。]{1,12}进行)$/.test(before) && /^[^,。]*为(?:由|名|借口)/.test(after)) return true;
  // 提出要求,其中包括关闭B的基地: a list of what is wanted.
  const led = scene.clauses[scene.clauseAt - 1];
  const asked =
    led &&
    /要求|条件|建议|提议|方案|草案|清单|提出[^。]{0,16}(?:措施|对策|主张|选项)/.test(
      scene.text.slice(scene.clauses[0]![0]!.start, led[led.length - 1]!.end),
    );
  if (asked && /^(?:其中)?(?:还|也)?(?:内容|条件)?(?:包括|包含)/.test(before)) return true;
  return /^[^,。]{0,8}(?:的借口|为借口|的理由|为由)/.test(after) && /作为|当作|视为|称为/.test(before);
}

/** 就西方向B提供武器提出警告: what somebody who is no state does, spoken of by whoever the clause is about. */
function isOthersInTopic(scene: Scene, after: string): boolean {
  if (
    !/(?:提出|发出|作出|发表|表示|表达|进行)了?[^,。]{0,6}(?:警告|抗议|交涉|声明|回应|表态|关切|谴责|批评|讲话|看法|不满|担忧|遗憾|欢迎|反对)/.test(
      after,
    )
  )
    return false;
  const before = scene.before();
  const led = before.findLastIndex((t) => /^(?:就|针对|对|对于)$/.test(t.text));
  const own = before.slice(0, led).some((t) => /^(?:就|针对)$/.test(t.text));
  const from = own ? before.findLastIndex((t) => /^(?:就|针对)$/.test(t.text)) : led;
  if (from < 0) return false;
  return !before
    .slice(from + 1)
    .some(
      (t, i, all) =>
        isA(t, 'state', 'person', 'title', 'organisation', 'pair', 'joint') &&
        !/^[向对给为从在与同和]$/.test(i === 0 ? '' : all[i - 1]!.text),
    );
}

/** 就打击走私举行会谈, 围绕停止进口达成协议: what is talked about is not done. */
export function isTopicOfTalks(scene: Scene): boolean {
  if (isTalk(scene.trigger)) return false;
  const led = scene.before().findLastIndex((t) => /^(?:就|围绕|针对|关于|正就|已就)$/.test(t.text));
  if (led < 0) return false;
  // 欧盟就对B实施制裁达成一致: what a union's members agree on, it does.
  if (kindTold(scene.trigger) === 'sanction' && scene.ownSubject().some((p) => p.codes.some(isGroup))) return false;
  // 就出口限制,以及地区局势等议题交换意见: the verb of the talk stands in the clause behind.
  const next = scene.clauses[scene.clauseAt + 1];
  const then = next ? scene.text.slice(next[0]!.start, next[next.length - 1]!.end) : '';
  if (/^(?:以及|及|和|与|并就|还就)/.test(then) && /(?:交换|讨论|会谈|磋商|商讨|沟通|议题)/.test(then)) return true;
  const rest = scene.after();
  const verb = rest.findIndex((t, i) => isTalk(t) && (isA(rest[i - 1], 'lv', 'reach') || /^(?:举行|进行|展开|开展|达成)/.test(t.text)));
  const far = rest.findIndex((t) => /^(?:谈判|会谈|磋商|协商|讨论|协议|意见)$/.test(t.text) && !isA(t, 'state'));
  const held = far >= 0 && rest.slice(0, far).some((t) => /^(?:举行|进行|展开|开展|达成|探询|征求|听取|交换)/.test(t.text));
  return (
    (verb >= 0 || held) &&
    !scene
      .before()
      .slice(led)
      .some((t) => isA(t, 'say'))
  );
}
