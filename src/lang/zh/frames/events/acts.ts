import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { asGovernments } from '../../governments.js';
import { codesOfParties, otherOfTwo } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { kindOf } from './act-kinds.js';
import { isAsked, isBareUrge, isDue, isHelped, isNoSuchAct, isPlainDemand } from './act-limits.js';
import { sidesOf } from './act-sides.js';
import { acts, byKind } from './act-table.js';
import {
  envoyCalled,
  goesOnActing,
  hasToldSubject,
  isOwnForce,
  isPaperSays,
  isPutTo,
  isStruck,
  isWritten,
  rousedBy,
  unheeded,
} from './act-told.js';
import { isAdopted, isAnnounced, isDecree, isOwnAffair, isPointedAt, isSentAway, isUttered, namesSide } from './act-wording.js';
import { BLAMES, DIRECTED, isDueBefore, isPrivateVoice, isToldAsThing, opensWithOthers } from './aimed.js';
import { describing } from './attributive.js';
import { event, isRelative, objectOf } from './make.js';
import { pointsBack } from './meant.js';
import { lookedBackOn } from './occasion.js';
import { expelled, isOrderedToLeave } from './sent-home.js';

/** B抵御A的进攻: of two sides that a clause names, the one right before the word strikes the other. 两国谴责朝鲜发射导弹: nobody does. */
function strikerOf(scene: Scene, sides: readonly Party[]): { actors: Party[]; recipients: Party[] } | undefined {
  const { text, trigger } = scene;
  if (/^(?:机|战争|者|国|方)/.test(text.slice(trigger.end))) return undefined;
  const aimed = scene.marked('to').filter((p) => p.codes.length === 1);
  const end = text[trigger.start - 1] === '的' ? trigger.start - 1 : trigger.start;
  const own = sides.filter((p) => p.kind !== 'joint' && p.codes.length === 1);
  const striker = own.find((p) => (aimed.length === 1 ? !p.codes.includes(aimed[0]!.codes[0]!) : p.span.end === end));
  const struck = aimed.length === 1 ? aimed : own.filter((p) => p.codes[0] !== striker?.codes[0]);
  return striker && codesOfParties(struck).length === 1 ? { actors: [striker], recipients: struck } : undefined;
}

/** Of A and B, A关闭边境检查站: the border is that with the other of the two of this passage. */
function shutBorder(scene: Scene): { actors: Party[]; recipients: Party[] } | undefined {
  const tail = scene.text.slice(scene.trigger.start, scene.clauseSpan().end);
  if (!/^(?:临时|暂时|全面)?(?:关闭|封闭|封锁)了?[^,]{0,12}(?:边境|边界|口岸|检查站|过境点)/.test(tail)) return undefined;
  const actors = asGovernments(scene.ownSubject(), scene.text).filter((p) => p.kind !== 'place' && p.kind !== 'joint');
  const codes = codesOfParties(actors);
  const named = [...scene.marked('with', 'to'), ...scene.object()].some((p) => p.codes.some((c) => !codes.includes(c)));
  const { pair } = scene.registers;
  const isHere = pair !== null && !scene.text.slice(pair.span.end, scene.trigger.start).includes('\n') && !/[使让]该国/.test(tail);
  const other = isHere && codes.length === 1 && !named && scene.modality() === 'actual' ? otherOfTwo(pair, codes) : undefined;
  return other ? { actors, recipients: [other] } : undefined;
}

/** A、B、C分别致电祝贺: each side's own act. */
function apart(scene: Scene, actors: readonly Party[]): Party[] {
  if (!scene.before().some((t) => /^(?:分别|先后|相继|纷纷)$/.test(t.text))) return [];
  const people = actors.filter((p) => p.kind === 'person' || p.kind === 'office' || p.kind === 'state');
  return new Set(people.map((p) => p.country)).size > 1 && people.every((p) => p.country !== null) ? people : [];
}

/** A与B共同航行,展开联合演习: the clause before names both sides. */
function isOfBothBefore(scene: Scene, kind: EventKind): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  return kind === 'joint-exercise' && led !== undefined && codesOfParties(scene.parties(led)).length >= 2;
}

/** One side's act towards another, whatever the order of its parts: A向B致贺电 · A对B实施制裁 · A驱逐B外交官 · A召回驻B大使 · A被B击落. */
export const act: Frame<Scene> = {
  id: 'zh/event/act',
  triggers: [{ cls: 'v', values: acts.map((a) => a.kind) }],
  examples: [
    { text: '2021年9月17日,法国政府宣布召回驻美国和澳大利亚大使。', finds: ['event recall AU,FR,US 2021-09-17'] },
    { text: '2018年3月26日,美国宣布驱逐60名俄罗斯外交官。', finds: ['event expulsion RU,US 2018-03-26'] },
    { text: '2023年2月6日,中国国家主席习近平就土耳其地震向土耳其总统埃尔多安致慰问电。', finds: ['event condolence CN,TR 2023-02-06'] },
    { text: '2020年7月,英国宣布暂停与香港的引渡条约。', finds: ['event suspension GB,HK 2020-07'] },
    { text: '2018年7月6日,美国对华加征关税。', finds: ['event sanction CN,US 2018-07-06'] },
    { text: '英国政府公开指控,俄罗斯军方应对攻击负责。', finds: ['event accusation GB,RU'] },
    { text: '2024年5月20日,法国外交部传唤越南大使。', finds: ['event protest FR,VN 2024-05-20'] },
    { text: '2024年5月20日,法国暂停对越南的制裁。', finds: ['event concession FR,VN 2024-05-20'] },
    { text: '2024年5月20日,法国降低越南商品的关税。', finds: ['event concession FR,VN 2024-05-20'] },
    { text: '2024年5月20日,法国免除越南2亿美元债务。', finds: ['event concession FR,VN 2024-05-20'] },
    { text: '2024年5月20日,法国冻结了越南央行的资产。', finds: ['event sanction FR,VN 2024-05-20'] },
    { text: '俄罗斯誓言报复英国。', finds: ['event threat GB,RU'] },
    { text: '法国威胁切断对越南的援助。', finds: ['event threat FR,VN'] },
    { text: '法院传唤越南公民。', finds: [] },
    { text: '法国降低了对越南的期望。', finds: [] },
    { text: '英国政府把攻击归咎于俄罗斯。', finds: ['event accusation GB,RU'] },
    {
      text: '俄罗斯国防部发言人2024年3月13日表示,俄军当天使用高精度武器,打击乌克兰西部的军事设施。',
      finds: ['event attack RU,UA 2024-03-13'],
    },
    { text: '北约的决定引发俄方强烈不满。', finds: ['event criticism NATO,RU'] },
    { text: '2024年5月,尼泊尔内阁批准发行新地图,引起印度不满。', finds: ['event criticism IN,NP 2024-05'] },
    { text: '2024年5月,挪威外交大臣召见伊朗驻挪威大使。', finds: ['event protest IR,NO 2024-05'] },
    { text: '2024年5月,挪威要求伊朗撤回驻挪威大使。', finds: ['event expulsion IR,NO 2024-05'] },
    { text: '印度对尼泊尔的做法不满。', finds: [] },
    { text: '2008年科索沃单方面宣布独立,得到美国等国承认。', finds: ['event recognition US,XK'] },
    { text: '俄罗斯国防部说,战事顺利。俄军还使用导弹,对乌克兰的一处基地实施了打击。', finds: ['event attack RU,UA'] },
    { text: '2024年5月2日,泰国外长指责,柬埔寨军队在边境布雷。', finds: ['event accusation KH,TH 2024-05-02'] },
    {
      text: '英国2024年4月18日宣布制裁伊朗,以回应伊朗对以色列发动的袭击。',
      finds: ['event sanction GB,IR 2024-04-18', 'event attack IL,IR'],
    },
    { text: '自俄罗斯2022年2月24日入侵乌克兰以来,粮价上涨。', finds: ['event attack RU,UA 2022-02-24'] },
    { text: '由于伊拉克入侵科威特,油价飙升。', finds: ['event attack IQ,KW'] },
    { text: '芬兰总理说,在俄罗斯入侵乌克兰之后,民意变了。', finds: ['event attack RU,UA'] },
    { text: '被伊朗扣押的英国油轮3日获释。', finds: ['event seizure GB,IR'] },
    { text: '俄罗斯2014年占领的乌克兰城市仍在断电。', finds: ['event attack RU,UA 2014'] },
    { text: '法国外长敦促莫斯科停火。', finds: ['event request FR,RU'] },
    { text: '美国向伊朗施压,要求其停止铀浓缩活动。', finds: ['event request IR,US'] },
    { text: '如果俄罗斯入侵波兰后继续西进,北约将作出回应。', finds: [] },
    { text: '美国向太平洋岛国发动魅力攻势。', finds: [] },
    { text: '如果中国攻打美国,俄罗斯将作何选择。', finds: [] },
    { text: '德国总统谴责波兰大使馆遭袭击。', finds: [] },
    { text: '泰国外交部5日召见柬埔寨大使,就枪击事件提出抗议。', finds: ['event protest KH,TH'] },
    { text: '泰国外交部召见柬埔寨大使,要求其说明情况。', finds: ['event meeting KH,TH'] },
    { text: '厄瓜多尔外交部召见秘鲁大使,向他递交了一份照会。', finds: ['event message EC,PE'] },
    { text: '委内瑞拉将关闭驻厄瓜多尔大使馆,并召回所有外交人员。', finds: ['event recall EC,VE planned'] },
    { text: '苏丹宣布驱逐阿联酋大使,并指责其支持叛军。', finds: ['event accusation AE,SD'] },
    { text: '伊朗致信联合国安理会谴责以色列袭击叙利亚。', finds: ['event criticism IL,IR'] },
    { text: '肯尼亚向日本提出了粮食援助请求。', finds: ['event request JP,KE'] },
    { text: '冈比亚总统致信塞内加尔总统,请求提供电力。', finds: ['event request GM,SN'] },
    { text: '冈比亚对塞内加尔提出的请求作出回应。', finds: [] },
    { text: '2024年5月2日,波兰驻明斯克大使被召回。', finds: ['event recall BY,PL 2024-05-02'] },
    { text: '荷兰外交大臣表示,宣布两名俄罗斯外交官为不受欢迎的人。', finds: ['event expulsion NL,RU'] },
    { text: '法国驻巴马科大使遭到驱逐。', finds: ['event expulsion FR,ML'] },
    { text: '以色列大使被传唤到土耳其外交部。', finds: ['event protest IL,TR'] },
    { text: '俄罗斯驻法国大使周三被召见。', finds: ['event protest FR,RU'] },
    { text: '法国外交部传唤了俄罗斯驻法国大使。', finds: ['event protest FR,RU'] },
    { text: '法国法院传唤了俄罗斯商人。', finds: [] },
    { text: '挪威以间谍案为由对伊朗实施制裁。', finds: ['event sanction IR,NO'] },
    { text: '日本把缅甸从制裁名单中移除。', finds: ['event concession JP,MM'] },
    { text: '日本与缅甸启动“海风”联合军演。', finds: ['event joint-exercise JP,MM'] },
    { text: '两艘印度军舰与一艘肯尼亚巡逻艇进行海上训练。', finds: ['event joint-exercise IN,KE'] },
    { text: '印度海军在本国近海进行海上训练。', finds: [] },
    { text: '挪威战机向伊朗阵地投下炸弹。', finds: ['event attack IR,NO'] },
    { text: '挪威将一名嫌疑人引渡给秘鲁。', finds: ['event release NO,PE'] },
    { text: '挪威气球向伊朗村庄投下传单。', finds: [] },
    { text: '挪威选手在伊朗举行的射击比赛中夺冠。', finds: [] },
    { text: '俄罗斯驻波兰大使9日被抗议战争的人泼了红漆。', finds: [] },
    { text: '日本与韩国重申将恢复因疫情而中断的联合军演。', finds: ['event joint-exercise JP,KR planned'] },
    { text: '双方讨论制裁俄罗斯问题。', finds: [] },
    { text: '专家批评该国经济政策。', finds: [] },
    { text: '土耳其是以色列最严厉的批评者之一。', finds: [] },
    { text: '欧盟委员会主席宣布欧盟要停止进口俄罗斯的石油。', finds: ['event suspension EU,RU planned'] },
    { text: '美国几乎无法限制俄罗斯的石油出口。', finds: ['event restriction RU,US denied'] },
    { text: '德国总理将矛头直指俄罗斯总统普京入侵乌克兰的决定。', finds: ['event attack RU,UA'] },
    { text: '俄罗斯外长的说法遭到乌克兰、德国和美国的谴责。', finds: ['event criticism DE,RU,UA,US'] },
    { text: '朝鲜正在考虑暂停与美国的谈判。', finds: ['event suspension KP,US planned'] },
    { text: '欧盟倾向于对俄罗斯的石油进口实施禁令。', finds: ['event sanction EU,RU planned'] },
    { text: '美国希望安理会5月表决,对朝鲜实施进一步制裁。', finds: [] },
    { text: '波兰公司退出在俄罗斯的业务。', finds: [] },
    { text: '伊朗外长说,美国退出伊核协议意味着放弃权利。', finds: [] },
    { text: '乌克兰外长谈到关于禁运俄罗斯天然气的问题。', finds: [] },
  ],
  match(scene) {
    const word = scene.word('v')!;
    const a = byKind.get(word.value);
    // 最严厉的批评者: who does it, not that it is done.
    if (!a || scene.isQuestion() || scene.text[scene.trigger.end] === '者') return [];
    // 对…不满: a feeling; 引起B不满: a reaction.
    if (word.notes === 'roused' && !rousedBy(scene, a.kind)) return [];
    const heedless = unheeded(scene, a.kind);
    if (heedless) return [event(scene, { rule: act.id, kind: 'protest', ...heedless, modality: 'actual' })];
    const called = envoyCalled(scene, a.kind);
    const none = !called && (isNoSuchAct(scene, a.kind, word.notes) || isToldAsThing(scene, a.kind));
    const past = none || word.notes === 'leave' ? undefined : lookedBackOn(scene, a.kind, act.id);
    if (past) return past;
    const described = none ? undefined : describing(scene, a.kind, act.id);
    if (described) return [described];
    const out = expelled(scene, act.id);
    if (out) return out;
    if (DIRECTED.has(a.kind) && scene.ownSubject().length === 0 && opensWithOthers(scene)) return [];
    if (scene.isNested() && !/离境|离开|归咎/.test(scene.trigger.text) && !isAdopted(scene, a.kind) && !isPutTo(scene)) return [];
    if (word.notes === 'leave' && !isSentAway(scene)) return [];
    if (word.notes === 'retaliate' && !isAnnounced(scene)) return [];
    if (
      a.kind === 'threat' &&
      word.notes !== 'retaliate' &&
      !/警告|扬言|通牒|喊话|发出威胁|威胁(?:称|说|要)/.test(scene.trigger.text) &&
      !isUttered(scene) &&
      (isA(scene.after()[0], 'say') ||
        (!namesSide(scene.after()[0]) &&
          !isA(scene.after()[0], 'state', 'person', 'title', 'organisation', 'pair', 'joint', 'will', 'mod', 'lv', 'time', 'v')))
    )
      return [];
    const back = a.kind === 'recall' && scene.before().some((t) => t.text === '被');
    const launched =
      word.notes === 'op' &&
      scene.after()[0]?.text === '的' &&
      scene.ownSubject().some((p) => p.kind !== 'place' && !p.inherited) &&
      scene.marked('to').some((p) => !p.inherited);
    if (isRelative(scene) && !back && !launched && !['congratulation', 'condolence'].includes(a.kind)) return [];
    if (
      a.kind === 'request' &&
      (scene.after().some((t) => /离境/.test(t.text)) ||
        !(
          namesSide(scene.after()[0]) ||
          isA(scene.after()[0], 'pair', 'joint') ||
          isPointedAt(scene) ||
          isPlainDemand(scene) ||
          pointsBack(scene) ||
          (isPutTo(scene) && !isAsked(scene)) ||
          isWritten(scene)
        ) ||
        isBareUrge(scene))
    )
      return [];
    if (
      scene.registers.speaker &&
      !a.inSpeech &&
      scene.ownSubject().length === 0 &&
      !isDecree(scene, a.kind) &&
      !isOfBothBefore(scene, a.kind) &&
      !hasToldSubject(scene) &&
      !isPaperSays(scene) &&
      !goesOnActing(scene) &&
      !isStruck(scene, a.kind) &&
      !isOwnForce(scene)
    )
      return [];
    if (!a.inSpeech && !/离境|离开/.test(scene.trigger.text) && (isAsked(scene) || isHelped(scene))) return [];
    // A应停止…: what somebody should do is not done.
    if (!a.inSpeech && !isOrderedToLeave(scene) && (isDue(scene) || (!BLAMES.has(a.kind) && isDueBefore(scene)))) return [];
    // 如果A不满…: words that would be said under a condition are not said.
    if (
      /^(?:criticism|accusation|protest|attack|clash|sanction|withdrawal|arrest|seizure|concession)$/.test(a.kind) &&
      scene.before().some((t) => scene.has([t], 'mod', 'if'))
    )
      return [];
    if (none) return [];
    const shut = shutBorder(scene);
    const told = shut ?? called ?? sidesOf(scene, a.kind);
    if (!told || codesOfParties([...told.actors, ...told.recipients]).length < a.sides) return [];
    const isMutual = /互|彼此|对射|交/.test(scene.text.slice(scene.clauseSpan().start, scene.clauseSpan().end));
    const sides = a.kind === 'attack' && told.recipients.length === 0 && !isMutual ? strikerOf(scene, told.actors) : told;
    if (!sides) return [];
    const { actors, recipients } = sides;
    // 反对制裁B: nobody is blamed.
    if (recipients.length === 0 && (BLAMES.has(kindOf(scene, a.kind)) || (a.kind === 'protest' && isPrivateVoice(actors)))) return [];
    // 向两国建设者表示感谢: no other side.
    if (a.kind === 'thanks' && recipients.length > 0 && recipients.every((p) => p.kind === 'joint')) return [];
    if (a.kind === 'recognition' && recipients.every((p) => p.kind === 'place')) return [];
    const kind = shut ? 'restriction' : kindOf(scene, a.kind);
    if (kind === 'mobilisation' && isOwnAffair(scene, codesOfParties([...actors, ...recipients]))) return [];
    const on = recipients.find((p) => p.codes.length === 1 && !p.inherited);
    if (on && actors.some((p) => !p.inherited || p.kind === 'joint'))
      scene.registers.acted = { by: codesOfParties(actors), on, sentence: scene.sentence.span.start, kind };
    const senders = a.written ? apart(scene, actors) : [];
    if (senders.length > 1)
      return senders.map((p) =>
        event(scene, {
          rule: act.id,
          kind,
          actors: [p],
          recipients,
          ...(a.written?.test(scene.trigger.text) ? { format: 'written' as const } : {}),
        }),
      );
    return [
      event(scene, {
        rule: act.id,
        kind,
        actors,
        recipients,
        ...(a.written?.test(scene.trigger.text) ? { format: 'written' as const } : {}),
        // A对B发动的袭击: the day of what is told of it is another.
        ...(launched ? { date: null, modality: 'actual' as const } : {}),
        // What is threatened is to come; the threat is made.
        ...(kind === 'threat' && word.notes === 'retaliate' ? { modality: 'actual' as const } : {}),
        ...(kind === 'rejection' && (a.kind === 'accusation' || scene.modality() === 'denied') ? { modality: 'actual' as const } : {}),
        object: objectOf(scene.after(), scene.text),
      }),
    ];
  },
};
