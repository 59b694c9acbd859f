import { at, checkObject } from '../../errors/index.js';
import { normalCdf, studentTCdf } from '../../numerics/index.js';
import { borrowedDeviations } from '../borrowed-deviations.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
  studentInterval,
} from '../interval.js';
import { finite } from '../sample.js';
import { lengthOf } from '../scale.js';
import { welchDegrees } from '../welch.js';
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
      readonly standardError: number;
      /** Estimate in standard errors. */
      readonly statistic: number;
      /** Two-sided: by the normal distribution for proportions and rates, by Student's t for means. */
      readonly pValue: number;
      /** Of the estimate: method `mover-wilson` for proportions, `mover-score` for rates, `welch-t` for means. */
      readonly interval: Interval;
      readonly method: 'difference-in-differences-z' | 'difference-in-differences-t';
      /** What no figure here can show: without the treatment both groups would have changed alike. */
      readonly assumption: 'parallel-trends';
    }
  /** No cell varies: there is no error to hold the estimate against. */
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
 * nobody knows that the next one is.
 *
 * @param cells treated and control, before and after; counts for proportions, events in exposures for rates, moments for means, all of one kind.
 * @returns `estimated`, or `no-variation` if no cell varies.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `inconsistent` with a path such as
 * `cells.treated.before.n`.
 *
 * Source: O. Ashenfelter and D. Card, Review of Economics and Statistics 67 (1985) 648–660; F. E. Satterthwaite, Biometrics
 * Bulletin 2 (1946) 110–114, for the degrees of freedom; G. Y. Zou, W. Huang and X. Zhang, Computational Statistics & Data
 * Analysis 53 (2009) 1080–1085, for the interval of proportions; G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702, for that of rates.
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
 * effect.statistic; // => 1.5147578435
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
  const all = withErrors([...treated, ...control]);
  const standardError = lengthOf(all.map(({ error }) => error));
  if (standardError === 0) return Object.freeze({ status: 'no-variation', ...changes });
  const statistic = finite(estimate / standardError, 'cells');
  const isMean = all[0]!.kind === 'mean';
  const found = isMean
    ? byStudent(estimate, statistic, standardError, all, confidence)
    : byNormal(estimate, statistic, treated, control, confidence);
  return Object.freeze({
    status: 'estimated',
    ...changes,
    standardError,
    statistic,
    ...found,
    method: `difference-in-differences-${isMean ? 't' : 'z'}`,
    assumption: 'parallel-trends',
  });
}

/** A mean of values that are all alike takes the deviation of all cells together. */
function withErrors(cells: readonly Cell[]): readonly Cell[] {
  if (cells[0]!.kind !== 'mean') return cells;
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

interface Finding {
  readonly pValue: number;
  readonly interval: Interval;
}

function byStudent(
  estimate: number,
  statistic: number,
  standardError: number,
  cells: readonly Cell[],
  confidence: number,
): Finding {
  const degreesOfFreedom = welchDegrees(
    cells.map(({ error }) => error),
    cells.map(({ n }) => n),
  );
  return {
    pValue: Math.min(1, 2 * studentTCdf(-Math.abs(statistic), degreesOfFreedom)),
    interval: studentInterval(
      estimate,
      { standardError, degreesOfFreedom },
      confidence,
      'welch-t',
      'cells',
    ),
  };
}

/** The interval is made of the four score intervals; it does not shrink where a cell is all or nothing. */
function byNormal(
  estimate: number,
  statistic: number,
  treated: Pair,
  control: Pair,
  confidence: number,
): Finding {
  const reach = normalReach(confidence);
  const added = [treated[1], control[0]].map(({ armsAt }) => armsAt!(reach));
  const subtracted = [treated[0], control[1]].map(({ armsAt }) => armsAt!(reach));
  const below = lengthOf([...added.map((arm) => arm.below), ...subtracted.map((arm) => arm.above)]);
  const above = lengthOf([...added.map((arm) => arm.above), ...subtracted.map((arm) => arm.below)]);
  // Shares cannot change by more than 1 in either group.
  const isShare = treated[0].kind === 'proportion';
  const most = isShare ? 2 : Number.POSITIVE_INFINITY;
  const low = finite(Math.max(-most, estimate - below), 'cells');
  const high = finite(Math.min(most, estimate + above), 'cells');
  return {
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(statistic))),
    interval: makeInterval(low, high, confidence, isShare ? 'mover-wilson' : 'mover-score'),
  };
}
