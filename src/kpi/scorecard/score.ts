import { AptfolioError, at, checkObject, checkRange, refuseUnknown } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { exp, log } from '../../numerics/index.js';
import { type GuardOutcome, readGuards } from './guards.js';
import { readResult, type ScoredFigure } from './read-result.js';
import type { Scorecard, ScorecardLine, ScorecardResults } from './scorecard.js';
import type { ValueLimits } from './value-limits.js';

/** What the members of a group reach on average, by the id of the KPI; needed for lines with `priorCases`. */
export interface ScorecardOptions {
  readonly group?: Readonly<Record<string, number>>;
}

/** What a line adds to the score. */
export interface ScoreContribution {
  readonly id: string;
  /** Of the scorecard, or what it carries where others are missing. */
  readonly weight: number;
  readonly value: number;
  /** The value drawn towards the group, as it is scored; the value itself without `priorCases`. */
  readonly scored: number;
  /** From 0 at `worst` to 1 at `best`, and never beyond. */
  readonly share: number;
  /** What it adds to the score, before caps; of a geometric mean its part by logarithms. */
  readonly points: number;
  /** How many points more or less the score would be before caps, were the value at an end of its interval and the other lines as they are; absent without an interval. */
  readonly range?: { readonly low: number; readonly high: number };
}

/** The score of a team, an adviser, a branch. */
export type Score =
  | {
      readonly status: 'scored';
      readonly scorecard: string;
      readonly version: string;
      /** 0 to 100, after caps; to ten decimals, behind which stands the noise of arithmetic. */
      readonly score: number;
      /** What the points add up to, before caps. */
      readonly uncapped: number;
      /** The heaviest contribution first. */
      readonly contributions: readonly ScoreContribution[];
      readonly guards: readonly GuardOutcome[];
      readonly missing: readonly string[];
      /** `kpi.guard-broken`, `kpi.guard-unknown`, `kpi.guard-unsure`, `kpi.lines-missing`, `kpi.lines-unsure`. */
      readonly reasons: readonly Reason[];
    }
  | {
      /** Too much weight is missing. */
      readonly status: 'insufficient';
      readonly scorecard: string;
      readonly version: string;
      readonly guards: readonly GuardOutcome[];
      readonly missing: readonly string[];
      readonly reasons: readonly Reason[];
    };

/**
 * Scores results on a scorecard: each value on the way from its worst to its best, weighted, and capped where a guard does not hold.
 *
 * A figure below its smallest sample is missing, whatever its value. Of the others those are named (`kpi.lines-unsure`) of which chance leaves more than half of the
 * points open, by the interval of the value as it is scored, or of which the sample is too small for one: `priorCases` draws them towards the group. How strongly is a
 * fact of the group that no single result tells, hence no default. A line's points are 100 times its weight; of a geometric mean its weight times the score with that
 * line at its best.
 *
 * No number of points makes up for a guard: a breach caps the score whatever was sold, and so does a guard whose figure is not known. A guard is judged by its
 * value; one that holds only as far as chance may have it is named (`kpi.guard-unsure`) and caps nothing.
 *
 * @param results of the KPIs of lines and guards; what is missing or `insufficient` counts as missing. Of others `value`, `n`, `interval`, `range`, `method` and `reasons` are checked.
 * @param options `group`: what the group reaches, towards which small samples are drawn.
 * @returns `scored` with every line's contribution, or `insufficient` where more weight is missing than the scorecard allows.
 * @throws AptfolioError with path `scorecard`, `results…` or `options.group…`; `missing-value` if a line with `priorCases` has no group value, `out-of-range` for a value that a figure of
 * that kind cannot have, such as a share of 85 (`options.group["renewal-rate"]`), or a mean that lies beyond the `range` of its result.
 *
 * @example
 * ```ts
 * import { accumulatorOf, compileScorecard, scoreScorecard, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate, riskRecall } = serviceKpis({ currency: 'CNY' });
 * const card = compileScorecard({
 *   id: 'team', version: '1',
 *   lines: [{ id: 'renewal-rate', weight: 1, worst: 0.5, best: 0.9 }],
 *   guards: [{ id: 'risks-found', kpi: 'risk-recall', atLeast: 0.8, cap: 40 }],
 * });
 * const resultOf = (kpi, event) => {
 *   const { init, add, result } = accumulatorOf(kpi);
 *   return result(add(init(), event));
 * };
 * const results = {
 *   'renewal-rate': resultOf(renewalRate, { successes: 80, trials: 100 }),
 *   'risk-recall': resultOf(riskRecall, { truePositives: 6, falseNegatives: 4 }),
 * };
 * const score = scoreScorecard(card, results);
 * score.uncapped; // => 75
 * score.score; // => 40
 * score.reasons[0].code; // => 'kpi.guard-broken'
 * ```
 */
export function scoreScorecard(
  scorecard: Scorecard,
  results: ScorecardResults,
  options: ScorecardOptions = {},
): Score {
  if (!Object.isFrozen(checkObject(scorecard, 'scorecard'))) {
    throw new AptfolioError('invalid-type', 'scorecard', 'made by compileScorecard', scorecard);
  }
  const given = checkObject(results, 'results') as ScorecardResults;
  const group = readGroup(options);
  const guards = readGuards(scorecard, given);
  const { id, version, lines, missingWeight } = scorecard;
  const figures = lines.map((line) => ({ line, figure: readResult(given, line.id) }));
  const present = figures.filter(hasFigure);
  const missing = figures.filter(({ figure }) => figure === null).map(({ line }) => line.id);
  const carried = present.reduce((sum, { line }) => sum + line.weight, 0);
  const head = { scorecard: id, version, guards, missing: Object.freeze(missing) };
  const gaps = missing.length === 0 ? [] : [gap(missing)];
  const guarded = guards.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  const reasons = Object.freeze([...guarded, ...gaps]);
  if (present.length === 0 || 1 - carried > missingWeight + 1e-9) {
    return Object.freeze({ status: 'insufficient', ...head, reasons });
  }
  const parts = present.map((scored) => contribute(scored, carried, group));
  const ranges = parts.map((_, i) => rangeOf(scorecard, parts, i));
  const unsure = present.filter((scored, i) =>
    isUnsure(scored, ranges[i], pointsAtStake(scorecard, parts, i)),
  );
  const uncapped = roundPoints(combine(scorecard, parts));
  const contributions = withPoints(scorecard, parts, ranges, uncapped);
  const caps = guards.flatMap(({ cap, status }) => (status === 'holds' ? [] : [cap]));
  return Object.freeze({
    status: 'scored',
    ...head,
    score: Math.min(uncapped, ...caps),
    uncapped,
    contributions,
    reasons: Object.freeze([...reasons, ...unsureOf(unsure.map(({ line }) => line.id))]),
  });
}

/** A line as it is scored, before the others are looked at. */
interface Part extends Omit<ScoreContribution, 'points' | 'range'> {
  /** The shares at both ends of the value's interval, the smaller first; null without one. */
  readonly ends: readonly [number, number] | null;
}

type Range = ScoreContribution['range'];

/** A line with its figure. */
interface ScoredLine {
  readonly line: ScorecardLine;
  readonly figure: ScoredFigure;
}

function hasFigure(scored: {
  readonly line: ScorecardLine;
  readonly figure: ScoredFigure | null;
}): scored is ScoredLine {
  return scored.figure !== null;
}

function readGroup(options: unknown): Readonly<Record<string, unknown>> {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', { group: true });
  return fields.group === undefined ? {} : checkObject(fields.group, 'options.group');
}

function contribute(
  { line, figure: { value, n, interval, limits } }: ScoredLine,
  carried: number,
  group: Readonly<Record<string, unknown>>,
): Part {
  const prior = line.priorCases ?? 0;
  const centre = prior === 0 ? 0 : groupValue(group, line.id, limits);
  // Of both their parts: a sum before the division may leave the doubles.
  const own = 1 / (1 + prior / n);
  const drawn = (raw: number): number => (prior === 0 ? raw : raw * own + centre * (1 - own));
  const ends = interval && [interval.low, interval.high].map((end) => shareOf(line, drawn(end)));
  return {
    id: line.id,
    weight: line.weight / carried,
    value,
    scored: drawn(value),
    share: shareOf(line, drawn(value)),
    ends: ends && [Math.min(...ends), Math.max(...ends)],
  };
}

/** By how much the score before caps would move with a line at the ends of its interval. */
function rangeOf(scorecard: Scorecard, parts: readonly Part[], i: number): Range {
  const { ends, share } = parts[i]!;
  if (ends === null) return undefined;
  const scoreAt = (other: number) => combine(scorecard, withShare(parts, i, other));
  const [low, high] = ends.map((end) => roundPoints(scoreAt(end) - scoreAt(share)));
  return Object.freeze({ low: low!, high: high! });
}

/** What a line's weight stands for: of a geometric mean a part of what the other lines leave. */
function pointsAtStake(scorecard: Scorecard, parts: readonly Part[], i: number): number {
  const most = scorecard.mean === 'arithmetic' ? 100 : combine(scorecard, withShare(parts, i, 1));
  return most * parts[i]!.weight;
}

function withShare(parts: readonly Part[], i: number, share: number): readonly Part[] {
  return parts.map((part, k) => (k === i ? { ...part, share } : part));
}

/** Chance leaves more than half of the line's points open, or a sample too small for an interval is not drawn. */
function isUnsure({ line, figure }: ScoredLine, range: Range, points: number): boolean {
  if (range !== undefined) return range.high - range.low > points / 2;
  return !line.priorCases && figure.intervalUnknown;
}

function unsureOf(lines: readonly string[]): readonly Reason[] {
  return lines.length === 0 ? [] : [makeReason('kpi.lines-unsure', 'warn', { lines })];
}

function groupValue(
  group: Readonly<Record<string, unknown>>,
  id: string,
  limits: ValueLimits,
): number {
  const value = Object.hasOwn(group, id) ? group[id] : undefined;
  return checkRange(value, at('options.group', id), limits);
}

function shareOf(line: ScorecardLine, value: number): number {
  const { worst, best } = line;
  // A difference of large numbers may leave the doubles; a quarter of each does not, and loses no digit of them.
  const unit = Math.abs(value) + Math.abs(worst) + Math.abs(best) > 1 ? 0.25 : 1;
  const [from, to, seen] = [worst * unit, best * unit, value * unit];
  return Math.min(1, Math.max(0, (seen - from) / (to - from))) + 0;
}

/** Points to the twelfth digit of a share: a score of 90 is not to miss a line at 90 by the noise of arithmetic. */
function roundPoints(points: number): number {
  return Math.round(points * POINTS_SCALE) / POINTS_SCALE + 0;
}

const POINTS_SCALE = 1e10;

function combine({ mean }: Scorecard, parts: readonly Part[]): number {
  if (mean === 'arithmetic') {
    return Math.min(100, 100 * parts.reduce((sum, { weight, share }) => sum + weight * share, 0));
  }
  if (parts.some(({ share }) => share === 0)) return 0;
  const logs = parts.reduce((sum, { weight, share }) => sum + weight * log(share), 0);
  return Math.min(100, 100 * exp(logs));
}

/** Of an arithmetic mean the terms of the sum; of a geometric one what each line lost, shared out by its logarithm. */
function withPoints(
  { mean }: Scorecard,
  parts: readonly Part[],
  ranges: readonly Range[],
  uncapped: number,
): readonly ScoreContribution[] {
  const lost = (part: Part): number => (part.share === 0 ? 0 : -part.weight * log(part.share));
  const losses = parts.reduce((sum, part) => sum + lost(part), 0);
  const pointsOf = (part: Part): number => {
    if (mean === 'arithmetic') return 100 * part.weight * part.share;
    if (uncapped === 0) return 0;
    const loss = losses === 0 ? 0 : ((100 - uncapped) * lost(part)) / losses;
    return 100 * part.weight - loss;
  };
  return Object.freeze(
    parts
      .map(({ ends: _, ...told }, i) => {
        const points = roundPoints(pointsOf(parts[i]!));
        const range = ranges[i];
        return Object.freeze({ ...told, ...(range && { range }), points });
      })
      .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1)),
  );
}

function gap(missing: readonly string[]): Reason {
  return makeReason('kpi.lines-missing', 'warn', { lines: missing });
}
