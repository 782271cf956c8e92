import type { Edge } from '../../../grammar/chart.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';

const GOODS =
  '农业|农产品?|农副产品|林产品|矿产品|能源|汽车|整车|机电产品?|电动[\u4e00-\u9fff]{0,3}车|机械设备?|设备|零部件|产品|钢[铁材]|铝|铜|镍|铁矿石|粮食|谷物|大豆|小麦|大麦|玉米|面粉|棕榈油|植物油|葵花籽油|食用油|食糖|钾肥|氮肥|尿素|动力煤|焦煤|柴油|汽油|铀|锂|钴|水泥|拖拉机|客车|卡车|轿车|香蕉|芒果|荔枝|樱桃|车厘子|苹果|柑橘|腰果|胡椒|可可|鸡肉|龙虾|鲜花|丝绸|石油|原油|成品油|液化天然气|天然气|煤炭?|电力|服装|鞋类|纺织品|家具|电子产品|手机|芯片|半导体|太阳能[\u4e00-\u9fff]{0,3}|电池|船舶|飞机|武器|军火|化肥|化妆品|药品|疫苗|水产品|海产品|海鲜|三文鱼|虾类?|水果|榴莲|蔬菜|果蔬|牛肉|羊肉|猪肉|乳制?品|奶粉|稀土|黄金|钻石|(?<![和与及、])服务|大米|咖啡|茶叶|橡胶|木材|葡萄酒|木薯|棉花';
const GOOD_BEFORE = new RegExp(`(?<!非)(${GOODS})(?:对[^,。]{1,8}?)?的?$`);
const GOOD_AFTER = new RegExp(`^(?:的|了)?(${GOODS})`);
/** 出口价值15亿美元的X: what is sold stands behind the sum. */
const WORTH = /^的([\u4e00-\u9fff]{2,10}?)(?:$|[,。;、和及与])/;
const IS_GOOD = new RegExp(`${GOODS}|[车机器油气肉鱼酒药料材板件]$`);

/** 汽车对美出口量, 出口大米, 出口价值15亿美元的电动车: the one kind of goods that the figure is of, as the text calls it. */
export function goodOf(scene: Scene, measure: Edge): string | undefined {
  const { text, trigger } = scene;
  const before = GOOD_BEFORE.exec(text.slice(Math.max(scene.clause[0]!.start, measure.start - 16), measure.start));
  if (before) return before[1];
  if (measure.end <= trigger.start) {
    // 进口越南农产品: whose goods they are stands before them.
    const whose = scene.sentence.chart.longestFrom(measure.end, 'state');
    const from = whose && whose.end < trigger.start ? whose.end : measure.end;
    const after = GOOD_AFTER.exec(text.slice(from, trigger.start));
    if (after) return after[1];
  }
  const kind = (measure.value as Entry | null)?.value;
  if (
    (kind !== 'export' && kind !== 'import') ||
    !/^(?:了|的)?(?:总?价值|约|近|超过|逾|超|达)*$/.test(text.slice(measure.end, trigger.start))
  )
    return undefined;
  const behind = WORTH.exec(text.slice(trigger.end, Math.min(trigger.end + 24, scene.clauseSpan().end)));
  return behind && IS_GOOD.test(behind[1]!) ? behind[1] : undefined;
}

const WHOLE_GOOD = new RegExp(`^(?:${GOODS})$`);
const FIRST_GOOD = new RegExp(`^(?:的)?(${GOODS})(?=$|[,。;、的和与及])`);

/** The kind of goods that these words are, or end or begin with. */
export function goodIn(words: string, where: 'whole' | 'start' | 'end'): string | undefined {
  if (where === 'whole') return WHOLE_GOOD.test(words) ? words : undefined;
  return (where === 'end' ? GOOD_BEFORE : FIRST_GOOD).exec(words)?.[1];
}
