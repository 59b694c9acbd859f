import type { PlainDate } from '../../dates/index.js';
import { type Dealing, type DealingDesk, exitRate, type Product } from '../../products/index.js';
import type { Holding } from '../account/read-holdings.js';
import { daysHeld } from '../lots/days-held.js';
import type { LotState } from '../lots/lot-state.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { TradeDates } from '../settlement/trade-dates.js';
import type { Hindrance } from './bounds.js';
import { proRataOf, wholeOrderOn } from './whole-redemption.js';

/** Notes lots that are not sold, why, and from when on they could be. */
export type Keep = (kept: readonly LotState[], hindrance: Hindrance, on: PlainDate | null) => void;

/** Lots that can be ordered today, and the days of a sale of some of them. */
export interface FreeLots {
  readonly free: readonly LotState[];
  readonly saleDates: (sold: readonly LotState[]) => TradeDates | undefined;
}

/** The lots that can be ordered today, as they are on the day of their sale; the others are kept. */
export function freeLots(
  { item: { product } }: Holding,
  lots: readonly LotState[],
  inside: Inside,
  desk: DealingDesk,
  keep: Keep,
): FreeLots {
  const free: LotState[] = [];
  const others: { readonly lot: LotState; readonly dealing: Dealing }[] = [];
  for (const lot of lots) {
    const dealing = desk.next(product, 'sell', lot.boughtOn);
    if (dealing.status === 'now' && proRataOf(product, dealing) === undefined) {
      free.push(soldOn(dealing.dealsOn, lot, product, desk));
    } else {
      others.push({ lot, dealing });
    }
  }
  for (const { lot, dealing } of others) {
    const on = wholeOrderOn(product, dealing, inside, lot.boughtOn);
    keep([lot], whyKept(product, dealing, free.length > 0), on);
  }
  return { free, saleDates: (sold) => latest(sold, product, desk) };
}

function whyKept(product: Product, dealing: Dealing, someAreFree: boolean): Hindrance {
  const { status, reasons: details } = dealing;
  if (status === 'never') return { code: 'rebalancing.no-redemption', details };
  if (status === 'now') return proRataOf(product, dealing)!;
  return {
    code: someAreFree ? 'rebalancing.lots-locked' : 'rebalancing.holding-locked',
    details,
  };
}

/** The lot as it is on the dealing day of its sale, from which exit fee and term are counted. */
function soldOn(
  dealsOn: PlainDate,
  lot: LotState,
  product: Product,
  { asOf }: DealingDesk,
): LotState {
  if (dealsOn === asOf) return lot;
  const { id, boughtOn, value, units, cost } = lot;
  const hasFee = product.fees?.exit !== undefined;
  const rate = hasFee ? exitRate(product, daysHeld(product, boughtOn, dealsOn)) : lot.exitRate;
  // Field by field: copying an object with a further field takes twenty times as long.
  return { id, boughtOn, value, units, cost, exitRate: rate, dealsOn };
}

/** The last of the days on which parts of a sale are ordered, dealt and booked; the desk remembers each. */
function latest(
  sold: readonly LotState[],
  product: Product,
  desk: DealingDesk,
): TradeDates | undefined {
  let found: TradeDates | undefined;
  for (const { boughtOn } of sold) {
    const dealing = desk.next(product, 'sell', boughtOn);
    if (dealing.status === 'never') continue;
    if (found === undefined || dealing.settlesOn > found.settlesOn) found = dealing;
  }
  return found;
}
