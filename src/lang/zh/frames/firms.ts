import type { Edge } from '../../../grammar/chart.js';
import { as, isA } from '../../../grammar/token.js';
import { stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { StateValue } from '../token.js';
import { hostNamed } from './movers.js';
import type { Flow } from './sides.js';

/** 在越韩国企业: where they are, in one character, and whose they are, straight before the measure. */
export function based(scene: Scene, measure: Edge): Flow | undefined {
  // 乌资企业: the state's short name before 资.
  const owned = scene.text[measure.start - 1] === '资' ? scene.sentence.chart.longestTo(measure.start - 1, 'short', 'state') : undefined;
  const from = owned ?? scene.sentence.chart.longestTo(measure.start, 'state');
  const to = hostNamed(scene, measure.start);
  const code = (from?.value as StateValue | undefined)?.codes[0];
  return code !== undefined && to !== undefined && code !== to ? { from: code, to, inherited: false } : undefined;
}

/** 461家韩国企业在越南注册, 越南有167家韩资企业: whose they are straight before the measure, where they are at either end of the clause. */
export function registered(scene: Scene, measure: Edge): Flow | undefined {
  const { clause, trigger } = scene;
  if (measure.start < trigger.end) return undefined;
  // 1500家含A资本的企业.
  const lead = /^(?:含有?|拥有|有)/.exec(scene.text.slice(trigger.end, trigger.end + 2))?.[0].length ?? 0;
  const whose = scene.sentence.chart.longestFrom(trigger.end + lead, 'pair', 'state');
  const own = clause.find((t) => isA(t, 'state'));
  // 法国有120家企业在越南经营.
  const has =
    own && /^(?:目前|现在|现|已|共|约)*有(?:约|近|超过|逾)*$/.test(scene.text.slice(own.end, trigger.start)) ? as(own, 'state') : undefined;
  const codes = ((whose ?? (measure.start === trigger.end ? has : undefined))?.value as StateValue | undefined)?.codes.map(stateOf) ?? [];
  const behind = clause.findIndex((t) => t.start >= measure.end && /^(?:在|落户|进驻)$/.test(t.text));
  const at =
    behind >= 0
      ? clause[behind + 1]
      : /有(?:了|约|近|超过|逾|多达|将近)*$/.test(scene.text.slice(clause[0]!.start, trigger.start))
        ? clause.find((t) => isA(t, 'state', 'place'))
        : undefined;
  const to = at && ((as(at, 'state') ?? as(at, 'place'))?.value as StateValue | undefined);
  if (
    behind >= 0 &&
    clause[behind]!.text === '在' &&
    !/^(?:境内|各地)?(?:注册|经营|运营|设立|落户|开展业务|投资|开业|从事)/.test(scene.text.slice(at?.end ?? 0, (at?.end ?? 0) + 6))
  )
    return undefined;
  // A境内约140家B企业.
  const within =
    own && /^(?:境内|国内)/.test(scene.text.slice(own.end, trigger.start)) ? (as(own, 'state')!.value as StateValue) : undefined;
  const hosts = to ?? within;
  const host = hosts?.codes[0] && stateOf(hosts.codes[0]);
  const from = codes.find((c) => c !== host);
  return from && host && (codes.length === 1 || codes.includes(host)) ? { from, to: host, inherited: false } : undefined;
}
