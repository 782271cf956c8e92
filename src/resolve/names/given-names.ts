/**
 * Given names that languages write too differently to be heard as one: forms of one name, in plain letters, Cyrillic and Chinese.
 * Sound joins the rest (Alexander, Aleksandr, 亚历山大).
 */
const groups = `
alexander aleksandr alexandr aleksandar aliaksandr oleksandr alexandre alejandro александр аляксандр олександр 亚历山大 亚力山大 阿列克桑德尔 阿利亚克桑德尔
grigory grigori hryhoriy ryhor gregor gregory григорий рыгор григорій 格里戈里 雷戈尔
nikolai nikolay mykola mikalai mikalay nicholas nicolas николай мікалай микола 尼古拉 尼古莱 米科拉 米卡莱
vladimir volodymyr uladzimir wladimir владимир володимир уладзімір 弗拉基米尔 弗拉季米尔 弗拉迪米尔 沃洛德米尔 沃洛迪米尔 乌拉齐米尔
yevgeny evgeny evgeni yauhen yevhen eugene евгений яўген євген 叶夫根尼 叶甫盖尼 尤金 亚乌根
elena yelena olena alena helen елена олена алена 叶莲娜 奥莲娜 埃琳娜
yuri yury yuriy iurii george юрий юрій юры 尤里 尤利
igor ihor ihar игорь ігор ігар 伊戈尔 伊霍尔 伊格尔
oleg oleh aleh олег алег 奥列格 阿列格 奥列赫
sergei sergey sergiy serhiy siarhei сергей сяргей сергій 谢尔盖 谢尔希 西亚尔黑
dmitry dmitri dmytro dzmitry дмитрий дмитро дзмітрый 德米特里 德米特罗 季米特里 兹米特雷
pavel pavlo paval paul paulo paolo павел павло 帕维尔 帕夫洛 保罗
petr pyotr piotr petro peter pedro пётр петр петро 彼得 彼得罗 佩德罗 皮奥特
ivan john ian johan jan juan иван іван ян 伊万 约翰 扬
joseph iosif josef yosyp иосиф 约瑟夫 乔 joe
jacob yakov jakob яков 雅各布 雅科夫
denis denys dzianis денис дзяніс 丹尼斯 杰尼斯
william bill willem уильям билл 威廉 比尔
michael mike mick майкл майк 迈克尔 迈克 麦克
anthony tony antony энтони тони 安东尼 托尼 东尼
david dave дэвид 戴维 大卫
james jim jimmy джеймс джимми 詹姆斯 吉姆 吉米
robert bob боб роберт 罗伯特 鲍勃
richard dick ричард 理查德 迪克
thomas tom томас 托马斯 汤姆
edward ted ed эдвард 爱德华 特德
elizabeth liz elisabeth элизабет 伊丽莎白 利兹
benjamin ben binyamin biniamin биньямин беньямин 本雅明 本杰明
charles carlos karl carl карл чарльз 查尔斯 卡洛斯 卡尔
henry enrique heinrich генри энрике 亨利 恩里克
stephen steven stefan steve esteban стивен степан 斯蒂芬 史蒂芬 史蒂文 斯特凡 斯捷潘
giorgi giorgos georgi georgy georges jorge георгий 格奥尔基 乔治 豪尔赫 佐治 荷黑
isaac yitzhak itzhak ицхак исаак 伊萨克 伊扎克
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const groupsOf = new Map<string, number[]>();
groups.forEach((forms, i) => {
  for (const form of forms) groupsOf.set(form, [...(groupsOf.get(form) ?? []), i]);
});

/** The numbers of the lists in which a given name, in plain lower case, stands. */
export function givenNameGroups(name: string): readonly number[] {
  return groupsOf.get(name) ?? [];
}

/** Whether two given names, in plain lower case, are listed as forms of one. */
export function sameGivenName(a: string, b: string): boolean {
  const other = givenNameGroups(b);
  return givenNameGroups(a).some((g) => other.includes(g));
}
