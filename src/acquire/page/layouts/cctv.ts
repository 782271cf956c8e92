import type { Layout } from './layout.js';

/** China Central Television. */
export const cctv: Layout = {
  hosts: ['cctv.com', 'cctv.cn', 'cntv.cn'],
  agency: 'CCTV',
  zone: '+08:00',
  languages: { english: 'en', '*': 'zh' },
  title: ['h1', '.title'],
  body: ['#content_area', '.content_area', '.cnt_bd', '#text_area'],
  published: ['.info1', '.info', '.date'],
  without: ['.zebian', '.share', '#searchkeywords', '.relevance'],
};
