import { AptfolioError, at } from '../../errors/index.js';
import type { LotMethod, TaxPolicy } from './lot.js';
import type { LotState, SaleRule, Term } from './lot-state.js';

/** What the order of lots depends on. */
export interface RankedLot {
  /** Its value is in the unit of its cost. */
  readonly lot: Pick<LotState, 'id' | 'boughtOn' | 'value' | 'cost' | 'exitRate'>;
  /** What its cost is divided by: units, or value. At least 0. */
  readonly size: bigint;
  readonly term: Term;
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
  const worthless = ({ lot }: L) => Number(lot.value === 0n);
  const ranking = (a: L, b: L): number => worthless(a) - worthless(b) || compare(a, b);
  // Most lots are there by day already, and sold by day.
  const isInOrder = lots.every((lot, i) => i === 0 || ranking(lots[i - 1]!, lot) <= 0);
  return isInOrder ? lots : [...lots].sort(ranking);
}

function inNamedOrder<L extends RankedLot>(
  lots: readonly L[],
  order: readonly string[],
): readonly L[] {
  const byId = new Map(lots.map((one) => [one.lot.id, one]));
  return order.map((id, index) => {
    const one = byId.get(id);
    if (one === undefined) {
      const expected = 'the id of a lot, each once';
      throw new AptfolioError('unknown-id', at('order', index), expected, id);
    }
    byId.delete(id);
    return one;
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

function byDay({ lot: a }: RankedLot, { lot: b }: RankedLot): number {
  return compare(a.boughtOn, b.boughtOn) || compare(a.id, b.id);
}

function knownFirst({ lot: a }: RankedLot, { lot: b }: RankedLot): number {
  return Number(a.cost === undefined) - Number(b.cost === undefined);
}

/** cost / size, compared without dividing. */
function byUnitCost(a: RankedLot, b: RankedLot): number {
  return compare((a.lot.cost ?? 0n) * b.size, (b.lot.cost ?? 0n) * a.size);
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

function charge(ranked: RankedLot, tax?: TaxPolicy): number {
  const { cost, value, exitRate } = ranked.lot;
  if (tax === undefined || cost === undefined || value === 0n) return exitRate;
  if (isLoss(ranked) && tax.offsetLosses === false) return exitRate;
  const rate = ranked.term === 'long' ? tax.longTermRate : tax.shortTermRate;
  return exitRate + rate * (Number(value - cost) / Number(value));
}

function isLoss({ lot: { cost, value } }: RankedLot): boolean {
  return cost !== undefined && value < cost;
}

function compare<T extends string | number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
