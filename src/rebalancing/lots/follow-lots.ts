import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, at, renamePaths } from '../../errors/index.js';
import type { LotMethod, TaxPolicy } from './lot.js';
import type { Holding } from './lot-state.js';
import { inSaleOrder } from './order-lots.js';
import type { ReadTransaction } from './read-lot-transactions.js';
import { partOf, sumBy, takeLots } from './take-lots.js';
import { holdingOf } from './term.js';

/** What is held of a purchase. */
export interface HeldUnits {
  readonly id: string;
  readonly boughtOn: PlainDate;
  readonly units: bigint;
  readonly cost: bigint;
}

/** What of a purchase was sold in one sale. */
export interface SoldUnits extends Holding {
  readonly sale: string;
  readonly on: PlainDate;
  readonly lot: string;
  readonly boughtOn: PlainDate;
  readonly units: bigint;
  readonly proceeds: bigint;
  readonly cost: bigint;
}

/** What a history leaves and what it has sold. */
export interface FollowedLots {
  /** By day and id. */
  readonly held: readonly HeldUnits[];
  readonly sold: readonly SoldUnits[];
}

/** Follows transactions in their order through the lots. */
export function followLots(
  rows: readonly ReadTransaction[],
  method: LotMethod,
  tax?: TaxPolicy,
): FollowedLots {
  let held: readonly HeldUnits[] = [];
  const sold: SoldUnits[] = [];
  for (const row of rows) {
    if (row.side === 'buy') {
      held = [...held, { id: row.id, boughtOn: row.on, units: row.units, cost: row.amount }];
      continue;
    }
    const sale = renamePaths({ order: at(row.path, 'lots') }, () => sell(held, row, method, tax));
    held = sale.held;
    sold.push(...sale.sold);
  }
  return { held, sold };
}

function sell(
  held: readonly HeldUnits[],
  sale: ReadTransaction,
  method: LotMethod,
  tax?: TaxPolicy,
): FollowedLots {
  const ordered = inSaleOrder(
    held.map((lot) => ranked(lot, sale, tax)),
    { method, order: sale.lots, ...(tax === undefined ? {} : { tax }) },
  );
  if (sumBy(ordered, ({ size }) => size) < sale.units) {
    const expected = 'at most the units held, for specific those of the lots named';
    throw new AptfolioError('inconsistent', at(sale.path, 'units'), expected);
  }
  const taken = takeLots(
    ordered.map(({ bought }) => bought),
    ({ units }) => units,
    sale.units,
    method === 'average' ? 'pooled' : 'own',
  );
  const left = new Map(held.map((lot) => [lot.id, lot]));
  const sold: SoldUnits[] = [];
  let before = 0n;
  ordered.forEach(({ bought: lot, heldDays, term }, index) => {
    const { size, cost = 0n, costLeft = 0n } = taken[index]!;
    left.set(lot.id, { ...lot, units: lot.units - size, cost: costLeft });
    if (size === 0n) return;
    const proceeds =
      partOf(sale.amount, before + size, sale.units) - partOf(sale.amount, before, sale.units);
    before += size;
    const { id, on } = sale;
    const { id: lotId, boughtOn } = lot;
    sold.push({ sale: id, on, lot: lotId, boughtOn, heldDays, term, units: size, proceeds, cost });
  });
  return { held: [...left.values()].filter(({ units }) => units > 0n), sold };
}

/** The value of a lot is what the sale's price makes of it; both it and the cost are taken times the units sold, to stay whole. */
function ranked(bought: HeldUnits, sale: ReadTransaction, tax?: TaxPolicy) {
  const { id, boughtOn, units, cost } = bought;
  return {
    bought,
    ...holdingOf(boughtOn, sale.on, tax),
    size: units,
    lot: { id, boughtOn, cost: cost * sale.units, value: units * sale.amount, exitRate: 0 },
  };
}
