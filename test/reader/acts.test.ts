import { describe, expect, it } from 'vitest';
import { sketch } from '../../src/grammar/frame.js';
import { readChinese } from '../../src/lang/zh/story.js';
import { fold } from '../../src/text/fold.js';

/** The events that a story in our own words tells, all of them; published on 10 May 2024. */
interface Told {
  name: string;
  text: string;
  events: readonly string[];
}

const stories: readonly Told[] = [
  // Whom a word of blame or demand is aimed at.
  { name: 'whose deed is opposed', text: '挪威、芬兰坚决反对制裁俄罗斯天然气。', events: [] },
  { name: 'a wrong to a friend', text: '老挝坚决反对任何侵害越南主权的言行。', events: [] },
  { name: 'a state that is blamed at once', text: '智利外交部谴责阿根廷的做法。', events: ['event criticism AR,CL'] },
  { name: 'one’s own citizens are asked', text: '加拿大外交部呼吁加拿大公民暂时避免前往海地。', events: [] },
  { name: 'one’s own citizens are asked, in the other script', text: '加拿大外交部呼籲加拿大公民暫時避免前往海地。', events: [] },
  { name: 'another’s citizens to be set free', text: '加拿大外交部要求海地释放两名加拿大公民。', events: ['event request CA,HT'] },
  { name: 'an attack that befell somebody', text: '联合国安理会谴责土耳其安卡拉恐怖袭击事件。', events: [] },
  { name: 'an attack without a name', text: '肯尼亚总统鲁托对袭击予以强烈谴责。', events: [] },
  { name: 'violence that somebody does', text: '格鲁吉亚外长抨击俄罗斯在边境地区的暴力行动。', events: ['event criticism GE,RU'] },
  {
    name: 'what 此 points at is the doing of the clause before',
    text: '中国与澳大利亚关系紧张。美方的有关言论是干涉内政,中方对此坚决反对。',
    events: ['event criticism CN,US'],
  },
  { name: 'a warning to nobody', text: '芬兰与俄罗斯相邻。芬兰外长警告说,森林火灾风险上升。', events: [] },
  {
    name: 'a warning of deeds',
    text: '芬兰与俄罗斯相邻。芬兰外长警告说,如果边境受到侵犯,芬兰将作出回应。',
    events: ['event threat FI,RU'],
  },
  { name: 'a threat against whom 对 names', text: '白俄罗斯一直威胁要对立陶宛的决定进行报复。', events: ['event threat BY,LT'] },
  // Who acts.
  { name: 'both who strike', text: '也门荷台达港遭到美国和英国空袭。', events: ['event attack GB,US,YE'] },
  {
    name: 'members and not their group',
    text: '联合国安理会3个欧盟成员法国、马耳他、斯洛文尼亚5日谴责以色列。',
    events: ['event criticism FR,IL,MT,SI 2024-05-05'],
  },
  { name: 'a seat and not the council', text: '联合国安理会常任理事国俄罗斯否决了日本的提案。', events: ['event rejection JP,RU'] },
  { name: 'others’ doing in what is spoken of', text: '白俄罗斯总统就西方向乌克兰提供武器表示不满。', events: [] },
  {
    name: 'whose envoy it is',
    text: '中国政府朝鲜半岛事务特别代表王明5月4日会见蒙古国外长巴特策策格。',
    events: ['event meeting CN,MN 2024-05-04'],
  },
  {
    name: 'whose envoy it is, in the other script',
    text: '美國伊朗問題特別代表霍克5月4日會見英國外交大臣卡麥隆。',
    events: ['event meeting GB,US 2024-05-04'],
  },
  {
    name: 'states that the blanks of a headline list',
    text: '总理访问老挝 泰国 缅甸\n\n柬埔寨首相洪玛奈5月4日开始访问老挝。',
    events: ['event visit KH,LA 2024-05-04'],
  },
  { name: 'who does it, and not who confirms it', text: '智利总统确认伊朗对伊拉克发动导弹袭击。', events: ['event attack IQ,IR'] },
  {
    name: 'a denial stays the denier’s',
    text: '摩洛哥与阿尔及利亚关系紧张。阿尔及利亚外长否认摩洛哥的指责。',
    events: ['event rejection DZ,MA'],
  },
  { name: 'an accusation that nobody makes', text: '塞尔维亚驳斥出兵科索沃导致危机的指控。', events: [] },
  { name: 'no comment', text: '丹麦首相拒绝对格陵兰的选举置评。', events: [] },
  { name: 'one’s own government', text: '格鲁吉亚示威者在首都集会,抗议政府暂停与欧盟的谈判。', events: [] },
  {
    name: 'protesters and what they are against',
    text: '希腊民众举行集会,反对美国的军事存在,要求土耳其撤军。',
    events: ['event request GR,TR'],
  },
  { name: 'others of whom a state speaks', text: '白俄罗斯外长说,西方准备在白俄罗斯周边部署导弹。', events: [] },
  { name: 'an attack and a charter', text: '伊朗的袭击行为违反了联合国宪章。', events: [] },
  { name: 'what an attack is called', text: '土耳其以打击叙利亚武装为由空袭伊拉克。', events: ['event attack IQ,TR'] },
  {
    name: 'whom the second host invites',
    text: '挪威首相斯特勒5日离开奥斯陆,应芬兰总统斯图布邀请,前往赫尔辛基;应瑞典首相克里斯特松邀请,前往斯德哥尔摩。',
    events: ['event invitation FI,NO', 'event invitation NO,SE', 'event visit FI,NO 2024-05-05', 'event visit NO,SE 2024-05-05'],
  },
  { name: 'refugees who arrive', text: '乌克兰难民抵达德国。', events: [] },
  { name: 'what is there to be used', text: '双方要发挥好中国和芬兰总理年度会晤机制的作用。', events: [] },
  { name: 'a text of talks', text: '伊朗正就美国的谈判文本进行讨论。', events: [] },
  { name: 'a summit and its reports', text: '中国媒体对东盟峰会进行了全面报道。', events: [] },
  {
    name: 'the day of what is spoken of',
    text: '对于美国国务卿昨日在马尼拉会见菲律宾外长,中国外交部发言人王明强调,要求美方停止干涉。',
    events: ['event request CN,US'],
  },
  { name: 'reform and opening', text: '柬埔寨首相多次称赞越南改革开放的成就和两国关系。', events: [] },
  { name: 'nobody who is named is asked', text: '中方再次呼吁相关国家立即将资产归还给阿富汗人民。', events: [] },
  { name: 'an opposition party', text: '部分法国在野党对这一任命表示抗议。法国与德国关系良好。', events: [] },
  { name: 'what somebody will not attend', text: '墨西哥总统说,他将不出席6月在洛杉矶举行的美洲峰会。', events: [] },
  { name: 'a department by a short name', text: '美国务院5月4日宣布制裁两家伊朗公司。', events: ['event sanction IR,US 2024-05-04'] },
  // Whether it happened.
  { name: 'the tense of what is spoken of', text: '挪威首相对美国宣布将提高关税表示强烈遗憾。', events: ['event criticism NO,US'] },
  { name: 'a doubt inside what is said', text: '爱沙尼亚外交部指责俄罗斯“极有可能”参与此事。', events: ['event accusation EE,RU'] },
  { name: 'looked forward to', text: '各界对智利总统访问秘鲁表示热切期待。', events: ['event visit CL,PE planned'] },
  { name: 'a proposal goes on', text: '泰国外长建议起草一份文件,并由柬埔寨和老挝签署。', events: ['event signing KH,LA planned'] },
  { name: 'no proof', text: '没有证据显示伊朗袭击了阿塞拜疆。', events: [] },
  { name: 'not allowed', text: '阿富汗不会允许其领土被用于攻击乌兹别克斯坦。', events: [] },
  { name: 'an aim', text: '乌军的目标是切断俄军补给。', events: [] },
  { name: 'feared', text: '波兰担心匈牙利出于能源考虑解除对俄罗斯的制裁。', events: [] },
  { name: 'what somebody must do goes on', text: '约旦说,以色列必须停止军事行动,解除对加沙地带的围困。', events: [] },
  {
    name: 'a field of work and no intent',
    text: '中国和芬兰关系良好。两国总理共同见证了森林合作研究等领域多项双边合作文件的签署。',
    events: ['event signing CN,FI'],
  },
  {
    name: 'what 并 joins to a plan',
    text: '泰国总理赛塔将于5月20日至22日赴万象出席峰会并对老挝进行正式访问。',
    events: ['event visit LA,TH 2024-05-20/2024-05-22 planned', 'event visit LA,TH 2024-05-20/2024-05-22 planned'],
  },
  { name: 'tried', text: '挪威首相曾试图与瑞典首相通电话。', events: [] },
  { name: 'only after a signature', text: '老挝与越南签署后才能开工。', events: [] },
  { name: 'willed, and going on', text: '中方愿同梵方持续开展建设性对话。', events: [] },
  { name: 'a call for an invitation to be taken back', text: '挪威政府拒绝取消邀请丹麦首相。', events: ['event rejection DK,NO'] },
  // Whether it is between states.
  { name: 'troops sent to a disaster at home', text: '巴西与阿根廷相邻。巴西向灾区派遣了军队。', events: [] },
  { name: 'troops abroad', text: '土耳其向利比亚派遣了军队。', events: ['event mobilisation LY,TR'] },
  { name: 'openness', text: '金砖国家始终秉持开放包容的精神。', events: [] },
  { name: 'an embassy that opens', text: '加拿大5月4日重新开放了驻基辅的大使馆。', events: ['event opening CA,UA 2024-05-04'] },
];

describe('what a story tells as done, by whom and to whom', () => {
  it.each(stories.map((s) => [s.name, s] as const))('%s', (_, s) => {
    const read = readChinese(fold(s.text), '2024-05-10').items.flatMap((i) => i.drafts);
    expect(
      read
        .filter((d) => d.type === 'event')
        .map(sketch)
        .sort(),
    ).toEqual([...s.events].sort());
  });
});
