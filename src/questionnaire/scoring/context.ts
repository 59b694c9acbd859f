import type { Plain } from '../condition.js';
import type { RiskLevel } from '../level.js';
import type { ScoringPlan } from './plan.js';
import type { Reading } from './reading.js';
import type { Answers } from './result.js';
import type { Standing } from './standing.js';

/** What is known about the client beside the answers. */
export interface Surroundings {
  readonly facts: Readonly<Record<string, Plain | null | undefined>>;
  readonly secondsTaken: number | null;
  readonly previous: { readonly answers: Answers | null; readonly level: RiskLevel | null };
}

/** What conditions read. */
export interface Context {
  readonly plan: ScoringPlan;
  readonly reading: Reading;
  readonly surroundings: Surroundings;
  /** `null` while scores are not known yet. */
  readonly standing: Standing | null;
  /** Place among `RISK_LEVELS` of the level so far; `null` while it is not known. */
  readonly rank: number | null;
}
