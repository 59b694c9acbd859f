import type { PlainDate } from '../../dates/index.js';
import type { Money } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import type { DealingView, Lot } from '../screening/dealing-reasons.js';
import { openMoneyBack } from '../screening/money-back.js';
import type { ScreeningTerms } from '../screening/screening-context.js';
import type { ProductChoice } from './choices.js';
import type { FitRow } from './fit-program.js';

/** What is needed by a day in all, earlier needs included. */
export interface NeedByDay {
  readonly on: PlainDate;
  readonly amount: Money;
  /** As a part of what is to be invested. */
  readonly share: number;
}

/** The most of one product that can be back by a day: 0 for nothing, infinite where no daily limit binds. */
interface ProductBack {
  /** Of what is held and not locked; daily limits count what is bought as well. */
  readonly held: number;
  readonly bought: number;
}

/** A need, and what of each product can be back for it. */
export interface MoneyNeedLimit extends NeedByDay {
  /** By product. */
  readonly back: readonly ProductBack[];
}

/** A column of a program that stands for what of a lot is back under a daily limit. */
export interface BackColumn {
  readonly need: number;
  readonly product: number;
  readonly lot: Lot;
  /** The most that the limit lets out. */
  readonly most: number;
}

/** What of each product can be back for each need. `products` are those that change later too. */
export function needLimits(
  needs: readonly NeedByDay[],
  products: readonly Product[],
  view: DealingView | undefined,
  terms: ScreeningTerms,
): readonly MoneyNeedLimit[] {
  if (view === undefined) return [];
  const { mostBy } = openMoneyBack(view, terms);
  return needs.map((need) => ({
    ...need,
    back: products.map((product) => ({
      held: mostBy(product, need.on, 'held'),
      bought: mostBy(product, need.on, 'bought'),
    })),
  }));
}

/** What of given weights is back for a need. */
export function backFor(
  { back }: MoneyNeedLimit,
  choices: readonly ProductChoice[],
  parts: { readonly kept: ArrayLike<number>; readonly bought: ArrayLike<number> },
): number {
  return back.reduce((sum, one, i) => {
    const bought = Math.min(one.bought, parts.bought[i]!);
    if (one.held === 0) return sum + bought;
    const free = Math.max(0, parts.kept[i]! - choices[i]!.locked);
    return sum + Math.min(one.held, free + bought);
  }, 0);
}

const LOTS: readonly Lot[] = ['held', 'bought'];

/** The columns that needs add to a program: one for each limited lot of each product and need. */
export function backColumns(needs: readonly MoneyNeedLimit[]): readonly BackColumn[] {
  return needs.flatMap(({ back }, need) =>
    back.flatMap((one, product) =>
      LOTS.flatMap((lot) => (isLimit(one[lot]) ? [{ need, product, lot, most: one[lot] }] : [])),
    ),
  );
}

/** A column as rows see it. */
interface NeedColumn {
  readonly owner: number;
  readonly kept: boolean;
  readonly back?: BackColumn;
}

/**
 * Needs as rows of a program: all that is back comes to what is needed. Of a limited lot its column counts, which is at most its limit, at
 * most what may be sold of the lot, and with the other lot at most what the product lets out.
 */
export function needRows(
  needs: readonly MoneyNeedLimit[],
  choices: readonly ProductChoice[],
  columns: readonly NeedColumn[],
): readonly FitRow[] {
  const rowOf = (figure: (column: NeedColumn) => number): Float64Array =>
    Float64Array.from(columns, figure);
  const lotOf = ({ kept }: NeedColumn): Lot => (kept ? 'held' : 'bought');
  const sums = needs.map(({ back, share }, need): FitRow => {
    const row = rowOf((column) => {
      if (column.back !== undefined) return column.back.need === need ? 1 : 0;
      return column.owner >= 0 && back[column.owner]![lotOf(column)] >= 1 ? 1 : 0;
    });
    const locked = back.reduce((sum, { held }, i) => sum + (held >= 1 ? choices[i]!.locked : 0), 0);
    return { row, lower: share + locked, upper: Number.POSITIVE_INFINITY };
  });
  const atMost = (row: Float64Array, upper: number): FitRow => ({
    row,
    lower: Number.NEGATIVE_INFINITY,
    upper,
  });
  const lots = backColumns(needs).map((one): FitRow => {
    const row = rowOf(({ owner, kept, back }) => {
      if (back !== undefined) return isSame(back, one) && back.lot === one.lot ? 1 : 0;
      return owner === one.product && lotOf({ owner, kept }) === one.lot ? -1 : 0;
    });
    return atMost(row, one.lot === 'held' ? 0 - choices[one.product]!.locked : 0);
  });
  const products = backColumns(needs)
    .filter(({ lot }) => lot === 'held')
    .map((one) =>
      atMost(
        rowOf(({ back }) => (back && isSame(back, one) ? 1 : 0)),
        one.most,
      ),
    );
  return [...sums, ...lots, ...products];
}

function isSame(one: BackColumn, other: BackColumn): boolean {
  return one.need === other.need && one.product === other.product;
}

function isLimit(most: number): boolean {
  return most > 0 && most < 1;
}
