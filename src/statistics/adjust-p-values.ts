import {
  at,
  checkList,
  checkObject,
  checkOneOf,
  type FieldsOf,
  refuseUnknown,
} from '../errors/index.js';
import { neumaierSum } from '../numerics/index.js';
import { checkProbability } from './sample.js';

/** The names of the corrections for several tests at once. */
export const P_VALUE_ADJUSTMENTS = [
  'bonferroni',
  'holm',
  'hochberg',
  'benjamini-hochberg',
  'benjamini-yekutieli',
] as const;

/** The name of a correction for several tests at once. */
export type PValueAdjustment = (typeof P_VALUE_ADJUSTMENTS)[number];

/** By which correction. */
export interface AdjustmentOptions {
  readonly adjust: PValueAdjustment;
}

const OPTIONS: FieldsOf<AdjustmentOptions> = { adjust: true };

/**
 * Raises p-values to what they are worth when several tests are looked at together.
 *
 * `bonferroni`, `holm` and `hochberg` bound the chance of even one false finding; Holm's is never worse than
 * Bonferroni's and needs no assumption, Hochberg's takes the tests to be independent or positively dependent.
 * `benjamini-hochberg` bounds the expected share of false findings among all findings, under the same assumption;
 * `benjamini-yekutieli` under none.
 *
 * @param pValues from 0 to 1; an empty list gives an empty list.
 * @returns the adjusted p-values, from 0 to 1, in the order given: compare each with the level itself.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` with a path such as `pValues[2]`;
 * `unknown-value` for `options.adjust`, `unknown-id` for any other option.
 *
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979) 65–70; Y. Hochberg, Biometrika 75 (1988) 800–802; Y.
 * Benjamini and Y. Hochberg, JRSS B 57 (1995) 289–300; Y. Benjamini and D. Yekutieli, Annals of Statistics 29 (2001)
 * 1165–1188. The figures are those of R's `p.adjust`.
 *
 * @example
 * ```ts
 * import { adjustPValues } from 'aptfolio/statistics';
 *
 * adjustPValues([0.01, 0.04, 0.03], { adjust: 'holm' }); // => [0.03, 0.06, 0.06]
 * adjustPValues([0.01, 0.04, 0.03], { adjust: 'benjamini-hochberg' }); // => [0.03, 0.04, 0.04]
 * ```
 */
export function adjustPValues(
  pValues: readonly number[],
  options: AdjustmentOptions,
): readonly number[] {
  const given = checkList(pValues, 'pValues').map((p, i) => checkProbability(p, at('pValues', i)));
  refuseUnknown(checkObject(options, 'options'), 'options', OPTIONS);
  const rule = RULES[checkOneOf(options.adjust, 'options.adjust', P_VALUE_ADJUSTMENTS)];
  const n = given.length;
  const order = given.map((_, i) => i).sort((i, j) => given[i]! - given[j]!);
  const raised = order.map((i, k) => given[i]! * rule.factor(k + 1, n));
  if (rule.direction === 'up') runningMaximum(raised);
  if (rule.direction === 'down') runningMinimum(raised);
  const adjusted = new Array<number>(n);
  order.forEach((i, k) => {
    adjusted[i] = Math.min(1, raised[k]!);
  });
  return Object.freeze(adjusted);
}

interface Rule {
  /** What the k-th smallest of n is multiplied by. */
  readonly factor: (k: number, n: number) => number;
  /** From which end a p-value passes on what it needs at least or at most. */
  readonly direction: 'up' | 'down' | 'none';
}

const RULES: Readonly<Record<PValueAdjustment, Rule>> = {
  bonferroni: { factor: (_, n) => n, direction: 'none' },
  holm: { factor: (k, n) => n - k + 1, direction: 'up' },
  hochberg: { factor: (k, n) => n - k + 1, direction: 'down' },
  'benjamini-hochberg': { factor: (k, n) => n / k, direction: 'down' },
  'benjamini-yekutieli': { factor: (k, n) => harmonic(n) * (n / k), direction: 'down' },
};

/** 1 + ½ + … + 1/n. */
function harmonic(n: number): number {
  return neumaierSum(Array.from({ length: n }, (_, i) => 1 / (n - i)));
}

function runningMaximum(values: number[]): void {
  for (let k = 1; k < values.length; k++) values[k] = Math.max(values[k]!, values[k - 1]!);
}

function runningMinimum(values: number[]): void {
  for (let k = values.length - 2; k >= 0; k--) values[k] = Math.min(values[k]!, values[k + 1]!);
}
