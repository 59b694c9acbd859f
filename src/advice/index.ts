export { advanceCase, type CaseStep, openCase } from './advance-case.js';
export { ADVICE_KIND, type AdviceOptions, type AdviceRecord, advise } from './advise.js';
export { type AdviceCase, CASE_STATES, type CaseEvent, type CaseState } from './case.js';
export { adviceMessages } from './messages.js';
export {
  ADVICE_STEPS,
  type AdviceOrderCheck,
  type AdviceOutcome,
  type AdviceProgress,
  type AdviceStep,
  type GoalOutlook,
  type ProposedAdvice,
  type StoppedAdvice,
} from './outcome.js';
export type { AdviceReference } from './reference.js';
export { adviceReplayers, adviceReplayersWith } from './replayers.js';
export type { AdviceRequest } from './request.js';
export {
  REVIEW_KIND,
  type ReviewOutcome,
  type ReviewRecord,
  type ReviewReference,
  type ReviewRequest,
  reviewAccount,
} from './review.js';
