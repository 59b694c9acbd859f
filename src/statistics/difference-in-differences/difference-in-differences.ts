import { at, checkObject } from '../../errors/index.js';
import { brent, normalCdf } from '../../numerics/index.js';
import { borrowedDeviations } from '../borrowed-deviations.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from '../interval.js';
import { finite } from '../sample.js';
import { lengthOf } from '../scale.js';
import { byStudent, isAlike, type StudentFinding, testedCell } from './by-student.js';
import { type Cell, checkSameKind, readPair, type StudyCell } from './cells.js';

/** A group before and after. */
export interface BeforeAndAfter<C extends StudyCell> {
  readonly before: C;
  readonly after: C;
}

/** The four cells of a study with a control group, all of one kind. */
export interface StudyCells<C extends StudyCell> {
  /** The group to which something was done. */
  readonly treated: BeforeAndAfter<C>;
  /** The group to which it was not done. */
  readonly control: BeforeAndAfter<C>;
}

/** What a study with a control group showed. */
export type DifferenceInDifferences =
  | {
      readonly status: 'estimated';
      /** Change of the treated group less that of the control group. */
      readonly estimate: number;
      readonly treatedChange: number;
      readonly controlChange: number;
      /** Of proportions with one success and one failure added to each cell, as are statistic, p-value and interval. */
      readonly standardError: number;
      /** Estimate in standard errors; of rates how many of them the interval may reach before it holds 0. */
      readonly statistic: number;
      /** Two-sided: by the normal distribution for rates, by Student's t for proportions and means. */
      readonly pValue: number;
      /** Of the estimate: method `agresti-caffo-t` for proportions, `mover-score` for rates, `welch-t` for means. */
      readonly interval: Interval;
      /** Of proportions: the smallest count expected in any cell if neither group changed; below 5 only a large difference shows. */
      readonly smallestExpected?: number;
      readonly method: 'difference-in-differences-z' | 'difference-in-differences-t';
      /** What no figure here can show: without the treatment both groups would have changed alike. */
      readonly assumption: 'parallel-trends';
    }
  /** All cases came out alike, or of means no cell varies: there is no error to hold the estimate against. */
  | {
      readonly status: 'no-variation';
      readonly estimate: number;
      readonly treatedChange: number;
      readonly controlChange: number;
    };

/**
 * How much more a treated group changed than a control group, from independent cases in four cells.
 *
 * It takes out what changed for everybody, on the assumption that without the treatment both groups would have changed
 * alike; `preTrend` looks whether earlier periods speak against it. The same clients before and after are not independent:
 * then compare their changes with `welchTest`. A cell of means of which all cases are alike takes the variance of all cells together: of five answers that are the same
 * nobody knows that the next one is. For the same reason test and interval of proportions take one success and one failure more in each cell, and Welch's t: with two cases in a cell or with
 * thousands, about six at most of a hundred studies in which nothing happened show something at 95 %. The interval is widened, where it has to be, to hold the estimate itself. The test of rates asks
 * how far their interval reaches. So test and interval always say the same of 0.
 *
 * @param cells treated and control, before and after; counts for proportions, events in exposures for rates, moments for means, all of one kind.
 * @returns `estimated`, or `no-variation` if all cases of all four cells came out alike, nothing happened in any, or no cell of means varies.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `inconsistent` with a path such as
 * `cells.treated.before.n`.
 *
 * Source: O. Ashenfelter and D. Card, Review of Economics and Statistics 67 (1985) 648–660; F. E. Satterthwaite, Biometrics
 * Bulletin 2 (1946) 110–114, for the degrees of freedom; A. Agresti and B. Caffo, The American Statistician 54 (2000) 280–288, for the cases added to
 * proportions; G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702, for the interval of rates.
 *
 * @example
 * ```ts
 * import { differenceInDifferences } from 'aptfolio/statistics';
 *
 * const effect = differenceInDifferences({
 *   treated: { before: { successes: 120, n: 200 }, after: { successes: 150, n: 200 } },
 *   control: { before: { successes: 90, n: 150 }, after: { successes: 96, n: 150 } },
 * });
 * effect.estimate; // => 0.11
 * effect.statistic; // => 1.508761703
 * effect.assumption; // => 'parallel-trends'
 * ```
 */
export function differenceInDifferences<C extends StudyCell>(
  cells: StudyCells<C>,
  options: ConfidenceOptions = {},
): DifferenceInDifferences {
  const { treated, control } = readCells(cells);
  const confidence = readConfidence(options);
  const treatedChange = finite(treated[1].value - treated[0].value, 'cells');
  const controlChange = finite(control[1].value - control[0].value, 'cells');
  const estimate = finite(treatedChange - controlChange, 'cells');
  const changes = { estimate, treatedChange, controlChange };
  const four = [...treated, ...control] as const;
  const found = isAlike(four) ? null : findingOf(estimate, four, confidence);
  if (found === null) return Object.freeze({ status: 'no-variation', ...changes });
  return Object.freeze({
    status: 'estimated',
    ...changes,
    ...found,
    assumption: 'parallel-trends',
  });
}

type Four = readonly [Cell, Cell, Cell, Cell];

type Finding = Omit<
  Extract<DifferenceInDifferences, { readonly status: 'estimated' }>,
  'status' | 'estimate' | 'treatedChange' | 'controlChange' | 'assumption'
>;

function findingOf(estimate: number, cells: Four, confidence: number): Finding | null {
  const { kind } = cells[0];
  if (kind === 'proportion') return ofShares(estimate, cells, confidence);
  if (kind === 'rate') return ofRates(estimate, cells, confidence);
  const figure = { estimate, drawn: estimate };
  return ofStudent(byStudent(figure, withErrors(cells), confidence, 'welch-t', 'cells'));
}

function ofStudent(found: StudentFinding | null): Finding | null {
  return found && { ...found, method: 'difference-in-differences-t' };
}

/** A mean of values that are all alike takes the deviation of all cells together. */
function withErrors(cells: readonly Cell[]): readonly Cell[] {
  const deviations = borrowedDeviations(
    cells.map(({ n, error }) => ({ n, deviation: error * Math.sqrt(n) })),
  );
  return cells.map((cell, i) => {
    return cell.error > 0 ? cell : { ...cell, error: deviations[i]! / Math.sqrt(cell.n) };
  });
}

type Pair = readonly [Cell, Cell];

function readCells(cells: unknown): { readonly treated: Pair; readonly control: Pair } {
  const given = checkObject(cells, 'cells');
  const treated = readPair(given.treated, at('cells', 'treated'), 'before', 'after');
  const control = readPair(given.control, at('cells', 'control'), 'before', 'after');
  checkSameKind([...treated, ...control]);
  return { treated: [treated[0][1], treated[1][1]], control: [control[0][1], control[1][1]] };
}

/** The change of the first two cells less that of the last two. */
function contrast([before, after, first, second]: readonly number[]): number {
  return after! - before! - (second! - first!);
}

/** Shares as means of cells with the cases added; those of a group cannot change by more than 1. */
function ofShares(estimate: number, cells: Four, confidence: number): Finding | null {
  const added = cells.map(testedCell);
  const drawn = contrast(added.map(({ value }) => value));
  const method = 'agresti-caffo-t';
  const found = ofStudent(byStudent({ estimate, drawn }, added, confidence, method, 'cells'));
  if (found === null) return null;
  const { low, high } = found.interval;
  return {
    ...found,
    interval: makeInterval(Math.max(-2, low), Math.min(2, high), confidence, method),
    smallestExpected: Math.min(expectedOf(cells[0], cells[1]), expectedOf(cells[2], cells[3])),
  };
}

/** The smallest count to be expected if a group has the same share before and after. */
function expectedOf(before: Cell, after: Cell): number {
  const successes = before.value * before.n + after.value * after.n;
  const pooled = successes / (before.n + after.n);
  return Math.min(before.n, after.n) * Math.min(pooled, 1 - pooled);
}

/** The interval is made of the four score intervals; it does not shrink where nothing happened in a cell. The test asks how many errors it reaches until an end of it is at 0. */
function ofRates(estimate: number, cells: Four, confidence: number): Finding | null {
  const standardError = lengthOf(cells.map(({ error }) => error));
  if (standardError === 0) return null;
  const [before, after, first, second] = cells;
  const towards = (reach: number, side: 'below' | 'above'): number => {
    const other = side === 'below' ? 'above' : 'below';
    const [rising, falling] = [
      [after, first],
      [before, second],
    ].map((pair) => pair.map(({ armsAt }) => armsAt!(reach)));
    return lengthOf([...rising!.map((arm) => arm[side]), ...falling!.map((arm) => arm[other])]);
  };
  const reach = normalReach(confidence);
  const low = finite(estimate - towards(reach, 'below'), 'cells');
  const high = finite(estimate + towards(reach, 'above'), 'cells');
  const side = estimate > 0 ? 'below' : 'above';
  const distance = Math.abs(estimate);
  const errors = reachOf((z) => towards(z, side), distance, distance / standardError);
  return {
    standardError,
    statistic: estimate > 0 ? errors : 0 - errors,
    pValue: Math.min(1, 2 * normalCdf(-errors)),
    interval: makeInterval(low, high, confidence, 'mover-score'),
    method: 'difference-in-differences-z',
  };
}

/** From how many standard errors on an arm, which grows with them, reaches so far. */
function reachOf(armAt: (reach: number) => number, distance: number, about: number): number {
  if (distance === 0) return 0;
  let most = finite(about, 'cells');
  while (armAt(most) < distance) most *= 2;
  const excess = (reach: number): number => armAt(reach) / distance - 1;
  const found = brent(excess, 0, most, { tolerance: 1e-14 * most, maxIterations: 300 });
  return found.status === 'converged' ? found.root : most;
}
