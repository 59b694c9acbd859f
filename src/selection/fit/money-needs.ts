import type { PlainDate } from '../../dates/index.js';
import type { Money } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import type { DealingView } from '../screening/dealing-reasons.js';
import { type Lot, openMoneyBack } from '../screening/money-back.js';
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

/** What of one product can be back by a day. */
interface ProductBack {
  /** Whether what is held and not locked can be, and what is bought. */
  readonly kept: boolean;
  readonly bought: boolean;
  /** The most that daily limits let out by then; infinite where nothing limits it. */
  readonly most: number;
}

/** A need, and what of each product can be back for it. */
export interface MoneyNeedLimit extends NeedByDay {
  /** By product. */
  readonly back: readonly ProductBack[];
}

/** A column of a program that stands for what of a limited product is back. */
export interface BackColumn {
  readonly need: number;
  readonly product: number;
}

/** What of each product can be back for each need. `products` are those that change later too. */
export function needLimits(
  needs: readonly NeedByDay[],
  products: readonly Product[],
  view: DealingView | undefined,
  terms: ScreeningTerms,
): readonly MoneyNeedLimit[] {
  if (needs.length === 0 || view === undefined) return [];
  const { mostBy } = openMoneyBack(view, terms);
  return needs.map((need) => ({
    ...need,
    back: products.map((product): ProductBack => {
      const by = (lot: Lot): number => mostBy(product, need.on, lot);
      const [kept, bought] = [by('held'), by('bought')];
      // Of both the later start counts for both, so that nothing is promised twice.
      const most = bought > 0 ? bought : kept;
      return { kept: kept > 0, bought: bought > 0, most };
    }),
  }));
}

/** What of given weights is back for a need. */
export function backFor(
  { back }: MoneyNeedLimit,
  choices: readonly ProductChoice[],
  parts: { readonly kept: ArrayLike<number>; readonly bought: ArrayLike<number> },
): number {
  return back.reduce((sum, one, i) => {
    const kept = one.kept ? Math.max(0, parts.kept[i]! - choices[i]!.locked) : 0;
    return sum + Math.min(one.most, kept + (one.bought ? parts.bought[i]! : 0));
  }, 0);
}

/** The columns that needs add to a program: one for each limited product of each need. */
export function backColumns(needs: readonly MoneyNeedLimit[]): readonly BackColumn[] {
  return needs.flatMap(({ back }, need) =>
    back.flatMap(({ most }, product) => (isLimit(most) ? [{ need, product }] : [])),
  );
}

/** A column as rows see it. */
interface NeedColumn {
  readonly owner: number;
  readonly kept: boolean;
  readonly back?: BackColumn;
}

/**
 * Needs as rows of a program: all that is back comes to what is needed. Of a limited product its column counts, which is at most its limit and at most
 * what may be sold of it.
 */
export function needRows(
  needs: readonly MoneyNeedLimit[],
  choices: readonly ProductChoice[],
  columns: readonly NeedColumn[],
): readonly FitRow[] {
  const isBack = ({ owner, kept }: NeedColumn, back: readonly ProductBack[]): boolean =>
    owner >= 0 && (kept ? back[owner]!.kept : back[owner]!.bought);
  const lockedIn = ({ kept }: ProductBack, product: number): number =>
    kept ? choices[product]!.locked : 0;
  const sums = needs.map(({ back, share }, need): FitRow => {
    const row = Float64Array.from(columns, (column) => {
      if (column.back !== undefined) return column.back.need === need ? 1 : 0;
      return isBack(column, back) && !isLimit(back[column.owner]!.most) ? 1 : 0;
    });
    const locked = back.reduce(
      (sum, one, i) => sum + (isLimit(one.most) ? 0 : lockedIn(one, i)),
      0,
    );
    return { row, lower: share + locked, upper: Number.POSITIVE_INFINITY };
  });
  const parts = backColumns(needs).map(({ need, product }): FitRow => {
    const { back } = needs[need]!;
    const row = Float64Array.from(columns, (column) => {
      if (column.back !== undefined) {
        return column.back.need === need && column.back.product === product ? 1 : 0;
      }
      return column.owner === product && isBack(column, back) ? -1 : 0;
    });
    const upper = 0 - lockedIn(back[product]!, product);
    return { row, lower: Number.NEGATIVE_INFINITY, upper };
  });
  return [...sums, ...parts];
}

function isLimit(most: number): boolean {
  return most > 0 && most < 1;
}
