import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkUniqueIds,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { chiSquareUpperTail, neumaierSum } from '../../numerics/index.js';
import { binomialLimits, type FunnelBounds } from './binomial-limits.js';

/** A group's share of successes. */
export interface FunnelGroup {
  readonly id: string;
  /** From 0 to `n`. */
  readonly successes: number;
  /** At least 1. */
  readonly n: number;
}

/** How a funnel plot is drawn. */
export interface FunnelPlotOptions {
  /** What the groups are held against, between 0 and 1, exclusive; default the share of all groups together. */
  readonly target?: number;
  /** How many sizes the lines are worked out for; at least 2, default 60. */
  readonly steps?: number;
}

/** A group in the plot. */
export interface FunnelPoint {
  readonly id: string;
  readonly n: number;
  readonly value: number;
  /**
   * `within` both pairs of lines, beyond the inner one (`high`, `low`: one in twenty lies there by chance) or also beyond the outer one (`very-high`, `very-low`:
   * two in a thousand).
   */
  readonly position: 'within' | 'high' | 'low' | 'very-high' | 'very-low';
}

/** The lines at one size. */
export interface FunnelLimits {
  readonly n: number;
  /** 95 %. */
  readonly inner: FunnelBounds;
  /** 99.8 %. */
  readonly outer: FunnelBounds;
}

/** A funnel plot as data. */
export type FunnelPlot =
  | {
      readonly status: 'drawn';
      readonly target: number;
      /** By id. */
      readonly points: readonly FunnelPoint[];
      /** From the smallest group to the largest. */
      readonly limits: readonly FunnelLimits[];
      /**
       * Squares of the points' distances from the target in standard errors, per degree of freedom: groups, less one where the target is their own share. About 1
       * if the groups differ by chance alone; null for one group against itself.
       */
      readonly dispersion: number | null;
      readonly reasons: readonly Reason[];
    }
  /** No group, or all cases came out alike: there is no chance to draw. */
  | { readonly status: 'no-variation'; readonly reasons: readonly Reason[] };

/**
 * The shares of groups against their sizes, between lines within which chance keeps them: what to show instead of a league table.
 *
 * The lines at 95 % and 99.8 % are exact binomial ones, interpolated; the upper ones are the lower ones of the failures, 1/n above those of the source. Among a hundred groups five lie beyond the inner lines by chance, so the outer ones decide. Where
 * the groups as a whole differ by more than chance the plot says so: then the lines are too narrow, and `shrinkProportions` or `compareGroups` serve better.
 *
 * @param groups each with a unique id and at least one case.
 * @returns `drawn`, or `no-variation`.
 * @throws AptfolioError with a path such as `groups[2].successes` or `options.target`.
 *
 * Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005) 1185–1202, with appendix A.1.1; dispersion
 * per degree of freedom: P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed. (1989), section 4.5.
 *
 * @example
 * ```ts
 * import { funnelPlot } from 'aptfolio/kpi';
 *
 * const plot = funnelPlot([
 *   { id: 'A', successes: 45, n: 50 },
 *   { id: 'B', successes: 3, n: 6 },
 *   { id: 'C', successes: 120, n: 200 },
 *   { id: 'D', successes: 82, n: 100 },
 * ], { target: 0.75 });
 * plot.points.map(({ id, value, position }) => [id, value, position]);
 * // => [['A', 0.9, 'high'], ['B', 0.5, 'within'], ['C', 0.6, 'very-low'], ['D', 0.82, 'within']]
 * ```
 */
export function funnelPlot(
  groups: readonly FunnelGroup[],
  options: FunnelPlotOptions = {},
): FunnelPlot {
  const given = readGroups(groups);
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', { target: true, steps: true });
  const { steps = 60 } = fields;
  const count = checkInteger(steps, 'options.steps', { min: 2, max: 1000 });
  const target =
    fields.target === undefined
      ? pooled(given)
      : checkRange(fields.target, 'options.target', { exclusiveMin: 0, exclusiveMax: 1 });
  if (given.length === 0 || target === 0 || target === 1) {
    const code = given.length === 0 ? 'kpi.no-cases' : 'kpi.advisers-alike';
    const reasons = Object.freeze([makeReason(code, 'info')]);
    return Object.freeze({ status: 'no-variation', reasons });
  }
  const points = given.map((group) => pointOf(group, target));
  const squares = neumaierSum(
    given.map(({ successes, n }) => {
      const gap = successes / n - target;
      return (gap * gap * n) / (target * (1 - target));
    }),
  );
  const degrees = given.length - (fields.target === undefined ? 1 : 0);
  return Object.freeze({
    status: 'drawn',
    target,
    points: Object.freeze(points),
    limits: Object.freeze(sizesFor(given, count).map((n) => limitsAt(n, target))),
    dispersion: degrees === 0 ? null : squares / degrees,
    reasons: Object.freeze(reasonsOf(squares, degrees)),
  });
}

function readGroups(groups: unknown): readonly FunnelGroup[] {
  const given = checkList<FunnelGroup>(groups, 'groups', { maxLength: 100_000 });
  checkUniqueIds(given, 'groups');
  const read = given.map((group, i) => {
    const path = at('groups', i);
    refuseUnknown({ ...group }, path, { id: true, successes: true, n: true });
    const n = checkInteger(group.n, at(path, 'n'), { min: 1 });
    const range = { min: 0, max: n };
    return {
      id: group.id,
      successes: checkInteger(group.successes, at(path, 'successes'), range),
      n,
    };
  });
  return read.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function pooled(groups: readonly FunnelGroup[]): number {
  const cases = groups.reduce((sum, { n }) => sum + n, 0);
  if (!Number.isSafeInteger(cases)) {
    throw new AptfolioError('out-of-range', 'groups', 'sizes whose sum is below 2^53', cases);
  }
  return cases === 0 ? 0 : groups.reduce((sum, { successes }) => sum + successes, 0) / cases;
}

function pointOf({ id, successes, n }: FunnelGroup, target: number): FunnelPoint {
  const value = successes / n;
  const { inner, outer } = limitsAt(n, target);
  const position =
    value > outer.high
      ? 'very-high'
      : value < outer.low
        ? 'very-low'
        : value > inner.high
          ? 'high'
          : value < inner.low
            ? 'low'
            : 'within';
  return Object.freeze({ id, n, value, position });
}

function limitsAt(n: number, target: number): FunnelLimits {
  const inner = binomialLimits(n, target, 0.95);
  return Object.freeze({ n, inner, outer: binomialLimits(n, target, 0.998) });
}

/** Sizes from the smallest group to the largest, closer together where the funnel is steep. */
function sizesFor(groups: readonly FunnelGroup[], steps: number): readonly number[] {
  const sizes = groups.map(({ n }) => n);
  const least = sizes.reduce((a, b) => Math.min(a, b));
  const most = sizes.reduce((a, b) => Math.max(a, b));
  const [low, high] = [1 / Math.sqrt(least), 1 / Math.sqrt(most)];
  const between = Array.from({ length: steps }, (_, i) => {
    const root = low + ((high - low) * i) / (steps - 1);
    return Math.round(1 / (root * root));
  });
  return [...new Set(between)];
}

/** By chance the squares follow a chi-squared distribution. */
function reasonsOf(squares: number, degrees: number): readonly Reason[] {
  if (degrees === 0 || chiSquareUpperTail(squares, degrees) >= 0.05) return [];
  return [makeReason('kpi.funnel-overdispersed', 'warn', { dispersion: squares / degrees })];
}
