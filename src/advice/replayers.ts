import type { Replayer } from '../evidence/index.js';
import type { CompiledPack } from '../rules/index.js';
import { ADVICE_KIND } from './advise.js';
import { decideAdvice } from './decide-advice.js';
import { packsOfRecord } from './pack-versions.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';
import { REVIEW_KIND, type ReviewReference, type ReviewRequest, review } from './review.js';

interface Inputs<Request, Reference> {
  readonly request: Request;
  readonly reference: Reference;
}

/**
 * The functions that make this room's recorded decisions again, for `replay`; for advice that was given under packs see
 * `adviceReplayersWith`.
 *
 * @example
 * ```ts
 * import { adviceReplayers } from 'aptfolio/advice';
 *
 * Object.keys(adviceReplayers); // => ['advice.advise', 'advice.review']
 * ```
 */
export const adviceReplayers: Readonly<Record<string, Replayer>> =
  /* @__PURE__ */ adviceReplayersWith([]);

/**
 * The same for advice under packs: those that the record names are found by their hash, among newer versions too.
 *
 * A record whose packs are not at hand is refused when it is replayed.
 *
 * @example
 * ```ts
 * import { adviceReplayersWith } from 'aptfolio/advice';
 * import { compilePack } from 'aptfolio/rules';
 * import { cnNfra } from 'aptfolio/suitability/packs/cn';
 *
 * Object.keys(adviceReplayersWith([compilePack(cnNfra)])); // => ['advice.advise', 'advice.review']
 * ```
 */
export function adviceReplayersWith(
  packs: readonly CompiledPack[],
): Readonly<Record<string, Replayer>> {
  return Object.freeze({
    [ADVICE_KIND]: ((
      { request, reference }: Inputs<AdviceRequest, AdviceReference>,
      { asOf, versions },
    ) => decideAdvice(request, reference, { asOf, ...packsOfRecord(versions, packs) })) as Replayer,
    [REVIEW_KIND]: (({ request, reference }: Inputs<ReviewRequest, ReviewReference>, { asOf }) =>
      review(request, reference, asOf)) as Replayer,
  });
}
