import {
  AptfolioError,
  at,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkVector,
} from '../../errors/index.js';
import type { ParametricProgram, RiskModel } from '../../numerics/index.js';
import type {
  AllocationObjective,
  AllocationProblem,
  AssetBounds,
  RelativeRule,
} from '../problem.js';
import { type AssetNames, checkAssets, checkByAsset } from './check-names.js';
import { checkObjective } from './check-objective.js';
import { checkRisk } from './check-risk.js';
import { checkTrading, type TradingLimits } from './check-trading.js';
import { type FrozenOutside, frozenOutside } from './frozen-outside.js';
import { type Holdings, layOut, type Stated } from './holdings.js';
import { withPriorities } from './priorities.js';
import { RowWriter } from './row-writer.js';
import type { Rule } from './rules.js';
import {
  writeBudget,
  writeGroups,
  writeKinkedRules,
  writeLinearRules,
  writeRelativeRules,
  writeTargetReturn,
} from './write-rows.js';

/** A problem after its checks, as a program with rules that say what its bounds and rows mean. */
export interface CompiledProblem {
  readonly assets: readonly string[];
  /** μ by asset. */
  readonly expectedReturn: Float64Array;
  readonly risk: RiskModel;
  readonly objective: AllocationObjective;
  readonly holdings: Holdings;
  readonly trading: TradingLimits | undefined;
  /** What a unit of the size of a position takes off the return, long or short, by asset. */
  readonly holdingCost: Float64Array | undefined;
  /** By asset; absent where there is none. */
  readonly benchmark: Float64Array | undefined;
  readonly maxTrackingError: number | undefined;
  /** Whether risk is that of the deviation from the benchmark. */
  readonly active: boolean;
  /** What is frozen outside its own bounds, by asset. */
  readonly frozenOutside: readonly FrozenOutside[];
  /** Per-asset bounds in the order of the assets, then groups and the other rules, then the budget, last the target return. */
  readonly rules: readonly Rule[];
  /** Relative rules as they were stated. */
  readonly relative: readonly RelativeRule[];
  /** Its slope is the expected return net of costs. */
  readonly program: ParametricProgram;
  /** Net return when all variables are 0. */
  readonly returnOfBase: number;
}

/**
 * Checks a problem and turns it into a program. Throws with the path to the first fault.
 *
 * `holdingCost` takes something off the return for each unit of the size of a position, long or short: figures of at least 0
 * by asset.
 */
export function compileProblem(
  problem: AllocationProblem,
  holdingCost?: Float64Array,
): CompiledProblem {
  checkObject(problem, 'problem');
  const names = checkAssets(problem.assets, 'problem.assets');
  const size = names.assets.length;
  const expectedReturn = checkVector(problem.expectedReturn, 'problem.expectedReturn', size);
  const risk = checkRisk(problem.covariance, 'problem.covariance', size);
  const objective = checkObjective(problem.objective);
  const budget = checkBudget(problem.budget === undefined ? 1 : problem.budget);
  const trading = checkTrading(problem.trading, names);
  const against = checkBenchmark(problem, names);
  const countsShorts =
    problem.maxShort !== undefined ||
    problem.maxLeverage !== undefined ||
    holdingCost !== undefined;
  const bounds = checkBounds(
    problem.bounds === undefined ? {} : problem.bounds,
    names,
    budget.max,
    trading,
  );
  const holdings = layOut(bounds, trading, countsShorts);
  const writer = new RowWriter(holdings);
  writeGroups(problem.groups === undefined ? [] : problem.groups, names, writer);
  writeLinearRules(problem.rules === undefined ? [] : problem.rules, names, writer);
  writeRelativeRules(problem.relative === undefined ? [] : problem.relative, names, writer);
  writeKinkedRules(problem, holdings, trading, writer);
  writeBudget(budget, size, writer);
  const slope = netReturns(holdings, expectedReturn, trading, holdingCost);
  const returnOfBase = netReturnOfBase(holdings, expectedReturn, trading, holdingCost);
  if (objective.kind === 'target-return') {
    writeTargetReturn(slope, returnOfBase, objective.expectedReturn, writer);
  }
  const drafts = [...holdings.rules, ...writer.rules];
  return {
    assets: names.assets,
    expectedReturn,
    risk,
    objective,
    holdings,
    trading,
    holdingCost,
    ...against,
    frozenOutside: frozenOutside(bounds),
    rules: withPriorities(drafts, problem.priorities === undefined ? {} : problem.priorities),
    relative: problem.relative ?? [],
    program: programOf(holdings, writer, risk, slope, against),
    returnOfBase,
  };
}

function programOf(
  holdings: Holdings,
  { rows }: RowWriter,
  risk: RiskModel,
  slope: Float64Array,
  { active, benchmark }: Against,
): ParametricProgram {
  const { count, asset, sign, lower, upper, split } = holdings;
  const matrix = new Float64Array(rows.length * count);
  rows.forEach(({ coefficients }, r) => {
    matrix.set(coefficients, r * count);
  });
  const base = holdings.base.map((weight, a) => weight - (active ? benchmark![a]! : 0));
  return {
    risk,
    size: count,
    ...(split ? { split: { asset, sign } } : {}),
    ...(base.some((weight) => weight !== 0) ? { base } : {}),
    linear: new Float64Array(count),
    slope,
    lower,
    upper,
    rows: {
      count: rows.length,
      matrix,
      lower: Float64Array.from(rows, (row) => row.lower),
      upper: Float64Array.from(rows, (row) => row.upper),
    },
  };
}

function netReturns(
  { count, asset, sign, isShort, isTrade }: Holdings,
  expectedReturn: Float64Array,
  trading: TradingLimits | undefined,
  holdingCost: Float64Array | undefined,
): Float64Array {
  const slope = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const a = asset[i]!;
    slope[i] = sign[i]! * expectedReturn[a]!;
    if (holdingCost !== undefined) {
      slope[i]! -= (isShort[i] === 1 ? -sign[i]! : sign[i]!) * holdingCost[a]!;
    }
    if (trading === undefined || isTrade[i] === 0) continue;
    slope[i]! -= sign[i]! > 0 ? trading.buyCost[a]! : trading.sellCost[a]!;
  }
  return slope;
}

function netReturnOfBase(
  { base, forcedTrades }: Holdings,
  expectedReturn: Float64Array,
  trading: TradingLimits | undefined,
  holdingCost: Float64Array | undefined,
): number {
  let sum = 0;
  for (let a = 0; a < base.length; a++) {
    sum += base[a]! * expectedReturn[a]!;
    if (holdingCost !== undefined) sum -= Math.abs(base[a]!) * holdingCost[a]!;
    const forced = forcedTrades[a]!;
    if (trading !== undefined && forced !== 0) {
      sum -= forced > 0 ? forced * trading.buyCost[a]! : -forced * trading.sellCost[a]!;
    }
  }
  return sum;
}

interface Against {
  readonly benchmark: Float64Array | undefined;
  readonly maxTrackingError: number | undefined;
  readonly active: boolean;
}

function checkBenchmark(problem: AllocationProblem, names: AssetNames): Against {
  const benchmark =
    problem.benchmark === undefined
      ? undefined
      : checkByAsset(problem.benchmark, 'problem.benchmark', names, 0);
  const active =
    checkOneOf(problem.risk === undefined ? 'total' : problem.risk, 'problem.risk', [
      'total',
      'active',
    ]) === 'active';
  const maxTrackingError =
    problem.maxTrackingError === undefined
      ? undefined
      : checkRange(problem.maxTrackingError, 'problem.maxTrackingError', { exclusiveMin: 0 });
  if (benchmark === undefined && (active || maxTrackingError !== undefined)) {
    throw new AptfolioError('missing-value', 'problem.benchmark', 'weights by asset');
  }
  if (active && maxTrackingError !== undefined) {
    const expected = "nothing, where risk is 'active': target-volatility is that limit there";
    throw new AptfolioError('inconsistent', 'problem.maxTrackingError', expected, maxTrackingError);
  }
  const { objective } = problem;
  if (maxTrackingError !== undefined && NO_TRACKING_LIMIT.includes(objective.kind)) {
    const expected = "nothing, for the objectives 'target-volatility' and 'maximum-sharpe'";
    throw new AptfolioError('inconsistent', 'problem.maxTrackingError', expected, maxTrackingError);
  }
  return { benchmark, active, maxTrackingError };
}

/** Objectives that are a limit on risk, or a choice of it, themselves. */
const NO_TRACKING_LIMIT: readonly string[] = ['target-volatility', 'maximum-sharpe'];

function checkBudget(value: NonNullable<AllocationProblem['budget']>): {
  readonly min: number;
  readonly max: number;
} {
  const path = 'problem.budget';
  if (typeof value !== 'object') {
    const sum = checkRange(value, path, { exclusiveMin: 0 });
    return { min: sum, max: sum };
  }
  checkObject(value, path);
  const min = checkRange(value.min, at(path, 'min'), { min: 0 });
  const max = checkRange(value.max, at(path, 'max'), { exclusiveMin: 0 });
  checkOrder(min, max, path);
  return { min, max };
}

function checkBounds(
  bounds: Readonly<Record<string, AssetBounds>>,
  { assets, indexOf }: AssetNames,
  budget: number,
  trading: TradingLimits | undefined,
): readonly Stated[] {
  const path = 'problem.bounds';
  checkObject(bounds, path);
  for (const name of Object.keys(bounds)) {
    if (!indexOf.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'an asset of the problem', name);
    }
  }
  return assets.map((name, index): Stated => {
    const own = at(path, name);
    const { min, max } = checkObject(Object.hasOwn(bounds, name) ? bounds[name] : {}, own);
    const least = min === undefined ? 0 : checkNumber(min, at(own, 'min'));
    // A floor above the budget is a contradiction between two rules, which the result will name.
    const most = max === undefined ? Math.max(budget, least) : checkNumber(max, at(own, 'max'));
    checkOrder(least, most, own);
    const stated = { name, minStated: min !== undefined, maxStated: max !== undefined };
    if (trading?.frozen.has(index) !== true) {
      return { ...stated, min: least, max: most, frozen: false };
    }
    const held = trading.current[index]!;
    return { ...stated, min: held, max: held, frozen: true, bounds: { min: least, max: most } };
  });
}

function checkOrder(min: number, max: number, path: string): void {
  if (min > max) {
    throw new AptfolioError('inconsistent', path, `a min of at most the max, ${max}`, min);
  }
}
