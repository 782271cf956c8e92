import type { Finding } from '../model/finding.js';
import { type BriefLanguage, briefLanguages, wordsOf } from './brief.js';

/** How findings are told to people. */
export interface Speaker {
  finding(finding: Finding): string;
  /** What would be written instead; null where nothing is known, empty where the place is to be left out. */
  suggestion(finding: Finding): string | null;
  /** What stands before a suggestion, and before a place that is held against. */
  suggested: string;
  heldAgainst: string;
  colon: string;
}

/** As rules write it: English, with exact amounts. */
export const asWritten: Speaker = {
  finding: ({ message }) => message,
  suggestion: ({ suggestion }) => suggestion,
  ...{ suggested: 'suggestion', heldAgainst: 'against', colon: ': ' },
};

/** In a language, amounts and dates as it writes them. */
export function speakerIn(language: BriefLanguage): Speaker {
  return wordsOf(language);
}

/** The same for a language tag (BCP 47), such as an editor's; as rules write it where the language is not among those that are spoken. */
export function speakerFor(tag: string | undefined): Speaker {
  const language = briefLanguages.find((one) => one === tag?.toLowerCase().split(/[-_]/)[0]);
  return language === undefined || language === 'en' ? asWritten : speakerIn(language);
}
