import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
} from '../../../errors/index.js';
import { type ExactSumDraft, type ExactSumState, exactSum } from '../exact-sum.js';
import { addToBins, type BinCounts, casesIn, forEachBin } from './bin-counts.js';
import {
  type BinnedCases,
  binCases,
  checkDraft,
  emptyDraft,
  type QuantileSketchDraft,
} from './draft.js';
import { edgeSums } from './edge-sums.js';
import { binOf, checkTime, hasBin, lastBin } from './time-bins.js';

/** The state of a sketch as plain JSON. Equal cases have equal bytes, however they came together. */
export type QuantileSketchState = ExactCasesState | BinnedCasesState;

/** Up to `exactUpTo` cases, each different time with how often it came; by rising time. */
export interface ExactCasesState {
  readonly kind: 'exact';
  readonly bits: number;
  readonly exactUpTo: number;
  readonly closed: { readonly times: readonly number[]; readonly counts: readonly number[] };
  readonly open: { readonly times: readonly number[]; readonly counts: readonly number[] };
}

/** More than `exactUpTo` cases, by rising bin: at most 2^(7 + bits) + 1 bins each for closed and open cases. */
export interface BinnedCasesState {
  readonly kind: 'binned';
  readonly bits: number;
  readonly exactUpTo: number;
  /** Bin 0 is the time 0; bin b ends with the time 2^−64 · (1 + f/2^bits) · 2^o, where b − 1 = o·2^bits + f. */
  readonly closed: { readonly bins: readonly number[]; readonly counts: readonly number[] };
  readonly open: { readonly bins: readonly number[]; readonly counts: readonly number[] };
  /** The exact sum of the closed times. */
  readonly sum: ExactSumState;
  /** The smallest and the largest time, closed or open. */
  readonly min: number;
  readonly max: number;
}

/** Widths of bins that can be chosen: 2^−4 to 2^−12 of the time. */
export const BITS: { readonly least: number; readonly most: number } = { least: 4, most: 12 };

/** Sums over bins are rounded. */
const ROUNDING = 1e-9;

/** The most cases that can be kept one by one. */
export const EXACT_LIMIT = 10_000;

/** Plain frozen JSON of a draft. */
export function encodeSketch(draft: QuantileSketchDraft): QuantileSketchState {
  checkDraft(draft, 'draft');
  const { bits, exactUpTo, binned } = draft;
  if (binned !== undefined) return encodeBinned(exactUpTo, binned);
  const [closed, open] = [encodeTimes(draft.closed), encodeTimes(draft.open)];
  return Object.freeze({ kind: 'exact', bits, exactUpTo, closed, open });
}

function encodeTimes(cases: readonly number[]): ExactCasesState['closed'] {
  const times: number[] = [];
  const counts: number[] = [];
  for (const time of Float64Array.from(cases).sort()) {
    if (time === times.at(-1)) counts[counts.length - 1]! += 1;
    else {
      times.push(time);
      counts.push(1);
    }
  }
  return Object.freeze({ times: Object.freeze(times), counts: Object.freeze(counts) });
}

function encodeBinned(exactUpTo: number, cases: BinnedCases): BinnedCasesState {
  const [closed, open] = [encodeBins(cases.closed), encodeBins(cases.open)];
  const { sum, min, max } = cases;
  return Object.freeze({
    kind: 'binned',
    bits: cases.closed.bits,
    exactUpTo,
    closed,
    open,
    sum: exactSum.encode(sum),
    min,
    max,
  });
}

function encodeBins(cases: BinCounts): BinnedCasesState['closed'] {
  const bins: number[] = [];
  const counts: number[] = [];
  forEachBin(cases, (bin, count) => {
    bins.push(bin);
    counts.push(count);
  });
  return Object.freeze({ bins: Object.freeze(bins), counts: Object.freeze(counts) });
}

/** Checks a state, which may come from storage, and returns a draft that goes on from it. */
export function decodeSketch(state: unknown, path: string): QuantileSketchDraft {
  const fields = checkObject(state, path);
  const kind = checkOneOf(fields.kind, at(path, 'kind'), ['exact', 'binned'] as const);
  const bits = checkInteger(fields.bits, at(path, 'bits'), { min: BITS.least, max: BITS.most });
  const limits = { min: 0, max: EXACT_LIMIT };
  const exactUpTo = checkInteger(fields.exactUpTo, at(path, 'exactUpTo'), limits);
  const draft = emptyDraft(bits, exactUpTo);
  if (kind === 'exact') readExact(draft, fields, path);
  else readBinned(binCases(draft), exactUpTo, fields, path);
  return draft;
}

type Fields = Readonly<Record<string, unknown>>;

function readExact(draft: QuantileSketchDraft, fields: Fields, path: string): void {
  const times: Keys = { name: 'times', accepts: hasBin, check: checkTime };
  let cases = 0;
  for (const key of ['closed', 'open'] as const) {
    const list = draft[key];
    const { keys, counts } = readCounts(fields[key], at(path, key), times);
    for (let i = 0; i < keys.length; i++) {
      cases += counts[i]!;
      if (cases > draft.exactUpTo) {
        throw inconsistent(path, `at most ${draft.exactUpTo} cases where they are exact`, fields);
      }
      for (let j = 0; j < counts[i]!; j++) list.push(keys[i]! + 0);
    }
  }
}

function readBinned(cases: BinnedCases, exactUpTo: number, fields: Fields, path: string): void {
  const { bits } = cases.closed;
  const bins = binKeys(bits);
  const [closed, open] = (['closed', 'open'] as const).map((key) => {
    const { keys, counts } = readCounts(fields[key], at(path, key), bins);
    addToBins(cases[key], keys, counts);
    cases.n += casesIn(cases[key]);
    return { keys, counts };
  }) as [Counts, Counts];
  checkInteger(cases.n, path);
  if (cases.n <= exactUpTo) {
    throw inconsistent(path, `more than ${exactUpTo} cases where they are binned`, fields);
  }
  const nowhere = Number.POSITIVE_INFINITY;
  const first = Math.min(closed.keys[0] ?? nowhere, open.keys[0] ?? nowhere);
  const last = Math.max(closed.keys.at(-1) ?? 0, open.keys.at(-1) ?? 0);
  cases.min = readEnd(fields.min, at(path, 'min'), first, bits);
  cases.max = readEnd(fields.max, at(path, 'max'), last, bits);
  if (cases.min > cases.max) throw inconsistent(at(path, 'max'), 'at least `min`', cases.max);
  exactSum.merge(cases.sum, readSum(fields.sum, closed, bits, at(path, 'sum')));
}

/** The sum of the closed times, which lies between those of the edges of their bins but for rounding. */
function readSum(
  value: unknown,
  { keys, counts }: Counts,
  bits: number,
  path: string,
): ExactSumDraft {
  const sum = exactSum.decode(value, path);
  const { least, most } = edgeSums(keys, counts, bits);
  const total = exactSum.value(sum);
  const rounding = ROUNDING * most;
  if (total >= least - rounding && total <= most + rounding) return sum;
  throw inconsistent(path, `a sum from ${least} to ${most}, as the bins say`, total);
}

/** The smallest or largest time, which is in the first or last bin. */
function readEnd(value: unknown, path: string, bin: number, bits: number): number {
  const time = checkTime(value, path);
  if (binOf(time, bits) !== bin) throw inconsistent(path, `a time of bin ${bin}`, time);
  return time;
}

/** How many cases there are of each time or bin, by rising ones. */
interface Counts {
  readonly keys: readonly number[];
  readonly counts: readonly number[];
}

/** What cases are counted by: their times or their bins. */
interface Keys {
  readonly name: 'times' | 'bins';
  readonly accepts: (key: unknown) => key is number;
  /** Says what is wrong with a key that is not accepted. */
  readonly check: (key: unknown, path: string) => number;
}

function binKeys(bits: number): Keys {
  const range = { min: 0, max: lastBin(bits) };
  return {
    name: 'bins',
    accepts: (bin): bin is number => isWhole(bin, range.min) && bin <= range.max,
    check: (bin, path) => checkInteger(bin, path, range),
  };
}

/** Reads `{ [name], counts }`, keys rising and counts at least 1. A path is only put together where it is needed. */
function readCounts(value: unknown, path: string, { name, accepts, check }: Keys): Counts {
  const fields = checkObject(value, path);
  const keys = checkList<unknown>(fields[name], at(path, name));
  const counts = checkList<unknown>(fields.counts, at(path, 'counts'));
  if (counts.length !== keys.length) {
    const expected = `a list of ${keys.length} numbers`;
    throw new AptfolioError('length-mismatch', at(path, 'counts'), expected, counts);
  }
  let before = -1;
  for (let i = 0; i < keys.length; i++) {
    const given = keys[i];
    const key = accepts(given) ? given : check(given, at(at(path, name), i));
    if (!isWhole(counts[i], 1)) checkInteger(counts[i], at(at(path, 'counts'), i), { min: 1 });
    if (key <= before) throw inconsistent(at(at(path, name), i), 'rising numbers', key);
    before = key;
  }
  return { keys: keys as readonly number[], counts: counts as readonly number[] };
}

function isWhole(value: unknown, min: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= min;
}

function inconsistent(path: string, expected: string, received: unknown): AptfolioError {
  return new AptfolioError('inconsistent', path, expected, received);
}
