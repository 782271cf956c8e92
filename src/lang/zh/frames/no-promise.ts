import { as, isA } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';
import { isCapital } from '../words.js';
import { isAct } from './actions.js';
import { isDeed, isOfPaper, isStraight, isTold, isUnshown, opensClause } from './deeds.js';
import { isToldAt } from './ought.js';
import { CONDITION, DOUBTS, IN_A_NOUN, OF_A_NOUN, OPEN, UNDONE } from './will-words.js';

const SIDES = ['state', 'joint', 'pair', 'organisation', 'person', 'title'] as const;

/** Whether the will is somebody's who is named straight before the word, or goes on with what a side wants. */
function isSaidOfOne(scene: Scene): boolean {
  const own = scene.ownSubject().filter((p) => p.kind !== 'place' || isCapital(p.name ?? ''));
  const last = own[own.length - 1];
  if (last) return isStraight(scene, last);
  const before = scene
    .before()
    .map((t) => t.text)
    .join('');
  return /^(?:[“「]|并|也|还|甚至|威胁|扬言|将|正|仍|持续|继续|一直|今天|则|\d{1,2}日)*$/.test(before);
}
/** 应该坚持的共识, 将提供的援助: the whole of what is willed describes a noun. */
const DESCRIBES =
  /^[^,的]{1,3}(?:长期|共同|继续|要|在[^,的]{1,10}?|[向对][^,的]{1,12}?|予以)*(?:提供|采取|发起|发动|实施|进行|举行|作出|做出|面临|启动|推出|签署|部署|坚持|遵循|遵守|承担|发挥|解决|建设|建立|执行|购买|出售|接受|支付|付出)的[^,的]{1,8}$/;

/** The word tells of no will here: 应B邀请, 须在72小时内离境, 假如…将…, 保留名额, 请他转达. */
export function isElsewhere(scene: Scene, word: Entry): boolean {
  const rest = scene.text.slice(scene.trigger.start, Math.min(scene.clauseSpan().end, scene.trigger.start + 60));
  const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const previous = scene.before()[scene.before().length - 1]?.text ?? '';
  if (/^(?:假如|如果|若|要是|一旦|倘若|万一)/.test(led) || DOUBTS.test(previous) || /^(?:[对给被]|关于)$/.test(previous)) return true;
  if (
    CONDITION.test(led) ||
    OPEN.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 4)) ||
    (IN_A_NOUN.test(rest) && !(word.value === 'agreed' && /的声明/.test(rest)))
  )
    return true;
  if (DESCRIBES.test(scene.text.slice(scene.trigger.start, scene.clauseSpan().end)) || /^[^,]{1,6}在多大程度上/.test(rest)) return true;
  if (isOfPaper(rest) || isUnshown(scene)) return true;
  const whole = scene.text.slice(scene.clause[0]!.start, scene.clauseSpan().end);
  // 在A决定停止…后: what went before.
  if (/(?:之际|之时|前夕|一事)$|^“?(?:在|自|当|随着|继)[^,]*(?:后|时|以来)$/.test(whole)) return true;
  // 寻求加入时,必须…: when it is so.
  if (/(?<![暂及同届随按准平小当临即])时$/.test(whole) && !/在|当/.test(rest)) return true;
  // A对B决定驱逐…表示失望: what B decided is only what A speaks of.
  if (
    /对[^,]{1,24}$/.test(led) &&
    /^[^,]{2,50}?(?:表示|感到|深表)(?:热烈|强烈|高度|十分)?(?:欢迎|失望|遗憾|赞赏|不满|关切|担忧|愤慨|谢意|感谢|祝贺)/.test(rest)
  )
    return true;
  // 通常在年初决定…: what is done each time.
  if (/通常|一般|往往|每年都?|历来都?$/.test(led) && /^(?:决定|将|计划)/.test(rest)) return true;
  // 敦促A考虑…: asked of A.
  const asks = scene
    .before()
    .findLastIndex((t) => ['requested', 'hoped'].includes((as(t, 'will')?.value as Entry | undefined)?.value ?? ''));
  if (
    asks >= 0 &&
    scene
      .before()
      .slice(asks + 1)
      .some((t) => isA(t, 'state', 'person', 'title', 'organisation', 'pron'))
  )
    return true;
  // 要求B外交官离境: told as what it is.
  if (word.value === 'requested' && /(?:大使|外交|使馆|领事|人员|代办|武官)[^,]{0,16}(?:离境|离开)/.test(rest)) return true;
  // 要求本国商人停止…: at home.
  if (
    word.value === 'requested' &&
    /^(?:本国|国内|各部门|军方|军队|内阁|警方|官员|部下|议会|国会|立法院|参议院|众议院|最高法院|法院|央行|民众|公民|居民|选民)/.test(
      scene.after()[0]?.text ?? '',
    )
  )
    return true;
  switch (word.form) {
    case '应':
      // 应对压力: to deal with it.
      return (
        /^应[^,]{1,60}?(?:邀请|要求|请求|之邀|倡议|提议|建议|呼吁)/.test(rest) ||
        (/^应对/.test(rest) &&
          !/负|承担|[给予]以|进行|实施|采取|保持|[作做]出|施[加压]|有所|表示|说明|道歉|开放|展开|开展|加[以强大]|提供/.test(rest))
      );
    case '须':
    case '必须':
    case '要':
      return (
        /^(?:[而就]?是|目的是|为了?)$/.test(previous) ||
        /^要(?:实现|[^,]{1,4}的(?:[”。,]|$))/.test(rest) ||
        /离开|离境|离任|付出|面对[^,]{0,14}(?:拷问|审判|后果|现实)|^要(?:是|么|想|看|比)/.test(rest)
      );
    case '可':
      return /^可(?:为|以|能|达|使|让|获|用|再生|持续|靠|行|控|见|观|信|谓|说|供|通过)/.test(rest);
    case '需':
    case '需要':
      return /^需要?(?![在就对与同和向将由])[^,]{1,12}的/.test(rest);
    case '愿':
      return /早日康复|安息|节哀|^愿(?:意)?(?:再次|在此|特别|借此机会|首先|还)?(?:强调|指出|重申|提醒|说明)/.test(rest);
    case '请':
      return /^请(?:他|她|其|问|看|记者|[^,]{0,20}(?:转达|转致|转交|代为))/.test(rest);
    case '保留':
      return !/权利|选项|可能性/.test(scene.text.slice(scene.trigger.end, Math.min(scene.sentence.span.end, scene.trigger.end + 60)));
    case '考虑':
      return /^考虑到/.test(rest) || /^(?:充分|综合|统筹|周全|优先|首先)$/.test(previous);
    case '决定':
      return /^决定[了性]/.test(rest);
    case '即将':
      return rest.includes('的');
    case '将':
      return /发布(?:有关|相关)?(?:消息|信息)/.test(rest);
    case '表态':
      return !/^表态[,:]?(?:将|愿|会|不会|支持|承诺)/.test(rest);
    case '寻求':
    case '谋求':
    case '有意':
    case '力图':
      return OF_A_NOUN.test(rest) || /^(?:为了?|以|可以|能够?|不|不应|应该?)$/.test(previous) || UNDONE.test(led) || !isSaidOfOne(scene);
    case '盼':
    case '期许':
    case '冀望':
      return !isSaidOfOne(scene);
    // 不排除更多人被捕, 不排除…的可能: what may come, and nobody's doing.
    case '不排除':
      return (
        !isSaidOfOne(scene) ||
        isA(scene.after()[0], ...SIDES) ||
        !isDeed(scene) ||
        /可能|情况下|^不排除(?:[^,]{0,2}人|为|也|有|是|会)/.test(rest)
      );
    case '督促':
    case '催促':
    case '恳求':
    case '力促':
      return !isSaidOfOne(scene) || UNDONE.test(led) || !isA(scene.after()[0], ...SIDES);
    case '不要':
    case '不应':
    case '不应该':
    case '不应当':
    case '切勿':
    case '务必':
    case '理应':
      return !isTold(scene);
    case '努力':
      return /^(?:正在|正|一直|在|还在|一直在|仍在)$/.test(previous) || /^努力(?:仍|才|下|后|取得|已|却|未)/.test(rest);
    case '致力于':
      return (
        /^致力于[^,]{2,30}(?:将|有助于|符合)/.test(rest) ||
        scene.before().some((t) => isA(t, 'v') && (as(t, 'v')!.value as Entry).value === 'upgrade')
      );
    default:
      return false;
  }
}

/** A和其他国家都希望…: A does. */
const WITH_OTHERS = /^[和与及](?:其他|其它)[^,]{0,8}国家?(?:也|都|均|一道)*$/;

/** Words that are nouns as often as verbs. */
const NOUNISH = /^(?:决定|计划|承诺|要求|建议|提议|呼吁|请求|希望|期待|期望|保证|考虑|努力|准备|决心|誓言|许诺)$/;

/** 希望与B建立…, 准备和B讨论…: with whom it is wanted, and no second noun. */
function isWithSomebody(scene: Scene): boolean {
  const [mark, other, ...rest] = scene.after();
  if (!/^[与和]$/.test(mark?.text ?? '') || !/^(?:希望|期待|计划|决定|准备|承诺|考虑|建议|提议|倡议)$/.test(scene.trigger.text))
    return false;
  const isNamed =
    isA(other, 'state', 'joint', 'person', 'title', 'organisation') ||
    (isA(other, 'place') && isCapital(other!.text)) ||
    /^(?:这个|其|他|对方|有关|各)$/.test(other?.text ?? '');
  return isNamed && rest.length > 0 && scene.before().at(-1)?.text !== '的';
}

/** A建议,双方加强…; 美国承诺,为B提供…: the word stands straight behind a side, and what is meant is something to be done. */
function opensWill(scene: Scene): boolean {
  const next = scene.clauses[scene.clauseAt + 1];
  if (!next || scene.at === 0 || !isToldAt(scene.before())) return false;
  const told = scene.text.slice(next[0]!.start, next[next.length - 1]!.end);
  return /^(?:承诺|保证|允诺)$/.test(scene.trigger.text)
    ? /^(?:将|会|不会|为|向|继续|全力|在[^,]{1,20}(?:向|为|提供)|[^,]{1,8}(?:将|会|不会|必将|可以))/.test(told)
    : !/^(?:但|而|因此|因为|由于|这)/.test(told);
}

/** 堪培拉承诺向B提供…: a capital opens the clause, straight before the word. */
function isLedByCapital(scene: Scene): boolean {
  const [seat] = scene.ownSubject();
  return seat?.kind === 'place' && seat.span.start === scene.clause[0]!.start && isCapital(seat.name ?? '') && isStraight(scene, seat);
}

/** 愿望, 要求 as nouns, or a word inside a relative clause. */
export function isNoun(scene: Scene): boolean {
  const next = scene.after()[0];
  const before = scene.before();
  const previous = before[before.length - 1];
  // 决定性的, 决定权.
  if (/^[性权]/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 1)) && /^(?:决定|计划)$/.test(scene.trigger.text)) return true;
  if (/[不无未所]$/.test(previous?.text ?? '') || next?.text === '、' || /^之(?!间)/.test(next?.text ?? '')) return true;
  if (scene.trigger.text === '保证' && /安全$/.test(previous?.text ?? '')) return true;
  if (previous?.text === '有' && /^(?:需要|必要|希望|要求)$/.test(scene.trigger.text)) return true;
  // 通过一份敦促B停火的决议, 征得B的同意: what the word only describes, and what somebody has to give.
  if (
    /^[一这该此两][份项个]$|^(?:一份|一项|一个)$/.test(previous?.text ?? '') ||
    (previous?.text === '的' && scene.trigger.text === '同意')
  )
    return true;
  // 应总统要求,…: at whose wish it is done.
  if (next === undefined && before.some((t) => /^(?:应|按|按照|根据|依|遵照)$/.test(t.text))) return true;
  // 愿同意方一道: the Italian side.
  if (scene.trigger.text === '同意' && /^方/.test(next?.text ?? '')) return true;
  // A lone 应, 需, 要 inside a word that no list knows is no modal.
  if (
    scene.trigger.text.length === 1 &&
    previous !== undefined &&
    previous.edges.length === 0 &&
    previous.end === scene.trigger.start &&
    !/[”)]$/.test(previous.text)
  )
    return true;
  if (/^(?:决定|计划|承诺|要求|建议|呼吁|倡议|请求|希望|期待|保证|考虑|努力|准备|决心)$/.test(scene.trigger.text)) {
    if (
      !isWithSomebody(scene) &&
      !(next?.text === '不' && !scene.inTitle && /^(?:承诺|保证|决定|同意|答应)$/.test(scene.trigger.text) && scene.after().length > 2) &&
      /^(?:是|缺乏|欠缺|完全|令人|违反|无视|和|与|下|方向|表示|感到|毫无|不|引起了?|引发了?|成为|引|没有|”|得到|获得|受到|符合|体现了?|有助于)$/.test(
        next?.text ?? '',
      )
    )
      return true;
    if (
      !isA(previous, 'state', 'person', 'title', 'organisation') &&
      /(?:的|所做|所作|这一|这项|该|此|上述|一项|有关|错误|单方面|其|达成|这个|那个|一切|所有)$/.test(previous?.text ?? '')
    )
      return true;
  }
  if (NOUNISH.test(scene.trigger.text)) {
    // 对两国的防卫承诺: what the clause is about.
    if (
      /[对就][^,]{1,16}的[^,的并—]{0,6}$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) &&
      !isA(previous, 'mod', 'time', 'say')
    )
      return true;
    if (
      /^(?:可能|标志着?|已|曾|再次|具有|包括|旨在|以及|失败|成功|书|工作|落空|流产|受阻|中|内|里|上|被|只|一般|空间|就绪|也|均|都|遭|意味|显示|表明|具|获|并|相距|仍|--|:)$/.test(
        next?.text ?? '',
      )
    )
      return true;
    const own = scene.ownSubject().filter((p) => p.kind !== 'place');
    const lastOwn = own[own.length - 1];
    // 利用通话要求B…: asked of somebody.
    if (
      /^(?:要求|呼吁|请求)$/.test(scene.trigger.text) &&
      own.length > 0 &&
      isA(next, 'state', 'person', 'title', 'organisation') &&
      scene.after().length > 2
    )
      return false;
    // 外交努力, 还有努力空间: no side before it, and other words.
    if (own.length === 0 && !opensClause(scene) && !isLedByCapital(scene)) return true;
    if (
      lastOwn &&
      lastOwn.kind !== 'joint' &&
      !isStraight(scene, lastOwn) &&
      !WITH_OTHERS.test(scene.text.slice(lastOwn.span.end, scene.trigger.start))
    )
      return true;
    if ((isA(previous, 'count', 'number') && !isA(previous, 'joint')) || (!lastOwn && isA(previous, 'organisation', 'document')))
      return true;
  }
  if (
    scene.trigger.text === '倡议' &&
    (!isA(previous, 'state', 'person', 'title', 'organisation', 'joint', 'time', 'say', 'mod') ||
      !isAct(scene.text.slice(scene.trigger.end, scene.clauseSpan().end)))
  )
    return true;
  // 一致同意,将…; 希望,双方…: what is meant stands in the next clause.
  const mark = next === undefined ? scene.text[scene.trigger.end] : undefined;
  const closes =
    mark === ',' || (mark === ':' && /(?:同意|商定|约定|建议|提议)$/.test(scene.trigger.text) && scene.clauseAt < scene.clauses.length - 1);
  const strength = (as(scene.trigger, 'will')!.value as Entry).value;
  if (
    closes &&
    (strength === 'agreed' ||
      strength === 'hoped' ||
      (/^(?:建议|提议|倡议|承诺|保证|允诺|答应|决定)$/.test(scene.trigger.text) && opensWill(scene)) ||
      (/(?:做好了?准备|准备好)$/.test(scene.trigger.text) &&
        !/^(?:包括|但|而|因)/.test(scene.clauses[scene.clauseAt + 1]?.[0]?.text ?? '')) ||
      (strength === 'requested' && isA(previous, 'state', 'person', 'organisation', 'title')))
  )
    return false;
  return next === undefined || next.text === '的' || next.text === '。';
}
