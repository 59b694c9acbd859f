export type { Drift, DriftLine } from './drift/drift.js';
export { type DriftOptions, measureDrift } from './drift/measure-drift.js';
export {
  type ComparisonOptions,
  comparePolicies,
  type PolicyComparison,
  type PolicyWindow,
} from './history/compare-policies.js';
export type {
  History,
  HistoryCosts,
  HistoryPeriod,
  HistoryPolicy,
  HistoryStep,
  PolicyReplay,
} from './history/history.js';
export { replayPolicy } from './history/replay-policy.js';
export { classWeights } from './holdings.js';
export { rebalancingMessages } from './messages.js';
export type { Band, Band as DriftBands, BandRules, Bands } from './policy/bands.js';
export type { RebalancingProblem } from './problem.js';
export { rebalance } from './rebalance.js';
export type { Restriction } from './restrictions.js';
export type { DroppedTrade, Rebalancing, Trade } from './result.js';
export { type SwitchAnswer, type SwitchQuestion, switchBreakEven } from './switch-break-even.js';
export type { UtilityInputs } from './utility.js';
export {
  type Addition,
  type HoldingsValuation,
  type ValuationLine,
  type ValuationOptions,
  valueHoldings,
} from './value-holdings.js';
