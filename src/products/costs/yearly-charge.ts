import { checkObject, checkRange } from '../../errors/index.js';
import type { Product } from '../product.js';

/** The fields of a product that say what it charges year by year. */
export type YearlyChargeRule = Pick<Product, 'annualFee' | 'fees'>;

/**
 * What a product charges in a year: its annual fee and the performance fee that is to be expected, as `exAnteCosts` reckons them.
 *
 * The performance fee is rate × ((1 + return) × (1 − annual fee) − 1 − hurdle), at least 0.
 *
 * @param product as it is on the day: see `productOn`.
 * @param expectedReturn before charges, annual, decimal fraction above −1.
 * @returns decimal fraction of the value at the year's start; entry, exit and spread are no part of it.
 *
 * @example
 * ```ts
 * import { yearlyCharge } from 'aptfolio/products';
 *
 * yearlyCharge({ annualFee: 0.01 }, 0.06); // => 0.01
 * yearlyCharge({ annualFee: 0.01, fees: { performance: { rate: 0.2, hurdle: 0.02 } } }, 0.06); // => 0.01588
 * ```
 */
export function yearlyCharge(product: YearlyChargeRule, expectedReturn: number): number {
  const { annualFee } = checkObject(product, 'product');
  const expected = checkRange(expectedReturn, 'expectedReturn', { exclusiveMin: -1 });
  const charged = checkRange(annualFee, 'product.annualFee', { min: 0 });
  return charged + performanceCharge(product, expected);
}

/** The manager's share of the year's return above the hurdle, after the annual charges. */
export function performanceCharge(
  { annualFee, fees }: YearlyChargeRule,
  expectedReturn: number,
): number {
  if (fees?.performance === undefined) return 0;
  const { rate, hurdle } = fees.performance;
  return rate * Math.max(0, (1 + expectedReturn) * (1 - annualFee) - 1 - hurdle);
}
