import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesIn } from '../../phrases/codes-in.js';
import { toldAbroad } from '../../relevance.js';
import type { Scene } from '../../scene.js';
import { teller } from './foes.js';
import { event, isBackReference, isRelative, twoSides } from './make.js';

/** What opens, is founded, launched, awarded or approved. */
export const works: Frame<Scene> = {
  id: 'zh/event/works',
  triggers: [{ cls: 'v', values: ['opening', 'launch', 'establishment', 'award', 'approval'] }],
  examples: [
    { text: '2021年12月3日,中国老挝铁路正式开通。', finds: ['event opening CN,LA 2021-12-03'] },
    { text: '韩国外交部宣布,将在卢旺达首都基加利设立大使馆。', home: '', finds: ['event establishment KR,RW planned'] },
    { text: '印度尼西亚将在斐济首都苏瓦开设大使馆。', finds: ['event opening FJ,ID planned'] },
    { text: '斐济总理访问汤加,并与汤加首相共同主持桥梁通车仪式。', finds: ['event opening FJ,TO'] },
    { text: '大众在新疆开设工厂。', home: '', finds: [] },
    { text: '商店今天开业。', home: '', finds: [] },
  ],
  match(scene) {
    const kind = scene.word('v')!.value as EventKind;
    if (scene.word('v')!.notes === 'permit') return [];
    // 开设工厂, 开设账户: no opening between states.
    if (
      scene.word('v')!.notes === 'embassy' &&
      !/^[^,。]{0,12}(?:使馆|领事馆|总领馆|代表处|联络处|联络办公?事?[处室])/.test(
        scene.text.slice(scene.trigger.end, scene.clauseSpan().end),
      )
    )
      return [];
    // 允许B设立代表处: what is allowed is not done yet.
    if (kind === 'establishment' && scene.before().some((t) => /^(?:允许|准许|同意|批准|获准)$/.test(t.text))) return [];
    if (isBackReference(scene) || isRelative(scene) || /^(?:为|以|旨在)$/.test(scene.before()[scene.before().length - 1]?.text ?? ''))
      return [];
    if (
      /确保|推动|力争|争取|致力|加快|早日|如期/.test(
        scene
          .before()
          .map((t) => t.text)
          .join(''),
      )
    )
      return [];
    const own = scene.ownSubject();
    const span = scene.clauseSpan();
    if (
      /^发射/.test(scene.trigger.text) &&
      /导弹|飞弹|火箭弹|炮弹|无人机|火箭炮|^了?[^,。]{0,8}火箭$/.test(scene.text.slice(scene.trigger.end, span.end).replace(/。$/, ''))
    ) {
      // 对B发射导弹感到担忧: B does it.
      if (/(?:感到|深感|表示|表达)/.test(scene.text.slice(scene.trigger.end, span.end))) return [];
      const to = scene.marked('to').filter((p) => p.kind === 'state' || p.kind === 'place');
      const [by] = own;
      // A军方称,B军向平民区发射火箭弹.
      const isAimed = scene.before().some((t) => /^[向对朝]$/.test(t.text));
      const at = to.length === 0 && isAimed && own.length === 1 && by!.codes.length === 1 ? teller(scene, by!.codes[0]!) : to;
      return own.length > 0 && at.length > 0 && twoSides([...own, ...at])
        ? [event(scene, { rule: works.id, kind: 'attack', actors: own, recipients: at })]
        : [];
    }
    // 进行弹道导弹发射.
    if (
      /^发射/.test(scene.trigger.text) &&
      /(?:导弹|飞弹|火箭弹|火箭炮)(?:试验|连续)?$/.test(scene.text.slice(span.start, scene.trigger.start))
    )
      return [];
    // 试射不明发射体.
    if (/^发射/.test(scene.trigger.text) && /^[体场架井]/.test(scene.text.slice(scene.trigger.end, span.end))) return [];
    if (kind === 'opening' || kind === 'launch') return opening(scene, kind);
    const inside = codesIn(scene.sentence.chart, span.start, span.end);
    if (kind === 'award') {
      const subject = scene.subject();
      const more = codesIn(scene.sentence.chart, scene.trigger.start, span.end);
      if (/典礼|仪式/.test(scene.trigger.text))
        return subject.length > 0 ? [event(scene, { rule: works.id, kind, actors: subject, more })] : [];
      return twoSides([...subject, ...scene.object(), ...scene.marked('to')]) &&
        /勋章|奖章|称号|奖/.test(scene.text.slice(span.start, span.end))
        ? [event(scene, { rule: works.id, kind, actors: subject, recipients: [...scene.marked('to'), ...scene.object()] })]
        : [];
    }
    if (kind === 'approval')
      return own.length > 0 && inside.length >= 2 ? [event(scene, { rule: works.id, kind, actors: own, more: inside })] : [];
    // establishment
    const object =
      scene.after().some((t) => isA(t, 'organisation', 'body', 'project', 'body-noun')) ||
      /^[^,。;]{0,16}(?:中心|办事处|使馆|领事馆|机构|委员会|机制|基金|学院|代表处|联络处)/.test(
        scene.text.slice(scene.trigger.end, span.end),
      );
    // A宣布,将在B设立办事处: who founds it stands in the clause before.
    const led =
      scene.clauseAt > 0 &&
      scene.before().every((t) => isA(t, 'mark', 'mod', 'will', 'time', 'state', 'place') || /^(?:首都|并|也|还)$/.test(t.text));
    const told =
      own.every((p) => p.kind === 'place') && led ? scene.carried.filter((p) => p.kind === 'state' || p.kind === 'organisation') : [];
    if (told.length > 0 && object && inside.some((c) => !scene.codes(...told).includes(c)))
      return [event(scene, { rule: works.id, kind, actors: told, more: inside.slice(0, 3) })];
    if (own.length === 0 || !object || scene.before().some((t) => /^(?:特别是对|对于)/.test(t.text))) return [];
    return [event(scene, { rule: works.id, kind, actors: own.filter((p) => p.kind !== 'place'), more: inside.slice(0, 3) })];
  },
};

function opening(scene: Scene, kind: EventKind): ReturnType<typeof event>[] {
  const span = scene.clauseSpan();
  const before = { start: span.start, end: scene.trigger.start };
  const inside = codesIn(scene.sentence.chart, before.start, span.end);
  const thing =
    scene.clause.some((t) => isA(t, 'organisation', 'project', 'body', 'project-noun')) ||
    /中心|节|展|馆|线|路|桥|机场|口岸|边境|使馆|航线|项目|学院|仪式|工程|电站|基地|反导系统/.test(scene.text.slice(span.start, span.end));
  if (!thing) return [];
  // 在开幕致词中: words spoken there.
  if (/^(?:致[词辞]|演[说讲]|讲话|发言|[词辞])/.test(scene.text.slice(scene.trigger.end, span.end))) return [];
  // 自贸协定谈判已启动: talks, which are told as such.
  if (/(?:谈判|磋商|会谈)[^,]{0,14}$/.test(scene.text.slice(span.start, scene.trigger.start))) return [];
  // 开幕当日通过宣言, 更加开放的B, 世界杯揭幕.
  if (/^(?:当[日天]|之际|前夕|前|后|时|期间)/.test(scene.text.slice(scene.trigger.end, span.end))) return [];
  if (/(?:更加?|日益|越来越|不断|扩大|改革|秉持|坚持|主张|倡导)$/.test(scene.text.slice(span.start, scene.trigger.start))) return [];
  // 秉持开放包容精神, 开放、透明的机构: a quality.
  if (
    /^开放/.test(scene.trigger.text) &&
    /^(?:包容|透明|合作|共赢|、|式|型|性|态度|精神|心态|政策|简体)/.test(scene.text.slice(scene.trigger.end, span.end))
  )
    return [];
  // 峰会开幕: a conference, which is told as such.
  if (
    /^(?:正式)?开幕/.test(scene.trigger.text) &&
    /(?:峰会|首脑会议|外长会议?|部长级?会议|论坛|年会)[^,的]{0,24}$/.test(scene.text.slice(span.start, scene.trigger.start))
  )
    return [];
  if (/世界杯|锦标赛|联赛|球赛|奥运会|亚运会|运动会/.test(scene.text.slice(span.start, span.end))) return [];
  const place = scene.parties(scene.groups().marked.get('at')).flatMap((p) => p.country ?? []);
  const joint = scene.codes(...scene.ownSubject().filter((p) => p.kind === 'joint'));
  const pair = scene.registers.pair?.value ?? [];
  const own = toldAbroad(scene.cast.home);
  const home =
    own !== null && (pair.length === 0 || pair.includes(own))
      ? [own]
      : scene.cast.home && pair.includes(scene.cast.home)
        ? [scene.cast.home]
        : [];
  // 开放驻基辅的大使馆: where it stands.
  const post = /使馆|领事馆|代表处/.test(scene.text.slice(span.start, span.end))
    ? scene.clause
        .flatMap((t, i) => (scene.clause[i - 1]?.text === '驻' || scene.clause[i - 1]?.text === '在' ? scene.parties([t]) : []))
        .flatMap((p) => p.country ?? [])
    : [];
  if (inside.length === 1) inside.push(...post.filter((c) => !inside.includes(c)));
  const more = inside.length > 0 ? inside : joint.length > 0 ? joint : place.length > 0 ? place.slice(0, 1) : home;
  if (more.length === 0) return [];
  // 访问B,并与B总理主持通车仪式: whoever acted before does so with them.
  const withs = scene.ownSubject().length === 0 ? scene.marked('with') : [];
  const led = withs.length > 0 ? [...scene.carried, ...withs] : scene.ownSubject();
  const actors = led.filter((p) => p.kind === 'person' || p.kind === 'organisation' || (withs.length > 0 && p.kind === 'office'));
  return [event(scene, { rule: works.id, kind, actors, more })];
}
