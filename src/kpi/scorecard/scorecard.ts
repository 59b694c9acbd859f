import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import type { Fields } from '../kinds/kind.js';
import type { KpiInsufficient, KpiOk } from '../result.js';

/** One figure of a scorecard. */
export interface ScorecardLine {
  /** Unique in the scorecard; the id of the KPI. */
  readonly id: string;
  /** Above 0; the weights of all lines sum to 1. */
  readonly weight: number;
  /** The value that earns no points, in the KPI's unit. */
  readonly worst: number;
  /** The value that earns all points; below `worst` where less is better. */
  readonly best: number;
  /**
   * How far a small sample is drawn towards the group: the value counts n / (n + k), the group's k / (n + k), with k these cases. At least 0; default 0,
   * no drawing, for totals and large samples; where it leaves a small one as it is, the score says so (`kpi.lines-unsure`). A sensible k is the variance within a case over the variance between the group's members (`shrinkMeans`).
   */
  readonly priorCases?: number;
}

/** What no number of points can make up for. */
export interface ScorecardGuard {
  readonly id: string;
  /** The id of the KPI that is watched; it need not be a line. */
  readonly kpi: string;
  /** The guard holds while the value is at most this; give this or `atLeast`. */
  readonly atMost?: number;
  readonly atLeast?: number;
  /** What the score is at most while the guard does not hold or is not known, 0 to 100; default 0. */
  readonly cap?: number;
}

/** What a score is made of. */
export interface ScorecardDefinition {
  readonly id: string;
  /** Changes whenever the rule does. */
  readonly version: string;
  readonly lines: readonly ScorecardLine[];
  readonly guards?: readonly ScorecardGuard[];
  /**
   * `arithmetic` (default): a weak line can be made up for by a strong one; `geometric`: only in part, and a line without points leaves no score.
   */
  readonly mean?: 'arithmetic' | 'geometric';
  /** How much weight may be missing before no score is given; the others then carry it. 0 to below 1; default 0. */
  readonly missingWeight?: number;
}

/** What a scorecard takes of a KPI: its result, of any kind. */
export type ScoredResult = KpiOk | KpiInsufficient;

/** The results, by the id of their KPI. */
export type ScorecardResults = Readonly<Record<string, ScoredResult>>;

declare const checked: unique symbol;

/** A scorecard that `compileScorecard` has checked. */
export interface Scorecard extends Required<ScorecardDefinition> {
  readonly [checked]: true;
}

const FIELDS: FieldsOf<ScorecardDefinition> = {
  id: true,
  version: true,
  lines: true,
  guards: true,
  mean: true,
  missingWeight: true,
};
const LINE_FIELDS: FieldsOf<ScorecardLine> = {
  id: true,
  weight: true,
  worst: true,
  best: true,
  priorCases: true,
};
const GUARD_FIELDS: FieldsOf<ScorecardGuard> = {
  id: true,
  kpi: true,
  atMost: true,
  atLeast: true,
  cap: true,
};

/** Sums of written weights such as 0.1 + 0.2 + 0.7 are off by a few units of the last place. */
const SUM_TOLERANCE = 1e-9;

/**
 * Checks a scorecard once.
 *
 * @param definition lines with weights and the values that earn none and all of their points, and guards.
 * @throws AptfolioError with path `definition…`: `inconsistent` for weights that do not sum to 1, a line whose best is its worst, a guard without a limit
 * or with two; `duplicate-id`, `out-of-range`, `unknown-id` for a misspelt field.
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), steps 5 and 6.
 *
 * @example
 * ```ts
 * import { compileScorecard } from 'aptfolio/kpi';
 *
 * const line = { id: 'satisfaction', weight: 0.6, worst: 0.5, best: 0.9 };
 * const card = compileScorecard({ id: 'adviser', version: '1', lines: [line, { ...line, id: 'sla', weight: 0.4 }] });
 * card.mean; // => 'arithmetic'
 * compileScorecard({ id: 'adviser', version: '1', lines: [line] }); // => throws 'inconsistent', 'definition.lines'
 * ```
 */
export function compileScorecard(definition: ScorecardDefinition): Scorecard {
  const path = 'definition';
  const fields = checkObject(definition, path);
  refuseUnknown(fields, path, FIELDS);
  const { mean = 'arithmetic', missingWeight = 0, guards = [] } = fields;
  const card: Required<ScorecardDefinition> = {
    id: checkText(fields.id, at(path, 'id'), 100),
    version: checkText(fields.version, at(path, 'version'), 100),
    lines: readLines(fields.lines, at(path, 'lines')),
    guards: readGuards(guards, at(path, 'guards')),
    mean: checkOneOf(mean, at(path, 'mean'), ['arithmetic', 'geometric'] as const),
    missingWeight: checkRange(missingWeight, at(path, 'missingWeight'), {
      min: 0,
      exclusiveMax: 1,
    }),
  };
  return Object.freeze(card) as Scorecard;
}

function readLines(value: unknown, path: string): readonly ScorecardLine[] {
  const lines = checkList<unknown>(value, path, { minLength: 1, maxLength: 100 }).map((line, i) =>
    Object.freeze(readLine(checkObject(line, at(path, i)), at(path, i))),
  );
  checkUniqueIds(lines, path);
  const sum = lines.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return Object.freeze(lines);
  throw new AptfolioError('inconsistent', path, 'weights that sum to 1', sum);
}

function readLine(fields: Fields, path: string): ScorecardLine {
  refuseUnknown(fields, path, LINE_FIELDS);
  const { priorCases = 0 } = fields;
  const worst = checkNumber(fields.worst, at(path, 'worst'));
  const best = checkNumber(fields.best, at(path, 'best'));
  if (worst === best) {
    throw new AptfolioError('inconsistent', at(path, 'best'), 'another value than worst', best);
  }
  return {
    id: checkText(fields.id, at(path, 'id'), 100),
    weight: checkRange(fields.weight, at(path, 'weight'), { exclusiveMin: 0, max: 1 }),
    worst,
    best,
    priorCases: checkRange(priorCases, at(path, 'priorCases'), { min: 0 }),
  };
}

function readGuards(value: unknown, path: string): readonly ScorecardGuard[] {
  const guards = checkList<unknown>(value, path, { maxLength: 100 }).map((guard, i) =>
    Object.freeze(readGuard(checkObject(guard, at(path, i)), at(path, i))),
  );
  checkUniqueIds(guards, path);
  return Object.freeze(guards);
}

function readGuard(fields: Fields, path: string): ScorecardGuard {
  refuseUnknown(fields, path, GUARD_FIELDS);
  const { atMost, atLeast, cap = 0 } = fields;
  if ((atMost === undefined) === (atLeast === undefined)) {
    throw new AptfolioError('inconsistent', path, 'either atMost or atLeast', fields);
  }
  return {
    id: checkText(fields.id, at(path, 'id'), 100),
    kpi: checkText(fields.kpi, at(path, 'kpi'), 100),
    ...(atMost !== undefined && { atMost: checkNumber(atMost, at(path, 'atMost')) }),
    ...(atLeast !== undefined && { atLeast: checkNumber(atLeast, at(path, 'atLeast')) }),
    cap: checkRange(cap, at(path, 'cap'), { min: 0, max: 100 }),
  };
}
