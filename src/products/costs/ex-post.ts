import { checkInterval, type DateInterval, daysIn } from '../../dates/index.js';
import { AptfolioError, at, checkList, checkObject } from '../../errors/index.js';
import {
  addMoney,
  type CurrencyCode,
  checkCurrency,
  fromMinorUnits,
  isPositive,
  type Money,
  ratioOfMoney,
  splitMoney,
  sumMoney,
  zeroMoney,
} from '../../money/index.js';
import { checkUniverse } from '../check-universe.js';
import { divideHalfEven } from '../fees/units.js';
import { findProduct } from '../find-product.js';
import type { Product } from '../product.js';
import type { ProductUniverse } from '../universe.js';
import { type Accrual, accrue } from './accrual.js';
import { UNSPECIFIED } from './cost-lines.js';
import {
  type PaidAmounts,
  type PaidCharge,
  readCharges,
  sumPaid,
  withOngoing,
} from './paid-charges.js';
import { type ValueRecord, valueSteps } from './value-steps.js';

/** What happened with one product; what lies outside the period only tells the value. */
export interface PaidCostRecord<C extends CurrencyCode = CurrencyCode> extends ValueRecord<C> {
  /** The product's id; once in an account. */
  readonly product: string;
  readonly charges?: readonly PaidCharge<C>[];
}

/** What was really paid for one product, or in all. */
export interface PaidCosts<C extends CurrencyCode = CurrencyCode> {
  readonly paid: PaidAmounts<C>;
  /** What of it the distributor was paid: a part, not on top. */
  readonly toDistributor: Money<C>;
  /** Mean of the values at the ends of the days before the period's days. */
  readonly averageValue: Money<C>;
  /** `paid` as decimal fractions of the average value; absent where that is 0. */
  readonly shares?: Readonly<Record<keyof PaidAmounts, number>>;
}

/** What was really paid for one product. */
export interface PaidCostLine<C extends CurrencyCode = CurrencyCode> extends PaidCosts<C> {
  readonly product: string;
  /** The recurring charges by the names of their parts; they add up exactly. */
  readonly annualParts: Readonly<Record<string, Money<C>>>;
}

/** What was really paid in a period. */
export interface ExPostCosts<C extends CurrencyCode = CurrencyCode> extends PaidCosts<C> {
  readonly period: DateInterval;
  /** Charges to the account itself; part of `paid`. */
  readonly account: PaidAmounts<C>;
  /** By ascending id. With `account` they add up to the whole, exactly. */
  readonly lines: readonly PaidCostLine<C>[];
}

/** The period looked back on. */
export interface ExPostOptions<C extends CurrencyCode = CurrencyCode> {
  readonly currency: C;
  /** `from` belongs to it, `to` does not. */
  readonly period: DateInterval;
  /** Charges that belong to no product. */
  readonly accountCharges?: readonly PaidCharge<C>[];
}

/**
 * What was really paid in a period, after the fact: for each product and in all, in money and as shares of the average value.
 *
 * Recurring charges are taken inside the products; they accrue day by day, on the value at the end of the day before, at the day's rate over the
 * days of the calendar year. The value of a day is the last valuation, with the flows since. Every other charge is what was booked within the
 * period. All amounts are in one currency. Each product's recurring charges are rounded once, half-even; everything else is a sum of what is shown.
 *
 * @param records one for each product, in any order.
 * @throws AptfolioError with the path to the fault; `missing-value` where the value at the period's start is unknown, `inconsistent`
 * where flows take out more than there was, `empty` for a period without a day.
 *
 * Source: what is shown follows Delegated Regulation (EU) 2017/565, article 50(2) and (9); the accrual is that of mainland fund contracts,
 * H = E × rate ÷ days of the year, with E the net asset value of the day before.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts, exPostCosts } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'A', name: 'Balanced', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *     annualFee: 0.01, entryFee: 0.0025, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const costs = exPostCosts(
 *   [{
 *     product: 'A',
 *     valuations: [{ on: '2025-12-31', value: money('CNY', '36500') }],
 *     flows: [{ on: '2026-01-10', amount: money('CNY', '36500') }],
 *     charges: [{ on: '2026-01-10', kind: 'entry', amount: money('CNY', '91.25') }],
 *   }],
 *   universe,
 *   { currency: 'CNY', period: { from: '2026-01-01', to: '2026-01-21' } },
 * );
 * // Ten days on 36,500, ten on 73,000: 10 × 1.00 + 10 × 2.00.
 * costs.paid.ongoing.amount; // => '30.00'
 * costs.paid.total.amount; // => '121.25'
 * costs.averageValue.amount; // => '54750.00'
 * ```
 */
export function exPostCosts<C extends CurrencyCode>(
  records: readonly PaidCostRecord<C>[],
  universe: ProductUniverse,
  options: ExPostOptions<C>,
): ExPostCosts<C> {
  const { currency, period, accountCharges = [] } = checkOptions(options);
  checkUniverse(universe, 'universe');
  const lines = readRecords(records, universe)
    .map((record) => lineOf(record, currency, period))
    .sort((a, b) => (a.product < b.product ? -1 : 1));
  const path = 'options.accountCharges';
  const charges = readCharges(accountCharges, currency, period, path);
  const account = withOngoing(charges.byKind, zeroMoney(currency));
  const toDistributor = [charges.toDistributor, ...lines.map((line) => line.toDistributor)];
  return Object.freeze({
    period,
    ...describe(sumPaid([account, ...lines.map(({ paid }) => paid)], currency), {
      toDistributor: sumMoney(currency, toDistributor),
      averageValue: sumMoney(
        currency,
        lines.map(({ averageValue }) => averageValue),
      ),
    }),
    account,
    lines: Object.freeze(lines),
  });
}

interface CheckedRecord<C extends CurrencyCode> {
  readonly product: Product;
  readonly record: PaidCostRecord<C>;
  readonly path: string;
}

function readRecords<C extends CurrencyCode>(
  records: readonly PaidCostRecord<C>[],
  universe: ProductUniverse,
): readonly CheckedRecord<C>[] {
  const seen = new Set<string>();
  return checkList<PaidCostRecord<C>>(records, 'records').map((record, index) => {
    const path = at('records', index);
    const product = findProduct(checkObject(record, path).product, universe, at(path, 'product'));
    if (seen.has(product.id)) {
      const expected = 'a product that has no record yet';
      throw new AptfolioError('duplicate-id', at(path, 'product'), expected, product.id);
    }
    seen.add(product.id);
    return { product, record, path };
  });
}

function lineOf<C extends CurrencyCode>(
  { product, record, path }: CheckedRecord<C>,
  currency: C,
  period: DateInterval,
): PaidCostLine<C> {
  const steps = valueSteps(record, currency, period.from, path);
  const accrual = accrue(product, steps, period);
  const charges = readCharges(record.charges ?? [], currency, period, at(path, 'charges'));
  const ongoing = fromMinorUnits(currency, accrual.ongoing);
  const rebate = fromMinorUnits(currency, accrual.rebate);
  const average = divideHalfEven(accrual.valueDays, BigInt(daysIn(period)));
  return Object.freeze({
    product: product.id,
    ...describe(withOngoing(charges.byKind, ongoing), {
      toDistributor: addMoney(charges.toDistributor, rebate),
      averageValue: fromMinorUnits(currency, average),
    }),
    annualParts: splitOngoing(ongoing, accrual),
  });
}

function describe<C extends CurrencyCode>(
  paid: PaidAmounts<C>,
  { toDistributor, averageValue }: Pick<PaidCosts<C>, 'toDistributor' | 'averageValue'>,
): PaidCosts<C> {
  if (!isPositive(averageValue)) return { paid, toDistributor, averageValue };
  const shares = Object.entries(paid).map(([kind, amount]) => [
    kind,
    ratioOfMoney(amount, averageValue),
  ]);
  return { paid, toDistributor, averageValue, shares: Object.freeze(Object.fromEntries(shares)) };
}

/** Recurring charges by the names of their parts; what nobody has taken apart on its day stands under one name. */
function splitOngoing<C extends CurrencyCode>(
  ongoing: Money<C>,
  { parts, whole }: Accrual,
): Readonly<Record<string, Money<C>>> {
  const names = [...parts.keys()].sort();
  const weights = names.map((name) => parts.get(name) as bigint);
  if (weights.every((weight) => weight === 0n)) return Object.freeze({ [UNSPECIFIED]: ongoing });
  const all = whole === 0n ? weights : [...weights, whole];
  const amounts = isPositive(ongoing) ? splitMoney(ongoing, all) : all.map(() => ongoing);
  const rows = amounts.map((amount, index) => [names[index] ?? UNSPECIFIED, amount] as const);
  return Object.freeze(Object.fromEntries(rows));
}

function checkOptions<C extends CurrencyCode>(options: ExPostOptions<C>): ExPostOptions<C> {
  checkObject(options, 'options');
  checkCurrency(options.currency, 'options.currency');
  const period = checkInterval(options.period, 'options.period');
  if (period.from < period.to) return { ...options, period };
  throw new AptfolioError('empty', 'options.period', 'at least one day');
}
