import type { ClauseGrammar } from '../../grammar/clause.js';
import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import type { OrgValue, TitleValue } from './token.js';

/** Entities that can stand in a slot of a frame. */
export const ENTITIES = [
  'person',
  'title',
  'state',
  'pair',
  'open-pair',
  'joint',
  'organisation',
  'pron',
  'place',
  'visit-host',
  'body',
  'seat',
] as const;

const RELATIVE_ONLY = new Set(['所属', '所']);

/** Words for those who stand for their state, or suffer for it: 代表, 官员, 公民, but not 大学生. */
const IN_OFFICE = /公民|军人|士兵|船员|渔民|人员|记者|代表|官员|领导人|元首|首脑|长$|特使|使节|大使|外交官|议员|部门|当局/;

const AND: ReadonlySet<string> = new Set(['和', '与', '及', '以及']);

/** How Chinese marks its slots. */
export const zhClause: ClauseGrammar = {
  entity: ENTITIES,
  verb: ['v', 'lv', 'say', 'will'],
  marker(token: Token, next: Token | undefined): string | undefined {
    // 将 marks an object only straight before it; else it is the future.
    if (token.text === '将' && !isA(next, 'state', 'person', 'measure', 'pair', 'joint', 'organisation', 'title', 'count', 'number'))
      return undefined;
    if (RELATIVE_ONLY.has(token.text)) return undefined;
    const mark = as(token, 'mark');
    if (!mark || isA(token, 'number', 'count', 'money')) return undefined;
    return (mark.value as Entry).value;
  },
  isList: (t) => t.text === '、',
  isLast: (t) => AND.has(t.text),
  isAdded: (t) => t.text === '以及' || t.text === '及',
  isRelative: (t) => t.text === '的' || t.text === '轮值主席国',
  isBare(token) {
    // 由A率领的高级代表团: of whoever leads it.
    if (isA(token, 'organisation') && /代表团$/.test(token!.text) && (as(token, 'organisation')!.value as OrgValue).codes.length === 0)
      return true;
    const title = isA(token, 'person') || !token ? undefined : (as(token, 'title')?.value as TitleValue | undefined);
    return title !== undefined && IN_OFFICE.test(title.office) && title.generic && title.country === null && title.codes.length === 0;
  },
};

/** Commas and the like: what parts the clauses of a sentence. */
export const SEPARATORS: ReadonlySet<string> = new Set([',', ';', ':', '。', '!', '?']);
