import { Ground, placed, type Reported } from '../../src/export/findings/report.js';
import type { Finding } from '../../src/model/finding.js';

export const draftText = '标题\n总额100亿美元,出口1亿美元。\n第⾏,100%: 好\n';
export const earlierText = '旧稿\n总额10亿美元。\n';

const grounds = new Map([
  ['draft', new Ground('in/稿 1.txt', draftText)],
  ['earlier', new Ground('archive/old.txt', earlierText)],
]);

function at(article: 'draft' | 'earlier', quote: string): Finding['evidence'][number] {
  const text = article === 'draft' ? draftText : earlierText;
  const start = text.indexOf(quote);
  return { article, start, end: start + quote.length, quote };
}

function report(finding: Finding, fingerprint: string, rest: Pick<Reported, 'suppression' | 'mend'>): Reported {
  return { finding, ...placed(finding, 'draft', grounds), fingerprint, ...rest };
}

/** An error held against an earlier story, a warning that can be mended, a finding over two lines that was accepted, one that was ignored. */
export const reported: readonly Reported[] = [
  report(
    {
      rule: 'figures/power-of-ten',
      severity: 'error',
      message: '10 times, 100%',
      evidence: [at('earlier', '总额10亿美元'), at('draft', '总额100亿美元')],
      suggestion: '10亿',
    },
    '0123456789abcdef',
    { suppression: null, mend: null },
  ),
  report(
    { rule: 'text/look-alike-characters', severity: 'warning', message: 'radical', evidence: [at('draft', '⾏')], suggestion: '行' },
    '1123456789abcdef',
    { suppression: null, mend: '行' },
  ),
  report(
    { rule: 'text/body-repeated', severity: 'note', message: 'twice', evidence: [at('draft', '出口1亿美元。\n第')], suggestion: null },
    '2123456789abcdef',
    { suppression: { by: 'baseline', reason: 'as printed' }, mend: null },
  ),
  report(
    { rule: 'text/body-repeated', severity: 'note', message: 'again', evidence: [at('draft', '标题')], suggestion: null },
    '3123456789abcdef',
    {
      suppression: { by: 'ignore', reason: 'on purpose' },
      mend: null,
    },
  ),
];

/** The same finding over two lines, not accepted. */
export const overLines: Reported = { ...reported[2]!, suppression: null };
