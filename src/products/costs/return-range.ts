import { AptfolioError, type NumberRange } from '../../errors/index.js';
import { type Money, toMinorUnits } from '../../money/index.js';

/** Annual returns that can be expected, decimal fractions: more than a total loss, at most 1,000 % a year. */
export const RETURN_RANGE: NumberRange = Object.freeze({ exclusiveMin: -1, max: 10 });

/** Money has at most 30 digits before the point; a digit is kept for sums. */
const LARGEST = 1e29;

/**
 * Refuses growth that no amount of money can have.
 *
 * @param growth the factor by which the amount has grown after the years.
 */
export function refuseTooMuch(growth: number, amount: Money, years: number, path: string): void {
  const units = Number(toMinorUnits(amount));
  if (growth * units < LARGEST) return;
  const expected = `returns at which ${amount.amount} stays an amount of at most 29 digits over ${years} years`;
  throw new AptfolioError('out-of-range', path, expected);
}
