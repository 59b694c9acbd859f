import { AptfolioError } from '../../errors/index.js';
import { amountAtRate } from './exact-rate.js';
import type { DoneSale, Holding, LotSale, LotState, SaleRule, SoldPart } from './lot-state.js';
import { inSaleOrder, type RankedLot } from './order-lots.js';
import { partOf, sumOf, type Taken, takeLots } from './take-lots.js';
import { holdingOf } from './term.js';

/**
 * Sells an amount of money's worth of a position's lots.
 *
 * Of a lot that is sold in part, units and cost follow the value, half-even, and the rest keeps what is left: nothing is
 * lost or made. Each part's exit fee is value × rate, half-even. `average` sells the earliest lots first, each at the
 * average cost of all: so do 26 CFR 1.1012-1(e)(7) and funds that charge exit fees by holding time.
 *
 * @param amount smallest units, at least 0.
 * @returns `not-enough` if the lots (for `specific`: those that are named) are worth less.
 * @throws AptfolioError for a negative amount, a lot bought after `asOf`, a name in `order` that is no lot's.
 */
export function sellLots(lots: readonly LotState[], amount: bigint, rule: SaleRule): LotSale {
  return sellBy(({ value }) => value, lots, amount, rule);
}

/**
 * Sells a number of units of a position's lots, for products that trade in whole units; as `sellLots`, but the value of a
 * part follows its units, so that the value of the sale is the sum of its parts.
 *
 * @param units in the scale of the lots, which all have them.
 */
export function sellUnits(lots: readonly LotState[], units: bigint, rule: SaleRule): LotSale {
  return sellBy((lot) => lot.units ?? 0n, lots, units, rule);
}

/** The most that can be sold: the value of all lots, for `specific` of those that are named. */
export function availableToSell(lots: readonly LotState[], rule: SaleRule): bigint {
  return sumOf(lotsInOrder(lots, rule).map(({ lot }) => lot.value));
}

function sellBy(
  sizeOf: (lot: LotState) => bigint,
  lots: readonly LotState[],
  amount: bigint,
  rule: SaleRule,
): LotSale {
  if (amount < 0n) throw new AptfolioError('out-of-range', 'amount', 'at least 0', amount);
  const ordered = lotsInOrder(lots, rule);
  const rows = ordered.map(({ lot }) => ({ size: sizeOf(lot), cost: lot.cost }));
  const available = sumOf(rows.map(({ size }) => size));
  if (amount > available) return { status: 'not-enough', available };

  const taken = takeLots(rows, amount, rule.method === 'average' ? 'pooled' : 'own');
  const parts: SoldPart[] = [];
  const left: LotState[] = [];
  ordered.forEach((held, index) => {
    const { size } = rows[index]!;
    const take = taken[index]!;
    if (take.goes) parts.push(soldPart(held, take, size));
    if (!take.goes || take.size < size) left.push(leftOf(held.lot, take, size));
  });
  const named = new Set(ordered.map(({ lot }) => lot.id));
  left.push(...lots.filter(({ id }) => !named.has(id)));
  return { status: 'sold', parts, left, ...totalsOf(parts) };
}

/** A lot with what its place in the order depends on. */
export interface HeldLot extends RankedLot, Holding {
  readonly lot: LotState;
}

/** The lots that a rule sells, in its order. */
export function lotsInOrder(lots: readonly LotState[], rule: SaleRule): readonly HeldLot[] {
  // One product has one price, so value is to cost a unit what units are; but it is rounded.
  const byUnits = lots.every(({ units }) => units !== undefined);
  const held = lots.map((lot) => ({
    lot,
    ...holdingOf(lot.boughtOn, lot.dealsOn ?? rule.asOf, rule.tax),
    id: lot.id,
    boughtOn: lot.boughtOn,
    size: byUnits ? (lot.units ?? 0n) : lot.value,
    cost: lot.cost,
    value: lot.value,
    exitRate: lot.exitRate,
  }));
  return inSaleOrder(held, rule);
}

function soldPart({ lot, heldDays, term }: HeldLot, take: Taken, size: bigint): SoldPart {
  const value = partOf(lot.value, take.size, size);
  return {
    lot,
    heldDays,
    term,
    value,
    ...(lot.units === undefined ? {} : { units: partOf(lot.units, take.size, size) }),
    ...(take.cost === undefined ? {} : { cost: take.cost, gain: value - take.cost }),
    exitFee: amountAtRate(value, lot.exitRate),
  };
}

function leftOf(lot: LotState, take: Taken, size: bigint): LotState {
  const { id, boughtOn, exitRate, dealsOn } = lot;
  const taken = (whole: bigint) => (take.goes ? partOf(whole, take.size, size) : 0n);
  return {
    id,
    boughtOn,
    value: lot.value - taken(lot.value),
    ...(lot.units === undefined ? {} : { units: lot.units - taken(lot.units) }),
    ...(take.costLeft === undefined ? {} : { cost: take.costLeft }),
    exitRate,
    ...(dealsOn === undefined ? {} : { dealsOn }),
  };
}

function totalsOf(parts: readonly SoldPart[]): Omit<DoneSale, 'status' | 'parts' | 'left'> {
  const gainOf = (term: SoldPart['term']) =>
    sumOf(parts.map((part) => (part.term === term ? (part.gain ?? 0n) : 0n)));
  const units = parts.flatMap((part) => part.units ?? []);
  return {
    value: sumOf(parts.map(({ value }) => value)),
    ...(units.length === parts.length ? { units: sumOf(units) } : {}),
    shortGain: gainOf('short'),
    longGain: gainOf('long'),
    exitFee: sumOf(parts.map(({ exitFee }) => exitFee)),
    unknownCost: parts.flatMap(({ lot, cost }) => (cost === undefined ? lot.id : [])),
  };
}
