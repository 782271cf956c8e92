import { describe, expect, it } from 'vitest';
import { viewOf } from '../record/view.js';
import { audit, auditStory } from './engine.js';
import { parseRecord, viewOfNoted } from './notation.js';
import type { Rule } from './rule.js';
import { rules as allRules } from './rules.js';
import { say } from './say.js';

/** A fixed few, so that a new rule changes nothing here. */
const few = ['figures/parts-do-not-sum', 'targets/below-present-value', 'targets/passed-unmet', 'text/look-alike-characters'];
const rules = allRules.filter((r) => few.includes(r.id));

const record = `story b  published=2021-05-01
  body 世界银\\u{2F8F}的2O20年报告
  figure  measure=trade.total  from=KZ  to=UZ  value=52亿  unit=USD  period=2020  «报告»
  story a  published=2020-05-01
  figure  measure=trade.total  from=KZ  to=UZ  value=3850亿  unit=USD  period=2019  «2019年哈乌贸易额为3850亿美元»
  figure  measure=trade.flow  from=KZ  to=UZ  value=2.75亿  unit=USD  period=2019  «对乌出口2.75亿美元»
  figure  measure=trade.flow  from=UZ  to=KZ  value=1.1亿  unit=USD  period=2019  «自乌进口1.1亿美元»
  target  measure=trade.total  from=KZ  to=TJ  value=60亿  unit=USD  due=2020  «力争2020年达60亿美元»`;

function stories() {
  const noted = parseRecord(record);
  return noted.articles.map((article) => ({ article, text: noted.texts.get(article.id)!, statements: noted.statements.get(article.id)! }));
}

const plain: Omit<Rule, 'id' | 'scope' | 'run'> = {
  severity: 'warning',
  title: 't',
  description: 'd',
  tolerance: 't',
  source: 's',
  examples: [],
};

describe('the engine', () => {
  it('of many stories that tell the same a finding shows the first five and the last five, and says how many there are', () => {
    const told = (day: number, value: string) => `story s${String(day).padStart(2, '0')}  published=2023-01-${String(day).padStart(2, '0')}
      figure  measure=trade.flow  from=PK  to=IR  value=${value}  unit=USD  period=2022  «对伊出口${value}美元»`;
    const noted = [told(9, '850万'), ...[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13].map((day) => told(day, '8.5亿'))].join('\n');
    const found = audit(viewOfNoted(parseRecord(noted)), allRules).findings.filter(({ rule }) => rule === 'figures/power-of-ten');
    expect(found.map(({ evidence }) => evidence.map(({ article }) => article))).toEqual([
      ['s09', 's01', 's02', 's03', 's04', 's05', 's08', 's10', 's11', 's12', 's13'],
    ]);
    expect(found[0]!.message).toContain('told by 12 of 13 stories');
  });
  it.each([
    ['one long line of Chinese', '双方一致同意加强合作'.repeat(30_000)],
    ['blanks between all characters', '中 国 '.repeat(60_000)],
    ['open marks and nothing else', '（“《'.repeat(60_000)],
    ['digits', '2O20'.repeat(60_000)],
    ['dots', '甲·乙·'.repeat(60_000)],
    ['empty lines', '\n'.repeat(200_000)],
    ['dates', '3月25日至22日'.repeat(20_000)],
    ['lone surrogates and marks', '\ud800\u200b\ufffd'.repeat(60_000)],
  ])('survives a text of %s', (_, text) => {
    const [story] = stories();
    const { failures, findings } = auditStory(story!.article, text, story!.statements, allRules);
    expect(failures).toEqual([]);
    expect(findings.length).toBeLessThan(100_000);
  });

  it('sorts by story and place, whatever the order of reading', () => {
    const [b, a] = stories();
    const one = audit(viewOf([a!, b!]), rules).findings;
    const two = audit(viewOf([b!, a!]), rules).findings;
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(one.map((f) => `${f.evidence[0]!.article} ${f.rule}`)).toEqual([
      'a figures/parts-do-not-sum',
      'a targets/passed-unmet',
      'b text/look-alike-characters',
      'b text/look-alike-characters',
    ]);
  });

  it('a story alone gets the rules that need no record, with the same findings', () => {
    const [, a] = stories();
    const { findings, failures } = auditStory(a!.article, a!.text, a!.statements, rules);
    expect(failures).toEqual([]);
    expect(findings.map((f) => f.rule)).toEqual(['figures/parts-do-not-sum']);
    expect(audit(viewOf(stories()), rules).findings).toContainEqual(findings[0]);
  });

  it('a rule that fails is named, and the others go on', () => {
    const broken: Rule = {
      ...plain,
      id: 'text/broken',
      scope: 'story',
      run: () => {
        throw new Error('odd data');
      },
    };
    const { findings, failures } = audit(viewOf(stories()), [broken, ...rules]);
    expect(failures).toEqual([
      { rule: 'text/broken', article: 'a', reason: 'odd data' },
      { rule: 'text/broken', article: 'b', reason: 'odd data' },
    ]);
    expect(findings).toHaveLength(4);
  });

  it('gives each finding once, and none without a place', () => {
    const place = { article: 'a', start: 0, end: 1, quote: '2' };
    const twice: Rule = {
      ...plain,
      id: 'text/twice',
      scope: 'any',
      run: () => [
        { message: say`m`, evidence: [place] },
        { message: say`m`, evidence: [place] },
        { message: say`n`, evidence: [] },
      ],
    };
    expect(audit(viewOf(stories()), [twice]).findings).toEqual([
      { rule: 'text/twice', severity: 'warning', message: 'm', said: { text: 'm', values: [] }, evidence: [place], suggestion: null },
    ]);
  });

  it('has nothing to say about nothing', () => {
    expect(audit(viewOf([]))).toEqual({ findings: [], failures: [] });
    const noted = parseRecord('story a');
    expect(audit(viewOfNoted(noted))).toEqual({ findings: [], failures: [] });
  });

  it('survives statements with nothing but their type filled in', () => {
    const noted = parseRecord(`story a  published=2021-01-01
      figure  measure=other  «一»
      target  measure=other  «二»
      event  kind=visit  «三»
      office  person=甲  office=部长  «四»
      agreement  name=协定  «五»
      body  name=委员会  «六»
      project  name=项目  «七»
      relation  kind=level  «八»
      commitment  strength=hoped  «九»
      position  stance=support  «十»`);
    expect(audit(viewOfNoted(noted))).toEqual({ findings: [], failures: [] });
  });
});
