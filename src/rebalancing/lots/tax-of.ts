import { divideHalfEven } from '../account/exact.js';
import { exactRate } from './exact-rate.js';
import type { TaxPolicy } from './lot.js';
import type { Term } from './lot-state.js';

/** A gain, below 0 for a loss, in smallest units of the currency in which tax is reckoned. */
export interface TermGain {
  readonly term: Term;
  /** Absent: not known, as the cost is not. */
  readonly gain?: bigint;
}

/** The tax on a day's gains, or that it cannot be reckoned. */
export type Tax =
  | {
      readonly status: 'known';
      /** Never below 0. */
      readonly tax: bigint;
      /** Gains that are taxed, after losses, at least 0. */
      readonly taxedShort: bigint;
      readonly taxedLong: bigint;
      /** Losses that no gain of the day used up, at least 0: they lower no tax today. */
      readonly lossLeft: bigint;
    }
  | { readonly status: 'unknown'; readonly missing: number };

/** Gains and losses of a day by term, each at least 0. */
interface DayGains {
  readonly shortGains: bigint;
  readonly shortLosses: bigint;
  readonly longGains: bigint;
  readonly longLosses: bigint;
}

/**
 * The tax on gains of one day.
 *
 * Losses lower the gains of their own term first and, if more is left, those of the other; with `offsetLosses: false` they
 * lower nothing. The tax is rounded once, half-even, from the exact sum of both terms.
 *
 * Source of the order: 26 USC 1222 (net short-term and net long-term first, then against each other).
 *
 * @returns `unknown` with the number of gains that are not known: a missing cost is no gain of 0.
 */
export function taxOf(gains: readonly TermGain[], tax: TaxPolicy): Tax {
  const missing = gains.filter(({ gain }) => gain === undefined).length;
  return missing > 0 ? { status: 'unknown', missing } : taxOnDay(gainsOf(gains), tax);
}

/** Adds gains and losses up by term; those that are not known are left out. */
function gainsOf(gains: readonly TermGain[]): DayGains {
  let [shortGains, shortLosses, longGains, longLosses] = [0n, 0n, 0n, 0n];
  for (const { term, gain = 0n } of gains) {
    const [won, lost] = [atLeastZero(gain), atLeastZero(-gain)];
    if (term === 'short') {
      shortGains += won;
      shortLosses += lost;
    } else {
      longGains += won;
      longLosses += lost;
    }
  }
  return { shortGains, shortLosses, longGains, longLosses };
}

/** As `taxOf`, from gains and losses by term. */
function taxOnDay(day: DayGains, tax: TaxPolicy): Extract<Tax, { status: 'known' }> {
  const { taxedShort, taxedLong, lossLeft } = tax.offsetLosses === false ? apart(day) : netted(day);
  const short = exactRate(tax.shortTermRate);
  const long = exactRate(tax.longTermRate);
  const exact =
    taxedShort * short.numerator * long.denominator +
    taxedLong * long.numerator * short.denominator;
  return {
    status: 'known',
    tax: divideHalfEven(exact, short.denominator * long.denominator),
    taxedShort,
    taxedLong,
    lossLeft,
  };
}

interface Taxed {
  readonly taxedShort: bigint;
  readonly taxedLong: bigint;
  readonly lossLeft: bigint;
}

function apart({ shortGains, shortLosses, longGains, longLosses }: DayGains): Taxed {
  return { taxedShort: shortGains, taxedLong: longGains, lossLeft: shortLosses + longLosses };
}

function netted({ shortGains, shortLosses, longGains, longLosses }: DayGains): Taxed {
  const short = shortGains - shortLosses;
  const long = longGains - longLosses;
  const taxedShort = atLeastZero(long < 0n ? short + long : short);
  const taxedLong = atLeastZero(short < 0n ? long + short : long);
  // What is taxed less what is left over is the net of the day.
  return { taxedShort, taxedLong, lossLeft: taxedShort + taxedLong - short - long };
}

function atLeastZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

/**
 * What a day's gains add to the tax of the year, where something was realised in it before: the tax on both together less that on what was
 * realised, at least 0, as nothing is paid back on the day. Gains and losses of the year net as those of a day do.
 *
 * @param realised what was realised by term; of several possibilities the one with the most tax counts. None: nothing was.
 */
export function taxAdded(
  gains: readonly TermGain[],
  realised: readonly (readonly TermGain[])[],
  policy: TaxPolicy,
): bigint {
  const alone = taxOnDay(gainsOf(gains), policy).tax;
  if (realised.length === 0 || policy.offsetLosses === false) return alone;
  return realised.reduce((most, before) => {
    const together = taxOnDay(gainsOf([...before, ...gains]), policy).tax;
    const added = together - taxOnDay(gainsOf(before), policy).tax;
    return added > most ? added : most;
  }, 0n);
}
