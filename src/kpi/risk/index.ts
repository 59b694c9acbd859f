export { type BacklogOptions, backlogRecords } from './backlog-records.js';
export { type LossEvent, lossEventRecords } from './loss-event-records.js';
export {
  type CheckedOrder,
  type OrderCheckOptions,
  orderCheckRecords,
} from './order-check-records.js';
export {
  type ClosedCase,
  type ReopenedOptions,
  reopenedRecord,
} from './reopened-record.js';
export type { RiskOptions } from './risk-options.js';
export { type RiskFinding, riskRecords } from './risk-records.js';
