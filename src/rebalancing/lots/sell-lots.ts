import { AptfolioError } from '../../errors/index.js';
import { amountAtRate } from './exact-rate.js';
import type { DoneSale, Holding, LotSale, LotState, SaleRule, SoldPart } from './lot-state.js';
import { inSaleOrder, type RankedLot } from './order-lots.js';
import { partOf, sumBy, type Taken, takeLots } from './take-lots.js';
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
  return sellBy('value', lots, amount, rule);
}

/**
 * Sells a number of units of a position's lots, for products that trade in whole units; as `sellLots`, but the value of a
 * part follows its units, so that the value of the sale is the sum of its parts.
 *
 * @param units in the scale of the lots, which all have them.
 */
export function sellUnits(lots: readonly LotState[], units: bigint, rule: SaleRule): LotSale {
  return sellBy('units', lots, units, rule);
}

/**
 * What remains of a position's lots once an amount of them is sold, as `sellLots` or `sellUnits` sells it: in the order of the sale, then what
 * the rule does not name. Costs are those of the method.
 *
 * @param amount no more than can be sold.
 */
export function lotsLeft(
  by: SoldBy,
  lots: readonly LotState[],
  amount: bigint,
  rule: SaleRule,
): readonly LotState[] {
  const sizeOf = SIZES[by];
  const ordered = lotsInOrder(lots, rule).map(({ lot }) => lot);
  const taken = takeLots(ordered, sizeOf, amount, costingOf(rule));
  const left: LotState[] = [];
  ordered.forEach((lot, i) => {
    const take = taken[i]!;
    if (!take.goes || take.size < sizeOf(lot)) left.push(leftOf(lot, take, sizeOf(lot)));
  });
  if (ordered.length < lots.length) {
    const named = new Set(ordered.map(({ id }) => id));
    left.push(...lots.filter(({ id }) => !named.has(id)));
  }
  return left;
}

/** What a sale is counted in. */
type SoldBy = 'value' | 'units';

const SIZES: Readonly<Record<SoldBy, (lot: LotState) => bigint>> = {
  value: ({ value }) => value,
  units: ({ units }) => units ?? 0n,
};

function costingOf({ method }: SaleRule): 'own' | 'pooled' {
  return method === 'average' ? 'pooled' : 'own';
}

function sellBy(by: SoldBy, lots: readonly LotState[], amount: bigint, rule: SaleRule): LotSale {
  if (amount < 0n) throw new AptfolioError('out-of-range', 'amount', 'at least 0', amount);
  const sizeOf = SIZES[by];
  const held = lotsInOrder(lots, rule);
  const ordered = held.map(({ lot }) => lot);
  const available = sumBy(ordered, sizeOf);
  if (amount > available) return { status: 'not-enough', available };
  const taken = takeLots(ordered, sizeOf, amount, costingOf(rule));
  const parts: SoldPart[] = [];
  for (let i = 0; i < held.length; i++) {
    const take = taken[i]!;
    if (take.goes) parts.push(soldPart(held[i]!, take, sizeOf(ordered[i]!)));
  }
  return doneSale(parts);
}

/** A lot with what its place in the order depends on. */
export interface HeldLot extends RankedLot, Holding {
  readonly lot: LotState;
}

/** The lots that a rule sells, in its order. */
export function lotsInOrder(lots: readonly LotState[], rule: SaleRule): readonly HeldLot[] {
  // One product has one price, so value is to cost a unit what units are; but it is rounded.
  const byUnits = lots.every(({ units }) => units !== undefined);
  const held = lots.map((lot): HeldLot => {
    const { heldDays, term } = holdingOf(lot.boughtOn, lot.dealsOn ?? rule.asOf, rule.tax);
    return { lot, heldDays, term, size: byUnits ? (lot.units ?? 0n) : lot.value };
  });
  return inSaleOrder(held, rule);
}

function soldPart({ lot, heldDays, term }: HeldLot, take: Taken, size: bigint): SoldPart {
  const value = partOf(lot.value, take.size, size);
  const exitFee = amountAtRate(value, lot.exitRate);
  const part: { -readonly [K in keyof SoldPart]: SoldPart[K] } = {
    lot,
    heldDays,
    term,
    value,
    exitFee,
  };
  if (lot.units !== undefined) part.units = partOf(lot.units, take.size, size);
  if (take.cost === undefined) return part;
  part.cost = take.cost;
  part.gain = value - take.cost;
  return part;
}

function leftOf(lot: LotState, take: Taken, size: bigint): LotState {
  const { id, boughtOn, exitRate, dealsOn } = lot;
  const taken = (whole: bigint) => (take.goes ? partOf(whole, take.size, size) : 0n);
  return {
    id,
    boughtOn,
    value: lot.value - taken(lot.value),
    units: lot.units === undefined ? undefined : lot.units - taken(lot.units),
    cost: take.costLeft,
    exitRate,
    dealsOn,
  };
}

/** A sale with the sums of its parts. */
function doneSale(parts: readonly SoldPart[]): DoneSale {
  let [value, exitFee, shortGain, longGain] = [0n, 0n, 0n, 0n];
  let units: bigint | undefined = 0n;
  const unknownCost: string[] = [];
  for (const part of parts) {
    const { gain } = part;
    value += part.value;
    exitFee += part.exitFee;
    units = units === undefined || part.units === undefined ? undefined : units + part.units;
    if (gain === undefined) unknownCost.push(part.lot.id);
    else if (part.term === 'short') shortGain += gain;
    else longGain += gain;
  }
  return { status: 'sold', parts, value, units, shortGain, longGain, exitFee, unknownCost };
}
