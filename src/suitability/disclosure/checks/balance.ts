import type { Locale } from '../../../evidence/index.js';
import { nfra } from '../../packs/cn/citations.js';
import type { Disclosure } from '../disclosure.js';
import { type DisclosureFinding, type FindingReason, makeFinding } from '../finding.js';
import { clientInformation } from '../matters.js';
import { type PlacedText, textsOf, textsUnder } from '../texts.js';
import { LOSS, NO_GUIDE, PAST_PERFORMANCE, RETURN } from './vocabulary.js';

/** A loss is named near a return's figure within this many characters; a Chinese one says about as much as three of English. */
const NEAR: Readonly<Record<Locale, number>> = { 'zh-Hans': 100, 'zh-Hant': 100, en: 300 };

/** How many times as long as the text on risk the text on returns may be. */
const LONGER = 3;

const FAIR = [nfra('13(4)'), clientInformation('44(2)')];
const RISKS = [nfra('31(1)(3)'), nfra('13(2)')];

/**
 * Returns told more loudly than risk: no loss beside them, or far from the first figure; more text; a return before the loss under
 * the very head on risk; past performance without the warning that it is no guide.
 *
 * The measures of distance and length are this library's own; no rule names a number.
 */
export function checkBalance({ sections, facts }: Disclosure): readonly DisclosureFinding[] {
  const past = textsOf(sections).flatMap(pastWithoutWarning);
  if (facts?.principalMayBeLost === false) return past;
  return [
    ...textsUnder(sections, 'risk').flatMap(onRisk),
    ...textsUnder(sections, 'returns').flatMap((text) => [
      ...lossBeside(text),
      ...outweighing(text, sections),
    ]),
    ...past,
  ];
}

function onRisk(place: PlacedText): readonly DisclosureFinding[] {
  const { locale, text } = place;
  const loss = text.search(LOSS[locale]);
  if (loss < 0) {
    return [
      found(place, '', { ...REQUIRED_LOSS, code: 'suitability.disclosure-risk-without-loss' }),
    ];
  }
  const named = RETURN[locale].exec(text);
  if (named === null || named.index > loss) return [];
  const code = 'suitability.disclosure-return-before-loss';
  return [found(place, wordsOf(place, named), { code, severity: 'warn', citations: FAIR })];
}

const REQUIRED_LOSS = { severity: 'require', citations: RISKS } as const;

function lossBeside(place: PlacedText): readonly DisclosureFinding[] {
  const { locale, text } = place;
  const losses = [...text.matchAll(new RegExp(LOSS[locale], 'gi'))].map(({ index }) => index);
  if (losses.length === 0) {
    const code = 'suitability.disclosure-returns-without-loss';
    return [found(place, '', { ...REQUIRED_LOSS, code })];
  }
  const figure = /[0-9０-９][0-9０-９.．]*\s*(?:%|％|per ?cent)/i.exec(text);
  if (figure === null) return [];
  if (losses.some((index) => Math.abs(index - figure.index) <= NEAR[locale])) return [];
  const code = 'suitability.disclosure-loss-far-from-return';
  return [found(place, wordsOf(place, figure), { code, severity: 'warn', citations: FAIR })];
}

function outweighing(
  place: PlacedText,
  sections: Disclosure['sections'],
): readonly DisclosureFinding[] {
  const risks = textsUnder(sections, 'risk').find(({ locale }) => locale === place.locale);
  const risk = risks?.text.trim().length ?? 0;
  const returns = place.text.trim().length;
  if (risk === 0 || returns <= LONGER * risk) return [];
  const parameters = { returns, risk };
  const code = 'suitability.disclosure-returns-outweigh';
  return [found(place, '', { code, severity: 'warn', parameters, citations: FAIR })];
}

function pastWithoutWarning(place: PlacedText): readonly DisclosureFinding[] {
  const { locale, text } = place;
  const named = PAST_PERFORMANCE[locale].exec(text);
  if (named === null || NO_GUIDE[locale].test(text)) return [];
  const citations = [nfra('13(4)'), clientInformation('44(4)')];
  const code = 'suitability.disclosure-past-performance';
  return [found(place, wordsOf(place, named), { code, severity: 'require', citations })];
}

/** The words that matched, as they were given. */
function wordsOf({ original }: PlacedText, { 0: words, index }: RegExpExecArray): string {
  return original(index, index + words.length);
}

function found(
  { head, locale }: PlacedText,
  quote: string,
  reason: FindingReason,
): DisclosureFinding {
  return makeFinding({ head, locale, quote }, reason);
}
