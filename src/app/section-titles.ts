import { type PairSection, pairSections } from '../record/pair.js';

/** The sections of a pair's record in the order in which they are shown. */
export const sectionNames = Object.keys(pairSections) as readonly PairSection[];

/** What each section is called, in English and Chinese. */
export const sectionTitles: Readonly<Record<PairSection, { en: string; zh: string }>> = {
  contacts: { en: 'Contacts', zh: '往来' },
  figures: { en: 'Figures', zh: '数字' },
  targets: { en: 'Targets', zh: '目标' },
  commitments: { en: 'Commitments', zh: '承诺' },
  bodies: { en: 'Bodies', zh: '机制' },
  agreements: { en: 'Agreements', zh: '协议' },
  projects: { en: 'Projects', zh: '项目' },
  relations: { en: 'Relations', zh: '关系' },
  offices: { en: 'Offices', zh: '职务' },
  positions: { en: 'Positions', zh: '立场' },
};
