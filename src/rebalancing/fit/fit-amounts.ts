import { AptfolioError, at, checkList, checkNumber, checkObject } from '../../errors/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  fromMinorUnits,
  type Money,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { solveLeastSquares } from './least-squares.js';

/** Σ coefficient × amount is to be `amount`: what of some products lies in one asset class is to be worth so much. */
export interface AmountConstraint<C extends CurrencyCode = CurrencyCode> {
  /** By product id; for a look-through the product's share in the asset class. A product that is not named counts 0. */
  readonly coefficients: Readonly<Record<string, number>>;
  readonly amount: Money<C>;
}

/** Amounts that come as near as possible to all constraints together. */
export interface AmountFit<C extends CurrencyCode = CurrencyCode> {
  /** By product id, to the smallest unit; may be below 0. */
  readonly amounts: Readonly<Record<string, Money<C>>>;
  /** Whether they meet every constraint to less than half of the smallest unit, rounding of the amounts aside. */
  readonly exact: boolean;
  /** Whether other amounts would do as well; those returned are then the ones with the least sum of squares. */
  readonly ambiguous: boolean;
  /** Products whose amount the constraints leave open, by ascending id. */
  readonly undetermined: readonly string[];
}

/**
 * Finds the amounts of products that fit linear constraints, as a look-through makes them, by least squares.
 *
 * Minimises Σ(Σ coefficient × amount − wanted)². Where that leaves amounts open, those with the least Σ amount² are taken, which
 * spreads money evenly over products that do the same. Amounts are rounded half-even to the smallest unit. Nothing keeps an amount
 * from being negative.
 *
 * Source of `exact` and `ambiguous`: Portfolio Performance, rebalancing of taxonomies.
 *
 * @param constraints at least one; each names at least one product.
 * @throws AptfolioError `empty`, `not-finite`, `currency-mismatch`, `out-of-range` for amounts of 2⁵³ smallest units or more, with the
 * path.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { fitAmounts } from 'aptfolio/rebalancing';
 *
 * const constraints = [
 *   { coefficients: { A: 0.9, B: 0.1 }, amount: money('CNY', '1000.00') },
 *   { coefficients: { A: 0.1, B: 0.9 }, amount: money('CNY', '2000.00') },
 * ];
 * const { amounts, exact, ambiguous } = fitAmounts(constraints, { currency: 'CNY' });
 * amounts.A.amount; // => '875.00'
 * amounts.B.amount; // => '2125.00'
 * [exact, ambiguous]; // => [true, false]
 * ```
 */
export function fitAmounts<C extends CurrencyCode>(
  constraints: readonly AmountConstraint<C>[],
  options: { readonly currency: C },
): AmountFit<C> {
  const currency = checkCurrency(checkObject(options, 'options').currency, 'options.currency') as C;
  const list = checkList<AmountConstraint<C>>(constraints, 'constraints', { minLength: 1 });
  const checked = list.map((one, i) => checkConstraint(one, currency, at('constraints', i)));
  const ids = [...new Set(checked.flatMap(({ coefficients }) => [...coefficients.keys()]))].sort();
  const rows = checked.map(({ coefficients }) => ids.map((id) => coefficients.get(id) ?? 0));
  const wanted = checked.map(({ units }) => units);

  const { x, isDetermined } = solveLeastSquares(rows, wanted);
  const isMet = (row: readonly number[], i: number): boolean =>
    Math.abs(neumaierSum(row.map((value, j) => value * x[j]!)) - wanted[i]!) < 0.5;
  const amounts = ids.map((id, j) => [id, fromMinorUnits(currency, roundHalfEven(x[j]!))] as const);
  const undetermined = ids.filter((_, j) => !isDetermined[j]);
  return Object.freeze({
    amounts: Object.freeze(Object.fromEntries(amounts)),
    exact: rows.every(isMet),
    ambiguous: undetermined.length > 0,
    undetermined: Object.freeze(undetermined),
  });
}

function checkConstraint<C extends CurrencyCode>(
  constraint: AmountConstraint<C>,
  currency: C,
  path: string,
): { readonly coefficients: ReadonlyMap<string, number>; readonly units: number } {
  checkObject(constraint, path);
  const coefficientsPath = at(path, 'coefficients');
  const entries = Object.entries(checkObject(constraint.coefficients, coefficientsPath));
  if (entries.length === 0) {
    throw new AptfolioError('empty', coefficientsPath, 'at least one coefficient');
  }
  const amountPath = at(path, 'amount');
  const units = Number(toMinorUnits(parseMoneyIn(constraint.amount, currency, amountPath)));
  if (!Number.isSafeInteger(units)) {
    const expected = 'an amount of less than 2⁵³ smallest units';
    throw new AptfolioError('out-of-range', amountPath, expected, constraint.amount.amount);
  }
  return {
    coefficients: new Map(
      entries.map(([id, value]) => [id, checkNumber(value, at(coefficientsPath, id))]),
    ),
    units,
  };
}

/** To whole units; digits behind the sixth are noise and decide no half. */
function roundHalfEven(units: number): bigint {
  const below = Math.floor(units);
  const rest = Math.round((units - below) * 1e6) / 1e6;
  const isUp = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  return BigInt(below) + (isUp ? 1n : 0n);
}
