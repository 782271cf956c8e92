import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { listFrom } from '../../separators.js';
import { isCapital } from '../../words.js';
import { byState, exchanged, stop, trip } from './journeys.js';
import { event, isBackReference } from './make.js';
import { isGivenToPress } from './press.js';
import { hostCodes, relativeHosts } from './visit-hosts.js';
import { isAhead, isHabit, isOwnTelling, isPrivate, isToBorder, namesWhoCame, whoActs, whoCame } from './visit-occasions.js';

/** A访问X · A对X进行国事访问 · 正在访越的A · 到访的A · A率团赴X: who travels and which state receives; a trip to three or more is one visit. */
export const visit: Frame<Scene> = {
  id: 'zh/event/visit',
  triggers: [{ cls: 'v', values: ['visit'] }, { cls: 'visit-host' }],
  examples: [
    {
      text: '越南国家主席苏林将于2024年8月18日至20日对中国进行国事访问。',
      home: 'VN',
      finds: ['event visit CN,VN 2024-08-18/2024-08-20 planned'],
    },
    { text: '法国总统马克龙2023年4月5日抵达北京,开始对中国进行国事访问。', finds: ['event visit CN,FR 2023-04-05'] },
    { text: '中国外交部长王毅会见正在访华的老挝外长沙伦赛。', finds: ['event visit CN,LA'] },
    { text: '匈牙利总理欧尔班2018年9月25日到新加坡进行正式访问。', finds: ['event visit HU,SG 2018-09-25'] },
    { text: '斐济总理兰布卡在新西兰访问时说,两国是邻居。', finds: ['event visit FJ,NZ'] },
    { text: '在访问汤加后,斐济总理兰布卡前往新西兰。', finds: ['event visit FJ,TO', 'event visit FJ,NZ'] },
    { text: '斐济总理兰布卡访问汤加期间将会见汤加首相。', finds: ['event visit FJ,TO planned', 'event meeting FJ,TO planned'] },
    {
      text: '斐济总理兰布卡19日同来斐进行正式访问并出席太平洋岛国论坛的汤加首相胡阿卡梅利库举行会谈。',
      finds: ['event visit FJ,TO', 'event meeting FJ,TO'],
    },
    { text: '斐济总理兰布卡正在汤加访问。', finds: ['event visit FJ,TO'] },
    { text: '斐济已派外交部长前往汤加说明情况。', finds: ['event visit FJ,TO'] },
    { text: '斐济总理兰布卡将访问汤加、萨摩亚和图瓦卢。', finds: ['event visit FJ,TO,TV,WS planned'] },
    { text: '过去斐济总理访问汤加时大多住在首都。', finds: [] },
    { text: '应汤加首相埃凯邀请,斐济总理兰布卡6日起进行国事访问。', finds: ['event visit FJ,TO'] },
    { text: '汤加外交部宣布,斐济总理兰布卡将于下月应邀来访。', finds: ['event visit FJ,TO planned'] },
    { text: '斐济总理兰布卡说,此次来访很成功。', finds: [] },
    { text: '双方高度评价此次访问取得的成果。', finds: [] },
    { text: '秘鲁与智利关系良好。2008年,两国元首实现互访。', finds: ['event visit CL,PE 2008'] },
    { text: '秘鲁与智利保持高层互访。', finds: [] },
    { text: '由越南副总理郑廷勇率领的政府高级代表团2019年10月31日对老挝进行工作访问。', finds: ['event visit LA,VN 2019-10-31'] },
    { text: '巴西总统卢拉对阿根廷总统米莱对巴西进行国事访问表示欢迎。', finds: ['event visit AR,BR'] },
    { text: '省长前往灾区视察。', finds: [] },
    { text: '联合国代表前往黎巴嫩与叙利亚边境。', finds: [] },
  ],
  match(scene) {
    if (isBackReference(scene) && !(isA(scene.trigger, 'visit-host') && scene.before().some((t) => t.text === '期待'))) return [];
    if (scene.isQuestion() || scene.isNested() || isGivenToPress(scene)) return [];
    // 取消与B会面,因其访C: A or B.
    if (scene.ownSubject().length === 0 && /^(?:因|因为|由于)?其$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)))
      return [];
    const shape = scene.word('v')?.notes ?? 'host';
    if (shape === 'trip') return trip(scene);
    if (shape === 'mutual') return exchanged(scene);
    if (scene.trigger.text === '访' && !isSeatOf(scene.after()[0])) return [];
    // 从来也没有: no journey to Yemen.
    if (shape === 'host' && /[从原本历向近由]来/.test(scene.text.slice(scene.trigger.start - 1, scene.trigger.start + 1))) return [];
    if (shape === 'stop') return stop(scene);
    // 鼓励企业赴华发展: no guest of state.
    if (
      /(?:企业|公司|[中美日韩俄德法台港外]企|厂商|游客|旅客|学生|青年|民众|居民|球迷)[^,]{0,2}$/.test(
        scene.text.slice(scene.clause[0]!.start, scene.trigger.start),
      )
    )
      return [];
    // 欢迎B早日来访: a guest who is yet to come was only invited.
    if (
      scene.before().some((t) => /欢迎$/.test(t.text)) &&
      scene.before().some((t) => /^(?:早日|尽早|尽快|适时|再次|今后|明年|随时|多|常|在方便|年内|近期|下月|下周|不久)|内$/.test(t.text))
    )
      return [];
    const tail = scene.after();
    if (
      /^(?:期间|时|之际)/.test(tail[0]?.text ?? '') &&
      !scene.groups().times.some((t) => t.end <= scene.trigger.start) &&
      !isOwnTelling(scene) &&
      !namesWhoCame(scene) &&
      whoActs(scene).length === 0
    )
      return [];
    const named = namedHosts(scene);
    const relative = (tail[0]?.text === '的' || named > 0) && tail[1] !== undefined;
    if (relative && !tail.slice(1, 5).some((t) => isA(t, 'person', 'title', 'organisation'))) return [];
    if (
      /的(?:行程|计划|安排|日程|邀请|意愿)/.test(
        tail
          .slice(0, 5)
          .map((t) => t.text)
          .join(''),
      )
    )
      return [];
    if (scene.before().some((t) => /^(?:取消|推迟|放弃|婉拒|不能|无法|不便|难以|未能)/.test(t.text))) return [];
    if (/取消|推迟|延期|搁浅|泡汤|成行|告吹|作罢|受阻|受挫|落空/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end)))
      return [];
    // 对有B官员到访之事: told of, and not vouched for.
    if (
      /^(?:之事|一事|之说|的?(?:消息|传闻|说法)(?:$|[^,。]{0,4}(?:不|尚未|表示)))/.test(
        scene.text.slice(scene.trigger.end, scene.clauseSpan().end),
      )
    )
      return [];
    if (/的(?:游客|旅客|民众|人数|学生)/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))) return [];
    if (/(?:游客|旅客|观光客|留学生)(?:人次|人数)?$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return [];
    // 访问提议遭拒: no visit.
    if (/^(?:提议|建议|请求|申请|倡议|邀请)$/.test(tail[0]?.text ?? '')) return [];
    if (isHabit(scene) || isToBorder(scene, shape)) return [];
    // A的举措是他对B访问的话题: what it is about.
    if (/中的[^,。]{0,6}(?:话题|议题|内容|重点)/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))) return [];
    // 邀请B访问: invited is not gone yet.
    if (isInvited(scene)) return [];
    if (
      shape !== 'visit' &&
      !/^访/.test(scene.trigger.text) &&
      (/^(?:游客|旅客|留学|人数|旅游|投资|务工|学习|工作)/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 4)) ||
        /旅游|游客|旅行社|留学|务工|经商/.test(scene.text.slice(scene.clauseSpan().start, scene.clauseSpan().end)))
    )
      return [];
    const guest = named === 0 ? describedGuest(scene) : [];
    const sent = sentBy(scene);
    const acting = [...whoCame(scene), ...whoActs(scene)];
    const visitors =
      guest.length > 0
        ? guest
        : sent.length > 0
          ? sent
          : relative
            ? relativeVisitors(scene, named)
            : acting.length > 0
              ? acting
              : scene.subject().filter((p) => p.kind !== 'place' && !isGoal(scene, p) && !isNameOfTalks(scene, p));
    if (visitors.length === 0 || visitors.every(isPrivate)) return [];
    const hosts =
      named > 0
        ? codesOfParties(scene.parties(tail.slice(0, named))).filter((c) => !codesOfParties(visitors).includes(c))
        : relative
          ? relativeHosts(scene, shape, visitors)
          : hostCodes(scene, shape, visitors);
    if (hosts.length === 0) return [];
    const out: Draft[] = [];
    const ahead = isAhead(scene) ? { modality: 'planned' as const } : {};
    for (const group of byState(visitors)) {
      const from = codesOfParties(group);
      if (from.length === 0 || hosts.every((h) => from.includes(h))) continue;
      if (shape === 'go' || shape === 'arrive')
        if (
          !group.some((p) => p.kind === 'person' || p.kind === 'office' || (p.kind === 'organisation' && /团|军|舰|队$/.test(p.name ?? '')))
        )
          continue;
      const abroad = hosts.filter((h) => !from.includes(h));
      if (abroad.length === 2 && !relative) {
        for (const h of abroad)
          out.push(
            event(scene, { rule: visit.id, kind: 'visit', actors: group, more: [h], span: spanOf(scene, relative, group), ...ahead }),
          );
        continue;
      }
      out.push(
        event(scene, {
          rule: visit.id,
          kind: 'visit',
          actors: group,
          more: hosts.filter((h) => !from.includes(h)),
          span: spanOf(scene, relative, group),
          ...ahead,
        }),
      );
    }
    return out;
  },
};

/** A已派特使前往B: an envoy is of whoever sends them. */
function sentBy(scene: Scene): Party[] {
  const before = scene.before();
  const at = before.findIndex((t) => /^(?:已|将|也)?(?:派|派遣|派出|指派)了?$/.test(t.text));
  const sender = at < 1 ? undefined : scene.parties(before.slice(0, at)).findLast((p) => p.kind !== 'place' && p.country !== null);
  if (!sender) return [];
  const group = before.slice(at + 1).find((t) => /(?:代表|特使|访问|考察|调查|调解|谈判)团$|工作组$/.test(t.text));
  if (group) return [{ ...sender, kind: 'organisation', name: group.text, office: null }];
  return scene
    .parties(before.slice(at + 1))
    .filter((p) => (p.kind === 'office' || p.kind === 'person') && (p.inherited || p.country === sender.country))
    .map((p) => ({ ...p, country: sender.country, codes: [sender.country!] }));
}

/** 到新加坡进行访问: where somebody goes is no visitor. */
function isGoal(scene: Scene, p: Party): boolean {
  const at = scene.clause.findIndex((t) => t.start === p.span.start);
  return at > 0 && /^(?:[到往至来正]|[正仍还]在|出席|参加)$/.test(scene.clause[at - 1]!.text);
}

/** 出席A领导人第十五次会晤并访问B: part of the name of what is attended. */
function isNameOfTalks(scene: Scene, p: Party): boolean {
  return /^(?:领导人|外长|元首)?第[^,。]{1,5}[次届](?:会晤|会议|峰会)/.test(scene.text.slice(p.span.end, p.span.end + 14));
}

/** 会见正对A进行访问并出席会议的B: who is met is the visitor. */
function describedGuest(scene: Scene): Party[] {
  const before = scene.before();
  const isHost =
    isA(scene.trigger, 'visit-host') && !scene.after().some((t, i, all) => scene.has([t], 'v', 'visit') && all[i + 1]?.text === '的');
  const on = isHost ? scene.at : before.findLastIndex((t) => /^(?:正在|正|前来|率团)$/.test(t.text));
  const led = before[on - 1];
  const isMet = /^[同与和]$/.test(led?.text ?? '') && scene.after().some((t) => scene.has([t], 'v', 'meeting'));
  if (on < 1 || !(isMet || before.slice(0, on).some((t) => scene.has([t], 'v', 'meeting')))) return [];
  const after = scene.after();
  const of = after.findIndex((t, i) => t.text === '的' && isA(after[i + 1], 'person', 'title'));
  return of < 0 ? [] : scene.parties(listFrom(after, of + 1));
}

/** 即将访问缅甸的A: how many words name the host before 的 and the visitor; 0 where the clause has a subject of its own before the verb. */
function namedHosts(scene: Scene): number {
  const tail = scene.after();
  const at = tail.findIndex((t) => t.text === '的');
  if (at < 1 || at > 4 || !tail.slice(0, at).every((t) => isA(t, 'state', 'place') || t.text === '首都')) return 0;
  const led = scene.before().every((t) => !isA(t, 'person', 'title', 'state', 'joint', 'pair', 'pron') || isA(t, 'organisation'));
  return led && isA(tail[at + 1], 'person', 'title') ? at : 0;
}

/** A state, its capital or a special region: what the one character can have as its goal. */
function isSeatOf(token: Token | undefined): boolean {
  return isA(token, 'state') || (isA(token, 'place') && (isCapital(token!.text) || /^(?:香港|澳门|纽约|上海)$/.test(token!.text)));
}

function spanOf(scene: Scene, relative: boolean, group: readonly Party[]): { start: number; end: number } {
  if (!relative) return scene.wideSpan();
  let from = scene.at;
  while (from > 0 && isA(scene.clause[from - 1], 'mark', 'state', 'mod', 'lv', 'particle', 'place')) from--;
  return { start: scene.clause[from]!.start, end: group[group.length - 1]!.span.end };
}

/** 正在访越的A: the visitor stands after 的; whoever leads the delegation is one too. */
function relativeVisitors(scene: Scene, from: number): Party[] {
  const tail = scene.after().slice(from);
  const out: Party[] = [];
  for (let i = 1; i < tail.length && i < 6; i++) {
    const t = tail[i]!;
    if (isA(t, 'person', 'title', 'organisation', 'state')) out.push(...scene.parties([t]));
    else if (t.text !== '、' && out.length > 0) break;
    else if (isA(t, 'v', 'lv', 'say')) break;
  }
  const before = scene.before();
  const lead = before.findIndex((t) => t.text === '率领' || t.text === '率');
  if (lead > 0) out.unshift(...scene.parties([before[lead - 1]!]));
  return out;
}

function isInvited(scene: Scene): boolean {
  const before = scene.before();
  const at = before.findIndex((t) => /邀请$/.test(t.text) && isA(t, 'v'));
  return (
    at >= 0 &&
    !before.slice(0, at).some((t) => /^应/.test(t.text)) &&
    before.slice(at + 1).some((t) => isA(t, 'person', 'title', 'state', 'pron', 'joint'))
  );
}
