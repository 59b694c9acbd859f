import type { Sale } from 'aptfolio/client';
import { type BusinessCalendar, compileCalendar, type PlainDate } from 'aptfolio/dates';
import { type Money, ratioOfMoney } from 'aptfolio/money';
import { compileProducts, type Product } from 'aptfolio/products';
import { compileRebalancing, type Rebalancing, rebalance } from 'aptfolio/rebalancing';
import type { CaseContext, Sentence } from './case.js';

/** The stock that is sold down, as a product; the bank settles it the day after. */
const STOCK: Product = {
  ...{ id: 'ONE_STOCK', name: 'One stock', lookThrough: { EQ_CN: 1 } },
  ...{ issuerRisk: 'R4', distributorRisk: 'R4', annualFee: 0, entryFee: 0 },
  ...{ minimumPurchase: '0.01', step: '0.01', lockUpDays: 0, status: 'open' },
  dealing: { redemptionSettlement: 1 },
} as const;

/** What a staged sale starts from. */
export interface StagedSale {
  readonly sales: readonly Sale[];
  readonly stock: Money;
  /** What is held beside the stock. */
  readonly rest: Money;
  readonly total: Money;
}

/**
 * Carries a staged sale out, prices unchanged: on each of its days the account is rebalanced under a policy that moves no more than
 * one stage. The proceeds go into the money fund, and what a stage leaves is what the next one starts from.
 */
export function sellInStages(task: StagedSale, { inputs, universe }: CaseContext): Sentence[] {
  const calendar = calendarOf(inputs.review);
  const { sales, total } = task;
  const last = sales.at(-1);
  const first = sales[0];
  if (last === undefined || first === undefined) return [];
  const rebalancer = compileRebalancing(
    {
      id: 'one-stage-at-a-time',
      measure: 'products',
      bands: { default: { absolute: 0 } },
      trading: { maxTurnover: ratioOfMoney(first.amount, total) },
    },
    {
      universe: compileProducts([STOCK, universe.byId.P01!], universe.assetClasses),
      ...(calendar === undefined ? {} : { calendar }),
    },
  );
  const target = { ONE_STOCK: last.shareAfter, P01: 1 - last.shareAfter };
  let values: Rebalancing['after']['values'] = { ONE_STOCK: task.stock, P01: task.rest };
  return sales
    .map(({ date }) => date)
    .filter((day) => calendar === undefined || isCovered(day, calendar))
    .flatMap((day) => {
      const positions = Object.entries(values).map(([product, value]) => ({ product, value }));
      const account = { id: 'A5', currency: total.currency, positions, target };
      const { after, trades } = rebalance(account, rebalancer, { asOf: day });
      values = after.values;
      return trades
        .filter(({ side }) => side === 'sell')
        .map(({ orderOn, settlesOn, amount }) => ({
          say: 'case.A5.sale',
          figures: { orderOn, settlesOn, amount, share: after.weights.ONE_STOCK ?? 0 },
        }));
    });
}

/** The days on which the sample bank deals; Monday to Friday where it does not say. */
export function calendarOf({
  calendar,
}: CaseContext['inputs']['review']): BusinessCalendar | undefined {
  return calendar === undefined ? undefined : compileCalendar(calendar);
}

function isCovered(day: PlainDate, { covers }: BusinessCalendar): boolean {
  return covers.from <= day && day < covers.to;
}
