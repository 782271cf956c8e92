import type { StatementOf } from '../../model/statement.js';
import type { Entities } from '../entities.js';
import type { Told } from '../told.js';
import { type StageLife, stageLives } from './stages.js';

export type AgreementLife = StageLife<StatementOf<'agreement'>>;

/** The lives of agreements: proposed, negotiating, signed, ratified, in force, suspended, ended, each with its date where told. */
export function agreementLives(agreements: readonly Told<StatementOf<'agreement'>>[], entities?: Entities): AgreementLife[] {
  return stageLives(agreements, (s) => s.date, entities);
}
