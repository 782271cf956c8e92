import type { Example } from '../../../grammar/frame.js';

/** What the frame of figures must read, and must not. */
export const examples: readonly Example[] = [
  {
    text: '2020年前9个月,越南与俄罗斯双边贸易额达到41亿美元,同比增长13%。',
    finds: ['figure trade.total VN RU 4100000000 USD 2020-01/2020-09 0.13'],
  },
  { text: '2023年,德国对中国出口973亿欧元,下降8.8%。', finds: ['figure trade.flow DE CN 97300000000 EUR 2023 -0.088'] },
  { text: '两国力争到2030年将越南与印度双边贸易额提升至200亿美元。', finds: ['target trade.total VN IN 20000000000 USD 2030'] },
  { text: '公司全年营业额为30亿美元。', finds: [] },
  { text: '2020年,泰国与老挝双边贸易额达25万6千美元。', finds: ['figure trade.total TH LA 256000 USD 2020'] },
  {
    text: '2020年,泰国与日本双边贸易额为1.2万亿至1.3万亿日元。',
    finds: ['figure trade.total TH JP 1200000000000 1300000000000 JPY 2020'],
  },
  { text: '2020年,泰国与老挝双边贸易额达一百余亿美元。', finds: ['figure trade.total TH LA 10000000000 USD 2020 over'] },
  { text: '2020年,泰国与老挝双边贸易额达41亿美元,占三成。', finds: ['figure trade.total TH LA 4100000000 USD 2020'] },
  { text: '2020年,泰国与老挝双边贸易额达41亿美元,增速下降2.3个百分点。', finds: ['figure trade.total TH LA 4100000000 USD 2020'] },
  { text: '2020年,泰国与老挝双边贸易额达41亿美元,增长13%至15%。', finds: ['figure trade.total TH LA 4100000000 USD 2020'] },
  { text: '2020年,泰国与老挝双边贸易额达41亿美元,增长负2.1%。', finds: ['figure trade.total TH LA 4100000000 USD 2020 -0.021'] },
  {
    text: '2020年,泰国与老挝双边贸易额达41亿美元,同比减少三分之一。',
    finds: ['figure trade.total TH LA 4100000000 USD 2020 -0.333333333333'],
  },
  { text: '2020年,泰国与老挝双边贸易额同比增长两倍,达41亿美元。', finds: ['figure trade.total TH LA 4100000000 USD 2020 2'] },
  { text: '2020年,泰国与老挝双边贸易额达41亿美元,比2010年翻两番。', finds: ['figure trade.total TH LA 4100000000 USD 2020 3'] },
  { text: '2020年,泰国与老挝双边贸易额达41亿美元,力争翻一番。', finds: ['figure trade.total TH LA 4100000000 USD 2020'] },
  {
    text: '泰国与老挝双边贸易额从2015年的36亿美元增至2020年的40亿美元。',
    finds: ['figure trade.total TH LA 3600000000 USD 2015', 'figure trade.total TH LA 4000000000 USD 2020'],
  },
  {
    text: '2020年,泰国与老挝双边贸易额比2019年的36亿美元增长13.9%,达41亿美元。',
    finds: ['figure trade.total TH LA 3600000000 USD 2019', 'figure trade.total TH LA 4100000000 USD 2020 0.139'],
  },
  {
    text: '2020年,泰国与老挝双边贸易额突破百亿美元,达102亿6千万美元。',
    finds: ['figure trade.total TH LA 10000000000 USD 2020 over', 'figure trade.total TH LA 10260000000 USD 2020'],
  },
  {
    text: '2020年,泰国对老挝出口和进口分别为48亿和84亿美元。',
    finds: ['figure trade.flow TH LA 4800000000 USD 2020', 'figure trade.flow LA TH 8400000000 USD 2020'],
  },
  { text: '2020年,泰国与老挝双边贸易额增加5亿至8亿美元。', finds: [] },
  { text: '2020年,泰国与老挝双边贸易额达4,5亿美元。', finds: [] },
  // A state alone goes on with the measure before it.
  {
    text: '2023年访问泰国的外国游客达2815万人次。马来西亚以456.3万人次居首,中国以351.9万人次退居第二。',
    finds: ['figure tourists TH 28150000 人次 2023', 'figure tourists MY TH 4563000 人次 2023', 'figure tourists CN TH 3519000 人次 2023'],
  },
  {
    text: '截至2023年底,在日本居留的外国人为341万992人。中国人最多,为82万1838人,其次是越南56万5026人、韩国41万156人。',
    finds: [
      'figure community JP 3410992 人 2023-01/2023-12',
      'figure community CN JP 821838 人 2023-01/2023-12',
      'figure community VN JP 565026 人 2023-01/2023-12',
      'figure community KR JP 410156 人 2023-01/2023-12',
    ],
  },
  {
    text: '2022年澳大利亚高校共有国际学生45万人。印度、尼泊尔和越南依次为10万人、5.7万人和2.2万人,分别增长11%、8%和3%。',
    finds: [
      'figure students AU 450000 人 2022',
      'figure students IN AU 100000 人 2022 0.11',
      'figure students NP AU 57000 人 2022 0.08',
      'figure students VN AU 22000 人 2022 0.03',
    ],
  },
  {
    text: '2023年赴老挝中国游客为81万人次,排在泰国(148万)之后,超过2019年的102万人次。',
    finds: ['figure tourists CN LA 810000 人次 2023', 'figure tourists TH LA 1480000 人 2023', 'figure tourists CN LA 1020000 人次 2019'],
  },
  {
    text: '2022年,韩国与越南贸易额为877亿美元,2023年为794亿美元。',
    finds: ['figure trade.total KR VN 87700000000 USD 2022', 'figure trade.total KR VN 79400000000 USD 2023'],
  },
  { text: '韩国与越南贸易额为877亿美元。日本以3比1取胜,韩国5人受伤。', finds: ['figure trade.total KR VN 87700000000 USD'] },
  // Whose figure it is.
  {
    text: '2018年,柬埔寨与泰国和老挝的双边贸易额分别为80亿美元和240万美元。',
    finds: ['figure trade.total KH TH 8000000000 USD 2018', 'figure trade.total KH LA 2400000 USD 2018'],
  },
  {
    text: '2018年,越南与柬埔寨双边贸易额达50亿美元,该国与泰国和老挝的双边贸易额分别为80亿和240万美元。',
    home: 'VN',
    finds: [
      'figure trade.total VN KH 5000000000 USD 2018',
      'figure trade.total KH TH 8000000000 USD 2018',
      'figure trade.total KH LA 2400000 USD 2018',
    ],
  },
  { text: '日本向老挝捐赠一批医疗设备,价值300万美元。', finds: ['figure aid JP LA 3000000 USD'] },
  { text: '老挝与泰国关系良好。警方查获一批走私货物,价值300万美元。', finds: [] },
  {
    text: '2023年,印度对俄罗斯出口40亿美元,自俄进口600亿美元,逆差达560亿美元。',
    finds: [
      'figure trade.flow IN RU 4000000000 USD 2023',
      'figure trade.flow RU IN 60000000000 USD 2023',
      'figure trade.balance IN RU 56000000000 USD 2023',
    ],
  },
  { text: '智利2023年在同巴西的双边贸易中实现了20亿美元的盈余。', finds: ['figure trade.balance CL BR 2000000000 USD 2023'] },
  {
    text: '2023年5月6日,日本政府向贝宁政府捐赠20万美元救灾款。',
    finds: ['figure aid JP BJ 200000 USD', 'event donation BJ,JP 2023-05-06'],
  },
  { text: '日本政府将为肯尼亚海岸警卫队提供6亿日元。', finds: ['figure aid JP KE 600000000 JPY'] },
  { text: '智利2023年预算实现了20亿美元的盈余,智利与巴西关系良好。', finds: [] },
  { text: '2023年,中巴贸易给巴西带来511亿美元顺差。', finds: ['figure trade.balance BR CN 51100000000 USD 2023'] },
  { text: '中国与越南关系良好。2023年印度商品贸易总额超过1.1万亿美元。', finds: [] },
  { text: '中国与越南关系良好。今年前5个月,我国跨境电商进出口1.2万亿元。', finds: [] },
  { text: '中国与越南关系良好。\n\n这座电站总投资150亿元。', finds: [] },
  { text: '美方宣布对约3000亿美元自华进口商品加征10%的关税。', finds: [] },
  { text: '美国财政部制裁了5家伊朗公司,两名土耳其人被列入名单。', finds: [] },
  { text: '2021年以来,中国与俄罗斯双边贸易额增加了约1000亿美元。', finds: [] },
  {
    text: '2018年,中国对俄罗斯出口增长12%,达480亿美元。',
    finds: ['figure trade.flow CN RU 48000000000 USD 2018 0.12'],
  },
  { text: '俄罗斯与印度贸易额五年来增长了四倍多。', finds: ['figure trade.total RU IN 4 over'] },
  { text: '今年前4个月日本对美出口额为1.77万亿日元。日本与中国关系稳定。', finds: [] },
  {
    text: '2023年一季度,中国对俄罗斯、巴基斯坦和波兰进出口分别增长37%、18.7%和19%。',
    finds: [
      'figure trade.total CN RU 2023-01/2023-03 0.37',
      'figure trade.total CN PK 2023-01/2023-03 0.187',
      'figure trade.total CN PL 2023-01/2023-03 0.19',
    ],
  },
  {
    text: '2023年,法国和日本对中国投资分别增长173.3%和53%。',
    finds: ['figure investment.capital FR CN 2023 1.733', 'figure investment.capital JP CN 2023 0.53'],
  },
  { text: '2023年,法国和日本对中国投资分别增长173.3%、53%和7%。', finds: [] },
  {
    text: '中国是越南第一大贸易伙伴,越南是东盟国家中中国最大的贸易伙伴,2016年双边贸易额近1000亿美元。',
    finds: ['figure trade.total VN CN 100000000000 USD 2016 nearly'],
  },
  { text: '中国与越南关系良好。2023年,中国民营企业对越南进出口2084亿元。', finds: [] },
  { text: '中国与越南关系良好。2023年,中国对“一带一路”沿线国家进出口13.8万亿元。', finds: [] },
  { text: '2025年4月,德国汽车对美国的出口量同比下跌23.5%。', finds: [] },
  { text: '2023年,阿联酋与伊朗非石油贸易额为270亿美元。', finds: ['figure trade.total AE IR 27000000000 USD 2023'] },
  { text: '中国与越南关系良好。\n\n口岸边检站今年验放出入境旅客15万人次。', finds: [] },
  // People, capital, aid, loans, flights.
  { text: '目前约有15万越南人在捷克生活和工作。', finds: ['figure community VN CZ 150000 人 about'] },
  { text: '韩国有约5万名越南劳动者。', finds: ['figure workers VN KR 50000 人 about'] },
  { text: '目前,34名萨尔瓦多青年在中国留学。', finds: ['figure students SV CN 34 人'] },
  { text: '34名萨尔瓦多青年在中国参观。', finds: [] },
  { text: '韩国政府向老挝提供900万美元,用于清除未爆炸物。', finds: ['figure aid KR LA 9000000 USD'] },
  { text: '韩国企业向老挝提供900万美元订单。', finds: [] },
  { text: '美国国务院宣布追加1.5亿美元的人道主义援助,帮助苏丹。', finds: ['figure aid US SD 150000000 USD'] },
  { text: '俄罗斯决定免除索马里6.84亿美元债务。', finds: ['figure loan RU SO 684000000 USD'] },
  { text: '菲律宾获得日本600亿日元贷款。', finds: ['figure loan JP PH 60000000000 JPY'] },
  {
    text: '2023年,韩国对美国投资3500亿美元,日本投资5500亿美元。',
    finds: ['figure investment.capital KR US 350000000000 USD 2023', 'figure investment.capital JP US 550000000000 USD 2023'],
  },
  { text: '2023年印度赴美留学生达到33万人。', finds: ['figure students IN US 330000 人 2023'] },
  {
    text: '2023年,外国投资者对越南注册资金近366亿美元,到位资金约232亿美元。日本以66亿美元居次。',
    finds: [
      'figure investment.capital VN 36600000000 USD 2023 nearly',
      'figure investment.capital VN 23200000000 USD 2023 about',
      'figure investment.capital JP VN 6600000000 USD 2023',
    ],
  },
  { text: '斯里兰卡与中国签署了42亿美元债务的处理协议。', finds: ['figure loan CN LK 4200000000 USD'] },
  { text: '底特律市面对高达185亿美元债务,宣布破产。', finds: [] },
  { text: '澳大利亚为图瓦卢海岸工程出资1690万澳元。', finds: ['figure aid AU TV 16900000 AUD'] },
  {
    text: '中国与美国恢复客运航班。2023年8月,中方航空公司每周只能飞12班,9月1日起变为18班。',
    finds: ['figure flights CN US 12 count 2023-08', 'figure flights CN US 18 count'],
  },
  // What an amount is compared with, and times that are not the figure's own.
  {
    text: '2023年1至10月,韩国对欧盟出口425亿欧元,比去年同期的342亿欧元增长24.4%。',
    finds: ['figure trade.flow KR EU 42500000000 EUR 2023-01/2023-10 0.244', 'figure trade.flow KR EU 34200000000 EUR'],
  },
  {
    text: '匈牙利与新加坡双边贸易额从2015年的7亿新元增长55.2%,2016年达11.4亿新元。',
    finds: ['figure trade.total HU SG 700000000 SGD 2015', 'figure trade.total HU SG 1140000000 SGD 2016 0.552'],
  },
  { text: '2011年,中国与波兰双边贸易额比2006年增长120%。', finds: ['figure trade.total CN PL 2011 1.2'] },
  { text: '预计2020年底越南与韩国双边贸易额将达651亿美元。', finds: ['figure trade.total VN KR 65100000000 USD 2020'] },
  { text: '2024年9月,中国对俄罗斯出口创下7个月来的最大降幅,较去年同期下降了21%。', finds: ['figure trade.flow CN RU 2024-09 -0.21'] },
  {
    text: '1979年,中美双边贸易额仅24.5亿美元;2013年,已突破5000亿美元。',
    finds: ['figure trade.total CN US 2450000000 USD 1979 only', 'figure trade.total CN US 500000000000 USD 2013 over'],
  },
  // Whose partner somebody is; the mainland; what is no trade of two states.
  {
    text: '2023年,新加坡是马来西亚在东盟最大的贸易伙伴,双边贸易额达3962亿令吉。',
    finds: ['figure trade.total SG MY 396200000000 MYR 2023'],
  },
  { text: '2023年,内地与澳门贸易额达194亿元人民币。', finds: ['figure trade.total CN MO 19400000000 CNY 2023'] },
  { text: '2024年4月,我国国际货物和服务贸易顺差337亿美元。', home: 'CN', finds: [] },
  { text: '美国希望减少对华贸易逆差。报告称,对华贸易逆差可减少35%左右。', finds: [] },
  { text: '中国与中东欧国家争取五年内进口额翻番,双方农业贸易额增长50%。', finds: [] },
  { text: '2022年,中国—中东欧贸易额达1200亿欧元,快于中欧贸易。', finds: ['figure trade.total CN CEEC 120000000000 EUR 2022'] },
  { text: '朝鲜各界人士和旅朝华侨代表等100余人出席。', finds: [] },
  { text: '日本首相与印度总理举行会谈,表示将提供约2100亿日元贷款。', finds: ['figure loan JP IN 210000000000 JPY about'] },
  { text: '未来三年,我国将向小微企业提供不少于1900亿元贷款。', home: 'CN', finds: [] },
  // Who counted.
  {
    text: '按照哈方统计,2024年哈萨克斯坦与中国贸易额为300亿美元,而中国海关公布的数字是438亿美元。',
    finds: ['figure trade.total KZ CN 30000000000 USD 2024', 'figure trade.total KZ CN 43800000000 USD 2024'],
  },
  // Targets, and what is none.
  { text: '土耳其与阿联酋力求五年内使双边贸易额达到400亿美元。', finds: ['target trade.total TR AE 40000000000 USD'] },
  { text: '阿富汗政府寻求将与伊朗的年贸易额增加到100亿美元。', finds: ['target trade.total AF IR 10000000000 USD'] },
  {
    text: '美国计划扩大与土耳其的贸易,由目前的250亿美元大幅增至1000亿美元。',
    finds: ['figure trade.total US TR 25000000000 USD', 'target trade.total US TR 100000000000 USD'],
  },
  { text: '新西兰与中国力争到2020年双边贸易额达到300亿新元。', finds: ['target trade.total NZ CN 30000000000 NZD 2020'] },
  {
    text: '2023年,中国与越南贸易额由2013年的500亿美元扩大到2023年的2300亿美元。',
    finds: ['figure trade.total CN VN 50000000000 USD 2013', 'figure trade.total CN VN 230000000000 USD 2023'],
  },
  // Sums of one kind of goods are no flow of trade.
  { text: '2024年,挪威对韩国出口海鲜5亿美元。', finds: ['figure other 海鲜出口 NO KR 500000000 USD 2024'] },
  { text: '2024年,泰国与日本水果贸易额达到3亿美元。', finds: ['figure other 水果贸易额 TH JP 300000000 USD 2024'] },
  { text: '2024年,巴西从德国进口了价值15亿美元的摩托车。', finds: ['figure other 摩托车进口 DE BR 1500000000 USD 2024'] },
  { text: '印度尼西亚每年向埃及出口价值14亿美元的货物。', finds: ['figure trade.flow ID EG 1400000000 USD'] },
  { text: '2024年,日本棕榈油进口额达到3亿美元。', finds: [] },
  // Whose, and of when.
  { text: '截至2024年9月的三个月,瑞士对法国的出口额为30亿美元。', finds: ['figure trade.flow CH FR 3000000000 USD 2024-07/2024-09'] },
  { text: '斯里兰卡目前欠印度贷款约25亿美元。', finds: ['figure loan IN LK 2500000000 USD about'] },
  { text: '柬埔寨外长感谢韩国提供7000万美元贷款。', finds: ['figure loan KR KH 70000000 USD'] },
  { text: '瑞典议会批准4亿美元乌克兰援助法案。', finds: ['figure aid SE UA 400000000 USD'] },
  { text: '韩国政府承诺对美国投资3500亿美元。', finds: ['figure investment.capital KR US 350000000000 USD'] },
  { text: '2024年,欧洲对俄罗斯的直接投资额超过3000亿美元。', finds: [] },
  { text: '2022年,中国对新加坡、越南等18国的投资增至58亿美元。', finds: [] },
  { text: '2021年,德国对华投资的比重升至16%。', finds: [] },
  { text: '2018年,美国暂停向巴基斯坦提供9亿美元的安全援助。', finds: [] },
  { text: '2016年至2020年,中国与秘鲁年均贸易额为200亿美元。', finds: [] },
  { text: '土耳其与阿联酋正推动双边贸易额向400亿美元迈进。', finds: ['target trade.total TR AE 40000000000 USD'] },
  // People and firms.
  { text: '2015年,共有7842名韩国公民来哈萨克斯坦旅游。', finds: ['figure tourists KR KZ 7842 人 2015'] },
  { text: '461家韩国企业在越南注册。', finds: ['figure companies KR VN 461 count'] },
  { text: '一艘游船在泰国普吉沉没,遇难者中有47名中国游客。', finds: [] },
  { text: '加拿大庞巴迪公司在中国拥有七家合资企业。', finds: [] },
  { text: '美国在乌克兰投入超过2亿美元。', finds: [] },
  { text: '日本与俄罗斯关系紧张,日本制裁31家俄罗斯企业。', finds: [] },
  { text: '中国和印度都说,每年有3万亿美元贸易经过该海域。', finds: [] },
  { text: '2023年法国与越南贸易额衰退8%。', finds: ['figure trade.total FR VN 2023 -0.08'] },
  { text: '2023年法国与越南贸易额12亿美元,年减8%。', finds: ['figure trade.total FR VN 1200000000 USD 2023 -0.08'] },
  { text: '目前约有1.2万法国人在越南生活。', finds: ['figure community FR VN 12000 人 about'] },
  { text: '约1.2万名法国公民居住在越南。', finds: ['figure community FR VN 12000 人 about'] },
  { text: '法国目前有120家企业在越南经营。', finds: ['figure companies FR VN 120 count'] },
  { text: '约有120家法国企业落户越南。', finds: ['figure companies FR VN 120 count about'] },
  { text: '越南吸引法国投资12亿美元。', finds: ['figure investment.capital FR VN 1200000000 USD'] },
  { text: '肯尼亚向土耳其贷款1.2亿美元。', finds: ['figure loan TR KE 120000000 USD'] },
  { text: '肯尼亚从土耳其借款1.2亿美元。', finds: ['figure loan TR KE 120000000 USD'] },
  { text: '肯尼亚欠土耳其1.2亿美元债务。', finds: ['figure loan TR KE 120000000 USD'] },
  { text: '越南力争2025年接待法国游客12万人次。', finds: ['target tourists FR VN 120000 人次'] },
  // Whose year, whose list, and what goes on from a total.
  {
    text: '2023年,泰国与老挝双边贸易额达41亿美元,与2022年相比增长13%,其中泰国对老挝顺差3亿美元。',
    finds: ['figure trade.total TH LA 4100000000 USD 2023 0.13', 'figure trade.balance TH LA 300000000 USD 2023'],
  },
  {
    text: '芬兰与波兰2018年和2019年的贸易额分别为92亿欧元和81亿欧元。',
    finds: ['figure trade.total FI PL 9200000000 EUR 2018', 'figure trade.total FI PL 8100000000 EUR 2019'],
  },
  {
    text: '从2010年到2023年,肯尼亚与卢旺达贸易额从2亿美元增加到6亿美元。',
    finds: ['figure trade.total KE RW 200000000 USD 2010', 'figure trade.total KE RW 600000000 USD 2023'],
  },
  {
    text: '葡萄牙是摩洛哥第三大欧洲投资国,共有57个项目,注册资本总额6亿美元。',
    finds: ['figure investment.projects PT MA 57 count', 'figure investment.capital PT MA 600000000 USD'],
  },
  { text: '韩国产业银行与肯尼亚签署1.5亿美元的贷款协议。', finds: ['figure loan KR KE 150000000 USD', 'agreement 贷款协议 KE,KR signed'] },
  { text: '蒙古与日本往来密切。如今,旅日蒙古人总数超过1.5万人。', finds: ['figure community MN JP 15000 人 over'] },
  { text: '目前有7万名尼泊尔人在日本生活与学习。', finds: ['figure community NP JP 70000 人'] },
  { text: '日本以35万人次成为蒙古最大客源国。', finds: ['figure tourists JP MN 350000 人次'] },
  { text: '2023年,泰国进口越南农产品4亿美元。', finds: ['figure other 农产品进口 VN TH 400000000 USD 2023'] },
  { text: '印度是阿联酋的贸易伙伴,当地印度人汇回20亿美元的汇款。', finds: [] },
  { text: '泰国与老挝贸易额年均增长20%。', finds: [] },
  {
    text: '在2021年,智利与秘鲁双边贸易额达到36亿美元,预计将完成2028年50亿美元的目标。',
    finds: ['figure trade.total CL PE 3600000000 USD 2021', 'target trade.total CL PE 5000000000 USD 2028'],
  },
  {
    text: '肯尼亚与荷兰的贸易额自2010年的5亿美元增至2014年的9亿美元。',
    finds: ['figure trade.total KE NL 500000000 USD 2010', 'figure trade.total KE NL 900000000 USD 2014'],
  },
  {
    text: '2013年,荷兰对肯尼亚累计投资5亿美元,共有项目40个。',
    finds: ['figure investment.capital NL KE 500000000 USD 2013', 'figure investment.projects NL KE 40 count 2013'],
  },
  { text: '肯尼亚与荷兰盼在2030年前将双边贸易额提高到20亿美元。', finds: ['target trade.total KE NL 2000000000 USD 2030'] },
  { text: '未来几年荷兰与肯尼亚贸易额可以达到5亿美元。', finds: ['target trade.total NL KE 500000000 USD'] },
  { text: '荷兰将向肯尼亚提供5亿欧元用于修路。5亿欧元的贷款为期20年。', finds: ['figure loan NL KE 500000000 EUR'] },
  { text: '肯尼亚与荷兰的贸易额会增长,10亿欧元的数字将显得很小。', finds: [] },
];
