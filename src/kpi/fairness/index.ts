export type { AdverseImpact } from './adverse-impact.js';
export {
  type ComparedGroup,
  compareGroups,
  type GapOptions,
  type GroupComparison,
  type GroupGap,
  type GroupState,
} from './compare-groups.js';
export {
  type FairnessFinding,
  type FairnessGapWithheld,
  type FairnessReport,
  type FairnessSplit,
  fairnessReport,
  type SplitComparison,
} from './fairness-report.js';
export { type FairnessSplitOptions, fairnessSplits } from './fairness-splits.js';
export type { GapReference } from './gap-terms.js';
