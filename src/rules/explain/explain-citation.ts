import type { Citation, Locale } from '../../evidence/index.js';
import { type Explanation, explained } from './explanation.js';
import { say } from './sayings.js';

/** Where something is written, and whether it was compared with the text. */
export function explainCitation(
  { instrument, article, address, verified, inForceFrom }: Citation,
  locale: Locale,
): Explanation {
  let citation = say('rules.citation', locale, { instrument, article });
  if (inForceFrom !== undefined) {
    citation = say('rules.citation.since', locale, { citation, date: inForceFrom });
  }
  if (address !== undefined)
    citation = say('rules.citation.address', locale, { citation, address });
  if (!verified) citation = say('rules.citation.unverified', locale, { citation });
  return explained('citation', citation);
}
