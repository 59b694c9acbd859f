import { divideHalfEven } from '../account/exact.js';

/** What is taken of a lot and what stays of it; each pair adds up exactly. */
export interface Taken {
  /** False where nothing is taken. A worthless lot goes only together with all the others. */
  readonly goes: boolean;
  readonly size: bigint;
  readonly cost: bigint | undefined;
  readonly costLeft: bigint | undefined;
}

/** What a lot cost; absent where that is not known. */
interface PricedLot {
  readonly cost?: bigint | undefined;
}

/**
 * Takes an amount from lots in their order.
 *
 * The cost of a part is its share of the lot's cost, half-even; what stays keeps the rest. `pooled` spreads the cost of
 * all lots evenly first, so that the whole of what is taken costs its share of the whole, half-even; then one unknown
 * cost makes all unknown.
 *
 * @param sizeOf a lot in what it is sold by.
 * @param amount at most the sum of the sizes.
 */
export function takeLots<L extends PricedLot>(
  lots: readonly L[],
  sizeOf: (lot: L) => bigint,
  amount: bigint,
  costing: 'own' | 'pooled',
): readonly Taken[] {
  const costOf = costing === 'own' ? ownCosts(sizeOf) : pooledCosts(lots, sizeOf);
  const all = amount > 0n && amount === sumBy(lots, sizeOf);
  let before = 0n;
  let missing = amount;
  return lots.map((lot) => {
    const whole = sizeOf(lot);
    const size = whole < missing ? whole : missing;
    const goes = size > 0n || all;
    const wholeCost = costOf(lot, before, whole);
    const cost = goes ? costOf(lot, before, size) : 0n;
    missing -= size;
    before += whole;
    return wholeCost === undefined || cost === undefined
      ? { goes, size, cost: undefined, costLeft: undefined }
      : { goes, size, cost, costLeft: wholeCost - cost };
  });
}

/** The cost of the first `size` of a lot that `before` of the lots' size precedes. */
type CostOf<L> = (lot: L, before: bigint, size: bigint) => bigint | undefined;

function ownCosts<L extends PricedLot>(sizeOf: (lot: L) => bigint): CostOf<L> {
  return (lot, _before, size) =>
    lot.cost === undefined ? undefined : partOf(lot.cost, size, sizeOf(lot));
}

function pooledCosts<L extends PricedLot>(
  lots: readonly L[],
  sizeOf: (lot: L) => bigint,
): CostOf<L> {
  const costs = lots.flatMap(({ cost }) => cost ?? []);
  if (costs.length < lots.length) return () => undefined;
  const total = sumOf(costs);
  const size = sumBy(lots, sizeOf);
  return (_lot, before, part) => partOf(total, before + part, size) - partOf(total, before, size);
}

/** A whole's share that goes with a part of its size, half-even; all of it with all. */
export function partOf(whole: bigint, part: bigint, size: bigint): bigint {
  return part === size ? whole : divideHalfEven(whole * part, size);
}

/** The sum of whole numbers. */
export function sumOf(numbers: readonly bigint[]): bigint {
  let sum = 0n;
  for (const number of numbers) sum += number;
  return sum;
}

/** The sum of a whole number of each row. */
export function sumBy<R>(rows: readonly R[], numberOf: (row: R) => bigint): bigint {
  let sum = 0n;
  for (const row of rows) sum += numberOf(row);
  return sum;
}

/** What lots are worth together. */
export function valueOfLots(lots: readonly { readonly value: bigint }[]): bigint {
  let sum = 0n;
  for (const { value } of lots) sum += value;
  return sum;
}
