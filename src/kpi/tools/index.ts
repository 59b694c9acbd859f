export {
  type AvailabilityOptions,
  availabilityRecord,
  type DownTime,
  type ServiceWindow,
} from './availability-record.js';
export {
  REQUEST_OUTCOMES,
  type RequestOptions,
  type RequestOutcome,
  requestRecords,
  type ToolRequest,
} from './request-records.js';
export { type TaskOptions, type ToolTask, taskRecords } from './task-records.js';
export {
  type ToolSession,
  type ToolUsage,
  type UsageOptions,
  usageRecords,
} from './usage-records.js';
