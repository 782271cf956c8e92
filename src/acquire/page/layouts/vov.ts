import type { Layout } from './layout.js';

/** Voice of Vietnam: VOV World in its languages and VOV's own pages. */
export const vov: Layout = {
  hosts: ['vovworld.vn', 'vov.vn'],
  agency: 'VOV',
  zone: '+07:00',
  languages: { 'zh-CN': 'zh', 'en-US': 'en', 'fr-CH': 'fr', 'ru-RU': 'ru', 'ko-KR': 'ko', 'ja-JP': 'ja', 'vi-VN': 'vi', english: 'en' },
  title: ['.article__title', 'h1.post-title', 'h1.article-title', 'h1'],
  standfirst: ['.article__sapo', '.article-sapo', '.sapo'],
  body: ['.article__body', '.article-content', '.text-long', '#content-detail'],
  published: ['.article__meta', 'time', '.article-date'],
  author: ['.article__author', '.article-author'],
  without: ['.article__tag', '.related', '.article-related', '.box-related'],
};
