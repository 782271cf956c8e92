import type { Frame } from '../../../../grammar/frame.js';
import type { Span } from '../../../../text/span.js';
import { stateOf, stateParty } from '../../parties.js';
import type { Scene } from '../../scene.js';
import type { StateValue } from '../../token.js';
import { isAsked, isHelped } from './act-limits.js';
import { event, isRelative } from './make.js';

/** What firms are called, and what of them is bought. */
const FIRM = '(?:公司|企业|集团|银行|财团|厂商|巨头|航空|石油|石化|矿业|铁矿|钢铁|电信|基金|业者|资本|财阀)';
const BOUGHT =
  /公司|企业|集团|银行|厂|矿|油田|气田|股份|股权|业务|资产|品牌|航空|石油|钢铁|电信|俱乐部|港口|码头|机场|电站|制造商|供应商|运营商|零售商/;
const BUYER = new RegExp(`^[^,。]{0,14}?${FIRM}`);
/** A deal that is not struck, or already past telling. */
const NO_DEAL =
  /希望|反对|否决|阻止|禁止|拒绝|叫停|放弃|考虑|可能|有意|有望|传|欲|竞购|寻求|试图|企图|如果|若|一旦|否认|没有|未能|不|批准|审查|调查|允许/;

/** A的公司收购B的公司: a firm of one state buys one of another. */
export const takeover: Frame<Scene> = {
  id: 'zh/event/takeover',
  triggers: [{ cls: 'takeover' }],
  examples: [
    { text: '2014年3月4日,荷兰一家银行收购了肯尼亚电信公司。', finds: ['event purchase KE,NL 2014-03-04'] },
    { text: '荷兰石油公司2014年3月以5亿美元收购肯尼亚油田。', finds: ['event purchase KE,NL 2014-03'] },
    { text: '荷兰企业将收购肯尼亚一家航空公司的股份。', finds: ['event purchase KE,NL planned'] },
    { text: '荷兰政府否决肯尼亚企业收购荷兰电信公司。', finds: [] },
    { text: '荷兰公司有意收购肯尼亚油田。', finds: [] },
    { text: '荷兰公司从肯尼亚收购咖啡。', finds: [] },
    { text: '荷兰银行收购本国企业。', finds: [] },
  ],
  match(scene) {
    const { start, end } = scene.clauseSpan();
    const led = scene.text.slice(start, scene.trigger.start);
    const rest = scene.text.slice(scene.trigger.end, end);
    if (scene.isQuestion() || isRelative(scene) || isAsked(scene) || isHelped(scene) || NO_DEAL.test(led)) return [];
    if (!BOUGHT.test(rest) || /^(?:价|案|计划|要约|协议|交易|战|方|谈判|事宜)/.test(rest)) return [];
    const buyer = stateIn(scene, start, scene.trigger.start, BUYER);
    const sold = stateIn(scene, scene.trigger.end, end, /^[^,。]{1,30}/);
    if (!buyer || !sold || buyer.code === sold.code) return [];
    return [
      event(scene, {
        rule: takeover.id,
        kind: 'purchase',
        actors: [stateParty([buyer.code], buyer.span)],
        recipients: [stateParty([sold.code], sold.span)],
      }),
    ];
  },
};

/** The first state between two places behind which such words stand. */
function stateIn(scene: Scene, from: number, to: number, behind: RegExp): { code: string; span: Span } | undefined {
  for (const t of scene.sentence.tokens) {
    if (t.start < from || t.end > to) continue;
    const edge = scene.sentence.chart.longestFrom(t.start, 'state');
    const code = (edge?.value as StateValue | undefined)?.codes?.[0];
    if (edge && code && edge.end <= to && behind.test(scene.text.slice(edge.end, to)))
      return { code: stateOf(code), span: { start: edge.start, end: edge.end } };
  }
  return undefined;
}
