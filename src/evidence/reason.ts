import { at, checkList, checkOneOf, checkText } from '../errors/index.js';
import { type Citation, readCitation } from './citation.js';
import { type Parameters, readParameters } from './parameters.js';

/**
 * What a reason does to the decision, from the strongest down: `block` stops it; `require` asks for
 * something first; `refer` hands it to a person; `warn` and `info` let it pass.
 */
export const SEVERITIES = ['block', 'require', 'refer', 'warn', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Why something was decided: plain, frozen, JSON-safe. `formatReason` puts it into words. */
export interface Reason {
  /** What is said, as a message's key: `orders.below-minimum`. */
  readonly code: string;
  readonly severity: Severity;
  /** The values that were read, by the names that the message uses. */
  readonly parameters: Parameters;
  /** What the reason rests on; empty where it is the library's own arithmetic. */
  readonly citations: readonly Citation[];
}

const NONE: readonly Citation[] = Object.freeze([]);

/**
 * Makes a reason.
 *
 * @param code the key of its message.
 * @param parameters texts, finite numbers, booleans, amounts of money or lists of texts, by name.
 * @throws AptfolioError with the path `code`, `severity`, `parameters.…` or `citations[…]`.
 *
 * @example
 * ```ts
 * import { makeReason } from 'aptfolio/evidence';
 *
 * const reason = makeReason('orders.risk-above-level', 'block', { rating: 'R4', level: 'C3' });
 * reason.severity; // => 'block'
 * reason.parameters; // => { rating: 'R4', level: 'C3' }
 * makeReason('orders.risk-above-level', 'block', { rating: NaN });
 * // => throws 'not-finite', 'parameters.rating'
 * ```
 */
export function makeReason(
  code: string,
  severity: Severity,
  parameters: Parameters = {},
  citations: readonly Citation[] = NONE,
): Reason {
  return Object.freeze({
    code: checkText(code, 'code'),
    severity: checkOneOf(severity, 'severity', SEVERITIES),
    parameters: readParameters(parameters, 'parameters'),
    citations: readCitations(citations),
  });
}

function readCitations(citations: readonly Citation[]): readonly Citation[] {
  const given = checkList<Citation>(citations, 'citations');
  // Most reasons have none, and are made by the million.
  if (given.length === 0) return NONE;
  return Object.freeze(
    Array.from(given, (citation, index) => readCitation(citation, at('citations', index))),
  );
}
