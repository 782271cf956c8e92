import type { Layout } from './layout.js';

/** The government of Russia. */
export const governmentRu: Layout = {
  hosts: ['government.ru'],
  agency: 'Government of Russia',
  zone: '+03:00',
  languages: { en: 'en', '*': 'ru' },
  title: ['.reader_article_headline', 'h3.reader_article_headline', 'h1'],
  standfirst: ['.reader_article_lead'],
  body: ['.reader_article_body', '.reader_article_box'],
  published: ['.reader_article_dateline__date', '.reader_article_dateline'],
  without: ['.reader_article_tags', '.reader_article_attachments'],
};
