export { compareBeforeAfter } from './compare-before-after.js';
export {
  compareSeveral,
  type JudgedTogether,
  type SeveralOptions,
} from './compare-several.js';
export {
  type ControlledComparison,
  compareWithControl,
  type GroupStates,
} from './compare-with-control.js';
export type {
  BeforeAfter,
  ChangeVerdict,
  ComparedKpi,
  ComparedPeriod,
  ComparedShares,
  ComparedTimes,
  ComparisonEffect,
  ComparisonFinding,
  Described,
  Judgement,
  KnownPeriod,
  NoVariation,
} from './comparison.js';
export type { DescribedChanges } from './controlled-changes.js';
export {
  compareLikeWithLike,
  type GroupStrata,
  type LikeWithLike,
  type LikeWithLikeOptions,
  type MixAdjustedDifference,
  type MixAdjustedGroup,
  type StratumFigure,
} from './like-with-like.js';
