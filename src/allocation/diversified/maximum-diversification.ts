import { makeReason, type Reason } from '../../evidence/index.js';
import { inner } from '../../numerics/index.js';
import {
  type InfeasibleAllocation,
  reportFailure,
  type UncertifiedAllocation,
} from '../allocate.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import type { BindingRule } from '../solve/binding.js';
import type { AllocationCertificate } from '../solve/certificate.js';
import { describePortfolio } from '../solve/portfolio.js';
import type { Proof } from '../solve/proof.js';
import { varianceOf } from '../solve/risk-of.js';
import { solveProblem } from '../solve/solve-problem.js';
import { compileDiversification, type DiversificationProblem } from './diversification-problem.js';

/** The most diversified portfolio there is, with its proof. */
export interface DiversifiedPortfolio {
  readonly status: 'optimal';
  /** Weight of every asset, decimal fractions of the whole; weights at a bound are exactly the bound. */
  readonly weights: Readonly<Record<string, number>>;
  /** Σ wᵢσᵢ / √(w'Σw); null for a portfolio whose risks cancel out, which no ratio describes. */
  readonly diversificationRatio: number | null;
  /** √(w'Σw). */
  readonly volatility: number;
  /** Each asset's share of the variance, w_i(Σw)_i / w'Σw; they sum to 1. All 0 for a riskless portfolio. */
  readonly riskContributions: Readonly<Record<string, number>>;
  /**
   * Each asset's correlation with the portfolio; null for an asset or a portfolio without risk. Where no rule but the budget
   * binds it is the same for all assets held, and no lower for the others.
   */
  readonly correlations: Readonly<Record<string, number | null>>;
  /** Half the sum of all purchases and sales; absent without trading terms. */
  readonly turnover?: number;
  /** The rules that the portfolio meets exactly; a shadow price is in units of the ratio. */
  readonly binding: readonly BindingRule[];
  readonly certificate: AllocationCertificate;
  readonly reasons: readonly Reason[];
}

/** What became of the search for the most diversified portfolio. */
export type DiversificationResult =
  | DiversifiedPortfolio
  | InfeasibleAllocation
  | UncertifiedAllocation;

/**
 * Finds the portfolio with the highest diversification ratio Σ wᵢσᵢ / √(w'Σw) under a problem's rules, and proves it.
 *
 * It is the portfolio of the highest Sharpe ratio were every asset's excess return in proportion to its volatility; the short
 * position counts with a minus sign. The ratio does not change when all weights are scaled alike: without caps and other rules
 * in absolute terms another budget only scales the portfolio, with them it may change it. Of equally diversified portfolios
 * that differ in what is left in cash, the one that invests most is returned. Unlike `allocate` it needs no expected returns;
 * that it asks for none does not mean that they are alike.
 *
 * Returns `optimal`; `infeasible` with the names of rules that contradict each other, or with `maximum-diversification` where no
 * portfolio has a ratio above 0, so that none can be proved the highest: none has any risk, or all are short of more volatility
 * than they hold; or `no-convergence`. Throws as `allocate` does, and `inconsistent` for what needs returns:
 * costs of trading, an objective, a benchmark.
 *
 * Source: Y. Choueifaty and Y. Coignard, Toward maximum diversification, Journal of Portfolio Management 35 (2008); Y.
 * Choueifaty, T. Froidure and J. Reynier, Properties of the most diversified portfolio, Journal of Investment Strategies 2
 * (2013), for the correlations.
 *
 * @example
 * ```ts
 * import { maximumDiversification } from 'aptfolio/allocation';
 *
 * const result = maximumDiversification({
 *   assets: ['BOND', 'EQUITY'],
 *   covariance: [[0.01, 0.01], [0.01, 0.04]],
 * });
 * // Two assets: weights in proportion to 1/σ, whatever the correlation ρ; the ratio is √(2/(1 + ρ)).
 * result.weights; // => { BOND: 0.6666666667, EQUITY: 0.3333333333 }
 * result.diversificationRatio; // => 1.154700538379
 * result.correlations; // => { BOND: 0.8660254038, EQUITY: 0.8660254038 }
 * ```
 */
export function maximumDiversification(problem: DiversificationProblem): DiversificationResult {
  const compiled = compileDiversification(problem);
  const outcome = solveProblem(compiled);
  if (outcome.status === 'optimal') return describe(compiled, outcome.proof);
  if (outcome.status !== 'no-excess-return') return reportFailure(compiled, outcome);
  return Object.freeze({
    status: 'infeasible',
    conflicting: Object.freeze(['maximum-diversification']),
    reasons: Object.freeze([makeReason(withoutRatio(compiled), 'block')]),
  });
}

/** Σ wᵢσᵢ is never above 0. Where nothing that has risk may be sold short, no portfolio has any risk then. */
function withoutRatio({ holdings, risk }: CompiledProblem): string {
  const least = holdings.base.slice();
  for (let i = 0; i < holdings.count; i++) {
    const sign = holdings.sign[i]!;
    least[holdings.asset[i]!]! += sign * (sign > 0 ? holdings.lower[i]! : holdings.upper[i]!);
  }
  const mayBeShort = least.some((weight, a) => weight < 0 && risk.diagonal[a]! > 0);
  return mayBeShort ? 'allocation.no-positive-diversification' : 'allocation.nothing-to-diversify';
}

function describe(problem: CompiledProblem, proof: Proof): DiversifiedPortfolio {
  const portfolio = describePortfolio(problem, proof);
  const { weights, volatility, riskContributions, trading, binding, certificate } = portfolio;
  const ratio = volatility > 0 ? inner(problem.expectedReturn, proof.weights) / volatility : null;
  return Object.freeze({
    status: 'optimal',
    weights,
    diversificationRatio: ratio,
    volatility,
    riskContributions,
    correlations: correlationsOf(problem, proof),
    ...(trading === undefined ? {} : { turnover: trading.turnover }),
    binding,
    certificate,
    reasons: Object.freeze([
      ratio === null
        ? makeReason('allocation.diversified-without-risk', 'info')
        : makeReason('allocation.diversified', 'info', { ratio }),
      ...portfolio.reasons.map((reason) => withoutReturns(problem, reason)),
    ]),
  });
}

/** Each asset's correlation with the portfolio, (Σw)ᵢ/(σᵢσ). */
function correlationsOf(
  { assets, risk, expectedReturn: volatilities }: CompiledProblem,
  { weights }: Proof,
): DiversifiedPortfolio['correlations'] {
  const { variance, image } = varianceOf(risk, weights);
  const volatility = Math.sqrt(variance);
  return Object.freeze(
    Object.fromEntries(
      assets.map((asset, a) => {
        const scale = volatilities[a]! * volatility;
        return [asset, scale > 0 ? Math.max(-1, Math.min(1, image[a]! / scale)) + 0 : null];
      }),
    ),
  );
}

/** Why an asset is not held, where no expected return is at stake. */
function withoutReturns({ assets, risk }: CompiledProblem, reason: Reason): Reason {
  if (reason.code !== 'allocation.not-held') return reason;
  const { subject } = reason.parameters;
  const isRiskless = risk.diagonal[assets.indexOf(subject as string)] === 0;
  const code = isRiskless ? 'riskless-not-diversifying' : 'not-diversifying';
  return makeReason(`allocation.${code}`, 'info', reason.parameters);
}
