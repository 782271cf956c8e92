import { z } from 'zod';

/** Everything a statement may say, by type; the contract's page lists the same fields (a test keeps the two in step). */

export const countryCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]+(-[A-Z0-9]{1,3})?$/)
  .describe('ISO 3166-1 alpha-2, ISO 3166-2 for a part, or the acronym of a group of states');
export const edtfDate = z.string().describe('EDTF date or interval');
const text = z.string().min(1);

/** How a part of a statement came to be known: in its own words, from words elsewhere in the story, or by a convention. */
export const basis = z.enum(['stated', 'inherited', 'assumed']);
export type Basis = z.infer<typeof basis>;

export const modality = z.enum(['actual', 'planned', 'possible', 'denied']);
export type Modality = z.infer<typeof modality>;

export const speaker = z.object({ name: text, office: text.nullable(), country: countryCode.nullable() });
export type Speaker = z.infer<typeof speaker>;

/** Where a part of a statement stands, in code points of the text as read. */
export const origin = z.object({
  basis,
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  quote: z.string().optional(),
});

export const base = z.object({
  id: z.string().describe('hash of what is said and of its quote'),
  item: z.int().nonnegative().describe('0 the main story; 1, 2, … the briefs listed under it'),
  quote: text,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  speaker: speaker.nullable(),
  modality,
  confidence: z.number().min(0).max(1),
  rule: text.describe('the rule that read it'),
  roles: z.record(z.string(), origin).describe('for each part: stated, inherited or assumed, and where'),
});

export const measures = [
  'trade.total',
  'trade.flow',
  'trade.balance',
  'investment.capital',
  'investment.projects',
  'aid',
  'loan',
  'tourists',
  'students',
  'workers',
  'community',
  'flights',
  'companies',
  'other',
] as const;
export const measure = z.enum(measures);
export type Measure = z.infer<typeof measure>;

export const bound = z.enum(['about', 'over', 'under', 'nearly', 'only', 'some']);
export type Bound = z.infer<typeof bound>;

const amount = {
  measure,
  label: text.optional().describe("the text's own words, where the measure is `other`"),
  from: countryCode.nullable(),
  to: countryCode.nullable(),
  value: z.number().nullable(),
  upper: z.number().optional().describe('upper end of a range'),
  unit: text.nullable(),
};

export const figure = base.extend({
  type: z.literal('figure'),
  ...amount,
  period: edtfDate.nullable(),
  growth: z.number().nullable().describe('as a fraction'),
  bound: bound.nullable(),
  source: text.nullable().describe('who compiled it'),
});

export const target = base.extend({
  type: z.literal('target'),
  ...amount,
  bound: bound.nullable(),
  due: edtfDate.nullable(),
});

export const eventKinds = [
  ...['meeting', 'visit', 'call', 'consultation', 'session', 'negotiation', 'conference', 'press-conference', 'interview', 'message'],
  ...['credentials', 'invitation', 'agreement', 'signing', 'ratification', 'entry-into-force', 'establishment', 'upgrade'],
  ...['congratulation', 'condolence', 'thanks', 'praise', 'recognition', 'award', 'approval', 'opening', 'launch', 'joint-exercise'],
  ...['cooperation', 'purchase', 'investment', 'donation', 'aid', 'loan', 'concession', 'withdrawal', 'release', 'request'],
  ...['accusation', 'criticism', 'lawsuit', 'rejection', 'cancellation', 'threat', 'protest', 'sanction', 'expulsion', 'suspension'],
  ...[
    'recall',
    'mobilisation',
    'arrest',
    'seizure',
    'restriction',
    'cyberattack',
    'clash',
    'attack',
    'appointment',
    'election',
    'statement',
  ],
] as const;
export type EventKind =
  | 'meeting'
  | 'visit'
  | 'call'
  | 'consultation'
  | 'session'
  | 'negotiation'
  | 'conference'
  | 'press-conference'
  | 'interview'
  | 'message'
  | 'credentials'
  | 'invitation'
  | 'agreement'
  | 'signing'
  | 'ratification'
  | 'entry-into-force'
  | 'establishment'
  | 'upgrade'
  | 'congratulation'
  | 'condolence'
  | 'thanks'
  | 'praise'
  | 'recognition'
  | 'award'
  | 'approval'
  | 'opening'
  | 'launch'
  | 'joint-exercise'
  | 'cooperation'
  | 'purchase'
  | 'investment'
  | 'donation'
  | 'aid'
  | 'loan'
  | 'concession'
  | 'withdrawal'
  | 'release'
  | 'request'
  | 'accusation'
  | 'criticism'
  | 'lawsuit'
  | 'rejection'
  | 'cancellation'
  | 'threat'
  | 'protest'
  | 'sanction'
  | 'expulsion'
  | 'suspension'
  | 'recall'
  | 'mobilisation'
  | 'arrest'
  | 'seizure'
  | 'restriction'
  | 'cyberattack'
  | 'clash'
  | 'attack'
  | 'appointment'
  | 'election'
  | 'statement';

export const actor = z.object({
  name: text.nullable(),
  office: text.nullable(),
  country: countryCode.nullable(),
  role: z.enum(['actor', 'recipient', 'participant']).describe('who did it, to whom, or together'),
});
export type Actor = z.infer<typeof actor>;

export const event = base.extend({
  type: z.literal('event'),
  kind: z.enum(eventKinds),
  date: edtfDate.nullable(),
  actors: z.array(actor),
  countries: z.array(countryCode),
  format: z.enum(['in-person', 'video', 'phone', 'written']).nullable(),
  place: text.nullable(),
  object: z.object({ item: text, quantity: z.number().nullable(), unit: text.nullable() }).nullable(),
  plover: z.object({ type: text, mode: text.nullable() }).nullable(),
  cameo: text.nullable(),
});

export const office = base.extend({
  type: z.literal('office'),
  person: text,
  aliases: z.array(text),
  latin: text.nullable(),
  office: text,
  organisation: text.nullable(),
  country: countryCode.nullable(),
});

export const agreementStatus = z.enum(['proposed', 'negotiating', 'signed', 'ratified', 'in-force', 'suspended', 'ended']);
export const agreement = base.extend({
  type: z.literal('agreement'),
  name: text,
  parties: z.array(countryCode),
  status: agreementStatus.nullable(),
  date: edtfDate.nullable(),
});

export const body = base.extend({
  type: z.literal('body'),
  name: text,
  aliases: z.array(text),
  parties: z.array(countryCode),
  parts: z.array(text),
  session: z.int().positive().nullable(),
  chairs: z.array(text),
});

export const projectStatus = z.enum(['proposed', 'studied', 'agreed', 'building', 'blocked', 'operating', 'established', 'ended']);
export const project = base.extend({
  type: z.literal('project'),
  name: text,
  parties: z.array(countryCode),
  status: projectStatus.nullable(),
  place: text.nullable(),
});

export const relation = base.extend({
  type: z.literal('relation'),
  kind: z.enum(['established', 'level', 'anniversary', 'themed-year', 'suspended', 'broken']),
  parties: z.array(countryCode),
  level: text.nullable(),
  date: edtfDate.nullable(),
});

export const strength = z.enum(['agreed', 'pledged', 'planned', 'willing', 'hoped', 'proposed', 'requested', 'considering']);
export type Strength = z.infer<typeof strength>;
export const commitment = base.extend({
  type: z.literal('commitment'),
  by: z.array(countryCode),
  to: z.array(countryCode),
  strength,
  action: text,
  due: edtfDate.nullable(),
});

export const stance = z.enum(['support', 'oppose', 'praise', 'concern', 'criticise', 'neutral']);
export type Stance = z.infer<typeof stance>;
export const position = base.extend({
  type: z.literal('position'),
  by: z.array(countryCode),
  about: z.array(countryCode),
  stance,
  topic: text.nullable(),
});

export const statement = z.discriminatedUnion('type', [
  figure,
  target,
  event,
  office,
  agreement,
  body,
  project,
  relation,
  commitment,
  position,
]);
export type Statement = z.infer<typeof statement>;
export type StatementType = Statement['type'];
export type StatementOf<T extends StatementType> = Extract<Statement, { type: T }>;
