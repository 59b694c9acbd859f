import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, at } from '../../errors/index.js';
import type { LotMethod, TaxPolicy } from './lot.js';
import type { SaleRule, Term } from './lot-state.js';

/** What the order of lots depends on. */
export interface RankedLot {
  readonly id: string;
  readonly boughtOn: PlainDate;
  /** What its cost is divided by: units, or value. At least 0. */
  readonly size: bigint;
  /** Absent: not known. */
  readonly cost: bigint | undefined;
  /** Today's value, in the unit of the cost. */
  readonly value: bigint;
  readonly term: Term;
  /** Exit fee as a share of the value. */
  readonly exitRate: number;
}

/**
 * The lots that a method sells, in its order, those that are worth nothing last.
 *
 * Equals are told apart by day and then id. A lot whose cost is not known comes last wherever cost decides. `lifo` is the
 * reverse of `fifo`; `average` goes by `fifo`; `specific` sells what `order` names.
 *
 * @throws AptfolioError `unknown-id` for a name in `order` that is no lot's or stands twice.
 */
export function inSaleOrder<L extends RankedLot>(
  lots: readonly L[],
  rule: Pick<SaleRule, 'method' | 'order' | 'tax'>,
): readonly L[] {
  if (rule.method === 'specific') return inNamedOrder(lots, rule.order ?? []);
  const compare = comparing(rule.method, rule.tax);
  const worthless = ({ value }: L) => Number(value === 0n);
  const ranking = (a: L, b: L): number => worthless(a) - worthless(b) || compare(a, b);
  // Most lots are there by day already, and sold by day.
  const isInOrder = lots.every((lot, i) => i === 0 || ranking(lots[i - 1]!, lot) <= 0);
  return isInOrder ? lots : [...lots].sort(ranking);
}

function inNamedOrder<L extends RankedLot>(
  lots: readonly L[],
  order: readonly string[],
): readonly L[] {
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  return order.map((id, index) => {
    const lot = byId.get(id);
    if (lot === undefined) {
      const expected = 'the id of a lot, each once';
      throw new AptfolioError('unknown-id', at('order', index), expected, id);
    }
    byId.delete(id);
    return lot;
  });
}

function comparing(
  method: Exclude<LotMethod, 'specific'>,
  tax?: TaxPolicy,
): (a: RankedLot, b: RankedLot) => number {
  switch (method) {
    case 'fifo':
    case 'average':
      return byDay;
    case 'lifo':
      return (a, b) => byDay(b, a);
    case 'hifo':
      return (a, b) => knownFirst(a, b) || byUnitCost(b, a) || byDay(a, b);
    case 'lofo':
      return (a, b) => knownFirst(a, b) || byUnitCost(a, b) || byDay(a, b);
    case 'lowest-tax':
      return byCharge(tax);
  }
}

function byDay(a: RankedLot, b: RankedLot): number {
  return compare(a.boughtOn, b.boughtOn) || compare(a.id, b.id);
}

function knownFirst(a: RankedLot, b: RankedLot): number {
  return Number(a.cost === undefined) - Number(b.cost === undefined);
}

/** cost / size, compared without dividing. */
function byUnitCost(a: RankedLot, b: RankedLot): number {
  return compare((a.cost ?? 0n) * b.size, (b.cost ?? 0n) * a.size);
}

/**
 * Tax and exit fee of a unit of value, the least first; of equal ones losses before gains and long before short.
 *
 * A loss counts with the tax that it takes off gains, of this sale or of another.
 */
function byCharge(tax?: TaxPolicy): (a: RankedLot, b: RankedLot) => number {
  return (a, b) =>
    knownFirst(a, b) ||
    compare(charge(a, tax), charge(b, tax)) ||
    Number(isLoss(b)) - Number(isLoss(a)) ||
    Number(b.term === 'long') - Number(a.term === 'long') ||
    byDay(a, b);
}

function charge(lot: RankedLot, tax?: TaxPolicy): number {
  if (tax === undefined || lot.cost === undefined || lot.value === 0n) return lot.exitRate;
  if (isLoss(lot) && tax.offsetLosses === false) return lot.exitRate;
  const rate = lot.term === 'long' ? tax.longTermRate : tax.shortTermRate;
  return lot.exitRate + rate * (Number(lot.value - lot.cost) / Number(lot.value));
}

function isLoss({ cost, value }: RankedLot): boolean {
  return cost !== undefined && value < cost;
}

function compare<T extends string | number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
