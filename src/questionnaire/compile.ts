import { checkDefinition } from './check-definition.js';
import type { QuestionnaireDefinition, QuestionnaireItem } from './definition.js';
import type { RiskLevel } from './level.js';
import { RISK_LEVELS } from './level.js';
import type { Contribution } from './result.js';

/** A questionnaire, checked once and ready to score millions of clients. */
export interface Scorer {
  /** The definition as it was checked: a frozen copy. */
  readonly definition: QuestionnaireDefinition;
  /** What scoring needs, laid out once. Its shape is internal and may change. */
  readonly plan: ScoringPlan;
}

/** The definition laid out for scoring: indexes for names, products worked out beforehand. */
export interface ScoringPlan {
  readonly items: readonly PlannedItem[];
  readonly dimensions: readonly PlannedDimension[];
  /** Score from which each band runs, ascending from 0. */
  readonly edges: readonly number[];
  readonly levels: readonly RiskLevel[];
  /** Every level's place among `RISK_LEVELS`, by band. */
  readonly ranks: readonly number[];
}

export interface PlannedItem {
  readonly id: string;
  readonly mandatory: boolean;
  /** Index of its dimension. */
  readonly dimension: number;
  /** Weight × points of each option. */
  readonly points: readonly number[];
  /** What each option brings, made once and shared by all results. */
  readonly contributions: readonly Contribution[];
  /** The option with the fewest points, the first of several. */
  readonly mostCautious: number;
}

export interface PlannedDimension {
  readonly name: string;
  /** Σ weight × highest points, above 0. */
  readonly maximum: number;
  readonly overallWeight: number;
  readonly capsLevel: boolean;
}

/**
 * Checks a questionnaire and makes it ready for use.
 *
 * The definition is copied, so later changes to it have no influence.
 *
 * @throws AptfolioError with the path to the fault, such as `definition.items[3].points[1]`: a missing or
 * malformed field, a duplicate item, bands that do not start at 0 or do not ascend, weights for a
 * dimension that no item has, a dimension without a weight, weights that do not sum to 1, a mandatory
 * item or level dimension that does not exist.
 *
 * @example
 * ```ts
 * import { compileQuestionnaire } from 'aptfolio/questionnaire';
 *
 * const scorer = compileQuestionnaire({
 *   id: 'two-questions', validMonths: 12, mandatory: ['loss'],
 *   bands: [{ from: 0, level: 'C1' }, { from: 50, level: 'C3' }],
 *   overallWeights: { capacity: 0.5, tolerance: 0.5 },
 *   items: [
 *     { id: 'horizon', factor: 'horizon', dimension: 'capacity', weight: 1, points: [0, 5, 10] },
 *     { id: 'loss', factor: 'maxLoss', dimension: 'tolerance', weight: 1, points: [0, 5, 10] },
 *   ],
 * });
 * scorer.definition.id; // => 'two-questions'
 * ```
 */
export function compileQuestionnaire(definition: QuestionnaireDefinition): Scorer {
  const checked = checkDefinition(definition);
  const names = [...new Set(checked.items.map((item) => item.dimension))];
  const caps = new Set(checked.levelDimensions);
  const dimensions = names.map((name) =>
    Object.freeze({
      name,
      maximum: maximumOf(checked.items.filter((item) => item.dimension === name)),
      overallWeight: checked.overallWeights[name]!,
      capsLevel: caps.has(name),
    }),
  );
  const mandatory = new Set(checked.mandatory);
  const items = checked.items.map((item) => {
    const dimension = names.indexOf(item.dimension);
    return planItem(item, dimension, dimensions[dimension]!.maximum, mandatory.has(item.id));
  });
  const plan: ScoringPlan = Object.freeze({
    items: Object.freeze(items),
    dimensions: Object.freeze(dimensions),
    edges: Object.freeze(checked.bands.map((band) => band.from)),
    levels: Object.freeze(checked.bands.map((band) => band.level)),
    ranks: Object.freeze(checked.bands.map((band) => RISK_LEVELS.indexOf(band.level))),
  });
  return Object.freeze({ definition: checked, plan });
}

function maximumOf(items: readonly QuestionnaireItem[]): number {
  return items.reduce((sum, item) => sum + item.weight * Math.max(...item.points), 0);
}

function planItem(
  item: QuestionnaireItem,
  dimension: number,
  dimensionMaximum: number,
  mandatory: boolean,
): PlannedItem {
  const points = item.points.map((value) => item.weight * value);
  const maximum = Math.max(...points);
  const contributions = points.map((value) =>
    Object.freeze({
      item: item.id,
      dimension: item.dimension,
      points: value,
      maximum,
      share: value / dimensionMaximum,
    }),
  );
  return Object.freeze({
    id: item.id,
    mandatory,
    dimension,
    points: Object.freeze(points),
    contributions: Object.freeze(contributions),
    mostCautious: points.indexOf(Math.min(...points)),
  });
}
