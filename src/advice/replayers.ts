import type { Replayer } from '../evidence/index.js';
import { ADVICE_KIND } from './advise.js';
import { decideAdvice } from './decide-advice.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';
import { REVIEW_KIND, type ReviewReference, type ReviewRequest, review } from './review.js';

interface Inputs<Request, Reference> {
  readonly request: Request;
  readonly reference: Reference;
}

/**
 * The functions that make this room's recorded decisions again, for `replay`.
 *
 * @example
 * ```ts
 * import { adviceReplayers } from 'aptfolio/advice';
 *
 * Object.keys(adviceReplayers); // => ['advice.advise', 'advice.review']
 * ```
 */
export const adviceReplayers: Readonly<Record<string, Replayer>> = Object.freeze({
  [ADVICE_KIND]: (({ request, reference }: Inputs<AdviceRequest, AdviceReference>, { asOf }) =>
    decideAdvice(request, reference, asOf)) as Replayer,
  [REVIEW_KIND]: (({ request, reference }: Inputs<ReviewRequest, ReviewReference>, { asOf }) =>
    review(request, reference, asOf)) as Replayer,
});
