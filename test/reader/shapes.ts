import type { Example } from '../../src/grammar/frame.js';

/** A regular shape of newswire: one sentence in our own words, and what must be among its statements. */
export interface Shape extends Example {
  name: string;
}

const shape = (name: string, text: string, finds: readonly string[], home?: string): Shape => ({
  name,
  text,
  finds,
  ...(home === undefined ? {} : { home }),
});

/** What the wire says again and again, whoever it is about. */
export const shapes: readonly Shape[] = [
  // contacts by office alone
  shape('two offices meet', '2021年3月4日,泰国外长会见了老挝外长。', ['event meeting LA,TH 2021-03-04']),
  shape('two ministers talk', '2021年3月4日,泰国外交部长与老挝外交部长会谈。', ['event meeting LA,TH 2021-03-04']),
  shape('two heads of government meet', '2021年3月4日,泰国总理会晤老挝总理。', ['event meeting LA,TH 2021-03-04']),
  shape('talks by video', '2021年3月4日,泰国副总理巴威以视频方式同老挝副总理宋赛举行会谈。', ['event meeting LA,TH 2021-03-04']),
  shape('a meeting on the side of a summit', '2022年11月18日,法国总统马克龙在曼谷出席亚太经合组织会议期间会见泰国总理巴育。', [
    'event meeting FR,TH 2022-11-18',
  ]),
  shape('a courtesy call', '2021年3月4日,老挝驻泰国大使赛卡拜会了泰国外交部长敦。', ['event meeting LA,TH 2021-03-04']),
  shape('a meeting with a visitor', '2021年3月4日,泰国总理巴育在曼谷会见正在泰国访问的老挝外长沙伦赛。', [
    'event meeting LA,TH 2021-03-04',
  ]),
  shape('a host receives several', '2021年3月4日,泰国国王哇集拉隆功分别会见老挝总理潘坎和柬埔寨首相洪森。', [
    'event meeting LA,TH 2021-03-04',
    'event meeting KH,TH 2021-03-04',
  ]),
  shape('a telephone call', '2021年3月4日,德国总理默克尔与土耳其总统埃尔多安通电话。', ['event call DE,TR 2021-03-04']),
  shape('a call at the request of one', '2021年3月4日,日本外务大臣茂木敏充应约同德国外交部长马斯通电话。', ['event call DE,JP 2021-03-04']),
  shape('consultations', '2021年3月4日,老挝与泰国在万象举行第五轮政治磋商。', ['event consultation LA,TH 2021-03-04']),
  // visits
  shape('a visit by invitation', '应泰国总理巴育邀请,老挝总理潘坎将于2022年6月1日至2日对泰国进行正式访问。', [
    'event visit LA,TH 2022-06-01/2022-06-02 planned',
  ]),
  shape('a visit that began', '2022年6月1日,老挝总理潘坎抵达曼谷,开始对泰国进行为期两天的正式访问。', ['event visit LA,TH 2022-06-01']),
  shape('a visit that ended', '2022年6月2日,老挝总理潘坎结束对泰国的正式访问。', ['event visit LA,TH 2022-06-02']),
  shape('a delegation led', '2022年6月1日,老挝副总理宋赛率代表团访问泰国。', ['event visit LA,TH 2022-06-01']),
  shape('a visit put off', '2022年6月1日,老挝外交部宣布,总理潘坎推迟对泰国的访问。', ['event cancellation LA,TH 2022-06-01']),
  shape('a visit called off', '2022年6月1日,老挝外交部宣布取消总理潘坎对泰国的访问。', ['event cancellation LA,TH 2022-06-01']),
  shape('a visit that may come', '老挝总理潘坎可能于2022年6月访问泰国。', ['event visit LA,TH 2022-06 possible']),
  shape('a visit denied', '泰国外交部否认老挝总理潘坎将访问泰国。', ['event visit LA,TH denied']),
  // bodies, documents
  shape('a session under two chairs', '2022年6月1日,泰国外长敦和老挝外长沙伦赛在万象共同主持召开泰老合作联合委员会第22次会议。', [
    'event session LA,TH 2022-06-01',
    'body 泰老合作联合委员会 LA,TH 22',
  ]),
  shape(
    'a signing under the eyes of leaders',
    '2022年6月1日,在两国总理见证下,泰国交通部长沙沙扬与老挝公共工程与运输部长万萨瓦签署《泰老铁路合作协定》。',
    ['event signing LA,TH 2022-06-01', 'agreement 泰老铁路合作协定 LA,TH signed'],
  ),
  shape('a signing by states', '2022年6月1日,泰国与老挝签署了《边境贸易协定》。', [
    'event signing LA,TH 2022-06-01',
    'agreement 边境贸易协定 LA,TH signed',
  ]),
  shape('a list of parties is named whole', '此外,在泰国、老挝、越南、缅甸、中国和柬埔寨之间签署了一项跨境运输协议。', [
    'agreement 跨境运输协议 CN,KH,LA,MM,TH,VN signed',
  ]),
  shape('a paper that may be signed', '2021年3月4日,泰国和老挝可望签署边境贸易备忘录。', ['agreement 边境贸易备忘录 LA,TH proposed']),
  shape('a thing handed over, 将 before it', '2021年6月,泰国正式将第三艘巡逻艇移交给老挝。', ['event donation LA,TH 2021-06']),
  shape('what a side does not think of', '2021年3月4日,老挝外长说,老挝没有考虑退出东盟。', ['event withdrawal ASEAN,LA 2021-03-04 denied']),
  shape('a deed under a condition', '若泰国总理巴育访问老挝,双方将签署协议。', ['event visit LA,TH possible']),
  shape('what a signer is called says nothing of the paper', '泰国国家气象局和老挝国家水文研究中心2021年签署合作谅解备忘录。', [
    'agreement 谅解备忘录 LA,TH signed',
  ]),
  shape('a treaty in force', '《泰国与智利自由贸易协定》于2015年11月5日正式生效。', ['event entry-into-force CL,TH 2015-11-05']),
  shape('a ratification', '2022年6月1日,泰国国会批准《泰国与智利自由贸易协定》。', ['event ratification CL,TH 2022-06-01']),
  shape('a withdrawal', '2023年2月21日,俄罗斯宣布退出《新削减战略武器条约》。', ['event withdrawal RU 2023-02-21']),
  shape('a level of relations', '2021年10月,东盟与澳大利亚建立全面战略伙伴关系。', ['relation level ASEAN,AU 全面战略伙伴关系 2021-10']),
  shape('relations established', '1975年7月1日,泰国与中国建立外交关系。', ['relation established CN,TH 1975-07-01']),
  shape('an anniversary', '2025年是泰国与中国建交50周年。', ['relation anniversary CN,TH 2025']),
  shape('relations broken off', '2016年1月3日,沙特阿拉伯宣布与伊朗断绝外交关系。', ['relation broken IR,SA 2016-01-03']),
  // figures and targets
  shape('trade both ways', '2021年,泰国与老挝双边贸易额达75亿美元,同比增长13.5%。', ['figure trade.total TH LA 7500000000 USD 2021 0.135']),
  shape('export and import', '2021年,泰国对老挝出口40亿美元,自老挝进口35亿美元。', [
    'figure trade.flow TH LA 4000000000 USD 2021',
    'figure trade.flow LA TH 3500000000 USD 2021',
  ]),
  shape('parts by 其中', '2021年,泰国与老挝双边贸易额达75亿美元,其中泰国出口40亿美元,进口35亿美元。', [
    'figure trade.flow TH LA 4000000000 USD 2021',
    'figure trade.flow LA TH 3500000000 USD 2021',
  ]),
  shape('a deficit', '2021年,印度对中国贸易逆差达694亿美元。', ['figure trade.balance IN CN 69400000000 USD 2021']),
  shape('a hedge', '2021年,泰国与老挝双边贸易额近75亿美元。', ['figure trade.total TH LA 7500000000 USD 2021 nearly']),
  shape('a range', '2021年,泰国与老挝双边贸易额为36亿至40亿美元。', ['figure trade.total TH LA 3600000000 4000000000 USD 2021']),
  shape('more than, before a Chinese multiplier', '2021年,十多万名老挝游客前往泰国。', ['figure tourists LA TH 100000 人 2021 over']),
  shape('investment with projects', '截至2021年底,韩国在越南投资项目9203个,注册资金总额达747亿美元。', [
    'figure investment.projects KR VN 9203 count 2021-01/2021-12',
    'figure investment.capital KR VN 74700000000 USD 2021-01/2021-12',
  ]),
  shape('a target from a present value', '双方力争将泰国与老挝双边贸易额从目前的75亿美元提升至2025年的110亿美元。', [
    'target trade.total TH LA 11000000000 USD 2025',
  ]),
  shape('a target by a year', '泰国和印度尼西亚同意力争到2025年将双边贸易额提高到200亿美元。', [
    'target trade.total TH ID 20000000000 USD 2025',
  ]),
  shape('students', '目前约有1.1万名老挝留学生在越南学习。', ['figure students LA VN 11000 人 about']),
  shape('aid', '2021年8月,日本向老挝提供2000万美元无偿援助。', ['event aid JP,LA 2021-08']),
  shape('a loan', '2021年8月,日本向老挝提供2000万美元贷款。', ['event loan JP,LA 2021-08']),
  shape('a gift', '2021年8月,日本向老挝捐赠60万剂新冠疫苗。', ['event donation JP,LA 2021-08']),
  // messages, credentials
  shape('congratulations', '2021年3月22日,越南国家主席阮富仲向老挝国家主席通伦致贺电。', ['event congratulation LA,VN 2021-03-22'], 'VN'),
  shape('condolences', '2021年5月2日,泰国总理巴育就印度疫情向印度总理莫迪致慰问电。', ['event condolence IN,TH 2021-05-02']),
  shape('credentials', '2021年5月2日,老挝新任驻泰国大使坎潘向泰国国王哇集拉隆功递交国书。', ['event credentials LA,TH 2021-05-02']),
  // tension
  shape('a protest', '2021年3月4日,菲律宾外交部就中国船只在牛轭礁集结向中国提出外交抗议。', ['event protest CN,PH 2021-03-04']),
  shape('an ambassador summoned', '2021年3月4日,德国外交部召见俄罗斯驻德大使,就黑客攻击提出抗议。', ['event protest DE,RU 2021-03-04']),
  shape('stern representations', '2021年3月4日,中方就此向日方提出严正交涉。', ['event protest CN,JP 2021-03-04']),
  shape('a sanction', '2021年3月4日,加拿大宣布对白俄罗斯实施新一轮制裁。', ['event sanction BY,CA 2021-03-04']),
  shape('an expulsion', '2021年4月17日,捷克宣布驱逐18名俄罗斯外交官。', ['event expulsion CZ,RU 2021-04-17']),
  shape('persona non grata', '2021年4月18日,俄罗斯外交部宣布20名捷克驻俄使馆工作人员为不受欢迎的人。', [
    'event expulsion CZ,RU 2021-04-18',
  ]),
  shape('a recall', '2021年3月17日,俄罗斯召回驻美国大使安东诺夫进行磋商。', ['event recall RU,US 2021-03-17']),
  shape('a suspension', '2021年8月24日,阿尔及利亚宣布暂停与摩洛哥的经贸合作。', ['event suspension DZ,MA 2021-08-24']),
  shape('an accusation', '2021年3月4日,乌克兰国防部指责俄罗斯在边境集结军队。', ['event accusation RU,UA 2021-03-04']),
  shape('a denial', '2021年3月4日,俄罗斯外交部否认对捷克发动网络攻击。', ['event cyberattack CZ,RU 2021-03-04 denied']),
  shape('a threat', '2021年3月4日,伊朗外交部警告将对以色列采取报复行动。', ['event threat IL,IR 2021-03-04']),
  shape('a clash', '2020年6月15日,中国与印度军队在加勒万河谷发生冲突。', ['event clash CN,IN 2020-06-15']),
  shape('a seizure', '2021年1月4日,伊朗扣押一艘韩国油轮。', ['event seizure IR,KR 2021-01-04']),
  shape('opposition', '法国外交部发言人表示,法国强烈谴责朝鲜试射导弹。', ['position criticise FR KP']),
  // told with plain nouns, at a remove, or from inside speech
  shape('delegates of two sides', '2025年11月4日,印度和尼泊尔的代表举行会晤。', ['event meeting IN,NP 2025-11-04']),
  shape('a denial of what another says', '2023年10月6日,泰国外交部发言人对柬埔寨方面的说法予以坚决否认。', [
    'event rejection KH,TH 2023-10-06',
  ]),
  shape('disappointment', '2021年3月1日,美国国务院对伊朗的决定深感失望。', ['event criticism IR,US 2021-03-01']),
  shape('a protest that a deed rouses', '2023年8月30日,马来西亚公布新海图,引发菲律宾抗议。', ['event protest MY,PH 2023-08-30']),
  shape('exchange of views', '2012年9月20日,越南总理阮晋勇与日本首相野田佳彦深入交换看法。', ['event meeting JP,VN 2012-09-20']),
  shape('a call that one side asked for', '2025年11月3日,印度外长苏杰生应巴西方面要求与巴西外长维埃拉通电话。', [
    'event call BR,IN 2025-11-03',
  ]),
  shape('talks about an end of something', '2025年11月5日,加拿大与印度就取消出口限制进行谈判。', ['event negotiation CA,IN 2025-11-05']),
  shape('talks that begin', '2025年11月6日,阿富汗与巴基斯坦的第三轮谈判在伊斯坦布尔开始。', ['event negotiation AF,PK 2025-11-06']),
  shape('a journey', '2022年5月20日,美国总统拜登开启韩国之行。', ['event visit KR,US 2022-05-20']),
  shape('a citizen held abroad', '2022年7月1日,一名加拿大公民在伊朗被捕。', ['event arrest CA,IR 2022-07-01']),
  shape('an exercise told with a verb', '2019年1月6日,伊朗与俄罗斯在里海军演。', ['event joint-exercise IR,RU 2019-01-06']),
  shape('what an army says of its own', '2023年9月1日,乌克兰空军在声明中说,其防空部队击落了三架俄罗斯无人机。', [
    'event attack RU,UA 2023-09-01',
  ]),
  shape('an interview called 访问', '2020年8月17日,法国总统马克龙接受德国电视台访问时谈及局势。', ['event interview FR 2020-08-17']),
  shape('a headline of a visit', '2022年11月24日,马来西亚总理安瓦尔访雅加达。', ['event visit ID,MY 2022-11-24']),
  // near misses
  shape('a film event', '影片主创见面会2021年3月4日在泰国曼谷举行。', []),
  shape('a campaign of charm', '2021年3月4日,泰国向越南发动魅力攻势。', []),
  shape('an attack that is only supposed', '如果泰国攻打柬埔寨,越南将作何选择。', []),
  shape('sport', '2021年3月4日,泰国队在曼谷2比1战胜越南队。', []),
  shape('a visit at home', '2021年3月4日,泰国总理巴育前往清迈视察灾情。', []),
];
