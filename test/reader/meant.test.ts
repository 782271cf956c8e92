import { describeTold, type Told } from './told.js';

const stories: readonly Told[] = [
  {
    name: 'this state is the one named last, and at the start of a sentence nobody where it may be two',
    text: '2024年5月2日,纳米比亚声援博茨瓦纳,该国的外交官上周被莱索托驱逐。安哥拉称赞马拉维。该国要求赞比亚道歉。',
    finds: ['event expulsion BW,LS 2024-04-22/2024-04-28'],
    never: [/(?:expulsion|request|requested).*(?:NA|AO)/],
  },
  {
    name: 'this state is not the one that acts on it',
    text: '纳米比亚政府2日说,博茨瓦纳停止向该国出口粮食。',
    finds: ['event suspension BW,NA'],
  },
  {
    name: 'both sides stay so when they speak of two others',
    text: '2024年5月2日,马拉维总统同赞比亚总统会谈。双方呼吁卢旺达和乌干达停火。双方同意加强农业合作。',
    finds: ['commitment agreed MW,ZM'],
    never: [/commitment agreed (?:RW|UG)/],
  },
  {
    name: 'what two say together binds both',
    text: '马拉维总统查克维拉与赞比亚总统希奇莱马在会谈时重申,将加强两国边境合作。',
    finds: ['commitment planned MW,ZM'],
    never: ['commitment planned MW ZM'],
  },
  {
    name: 'what is blamed is done by the one blamed',
    text: '莱索托召回大使,以抗议马拉维同意向纳米比亚出售军舰。',
    finds: ['commitment agreed MW NA'],
    never: [/commitment agreed LS/],
  },
  {
    name: 'a state that is named as not meant is no goal',
    text: '马拉维总统此次出访选择了赞比亚而非邻国莫桑比克。马拉维总统出访赞比亚而不是莫桑比克。',
    never: [/MZ/],
  },
  {
    name: 'the second of two who met goes on as the latter',
    text: '2024年5月2日,马拉维总统会见赞比亚外长。后者感谢马拉维的帮助。',
    finds: ['event thanks MW,ZM 2024-05-02'],
  },
  {
    name: 'the king receives the guest in his own state',
    text: '2024年5月2日,莱索托首相马特卡内访问荷兰。国王威廉·亚历山大在海牙会见了他。',
    finds: ['event meeting LS,NL'],
  },
  {
    name: 'a minister who meets at home is of no host',
    text: '2024年5月2日,芬兰总统斯图布访问丹麦。此前,财政部长会见了挪威外长。',
    never: [/meeting DK/],
  },
  {
    name: 'ties that are lowered with a word for the object are no plan',
    text: '2024年5月2日,尼加拉瓜将同荷兰的外交关系降为代办级。',
    never: [/commitment/],
  },
  {
    name: 'soldiers are of the army that tells of them',
    text: '尼日尔军方2日说,士兵在边境与马里军队交火。',
    finds: ['event clash ML,NE'],
  },
  {
    name: 'soldiers of whom somebody else tells are of nobody',
    text: '联合国发言人2日说,士兵在边境与马里军队交火。',
    never: [/clash ML,NE/],
  },
  {
    name: 'who is struck strikes back at the same',
    text: '尼日尔空军2日空袭马里北部城镇,马里军队则发射火箭弹进行反击。',
    finds: ['event attack ML,NE'],
  },
  { name: 'who threatens to strike back has not', text: '尼日尔指责马里。马里军队说,将发射火箭弹进行反击。', never: [/attack/] },
  {
    name: 'as many are sent away by others',
    text: '尼日尔驱逐了4名马里外交官,乍得与贝宁各驱逐3人。',
    finds: ['event expulsion ML,NE', 'event expulsion BJ,ML,TD'],
  },
  {
    name: 'whoever serves at a mission is sent away by its host',
    text: '马里驻尼日尔大使馆的一名武官2日被驱逐。',
    finds: ['event expulsion ML,NE'],
  },
  { name: 'whoever guards a mission is not', text: '马里驻尼日尔大使馆的一名保安2日被解雇。', never: [/expulsion/] },
  {
    name: 'a Japanese goes on by the surname alone',
    text: '日本外务大臣佐佐木健太2日同巴西外长维埃拉通电话。佐佐木还感谢巴西的帮助。佐佐木说,日本将向巴西派遣专家。',
    finds: ['event thanks BR,JP'],
  },
  {
    name: 'what was done by another was not done by who says so',
    text: '约旦和埃及说,袭击由利比亚发动。约旦领导人扬言要发起报复打击。',
    never: [/attack (?:EG|JO)/, /threat EG/],
  },
  {
    name: 'ministers of two who each call with a third',
    text: '荷比外长在通话中呼吁摩洛哥保持克制。',
    never: [/event call BE,NL/],
  },
  {
    name: 'each of those among many who are met',
    text: '智利防长还将会见包括秘鲁与玻利维亚在内的多国防长。',
    finds: ['event meeting CL,PE planned', 'event meeting BO,CL planned'],
  },
  {
    name: 'whoever acts since then blames, and not who spoke before',
    text: '秘鲁总统2日说,智利总统可能连任。智利外交部当天发表声明,谴责秘鲁总统的言论。',
    finds: ['position criticise CL PE'],
    never: ['position criticise PE CL'],
  },
  {
    name: 'an office is of the state before what it is in charge of',
    text: '2024年5月2日,摩尔多瓦主管欧洲事务的副总理安娜·拉扎尔访问亚美尼亚。拉扎尔会见了亚美尼亚外长。',
    finds: ['event visit AM,MD 2024-05-02', 'event meeting AM,MD'],
    never: [/visit AM,EU/],
  },
  {
    name: 'whose journey it is may be either of two',
    text: '秘鲁总统取消与智利总理会面,因其访玻利维亚。',
    never: [/visit BO/],
  },
  {
    name: 'since a state sent its troops',
    text: '2024年5月2日,秘鲁总统会见智利总统,这也是自阿根廷派兵入侵玻利维亚以来两人首次会面。',
    never: [/(?:mobilisation|attack) BO,PE/],
  },
  {
    name: 'whoever is worried launched nothing',
    text: '利马对玻利维亚向边境发射导弹表示不安。',
    never: [/attack/],
  },
  {
    name: 'whoever invites does not attend',
    text: '秘鲁总统两次邀请智利总统参加安第斯共同体峰会。',
    never: [/conference/],
  },
  {
    name: 'all whom a host met who came for a forum',
    text: '2024年5月2日,挪威首相先后会见来挪出席论坛的赞比亚副总统恩戈马、马拉维副总理班达、卢旺达总理恩吉伦特。',
    finds: [
      'event meeting NO,ZM 2024-05-02',
      'event meeting MW,NO 2024-05-02',
      'event meeting NO,RW 2024-05-02',
      'event visit MW,NO 2024-05-02',
    ],
  },
  {
    name: 'a comma within a list of those called',
    text: '2024年5月2日,挪威外交大臣分别同赞比亚副总统恩戈马,以及卢旺达总理恩吉伦特通电话。',
    finds: ['event call NO,ZM 2024-05-02', 'event call NO,RW 2024-05-02'],
  },
  {
    name: 'he who is thanked is the other of the two',
    text: '2024年5月2日,挪威首相与马拉维总统通电话,感谢他反驳卢旺达的指责。',
    finds: ['event thanks MW,NO 2024-05-02'],
    never: [/thanks.*RW/],
  },
  {
    name: 'who is talked of is not met, and what somebody goes as is nobody else',
    text: '挪威首相将会见马拉维总统讨论卢旺达总统出席峰会。',
    never: [/meeting.*RW/],
  },
  {
    name: 'what a partner is known for is no other partner',
    text: '2024年5月2日,挪威首相与坚定支持卢旺达的马拉维总统通电话。',
    finds: ['event call MW,NO 2024-05-02'],
  },
  {
    name: 'the day of the oath, the day of an invasion, a visit that is proposed',
    text: '这是挪威首相自卢旺达4月2日入侵以来,首次访问马拉维。挪威首相访问赞比亚的访问提议遭拒。',
    never: [/visit MW,NO 2024-04-02/],
  },
  {
    name: 'the three who called go on as the three ministers',
    text: '2024年5月2日,挪威外交大臣艾德、丹麦外交大臣拉斯穆森和芬兰外长瓦尔托宁同卢旺达外长通电话。三国外长批评卢旺达。',
    finds: ['event criticism DK,FI,NO,RW'],
  },
  {
    name: 'three names of one character open a clause',
    text: '2024年5月2日,韩美日3日举行联合演习。',
    finds: ['event joint-exercise JP,KR,US 2024-05-03'],
  },
  {
    name: 'the secretary of the one body whose secretary is named',
    text: '2024年5月2日,北约秘书长吕特会见挪威首相。秘书长感谢挪威的支持。',
    finds: ['event thanks NATO,NO 2024-05-02'],
  },
  {
    name: 'what is said in a call is no second call',
    text: '2024年5月2日,马拉维总统同赞比亚总统通电话。赞比亚总统在通话中感谢马拉维总统。',
    finds: ['event thanks MW,ZM 2024-05-02'],
    never: ['event call MW,ZM'],
  },
  {
    name: 'one of the two tells more of the talk in another paragraph',
    text: '2024年5月2日,马拉维总统同赞比亚总统通电话,讨论卢旺达局势。\n马拉维总统表示,将继续努力。\n赞比亚总统在通话中谈及卢旺达局势。双方同意保持接触。',
    finds: ['commitment agreed MW,ZM'],
    never: [/commitment agreed .*RW/],
  },
  {
    name: 'whoever is sent goes, and what somebody is goes with nobody',
    text: '2024年5月2日,挪威首相斯特勒派遣外交大臣艾德前往马拉维。这是艾德作为挪威外交大臣首次访问马拉维。',
    finds: ['event visit MW,NO 2024-05-02'],
  },
  {
    name: 'in the middle of no year',
    text: '去年赞马建交45周年。马拉维总统访问赞比亚。今年中卢关系稳定,中国和卢旺达去年中卢建交50周年之际互致贺电。',
    finds: ['relation anniversary CN,RW'],
  },
  {
    name: 'a name of no list between a word of contact and an office',
    text: '2024年5月2日,挪威首相访问毛里求斯。挪威首相会见贾格纳特总理。',
    never: [/NA|TT/],
  },
  {
    name: 'who came on an occasion is not the subject of the clause',
    text: '2024年5月2日,挪威首相访问马拉维,从而在丹麦首相弗雷泽里克森访问邻国赞比亚一周后宣示自己的存在。',
    never: [/visit NO,ZM/],
  },
  {
    name: 'a ministry without its state is the one that was named with it',
    text: '2024年5月2日,马拉维外交部召见赞比亚大使。外交部还指责赞比亚外长撒谎。',
    finds: ['event accusation MW,ZM'],
    never: [/by ZM|ZM>MW/],
  },
  {
    name: 'a minister is of the government that acted right before',
    text: '2024年5月2日,马拉维政府召开会议,讨论卢旺达局势。外长卡马拉宣布承认卢旺达副总统为领导人。赞比亚关注。',
    finds: ['event recognition MW,RW'],
  },
  {
    name: 'a list of people over a comma is no subject of what follows',
    text: '2024年5月2日,挪威首相会见马拉维总统查克维拉,赞比亚副总统恩戈马和莱索托国王莱齐耶,与博茨瓦纳总统博科举行会谈。',
    finds: ['event meeting BW,NO 2024-05-02'],
    never: ['event meeting BW,ZM', 'event meeting BW,LS'],
  },
  {
    name: 'diplomats are called home from each of those named, and nobody is met on a round of members',
    text: '2024年5月2日,马拉维外交部宣布从赞比亚和莱索托等国召回外交人员。挪威首相将陆续拜访东盟各国。',
    finds: ['event recall LS,MW,ZM 2024-05-02'],
    never: [/meeting.*ASEAN/],
  },
  {
    name: 'three names of one character before the three',
    text: '马赞双方关系良好。2024年5月2日,马赞卢三国外长在挪威会晤。马拉维、赞比亚和卢旺达很满意。',
    finds: ['event meeting MW,RW,ZM 2024-05-02'],
  },
];

describeTold('who is meant elsewhere in the story', stories);
