/** Where the word of an act tells none: kinds of event, what the word is, what stands before and behind it in its clause. */
export interface Untold {
  kinds: RegExp;
  word?: RegExp;
  before?: RegExp;
  /** In the clauses before it of the sentence. */
  led?: RegExp;
  after?: RegExp;
  /** Behind it in its sentence, over the end of its clause. */
  beyond?: RegExp;
  /** In the clause, so that the word tells its act all the same. */
  unless?: RegExp;
  /** A sentence that must give no such event, and one much like it that must. */
  none: string;
  told: string;
}

/** Who protests without being a government. */
const CROWD =
  '(?:学生|学员|学者|民众|居民|市民|村民|渔民|农民|工人|青年|群众|人群|团体|组织|活动人士|活动家|人士|球迷|教徒|信徒|家属|亲属|示威者|囚犯|难民|社团|员工)';
/** Who buys, sells and leaves for profit. */
const FIRM = '(?:公司|企业|厂商|巨头|外资|[日美韩德法英台]资|[日美韩台]企|台商|商家|银行|投资者|车企|零售商|供应商)';

/** Words of what is not done here: by whom, to what, as the name of what. */
export const untoldActs: readonly Untold[] = [
  // 轰炸机: the plane.
  {
    kinds: /^attack$/,
    word: /轰炸$/,
    after: /^机/,
    none: '法国下令六架轰炸机进驻马里。',
    told: '2024年5月2日,法国轰炸马里北部城市。',
  },
  // 采购经理指数: a figure.
  {
    kinds: /^purchase$/,
    after: /^(?:经理|总量|总额|指数|力|意愿|成本)/,
    none: '挪威公布,芬兰采购经理指数回升至51。',
    told: '2024年5月2日,挪威向芬兰采购12艘巡逻艇。',
  },
  // 释放信号: nobody is set free.
  {
    kinds: /^release$/,
    word: /释放/,
    after: /^了?[^,。]{0,12}(?:信号|善意|红利|潜力|潜能|动能|活力|压力|利好|能量|需求|消息)/,
    none: '芬兰和挪威双方释放更多合作信号。',
    told: '2024年5月2日,芬兰释放两名挪威船员。',
  },
  // 拒绝透露姓名, 拒绝就此表明立场: said to the press.
  {
    kinds: /^rejection$/,
    after: /^[^,。]{0,30}(?:透露|置评|发表评论|具名|公开姓名|公布姓名|回答|表明立场|接受采访)/,
    none: '挪威法官强调独立,但拒绝就调查芬兰总统一事表明立场。',
    told: '2024年5月2日,挪威拒绝了芬兰的要求。',
  },
  // 缔约国: who has signed.
  {
    kinds: /^(?:signing|agreement)$/,
    word: /^(?:签约|缔约|签署|签字)$/,
    after: /^(?:国|方|各方|一方)/,
    none: '非签约国芬兰和挪威当时加入了核俱乐部。',
    told: '2024年5月2日,芬兰和挪威签署渔业协定。',
  },
  // 红线, 贸易冲突: no fight.
  {
    kinds: /^clash$/,
    before: /(?:贸易|经贸|外交|商业|利益|文化|观念|言语|口头|肢体|推搡)的?$/,
    none: '芬兰与挪威的贸易冲突升级。',
    told: '2024年5月2日,泰国与柬埔寨军队爆发冲突。',
  },
  {
    kinds: /^clash$/,
    after: /^[^,。]{0,20}(?:红线|底线)/,
    none: '挪威屡屡冲撞芬兰的红线。',
    told: '2024年5月2日,挪威渔船与芬兰巡逻艇发生冲撞。',
  },
  // 限制跌幅, 其他限制感到不满: a bound, or what there is.
  {
    kinds: /^restriction$/,
    word: /限制$/,
    after: /^(?:了?(?:跌幅|涨幅|升幅|降幅)|[^,。]{0,12}的战略|感到|表示|仍然?存在|依然|依旧|所)/,
    none: '挪威企业对芬兰市场的限制感到不满。',
    told: '2024年5月2日,挪威限制芬兰渔船入境。',
  },
  // 赴B团游禁令: whom tourists visit.
  {
    kinds: /^visit$/,
    after: /^[^,。]{0,8}(?:团游|团队游|自由行|跟团|游禁令|游客|旅行团)/,
    none: '中国政府已经解除了三座城市的赴泰团游禁令。',
    told: '2024年5月2日,芬兰总统斯图布赴挪威访问。',
  },
  // 民众抗议, 绝食抗议, 抗议人群: by nobody who acts for a state.
  {
    kinds: /^protest$/,
    before: new RegExp(`(?:绝食|静坐|示威|游行|集会|罢工|${CROWD})[^,。]{0,28}$`),
    unless: /外交部|使馆就|大使|政府|当局|发言人|总统|总理|部长|外长|提出|交涉|照会/,
    none: '挪威学生在芬兰的广场上绝食,抗议芬兰的移民政策。挪威民众抗议芬兰。',
    told: '2024年5月2日,挪威外交部就示威者冲击使馆一事向芬兰提出抗议。',
  },
  {
    kinds: /^protest$/,
    after: /^(?:者|人群|人士|民众|活动|集会|游行|示威|浪潮|标语|横幅|学校)/,
    none: '挪威警方阻挡芬兰总统车队前的抗议人群。',
    told: '2024年5月2日,挪威抗议芬兰军机入侵领空。',
  },
  // 农民举行集会,抗议…: they go on.
  {
    kinds: /^protest$/,
    before: /^(?:并|还|以|同时)?$/,
    led: new RegExp(`${CROWD}[^。]{0,40}(?:集会|示威|游行|罢工|绝食|静坐|聚集|围堵|上街|请愿|挥舞|举着|高举|手持|高喊|辞职)[^。]*,$`),
    unless: /提出|交涉|照会/,
    none: '数千名挪威农民在奥斯陆举行集会,抗议芬兰的农业政策。',
    told: '2024年5月2日,挪威外交部召见芬兰大使,抗议芬兰军机入侵领空。',
  },
  // 否认有关报道: what a paper says.
  {
    kinds: /^rejection$/,
    word: /否认|驳斥/,
    after: /^了?[^,。]{0,40}(?:报道|传闻|消息|猜测|传言)$/,
    none: '挪威首相否认了有关芬兰已拒绝帮助挪威的报道。',
    told: '2024年5月2日,挪威首相驳斥了芬兰的指责。',
  },
  // 评估救援工作: looked at.
  {
    kinds: /^aid$/,
    before: /(?:评估|视察|考察|检查|监督|协调)[^,。]{0,10}$/,
    none: '瑞典外长上午抵达泰国表示瑞典的关心与评估救援工作的成效。',
    told: '2024年5月2日,瑞典向芬兰提供200万美元援助。',
  },
  // 致函公司, 致函财政部: to somebody at home.
  {
    kinds: /^message$/,
    word: /^(?:致函|致信|去信|写信)/,
    after: /^(?:给)?(?:公司|企业|员工|国务院|财政部|白宫|司法部|商务部|该国|本国)/,
    none: '挪威议员致函财政部,要求关注芬兰。',
    told: '2024年5月2日,挪威首相致函芬兰总统。',
  },
  {
    kinds: /^message$/,
    word: /^(?:致函|致信|去信|写信)/,
    before: /[向给](?:公司|企业|员工|国务院|财政部|白宫|司法部|商务部|该国|本国)[^,。]{0,12}$/,
    none: '挪威议员带领15人向财政部和司法部致函,要求关注芬兰。',
    told: '2024年5月2日,挪威首相向芬兰总统致函。',
  },
  // 日资企业撤离B, 将生产线撤出B: a matter of business.
  {
    kinds: /^withdrawal$/,
    before: new RegExp(`${FIRM}[^,。]{0,20}$|[把将]?(?:生产线|供应链|产线|工厂|产能|资金|业务|总部)[^,。]{0,4}$`),
    unless: /军|部队/,
    none: '挪威企业纷纷撤出芬兰。',
    told: '2024年5月2日,挪威军队撤出芬兰。',
  },
  {
    kinds: /^withdrawal$/,
    after: /^[^,。]{0,10}(?:生产线|供应链|产能|搜索引擎)|^[^,。]{0,8}的(?:影响|后果|代价|前景|风险)/,
    none: '挪威各厂撤出在芬兰的供应链。',
    told: '2024年5月2日,挪威撤出在芬兰的军队。',
  },
  // 军演 is told as such.
  {
    kinds: /^launch$/,
    after: /^[^,。]{0,20}(?:军演|演习)/,
    none: '北约启动规模最大的军演。',
    told: '2024年5月2日,挪威与芬兰启动海上风电项目。',
  },
  // 联合军演不意味着…: what is said of it, elsewhere told.
  {
    kinds: /^joint-exercise$/,
    after: /^(?:更|都|也|并)?(?:不意味|意味|带有|具有|是一回事|表明|显示|被视|被看作|的(?:影响|意义|目的|规模))/,
    none: '挪威与芬兰的联合军演不意味着结盟。',
    told: '2024年5月2日,挪威与芬兰举行联合军演。',
  },
  // 生效20周年: long past.
  {
    kinds: /^(?:entry-into-force|ratification)$/,
    after: /^\d{1,3}(?:多|余)?周年/,
    none: '2005年,挪威外长在《挪威与芬兰渔业协定》生效20周年午餐会上讲话。',
    told: '2024年5月2日,《挪威与芬兰渔业协定》正式生效。',
  },
  // 移交嫌犯, 主权移交: nothing is given.
  {
    kinds: /^donation$/,
    word: /[移转]交/,
    before: /主权$|(?:嫌犯|嫌疑人|罪犯|逃犯|囚犯|公民|嫌疑犯)[^,。]{0,4}$/,
    none: '挪威把一批芬兰公民移交芬兰警方。',
    told: '2024年5月2日,挪威向芬兰移交两艘巡逻艇。',
  },
  {
    kinds: /^donation$/,
    word: /[移转]交/,
    led: /(?:释放|获释|被俘|俘虏|战俘|飞行员|嫌犯|人质|遗体)[^。]*,$/,
    none: '挪威宣布释放芬兰飞行员,并已在口岸移交给芬方。',
    told: '2024年5月2日,挪威外长访问芬兰,并向芬方移交两艘巡逻艇。',
  },
  // 新品发布会: of a firm.
  {
    kinds: /^press-conference$/,
    before: /(?:产品|新品|手机|新车|专辑|影片|电影)的?$/,
    none: '5月13日,芬兰诺基亚举行了它的新一代手机的发布会。挪威用户不多。',
    told: '2024年5月2日,芬兰总统与挪威首相举行联合新闻发布会。',
  },
  // 对B加征关税的意见征询, 关税实施方式: what is talked of.
  {
    kinds: /^(?:sanction|restriction)$/,
    after:
      /^[^,。]{0,24}(?:关税|税|制裁|管制)(?:措施)?(?:的?(?:公众|公开)?(?:意见)?(?:咨询|征询|听证)|的(?:实施|执行|发展)?(?:方式|情况|细节|可能|前景|预期|风险))|^的?(?:公众|公开)?(?:意见)?(?:咨询|征询|听证)/,
    none: '挪威已经完成对芬兰商品征收关税的公众咨询。',
    told: '2024年5月2日,挪威宣布对芬兰商品征收关税。',
  },
  // 加征关税将迫使B…: what it would do.
  {
    kinds: /^(?:sanction|restriction|withdrawal|suspension)$/,
    after: /^[^,。]{0,8}(?:将|会|势必|必将)(?:迫使|导致|使|令|让|损害|伤害|影响|推高|重创|引发|造成)/,
    none: '挪威政府说,对芬兰商品加征关税将迫使芬兰让步。',
    told: '2024年5月2日,挪威对芬兰商品加征关税,这将迫使芬兰让步。',
  },
  // 疾病管制署: part of a name.
  {
    kinds: /^restriction$/,
    word: /管制$/,
    after: /^(?:署|局|处|中心|委员会|机构|站|塔|员)/,
    none: '芬兰疾病管制署署长与挪威官员出席会议。',
    told: '2024年5月2日,芬兰对挪威商品实施出口管制。',
  },
  // 创15个月来新低: the measure of a time.
  {
    kinds: /^visit$/,
    word: /^来(?!访)/,
    before: /(?:个月|[年月周天日以])$/,
    none: '中国新订单创15个月来新低。新西兰元上涨。',
    told: '2024年5月2日,新西兰总理拉克森来华访问。',
  },
  // 袭击B将是错误, 感兴趣的是打击B: thought of.
  {
    kinds: /^attack$/,
    after: /^[^,。]{0,12}将?会?是(?:一个|一场|一种)?[^,。]{0,8}(?:错误|灾难|悲剧|罪行|噩梦)|^(?:、|的可能)/,
    none: '瑞典首相说,挪威袭击芬兰将是一场灾难。',
    told: '2024年5月2日,挪威袭击芬兰港口。',
  },
  {
    kinds: /^attack$/,
    before: /(?:感兴趣|想要|考虑|主张|关心)的?(?:就|仅|只)?是[^,。]{0,16}$/,
    none: '有人认为挪威唯一感兴趣的是对芬兰进行军事打击。',
    told: '2024年5月2日,挪威对芬兰进行军事打击。',
  },
  // 首脑会谈日程细节: talked over.
  {
    kinds: /^(?:meeting|conference|negotiation)$/,
    after: /^的?(?:日程|细节|议程|相关事宜|有关事宜|筹备工作)/,
    none: '挪威和芬兰正在商讨举行会谈的细节。',
    told: '2024年5月2日,挪威首相和芬兰总统举行会谈。',
  },
  // 曾致电B的传闻: what is only talked of.
  {
    kinds: /^(?:call|message|meeting|visit|signing)$/,
    after: /的(?:传闻|传言|谣言|猜测)$/,
    none: '挪威首相否认了芬兰总统曾致电瑞典首相的传闻。',
    told: '2024年5月2日,芬兰总统致电瑞典首相。',
  },
  // 回应这封信函时: what came before.
  {
    kinds: /^message$/,
    before: /(?:回应|回复|答复|收到)了?(?:这|该|此)[封份]$/,
    none: '挪威官员在回应这封致函时说,芬兰态度明确。',
    told: '2024年5月2日,芬兰总统致函瑞典首相。',
  },
  // 签署开放领空的协议: what the paper is to bring.
  {
    kinds: /^opening$/,
    after: /^[^,。]{1,24}的(?:协议|协定|备忘录|计划)$/,
    none: '芬兰与挪威签署开放领空和边境的协议。',
    told: '2024年5月2日,芬兰与挪威开放边境口岸。',
  },
  // 取消原定在A,与B的会面: a place between commas.
  {
    kinds: /^(?:meeting|visit|consultation)$/,
    led: /(?:取消|推迟|延后)了?原[定订][^,。]*,$/,
    before: /^[与和同跟]/,
    none: '芬兰总统取消原定于本周在奥斯陆,与挪威首相的双边会面。',
    told: '2024年5月2日,芬兰总统在奥斯陆与挪威首相会面。',
  },
];
