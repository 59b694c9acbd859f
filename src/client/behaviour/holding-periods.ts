import { type DateInterval, daysBetween } from '../../dates/index.js';
import { type CurrencyCode, formatQuantity } from '../../money/index.js';
import { weightedQuantile } from '../../statistics/index.js';
import type { HeldProduct } from './holding-days.js';
import { type LotPiece, lotsOf } from './lots.js';
import { survivalMedian } from './survival.js';

/** Days of holding, each piece of a purchase with its weight. */
export interface HoldingDays {
  /** Pieces of purchases: one for each day of purchase and, if sold, day of sale. */
  readonly pieces: number;
  readonly mean: number;
  readonly median: number;
  readonly shortest: number;
  readonly longest: number;
}

/** The holding periods of one product in one currency, weighted by units. */
export interface ProductHolding {
  readonly product: string;
  readonly currency: CurrencyCode;
  readonly ended: HoldingDays | null;
  readonly open: HoldingDays | null;
  /** Units sold of which no purchase is known, decimal text; they have no holding period. */
  readonly unmatchedUnits: string;
}

/** How long investments are held, days; purchases matched with sells first in, first out. */
export interface HoldingPeriods {
  /** What was sold in the window, weighted by what it cost; `null` if nothing was. */
  readonly ended: HoldingDays | null;
  /** What was still there on the window's last day: ages, not holding periods. */
  readonly open: HoldingDays | null;
  /**
   * The day by which half of what is bought is sold, with what is still there taken into account (Kaplan–Meier,
   * weighted by cost); `null` if it cannot be told yet.
   */
  readonly median: number | null;
  readonly products: readonly ProductHolding[];
}

/** Measures holding periods over a window, from days that are in order. */
export function holdingPeriods(held: readonly HeldProduct[], window: DateInterval): HoldingPeriods {
  const products = held.map((product) => ({ product, ...lotsOf(product, window) }));
  const all = products.flatMap(({ pieces }) => pieces);
  const byCost = ({ cost }: LotPiece): number => cost;
  const byUnits = ({ units }: LotPiece): number => Number(units);
  return Object.freeze({
    ended: daysOf(
      all.filter(({ sold }) => sold),
      byCost,
    ),
    open: daysOf(
      all.filter(({ sold }) => !sold),
      byCost,
    ),
    median: survivalMedian(
      all.map((piece) => ({
        age: piece.days,
        ended: piece.sold,
        unseenThrough: Math.max(-1, daysBetween(piece.bought, window.from) - 1),
        weight: piece.cost,
      })),
    ),
    products: Object.freeze(
      products
        .filter(({ pieces, unmatched }) => pieces.length > 0 || unmatched > 0n)
        .map(({ product, pieces, unmatched }) =>
          Object.freeze({
            product: product.product,
            currency: product.currency,
            ended: daysOf(
              pieces.filter(({ sold }) => sold),
              byUnits,
            ),
            open: daysOf(
              pieces.filter(({ sold }) => !sold),
              byUnits,
            ),
            unmatchedUnits: formatQuantity(unmatched),
          }),
        ),
    ),
  });
}

function daysOf(
  pieces: readonly LotPiece[],
  weightOf: (piece: LotPiece) => number,
): HoldingDays | null {
  const weights = pieces.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // An amount may come to nothing in the currency of the figures.
  if (!(total > 0)) return null;
  const days = pieces.map((piece) => piece.days);
  return Object.freeze({
    pieces: pieces.length,
    mean: days.reduce((sum, day, index) => sum + day * weights[index]!, 0) / total,
    median: weightedQuantile(days, weights, 0.5),
    shortest: days.reduce((least, day) => Math.min(least, day)),
    longest: days.reduce((most, day) => Math.max(most, day)),
  });
}
