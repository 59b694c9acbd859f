import { at, checkList } from '../../../errors/index.js';
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
  return given.some(({ binned }) => binned !== undefined) ? given.map(inWholeBins) : given;
}

/** A copy with all cases in bins of which each ends at its edge, also the last, which else ends at the longest time. */
function inWholeBins(draft: QuantileSketchDraft): QuantileSketchDraft {
  const { bits, exactUpTo } = draft;
  const copy = emptyDraft(bits, exactUpTo);
  const cases = binCases(copy);
  mergeSketches(copy, draft);
  if (cases.n > 0) cases.max = upperEdge(binOf(cases.max, bits), bits);
  return copy;
}
