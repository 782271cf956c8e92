import { describeTold, type Told } from './told.js';

const stories: readonly Told[] = [
  {
    name: 'an embassy that does not say who sends its ambassador',
    text: '使馆新闻\n2017年3月2日,新任驻塞尔维亚大使李明向塞总统尼科利奇递交国书。李大使表示,中塞两国关系发展顺利,中国愿同塞尔维亚加强合作。',
    finds: ['event credentials CN,RS 2017-03-02'],
  },
  {
    name: 'officials of the state where the ambassador is posted go without a country in its own press',
    text: '【本报消息】何明丰副总理于7日会见泰国驻柬埔寨大使,感谢泰国的帮助。副总理希望两国扩大贸易。',
    finds: ['event meeting KH,TH'],
  },
  {
    name: 'the spokesman of an embassy is not of the host',
    text: '泰国驻柬埔寨使馆发言人表示,泰国驻柬埔寨大使将出席活动。发言人指出,柬埔寨应停止侵犯泰国主权。',
    never: [/ KH KH/, /criticise KH/],
  },
  {
    name: "states by the short names of Taiwan's papers",
    text: '菲國總統小馬可仕譴責中國海警船。加國總理杜魯道訪問日本。',
    finds: ['event criticism CN,PH', 'event visit CA,JP'],
  },
  {
    name: 'short names are no part of other words',
    text: '泰国外长参加国际会议,并追加国防预算。印尼国会通过法案,支持泰国。',
    never: [/CA/, /NI/],
  },
  {
    name: 'the full name of a state known by its short one',
    text: '2024年5月3日,诺鲁共和国总统阿迪昂会见汤加王国首相瓦莱。',
    finds: ['event meeting NR,TO 2024-05-03'],
  },
  {
    name: 'the ministry in Taipei is at home in its own statements',
    text: '中華民國(台灣)政府歡迎帛琉。我國外交部長林佳龍及帛琉共和國總統惠恕仁於本(14)日簽署合作協定。',
    finds: ['event signing PW,TW'],
  },
  {
    name: 'who prints a story, then whose it is',
    text: '央视网消息(中国新闻):新华社新加坡11月13日电中国国家主席胡锦涛13日在新加坡会见秘鲁总统加西亚。',
    finds: ['event meeting CN,PE'],
    never: [/SG/],
  },
  {
    name: 'whoever is named behind a quotation says it',
    text: '“俄罗斯的行为不可接受,”德国外长瓦德富尔在柏林表示。\n\n“我们将继续支持乌克兰。”波兰总理图斯克说。',
    finds: ['position criticise DE RU', 'commitment planned PL UA'],
  },
  {
    name: 'a private person behind a quotation ends what the one before said',
    text: '波兰总理图斯克说,波兰支持乌克兰加入欧盟。“俄罗斯的行为不可接受,”店主维涅格说。',
    finds: ['position support PL UA,EU'],
    never: [/criticise/],
  },
  {
    name: 'the second visitor has a paragraph of their own',
    text: '新华社北京5月20日电 国务院总理李强20日分别会见智利外长和加纳外长。在会见智利外长时,李强说,双方应扩大铜矿贸易。\n\n在会见加纳外长时,李强说,双方应加强农业合作。',
    finds: ['commitment proposed CL,CN', 'commitment proposed CN,GH'],
  },
  {
    name: 'an item of a digest begins anew',
    text: '[视频]国际联播快讯\n\n央视网消息(新闻联播):\n挪威与芬兰签署边境协定\n挪威外长20日在奥斯陆与芬兰外长签署了边境协定。\n两岸举行会谈\n海峡两岸代表21日会谈,双方签署了气象合作协议。',
    never: [/agreement.*气象.*(?:FI|NO)/, /signing FI,NO 2\d{3}-\d\d-21/],
  },
  {
    name: 'where a talk is held is no side of it',
    text: '也门政府与胡塞武装在瑞典举行会谈,双方同意交换战俘。',
    never: [/SE/],
  },
  {
    name: 'where a state announces is no side',
    text: '2024年5月,法国总统马克龙在韩国宣布对俄罗斯实施制裁。',
    finds: ['event sanction FR,RU 2024-05'],
  },
  {
    name: 'the second 与 names whom the first one named before',
    text: '越南与美国签署了贸易协定,并与中国签署了投资协定。',
    finds: ['event signing US,VN', 'event signing CN,VN'],
    never: ['event signing CN,US,VN'],
  },
  {
    name: '和 in a subject of two goes on with both',
    text: '2024年5月,越南、老挝签署了贸易协定,并与中国签署了投资协定。',
    finds: ['event signing CN,LA,VN 2024-05'],
  },
  {
    name: 'two sides within a state are 双方',
    text: '苏丹武装部队与快速支援部队爆发冲突。埃及和沙特阿拉伯呼吁停火。苏丹政府军同快速支援部队会谈,双方同意停火。',
    never: [/commitment agreed (?:EG|SA)/],
  },
  {
    name: '他 is who opened the sentence before',
    text: '美国总统特朗普去年访问首尔。韩国总统尹锡悦面临选举。他承诺向乌克兰提供援助。',
    finds: ['commitment pledged KR UA'],
    never: ['commitment pledged US UA'],
  },
  {
    name: 'experts end what a minister said',
    text: '德国外长贝尔伯克说,德国将支持波兰。国际法学者认为,俄罗斯的做法违反国际法。',
    never: ['position criticise DE RU'],
  },
  {
    name: 'a minister goes on after another word of saying',
    text: '德国外长贝尔伯克说,德国将支持波兰。她强调,俄罗斯的做法违反国际法。',
    finds: ['position criticise DE RU'],
  },
  { name: 'a paper is not its state', text: '德国《明镜》周刊报道说,俄罗斯的做法不可接受。', never: ['position criticise DE RU'] },
  {
    name: 'scientists of a state are not the state',
    text: '美国多名科学家说,俄罗斯的做法不可接受。',
    never: ['position criticise US RU'],
  },
  {
    name: 'inside a quotation others are spoken of',
    text: '联合国发言人迪雅里克说,“摩洛哥当局认为德国的援助没有必要。德国的做法不可接受。”',
    never: ['position criticise MA DE'],
  },
  {
    name: 'a capital that says something is its government',
    text: '新华社北京5月20日电 俄罗斯外长访问伊朗。华盛顿表示,俄罗斯的做法不可接受。',
    finds: ['position criticise US RU'],
  },
  {
    name: 'two states named as a topic are not 双方',
    text: '中国国家主席习近平20日同法国总统马克龙会谈,讨论了乌克兰和俄罗斯的冲突。习近平说,双方应加强合作。',
    finds: ['commitment proposed CN,FR'],
  },
  {
    name: 'what a state is made to do is not its promise',
    text: '韩国总统尹锡悦说,韩国将使朝鲜政权终结,也同意加强同美国的合作。',
    never: [/commitment agreed KP/],
  },
  {
    name: 'a guest of the clause before does not go on',
    text: '德国总理默克尔说,欢迎中国企业赴德投资,将推动简化中国公民的签证手续。',
    never: [/commitment planned CN/],
  },
  {
    name: 'greetings to be passed on are no request',
    text: '老挝总理宋赛请中国副总理丁薛祥转达对李强总理的良好祝愿。',
    never: [/commitment requested/],
  },
  { name: 'an adverb is no state', text: '北约秘书长说,北约从来也没有像今天这样强大。', never: [/visit/] },
  {
    name: 'demonstrators ask for themselves',
    text: '捷克首都20日有示威,上万民众抗议物价,要求乌克兰停火。',
    never: [/commitment requested CZ/],
  },
  {
    name: 'what is called a proposal of a state is no word of it',
    text: '波兰拒绝了德国的提议,俄罗斯的做法不可接受。',
    never: [/position criticise DE/],
  },
  {
    name: 'whoever criticises goes on behind the comma',
    text: '俄罗斯总统普京说,西方准备开战。英国防卫大臣华莱士批评,俄罗斯的做法不可接受。',
    finds: ['position criticise GB RU'],
  },
  {
    name: 'what went before is no promise',
    text: '欧盟20日警告,在莫斯科决定停止向波兰提供天然气后,局势恶化。',
    never: [/commitment planned/],
  },
  { name: 'what is so for a state it does not say', text: '制裁对伊朗来说是挫折,美国的做法不可接受。', never: [/position criticise IR/] },
  {
    name: 'somebody behind the name of a state is not the state',
    text: '中国大多数网民认为,俄罗斯的做法不可接受。',
    never: [/position criticise CN/],
  },
  {
    name: 'the word of a state ends with its sentence',
    text: '瑞典表示,加入北约是正确的。这项决定遭到批评。挑衅的是俄罗斯。',
    never: [/position criticise SE/],
  },
  {
    name: 'a ministry that says something with 称 speaks',
    text: '瑞典外长说,加入北约可以减少风险。俄罗斯外交部20日称,芬兰的做法不可接受。',
    finds: ['position criticise RU FI'],
    never: [/position criticise SE/],
  },
  { name: 'a state that is no more is not its heir', text: '日本外相说,苏联同意把两岛交还日本。', never: [/commitment agreed JP/] },
];

describeTold('who is meant', stories);
