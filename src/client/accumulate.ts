import { type Money, moneyToNumber } from '../money/index.js';
import { exp, expm1 } from '../numerics/index.js';

/** What is there and what is paid in every month. */
export interface Saving {
  readonly present: Money;
  readonly monthlyContribution: Money;
}

/** What saving comes to after whole years, the logarithm of a year's growth factor being given. */
export function accumulate(saving: Saving, years: number, logGrowth: number): number {
  const { present, monthlyContribution } = saving;
  return (
    moneyToNumber(present) * exp(years * logGrowth) +
    moneyToNumber(monthlyContribution) * annuity(years, logGrowth)
  );
}

/** What 1 at the end of each month comes to after whole years. */
export function annuity(years: number, logGrowth: number): number {
  const months = 12 * years;
  return logGrowth === 0 ? months : expm1(years * logGrowth) / expm1(logGrowth / 12);
}
