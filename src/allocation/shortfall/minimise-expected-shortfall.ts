import { checkObject, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { inner } from '../../numerics/index.js';
import type { InfeasibleAllocation, UncertifiedAllocation } from '../allocate.js';
import { conflictingRules } from '../conflicts.js';
import type { BindingRule } from '../solve/binding.js';
import { named } from '../solve/portfolio.js';
import { bindingRules, explainBinding } from './binding-rules.js';
import {
  type CompiledShortfall,
  compileShortfall,
  type ShortfallProblem,
} from './shortfall-problem.js';
import { type SolvedTail, solveTail } from './solve-tail.js';
import type { ShortfallCertificate, TailProof } from './tail-proof.js';

/** How far into the tail one looks. */
export interface ShortfallOptions {
  /** α, above 0 and below 1: 0.95 means the worst 5%. Default 0.95. */
  readonly confidence?: number;
}

/** A scenario in the tail of a portfolio. */
export interface TailScenario {
  /** Its place among the scenarios, from 0. */
  readonly scenario: number;
  /** Decimal fraction; a gain is below 0. */
  readonly loss: number;
  /** Its part of the tail, above 0 and at most its probability / (1 − confidence); all parts sum to 1. */
  readonly share: number;
}

/** The portfolio of least expected shortfall, with its proof. */
export interface OptimalShortfall {
  readonly status: 'optimal';
  /** Weight of every asset, decimal fractions of the whole; weights at a bound are exactly the bound. */
  readonly weights: Readonly<Record<string, number>>;
  /** Mean loss in the worst scenarios of probability 1 − confidence together; below 0 where even they gain. */
  readonly expectedShortfall: number;
  /** The smallest loss that is exceeded with a probability of at most 1 − confidence. */
  readonly valueAtRisk: number;
  /** Expected return, less the costs of trading where those are given. */
  readonly expectedReturn: number;
  readonly confidence: number;
  /**
   * The scenarios whose losses make up the expected shortfall, from the worst on. Of those whose loss is the value at risk each has
   * the part that the proof needs.
   */
  readonly tail: readonly TailScenario[];
  /** The rules that the portfolio meets exactly; a shadow price is in expected shortfall. */
  readonly binding: readonly BindingRule[];
  readonly certificate: ShortfallCertificate;
  /** What the figures mean for people, and which rules keep the expected shortfall up. */
  readonly reasons: readonly Reason[];
}

/** What became of a problem of least expected shortfall. */
export type ShortfallResult = OptimalShortfall | InfeasibleAllocation | UncertifiedAllocation;

/**
 * Finds the portfolio whose expected shortfall (conditional value at risk) over given scenarios is least, and proves it.
 *
 * Losses are positive: the loss of a scenario is −(its returns · weights), plus the costs of trading where those are given. The
 * expected shortfall is the mean of the worst losses that have the probability 1 − confidence together; where a scenario
 * stands across that line, the part of it counts that is needed. It equals min over ζ of ζ + E[(loss − ζ)⁺] / (1 − confidence),
 * which the value at risk attains: the smallest loss that is exceeded with a probability of at most 1 − confidence.
 *
 * Returns `optimal`; `infeasible` with the names of rules that contradict each other; or `no-convergence` where nothing could be
 * proved. Several portfolios may be equally good, of which one is returned, always the same. The least of many estimates is too
 * good to be true: over few scenarios the tail of a portfolio made for them says little about others.
 *
 * Throws for a problem that is none: scenarios or names that do not match, NaN, probabilities that do not sum to 1, crossed
 * bounds, a confidence that is not between 0 and 1.
 *
 * Source: R. T. Rockafellar and S. Uryasev, Optimization of conditional value-at-risk, Journal of Risk 2 (2000), and Conditional
 * value-at-risk for general loss distributions, Journal of Banking and Finance 26 (2002); solved exactly through the dual of
 * their linear program.
 *
 * @example
 * ```ts
 * import { minimiseExpectedShortfall } from 'aptfolio/allocation';
 *
 * const result = minimiseExpectedShortfall(
 *   {
 *     assets: ['BOND', 'EQUITY'],
 *     scenarios: [[0.02, -0.1], [-0.02, 0.06], [0.01, 0.08], [0.01, 0.04]],
 *   },
 *   { confidence: 0.75 },
 * );
 * result.status; // => 'optimal'
 * // Losses of the first two scenarios are equal: 0.1·(1 − b) − 0.02·b = 0.02·b − 0.06·(1 − b) at b = 0.8.
 * result.weights; // => { BOND: 0.8, EQUITY: 0.2 }
 * result.expectedShortfall; // => 0.004
 * result.tail.map(({ scenario, share }) => [scenario, share]); // => [[0, 0.4], [1, 0.6]]
 * result.certificate.gap < 1e-12; // => true
 * ```
 */
export function minimiseExpectedShortfall(
  problem: ShortfallProblem,
  options: ShortfallOptions = {},
): ShortfallResult {
  const confidence = checkConfidence(options);
  const compiled = compileShortfall(problem, confidence);
  const solved = solveTail(compiled);
  return solved === undefined ? withoutPortfolio(compiled) : describe(compiled, confidence, solved);
}

/** The confidence that options state. */
export function checkConfidence(options: ShortfallOptions): number {
  checkObject(options, 'options');
  const range = { exclusiveMin: 0, exclusiveMax: 1 };
  return checkRange(options.confidence ?? 0.95, 'options.confidence', range);
}

/** Why there is no portfolio: rules that contradict each other, or nothing that could be proved. */
export function withoutPortfolio({
  frame,
}: CompiledShortfall): InfeasibleAllocation | UncertifiedAllocation {
  const conflicting = conflictingRules(frame);
  if (conflicting.length === 0) {
    const reasons = Object.freeze([makeReason('allocation.not-certified', 'block')]);
    return Object.freeze({ status: 'no-convergence', reasons });
  }
  const reason = makeReason('allocation.rules-conflict', 'block', { rules: conflicting });
  return Object.freeze({ status: 'infeasible', conflicting, reasons: Object.freeze([reason]) });
}

/** The expected return of a proved portfolio, net of costs. */
export function returnOf({ frame }: CompiledShortfall, { x }: TailProof): number {
  return frame.returnOfBase + inner(frame.program.slope, x) + 0;
}

function describe(
  compiled: CompiledShortfall,
  confidence: number,
  solved: SolvedTail,
): OptimalShortfall {
  const { proof } = solved;
  const { expectedShortfall, valueAtRisk, certificate } = proof;
  const binding = bindingRules(compiled, solved);
  const tail = compiled.tailMass / compiled.count;
  return Object.freeze({
    status: 'optimal',
    weights: named(compiled.frame.assets, proof.weights),
    expectedShortfall: expectedShortfall + 0,
    valueAtRisk: valueAtRisk + 0,
    expectedReturn: returnOf(compiled, proof),
    confidence,
    tail: tailOf(proof),
    binding,
    certificate,
    reasons: Object.freeze([explainShortfall(expectedShortfall, tail), ...explainBinding(binding)]),
  });
}

/** Below half a hundredth of a percent a text would show 0.00%. */
const NOTHING_TO_SHOW = 0.00005;

function explainShortfall(loss: number, tail: number): Reason {
  if (Math.abs(loss) < NOTHING_TO_SHOW) {
    return makeReason('allocation.shortfall-even', 'info', { tail, loss: loss + 0 });
  }
  return loss > 0
    ? makeReason('allocation.shortfall-loss', 'info', { tail, loss })
    : makeReason('allocation.shortfall-gain', 'info', { tail, gain: -loss });
}

function tailOf({ order, shares, losses }: TailProof): readonly TailScenario[] {
  const scenarios: TailScenario[] = [];
  for (const scenario of order) {
    const share = shares[scenario]!;
    if (share > 0) scenarios.push(Object.freeze({ scenario, loss: losses[scenario]!, share }));
  }
  return Object.freeze(scenarios);
}
