import type { PlainDate } from '../../dates/index.js';
import type { BatchFailure } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import type { RiskLevel } from '../level.js';
import type { LevelChange } from './accept-assessment.js';
import type { LevelRaise } from './raise.js';
import type { ValidityStatus } from './validity-of-last.js';

/** Whether a client may be assessed once more, and where the client stands until then. */
export interface RetestCheck {
  /** `undetermined`: an assessment cannot be read, so more may count than are known, or no rule applies. */
  readonly status: 'allowed' | 'refused' | 'undetermined';
  readonly asOf: PlainDate;
  /** The first day from `asOf` on, on which one more may be made; `null` where that cannot be said. */
  readonly nextAllowedOn: PlainDate | null;
  readonly usedToday: number;
  /** The most in any twelve months of which `asOf` is one. */
  readonly usedInTwelveMonths: number;
  /** How many more may be made today; `null` where no rule applies or an assessment cannot be read. */
  readonly remainingToday: number | null;
  /** How many more may be made until one of the twelve months' no longer counts; `null` as above. */
  readonly remainingInTwelveMonths: number | null;
  /** The last assessment up to `asOf`, if any. */
  readonly last: LastAssessment | null;
  /** Whether it counts. */
  readonly validity: ValidityStatus;
  /** The last day on which it counts. */
  readonly validThrough: PlainDate | null;
  /** The level that counts on `asOf`; `null` without a valid assessment. */
  readonly level: RiskLevel | null;
  /** The change that the client has yet to confirm. */
  readonly mustReconfirm: LevelChange | null;
  /** A raise within the policy's days of notice. */
  readonly raise: LevelRaise | null;
  readonly reasons: readonly Reason[];
  /** Rows of the history that could not be used. */
  readonly failures: readonly BatchFailure[];
}

/** The last assessment. */
export interface LastAssessment {
  readonly id: string;
  readonly assessedOn: PlainDate;
  readonly level: RiskLevel;
}
