/** What the words for an office tell of whose it can be. */

/** Offices that states ruled by a party of this kind do not have, or do not call so: they are the other side's. */
export const NOT_AT_HOME: ReadonlySet<string> = new Set([
  '总统',
  '副总统',
  '首相',
  '副首相',
  '国王',
  '女王',
  '王后',
  '王储',
  '外长',
  '副外长',
  '防长',
  '财长',
  '外相',
  '议长',
  '国务卿',
  '总督',
  '酋长',
  '埃米尔',
]);
export const PARTY_STATES: ReadonlySet<string> = new Set(['CN', 'VN', 'LA', 'CU', 'KP']);

/** Offices that a state gives. */
export const STATE_OFFICE =
  /总统|总理|首相|主席|总书记|国王|女王|王储|王子|公主|亲王|部长|大臣|[外防财]长|[外防财]相|议长|副议长|州长|省长|市长|大使|公使|领事|参赞|特使|代表|发言人|秘书|司令|参谋|指挥官|将军|上将|中将|局长|署长|厅长|司长|处长|官房长官|国务卿|国务|委员|长官|元首|领导人|外交|议员|总督|高级?专员?/;

/** Who serves abroad, or speaks for such. */
export const IS_SENT = /大使|公使|领事|参赞|使馆|武官|特使|代表|发言人/;

/** Offices that party states alone call so: they are the home's, named or not. */
export const HOME_OFFICE =
  /^(?:国家主席|国家副主席|国务院|国务委员|全国人大|全国政协|中共|中央|总书记|外交部发言人|商务部|国台办|国防部新闻)/;
/** Offices that only China has by these names. */
export const CHINESE_OFFICE = /^(?:国务院|国务委员|全国人大|全国政协|中共|国台办)/;
/** States whose people have names of two or three Han characters. */
export const isHanSpeaking = (code: string): boolean => /^(?:CN|TW|HK|MO|SG|MY|VN|KR|KP|JP)$/.test(code);
/** Offices of monarchies, which these states are not. */
export const ROYAL =
  /^(?:代理|前|副|时任|新任)*(?:首相|外相|财相|防相|防卫相|外务相|国王|女王|王后|王储|埃米尔|酋长|国务卿|总督)|大臣|官房长官/;
export const NO_MONARCHY: ReadonlySet<string> = new Set('CN VN LA CU TW HK MO KR RU FR DE SG KZ IN ID PH TR IR'.split(' '));

/** People who hold no office of their state: 法官 without a country is not the home's. */
export const NO_STATE_OFFICE =
  /(?:法官|检察官|律师|成员|士兵|官兵|民众|民兵|居民|公民|国民|游客|旅客|难民|太后|皇后|亲王|公主|运动员|选手|队员|嫌疑人|武装分子|武装人员|顾问|科学家|研究员|工程师|船员|飞行员|宇航员|学生|教师|人质|消息人士|知情人士)$/;
