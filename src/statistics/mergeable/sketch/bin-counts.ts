import { binOf } from './time-bins.js';

/** How many cases each bin has: a window of bins that grows by octaves; bin 0 apart. */
export interface BinCounts {
  readonly bits: number;
  zeros: number;
  /** The bin of `counts[0]`. */
  first: number;
  /** Of two bytes each as long as no count can be too large for that: a window is short then, and soon read. */
  counts: Uint16Array | Float64Array;
  /** The cases of all `counts`. */
  n: number;
  /** How many they may be before `counts` must be wider. */
  room: number;
}

/** The most that two bytes hold. */
const TWO_BYTES = 65_535;

/** No case yet. */
export function emptyBins(bits: number): BinCounts {
  return { bits, zeros: 0, first: 0, counts: new Uint16Array(0), n: 0, room: TWO_BYTES };
}

/** How many cases there are in all bins. */
export function casesIn({ zeros, n }: BinCounts): number {
  return zeros + n;
}

/** Counts a time, in place. */
export function countTime(bins: BinCounts, time: number): void {
  const bin = binOf(time, bins.bits);
  if (bin === 0) {
    bins.zeros += 1;
    return;
  }
  makeRoom(bins, bin, bin, 1);
  bins.counts[bin - bins.first]! += 1;
}

/** Adds cases to rising bins, in place. */
export function addToBins(
  bins: BinCounts,
  rising: readonly number[],
  cases: readonly number[],
): void {
  const start = rising[0] === 0 ? 1 : 0;
  if (start === 1) bins.zeros += cases[0]!;
  if (start === rising.length) return;
  let added = 0;
  for (let i = start; i < cases.length; i++) added += cases[i]!;
  makeRoom(bins, rising[start]!, rising.at(-1)!, added);
  const { first, counts } = bins;
  for (let i = start; i < rising.length; i++) counts[rising[i]! - first]! += cases[i]!;
}

/** Adds the cases of other bins, in place. */
export function mergeBins(bins: BinCounts, other: BinCounts): void {
  bins.zeros += other.zeros;
  const { first, counts: added, n } = other;
  if (added.length === 0) return;
  makeRoom(bins, first, first + added.length - 1, n);
  const { counts } = bins;
  const offset = first - bins.first;
  if (counts instanceof Float64Array && added instanceof Uint16Array) {
    addNarrow(counts, added, offset);
  } else {
    for (let i = 0; i < added.length; i++) counts[offset + i]! += added[i]!;
  }
}

/** Of many parts nearly all the work: eight bins at a time, of which an octave has a multiple; in a long tail most of them are empty. */
function addNarrow(counts: Float64Array, added: Uint16Array, offset: number): void {
  for (let i = 0; i < added.length; i += 8) {
    // Lists that are taken apart at once would be slower.
    const a = added[i]!;
    const b = added[i + 1]!;
    const c = added[i + 2]!;
    const d = added[i + 3]!;
    const e = added[i + 4]!;
    const f = added[i + 5]!;
    const g = added[i + 6]!;
    const h = added[i + 7]!;
    if ((a | b | c | d | e | f | g | h) === 0) continue;
    const at = offset + i;
    counts[at]! += a;
    counts[at + 1]! += b;
    counts[at + 2]! += c;
    counts[at + 3]! += d;
    counts[at + 4]! += e;
    counts[at + 5]! += f;
    counts[at + 6]! += g;
    counts[at + 7]! += h;
  }
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

/** Widens the window, if need be, to whole octaves that hold the bins from one to another too, and its counts so that they hold so many cases more. */
function makeRoom(bins: BinCounts, from: number, to: number, cases: number): void {
  const held = bins.counts.length;
  bins.n += cases;
  if (from >= bins.first && to < bins.first + held && bins.n <= bins.room) return;
  const octave = 1 << bins.bits;
  const [start, stop] = [from - (from % octave), to - (to % octave) + octave];
  const first = held === 0 ? start : Math.min(start, bins.first);
  const length = (held === 0 ? stop : Math.max(stop, bins.first + held)) - first;
  if (bins.n > TWO_BYTES) bins.room = Number.POSITIVE_INFINITY;
  const counts = bins.n > TWO_BYTES ? new Float64Array(length) : new Uint16Array(length);
  if (held > 0) counts.set(bins.counts, bins.first - first);
  bins.first = first;
  bins.counts = counts;
}
