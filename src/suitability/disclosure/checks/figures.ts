import { nfra } from '../../packs/cn/citations.js';
import { readRating } from '../../read-rating.js';
import type { DisclosedFee, Disclosure } from '../disclosure.js';
import { figureOf, PLAIN } from '../figures/figure.js';
import { type Figures, figuresIn } from '../figures/figures-in.js';
import { type DisclosureFinding, makeFinding } from '../finding.js';
import { DISCLOSURE_HEADS } from '../matters.js';
import { type PlacedText, textsUnder } from '../texts.js';
import { RATING_MAY_CHANGE } from './vocabulary.js';

/** Figures that one language has and another has not, in digits or in words. */
export function checkFiguresAgree({ sections }: Disclosure): readonly DisclosureFinding[] {
  return DISCLOSURE_HEADS.flatMap((head) => {
    const [first, ...others] = textsUnder(sections, head);
    return first === undefined ? [] : others.flatMap((other) => compare(first, other));
  });
}

function compare(first: PlacedText, other: PlacedText): readonly DisclosureFinding[] {
  const [there, here] = [first, other].map(({ text, locale }) => figuresIn(text, locale)) as [
    Figures,
    Figures,
  ];
  const onlyThere = only(there, here);
  const onlyHere = only(here, there);
  if (onlyThere.length + onlyHere.length === 0) return [];
  const parameters = {
    locale: other.locale,
    other: first.locale,
    here: onlyHere.join(' ') || '–',
    there: onlyThere.join(' ') || '–',
  };
  const quote = [onlyHere[0], onlyThere[0]].filter((text) => text !== undefined).join(' / ');
  const code = 'suitability.disclosure-figures-differ';
  return [
    makeFinding(
      { head: other.head, locale: other.locale, quote },
      { code, severity: 'block', parameters, citations: [nfra('13(2)')] },
    ),
  ];
}

function only({ written }: Figures, other: Figures): readonly string[] {
  const missing = written.filter(({ figure }) => !other.all.has(figure));
  return [...new Set(missing.map(({ text }) => text))];
}

/** Data that the texts do not bear out: the rating, that it may change, the fees. */
export function checkStatedFacts({ sections, facts }: Disclosure): readonly DisclosureFinding[] {
  if (facts === undefined) return [];
  const { riskRating, ratingMayChange, fees = [] } = facts;
  return [
    ...textsUnder(sections, 'risk').flatMap((place) => [
      ...(riskRating === undefined ? [] : ratingTold(place, readRating(riskRating, 'riskRating'))),
      ...(ratingMayChange === true ? changeTold(place) : []),
    ]),
    ...textsUnder(sections, 'fees').flatMap((place) => fees.flatMap((fee) => feeTold(place, fee))),
  ];
}

function ratingTold(place: PlacedText, rating: number): readonly DisclosureFinding[] {
  if (figuresIn(place.text, place.locale).all.has(figureOf(rating, PLAIN))) return [];
  const code = 'suitability.disclosure-rating-not-told';
  return [untold(place, code, `R${rating}`, '31(1)(2)')];
}

function changeTold(place: PlacedText): readonly DisclosureFinding[] {
  if (RATING_MAY_CHANGE[place.locale].test(place.text)) return [];
  return [untold(place, 'suitability.disclosure-change-not-told', '', '31(1)(2)')];
}

function feeTold(place: PlacedText, fee: DisclosedFee): readonly DisclosureFinding[] {
  const [value, unit] =
    'rate' in fee ? [fee.rate, { share: true, times: 1 }] : [Number(fee.amount.amount), PLAIN];
  const { all } = figuresIn(place.text, place.locale);
  // Who says that a fee is not charged need not write a nought.
  if (value === 0 || all.has(figureOf(value, unit))) return [];
  const told =
    'rate' in fee
      ? `${Number((fee.rate * 100).toPrecision(12))}%`
      : Object.values(fee.amount).join(' ');
  return [untold(place, 'suitability.disclosure-fee-not-told', told, '31(1)(4)')];
}

function untold(
  { head, locale }: PlacedText,
  code: string,
  value: string,
  article: string,
): DisclosureFinding {
  return makeFinding(
    { head, locale },
    { code, severity: 'require', parameters: { locale, value }, citations: [nfra(article)] },
  );
}
