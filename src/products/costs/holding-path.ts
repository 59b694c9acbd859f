import { AptfolioError } from '../../errors/index.js';
import { power } from '../../numerics/index.js';
import { type Charges, exitShare } from './charges.js';

/** What one year of the holding costs, as fractions of the amount paid at the start. */
export interface PathYear {
  /** The years that have passed at its end. */
  readonly years: number;
  /** Value without any charges. */
  readonly gross: number;
  /** Value after all charges but those of leaving. */
  readonly value: number;
  /** Value after all charges, also those of leaving now. */
  readonly net: number;
  readonly ongoing: number;
  readonly performance: number;
  /** What leaving now costs: exit fees, and half the spread. */
  readonly exit: number;
  readonly exitSpread: number;
  /** By how much all charges lower the annual return, if the holding ends now. */
  readonly reductionInYield: number;
}

/**
 * Follows a portfolio that keeps its weights, with G its growth in a year after charges and μ the return before them:
 * G = (1 + μ)(1 − f) − p, where f is the annual fee and p the performance fee, each weighted.
 */
export function followPath(
  charges: readonly Charges[],
  expectedReturn: number,
  years: number,
): readonly PathYear[] {
  const rates = weightedRates(charges);
  const growth = 1 + expectedReturn;
  // Both as fractions of the value that a year's growth has made.
  const performance = rates.performance / growth;
  const charged = rates.annual + performance;
  const kept = 1 - rates.annual - performance;
  if (!(kept > 0)) throw tooHigh();
  return yearEnds(years).map((end, start) => {
    const before = (1 - rates.entry) * power(growth * kept, start);
    const after = (1 - rates.entry) * power(growth * kept, end);
    const taken = before * takenWithin(growth, kept, end - start);
    const part = charged === 0 ? 0 : taken / charged;
    const { exit, exitSpread } = weightedExit(charges, end, after);
    const leaving = 1 - exit - exitSpread;
    return {
      years: end,
      gross: power(growth, end),
      value: after,
      net: after * leaving,
      ongoing: part * rates.annual,
      performance: part * performance,
      exit: after * exit,
      exitSpread: after * exitSpread,
      reductionInYield: growth * (1 - power((1 - rates.entry) * leaving, 1 / end) * kept),
    };
  });
}

/** Single products may be expected to earn so much more than the portfolio that their fees eat it up. */
function tooHigh(): AptfolioError {
  const expected = 'returns whose performance fees leave something of the portfolio';
  return new AptfolioError('inconsistent', 'options.expectedReturns', expected);
}

/** The charges of a year or a part of one, as a fraction of the value at its start. */
function takenWithin(growth: number, kept: number, part: number): number {
  if (part === 1) return growth * (1 - kept);
  return power(growth, part) - power(growth * kept, part);
}

/** 1, 2, ... and the end of the holding, which may lie within a year. */
function yearEnds(years: number): readonly number[] {
  const whole = Array.from({ length: Math.floor(years) }, (_, index) => index + 1);
  return Number.isInteger(years) ? whole : [...whole, years];
}

/** Entry with the spread, annual and performance fees of the whole portfolio. */
export function weightedRates(charges: readonly Charges[]): {
  readonly entry: number;
  readonly annual: number;
  readonly performance: number;
} {
  let [entry, annual, performance] = [0, 0, 0];
  for (const one of charges) {
    entry += one.weight * (one.entry + spreadOnEntry(one));
    annual += one.weight * one.annual;
    performance += one.weight * one.performance;
  }
  return { entry, annual, performance };
}

/** Half the spread is lost on what is left after the entry fee; a fraction of what is paid. */
export function spreadOnEntry({ entry, halfSpread }: Charges): number {
  return (1 - entry) * halfSpread;
}

/**
 * The exit fee, on what half the spread has left of the value; a fraction of the value held.
 *
 * @param value that of the whole portfolio, as a fraction of the amount paid at the start.
 */
export function feeOnExit(one: Charges, years: number, value: number): number {
  const { product, weight, halfSpread, worth } = one;
  const left = 1 - halfSpread;
  const redeemed = worth === undefined ? undefined : worth * weight * value * left;
  return left * exitShare(product, years, redeemed);
}

function weightedExit(
  charges: readonly Charges[],
  years: number,
  value: number,
): { readonly exit: number; readonly exitSpread: number } {
  let [exit, exitSpread] = [0, 0];
  for (const one of charges) {
    exit += one.weight * feeOnExit(one, years, value);
    exitSpread += one.weight * one.halfSpread;
  }
  return { exit, exitSpread };
}
