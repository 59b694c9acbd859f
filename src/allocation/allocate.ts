import { makeReason, type Reason } from '../evidence/index.js';
import { inner, multiply, solveQp } from '../numerics/index.js';
import { type BindingRule, bindingRules, explainBinding } from './binding.js';
import { type AllocationCertificate, certify, isCertified } from './certificate.js';
import { type CompiledProblem, compileProblem } from './compile-problem.js';
import { conflictingRules } from './conflicts.js';
import type { AllocationProblem } from './problem.js';
import { type QuadraticForm, quadraticForm, varianceOf } from './quadratic-form.js';
import { budgetRow, solverInput } from './solver-input.js';

/** The best portfolio there is, with its proof. */
export interface OptimalAllocation {
  readonly status: 'optimal';
  /** Weight of every asset, decimal fractions of the whole; weights at a bound are exactly the bound. */
  readonly weights: Readonly<Record<string, number>>;
  /** μ'w. */
  readonly expectedReturn: number;
  /** √(w'Σw). */
  readonly volatility: number;
  /** The utility that was maximised; for the other objectives the variance that was minimised. */
  readonly objectiveValue: number;
  /** Each asset's share of the variance, w_i(Σw)_i / w'Σw; they sum to 1. All 0 for a riskless portfolio. */
  readonly riskContributions: Readonly<Record<string, number>>;
  /** The rules that the portfolio meets exactly, with what each costs. */
  readonly binding: readonly BindingRule[];
  readonly certificate: AllocationCertificate;
  /** What the binding rules that cost something mean for people, and why assets are not held. */
  readonly reasons: readonly Reason[];
}

/** No portfolio meets all rules. */
export interface InfeasibleAllocation {
  readonly status: 'infeasible';
  /** Rules that contradict each other, none of them superfluous: without any one the rest can hold. */
  readonly conflicting: readonly string[];
  readonly reasons: readonly Reason[];
}

/** The solver came to no end that could be proved; no approximate answer is given. */
export interface UncertifiedAllocation {
  readonly status: 'no-convergence';
  readonly reasons: readonly Reason[];
}

/** What became of an allocation problem. */
export type AllocationResult = OptimalAllocation | InfeasibleAllocation | UncertifiedAllocation;

/**
 * Finds the weights that are best under a problem's objective and rules, and proves it.
 *
 * Returns `optimal` with weights, certificate and shadow prices; `infeasible` with the names of rules that
 * contradict each other (`min:BOND`, `group-max:equity`, `target-return`, `budget`); or `no-convergence`. A
 * shadow price is the gain of the objective per unit by which a rule is loosened. Where the covariance
 * is singular several portfolios may be equally good, and one of them is returned.
 *
 * Throws for a problem that is none: names that do not match, NaN, a covariance that is not symmetric or not
 * positive semi-definite, crossed bounds, a risk aversion that is not above 0.
 *
 * Source: H. Markowitz, Portfolio Selection (1952, 1959); optimality by the conditions of Karush, Kuhn and
 * Tucker, which are sufficient here.
 *
 * @example
 * ```ts
 * import { allocate } from 'aptfolio/allocation';
 *
 * const result = allocate({
 *   assets: ['BOND', 'EQUITY'],
 *   expectedReturn: [0.02, 0.06],
 *   covariance: [[0, 0], [0, 0.04]],
 *   objective: { kind: 'utility', riskAversion: 4 },
 * });
 * result.status; // => 'optimal'
 * result.weights; // => { BOND: 0.75, EQUITY: 0.25 }
 * result.volatility; // => 0.05
 * ```
 */
export function allocate(problem: AllocationProblem): AllocationResult {
  return solve(compileProblem(problem));
}

/** Solves a checked problem. */
export function solve(problem: CompiledProblem): AllocationResult {
  const size = problem.assets.length;
  const form = quadraticForm(problem);
  const input = solverInput(problem.rules, size);
  const answer = solveQp({
    // Scaled to entries of at most 1, so that the solver's tolerances mean the same at any size of returns.
    hessian: form.hessian.map((value) => value / form.scale),
    linear: form.linear.map((value) => value / form.scale),
    equalities: budgetRow(problem.budget, size),
    inequalities: input.inequalities,
    lower: input.lower,
    upper: input.upper,
  });
  if (answer.status === 'infeasible') return infeasible(problem);
  if (answer.status !== 'optimal') return uncertified();
  const weights = answer.x;
  const { equalities, inequalities, lower, upper } = answer.multipliers;
  const multipliers = { min: lower, max: upper, row: inequalities };
  const prices = Float64Array.from(problem.rules, (rule, r) => {
    const kind = rule.kind === 'min' || rule.kind === 'max' ? rule.kind : 'row';
    return multipliers[kind][input.places[r]!]! * form.scale;
  });
  const budgetPrice = equalities[0]! * form.scale;
  const proof = { weights, prices, budgetPrice, iterations: answer.iterations };
  const certificate = certify(problem, form, proof);
  if (!isCertified(certificate)) return uncertified();
  return describe(problem, form, weights, prices, certificate);
}

function describe(
  problem: CompiledProblem,
  form: QuadraticForm,
  weights: Float64Array,
  prices: Float64Array,
  certificate: AllocationCertificate,
): OptimalAllocation {
  const { assets, covariance, expectedReturn, objective } = problem;
  const variance = varianceOf(covariance, weights);
  const marginal = multiply(covariance, weights);
  const mean = inner(expectedReturn, weights);
  const utility = objective.kind === 'utility';
  const binding = bindingRules(problem, weights, prices, form.scale);
  return Object.freeze({
    status: 'optimal',
    weights: named(assets, weights),
    expectedReturn: mean + 0,
    volatility: Math.sqrt(variance),
    objectiveValue: utility ? mean - (objective.riskAversion / 2) * variance + 0 : variance,
    riskContributions: named(
      assets,
      marginal.map((value, i) => (variance > 0 ? (weights[i]! * value) / variance : 0)),
    ),
    binding,
    certificate,
    reasons: explainBinding(binding),
  });
}

/** A record by asset; adding 0 turns a negative zero into zero. */
function named(assets: readonly string[], values: Float64Array): Readonly<Record<string, number>> {
  return Object.freeze(Object.fromEntries(assets.map((asset, i) => [asset, values[i]! + 0])));
}

function infeasible(problem: CompiledProblem): InfeasibleAllocation {
  const conflicting = conflictingRules(problem);
  return Object.freeze({
    status: 'infeasible',
    conflicting,
    reasons: Object.freeze([
      makeReason('allocation.rules-conflict', 'block', { rules: conflicting }),
    ]),
  });
}

/** The outcome when nothing can be proved. */
export function uncertified(): UncertifiedAllocation {
  return Object.freeze({
    status: 'no-convergence',
    reasons: Object.freeze([makeReason('allocation.not-certified', 'block')]),
  });
}
