export * from './advice/index.js';
export * from './allocation/index.js';
export * from './client/index.js';
export * from './dates/index.js';
export * from './errors/index.js';
export * from './evidence/index.js';
// Two rooms put decisions on record and make them again: evidence any decision, suitability its own. Here each has its name.
export { recordDecision, replay } from './evidence/index.js';
export * from './kpi/index.js';
export * from './market/index.js';
export * from './money/index.js';
export * from './orders/index.js';
export * from './performance/index.js';
export * from './products/index.js';
export * from './projection/index.js';
export * from './questionnaire/index.js';
export * from './rebalancing/index.js';
export * from './report/index.js';
export * from './rules/index.js';
export * from './schema/index.js';
export * from './selection/index.js';
export * from './statistics/index.js';
export * from './suitability/index.js';
export {
  recordDecision as recordSuitability,
  replay as replaySuitability,
} from './suitability/index.js';
