import { divideHalfEven } from '../account/exact.js';

/** A lot by its size, in whatever it is sold by, and what it cost. */
export interface SizedLot {
  readonly size: bigint;
  readonly cost: bigint | undefined;
}

/** What is taken of a lot and what stays of it; each pair adds up exactly. */
export interface Taken {
  /** False where nothing is taken. A worthless lot goes only together with all the others. */
  readonly goes: boolean;
  readonly size: bigint;
  readonly cost: bigint | undefined;
  readonly costLeft: bigint | undefined;
}

/**
 * Takes an amount from lots in their order.
 *
 * The cost of a part is its share of the lot's cost, half-even; what stays keeps the rest. `pooled` spreads the cost of
 * all lots evenly first, so that the whole of what is taken costs its share of the whole, half-even; then one unknown
 * cost makes all unknown.
 *
 * @param amount at most the sum of the sizes.
 */
export function takeLots(
  lots: readonly SizedLot[],
  amount: bigint,
  costing: 'own' | 'pooled',
): readonly Taken[] {
  const costOf = costing === 'own' ? ownCosts(lots) : pooledCosts(lots);
  const all = amount > 0n && amount === sumOf(lots.map(({ size }) => size));
  let before = 0n;
  let missing = amount;
  return lots.map((lot, index) => {
    const size = lot.size < missing ? lot.size : missing;
    const goes = size > 0n || all;
    const whole = costOf(index, before, lot.size);
    const cost = goes ? costOf(index, before, size) : 0n;
    missing -= size;
    before += lot.size;
    if (whole === undefined || cost === undefined)
      return { goes, size, cost: undefined, costLeft: undefined };
    return { goes, size, cost, costLeft: whole - cost };
  });
}

/** The cost of the first `size` of a lot that `before` of the lots' size precedes. */
type CostOf = (index: number, before: bigint, size: bigint) => bigint | undefined;

function ownCosts(lots: readonly SizedLot[]): CostOf {
  return (index, _before, size) => {
    const lot = lots[index]!;
    return lot.cost === undefined ? undefined : partOf(lot.cost, size, lot.size);
  };
}

function pooledCosts(lots: readonly SizedLot[]): CostOf {
  const costs = lots.flatMap(({ cost }) => cost ?? []);
  if (costs.length < lots.length) return () => undefined;
  const total = sumOf(costs);
  const size = sumOf(lots.map((lot) => lot.size));
  return (_index, before, part) => partOf(total, before + part, size) - partOf(total, before, size);
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
