/** A whole number of a currency's smallest units: a number where it is safe, else a bigint. */
export type Units = number | bigint;

/** A running sum of units, exact whatever its size. */
export interface UnitSum {
  /** The part that still fits a double exactly. */
  small: number;
  /** What has been carried over. */
  large: bigint;
}

/** Half of what a double holds exactly: two of them can be added. */
const CARRY = 4_503_599_627_370_496;

/** A sum of nothing. */
export function emptySum(): UnitSum {
  return { small: 0, large: 0n };
}

/** As many sums of nothing. */
export function emptySums(count: number): readonly UnitSum[] {
  return Array.from({ length: count }, emptySum);
}

/** Adds to a sum. A number of at most 2^52 costs no bigint. */
export function addUnits(sum: UnitSum, units: Units): void {
  if (typeof units === 'bigint' || units > CARRY || units < -CARRY) {
    sum.large += BigInt(units);
    return;
  }
  sum.small += units;
  if (sum.small <= CARRY && sum.small >= -CARRY) return;
  sum.large += BigInt(sum.small);
  sum.small = 0;
}

/** What a sum has come to. */
export function totalOf({ small, large }: UnitSum): bigint {
  return large + BigInt(small);
}

/** Units as a number where it is safe. */
export function unitsOf(value: bigint): Units {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
