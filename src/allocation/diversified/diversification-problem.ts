import { checkObject } from '../../errors/index.js';
import { checkAssets } from '../compile/check-names.js';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.js';
import { refuseFields } from '../compile/refuse-fields.js';
import { withReturns } from '../compile/with-returns.js';
import type { AllocationProblem, TradingTerms } from '../problem.js';

/** Rules as `allocate` knows them and a covariance; no expected returns, and no costs that would have to be set against risk. */
export type DiversificationProblem = Omit<
  AllocationProblem,
  'expectedReturn' | 'objective' | 'benchmark' | 'maxTrackingError' | 'risk' | 'trading'
> & { readonly trading?: Omit<TradingTerms, 'buyCost' | 'sellCost'> };

/** What does not belong here although `allocate` takes it. */
const FOREIGN = ['expectedReturn', 'objective', 'benchmark', 'maxTrackingError', 'risk'] as const;
const NOTHING = 'nothing: only risk counts here';

/**
 * Checks a problem and compiles it as one of the highest Sharpe ratio: every asset's return is its volatility, the riskless
 * return 0. Throws with the path to the first fault.
 */
export function compileDiversification(problem: DiversificationProblem): CompiledProblem {
  checkObject(problem, 'problem');
  refuseFields(problem, FOREIGN, 'problem', NOTHING);
  if (problem.trading !== undefined) {
    checkObject(problem.trading, 'problem.trading');
    refuseFields(problem.trading, ['buyCost', 'sellCost'], 'problem.trading', NOTHING);
  }
  const { assets } = checkAssets(problem.assets, 'problem.assets');
  const compiled = compileProblem({
    ...problem,
    expectedReturn: new Float64Array(assets.length),
    objective: { kind: 'maximum-sharpe', risklessReturn: 0 },
  });
  return withReturns(compiled, compiled.risk.diagonal.map(Math.sqrt));
}
