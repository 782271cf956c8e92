import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { OBJECT_LED } from '../object-marker.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';

/** What a state does, as against what comes to it. */
const DEED =
  /重新(?:考虑|审视|评估|审查)|放松|放宽|收紧|减免|开始|换取|采用|改用|访问|出访|访华|前往|赴|会见|会晤|会谈|举行|举办|召开|主办|承办|出席|参加|参会|与会|参与|派|增兵|驻军|提供|给予|捐|援助|援建|支援|购买|采购|收购|出售|供应|投资|投入|建设|建造|修建|设立|成立|建立|启动|推出|发射|部署|撤[出离回军走销]|退出|加入|申请|提交|提出|递交|签署|签订|批准|通过|颁布|实施|实行|施加|征收|加征|取消|解除|暂停|中止|终止|停止|停火|停飞|恢复|重启|开放|关闭|限制|禁止|驱逐|召[回见]|释放|移交|交付|交换|归还|引渡|遣返|承认|断绝|建交|起诉|调查|制裁|反[击制]|回击|报复|回应|采取|动用|削减|减[少免产]|增产|仗义执言|力挺|声援|捍卫|降低|提高|上调|下调|增[加派设]|扩[大建]|加强|强化|深化|推[动进]|促进|落实|执行|履行|支持|协助|帮助|保护|捍卫|维护|保持|磋商|商[讨定订议谈]|洽[商谈]|研[议商]|探讨|讨论|谈判|协商|对话|沟通|交涉|抗议|交流|宣布|发[表布]|公布|说明|警告|追究|允许|准许|接[收待受]|安置|邀请|开[展设通]|进行|合作|协调|配合|联合|共同|打击|消灭|摧毁|攻击|进攻|封锁|拦截|抵抗|抗击|巡逻|训练|演习|培训|修[改订复]|制定|研究|寻求|努力|继续|确保|避免|防止|解决|处理|运[往送]|重建|豁免|升级|转[让移]|放弃|拒绝|反对|坚持|遵守|尊重|兑现|信守|阻[止挡]|遏制|制止|打造|培养|审议|表决|投票|接任|担任|吸纳|招[收募]|引进|输送|供[气电油]|出口|进口|动工|开工|[开兴承改扩再新]建|开发|互免|免签|延长|赠[送予]|铺设|修复|资助|出资|拨款|编列|拿出|动支|利用|运用|没收|冻结|扣押|接[纳管]|支付|承担|分担|负责(?:保障|建设|提供|施工|实施)/;

/** What befalls a side, or what somebody thinks will come. */
const BEFALLS =
  /^(?:会|也|还|很|可能|不可避免地?|难免|极大地?|严重|越来越|进一步|再次|迅速|很快|更|从[^,]{1,12}?|在[^,]{1,12}?|对[^,]{1,16}?)*(?:恶化|加剧|受益|导致|造成|引发|引起|促使|迫使|损害|破坏|出现|成为|变成|变得|持续(?!强化|加强|深化|推[动进]|提供|支[持援]|协助|援助|扩大|打击|施压|为|与|同|向|对|和|努力|增加|派|部署|采取|维护|落实|关注|监[控测督]|寻求|投入|购买|供应|训练)|达到|超过|下降|上升|增长|缩减|失去|陷入|崩溃|获(?!取|释|选)|收到|属于|处于|没有|无法|只能|取得|付出|看到|面[对临]|拥有|受到|受[损害]|遭|被|是|为|有|使|能(?!源)|令|让|沦|难以|证明|意味|影响|构成|形成|带来|产生|迎来|以[^,]{1,10}告终|归|属|由[^,]{1,10}承担|与[^,]{1,12}隔绝|如何|是否|何|怎)/;

/** 为B提供…, 对B实施…: done for or to somebody, where 为 and 对 else open an effect. */
export const DONE_FOR =
  /^(?:继续|持续|进一步|全力|首先|率先|立即|尽快|额外|再|共同)?(?:为[^,]{1,24}?(?:提供(?![^,]{0,20}(?:机遇|动力|机会|空间|支撑|政策支持|保障|可能|条件|启示|借鉴|指引|基础))|给予|培[训养]|援[助建]|拨款|出资|派遣?|修建|发放|购买|采购|支付|训练|修复|建造|生产|办理|治疗|承担|承办)|对[^,]{1,24}?(?:降低|下调|提高|上调|减免|豁免|取消|放宽|收紧|开放|供应|出口|免签|进行|实施|实行[^,]{0,8}(?:制裁|封锁|禁运|禁令|反制|报复|限制|管制)|采取|征收|加征|施加|开展|展开|作出|做出|提起|提供|追究))/;

/** A、B和C等四个海湾国家呼吁: how many they are. */
const SO_MANY =
  /^(?:等|这)?[二两三四五六七八九十\d]+个?(?:欧洲|西方|亚洲|非洲|拉美|阿拉伯|海湾|北欧|东欧|中东|成员|盟)?国(?:家)?(?:的?(?:领导人|外长|防长|总统|总理))?/;

/** Words between a side and its will that name nobody else. */
const ADVERB =
  /^(?:国家安全委员会|国家安全会议|安全委员会|海事委员会|国家海事委员会|海岸防卫队|海岸警卫队|海防队|海警局|总统府|总理府|总统办公室|总理办公室|海军|空军|陆军|参议院|众议院|内阁|也|亦|还|都|均|扬言|威胁|誓言|不断|新|新一届|新任|现任|本届|现|临时|看守|已|已经|早已|早就|此前|先前|亲自|当面|曾|曾经|又|再|再次|再一次|大声|多次|一再|正|正在|仍|仍然|依然|则|却|便|就|即|将|会|能|很|非常|十分|强烈|坚决|坚定|真诚|衷心|热切|殷切|一致|共同|联合|分别|各|各自|随即|随后|立即|立刻|马上|很快|迅速|尽快|最终|终于|近来|一直|始终|一贯|一向|历来|长期|主动|正式|公开|明确|严正|严肃|郑重|紧急|进一步|继续|积极|高度|原则上|提出|初步|单方面|因此|所以|并|并且|而|而且|同时|此外|另外|另|另也|另将|但|但是|不过|同样|更|更加|更要|只|仅|特别|尤其|率先|首次|必须|必将|坚持|人民|政府|政府和人民|中央|方面|当局|当局者|军|军方|军队|部队|方|官方|国会|议会|外交部|国防部|防卫当局|防务部门|外交部门|国防部门|主管部门|有关部门|相关部门|白宫|执政党|领导[人层]|官员|共产党|党和|和|与|及|、|“|”|代表|迫切|当然|确实|的确|真心|由衷|诚挚|全力|大力|持续|携手|直接|同|越来越|如期|不得不|按计划|单独|完全|过渡|逐步|宣布|正式宣布|表态|明确表示)+$/;

/** Whether only adverbs and times stand between the side and the word: 法国很快将…, but not 法国经济将…. */
export function isStraight(scene: Scene, last: Party): boolean {
  const gap = scene.before().filter((t) => t.start >= last.span.end);
  return isClear(gap) || goesOn(gap) || WITH_ALLIES.test(gap.map((t) => t.text).join(''));
}

/** A和其他盟国需要…: A does, with others. */
const WITH_ALLIES = /^[和与及](?:其他|其它|其)(?:盟国|盟友|伙伴|国家|成员国|西方国家|各国)(?:也|都|均|一道)*$/;

/** A拒绝接受援助并要求…: a second verb of the same subject, behind 并. */
function goesOn(gap: readonly Token[]): boolean {
  const and = gap.findLastIndex((t) => /^(?:并|并且)$/.test(t.text));
  return (
    and > 0 && /^(?:拒绝|反对|谴责|批评|指责|否认)/.test(gap.find((t) => !isA(t, 'time', 'mod'))?.text ?? '') && isClear(gap.slice(and + 1))
  );
}

/** Whether nothing stands before the word in its clause that could be its subject: 并将…, but not 这将…, 结果将…. */
export function opensClause(scene: Scene): boolean {
  const own = scene.registers.speaker?.value.country;
  // 莫斯科将…, told in Moscow.
  const isSeat = (t: Token): boolean => isA(t, 'place') && scene.parties([t]).some((p) => p.country === own && own !== null);
  return isClear(scene.before().filter((t) => !MEANT.test(t.text) && !isSeat(t)));
}

/** Words that stand for who speaks, or say when. */
const MEANT =
  /^(?:他|她|它|其|我们?|他们|而是|就是|也是|还是|期间|访问期间|访[华日韩美]期间|届时|届时还|之后|随后|接下来|下一步|且|确认|该部|政府|其中|今后|一定|会|他的|国家|声明|联合声明|公报|文告|新闻稿|决议|决议案|报告|动议|这项|这份|该)$/;

function isClear(gap: readonly Token[]): boolean {
  const text: string[] = [];
  for (const t of gap) {
    if (text.length === 0 && opensPhrase(t)) return gap.at(-1)!.text !== '的';
    if (isA(t, 'time', 'mod', 'say', 'will', 'state', 'person', 'title', 'organisation')) continue;
    if (opensPhrase(t)) return ADVERB.test(text.join('')) && gap.at(-1)!.text !== '的';
    text.push(t.text);
  }
  const rest = text.join('').replace(SO_MANY, '');
  return rest === '' || ADVERB.test(rest);
}

function opensPhrase(t: Token): boolean {
  return isA(t, 'mark') && /^(?:在|对|对于|就|从|于|向|为|以|根据|按照|按|通过|自|因|由于|针对|随着|到|至)$/.test(t.text);
}

/** 俄方已建议…: only a little word or a day stands between the side and what it offers. */
export function offers(scene: Scene, last: Party): boolean {
  return (
    !/[党黨]$/.test(last.name ?? '') &&
    /^(?:政府|方面|当局|已经?|还|也|曾|又|再次|日前|此前|近日|正式|当[天日]|首次|明确|主动|今天|昨天|\d{1,2}日)*$/.test(
      scene.text.slice(last.span.end, scene.trigger.start),
    ) &&
    isDeed(scene)
  );
}

/** Whether 将 tells of something that a state does, and not of what will come to it. */
export function isDeed(scene: Scene): boolean {
  const { end } = scene.clauseSpan();
  const rest = scene.text.slice(scene.trigger.end, Math.min(end, scene.trigger.end + 48));
  if (DONE_FOR.test(rest)) return true;
  if (BEFALLS.test(rest)) return false;
  const head = rest.split('的')[0]!;
  return (
    DEED.test(head) ||
    (head.length < 4 && DEED.test(rest)) ||
    scene
      .after()
      .slice(0, 6)
      .some((t) => isActOf(t))
  );
}

function isActOf(t: Token): boolean {
  const act = as(t, 'v')?.value as Entry | undefined;
  return act !== undefined;
}

/** Whether 将 only marks the object of a verb behind it. */
export function marksObject(scene: Scene): boolean {
  if (!scene.trigger.text.startsWith('将')) return false;
  const previous = scene.before().at(-1);
  // 宣布将A归还B, 将把A列为B: the will is told as well.
  if (/^(?:正式)?宣布$/.test(previous?.text ?? '')) return false;
  const led = scene.text.slice(scene.trigger.start, scene.clauseSpan().end);
  if (OBJECT_LED.test(led) && !/^将(?:把|会|继续|于|在\d)/.test(led)) return true;
  return (
    previous !== undefined && isA(previous, 'will') && !isA(previous, 'say') && !/^(?:同意|决定|宣布|承诺|保证|答应)$/.test(previous.text)
  );
}

/** Whether the plan is a visit or a meeting, which is told as such. */
export function isContactAhead(scene: Scene): boolean {
  return scene
    .after()
    .some(
      (t) => isA(t, 'v') && ['visit', 'meeting', 'conference', 'call', 'session', 'interview'].includes((as(t, 'v')!.value as Entry).value),
    );
}

/** 日方不要…: whether the one who is told stands straight before the word. */
export function isTold(scene: Scene): boolean {
  const last = scene.ownSubject().findLast((p) => p.kind !== 'place');
  return (
    last !== undefined &&
    /^(?:方面|人民|政府|也|都|就|更|今后|再|千万|在[^,]{1,14}(?:下|前|后|期间)|,)*$/.test(
      scene.text.slice(last.span.end, scene.trigger.start),
    )
  );
}

/** 两国将签署的协定将深化…: what a paper will do, told as what describes it. */
export function isOfPaper(rest: string): boolean {
  return /^将[^,的]{1,8}的[^,]{2,24}(?:将|会(?![晤谈议见])|寻求|旨在|包括|涵盖)/.test(rest);
}

/** 没有表明,其有意…: what somebody has not shown. */
export function isUnshown(scene: Scene): boolean {
  const led = scene.text.slice(scene.sentence.span.start, scene.clause[0]!.start);
  return /(?:没有?|并未|尚未|不)[^,]{0,2}(?:表明|显示|证明|说明|相信|认为),$/.test(led);
}
