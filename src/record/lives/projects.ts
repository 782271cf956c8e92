import type { StatementOf } from '../../model/statement.js';
import type { Entities } from '../entities.js';
import type { Told } from '../told.js';
import { type StageLife, stageLives } from './stages.js';

export type ProjectLife = StageLife<StatementOf<'project'>>;

/** The lives of projects: proposed, studied, agreed, building, blocked, operating, established, ended, by the day they were told on. */
export function projectLives(projects: readonly Told<StatementOf<'project'>>[], entities?: Entities): ProjectLife[] {
  return stageLives(projects, () => null, entities);
}
