import { daysBetween, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { at, checkInteger, checkList, checkObject, checkUniqueIds } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoney,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';
import { atScale, readDecimal, writeDecimal } from '../account/exact.js';
import { partOf } from './take-lots.js';

/** A sale at a loss. */
export interface LossSale<C extends CurrencyCode = CurrencyCode> {
  readonly on: PlainDate;
  /** Decimal text above 0. */
  readonly units: string;
  /** What it lost, above 0. */
  readonly loss: Money<C>;
}

/** A purchase of the same product that is not itself what was sold. */
export interface ReplacementPurchase<C extends CurrencyCode = CurrencyCode> {
  /** Unique. */
  readonly id: string;
  readonly on: PlainDate;
  /** Decimal text above 0; of a lot that has taken up an earlier loss only what has not. */
  readonly units: string;
  /** At least 0. */
  readonly cost: Money<C>;
}

/** Which part of a loss cannot be used now, and which purchases take it up. */
export interface WashSaleResult<C extends CurrencyCode = CurrencyCode> {
  /** The part of the loss that cannot be used now, and the part that can; they add up to it. */
  readonly disallowed: Money<C>;
  readonly allowed: Money<C>;
  /** The purchases that replace what was sold, the earliest first. */
  readonly replacements: readonly {
    readonly id: string;
    /** Units that replace units sold, decimal text. */
    readonly units: string;
    /** Their part of `disallowed`; the parts add up to it. */
    readonly added: Money<C>;
    /** Cost of the purchase with what is added. */
    readonly cost: Money<C>;
  }[];
}

/**
 * Finds which part of a sale's loss is spoilt by purchases of the same product within some days before and after it.
 *
 * Unit for unit, the earliest purchase first; the loss that cannot be used is added to the cost of what was bought. Half-even to
 * the smallest unit.
 *
 * Source: 26 USC 1091, 26 CFR 1.1091-1 and 1.1091-2 (30 days).
 *
 * @throws AptfolioError for units or a loss that are not above 0, mixed currencies, ids that stand twice.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { findWashSale } from 'aptfolio/rebalancing';
 *
 * const sale = { on: '2026-01-15', units: '100', loss: money('USD', '250') } as const;
 * const again = { id: 'new', on: '2026-02-01', units: '100', cost: money('USD', '800') } as const;
 * const found = findWashSale(sale, [again], { days: 30 });
 * found.disallowed.amount; // => '250.00'
 * found.replacements[0].cost.amount; // => '1050.00'
 * findWashSale(sale, [again], { days: 16 }).disallowed.amount; // => '0.00'
 * ```
 */
export function findWashSale<C extends CurrencyCode>(
  sale: LossSale<C>,
  purchases: readonly ReplacementPurchase<C>[],
  options: { readonly days: number },
): WashSaleResult<C> {
  checkObject(options, 'options');
  const days = checkInteger(options.days, 'options.days', { min: 0, max: 366 });
  const { on, units, loss, currency, scale, bought } = readSale(sale, purchases);
  const near = bought.filter((one) => Math.abs(daysBetween(on, one.on)) <= days).sort(byDay);
  const toMoney = (amount: bigint): Money<C> => fromMinorUnits(currency, amount);
  let before = 0n;
  const replacements = near.flatMap((one) => {
    const taken = one.units < units - before ? one.units : units - before;
    if (taken === 0n) return [];
    const added = partOf(loss, before + taken, units) - partOf(loss, before, units);
    before += taken;
    const text = writeDecimal(taken, scale);
    const cost = toMoney(one.cost + added);
    return Object.freeze({ id: one.id, units: text, added: toMoney(added), cost });
  });
  const disallowed = partOf(loss, before, units);
  return Object.freeze({
    disallowed: toMoney(disallowed),
    allowed: toMoney(loss - disallowed),
    replacements: Object.freeze(replacements),
  });
}

interface Bought {
  readonly id: string;
  readonly on: PlainDate;
  readonly units: bigint;
  readonly cost: bigint;
}

function readSale<C extends CurrencyCode>(
  sale: LossSale<C>,
  purchases: readonly ReplacementPurchase<C>[],
) {
  checkObject(sale, 'sale');
  const loss = parseMoney(sale.loss, 'sale.loss', { sign: 'positive' }) as Money<C>;
  const units = readDecimal(sale.units, 'sale.units', 'positive');
  checkUniqueIds(checkList(purchases, 'purchases'), 'purchases');
  const read = purchases.map((row, index) => {
    const path = at('purchases', index);
    const cost = parseMoneyIn(row.cost, loss.currency, at(path, 'cost'), { sign: 'not-negative' });
    const on = parsePlainDate(row.on, at(path, 'on'));
    const amount = readDecimal(row.units, at(path, 'units'), 'positive');
    return { id: row.id, on, cost: toMinorUnits(cost), amount };
  });
  const scale = Math.max(units.scale, ...read.map(({ amount }) => amount.scale));
  return {
    on: parsePlainDate(sale.on, 'sale.on'),
    units: atScale(units, scale),
    loss: toMinorUnits(loss),
    currency: loss.currency,
    scale,
    bought: read.map(({ amount, ...one }): Bought => ({ ...one, units: atScale(amount, scale) })),
  };
}

function byDay(a: Bought, b: Bought): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
