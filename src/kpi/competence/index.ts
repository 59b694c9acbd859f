export type {
  AdviserCertificate,
  AdviserFile,
  AdviserPractice,
  AdviserTest,
  TrainingPeriod,
} from './adviser-file.js';
export type {
  AdviserRating,
  AdviserRatings,
  RateAdvisersOptions,
} from './adviser-ratings.js';
export { type AdviserRecordOptions, adviserRecords } from './adviser-records.js';
export type { AdviserScores } from './adviser-scores.js';
export type { FunnelBounds } from './binomial-limits.js';
export {
  type FunnelGroup,
  type FunnelLimits,
  type FunnelPlot,
  type FunnelPlotOptions,
  type FunnelPoint,
  funnelPlot,
} from './funnel-plot.js';
export { rateAdvisers } from './rate-advisers.js';
export type { Trainee, TrainingGroups } from './trainees.js';
export { trainingEffect } from './training-effect.js';
export type {
  ControlledEffect,
  RegressionToTheMean,
  TrainingChange,
  TrainingEffect,
  TrainingOptions,
  TrainingSelection,
} from './training-result.js';
