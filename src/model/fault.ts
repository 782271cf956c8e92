import type { z } from 'zod';
import { sentence } from './sentence.js';

/** The issues of a value of several forms are those of the form to which it comes nearest; every other issue is itself. */
export function nearestIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (form: readonly z.core.$ZodIssue[]): number => Math.max(0, ...form.map(({ path }) => path.length));
  const nearest = issue.errors.reduce<z.core.$ZodIssue[]>((best, form) => (depth(form) > depth(best) ? form : best), []);
  return nearest.length === 0 ? [issue] : nearest.flatMap(nearestIssues).map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

/** What is wrong with a value, in plain words: `has more than 5 characters`. `issue` is what its schema says. */
export function faultIn(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('received undefined')
        ? sentence`is missing`
        : sentence`is not of the type ${issue.expected}`;
    case 'too_big':
      if (issue.origin === 'string') return sentence`has more than ${String(issue.maximum)} characters`;
      return issue.origin === 'array'
        ? sentence`has more than ${String(issue.maximum)} entries`
        : sentence`is more than ${String(issue.maximum)}`;
    case 'too_small':
      if (issue.origin !== 'string' && issue.origin !== 'array') return sentence`is less than ${String(issue.minimum)}`;
      if (issue.minimum === 1) return sentence`is empty`;
      return issue.origin === 'string'
        ? sentence`has fewer than ${String(issue.minimum)} characters`
        : sentence`has fewer than ${String(issue.minimum)} entries`;
    case 'invalid_value':
      return sentence`is none of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return sentence`has what is not known here: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return sentence`has none of the forms that it may have`;
    case 'custom':
      return issue.message;
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? sentence`is not written as it is to be written` : issue.message;
    default:
      return sentence`is not written as it is to be written`;
  }
}
