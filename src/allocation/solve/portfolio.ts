import { makeReason, type Reason } from '../../evidence/index.js';
import { inner } from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { type BindingRule, bindingRules, explainBinding } from './binding.js';
import { type AllocationCertificate, certificateOf } from './certificate.js';
import type { Proof } from './proof.js';
import { varianceOf } from './risk-of.js';

/** The best portfolio there is, with its proof. */
export interface OptimalAllocation {
  readonly status: 'optimal';
  /** Weight of every asset, decimal fractions of the whole; weights at a bound are exactly the bound. */
  readonly weights: Readonly<Record<string, number>>;
  /** μ'w, less the costs of trading where those are given. */
  readonly expectedReturn: number;
  /** √(w'Σw). */
  readonly volatility: number;
  /** The utility or the Sharpe ratio or (target volatility) the return that was maximised, else the variance that was minimised. */
  readonly objectiveValue: number;
  /** Each asset's share of the variance, w_i(Σw)_i / w'Σw; they sum to 1. All 0 for a riskless portfolio. */
  readonly riskContributions: Readonly<Record<string, number>>;
  /** √((w − b)'Σ(w − b)); absent without a benchmark. */
  readonly trackingError?: number;
  /** What is bought and sold; absent without trading terms. */
  readonly trading?: {
    /** Half the sum of all purchases and sales. */
    readonly turnover: number;
    /** What that costs, as a part of the whole. */
    readonly cost: number;
  };
  /** The rules that the portfolio meets exactly, with what each costs. */
  readonly binding: readonly BindingRule[];
  readonly certificate: AllocationCertificate;
  /** What the binding rules that cost something mean for people, and why assets are not held. */
  readonly reasons: readonly Reason[];
}

/** A proved portfolio with all its figures. */
export function describePortfolio(problem: CompiledProblem, proof: Proof): OptimalAllocation {
  const { assets, risk, benchmark } = problem;
  const { weights } = proof;
  const { variance, image } = varianceOf(risk, weights);
  const apart =
    benchmark === undefined
      ? undefined
      : varianceOf(
          risk,
          weights.map((weight, a) => weight - benchmark[a]!),
        ).variance;
  const trading = tradingOf(problem, weights);
  const mean =
    inner(problem.expectedReturn, weights) - (trading?.cost ?? 0) - costOfHolding(problem, weights);
  const counted = problem.active ? apart! : variance;
  const binding = bindingRules(problem, proof);
  const certificate = certificateOf(proof);
  return Object.freeze({
    status: 'optimal',
    weights: named(assets, weights),
    expectedReturn: mean + 0,
    volatility: Math.sqrt(variance),
    objectiveValue: objectiveOf(problem, mean, counted) + 0,
    riskContributions: named(
      assets,
      image.map((value, a) => (variance > 0 ? (weights[a]! * value) / variance : 0)),
    ),
    ...(apart === undefined ? {} : { trackingError: Math.sqrt(apart) }),
    ...(trading === undefined ? {} : { trading: Object.freeze(trading) }),
    binding,
    certificate,
    reasons: Object.freeze([
      ...explainBinding(binding, problem),
      ...explainFrozen(problem),
      ...explainRidge(certificate),
    ]),
  });
}

function explainFrozen({ frozenOutside }: CompiledProblem): readonly Reason[] {
  return frozenOutside.map(({ asset: subject, held, min, max }) =>
    makeReason('allocation.frozen-outside-bounds', 'warn', { subject, held, min, max }),
  );
}

function explainRidge({ ridge }: AllocationCertificate): readonly Reason[] {
  return ridge === 0 ? [] : [makeReason('allocation.ridge', 'info', { ridge })];
}

function objectiveOf({ objective }: CompiledProblem, mean: number, variance: number): number {
  switch (objective.kind) {
    case 'utility':
      return mean - (objective.riskAversion / 2) * variance;
    case 'target-volatility':
      return mean;
    case 'maximum-sharpe':
      return variance > 0 ? (mean - objective.risklessReturn) / Math.sqrt(variance) : 0;
    default:
      return variance;
  }
}

/** A record by asset; adding 0 turns a negative zero into zero. */
export function named(
  assets: readonly string[],
  values: Float64Array,
): Readonly<Record<string, number>> {
  return Object.freeze(Object.fromEntries(assets.map((asset, i) => [asset, values[i]! + 0])));
}

function costOfHolding({ holdingCost }: CompiledProblem, weights: Float64Array): number {
  return holdingCost === undefined ? 0 : inner(holdingCost, weights.map(Math.abs));
}

/** Purchases and sales from what is held to given weights; nothing where it is not known what is held. */
export function tradingOf(
  { trading }: CompiledProblem,
  weights: Float64Array,
): { readonly turnover: number; readonly cost: number } | undefined {
  if (trading === undefined) return undefined;
  let turnover = 0;
  let cost = 0;
  weights.forEach((weight, a) => {
    const trade = weight - trading.current[a]!;
    turnover += Math.abs(trade) / 2;
    cost += trade > 0 ? trade * trading.buyCost[a]! : -trade * trading.sellCost[a]!;
  });
  return { turnover: turnover + 0, cost: cost + 0 };
}
