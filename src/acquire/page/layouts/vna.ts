import type { Layout } from './layout.js';

/** Vietnam News Agency: VietnamPlus in its languages and the agency's own pages. */
export const vna: Layout = {
  hosts: ['vietnamplus.vn', 'vnanet.vn', 'vietnam.vnanet.vn', 'vnews.gov.vn', 'baotintuc.vn'],
  agency: 'VNA',
  zone: '+07:00',
  languages: {
    zh: 'zh',
    en: 'en',
    fr: 'fr',
    es: 'es',
    ru: 'ru',
    kr: 'ko',
    www: 'vi',
    mega: 'vi',
    chinese: 'zh',
    english: 'en',
    french: 'fr',
  },
  title: ['h1.article__title', 'h1.details__headline', 'h1.detail-title', 'h1'],
  standfirst: ['.article__sapo', '.details__summary', '.sapo'],
  body: ['.article__body', '.details__content', '.cms-body', '.content-detail'],
  published: ['.article__meta', '.details__meta', 'time'],
  author: ['.article__author', '.author'],
  without: ['.article__tag', '.related-news', '.article__author', '.source', '.inline-related'],
};
