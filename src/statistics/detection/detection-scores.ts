import {
  at,
  checkInteger,
  checkObject,
  checkRange,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';

/** How cases of one kind were found: alerts against what was truly so. */
export interface DetectionCounts {
  /** Found, and truly so. */
  readonly truePositives: number;
  /** Found, but not so. */
  readonly falsePositives: number;
  /** Truly so, but missed. */
  readonly falseNegatives: number;
}

/** How much recall weighs. */
export interface DetectionOptions {
  /** Recall counts `beta` times as much as precision: 2 where a miss is worse than a false alarm; at least 0, default 1. */
  readonly beta?: number;
}

/** How well cases were found, each from 0 to 1. */
export interface DetectionScores {
  /** Of those found the share that is so; `null` if none was found. */
  readonly precision: number | null;
  /** Of those that are so the share found; `null` if none is so. */
  readonly recall: number | null;
  /** F-beta, the weighted harmonic mean of both; 0 where all found are wrong or all are missed; `null` without any case. */
  readonly fScore: number | null;
  readonly beta: number;
}

const COUNTS: FieldsOf<DetectionCounts> = {
  truePositives: true,
  falsePositives: true,
  falseNegatives: true,
};

const OPTIONS: FieldsOf<DetectionOptions> = { beta: true };

/**
 * Precision, recall and their F-beta: (1 + β²)·TP / ((1 + β²)·TP + β²·FN + FP).
 *
 * @param cases whole numbers of at least 0.
 * @returns the scores, frozen.
 * @throws AptfolioError by path, such as `cases.falsePositives` or `options.beta`.
 *
 * Source: C. J. van Rijsbergen, Information Retrieval, 2nd ed. (1979), chapter 7.
 *
 * @example
 * ```ts
 * import { detectionScores } from 'aptfolio/statistics';
 *
 * const cases = { truePositives: 8, falsePositives: 2, falseNegatives: 8 };
 * detectionScores(cases).fScore; // => 0.6153846154
 * detectionScores(cases, { beta: 2 });
 * // => { precision: 0.8, recall: 0.5, fScore: 0.5405405405, beta: 2 }
 * ```
 */
export function detectionScores(
  cases: DetectionCounts,
  options: DetectionOptions = {},
): DetectionScores {
  const counts = readDetection(cases, 'cases');
  const given = checkObject(options, 'options');
  refuseUnknown(given, 'options', OPTIONS);
  const { beta = 1 } = given;
  return scoresOf(counts, checkRange(beta, 'options.beta', { min: 0 }));
}

/** The scores of counts that have been checked. */
export function scoresOf(counts: DetectionCounts, beta: number): DetectionScores {
  const { truePositives, falsePositives, falseNegatives } = counts;
  // β²/(1 + β²), also where β² is no double.
  const weight = 1 / (1 + 1 / (beta * beta));
  const faults = weight * falseNegatives + (1 - weight) * falsePositives;
  return Object.freeze({
    precision: shareOf(truePositives, falsePositives),
    recall: shareOf(truePositives, falseNegatives),
    fScore: shareOf(truePositives, faults),
    beta,
  });
}

function shareOf(right: number, wrong: number): number | null {
  return right + wrong === 0 ? null : right / (right + wrong);
}

/** Checks how cases were found. */
export function readDetection(cases: unknown, path: string): DetectionCounts {
  const given = checkObject(cases, path);
  refuseUnknown(given, path, COUNTS);
  const read = (field: keyof DetectionCounts): number => {
    return checkInteger(given[field], at(path, field), { min: 0 });
  };
  return {
    truePositives: read('truePositives'),
    falsePositives: read('falsePositives'),
    falseNegatives: read('falseNegatives'),
  };
}
