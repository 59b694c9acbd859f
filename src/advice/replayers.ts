import type { Replayer } from '../evidence/index.js';
import { REVIEW_KIND, type ReviewReference, type ReviewRequest, review } from './review.js';

interface ReviewInputs {
  readonly request: ReviewRequest;
  readonly reference: ReviewReference;
}

/**
 * The functions that make this room's recorded decisions again, for `replay`.
 *
 * @example
 * ```ts
 * import { adviceReplayers } from 'aptfolio/advice';
 *
 * Object.keys(adviceReplayers); // => ['advice.review']
 * ```
 */
export const adviceReplayers: Readonly<Record<string, Replayer>> = Object.freeze({
  [REVIEW_KIND]: ({ request, reference }: ReviewInputs) => review(request, reference),
});
