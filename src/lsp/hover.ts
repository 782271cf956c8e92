import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import { type Answer, answersAt, type RecordValue } from '../app/answers.js';
import { counted } from '../app/counted.js';
import { describe } from '../app/wording.js';
import type { Checkup } from './drafts.js';

/** Facts, values of each, and characters of a quote that are shown. */
const mostFacts = 3;
const mostValues = 4;
const longestQuote = 300;

/**
 * What the draft says at a code point, and below it what the record says on the same matter, each value with its newest sentence;
 * `null` where nothing is read. `held`: whether there is a record. Text of stories is shown as text.
 */
export function hoverAt(checkup: Checkup, point: number, kind: MarkupKind, held: boolean): Hover | null {
  const answers = answersAt(checkup.checked, point);
  const [first] = answers;
  if (!first) return null;
  const facts = answers.slice(0, mostFacts).map((answer) => factText(answer, stylesOf(kind), held));
  return {
    contents: { kind, value: facts.join(kind === MarkupKind.Markdown ? '\n\n---\n\n' : '\n\n') },
    range: checkup.sheet.range(first.statement.start, first.statement.end),
  };
}

interface Style {
  text(raw: string): string;
  strong(raw: string): string;
  item: string;
  /** Between a value and its sentence. */
  below: string;
}

function stylesOf(kind: MarkupKind): Style {
  if (kind === MarkupKind.PlainText) return { text: oneLine, strong: oneLine, item: '', below: '\n  ' };
  return { text: escaped, strong: (raw) => `**${escaped(raw)}**`, item: '- ', below: '  \n  ' };
}

const oneLine = (raw: string): string => raw.replace(/\s+/g, ' ').trim();

/** Every mark of Markdown and of HTML is a character again. */
const escaped = (raw: string): string => oneLine(raw).replace(/[!-/:-@[-`{-~]/g, '\\$&');

function factText({ statement, values }: Answer, style: Style, held: boolean): string {
  const head = style.strong(describe(statement));
  if (!held) return `${head}\n\nThere is no record to hold it against.`;
  if (values.length === 0) return `${head}\n\nThe record says nothing of it.`;
  const more = values.length > mostValues ? [`${style.item}and ${values.length - mostValues} more`] : [];
  const lines = values.slice(0, mostValues).map((value) => valueText(value, style));
  return [`${head}\n\nThe record:\n`, ...lines, ...more].join('\n');
}

function valueText({ line, note, told }: RecordValue, { text, item, below }: Style): string {
  const [{ statement, article }] = told as [RecordValue['told'][number]];
  const points = Array.from(statement.quote);
  const quote = points.length > longestQuote ? `${points.slice(0, longestQuote).join('')}…` : statement.quote;
  const day = article.published === null ? '' : `, ${article.published.date}`;
  const others = told.length > 1 ? `, and ${counted(told.length - 1, 'more statement')}` : '';
  return `${item}${text(line)}${note === null ? '' : ` (${text(note)})`}${below}“${text(quote)}” ${text(`${article.source}${day}`)}${others}`;
}
