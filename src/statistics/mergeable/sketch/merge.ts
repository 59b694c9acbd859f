import { AptfolioError, at } from '../../../errors/index.js';
import { exactSum } from '../exact-sum.js';
import { mergeBins } from './bin-counts.js';
import {
  addClosedTime,
  addOpenTime,
  type BinnedCases,
  binCases,
  checkDraft,
  type QuantileSketchDraft,
} from './draft.js';

/** Adds the cases of the other sketch, in place; the draft is as it was if the sum is refused. */
export function mergeSketches(draft: QuantileSketchDraft, other: QuantileSketchDraft): void {
  checkDraft(draft, 'draft');
  checkDraft(other, 'other');
  checkSameOptions(draft, other, 'other');
  checkSum(sizeOf(draft) + sizeOf(other));
  if (other.binned !== undefined) {
    mergeCases(binCases(draft), other.binned);
    return;
  }
  // A sketch may be merged into itself: the lists and their lengths are those from before.
  const { closed, open } = other;
  const [closedCases, openCases] = [closed.length, open.length];
  for (let i = 0; i < closedCases; i++) addClosedTime(draft, closed[i]!);
  for (let i = 0; i < openCases; i++) addOpenTime(draft, open[i]!);
}

/** Refuses a sketch that was made with other options than the first. */
export function checkSameOptions(
  draft: QuantileSketchDraft,
  other: QuantileSketchDraft,
  path: string,
): void {
  for (const key of ['bits', 'exactUpTo'] as const) {
    if (other[key] === draft[key]) continue;
    const expected = `${draft[key]}, as in the sketch that it meets`;
    throw new AptfolioError('inconsistent', at(path, key), expected, other[key]);
  }
}

function sizeOf({ binned, closed, open }: QuantileSketchDraft): number {
  return binned === undefined ? closed.length + open.length : binned.n;
}

function checkSum(n: number): void {
  if (Number.isSafeInteger(n)) return;
  throw new AptfolioError('out-of-range', 'other', 'fewer than 2^53 cases in all', n);
}

function mergeCases(cases: BinnedCases, other: BinnedCases): void {
  mergeBins(cases.closed, other.closed);
  mergeBins(cases.open, other.open);
  exactSum.merge(cases.sum, other.sum);
  cases.min = Math.min(cases.min, other.min);
  cases.max = Math.max(cases.max, other.max);
  cases.n += other.n;
}
