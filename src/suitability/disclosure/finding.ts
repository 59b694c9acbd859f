import { at } from '../../errors/index.js';
import {
  type Citation,
  type Locale,
  makeReason,
  type Parameters,
  type Reason,
  type Severity,
} from '../../evidence/index.js';
import type { DisclosureHead } from './matters.js';

/** Something in a disclosure that is forbidden, or that somebody should look at before a client sees it. */
export interface DisclosureFinding {
  /** Where it is: `disclosure.sections.returns.en`. */
  readonly path: string;
  readonly head: DisclosureHead;
  /** Absent where the fault is not in one language. */
  readonly locale?: Locale;
  /** The words at fault, at most 40 characters; empty where words are missing. */
  readonly quote: string;
  /**
   * `block`: it must not be shown like this; `require`: something must be put right first; `warn` and `info`: it may be shown.
   * Its code begins with `suitability.disclosure`; `suitabilityMessages` has its text.
   */
  readonly reason: Reason;
}

/** Where a finding is, and in which words. */
export interface FindingPlace {
  readonly head: DisclosureHead;
  readonly locale?: Locale;
  readonly quote?: string;
}

/** What a finding says. */
export interface FindingReason {
  readonly code: string;
  readonly severity: Severity;
  readonly parameters?: Parameters;
  readonly citations?: readonly Citation[];
}

/** Makes a finding; its quote is a parameter of its text. */
export function makeFinding(
  { head, locale, quote = '' }: FindingPlace,
  { code, severity, parameters = {}, citations = [] }: FindingReason,
): DisclosureFinding {
  const section = at('disclosure.sections', head);
  const short = shorten(quote);
  return Object.freeze({
    path: locale === undefined ? section : at(section, locale),
    head,
    ...(locale === undefined ? {} : { locale }),
    quote: short,
    reason: makeReason(code, severity, { quote: short, ...parameters }, citations),
  });
}

const LONGEST_QUOTE = 40;

function shorten(quote: string): string {
  const characters = [...quote.trim()];
  if (characters.length <= LONGEST_QUOTE) return characters.join('');
  return `${characters.slice(0, LONGEST_QUOTE - 1).join('')}…`;
}
