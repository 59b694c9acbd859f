import { binOf } from './time-bins.js';

/** How many cases each bin has: a window of bins that grows by octaves; bin 0 apart. */
export interface BinCounts {
  readonly bits: number;
  zeros: number;
  /** The bin of `counts[0]`. */
  first: number;
  counts: Float64Array;
}

/** No case yet. */
export function emptyBins(bits: number): BinCounts {
  return { bits, zeros: 0, first: 0, counts: new Float64Array(0) };
}

/** Counts a time, in place. */
export function countTime(bins: BinCounts, time: number): void {
  addToBin(bins, binOf(time, bins.bits), 1);
}

/** Adds cases to rising bins, in place. */
export function addToBins(
  bins: BinCounts,
  rising: readonly number[],
  cases: readonly number[],
): void {
  const last = rising.at(-1) ?? 0;
  // So that the window grows once, not octave by octave.
  if (last > 0) holdBin(bins, last);
  for (let i = 0; i < rising.length; i++) addToBin(bins, rising[i]!, cases[i]!);
}

/** Adds cases to a bin, in place. */
function addToBin(bins: BinCounts, bin: number, cases: number): void {
  if (bin === 0) {
    bins.zeros += cases;
    return;
  }
  holdBin(bins, bin);
  bins.counts[bin - bins.first]! += cases;
}

/** Adds the cases of other bins, in place. */
export function mergeBins(bins: BinCounts, other: BinCounts): void {
  bins.zeros += other.zeros;
  const { first, counts: added } = other;
  if (added.length === 0) return;
  holdBin(bins, first);
  holdBin(bins, first + added.length - 1);
  const { counts } = bins;
  const offset = first - bins.first;
  for (let i = 0; i < added.length; i++) counts[offset + i]! += added[i]!;
}

/** Calls for each bin that has cases, in ascending order. */
export function forEachBin(
  { zeros, first, counts }: BinCounts,
  call: (bin: number, cases: number) => void,
): void {
  if (zeros > 0) call(0, zeros);
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! > 0) call(first + i, counts[i]!);
  }
}

/** Widens the window, if need be, to whole octaves that hold the bin too. */
function holdBin(bins: BinCounts, bin: number): void {
  if (bin >= bins.first && bin < bins.first + bins.counts.length) return;
  const octave = 1 << bins.bits;
  const start = bin - (bin % octave);
  const held = bins.counts.length;
  const first = held === 0 ? start : Math.min(start, bins.first);
  const end = held === 0 ? start + octave : Math.max(start + octave, bins.first + held);
  const counts = new Float64Array(end - first);
  if (held > 0) counts.set(bins.counts, bins.first - first);
  bins.first = first;
  bins.counts = counts;
}
