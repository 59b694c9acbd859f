/** Below this a few operations on doubles are off by less than a thousandth. */
const SURE = 1e12;

/**
 * The whole number that is nearest to a value, which may be off by as much as a few operations on doubles make it; `undefined` where that leaves a doubt,
 * as nearly in the middle between two. Several times as fast as working it out in whole numbers.
 */
export function surelyNearest(value: number): bigint | undefined {
  const nearest = Math.round(value);
  return Math.abs(value) < SURE && Math.abs(value - nearest) < 0.499 ? BigInt(nearest) : undefined;
}
