import { upperEdge } from './time-bins.js';

/**
 * The sums of the lower and of the upper edges of rising bins, each edge as often as its bin has cases: between them lies the sum of the times.
 *
 * The edges of an octave lie equally far apart, and those that are told in binary digits like these differ exactly by that: so they need not be put together bin by bin.
 */
export function edgeSums(
  rising: readonly number[],
  cases: readonly number[],
  bits: number,
): { readonly least: number; readonly most: number } {
  const within = (1 << bits) - 1;
  let [least, most, octave, start, step] = [0, 0, -1, 0, 0];
  for (let i = 0; i < rising.length; i++) {
    const bin = rising[i]!;
    // Of the time 0.
    if (bin === 0) continue;
    const place = bin - 1;
    if (place >> bits !== octave) {
      octave = place >> bits;
      start = upperEdge((octave << bits) + 1, bits);
      step = start / (1 << bits);
    }
    const digits = place & within;
    const upper = start + digits * step;
    // The octave before has steps half as wide.
    const lower = upper - (digits === 0 ? step / 2 : step);
    least += cases[i]! * lower;
    most += cases[i]! * upper;
  }
  return { least, most };
}
