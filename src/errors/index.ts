export { type BatchFailure, type BatchResult, joinPath, mapBatch } from './batch.js';
export {
  checkBoolean,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  checkVector,
  indexIds,
  type ListLimits,
  type NumberRange,
} from './checks.js';
export {
  AptfolioError,
  at,
  describeIssue,
  ERROR_CODES,
  type ErrorCode,
  type Issue,
  makeIssue,
} from './error.js';
export { type FieldsOf, refuseUnknown } from './refuse-unknown.js';
export { renamePaths } from './rename-paths.js';
export { withoutReceived } from './without-received.js';
