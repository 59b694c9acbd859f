import { checkNumber, checkObject, checkVector } from '../../errors/index.js';
import { checkAssets } from '../compile/check-names.js';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.js';
import { refuseFields } from '../compile/refuse-fields.js';
import type { AllocationProblem } from '../problem.js';
import {
  checkProbabilities,
  checkScenarios,
  meanReturns,
  type ScenarioTable,
} from './scenarios.js';

/** Rules that every portfolio has to meet, as `allocate` knows them. */
type Rules = Pick<
  AllocationProblem,
  'bounds' | 'groups' | 'rules' | 'relative' | 'budget' | 'maxShort' | 'maxLeverage' | 'trading'
>;

/** What the expected shortfall of a portfolio is to be measured on, and the rules that hold. */
export interface ShortfallProblem extends Rules {
  /** The assets' names, each once; columns of the scenarios follow this order. */
  readonly assets: readonly string[];
  /** T scenarios of n returns each, decimal fractions per period: rows, or a row-major `Float64Array` of T × n. */
  readonly scenarios: readonly (readonly number[] | Float64Array)[] | Float64Array;
  /** T probabilities of at least 0 that sum to 1. Default: all alike. */
  readonly probabilities?: readonly number[] | Float64Array;
  /** n expected returns per period. Default: the means of the scenarios. */
  readonly expectedReturn?: readonly number[] | Float64Array;
  /** The least expected return, net of the costs of trading. Results name this rule `target-return`. */
  readonly minExpectedReturn?: number;
}

/** A problem after its checks. */
export interface CompiledShortfall {
  /** The rules as a program over variables, without any risk; its slope is the expected return net of costs. */
  readonly frame: CompiledProblem;
  /** T. */
  readonly count: number;
  /** Net return of one unit of each variable in each scenario, variables × T. */
  readonly returns: Float64Array;
  /** Net return in each scenario when all variables are 0. */
  readonly ofBase: Float64Array;
  /** T times the probability of each scenario: 1 where all are alike. */
  readonly mass: Float64Array;
  /** T·(1 − confidence): the mass of the tail. */
  readonly tailMass: number;
}

/** What does not belong here although `allocate` takes it. */
const FOREIGN = [
  'covariance',
  'objective',
  'benchmark',
  'maxTrackingError',
  'risk',
  'priorities',
] as const;

/** Checks a problem and turns it into vectors. Throws with the path to the first fault. */
export function compileShortfall(problem: ShortfallProblem, confidence: number): CompiledShortfall {
  checkObject(problem, 'problem');
  const expected = 'nothing: the expected shortfall over scenarios is the objective and the risk';
  refuseFields(problem, FOREIGN, 'problem', expected);
  const { assets } = checkAssets(problem.assets, 'problem.assets');
  const table = checkScenarios(problem.scenarios, 'problem.scenarios', assets.length);
  const mass = checkProbabilities(problem.probabilities, 'problem.probabilities', table.count);
  const expectedReturn =
    problem.expectedReturn === undefined
      ? meanReturns(table, mass)
      : checkVector(problem.expectedReturn, 'problem.expectedReturn', assets.length);
  const frame = compileRules(problem, expectedReturn);
  return { frame, ...netReturns(frame, table), mass, tailMass: table.count * tailOf(confidence) };
}

/** The rules alone: a problem whose assets have no risk. */
function compileRules(problem: ShortfallProblem, expectedReturn: Float64Array): CompiledProblem {
  const { bounds, groups, rules, relative, budget, maxShort, maxLeverage, trading } = problem;
  const { assets, minExpectedReturn } = problem;
  const stated = { bounds, groups, rules, relative, budget, maxShort, maxLeverage, trading };
  return compileProblem({
    ...(Object.fromEntries(
      Object.entries(stated).filter(([, rule]) => rule !== undefined),
    ) as Rules),
    assets,
    expectedReturn,
    covariance: {
      loadings: assets.map(() => []),
      factorCovariance: [],
      specificVariance: new Float64Array(assets.length),
    },
    objective:
      minExpectedReturn === undefined
        ? { kind: 'minimum-variance' }
        : {
            kind: 'target-return',
            expectedReturn: checkNumber(minExpectedReturn, 'problem.minExpectedReturn'),
          },
  });
}

/** What a variable earns in every scenario; the cost of a trade is the same in all of them. */
function netReturns(
  { holdings, trading }: CompiledProblem,
  { count, byAsset }: ScenarioTable,
): { readonly count: number; readonly returns: Float64Array; readonly ofBase: Float64Array } {
  const returns = new Float64Array(holdings.count * count);
  const ofBase = new Float64Array(count);
  const { asset, sign, isTrade, base, forcedTrades } = holdings;
  for (let i = 0; i < holdings.count; i++) {
    const a = asset[i]!;
    const own = sign[i]!;
    const cost = isTrade[i] === 1 ? costOf(trading, a, own) : 0;
    for (let t = 0; t < count; t++) {
      returns[i * count + t] = own * byAsset[a * count + t]! - cost;
    }
  }
  for (let a = 0; a < base.length; a++) {
    const held = base[a]!;
    const forced = forcedTrades[a]!;
    const cost = forced === 0 ? 0 : Math.abs(forced) * costOf(trading, a, forced);
    if (held === 0 && cost === 0) continue;
    for (let t = 0; t < count; t++) ofBase[t]! += held * byAsset[a * count + t]! - cost;
  }
  return { count, returns, ofBase };
}

function costOf(trading: CompiledProblem['trading'], asset: number, way: number): number {
  if (trading === undefined) return 0;
  return way > 0 ? trading.buyCost[asset]! : trading.sellCost[asset]!;
}

/** 1 − confidence without the noise of subtraction: 0.05 for 0.95. */
function tailOf(confidence: number): number {
  return Math.max(1, Math.round((1 - confidence) * 1e15)) / 1e15;
}
