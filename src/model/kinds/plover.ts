import type { EventKind, StatementOf } from '../statement.js';

/** PLOVER event type by event kind (the contract's table); the kinds without one are absent. */
const byType: Readonly<Record<string, readonly EventKind[]>> = {
  CONSULT: [
    ...(['meeting', 'visit', 'call', 'consultation', 'session', 'negotiation', 'conference', 'press-conference', 'interview'] as const),
    ...(['message', 'credentials'] as const),
  ],
  AGREE: ['invitation', 'agreement'],
  SUPPORT: [
    ...(['signing', 'ratification', 'entry-into-force', 'establishment', 'upgrade', 'congratulation', 'condolence', 'thanks'] as const),
    ...(['praise', 'recognition', 'award', 'approval'] as const),
  ],
  COOPERATE: ['opening', 'launch', 'joint-exercise', 'cooperation', 'purchase', 'investment'],
  AID: ['donation', 'aid', 'loan'],
  CONCEDE: ['concession'],
  RETREAT: ['withdrawal', 'release'],
  REQUEST: ['request'],
  ACCUSE: ['accusation', 'criticism', 'lawsuit'],
  REJECT: ['rejection', 'cancellation'],
  THREATEN: ['threat'],
  PROTEST: ['protest'],
  SANCTION: ['sanction', 'expulsion', 'suspension', 'recall'],
  MOBILIZE: ['mobilisation'],
  COERCE: ['arrest', 'seizure', 'restriction', 'cyberattack'],
  ASSAULT: ['clash', 'attack'],
};

/** Modes of the PLOVER codebook that follow from the kind; the codebook has none for the others. */
const modes: Partial<Record<EventKind, string>> = {
  visit: 'visit',
  call: 'phone',
  withdrawal: 'withdraw',
  release: 'release',
  accusation: 'allege',
  criticism: 'disapprove',
  protest: 'demo',
  expulsion: 'expel',
  recall: 'withdraw',
  suspension: 'discontinue',
  arrest: 'arrest',
  seizure: 'seize',
  restriction: 'restrict',
  cyberattack: 'cyber',
};

/** CAMEO code that stands closest to the kind once it has happened: 036 would be the intent to meet. */
const cameoCodes: Partial<Record<EventKind, string>> = {
  meeting: '040',
  visit: '042',
  call: '041',
  consultation: '040',
  session: '040',
  negotiation: '046',
  conference: '040',
  signing: '057',
  agreement: '05',
  congratulation: '051',
  praise: '051',
  condolence: '051',
  thanks: '051',
  recognition: '054',
  aid: '07',
  donation: '073',
  loan: '071',
  cooperation: '06',
  request: '02',
  accusation: '112',
  criticism: '111',
  lawsuit: '115',
  rejection: '12',
  cancellation: '12',
  threat: '13',
  protest: '111',
  sanction: '163',
  expulsion: '166',
  suspension: '16',
  recall: '161',
  mobilisation: '15',
  arrest: '173',
  seizure: '171',
  restriction: '172',
  clash: '190',
  attack: '190',
  withdrawal: '087',
  release: '084',
};

const typeOf = new Map<EventKind, string>(Object.entries(byType).flatMap(([type, list]) => list.map((kind) => [kind, type] as const)));

/** PLOVER type and mode of an event, or `null` where the codebook has none; whoever consults by telephone or video does so by `phone`. */
export function plover(kind: EventKind, format: StatementOf<'event'>['format']): { type: string; mode: string | null } | null {
  const type = typeOf.get(kind);
  if (type === undefined) return null;
  const afar = type === 'CONSULT' && (format === 'phone' || format === 'video');
  return { type, mode: afar ? 'phone' : (modes[kind] ?? null) };
}

/** CAMEO code of an event kind, or `null`. */
export function cameo(kind: EventKind): string | null {
  return cameoCodes[kind] ?? null;
}
