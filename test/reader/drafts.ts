import type { Draft, DraftBase, DraftOf } from '../../src/grammar/draft.js';

/** What every draft has, at a place of the folded text. */
function base(at: number): DraftBase {
  return { span: { start: at, end: at + 4 }, modality: 'actual', confidence: 0.9, rule: 'test', speaker: null, roles: {} };
}

const blank = {
  figure: {
    type: 'figure',
    measure: 'trade.total',
    from: 'VN',
    to: 'RU',
    value: 1,
    unit: 'USD',
    bound: null,
    period: null,
    growth: null,
    source: null,
  },
  target: { type: 'target', measure: 'trade.total', from: 'VN', to: 'RU', value: 1, unit: 'USD', bound: null, due: null },
  event: { type: 'event', kind: 'meeting', date: null, actors: [], countries: ['RU', 'VN'], format: null, place: null, object: null },
  office: { type: 'office', person: '某人', aliases: [], latin: null, office: '总理', organisation: null, country: 'VN' },
  agreement: { type: 'agreement', name: '某协定', parties: ['RU', 'VN'], status: null, date: null },
  body: { type: 'body', name: '某委员会', aliases: [], parties: ['RU', 'VN'], parts: [], session: null, chairs: [] },
  project: { type: 'project', name: '某项目', parties: ['RU', 'VN'], status: null, place: null },
  relation: { type: 'relation', kind: 'level', parties: ['RU', 'VN'], level: null, date: null },
  commitment: { type: 'commitment', by: ['VN'], to: ['RU'], strength: 'pledged', action: '做某事', due: null },
  position: { type: 'position', by: ['VN'], about: ['RU'], stance: 'support', topic: null },
} as const satisfies { [T in Draft['type']]: Omit<DraftOf<T>, keyof DraftBase> };

/** A draft of a type with the given fields, four units long, at a place of the folded text. */
export function draft<T extends Draft['type']>(type: T, at = 0, fields: Partial<DraftOf<T>> = {}): DraftOf<T> {
  return { ...base(at), ...structuredClone(blank[type]), ...fields } as unknown as DraftOf<T>;
}

/** Every type of draft. */
export const draftTypes = Object.keys(blank) as Draft['type'][];
