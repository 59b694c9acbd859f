import { AptfolioError, at, checkNumber, checkObject, checkRange } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { BEYOND_RISKS, refuseFields } from '../compile/refuse-fields.js';
import { type AssetRisks, checkAssetRisks, checkByAsset } from './asset-risks.js';

/** The least and the largest weight of an asset whose risk is budgeted. */
export interface RiskBudgetBounds {
  /** At least 0, the default. */
  readonly min?: number;
  /** Default: none. */
  readonly max?: number;
}

/** A problem of risk budgeting: long only. Expected returns and further rules are refused, as nothing would heed them. */
export interface RiskBudgetProblem extends AssetRisks {
  /**
   * Share of the risk by asset, at least 0, summing to 1; an asset that is not named has 0. Default: equal
   * shares. An asset with a share of 0 is held at its floor: not at all, unless a `min` is stated.
   */
  readonly budgets?: Readonly<Record<string, number>>;
  /** Bounds by asset. */
  readonly bounds?: Readonly<Record<string, RiskBudgetBounds>>;
  /** What the weights sum to, above 0. Default 1. */
  readonly budget?: number;
}

/** A problem after its checks. */
export interface CompiledRiskBudget {
  readonly assets: readonly string[];
  /** Row-major. */
  readonly covariance: Float64Array<ArrayBuffer>;
  /** Shares of the risk, scaled to a sum of exactly 1. */
  readonly budgets: Float64Array<ArrayBuffer>;
  /** An asset with budget 0 has its floor as ceiling too. */
  readonly lower: Float64Array<ArrayBuffer>;
  /** Infinite where no `max` is stated. */
  readonly upper: Float64Array<ArrayBuffer>;
  /** What the weights sum to. */
  readonly total: number;
}

/** Budgets may miss a sum of 1 by this much, through rounding. */
const SUM_TOLERANCE = 1e-9;

/** Checks a problem and turns it into vectors. Throws with the path to the first fault. */
export function compileRiskBudget(problem: RiskBudgetProblem): CompiledRiskBudget {
  const expected = 'nothing: risk is budgeted under bounds and a budget alone';
  refuseFields(checkObject(problem, 'problem'), BEYOND_RISKS, 'problem', expected);
  const { assets, indexOf, covariance } = checkAssetRisks(problem, 'problem');
  const budgets = readBudgets(problem.budgets, assets, indexOf);
  const total = checkRange(problem.budget ?? 1, 'problem.budget', {
    exclusiveMin: 0,
    max: LARGEST,
  });
  const bounds = readBounds(problem.bounds ?? {}, assets, indexOf);
  const lower = Float64Array.from(bounds, ({ min }) => min);
  const upper = Float64Array.from(bounds, ({ max }, i) => (budgets[i] === 0 ? lower[i]! : max));
  return { assets, covariance, budgets, lower, upper, total };
}

/** Far beyond any weight. */
const LARGEST = 1e9;

function readBudgets(
  value: unknown,
  assets: readonly string[],
  indexOf: ReadonlyMap<string, number>,
): Float64Array<ArrayBuffer> {
  if (value === undefined) return new Float64Array(assets.length).fill(1 / assets.length);
  const path = 'problem.budgets';
  const record = checkByAsset(value, path, indexOf);
  const budgets = Float64Array.from(assets, (asset) =>
    Object.hasOwn(record, asset) ? checkRange(record[asset], at(path, asset), { min: 0 }) : 0,
  );
  const sum = neumaierSum(budgets);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'shares that sum to 1', sum);
  }
  return budgets.map((share) => share / sum);
}

function readBounds(
  value: unknown,
  assets: readonly string[],
  indexOf: ReadonlyMap<string, number>,
): readonly { readonly min: number; readonly max: number }[] {
  const path = 'problem.bounds';
  const record = checkByAsset(value, path, indexOf);
  return assets.map((asset) => {
    const own = at(path, asset);
    const stated = checkObject(Object.hasOwn(record, asset) ? record[asset] : {}, own);
    const min = checkRange(stated.min ?? 0, at(own, 'min'), { min: 0, max: LARGEST });
    if (stated.max === undefined) return { min, max: Number.POSITIVE_INFINITY };
    const max = checkNumber(stated.max, at(own, 'max'));
    if (min > max) {
      throw new AptfolioError('inconsistent', own, `a min of at most the max, ${max}`, min);
    }
    return { min, max };
  });
}
