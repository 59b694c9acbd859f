import { type DateInterval, daysBetween, type PlainDate } from '../../dates/index.js';
import type { HeldProduct, HoldingDay } from './holding-days.js';
import type { Quantity } from './quantity.js';

/** Units bought on one day that were all kept until one day, sold then or still there. */
export interface LotPiece {
  readonly bought: PlainDate;
  readonly units: Quantity;
  /** What the units cost, in smallest units of the currency of the figures; a weight, not a ledger amount. */
  readonly cost: number;
  /** Whole days from purchase to sale or, of what is still there, to the last day of the window. */
  readonly days: number;
  readonly sold: boolean;
}

/** The pieces that the window saw end or still there, and units sold whose purchase nobody knows. */
export interface Lots {
  readonly pieces: readonly LotPiece[];
  readonly unmatched: Quantity;
}

interface Lot {
  readonly date: PlainDate;
  readonly units: Quantity;
  readonly cost: bigint;
  left: Quantity;
}

/**
 * Matches sells with purchases, first in, first out. On one day purchases come before sells, so what was bought and
 * sold on one day is sold last. Sells before the window only use lots up; days after it are left out.
 */
export function lotsOf({ days }: HeldProduct, { from, to }: DateInterval): Lots {
  const lots: Lot[] = [];
  const pieces: LotPiece[] = [];
  let unmatched = 0n;
  let first = 0;
  for (const day of days) {
    if (day.date >= to) break;
    if (day.bought > 0n) lots.push(lotOf(day));
    let wanted = day.sold;
    while (wanted > 0n && first < lots.length) {
      const lot = lots[first]!;
      const units = lot.left < wanted ? lot.left : wanted;
      if (day.date >= from) pieces.push(pieceOf(lot, units, daysBetween(lot.date, day.date), true));
      lot.left -= units;
      wanted -= units;
      if (lot.left === 0n) first++;
    }
    if (day.date >= from) unmatched += wanted;
  }
  // The window's last day is the one before `to`.
  const open = lots
    .slice(first)
    .map((lot) => pieceOf(lot, lot.left, daysBetween(lot.date, to) - 1, false));
  return { pieces: [...pieces, ...open], unmatched };
}

function lotOf({ date, bought, cost }: HoldingDay): Lot {
  return { date, units: bought, cost, left: bought };
}

function pieceOf(lot: Lot, units: Quantity, days: number, sold: boolean): LotPiece {
  const cost = (Number(lot.cost) * Number(units)) / Number(lot.units);
  return { bought: lot.date, units, cost, days, sold };
}
