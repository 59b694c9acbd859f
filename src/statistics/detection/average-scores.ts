import {
  at,
  checkInteger,
  checkList,
  checkObject,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { orderedSum } from '../ordered-sum.js';
import { type DetectionCounts, readDetection, scoresOf } from './detection-scores.js';

/** What counts for a class of which a score cannot be given. */
export interface AverageOptions {
  /**
   * What stands for the score of a class without a case to divide by, 0 or 1, in the macro average and where the pooled one has none; 0 is
   * scikit-learn's `zero_division`. Default: none, and the average is `null`.
   */
  readonly zeroDivision?: 0 | 1;
}

/** Scores over several classes, each from 0 to 1, or `null` where none can be given. */
export interface AverageScores {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** The two averages over classes. */
export interface DetectionAverages {
  /** The plain mean of the scores of the classes: a rare class weighs as much as a frequent one. */
  readonly macro: AverageScores;
  /** The scores of all cases pooled: each case weighs the same. */
  readonly micro: AverageScores;
}

const OPTIONS: FieldsOf<AverageOptions> = { zeroDivision: true };

/**
 * Precision, recall and F1 over several classes, as macro and as micro average.
 *
 * Where every case has one true class and is put into one class, the three micro averages are the same: the share put right.
 *
 * @param classes one for each class, at least one.
 * @throws AptfolioError by path, such as `classes[1].falsePositives`; `empty` without a class.
 *
 * Source: D. D. Lewis, Evaluating Text Categorization, Proceedings of the Speech and Natural Language Workshop (1991) 312–318; as in scikit-learn.
 *
 * @example
 * ```ts
 * import { averageDetectionScores } from 'aptfolio/statistics';
 *
 * const { macro, micro } = averageDetectionScores([
 *   { truePositives: 90, falsePositives: 10, falseNegatives: 10 },
 *   { truePositives: 1, falsePositives: 1, falseNegatives: 3 },
 * ]);
 * macro.recall; // => 0.575
 * micro.recall; // => 0.875
 * ```
 */
export function averageDetectionScores(
  classes: readonly DetectionCounts[],
  options: AverageOptions = {},
): DetectionAverages {
  const counts = checkList<unknown>(classes, 'classes', { minLength: 1 }).map((cases, i) => {
    return readDetection(cases, at('classes', i));
  });
  const missing = readZeroDivision(options);
  return Object.freeze({
    macro: averagesOf(counts, missing),
    micro: averagesOf([pooled(counts)], missing),
  });
}

function readZeroDivision(options: unknown): number | null {
  const given = checkObject(options, 'options');
  refuseUnknown(given, 'options', OPTIONS);
  const { zeroDivision } = given;
  if (zeroDivision === undefined) return null;
  return checkInteger(zeroDivision, 'options.zeroDivision', { min: 0, max: 1 });
}

function pooled(counts: readonly DetectionCounts[]): DetectionCounts {
  const total = (field: keyof DetectionCounts): number => {
    return counts.reduce((sum, cases) => sum + cases[field], 0);
  };
  return {
    truePositives: total('truePositives'),
    falsePositives: total('falsePositives'),
    falseNegatives: total('falseNegatives'),
  };
}

function averagesOf(counts: readonly DetectionCounts[], missing: number | null): AverageScores {
  const scores = counts.map((cases) => scoresOf(cases, 1));
  return Object.freeze({
    precision: meanOf(scores.map(({ precision }) => precision ?? missing)),
    recall: meanOf(scores.map(({ recall }) => recall ?? missing)),
    f1: meanOf(scores.map(({ fScore }) => fScore ?? missing)),
  });
}

function meanOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  return known.length < scores.length ? null : orderedSum(known) / known.length;
}
