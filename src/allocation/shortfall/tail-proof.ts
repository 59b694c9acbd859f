import { neumaierSum } from '../../numerics/index.js';
import { variablesOf } from '../solve/weights.js';
import { measureTail } from './portfolio-tail.js';
import type { CompiledShortfall } from './shortfall-problem.js';
import { returnsAt } from './tail-program.js';

/**
 * The proof that no portfolio under the rules has a smaller expected shortfall.
 *
 * The weights of the scenarios in the tail and the prices of the rules give a lower bound that holds for every portfolio;
 * the expected shortfall that is delivered meets it. Both are worked out anew, from the delivered weights.
 */
export interface ShortfallCertificate {
  /** The most by which any rule or the budget is broken: per unit of the largest weight above 1, a return per unit of the largest return. */
  readonly primal: number;
  /** The most by which the tail's weights leave their limits of 0 and p/(1 − confidence), or miss a sum of 1. */
  readonly dual: number;
  /** Expected shortfall less its lower bound, per unit of the largest size that a return has on average, and of the largest weight above 1. */
  readonly gap: number;
  /** Steps of the simplex method. */
  readonly iterations: number;
}

/** Residuals above this are no proof. */
const CERTIFIED = 1e-9;

/** A portfolio with what proves it the best. */
export interface TailProof {
  readonly weights: Float64Array;
  /** The variables that make up the weights. */
  readonly x: Float64Array;
  /** By scenario. */
  readonly losses: Float64Array;
  /** Part of each scenario in the tail; they sum to 1. */
  readonly shares: Float64Array;
  /** By row of the rules' program: at least 0 at a lower limit, at most 0 at an upper one. */
  readonly rowPrices: Float64Array;
  /** By variable, the same for its bounds. */
  readonly boundPrices: Float64Array;
  readonly expectedShortfall: number;
  readonly valueAtRisk: number;
  /** Scenarios from the greatest loss down. */
  readonly order: Int32Array;
  /** What the gap is relative to. */
  readonly unit: number;
  readonly certificate: ShortfallCertificate;
}

/** What a solver claims, before it is checked. */
export interface Claim {
  readonly weights: Float64Array;
  /** By scenario, T·(1 − α) times its part in the tail. */
  readonly q: Float64Array;
  readonly rowPrices: Float64Array;
  readonly iterations: number;
}

/** Checks a claim on the weights that will be delivered; nothing where that proves nothing. */
export function proveTail(problem: CompiledShortfall, claim: Claim): TailProof | undefined {
  const { frame, tailMass } = problem;
  const { weights, q, rowPrices } = claim;
  const x = variablesOf(frame, weights);
  const losses = returnsAt(problem, x).map((earned) => -earned + 0);
  const shares = q.map((own) => own / tailMass);
  const boundPrices = pricesOfBounds(problem, shares, rowPrices);
  const unit = typicalReturn(problem) * spanOf(x);
  const measured = measureTail(problem, losses);
  const gap = measured.expectedShortfall - lowerBound(problem, shares, rowPrices, boundPrices);
  const certificate = Object.freeze({
    primal: breachOf(problem, x),
    dual: breachOfTail(problem, q),
    gap: gap === 0 ? 0 : Math.abs(gap) / unit,
    iterations: claim.iterations,
  });
  if (!isCertified(certificate)) return undefined;
  return { weights, x, losses, shares, rowPrices, boundPrices, unit, certificate, ...measured };
}

function isCertified({ primal, dual, gap }: ShortfallCertificate): boolean {
  // Written so that NaN is no proof.
  return primal <= CERTIFIED && dual <= CERTIFIED && gap <= CERTIFIED;
}

/** What the tail's mean return leaves for the bounds: −R'q − C'y. */
function pricesOfBounds(
  { frame, count, returns }: CompiledShortfall,
  shares: Float64Array,
  rowPrices: Float64Array,
): Float64Array {
  const { size, rows } = frame.program;
  return Float64Array.from({ length: size }, (_, i) => {
    let price = 0;
    for (let t = 0, at = i * count; t < count; t++, at++) price -= shares[t]! * returns[at]!;
    for (let r = 0; r < rows.count; r++) price -= rows.matrix[r * size + i]! * rowPrices[r]!;
    return price + 0;
  });
}

/** The largest mean size of a variable's return. */
function typicalReturn({ frame, count, returns, mass }: CompiledShortfall): number {
  let largest = 0;
  for (let i = 0; i < frame.program.size; i++) {
    let sum = 0;
    for (let t = 0, at = i * count; t < count; t++, at++) sum += mass[t]! * Math.abs(returns[at]!);
    largest = Math.max(largest, sum / count);
  }
  return largest;
}

/** The least that −Σ q·return can be for any variables within the bounds, with every row weighed by its price. */
function lowerBound(
  { frame, ofBase }: CompiledShortfall,
  shares: Float64Array,
  rowPrices: Float64Array,
  boundPrices: Float64Array,
): number {
  const { lower, upper, rows } = frame.program;
  const weighed = (price: number, low: number, high: number): number =>
    price === 0 ? 0 : price * (price > 0 ? low : high);
  return neumaierSum([
    ...shares.map((share, t) => -share * ofBase[t]!),
    ...rowPrices.map((price, r) => weighed(price, rows.lower[r]!, rows.upper[r]!)),
    ...boundPrices.map((price, i) => weighed(price, lower[i]!, upper[i]!)),
  ]);
}

function spanOf(x: Float64Array): number {
  return x.reduce((most, held) => Math.max(most, Math.abs(held)), 1);
}

function breachOf({ frame }: CompiledShortfall, x: Float64Array): number {
  const { size, lower, upper, rows } = frame.program;
  let worst = 0;
  for (let i = 0; i < size; i++) worst = Math.max(worst, lower[i]! - x[i]!, x[i]! - upper[i]!);
  for (let r = 0; r < rows.count; r++) {
    let value = 0;
    let largest = 0;
    for (let i = 0; i < size; i++) {
      const entry = rows.matrix[r * size + i]!;
      value += entry * x[i]!;
      largest = Math.max(largest, Math.abs(entry));
    }
    const breach = Math.max(0, rows.lower[r]! - value, value - rows.upper[r]!);
    worst = Math.max(worst, breach / (largest || 1));
  }
  return worst / spanOf(x);
}

function breachOfTail({ mass, tailMass }: CompiledShortfall, q: Float64Array): number {
  let worst = Math.abs(neumaierSum(q) - tailMass);
  for (let t = 0; t < q.length; t++) worst = Math.max(worst, -q[t]!, q[t]! - mass[t]!);
  return worst / tailMass;
}
