import type { PlainDate } from '../../../dates/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import { dealingFrom } from './dealing-from.js';
import { notSoldFor } from './impossible-purchases.js';
import type { Want } from './place-purchase.js';
import type { ReadTransition } from './read-transition.js';
import type { Sale } from './sales.js';
import type { Purse } from './wallet.js';

/** Tells of money whether a purchase can be ordered from the day on which it is there; where nothing is to be bought all is in time. */
export function openInTime<C extends CurrencyCode>(
  wants: readonly Want[],
  sold: ReadonlySet<string>,
  read: ReadTransition<C>,
): (purse: Pick<Purse, 'on' | 'sale'>) => boolean {
  const { universe, residual, residualProduct, targets } = read;
  const buys = wants.map(({ product }) => product);
  const takes = residual === 'product' && targets !== 'amounts' ? residualProduct : undefined;
  if (takes !== undefined && buys.length > 0 && !sold.has(takes)) buys.push(takes);
  const known = new Map<PlainDate, boolean>();
  return ({ on, sale }) => {
    if (sale === undefined || buys.length === 0) return true;
    const isInTime =
      known.get(on) ??
      buys.some((id) => dealingFrom(universe.byId[id]!, on, undefined, read).day !== undefined);
    known.set(on, isInTime);
    return isInTime;
  };
}

/** Leaves out what is sold too late for any purchase, the latest first, as long as nothing is missing without it. */
export function withoutLate<C extends CurrencyCode>(
  sales: readonly Sale[],
  wants: readonly Want[],
  isInTime: (purse: Pick<Purse, 'on' | 'sale'>) => boolean,
  gapOf: (sales: readonly Sale[]) => bigint,
  { targets }: ReadTransition<C>,
): readonly Sale[] {
  // Beyond amounts what is sold stays money, and is sold whatever is bought.
  if (targets === 'amounts') return sales;
  let kept = sales;
  for (;;) {
    const place = latestOf(kept, (on) => isInTime({ on, sale: '' }));
    if (place === undefined) return kept;
    const fewer = kept.map((sale, i) => (i === place ? withoutLast(sale, wants) : sale));
    if (gapOf(fewer) > 0n) return kept;
    kept = fewer;
  }
}

/** The sale whose last order brings money the latest, and too late; nothing where none does. */
function latestOf(
  sales: readonly Sale[],
  isInTime: (on: PlainDate) => boolean,
): number | undefined {
  let found: { readonly place: number; readonly on: PlainDate } | undefined;
  sales.forEach(({ slices, isCounted }, place) => {
    const on = slices[slices.length - 1]?.settlesOn;
    if (on === undefined || isCounted || isInTime(on)) return;
    if (found === undefined || on > found.on) found = { place, on };
  });
  return found?.place;
}

/** A sale without its last order. */
function withoutLast(sale: Sale, wants: readonly Want[]): Sale {
  const { position, slices, missing, reasons, remarks } = sale;
  const last = slices[slices.length - 1]!;
  const codes = new Set(reasons.map(({ code }) => code));
  const why = codes.has('orders.purchase-impossible') ? [] : notSoldFor(position.product.id, wants);
  return {
    ...sale,
    slices: slices.slice(0, -1),
    missing: missing + last.gross,
    reasons: [...reasons, ...why],
    remarks: remarks.filter(({ code }) => code !== 'orders.redeems-all'),
  };
}
