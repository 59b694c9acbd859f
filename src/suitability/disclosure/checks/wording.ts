import type { Disclosure } from '../disclosure.js';
import { type DisclosureFinding, makeFinding } from '../finding.js';
import { textsOf } from '../texts.js';
import { findWording } from '../wording/find-wording.js';
import { readable } from '../wording/readable.js';
import type { WordingKind } from '../wording/wording-kind.js';
import { DISCLOSURE_WORDING } from '../wording/wording-rule.js';

/** What a guarantee that the rules allow covers. */
const COVERED: Readonly<Record<'principal' | 'return', WordingKind>> = {
  principal: 'principal-guaranteed',
  return: 'return-guaranteed',
};

/** Words that must not stand there: guarantees, no risk, like a deposit, superlatives, certainty about the future. */
export function checkWording({ sections, facts }: Disclosure): readonly DisclosureFinding[] {
  const allowed = new Set((facts?.guarantee?.of ?? []).map((kind) => COVERED[kind]));
  return textsOf(sections).flatMap(({ head, locale, given }) => {
    const read = readable(given, locale);
    return DISCLOSURE_WORDING.filter(({ kind }) => !allowed.has(kind)).flatMap(
      ({ code, severity, citations, phrases }) =>
        findWording(read, locale, phrases[locale]).map((quote) =>
          makeFinding({ head, locale, quote }, { code, severity, citations }),
        ),
    );
  });
}
