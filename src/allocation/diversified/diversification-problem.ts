import { AptfolioError, at, checkObject } from '../../errors/index.js';
import { checkAssets } from '../compile/check-names.js';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.js';
import { withReturns } from '../compile/with-returns.js';
import type { AllocationProblem, TradingTerms } from '../problem.js';

/** Rules as `allocate` knows them and a covariance; no expected returns, and no costs that would have to be set against risk. */
export type DiversificationProblem = Omit<
  AllocationProblem,
  'expectedReturn' | 'objective' | 'benchmark' | 'maxTrackingError' | 'risk' | 'trading'
> & { readonly trading?: Omit<TradingTerms, 'buyCost' | 'sellCost'> };

/** What does not belong here although `allocate` takes it. */
const FOREIGN = ['expectedReturn', 'objective', 'benchmark', 'maxTrackingError', 'risk'] as const;

/**
 * Checks a problem and compiles it as one of the highest Sharpe ratio: every asset's return is its volatility, the riskless
 * return 0. Throws with the path to the first fault.
 */
export function compileDiversification(problem: DiversificationProblem): CompiledProblem {
  checkObject(problem, 'problem');
  refuse(problem, FOREIGN, 'problem');
  if (problem.trading !== undefined) {
    checkObject(problem.trading, 'problem.trading');
    refuse(problem.trading, ['buyCost', 'sellCost'], 'problem.trading');
  }
  const { assets } = checkAssets(problem.assets, 'problem.assets');
  const compiled = compileProblem({
    ...problem,
    expectedReturn: new Float64Array(assets.length),
    objective: { kind: 'maximum-sharpe', risklessReturn: 0 },
  });
  return withReturns(compiled, compiled.risk.diagonal.map(Math.sqrt));
}

function refuse(value: object, names: readonly string[], path: string): void {
  for (const name of names) {
    const given = (value as Readonly<Record<string, unknown>>)[name];
    if (given === undefined) continue;
    const expected = 'nothing: only risk counts here';
    throw new AptfolioError('inconsistent', at(path, name), expected, given);
  }
}
