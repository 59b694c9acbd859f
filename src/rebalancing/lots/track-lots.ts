import type { PlainDate } from '../../dates/index.js';
import { checkObject, checkOneOf } from '../../errors/index.js';
import { type CurrencyCode, fromMinorUnits, type Money, minorDigits } from '../../money/index.js';
import { readDecimal, valueOfUnits, writeDecimal } from '../account/exact.js';
import { followLots, type HeldUnits, type SoldUnits } from './follow-lots.js';
import { LOT_METHODS, type Lot, type LotMethod, type TaxPolicy } from './lot.js';
import type { Term } from './lot-state.js';
import { type LotTransaction, readHistory } from './read-lot-transactions.js';
import { readTaxPolicy } from './read-tax-policy.js';
import { sumOf } from './take-lots.js';

/** How a history is followed. */
export interface TrackLotsOptions {
  readonly method: LotMethod;
  /** For `lowest-tax`, and for the day from which a lot is long-term (365 without it). */
  readonly tax?: TaxPolicy;
  /** Price of one unit, decimal text above 0 in the currency of the amounts, for `value` and `unrealisedGain`. */
  readonly price?: string;
}

/** What of one lot was sold. */
export interface RealisedLot<C extends CurrencyCode = CurrencyCode> {
  /** The sale's id. */
  readonly sale: string;
  readonly on: PlainDate;
  /** The purchase's id. */
  readonly lot: string;
  readonly boughtOn: PlainDate;
  /** Calendar days held. */
  readonly heldDays: number;
  readonly term: Term;
  /** Decimal text. */
  readonly units: string;
  /** Its part of what the sale brought; the parts of a sale add up to it exactly. */
  readonly proceeds: Money<C>;
  readonly cost: Money<C>;
  /** Proceeds less cost. */
  readonly gain: Money<C>;
}

/** The lots of a product and what selling has brought. */
export interface TrackedLots<C extends CurrencyCode = CurrencyCode> {
  readonly method: LotMethod;
  /** What is still held, by day and id. */
  readonly lots: readonly (Lot<C> & { readonly units: string; readonly cost: Money<C> })[];
  /** Units held, decimal text. */
  readonly units: string;
  /** What was paid for what is held; with the cost of what was sold it adds up to all that was paid. */
  readonly cost: Money<C>;
  /** The same by the moving average, whatever the method. */
  readonly movingAverageCost: Money<C>;
  /** In the order of the sales, and in each of the method. */
  readonly realised: readonly RealisedLot<C>[];
  readonly realisedGain: Money<C>;
  /** Its parts by term. */
  readonly shortGain: Money<C>;
  readonly longGain: Money<C>;
  /** Units held × price, half-even; absent without a price. */
  readonly value?: Money<C>;
  /** Value less cost; absent without a price. */
  readonly unrealisedGain?: Money<C>;
}

/**
 * Follows the lots of one product through its purchases and sales.
 *
 * The cost of what is sold is rounded when it is sold, half-even to the smallest unit, lot by lot (by `average` for the
 * sale as a whole); what is left keeps the rest. So nothing is rounded twice, and cost held and cost sold add up to what was
 * paid. Rows come in any order; on one day purchases come before sales.
 *
 * @throws AptfolioError `inconsistent` with the path of a sale's units where more is sold than was held (or than `lots`
 * names), `unknown-id` for a name in `lots` that is not held, `empty` without a transaction, `currency-mismatch`, and as
 * the checks of each field.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { trackLots } from 'aptfolio/rebalancing';
 *
 * const tracked = trackLots(
 *   [
 *     { id: '1', on: '2024-01-10', side: 'buy', units: '109', amount: money('EUR', '3149.20') },
 *     { id: '2', on: '2025-03-01', side: 'sell', units: '15', amount: money('EUR', '531.50') },
 *   ],
 *   { method: 'fifo' },
 * );
 * tracked.lots; // => [{ id: '1', boughtOn: '2024-01-10', units: '94', cost: { currency: 'EUR', amount: '2715.82' } }]
 * tracked.longGain.amount; // => '98.12'
 * ```
 */
export function trackLots<C extends CurrencyCode>(
  transactions: readonly LotTransaction<C>[],
  options: TrackLotsOptions,
): TrackedLots<C> {
  checkObject(options, 'options');
  const method = checkOneOf(options.method, 'options.method', LOT_METHODS);
  const tax = options.tax === undefined ? undefined : readTaxPolicy(options.tax, 'options.tax');
  const price =
    options.price === undefined
      ? undefined
      : readDecimal(options.price, 'options.price', 'positive');
  const { currency, places, rows } = readHistory(transactions);
  const { held, sold } = followLots(rows, method, tax);
  const average = method === 'average' ? held : followLots(rows, 'average').held;

  const toMoney = (amount: bigint): Money<C> => fromMinorUnits(currency, amount);
  const toText = (count: bigint): string => writeDecimal(count, places);
  const units = sumOf(held.map((lot) => lot.units));
  const cost = costOf(held);
  const value = price && valueOfUnits(units, places, price, minorDigits(currency));
  return Object.freeze({
    method,
    lots: Object.freeze(
      held.map((lot) =>
        Object.freeze({ ...lot, units: toText(lot.units), cost: toMoney(lot.cost) }),
      ),
    ),
    units: toText(units),
    cost: toMoney(cost),
    movingAverageCost: toMoney(costOf(average)),
    realised: Object.freeze(
      sold.map((part) =>
        Object.freeze({
          ...part,
          units: toText(part.units),
          proceeds: toMoney(part.proceeds),
          cost: toMoney(part.cost),
          gain: toMoney(part.proceeds - part.cost),
        }),
      ),
    ),
    realisedGain: toMoney(gainOf(sold)),
    shortGain: toMoney(gainOf(sold.filter(({ term }) => term === 'short'))),
    longGain: toMoney(gainOf(sold.filter(({ term }) => term === 'long'))),
    ...(value === undefined
      ? {}
      : { value: toMoney(value), unrealisedGain: toMoney(value - cost) }),
  });
}

function costOf(lots: readonly HeldUnits[]): bigint {
  return sumOf(lots.map(({ cost }) => cost));
}

function gainOf(parts: readonly SoldUnits[]): bigint {
  return sumOf(parts.map(({ proceeds, cost }) => proceeds - cost));
}
