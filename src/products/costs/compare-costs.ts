import { AptfolioError, at, checkObject } from '../../errors/index.js';
import {
  type CurrencyCode,
  type Money,
  parseMoney,
  parseMoneyIn,
  subtractMoney,
  zeroMoney,
} from '../../money/index.js';
import { COST_KINDS, type CostAmounts, type CostKind } from './cost-amounts.js';
import type { CostLine } from './cost-lines.js';
import type { ExAnteCosts } from './ex-ante.js';

/** An amount before and after a change. */
export interface CostChange<C extends CurrencyCode = CurrencyCode> {
  readonly before: Money<C>;
  readonly after: Money<C>;
  /** after − before: above 0 where it has become dearer. */
  readonly difference: Money<C>;
}

/** A rate before and after a change, decimal fractions. */
export interface RateChange {
  readonly before: number;
  readonly after: number;
  /** after − before. */
  readonly difference: number;
}

/** The costs of a holding period by kind before and after a change; differences of kinds add up to that of `total`. */
export type CostAmountsChange<C extends CurrencyCode = CurrencyCode> = Readonly<
  Record<CostKind | 'total', CostChange<C>>
>;

/** One product before and after a change; a side on which it is not held is 0. */
export interface CostLineChange<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  readonly weight: RateChange;
  readonly annualFeeRate: RateChange;
  readonly ongoing: CostChange<C>;
  readonly overHolding: CostAmountsChange<C>;
}

/** The same cost figures before and after a change. */
export interface CostComparison<C extends CurrencyCode = CurrencyCode> {
  readonly years: number;
  readonly annualFeeRate: RateChange;
  readonly reductionInYield: RateChange;
  readonly firstYear: CostChange<C>;
  readonly ongoing: CostChange<C>;
  readonly overHolding: CostAmountsChange<C>;
  /** Every product held before or after, by ascending id; differences add up to those of the whole. */
  readonly lines: readonly CostLineChange<C>[];
}

/**
 * Sets the costs before and after a change against each other: of another portfolio, or of the same one under a product's new terms.
 *
 * @param before the result of `exAnteCosts` as things are.
 * @param after the same for the change, in the same currency and over the same period.
 * @throws AptfolioError `currency-mismatch`, or `inconsistent` with the path `after.years` for another holding period.
 *
 * @example
 * ```ts
 * import { compareCosts, compileProducts, exAnteCosts } from 'aptfolio/products';
 *
 * const terms = {
 *   name: 'Bonds', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', entryFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [{ ...terms, id: 'A', annualFee: 0.01 }, { ...terms, id: 'B', annualFee: 0.004 }],
 *   ['BOND'],
 * );
 * const options = { amount: { currency: 'CNY', amount: '10000.00' }, expectedReturn: 0.04, years: 1 } as const;
 * const change = compareCosts(
 *   exAnteCosts({ A: 1 }, universe, options),
 *   exAnteCosts({ A: 0.5, B: 0.5 }, universe, options),
 * );
 * change.ongoing.difference.amount; // => '-30.00'
 * change.lines.map((line) => line.ongoing.difference.amount); // => ['-50.00', '20.00']
 * change.reductionInYield.difference; // => -0.00312
 * ```
 */
export function compareCosts<C extends CurrencyCode>(
  before: ExAnteCosts<C>,
  after: ExAnteCosts<C>,
): CostComparison<C> {
  const { currency } = checkPair(before, after);
  const zero = noCosts(currency);
  const linesBefore = byProduct(before.lines);
  const linesAfter = byProduct(after.lines);
  const products = [...new Set([...linesBefore.keys(), ...linesAfter.keys()])].sort();
  const lines = products.map((product) =>
    compareLines(product, linesBefore.get(product) ?? zero, linesAfter.get(product) ?? zero),
  );
  return Object.freeze({
    years: before.years,
    annualFeeRate: rateChange(before.annualFeeRate, after.annualFeeRate),
    reductionInYield: rateChange(before.reductionInYield, after.reductionInYield),
    firstYear: amountChange(before.firstYear, after.firstYear),
    ongoing: amountChange(before.ongoing, after.ongoing),
    overHolding: compareAmounts(before.overHolding, after.overHolding),
    lines: Object.freeze(lines),
  });
}

type Comparable<C extends CurrencyCode> = Pick<
  CostLine<C>,
  'weight' | 'annualFeeRate' | 'ongoing' | 'overHolding'
>;

function compareLines<C extends CurrencyCode>(
  product: string,
  before: Comparable<C>,
  after: Comparable<C>,
): CostLineChange<C> {
  return Object.freeze({
    product,
    weight: rateChange(before.weight, after.weight),
    annualFeeRate: rateChange(before.annualFeeRate, after.annualFeeRate),
    ongoing: amountChange(before.ongoing, after.ongoing),
    overHolding: compareAmounts(before.overHolding, after.overHolding),
  });
}

function compareAmounts<C extends CurrencyCode>(
  before: CostAmounts<C>,
  after: CostAmounts<C>,
): CostAmountsChange<C> {
  const kinds = [...COST_KINDS, 'total'] as const;
  const rows = kinds.map((kind) => [kind, amountChange(before[kind], after[kind])] as const);
  return Object.freeze(Object.fromEntries(rows)) as CostAmountsChange<C>;
}

function amountChange<C extends CurrencyCode>(before: Money<C>, after: Money<C>): CostChange<C> {
  return Object.freeze({ before, after, difference: subtractMoney(after, before) });
}

function rateChange(before: number, after: number): RateChange {
  return Object.freeze({ before, after, difference: after - before });
}

function byProduct<C extends CurrencyCode>(
  lines: readonly CostLine<C>[],
): ReadonlyMap<string, CostLine<C>> {
  return new Map(lines.map((line) => [line.product, line]));
}

function noCosts<C extends CurrencyCode>(currency: C): Comparable<C> {
  const none = zeroMoney(currency);
  const rows = [...COST_KINDS, 'total'].map((kind) => [kind, none]);
  const overHolding = Object.fromEntries(rows) as CostAmounts<C>;
  return { weight: 0, annualFeeRate: 0, ongoing: none, overHolding };
}

function checkPair<C extends CurrencyCode>(
  before: ExAnteCosts<C>,
  after: ExAnteCosts<C>,
): { readonly currency: C } {
  const { years, firstYear } = checkObject(before, 'before') as unknown as ExAnteCosts<C>;
  checkObject(after, 'after');
  const { currency } = parseMoney(firstYear, 'before.firstYear') as Money<C>;
  parseMoneyIn(after.firstYear, currency, 'after.firstYear');
  if (after.years === years) return { currency };
  const expected = `the holding period of before, ${years} years`;
  throw new AptfolioError('inconsistent', at('after', 'years'), expected, after.years);
}
