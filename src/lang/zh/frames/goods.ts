import type { Edge } from '../../../grammar/chart.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';

const GOODS =
  '农业|农产品?|农副产品|林产品|矿产品|能源|汽车|整车|机电产品?|电动[\u4e00-\u9fff]{0,3}车|机械设备?|设备|零部件|产品|钢[铁材]|铝|铜|镍|铁矿石|粮食|大豆|小麦|玉米|石油|原油|成品油|液化天然气|天然气|煤炭?|电力|服装|鞋类|纺织品|家具|电子产品|手机|芯片|半导体|太阳能[\u4e00-\u9fff]{0,3}|电池|船舶|飞机|武器|军火|化肥|化妆品|药品|疫苗|水产品|海产品|海鲜|三文鱼|虾类?|水果|榴莲|蔬菜|果蔬|牛肉|羊肉|猪肉|乳制?品|奶粉|稀土|黄金|钻石|(?<![和与及、])服务|大米|咖啡|茶叶|橡胶|木材|葡萄酒|木薯|棉花';
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
    const after = GOOD_AFTER.exec(text.slice(measure.end, trigger.start));
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
