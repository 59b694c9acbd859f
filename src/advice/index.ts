export { adviceReplayers } from './replayers.js';
export {
  REVIEW_KIND,
  type ReviewOutcome,
  type ReviewRecord,
  type ReviewReference,
  type ReviewRequest,
  reviewAccount,
} from './review.js';
