import { addMonths, daysBetween, monthsBetween, type PlainDate } from '../../dates/index.js';
import type { Money } from '../../money/index.js';
import { exactFraction, scaleMoney } from '../exact.js';
import type { Holding } from '../holding.js';

/** A holding that ends on a day. */
export interface Maturity {
  readonly holding: string;
  readonly date: PlainDate;
  /** From `asOf`; negative once it has passed. */
  readonly days: number;
  /** In the holding's own currency. */
  readonly principal: Money;
  /** Simple interest over the term; `null` where the rate or the term is not known. */
  readonly interest: Money | null;
}

/** The holdings that end, the soonest first. */
export function maturitiesOf(holdings: readonly Holding[], asOf: PlainDate): readonly Maturity[] {
  const maturities = holdings.flatMap((holding) => {
    const { id, currency, amount, maturity } = holding;
    if (maturity === undefined) return [];
    return Object.freeze({
      holding: id,
      date: maturity,
      days: daysBetween(asOf, maturity),
      principal: Object.freeze({ currency, amount }),
      interest: interestOf(holding),
    });
  });
  return Object.freeze(
    maturities.sort((a, b) => a.days - b.days || (a.holding < b.holding ? -1 : 1)),
  );
}

/**
 * Simple interest over the whole term: by days of 365 where the term is given in days or is no whole number of
 * months, else by twelfths of a year.
 */
function interestOf(holding: Holding): Money | null {
  const { currency, amount, annualRate, termDays, start, maturity } = holding;
  if (annualRate === undefined || maturity === undefined) return null;
  const { numerator, scale } = exactFraction(annualRate, 'annualRate');
  const overTerm = (parts: number, partsOfYear: bigint): Money =>
    scaleMoney({ currency, amount }, numerator * BigInt(parts), scale * partsOfYear);
  if (termDays !== undefined) return overTerm(termDays, 365n);
  if (start === undefined) return null;
  const months = monthsBetween(start, maturity);
  return addMonths(start, months) === maturity
    ? overTerm(months, 12n)
    : overTerm(daysBetween(start, maturity), 365n);
}
