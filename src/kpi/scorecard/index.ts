export type { GuardOutcome } from './guards.js';
export {
  type Score,
  type ScoreContribution,
  type ScorecardOptions,
  scoreScorecard,
} from './score.js';
export {
  compileScorecard,
  type Scorecard,
  type ScorecardDefinition,
  type ScorecardGuard,
  type ScorecardLine,
  type ScorecardResults,
  type ScoredResult,
} from './scorecard.js';
