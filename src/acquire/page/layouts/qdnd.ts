import type { Layout } from './layout.js';

/** Quan doi Nhan dan, the paper of the Vietnamese army, in its languages. */
export const qdnd: Layout = {
  hosts: ['qdnd.vn'],
  agency: 'QDND',
  zone: '+07:00',
  languages: { cn: 'zh', en: 'en', la: 'lo', kh: 'km', www: 'vi' },
  title: ['h1.post-title', 'h1'],
  standfirst: ['.post-summary', '.post-sapo'],
  body: ['.post-content', '#dvContent', '.entry-content'],
  published: ['.post-subinfo', '.post-meta', '.date'],
  author: ['.post-author', '.author'],
  without: ['.relation-post', '.box-related', '.tags'],
};
