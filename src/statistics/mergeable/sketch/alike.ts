import { at, checkList } from '../../../errors/index.js';
import { type BinCounts, countTime, emptyBins } from './bin-counts.js';
import { binCases, checkDraft, emptyDraft, type QuantileSketchDraft } from './draft.js';
import { checkSameOptions, mergeSketches } from './merge.js';
import { binOf, upperEdge } from './time-bins.js';

/** Sketches that are compared, all as exact as the least exact of them. */
export function alikeSketches(
  drafts: readonly QuantileSketchDraft[],
): readonly QuantileSketchDraft[] {
  const given = checkList<QuantileSketchDraft>(drafts, 'drafts');
  given.forEach((draft, i) => {
    checkDraft(draft, at('drafts', i));
    checkSameOptions(given[0]!, draft, at('drafts', i));
  });
  if (given.every(({ binned }) => binned === undefined)) return given;
  const copies = given.map(inBins);
  // A bin is the same in all of them, also the first and the last, which else begin and end with a sketch's own times.
  const cases = copies.map(binCases);
  const min = Math.min(...cases.map((own) => own.min));
  const max = Math.max(...cases.map((own) => own.max));
  cases.forEach((own, i) => {
    Object.assign(own, { min, max });
    own.openAtEnd = openAtEnd(given[i]!, max);
  });
  return copies;
}

/** Open cases kept one by one that lasted to the end of their bin: none of it closed later, on whatever side. */
function openAtEnd({ bits, open }: QuantileSketchDraft, max: number): BinCounts {
  const bins = emptyBins(bits);
  for (const time of open) {
    if (time === max || time === upperEdge(binOf(time, bits), bits)) countTime(bins, time);
  }
  return bins;
}

function inBins(draft: QuantileSketchDraft): QuantileSketchDraft {
  const copy = emptyDraft(draft.bits, draft.exactUpTo);
  binCases(copy);
  mergeSketches(copy, draft);
  return copy;
}
