/** Stories of the corpus that have between them what the pages show: figures, targets, promises, bodies, people, findings, briefs. */
export const stories: readonly string[] = [
  ...['001-vietnam-russia-video-talks', '002-lavrov-written-interview', '003-belarus-deputy-minister-in-hanoi'],
  ...[
    '005-before-the-general-secretarys-visit',
    '008-yoon-phuc-summit-kbs',
    '009-laos-vietnam-commission-vov',
    '011-vietnam-japan-planned-visit',
  ],
  ...[
    '013-putin-to-pyongyang-and-hanoi',
    '041-ambassador-credentials-hanoi',
    '133-vietnam-korea-figures',
    '161-india-russia-commission-2024',
  ],
].map((name) => `corpus/zh/${name}.txt`);
