import { type BinCounts, forEachBin } from './bin-counts.js';
import { type BinnedCases, checkDraft, type QuantileSketchDraft } from './draft.js';
import { lowerEdge, upperEdge } from './time-bins.js';

/** Cases that are known to lie together: at one time, or in one bin. */
export interface Step {
  /** No time is below it, and only those of the first step can be equal to it, unless `from` equals `to`. */
  readonly from: number;
  /** No time is above it. */
  readonly to: number;
  readonly closed: number;
  readonly open: number;
  /** Of the open cases, those known to have been at risk as all others of the step closed: at one time all, in a bin those that lasted to its end, if anybody knows. */
  readonly last: number;
}

/** All cases of a sketch, by rising time: what every figure is read from. */
export interface Cases {
  readonly steps: readonly Step[];
  readonly closed: number;
  readonly open: number;
  /** Whether steps are bins. */
  readonly binned: boolean;
  /** Meaningless where there are no cases. */
  readonly min: number;
  readonly max: number;
}

/** The cases of a sketch, one step for each time or bin. */
export function casesOf(draft: QuantileSketchDraft): Cases {
  checkDraft(draft, 'draft');
  return draft.binned === undefined ? exactCases(draft) : binnedCases(draft.binned);
}

function exactCases({ closed, open }: QuantileSketchDraft): Cases {
  const tally = new Map<number, Counted>();
  for (const time of closed) tallyOf(tally, time).closed += 1;
  for (const time of open) tallyOf(tally, time).open += 1;
  const steps = ascending(tally).map(([time, cases]) => {
    return { from: time, to: time, ...cases, last: cases.open };
  });
  const [min, max] = [steps[0]?.from ?? 0, steps.at(-1)?.to ?? 0];
  return { steps, closed: closed.length, open: open.length, binned: false, min, max };
}

function binnedCases({ closed, open, openAtEnd, min, max }: BinnedCases): Cases {
  const tally = new Map<number, Counted>();
  const [closedCases, openCases] = [
    tallyBins(tally, closed, 'closed'),
    tallyBins(tally, open, 'open'),
  ];
  const { bits } = closed;
  const atEnd = new Map<number, Counted>();
  if (openAtEnd !== undefined) tallyBins(atEnd, openAtEnd, 'open');
  const steps = ascending(tally).map(([bin, cases]) => {
    const from = Math.max(min, lowerEdge(bin, bits));
    const to = Math.min(max, upperEdge(bin, bits));
    const last = from === to ? cases.open : (atEnd.get(bin)?.open ?? 0);
    return { from, to, ...cases, last };
  });
  return { steps, closed: closedCases, open: openCases, binned: true, min, max };
}

type Counted = { closed: number; open: number };

function tallyBins(tally: Map<number, Counted>, bins: BinCounts, kind: keyof Counted): number {
  let total = 0;
  forEachBin(bins, (bin, cases) => {
    tallyOf(tally, bin)[kind] += cases;
    total += cases;
  });
  return total;
}

function tallyOf(tally: Map<number, Counted>, key: number): Counted {
  const known = tally.get(key);
  if (known !== undefined) return known;
  const added = { closed: 0, open: 0 };
  tally.set(key, added);
  return added;
}

function ascending(tally: Map<number, Counted>): [number, Counted][] {
  return [...tally].sort(([a], [b]) => a - b);
}
