import { checkObject, checkOneOf, type FieldsOf, refuseUnknown } from '../../../errors/index.js';
import type { SurvivalCount, SurvivalCounts } from '../../survival/counts.js';
import type { Cases } from './steps.js';
import { justAbove, justBelow } from './time-bins.js';

/** Where cases of a bin are put, of which neither time nor order is known; of no influence where every time is kept. */
export interface SketchCountsOptions {
  /** Default `upper`, the longest that they may have taken; `lower`: the shortest. */
  readonly edge?: 'upper' | 'lower';
  /**
   * Which of them come first. Default `closed`: open cases are at risk until the last has closed. `open`: they were last seen before the first closed. With the lower edge that is the
   * lowest curve there may be, as the default is the highest.
   */
  readonly first?: 'closed' | 'open';
}

const OPTIONS: FieldsOf<SketchCountsOptions> = { edge: true, first: true };

/** All cases by rising time, those of a bin at one of its edges. */
export function countsOfCases({ steps }: Cases, options: unknown): SurvivalCounts {
  refuseUnknown(options, 'options', OPTIONS);
  const { edge = 'upper', first = 'closed' } = checkObject(options, 'options');
  checkOneOf(edge, 'options.edge', ['upper', 'lower'] as const);
  checkOneOf(first, 'options.first', ['closed', 'open'] as const);
  let reached = Number.NEGATIVE_INFINITY;
  return Object.freeze(
    steps.flatMap(({ from, to, closed, open, last }) => {
      // No time of a bin is at its lower edge, where those of the step before may end.
      const time = edge === 'upper' ? to : from > reached ? from : justAbove(from);
      reached = time;
      if (first === 'closed' || open === last) return rowOf(time, closed, open);
      const before = rowOf(justBelow(time), 0, open - last);
      return closed + last > 0 ? [before, rowOf(time, closed, last)] : before;
    }),
  );
}

function rowOf(time: number, events: number, censored: number): SurvivalCount {
  return Object.freeze({ time, events, censored });
}
