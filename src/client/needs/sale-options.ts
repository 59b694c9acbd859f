import { addMonths, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  type Money,
  ratioOfMoney,
  splitMoney,
  subtractMoney,
} from '../../money/index.js';

/** A way to sell down a holding. */
export interface SaleOption<C extends CurrencyCode = CurrencyCode> {
  readonly kind: 'immediate' | 'staged';
  /** By date. */
  readonly sales: readonly Sale<C>[];
  readonly reason: Reason;
}

/** One sale. */
export interface Sale<C extends CurrencyCode = CurrencyCode> {
  readonly date: PlainDate;
  readonly amount: Money<C>;
  /** Share of the financial assets afterwards, prices unchanged. */
  readonly shareAfter: number;
}

/** What is to be sold, and how it may be staged. */
export interface SaleTask<C extends CurrencyCode = CurrencyCode> {
  readonly asOf: PlainDate;
  readonly amount: Money<C>;
  /** Value of the holding before any sale. */
  readonly value: Money<C>;
  readonly financialAssets: Money<C>;
  readonly parts: number;
  readonly everyMonths: number;
}

/** Selling at once ends the risk; selling in stages spreads price and tax. Both are offered, neither is preferred. */
export function saleOptions<C extends CurrencyCode>(task: SaleTask<C>): readonly SaleOption<C>[] {
  const { amount, parts, everyMonths } = task;
  const months = everyMonths * (parts - 1);
  const atOnce = option(
    'immediate',
    salesOf(task, [amount]),
    makeReason('client.sell-at-once', 'info', { amount }),
  );
  const staged = option(
    'staged',
    salesOf(task, splitMoney(amount, Array(parts).fill(1))),
    makeReason('client.sell-in-stages', 'info', { amount, parts, months }),
  );
  return Object.freeze([atOnce, staged]);
}

function option<C extends CurrencyCode>(
  kind: SaleOption['kind'],
  sales: readonly Sale<C>[],
  reason: Reason,
): SaleOption<C> {
  return Object.freeze({ kind, sales: Object.freeze(sales), reason });
}

function salesOf<C extends CurrencyCode>(
  { asOf, value, financialAssets, everyMonths }: SaleTask<C>,
  amounts: readonly Money<C>[],
): readonly Sale<C>[] {
  let left = value;
  return amounts.map((amount, index) => {
    left = subtractMoney<CurrencyCode>(left, amount) as Money<C>;
    return Object.freeze({
      date: addMonths(asOf, index * everyMonths),
      amount,
      shareAfter: ratioOfMoney<CurrencyCode>(left, financialAssets),
    });
  });
}
