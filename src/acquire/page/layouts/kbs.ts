import type { Layout } from './layout.js';

/** KBS World of Korea, in its languages. */
export const kbs: Layout = {
  hosts: ['kbs.co.kr'],
  agency: 'KBS',
  zone: '+09:00',
  title: ['.detail_tit', 'h1', 'h2'],
  body: ['.detail_body', '.body_txt', '.detail-body', '#cont_newstext'],
  published: ['.detail_info', '.date', '.input-date'],
  without: ['.related', '.sns', '.copyright'],
};
