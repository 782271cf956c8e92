import type { Basis, Bound, EventKind, Measure, Modality, Stance, Strength } from '../model/statement.js';
import type { Span } from '../text/span.js';

/** A statement as a frame leaves it: in the folded text, not yet cut into quotes, merged or numbered. */
export interface DraftBase {
  span: Span;
  modality: Modality;
  confidence: number;
  rule: string;
  speaker: DraftSpeaker | null;
  /** How each part came to be known, and where in the folded text. */
  roles: Record<string, { basis: Basis; span?: Span }>;
}

export interface DraftSpeaker {
  name: string;
  office: string | null;
  country: string | null;
}

export interface DraftActor {
  name: string | null;
  office: string | null;
  country: string | null;
  role: 'actor' | 'recipient' | 'participant';
}

interface Amount {
  measure: Measure;
  label?: string;
  from: string | null;
  to: string | null;
  value: number | null;
  upper?: number;
  unit: string | null;
  bound: Bound | null;
}

export type Draft = DraftBase &
  (
    | ({ type: 'figure'; period: string | null; growth: number | null; source: string | null } & Amount)
    | ({ type: 'target'; due: string | null } & Amount)
    | {
        type: 'event';
        kind: EventKind;
        date: string | null;
        actors: DraftActor[];
        countries: string[];
        format: 'in-person' | 'video' | 'phone' | 'written' | null;
        place: string | null;
        object: { item: string; quantity: number | null; unit: string | null } | null;
      }
    | {
        type: 'office';
        person: string;
        aliases: string[];
        latin: string | null;
        office: string;
        organisation: string | null;
        country: string | null;
      }
    | { type: 'agreement'; name: string; parties: string[]; status: AgreementStatus | null; date: string | null }
    | { type: 'body'; name: string; aliases: string[]; parties: string[]; parts: string[]; session: number | null; chairs: string[] }
    | { type: 'project'; name: string; parties: string[]; status: ProjectStatus | null; place: string | null }
    | { type: 'relation'; kind: RelationKind; parties: string[]; level: string | null; date: string | null }
    | { type: 'commitment'; by: string[]; to: string[]; strength: Strength; action: string; due: string | null }
    | { type: 'position'; by: string[]; about: string[]; stance: Stance; topic: string | null }
  );

export type AgreementStatus = 'proposed' | 'negotiating' | 'signed' | 'ratified' | 'in-force' | 'suspended' | 'ended';
export type ProjectStatus = 'proposed' | 'studied' | 'agreed' | 'building' | 'blocked' | 'operating' | 'established' | 'ended';
export type RelationKind = 'established' | 'level' | 'anniversary' | 'themed-year' | 'suspended' | 'broken';
export type DraftOf<T extends Draft['type']> = Extract<Draft, { type: T }>;
