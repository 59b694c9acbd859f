export { type Drawdown, maxDrawdown } from './drawdown.js';
export {
  type DietzOptions,
  type DietzPeriod,
  type DietzResult,
  modifiedDietz,
} from './modified-dietz.js';
export {
  type AnnualisedReturn,
  annualiseReturn,
  type PeriodReturn,
  periodReturn,
} from './period-return.js';
export {
  type TimeWeightedPeriod,
  type TimeWeightedResult,
  timeWeightedReturn,
} from './time-weighted-return.js';
export type { Amount, Flow, FlowTiming, Valuation } from './types.js';
export {
  type BridgeLine,
  type BridgeStep,
  type ValueBridge,
  valueBridge,
} from './value-bridge.js';
export { type XirrResult, xirr } from './xirr.js';
