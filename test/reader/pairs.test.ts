import { describe, expect, it } from 'vitest';
import { statementsOf } from './stories.js';

/** A story's text, the home of its agency, and the pair that its figure is of; empty where the story does not decide. */
const pairs: readonly [text: string, home: string, codes: string][] = [
  ['越俄双边贸易额达50亿美元。俄罗斯外长访问越南。', 'VN', 'RU,VN'],
  ['中越双边贸易额达2000亿美元。', 'CN', 'CN,VN'],
  ['中老双边贸易额达50亿美元。', 'CN', 'CN,LA'],
  ['中巴双边贸易额达200亿美元。巴基斯坦总理访问北京。', 'CN', 'CN,PK'],
  ['中巴双边贸易额达1500亿美元。巴西总统访问北京。', 'CN', 'BR,CN'],
  ['中巴双边贸易额达200亿美元。', 'CN', ''],
  ['中阿双边贸易额达2000亿美元。阿根廷总统访问北京。', 'CN', 'AR,CN'],
  ['中阿双边贸易额达20亿美元。阿富汗外长访问北京。', 'CN', 'AF,CN'],
  ['中阿双边贸易额达20亿美元。', 'CN', ''],
  ['中马双边贸易额达2000亿美元。马来西亚总理访问北京。', 'CN', 'CN,MY'],
  ['中马双边贸易额达2亿美元。马尔代夫总统访问北京。', 'CN', 'CN,MV'],
  ['中马双边贸易额达2亿美元。', 'CN', ''],
  ['中新双边贸易额达900亿美元。新加坡总理访问北京。', 'CN', 'CN,SG'],
  ['中新双边贸易额达200亿美元。新西兰总理访问北京。', 'CN', 'CN,NZ'],
  ['中新双边贸易额达900亿美元。', 'CN', ''],
  ['中国和马来西亚关系良好。中马双边贸易额达2000亿美元。', 'CN', 'CN,MY'],
  ['中法双边贸易额达800亿美元。', 'CN', 'CN,FR'],
  ['日韩双边贸易额达800亿美元。', 'CN', 'JP,KR'],
  ['美墨双边贸易额达800亿美元。', 'CN', 'MX,US'],
  ['越柬双边贸易额达100亿美元。', 'VN', 'KH,VN'],
  ['越印双边贸易额达150亿美元。印度总理访问河内。', 'VN', 'IN,VN'],
  ['越印双边贸易额达150亿美元。印度尼西亚总统访问河内。', 'VN', 'ID,VN'],
  ['哈乌双边贸易额达50亿美元。哈萨克斯坦总统访问乌兹别克斯坦。', 'CN', 'KZ,UZ'],
  ['白越双边贸易额达1亿美元。白俄罗斯总理访问河内。', 'VN', 'BY,VN'],
  ['两国双边贸易额达50亿美元。俄罗斯外长访问越南。', 'VN', 'RU,VN'],
  ['该国对越南出口50亿美元。', 'VN', ''],
  ['泰国外长访问越南。两国双边贸易额达50亿美元。', 'VN', 'TH,VN'],
  ['南方经济增长。南方双边贸易额达50亿美元。', 'VN', ''],
  ['西方国家与俄罗斯双边贸易额达50亿美元。', 'VN', ''],
  ['中哈双边贸易额达200亿美元。哈萨克斯坦总统访问北京。', 'CN', 'CN,KZ'],
  ['中欧双边贸易额达8000亿美元。', 'CN', 'CN,EU'],
  ['越欧双边贸易额达500亿美元。', 'VN', 'EU,VN'],
  ['中斯双边贸易额达40亿美元。斯里兰卡总统访问北京。', 'CN', 'CN,LK'],
  ['中斯双边贸易额达60亿美元。斯洛文尼亚外长访问北京。', 'CN', 'CN,SI'],
  ['中尼双边贸易额达10亿美元。尼泊尔总理访问北京。', 'CN', 'CN,NP'],
  ['中塞双边贸易额达40亿美元。塞尔维亚总统访问北京。', 'CN', 'CN,RS'],
  ['中乌双边贸易额达100亿美元。乌克兰外长访问北京。', 'CN', 'CN,UA'],
  ['中南双边贸易额达500亿美元。南非总统访问北京。', 'CN', 'CN,ZA'],
  ['中土双边贸易额达300亿美元。土耳其外长访问北京。', 'CN', 'CN,TR'],
  ['中土双边贸易额达100亿美元。土库曼斯坦总统访问北京。', 'CN', 'CN,TM'],
  ['中加双边贸易额达900亿美元。加拿大外长访问北京。', 'CN', 'CA,CN'],
  ['中哥双边贸易额达30亿美元。哥斯达黎加总统访问北京。', 'CN', 'CN,CR'],
];

/** Pairs that are not read as asked yet, with the reason. May only shrink. */
const known: Readonly<Record<string, string>> = {
  '越欧双边贸易额达500亿美元。': 'a union named by one character beside a state that the story does not name in full',
};

const pairOf = (text: string, home: string): string =>
  statementsOf(text, home)
    .flatMap((s) =>
      s.type === 'figure'
        ? [
            [s.from, s.to]
              .filter((c) => c !== null)
              .sort()
              .join(),
          ]
        : [],
    )
    .join(' ');

describe('whose trade it is: two characters, resolved from the story or left open', () => {
  it.each(pairs.filter(([text]) => known[text] === undefined))('%s (%s): %s', (text, home, codes) =>
    expect(pairOf(text, home)).toBe(codes),
  );
  it('what is known not to be read is not', () => {
    const failing = pairs.filter(([text, home, codes]) => known[text] !== undefined && pairOf(text, home) !== codes).map(([text]) => text);
    expect(failing.sort()).toEqual(Object.keys(known).sort());
  });
});
