import type { Layout } from './layout.js';

/** Nhan Dan, the paper of the Communist Party of Viet Nam, in its languages. */
export const nhanDan: Layout = {
  hosts: ['nhandan.vn', 'nhandan.com.vn', 'nhandan.org.vn'],
  agency: 'Nhan Dan',
  zone: '+07:00',
  languages: { cn: 'zh', en: 'en', fr: 'fr', ru: 'ru', es: 'es', www: 'vi', nhandan: 'vi' },
  title: ['h1.article__title', 'h1.box-title-detail', 'h1'],
  standfirst: ['.article__sapo', '.box-des-detail', '.sapo'],
  body: ['.article__body', '.detail-content-body', '.cms-body'],
  published: ['.article__meta', '.box-date', 'time'],
  author: ['.article__author', '.box-author'],
  without: ['.article__tag', '.related-news', '.notebox'],
};
