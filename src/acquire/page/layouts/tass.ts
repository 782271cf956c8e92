import type { Layout } from './layout.js';

/** TASS, in Russian and English. */
export const tass: Layout = {
  hosts: ['tass.ru', 'tass.com'],
  agency: 'TASS',
  zone: '+03:00',
  languages: { '*': 'ru' },
  title: ['h1'],
  standfirst: ['.news-header__lead', '.lead'],
  body: ['.text-content', '.text-block', 'article'],
  published: ['.news-header__date-date', 'time', 'dateformat'],
  without: ['.news-actions', '.news-media', '.included-material', '.tags'],
};
