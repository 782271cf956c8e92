import type { Layout } from './layout.js';

/** Xinhua: its pages at news.cn and those before it, which print year, day and time apart. */
export const xinhua: Layout = {
  hosts: ['news.cn', 'xinhuanet.com'],
  agency: 'Xinhua',
  zone: '+08:00',
  languages: { english: 'en', french: 'fr', spanish: 'es', russian: 'ru', arabic: 'ar', kr: 'ko', jp: 'ja', '*': 'zh' },
  title: ['span.title', '#title', '.h-title', '.Btitle', 'h1'],
  body: ['#detailContent', '#detail', '#p-detail', '.main-aticle', '#content'],
  published: ['.header-time', '.h-time', '.info', '.time'],
  without: ['.editor', '.zan-wap', '#articleEdit', '.tiyi1', '.video-frame'],
};
