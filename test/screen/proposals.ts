import { Identity } from '../../src/extract/identity.js';
import type { Statement } from '../../src/model/statement.js';
import type { Store } from '../../src/store/port.js';

/** What a model says of the story about the deputy minister from Belarus, by the words that it quotes. */
const said = [
  { quote: '阮俊峰向客人介绍了协会近来开展的民间外交活动', topic: '民间外交' },
  { quote: '双方应当为青年一代的交往创造条件', topic: '青年交往' },
  { quote: '希望越白两国人民的友谊不断加深', topic: '友谊' },
];

/** Keeps proposals in a record, as if a model had been asked about a story. */
export async function withProposals(record: Store): Promise<void> {
  const article = (await record.articles({}, { limit: 100 })).find(({ source }) => source.includes('003-'))!;
  const text = (await record.texts([article.id])).get(article.id)!;
  const proposed = said.map(({ quote, topic }): Statement => {
    const start = [...text.slice(0, text.indexOf(quote))].length;
    const fields = { type: 'position', by: ['VN'], about: ['BY'], stance: 'support', topic, speaker: null, modality: 'actual' } as const;
    const own = { item: 0, start, end: start + [...quote].length, confidence: 0.5, rule: 'model/stand-in', roles: {} };
    return {
      id: new Identity().of({ ...fields, rule: own.rule }, quote, 0),
      quote,
      ...own,
      ...fields,
      by: [...fields.by],
      about: [...fields.about],
    };
  });
  await record.keepProposals(article.id, 'stand-in', proposed, '2026-01-02T03:04:05.000Z');
}
