import type { MessageValue, Said } from '../model/finding.js';
import { digits, measureName, timesName } from './wording.js';

/** A message of a rule, written as a template: its words are its id, what it puts in keeps its kind, so that it can be said in other languages. */
export function say(words: TemplateStringsArray, ...values: MessageValue[]): Said {
  return { text: words.reduce((text, part, i) => `${text}{${i - 1}}${part}`), values };
}

/** The message in English: exact amounts, dates as EDTF, codes of countries. */
export function inEnglish({ text, values }: Said): string {
  return text.replace(/\{(\d+)\}/g, (_, n: string) => english(values[Number(n)]!));
}

function english(value: MessageValue): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if ('text' in value) return inEnglish(value);
  if ('all' in value) return value.all.map(english).join(', ');
  if ('amount' in value) {
    const [bound, from] = [value.bound ? `${value.bound} ` : '', value.upper === undefined ? '' : `${digits(value.amount)} to `];
    const unit = value.unit === null || value.unit === 'count' ? '' : ` ${value.unit}`;
    return `${bound}${from}${digits(value.upper ?? value.amount)}${unit}`;
  }
  if ('percent' in value) return value.upper === undefined ? `${value.percent}%` : `${value.percent}% to ${value.upper}%`;
  if ('place' in value) return value.place;
  if ('powers' in value) return timesName(value.powers);
  if ('weekday' in value) return weekdays[value.weekday]!;
  if ('measure' in value) return measureName(value.measure, value.label);
  if ('sides' in value) {
    const sides = value.sides.join(value.directed ? ' to ' : ' and ');
    return value.date === undefined ? sides : `${sides}, ${periodName(value.date)}`;
  }
  return 'period' in value ? periodName(value.period) : value.date;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const periodName = (edtf: string): string => edtf.replace('/', ' to ');
