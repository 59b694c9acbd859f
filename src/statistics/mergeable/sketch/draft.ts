import { addExactly, type ExactSumDraft, exactSum } from '../exact-sum.js';
import { refuseDraft } from '../refuse-draft.js';
import { type BinCounts, countTime, emptyBins } from './bin-counts.js';

/** A sketch that is being added to; private to `quantileSketch`. */
export interface QuantileSketchDraft {
  /** Bins are at most 2^−bits of their lower edge wide. */
  readonly bits: number;
  readonly exactUpTo: number;
  /** The times of closed cases, each as often as it came, until there are more than `exactUpTo` cases. */
  closed: number[];
  /** Of open cases, how long they have lasted so far. */
  open: number[];
  /** Absent until there are more than `exactUpTo` cases. */
  binned: BinnedCases | undefined;
}

/** More cases than are kept one by one. */
export interface BinnedCases {
  readonly closed: BinCounts;
  readonly open: BinCounts;
  /** Of the open cases, those known to have lasted to the end of their bin; absent where that is known of none. Of copies that are compared, and never stored. */
  openAtEnd?: BinCounts;
  /** The exact sum of the closed times. */
  readonly sum: ExactSumDraft;
  /** The smallest and the largest time, closed or open. */
  min: number;
  max: number;
  /** How many cases, closed and open. */
  n: number;
}

/** No case yet. */
export function emptyDraft(bits: number, exactUpTo: number): QuantileSketchDraft {
  return { bits, exactUpTo, closed: [], open: [], binned: undefined };
}

/** Refuses what is no draft of a sketch. */
export function checkDraft(draft: QuantileSketchDraft | null | undefined, path: string): void {
  if (!Array.isArray(draft?.closed)) refuseDraft(draft, path);
}

/** No binned case yet. */
export function emptyCases(bits: number): BinnedCases {
  return {
    closed: emptyBins(bits),
    open: emptyBins(bits),
    sum: exactSum.init(),
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    n: 0,
  };
}

/** Adds a closed case that was checked before. */
export function addClosedTime(draft: QuantileSketchDraft, time: number): void {
  if (draft.binned !== undefined) {
    binClosed(draft.binned, time);
    return;
  }
  draft.closed.push(time);
  binWhereTooMany(draft);
}

/** Adds an open case that was checked before. */
export function addOpenTime(draft: QuantileSketchDraft, time: number): void {
  if (draft.binned !== undefined) {
    binOpen(draft.binned, time);
    return;
  }
  draft.open.push(time);
  binWhereTooMany(draft);
}

/** Whether cases are binned depends on nothing but how many there are: so parts merge to the same byte in any order. */
function binWhereTooMany(draft: QuantileSketchDraft): void {
  if (draft.closed.length + draft.open.length > draft.exactUpTo) binCases(draft);
}

/** Turns cases kept one by one into binned ones. */
export function binCases(draft: QuantileSketchDraft): BinnedCases {
  if (draft.binned !== undefined) return draft.binned;
  const cases = emptyCases(draft.bits);
  for (const time of draft.closed) binClosed(cases, time);
  for (const time of draft.open) binOpen(cases, time);
  draft.closed = [];
  draft.open = [];
  draft.binned = cases;
  return cases;
}

function binClosed(cases: BinnedCases, time: number): void {
  countTime(cases.closed, time);
  addExactly(cases.sum, time);
  noteTime(cases, time);
}

function binOpen(cases: BinnedCases, time: number): void {
  countTime(cases.open, time);
  noteTime(cases, time);
}

function noteTime(cases: BinnedCases, time: number): void {
  cases.n += 1;
  if (time < cases.min) cases.min = time;
  if (time > cases.max) cases.max = time;
}
