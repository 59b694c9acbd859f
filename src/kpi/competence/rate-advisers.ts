import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  neumaierSum,
  normalQuantile,
  studentTCdf,
  studentTQuantile,
} from '../../numerics/index.js';
import {
  adjustPValues,
  P_VALUE_ADJUSTMENTS,
  type Shrinkage,
  type ShrunkGroup,
  shrinkEstimates,
} from '../../statistics/index.js';
import { isSignificant, readConfidence } from '../confidence.js';
import type { AdviserRating, AdviserRatings, RateAdvisersOptions } from './adviser-ratings.js';
import { type AdviserScores, readScores, SCORES } from './adviser-scores.js';
import { type Component, componentOf } from './component-scores.js';
import { type Composite, compositeOf } from './composite-score.js';

/**
 * Weighs the test and practice scores of advisers, takes out the mix of cases, draws each towards the group as far as the evidence is thin, and says who lies above
 * or below the group.
 *
 * There are no ranks, on purpose: most differences between neighbours are chance, and a league table is led and closed by those with the fewest scores. Somebody is
 * `above` or `below` only where that holds although everybody was looked at. The variance of a single score is pooled over advisers, so that two equal scores do not
 * count as certain.
 *
 * @param scores one row for each adviser, component and kind of cases; scores from 0 to 100.
 * @returns `rated`, or `insufficient` with the reason.
 * @throws AptfolioError with a path such as `scores[3].component`, `scores[3].scores[0]` or `options.weights.test`; `duplicate-id` for a row that comes twice,
 * `inconsistent` for a variance that scores of this mean cannot have.
 *
 * Source: C. N. Morris, Parametric empirical Bayes inference, JASA 78 (1983) 47–55; H. Goldstein and D. J. Spiegelhalter, League tables and their limitations, JRSS A
 * 159 (1996) 385–443; J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), chapter 14, for indirect standardisation; F. E. Satterthwaite,
 * Biometrics Bulletin 2 (1946) 110–114.
 *
 * @example
 * ```ts
 * import { rateAdvisers } from 'aptfolio/kpi';
 *
 * const rows = [['A', 30, 82], ['B', 25, 71], ['C', 40, 72], ['D', 1, 100], ['E', 35, 62]];
 * const ratings = rateAdvisers(
 *   rows.map(([adviser, n, mean]) => ({ adviser, component: 'test', n, mean, variance: n > 1 ? 100 : 0 })),
 *   { weights: { test: 1 } },
 * );
 * ratings.advisers.map(({ id, standing }) => [id, standing]);
 * // => [['A', 'above'], ['B', 'around'], ['C', 'around'], ['D', 'around'], ['E', 'below']]
 * ```
 */
export function rateAdvisers(
  scores: readonly AdviserScores[],
  options: RateAdvisersOptions,
): AdviserRatings {
  const { weights, adjust, confidence } = readOptions(options);
  const rows = readScores(scores, [...weights.keys()]);
  const components = [...weights.keys()].map((id) =>
    componentOf(
      id,
      rows.filter(({ component }) => component === id),
    ),
  );
  const ids = [...new Set(rows.map(({ adviser }) => adviser))];
  const incomplete = ids.flatMap((id) => missingOf(id, components));
  const without = new Set(incomplete.map(({ id }) => id));
  const whole = ids.filter((id) => !without.has(id));
  const lacks = shortages(whole, components);
  if (lacks.length > 0) {
    const reasons = Object.freeze(lacks);
    return Object.freeze({ status: 'insufficient', advisers: Object.freeze(incomplete), reasons });
  }
  const composites = whole.map((id) => compositeOf(id, components, weights));
  // Four estimates with errors above 0 are always shrunk.
  const shrunk = shrinkEstimates(
    composites.map(({ id, adjusted, error }) => ({ id, value: adjusted, standardError: error })),
    { confidence },
  ) as Extract<Shrinkage, { readonly status: 'shrunk' }>;
  const { centre, betweenVariance } = shrunk;
  const findings = composites.map((composite, i) =>
    findingOf(composite, shrunk.groups[i]!, centre, confidence),
  );
  const rated = judged(findings, centre, { adjust, confidence });
  return Object.freeze({
    status: 'rated',
    centre,
    spread: Math.sqrt(betweenVariance),
    advisers: Object.freeze([...rated, ...incomplete].sort((a, b) => (a.id < b.id ? -1 : 1))),
    reasons: Object.freeze([
      ...(betweenVariance === 0 ? [makeReason('kpi.advisers-alike', 'info')] : []),
      ...components.flatMap(loneCases),
    ]),
  });
}

type Terms = Required<Omit<RateAdvisersOptions, 'weights'>> & {
  /** Shares of 1, by component. */
  readonly weights: ReadonlyMap<string, number>;
};

function readOptions(options: unknown): Terms {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', { weights: true, adjust: true, confidence: true });
  const { adjust = 'holm' } = fields;
  const path = 'options.weights';
  const given = Object.entries(checkObject(fields.weights, path)).map(([id, weight]) => {
    checkText(id, path, 100);
    return [id, checkRange(weight, at(path, id), { exclusiveMin: 0, max: 1e6 })] as const;
  });
  if (given.length === 0) throw new AptfolioError('empty', path, 'at least one component');
  given.sort(([a], [b]) => (a < b ? -1 : 1));
  const total = neumaierSum(given.map(([, weight]) => weight));
  return {
    weights: new Map(given.map(([id, weight]) => [id, weight / total])),
    adjust: checkOneOf(adjust, 'options.adjust', P_VALUE_ADJUSTMENTS),
    confidence: readConfidence(fields),
  };
}

function missingOf(
  id: string,
  components: readonly Component[],
): Extract<AdviserRating, { readonly status: 'incomplete' }>[] {
  const missing = components.flatMap((c) => (c.byAdviser.has(id) ? [] : [c.id]));
  if (missing.length === 0) return [];
  return [Object.freeze({ status: 'incomplete', id, missing: Object.freeze(missing) })];
}

/** How much advisers differ is not to be known from fewer. */
const LEAST_ADVISERS = 4;

function shortages(whole: readonly string[], components: readonly Component[]): Reason[] {
  if (whole.length < LEAST_ADVISERS) {
    const parameters = { advisers: whole.length, minimum: LEAST_ADVISERS };
    return [makeReason('kpi.too-few-advisers', 'info', parameters)];
  }
  return components.flatMap(({ id, variance }) =>
    variance > 0 ? [] : [makeReason('kpi.no-repeated-scores', 'info', { component: id })],
  );
}

/** What is said of an adviser before all are judged together. */
function findingOf(
  { id, n, raw, expected, adjusted, degreesOfFreedom }: Composite,
  { shrunk, weight, interval }: ShrunkGroup,
  centre: number,
  confidence: number,
) {
  const tail = (1 - confidence) / 2;
  // Morris's interval takes the variances of single scores as known; they are pooled estimates.
  const error = (interval.high - shrunk) / -normalQuantile(tail);
  const reach = -studentTQuantile(tail, degreesOfFreedom) * error;
  const statistic = (shrunk - centre) / error;
  return {
    id,
    n,
    raw,
    expected,
    adjusted,
    score: shrunk,
    reliability: weight,
    interval: Object.freeze({
      // With the mix taken out a score itself may lie beyond the scale.
      low: Math.min(shrunk, Math.max(SCORES.min, shrunk - reach)),
      high: Math.max(shrunk, Math.min(SCORES.max, shrunk + reach)),
      confidence,
      method: 'morris-t',
    }),
    pValue: Math.min(1, 2 * studentTCdf(-Math.abs(statistic), degreesOfFreedom)),
  };
}

/** Judges all advisers together. */
function judged(
  findings: readonly ReturnType<typeof findingOf>[],
  centre: number,
  { adjust, confidence }: Pick<Terms, 'adjust' | 'confidence'>,
): readonly AdviserRating[] {
  const pValues = adjustPValues(
    findings.map(({ pValue }) => pValue),
    { adjust },
  );
  return findings.map(({ pValue: _, ...finding }, i) => {
    const adjustedPValue = pValues[i]!;
    const shown = isSignificant(adjustedPValue, confidence);
    const standing = shown ? (finding.score > centre ? 'above' : 'below') : 'around';
    return Object.freeze({ status: 'rated', ...finding, adjustedPValue, standing });
  });
}

function loneCases({ id, lone }: Component): Reason[] {
  return lone.map((cases) =>
    makeReason('kpi.cases-of-one-adviser', 'warn', { component: id, cases }),
  );
}
