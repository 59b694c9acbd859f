import type { Sale } from 'aptfolio/client';
import { type BusinessCalendar, compileCalendar, type PlainDate } from 'aptfolio/dates';
import type { Money } from 'aptfolio/money';
import { compileProducts, type Product } from 'aptfolio/products';
import { compileRebalancing, planStages } from 'aptfolio/rebalancing';
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
 * Carries a staged sale out, prices unchanged: the proceeds go into the money fund, and what a stage leaves is what the next one starts
 * from.
 */
export function sellInStages(task: StagedSale, { inputs, universe }: CaseContext): Sentence[] {
  const calendar = calendarOf(inputs.review);
  const { sales, total } = task;
  const days = sales
    .map(({ date }) => date)
    .filter((day) => calendar === undefined || isCovered(day, calendar));
  const last = sales.at(-1);
  if (last === undefined || days.length === 0) return [];
  const rebalancer = compileRebalancing(
    { id: 'in-stages', measure: 'products', bands: { default: { absolute: 0 } } },
    {
      universe: compileProducts([STOCK, universe.byId.P01!], universe.assetClasses),
      ...(calendar === undefined ? {} : { calendar }),
    },
  );
  const account = {
    id: 'A5',
    currency: total.currency,
    positions: [
      { product: 'ONE_STOCK', value: task.stock },
      { product: 'P01', value: task.rest },
    ],
    target: { ONE_STOCK: last.shareAfter, P01: 1 - last.shareAfter },
  };
  const { stages } = planStages(account, rebalancer, { days, parts: sales.length });
  return stages.flatMap(({ after, trades }) =>
    trades
      .filter(({ side }) => side === 'sell')
      .map(({ orderOn, settlesOn, amount }) => ({
        say: 'case.A5.sale',
        figures: { orderOn, settlesOn, amount, share: after.weights.ONE_STOCK ?? 0 },
      })),
  );
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
