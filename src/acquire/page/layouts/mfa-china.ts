import type { Layout } from './layout.js';

/** The Ministry of Foreign Affairs of China and its embassies. */
export const mfaChina: Layout = {
  hosts: ['mfa.gov.cn', 'fmprc.gov.cn', 'china-embassy.gov.cn', 'china-embassy.org'],
  agency: 'MFA of China',
  zone: '+08:00',
  title: ['#News_Body_Title', 'h1'],
  body: ['#News_Body_Txt_A', '.news-main', '.trs_editor_view', '.content_text', '#content'],
  published: ['#News_Body_Time', '.time', 'p.time'],
  without: ['.share', '.print'],
};
