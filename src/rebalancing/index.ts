export {
  type Drift,
  type DriftBands,
  type DriftLine,
  measureDrift,
} from './drift.js';
export { classWeights } from './holdings.js';
export { rebalancingMessages } from './messages.js';
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
