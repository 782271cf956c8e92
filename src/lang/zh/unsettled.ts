import { isA } from '../../grammar/token.js';
import type { Scene } from './scene.js';
import { CONTACT, isAimedAt, isTalk, isTopicOfTalks, kindTold, SAYS } from './spoken-of.js';
import { opensIf } from './supposed.js';

/**
 * Whether the clause leaves open that what its verb tells happens at all: 尚未决定是否实行禁运, 对禁止进口存在疑虑, 就撤军进行谈判, 只有…才能签署. Such a verb makes
 * no event, whatever its modality.
 */
export function isUnsettled(scene: Scene): boolean {
  const span = scene.clauseSpan();
  const before = plain(scene.text.slice(span.start, scene.trigger.start));
  const after = plain(scene.text.slice(scene.trigger.end, span.end));
  if (/不具备|不够条件|是否|能否|会否|可否|要不要|会不会|能不能|该不该|有没有|只有|只要|除非|何时|何日/.test(before)) return true;
  // 不论A攻击B或介入…; 考虑是否接纳B,取消制裁: open too.
  if (/^(?:不论|无论|不管)/.test(before) || (before === '' && isAfterDoubt(scene))) return true;
  // 讨论边境问题: what is talked over is open, that it is talked over is not.
  if (isA(scene.trigger, 'discuss')) return false;
  if (
    /疑虑|怀疑|有必要|的必要|收场|^[^,。]{0,4}问题|^[^,。]{0,6}(?:进行|做好?|作)准备|^[^,。]{0,12}的(?:可行|具体|详细|全面|秘密|初步)?(?:计[划画]|方案|打算|企图|意图|构想|设想)/.test(
      after,
    )
  )
    return true;
  // 若能对死难者表示哀悼, 必须公开抗议: thought of, demanded.
  if (
    SAYS.has(kindTold(scene.trigger)) &&
    (opensIf(scene) || /(?:必须|理应|务必|应该|应当|本应|有义务|有责任)[^,。并]{0,10}$/.test(before))
  )
    return true;
  // 推动B各派签署协议: urged, not signed by whoever urges.
  if (kindTold(scene.trigger) === 'signing' && /推动(?!了)[^,。的并]{1,16}$/.test(before)) return true;
  // 调查B停止进口的消息: not vouched for.
  if (/(?:调查|查证|核实|求证)[^,。并]*$/.test(before) && /^[^,。]{0,16}的(?:消息|报道|传闻|说法|传言)/.test(after)) return true;
  // 担心A为了面子,而对B让步: feared.
  if (!SAYS.has(kindTold(scene.trigger)) && /^(?:而|从而|进而|以致)/.test(before) && isFearedBefore(scene)) return true;
  // 求见而不获接见, 不可能一方面制裁B: not done.
  if (CONTACT.test(kindTold(scene.trigger)) && /(?:不获|未获|没能|无缘)[^,。]{0,8}$/.test(before)) return true;
  if (!SAYS.has(kindTold(scene.trigger)) && /不(?:大|太)?可能[^,。]*$/.test(before)) return true;
  // 促成A与B会谈: worked for.
  if (CONTACT.test(kindTold(scene.trigger)) && /(?:促成|撮合|牵线)(?!了)[^,。的]{0,14}$/.test(before)) return true;
  // 退出协议的理由不足: weighed.
  if (!SAYS.has(kindTold(scene.trigger)) && /^[^,。了说申示调指称]{0,10}的(?:理由|前提|时机|利弊|好处)/.test(after)) return true;
  // 提出购买电力的请求: asked for.
  if (/(?:提出|发出|递交|提交|收到|拒绝|接受)了?[^,。]*$/.test(before) && /^[^,。]{0,12}的(?:请求|申请|提议|提案|倡议)/.test(after))
    return true;
  // 不受B侵略, 不顾B禁止, 抵御B入侵: spoken of as what is there or feared.
  if (/(?:不受|免受|免遭|免于)[^,。]{0,12}$/.test(before)) return true;
  if (/^(?:sanction|restriction)$/.test(kindTold(scene.trigger)) && /(?:不顾|无视|违反|违背|绕过|规避|逃避|滥用)[^,。]{0,10}$/.test(before))
    return true;
  // 确保企业不购买…: seen to, not done.
  if (/(?:确保|保证)[^,。]{0,12}不$/.test(before)) return true;
  // 提供援助,用于采购雷达: what it is for.
  if (/用[于以作来]$/.test(before) && /^[采购订]/.test(scene.trigger.text)) return true;
  // 为停止…而努力: aimed at.
  if (/为[^,。]{0,2}$/.test(before) && /^[^,。]{2,24}而(?:努力|奋斗|不懈)/.test(after)) return true;
  // 建议公民不要前往B: warned against.
  if (/(?:不要|切勿|请勿|不应|不该|不宜|勿)[^,。并]{0,8}$/.test(before)) return true;
  // 企图将B逐出, 才能把B逐出, 直至将B逐出: aimed at.
  if (/(?:企图|意图|试图|妄图|才能|目标[^,。]{0,3}是|直至|直到|以便)[将把][^,。]*$/.test(before)) return true;
  // 将援助与分歧混为一谈, 将侵略一并探讨: named as a thing.
  if (
    /[将把][^,。]*$/.test(before) &&
    /^[^,。]{0,24}?(?:混为一谈|联系[在起]|相提并论|挂钩|区分|分开|比作|描绘|形容|当作|说成|一并探讨|一同讨论)/.test(after)
  )
    return true;
  // 如果A派遣潜艇,或侵入B海域, 如果不隐瞒,不逮捕…: the condition goes on.
  if (/^(?:或|或者|并|并且|且|不|没有|也不|又)/.test(before) && scene.clauses[scene.clauseAt - 1]?.some((t) => scene.has([t], 'mod', 'if')))
    return true;
  // 有关会面的报道非常可笑.
  if (/^[^,。]{0,4}的[^,。]{0,4}(?:报道|消息|传闻|说法)[^,。]{0,6}(?:可笑|不实|虚假|荒谬|毫无根据|谎言|不属实)/.test(after)) return true;
  // 否认B拒绝提供援助的报道, 讨论B入侵C时: told by somebody who does not vouch for it, or only spoken of.
  if (/否认/.test(before) && /的(?:报道|消息|传闻|说法)/.test(after)) return true;
  if (!isTalk(scene.trigger) && /(?:讨论|审议|谈及|谈到|提及)[^,。并]*$/.test(before) && /[\u4e00-\u9fff]/.test(after)) return true;
  // 退出协议意味着…, 关于禁运B的问题: spoken of as a thought.
  if (/退出|撤/.test(scene.trigger.text) && /^[^,。]{0,12}(?:意味着|无异于|等同于|等于是)/.test(after)) return true;
  if (/(?:关于|有关)[^,。的]{0,4}$/.test(before) && /^[^,。]{0,14}的(?:问题|议题|讨论|报道|消息|说法|传闻|提议|建议|可能)/.test(after))
    return true;
  if (/^“?(?:很|非常|十分|极其)?(?:重要|必要|关键|有益)(?![^,。]{0,10}(?:协[议定]|条约|文件|备忘录|声明|合同))/.test(after)) return true;
  // 海盗劫持货轮的开场戏: told in a film or a book.
  if (/^[^,。]{0,10}的(?:开场戏|照片|旧照|合影|戏份|镜头|场景|情节|画面|故事|电影|影片|电视剧|小说|题材|剧情)/.test(after)) return true;
  // 反对进攻B, 支持A政府驱逐…, 不会阻止A与B会谈: for or against it, it is not done.
  if (
    !SAYS.has(kindTold(scene.trigger)) &&
    !HELD_WITH.test(before) &&
    /(?:反对|赞成|支持|主张|阻止|阻碍|阻挠|妨碍|阻拦|抵制|杯葛|防止|避免|制止|注意|警惕|提防)[^,。并和]{0,14}$|(?:担心|担忧|忧心|唯恐|生怕)(?!.*可能)[^,。并]{0,24}$/.test(
      before,
    )
  )
    return true;
  // 如果我们不承认B, 愿在A采取行动时保卫B.
  if (/(?:如果|倘若|假如|要是|若)[^,。]*不[^,。]{0,2}$/.test(before) || (/愿|一旦/.test(before) && /^[^,。]{0,4}时/.test(after)))
    return true;
  // 发动袭击的可能性不大.
  if (/^[^,。]{0,6}的?(?:可能性|概率|风险|几率)/.test(after)) return true;
  // 为A攻打B提供契机.
  if (/(?:[为向]|给了?)[^,。]{1,10}$/.test(before) && /^[^,。]{0,14}(?:提供|创造|制造|铺平|铺路|奠定|迈[出进]|扫清)/.test(after))
    return true;
  if (/才(?:能|会|可能)[^,。]{0,10}$/.test(before)) return true;
  if (isThreatened(scene, before) || isCustom(scene, before, after) || isAskedAbout(scene, before) || isCalledFor(scene, before, after))
    return true;
  if (isOnlyThought(scene, before, after)) return true;
  return isAimedAt(scene, before, after) || isTopicOfTalks(scene);
}

/** 呼吁考虑是否接纳B,取消…: a clause that begins with its verb goes on with what is doubted. */
function isAfterDoubt(scene: Scene): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  return led !== undefined && /(?:考虑|讨论|研究|评估|决定)是否/.test(scene.text.slice(led[0]!.start, led[led.length - 1]!.end));
}

/** Whether the clause before tells of what somebody fears. */
function isFearedBefore(scene: Scene): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  return led !== undefined && /(?:担心|担忧|忧心|唯恐|生怕)(?!.*了)/.test(scene.text.slice(led[0]!.start, led[led.length - 1]!.end));
}

/** 1,500亿: the mark in a number is none of the sentence. */
const plain = (text: string): string => text.replace(/(\d),(?=\d{3})/g, '$1');

/** 威胁要对B实施制裁: the threat is told, not what is threatened. */
function isThreatened(scene: Scene, before: string): boolean {
  if (SAYS.has(kindTold(scene.trigger)) || kindTold(scene.trigger) === 'threat') return false;
  return /(?<![的核受安全等])威胁(?:说|称)?(?:要|将|会|就)[^,。了]*$|(?<![的核受安全等])威胁(?:曝光|公开|没收|冻结|扣押|逮捕|切断|停止|退出|取消)[^,。了的]*$/.test(
    before,
  );
}

/** 呼吁各国,谴责B: who is called on has not done it; 对A支援B的关切: what one is worried about. */
function isCalledFor(scene: Scene, before: string, after: string): boolean {
  const led = scene.text.slice(scene.sentence.span.start, scene.clause[0]!.start);
  if (
    /^(?:criticism|protest|sanction|restriction|suspension|withdrawal)$/.test(kindTold(scene.trigger)) &&
    /^(?:一[起同]|共同|同声|齐声)?$/.test(before)
  )
    return /(?:呼吁|促请|敦促|号召|吁请)(?!.*[了,][^,]*,)[^,。]{2,24}(?:人士|各国|各方|各界|社会|国家|政府|成员国?)(?:[^,。]{0,10}),$/.test(
      led,
    );
  if (SAYS.has(kindTold(scene.trigger))) return false;
  // 向B停止试射表示感谢: B does it.
  if (
    /[对向][^,。]{1,16}$/.test(before) &&
    /^[^,。]{0,20}(?:表示|表达|深表|致以)(?:衷心|由衷|诚挚)?的?(?:感谢|感激|谢意|欢迎|赞赏)/.test(after)
  )
    return !isA(scene.trigger, 'visit-host') && kindTold(scene.trigger) !== 'visit';
  if (/(?:寻求|要求|争取)“[^”。]*$|施压[^,。]*$/.test(before)) return true;
  // 对B开战获盟国支持: not begun.
  if (
    /^(?:clash|attack|mobilisation)$/.test(kindTold(scene.trigger)) &&
    /^[^,。]{0,4}(?:获得?|得到|争取|寻求|赢得)[^,。]{0,16}(?:支持|授权|同意|批准)$/.test(after)
  )
    return true;
  return /对[^,。]{1,16}$/.test(before) && /^[^,。]{0,20}的(?:关切|担忧|忧虑|疑虑|质疑)$/.test(after);
}

/** 过去A访问B,一般…: what is usual, and no deed. */
function isCustom(scene: Scene, before: string, after: string): boolean {
  if (!CONTACT.test(kindTold(scene.trigger))) return false;
  if (/^[^,。]{0,8}(?:通常|一般都?会?|往往|照例|按惯例)/.test(after)) return true;
  return /(?:过去|以往|历来|通常|往常)[^,。了]*$/.test(before) && /^(?:一般|通常|往往|都会|总会|照例)/.test(nextClause(scene));
}

/** 有记者问A对B制裁C的回应, 媒体对比了A会见B和会见C时的座位: asked about or written of. */
function isAskedAbout(scene: Scene, before: string): boolean {
  if (/(?:记者|媒体)(?:追|提|又|再)?问(?!题)[^,。]*$|被(?:记者|媒体)?(?:追|提)?问[到及起][^,。]*$|^问[到及][^,。]*$/.test(before))
    return true;
  if (/(?:没有?|未曾?|并未|拒绝)(?:提到|提及|说明|表明|透露|公布|披露)[^,。]*$/.test(before)) return true;
  return CONTACT.test(kindTold(scene.trigger)) && /(?:媒体?|报|网民)(?:纷纷|则|还)?(?:对比|比较|盘点|梳理|解读)了?[^,。]*$/.test(before);
}

function nextClause(scene: Scene): string {
  const next = scene.clauses[scene.clauseAt + 1];
  return next ? scene.text.slice(next[0]!.start, next[next.length - 1]!.end) : '';
}

/** 等待A撤军, 有借口关闭…, 毫无兴趣派兵, 使A能够访问, 为制裁打开大门, 这意味着A将…: waited for, open to, inferred. */
function isOnlyThought(scene: Scene, before: string, after: string): boolean {
  const kind = kindTold(scene.trigger);
  if (SAYS.has(kind)) return false;
  if (/(?:等待|静待|坐等|等候)(?!时机)[^,。了的]*$/.test(before)) return true;
  if (/有了?(?:[借藉]口|理由|权力?|能力|机会)[^,。]{0,4}$|不会?有机会[^,。]*$|无权[^,。]{0,8}$/.test(before)) return true;
  if (/(?:没有?|尚无|并无|毫无|无)任?何?(?:兴趣|打算|计划|意愿|意图)[^,。]{0,14}$/.test(before)) return true;
  if (CONTACT.test(kind) && /(?:让|令|(?<![大特公])使)[^,。]{1,16}(?:能够|可以|得以)[^,。]*$/.test(before)) return true;
  if (CONTACT.test(kind) && /(?:支持|主张|赞成|乐见)(?:重启|恢复|举行|开启|重开|继续)[^,。]*$/.test(before)) return true;
  if (!CONTACT.test(kind) && /意味[着著][^,。]*$|(?:不能|无法|不会|不足以|难以)[让令使][^,。]*$/.test(before)) return true;
  if (/^[^,。]{0,16}的?(?:机会|机率)(?:大增|增加|渺茫|很大|不大|降低)/.test(after)) return true;
  return /为[^,。]{1,16}$/.test(before) && /^[^,。]{0,8}(?:打开|开启|敞开)了?(?:大门|道路|空间|窗口)/.test(after);
}

/** 与支持B的A通话: what a partner is known for. */
const HELD_WITH = /[与同和跟](?:坚定|一贯|长期|坚决)?(?:反对|赞成|支持)[^,。的]{1,8}的[^,。]{2,16}$/;
