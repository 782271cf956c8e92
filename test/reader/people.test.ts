import { describe, expect, it } from 'vitest';
import { statementsOf } from './stories.js';

/** A story's text, the home of its agency, and who holds which office in it: name, office, country, Latin name. */
const people: readonly [text: string, home: string, offices: readonly string[]][] = [
  ['泰国外交部长敦·帕马威奈(Don Pramudwinai)表示,双方合作良好。', 'CN', ['敦·帕马威奈 外交部长 TH Don Pramudwinai']],
  ['老挝总理通伦·西苏里在万象会见泰国总理巴育·占奥差。通伦表示,双方合作良好。', 'CN', ['通伦·西苏里 总理 LA', '巴育·占奥差 总理 TH']],
  ['俄罗斯外长谢尔盖·拉夫罗夫与印度外长苏杰生会谈后,拉夫罗夫说双方一致同意扩大合作。', 'CN', ['谢尔盖·拉夫罗夫 外长 RU', '苏杰生 外长 IN']],
  ['范明政总理会见老挝国家主席通伦。', 'VN', ['范明政 总理 VN', '通伦 国家主席 LA']],
  ['越南国会主席王庭惠与柬埔寨国会主席韩桑林举行会谈。', 'VN', ['王庭惠 国会主席 VN', '韩桑林 国会主席 KH']],
  ['韩国总统尹锡悦会见日本首相岸田文雄。', 'CN', ['尹锡悦 总统 KR', '岸田文雄 首相 JP']],
  ['朝鲜国务委员长金正恩会见俄罗斯总统普京。', 'CN', ['金正恩 国务委员长 KP', '普京 总统 RU']],
  ['德国前总理默克尔说,欧洲需要团结。', 'CN', ['默克尔 总理 DE']],
  ['越南工贸部部长阮鸿延兼越俄政府间委员会越方主席表示,贸易增长。', 'VN', ['阮鸿延 工贸部部长 VN']],
  ['越南政府副总理兼外交部长范平明会见美国国务卿布林肯。', 'VN', ['范平明 政府副总理兼外交部长 VN', '布林肯 国务卿 US']],
  ['美国驻越南大使丹尼尔·克里滕布林克说,两国关系良好。', 'VN', ['丹尼尔·克里滕布林克 驻越南大使 US']],
  ['新西兰总理杰辛达·阿德恩宣布访问越南。', 'VN', ['杰辛达·阿德恩 总理 NZ']],
  ['欧盟外交与安全政策高级代表博雷利访问伊朗。', 'CN', ['博雷利 外交与安全政策高级代表 EU']],
  ['联合国秘书长古特雷斯呼吁各方克制。', 'CN', ['古特雷斯 秘书长 UN']],
  ['沙特阿拉伯王储穆罕默德·本·萨勒曼会见法国总统马克龙。', 'CN', ['穆罕默德·本·萨勒曼 王储 SA', '马克龙 总统 FR']],
  ['俄羅斯聯邦委員會主席瓦蓮京娜·馬特維延科(V.Matvienko)訪問越南。', 'VN', ['瓦蓮京娜·馬特維延科 聯邦委員會主席 RU V.Matvienko']],
  ['哈萨克斯坦总统托卡耶夫同吉尔吉斯斯坦总统扎帕罗夫通电话。', 'CN', ['托卡耶夫 总统 KZ', '扎帕罗夫 总统 KG']],
  ['泰国国防部副部长塔纳拉上将会见老挝国防部副部长翁坎中将。', 'CN', ['塔纳拉 国防部副部长 TH', '翁坎 国防部副部长 LA']],
  ['缅甸联邦共和国副总统敏瑞抵达昆明。', 'CN', ['敏瑞 副总统 MM']],
  ['印度尼西亚总统佐科·维多多将访问中国。', 'CN', ['佐科·维多多 总统 ID']],
  ['匈牙利外交与对外经济部长西雅尔多与塞尔维亚第一副总理达契奇会面。', 'CN', ['西雅尔多 外交与对外经济部长 HU', '达契奇 第一副总理 RS']],
  ['时任英国首相约翰逊访问印度。', 'CN', ['约翰逊 首相 GB']],
  ['日本外务大臣林芳正与菲律宾外交部长马纳罗通电话。', 'CN', ['林芳正 外务大臣 JP', '马纳罗 外交部长 PH']],
  [
    '印度前总理、现规划部长巴哈杜尔、交通部部长拉维·夏尔马、矿产资源部部长阿尔文德·辛格和财政部副部长阿尼尔·库马尔会见法国总统马克龙。',
    'CN',
    [
      '巴哈杜尔 总理、现规划部长 IN',
      '拉维·夏尔马 交通部部长 IN',
      '阿尔文德·辛格 矿产资源部部长 IN',
      '阿尼尔·库马尔 财政部副部长 IN',
      '马克龙 总统 FR',
    ],
  ],
  [
    '挪威外交大臣艾德、国防大臣图雷·桑维克和丹麦首相弗雷泽里克森举行会谈。',
    'CN',
    ['艾德 外交大臣 NO', '图雷·桑维克 国防大臣 NO', '弗雷泽里克森 首相 DK'],
  ],
  ['尼日爾公共救濟與災害安置部部長薩利法會見法國大使。', 'VN', ['薩利法 公共救濟與災害安置部部長 NE']],
  [
    '赞比亚社区团结和家庭救助部部长卡里马、灾害安置部副部长邦达会见日本大使。',
    'CN',
    ['卡里马 社区团结和家庭救助部部长 ZM', '邦达 灾害安置部副部长 ZM'],
  ],
  ['中国驻马里使馆李明武官、王伟经商参赞和马里国防部长卡马拉出席仪式。', 'CN', ['李明 武官 CN', '王伟 经商参赞 CN', '卡马拉 国防部长 ML']],
  ['印度外长会见了中国驻印度大使馆王明公使。', 'CN', ['王明 公使 CN']],
  ['老挝人民革命党中央总书记、国家主席通伦·西苏里访问越南。', 'VN', ['通伦·西苏里 人民革命党中央总书记、国家主席 LA']],
];

/** Stories whose people are not read as asked yet, with the reason. May only shrink. */
const known: Readonly<Record<string, string>> = {
  '俄羅斯聯邦委員會主席瓦蓮京娜·馬特維延科(V.Matvienko)訪問越南。':
    '俄罗斯联邦 is taken for the country, and its chamber loses half its name',
};

const officesOf = (text: string, home: string): string[] =>
  statementsOf(text, home).flatMap((s) =>
    s.type === 'office' ? [[s.person, s.office, s.country, s.latin].filter((p) => p !== null).join(' ')] : [],
  );

describe('people that nobody has listed, by office, surname, transliteration or Latin name', () => {
  it.each(people.filter(([text]) => known[text] === undefined))('%s', (text, home, offices) => {
    expect(officesOf(text, home).sort()).toEqual([...offices].sort());
  });
  it('what is known not to be read is not', () => {
    const failing = people
      .filter(([text, home, offices]) => known[text] !== undefined && officesOf(text, home).join() !== offices.join())
      .map(([text]) => text);
    expect(failing.sort()).toEqual(Object.keys(known).sort());
  });
});
