export { type BacklogOptions, backlogRecords } from './backlog-records.js';
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
export { type RiskFinding, type RiskOptions, riskRecords } from './risk-records.js';
