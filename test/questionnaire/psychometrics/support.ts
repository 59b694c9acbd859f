import { expect } from 'vitest';
import {
  type MeasuredReliability,
  type ReliabilityOptions,
  type ResponseRow,
  reliability,
} from '../../../src/questionnaire/index.js';

/** The result for responses that can be measured. */
export function measured(
  responses: readonly ResponseRow[],
  options: ReliabilityOptions = {},
): MeasuredReliability {
  const result = reliability(responses, options);
  if (result.status !== 'measured') throw new Error(`is ${result.status}`);
  return result;
}

/** Expects a number, or each of a list, to differ from the expected by at most `tolerance`; `null` must be `null`. */
export function expectNear(actual: unknown, expected: unknown, tolerance: number): void {
  if (Array.isArray(expected)) {
    expect(actual).toHaveLength(expected.length);
    expected.forEach((value, i) => {
      expectNear((actual as readonly unknown[])[i], value, tolerance);
    });
    return;
  }
  if (expected === null || actual === null) {
    expect(actual).toBe(expected);
    return;
  }
  expect(Math.abs((actual as number) - (expected as number))).toBeLessThanOrEqual(tolerance);
}

/** The figures of a result by the names of the fixtures. */
export function byFixtureName(result: MeasuredReliability): Readonly<Record<string, unknown>> {
  const { items, total, alpha, lambdas, splitHalf } = result;
  return {
    item_mean: items.map(({ mean }) => mean),
    item_sd: items.map(({ sd }) => sd),
    total_mean: total.mean,
    total_sd: total.sd,
    cronbach_alpha_raw: alpha?.value,
    cronbach_alpha_std: result.standardisedAlpha,
    alpha_if_turned: result.alphaIfTurned,
    alpha_feldt_ci95: [alpha?.interval.low, alpha?.interval.high],
    average_r: result.averageCorrelation,
    sem_total: result.standardErrorOfMeasurement,
    item_total_r_raw: items.map(({ itemTotal }) => itemTotal),
    item_rest_r_drop: items.map(({ itemRest }) => itemRest),
    item_total_r_cor_smc: items.map(({ itemTotalCorrected }) => itemTotalCorrected),
    alpha_if_deleted_raw: items.map(({ alphaIfDropped }) => alphaIfDropped),
    smc: items.map(({ smc }) => smc),
    guttman_lambda1: lambdas?.lambda1,
    guttman_lambda2: lambdas?.lambda2,
    guttman_lambda4_max_split: lambdas?.lambda4,
    guttman_lambda5: lambdas?.lambda5,
    guttman_lambda6_smc: lambdas?.lambda6,
    splitHalf_max: splitHalf?.max,
    splitHalf_min_beta: splitHalf?.min,
    splitHalf_mean: splitHalf?.mean,
  };
}
