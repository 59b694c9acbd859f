import type { ParametricProgram } from './program.js';

/** How well a point meets the conditions of Karush, Kuhn and Tucker, worked out from the program alone. */
export interface Residuals {
  /** The most by which a bound or a row is broken, per unit of the largest variable above 1 and of the row's largest coefficient. */
  readonly primal: number;
  /** The most by which the gradient is not balanced by prices. */
  readonly stationarity: number;
  /** The largest product of a price and its slack. */
  readonly complementarity: number;
  /** What the two latter are relative to: the largest of Σ, q and t·p. */
  readonly scale: number;
  /** Σw + q − tp + C'ν by variable. */
  readonly gradient: Float64Array;
}

/** A point with the prices that are to prove it: ν by row, and the gradient is balanced by the bounds. */
export interface Claim {
  readonly x: Float64Array;
  readonly prices: Float64Array;
  readonly t: number;
}

/** Measures a claim. Residuals are relative; NaN anywhere makes them NaN. */
export function residualsOf(program: ParametricProgram, claim: Claim): Residuals {
  const { size, lower, upper, linear, slope } = program;
  const { x, t } = claim;
  const { gradient, breach, slack: rowSlack, unbalanced } = rowsOf(program, claim);
  let primal = breach;
  let stationarity = unbalanced;
  let complementarity = rowSlack;
  let scale = 0;
  for (let i = 0; i < program.risk.size; i++) scale = Math.max(scale, program.risk.diagonal[i]!);
  let span = 1;
  for (let i = 0; i < size; i++) span = Math.max(span, Math.abs(x[i]!));
  const near = 1e-10 * span;
  for (let i = 0; i < size; i++) {
    const value = x[i]!;
    const price = gradient[i]!;
    scale = Math.max(scale, Math.abs(linear[i]!), Math.abs(t * slope[i]!));
    const above = value - lower[i]!;
    const below = upper[i]! - value;
    primal = Math.max(primal, -above / span, -below / span);
    // A bound that the variable stands on balances a gradient towards it.
    if ((price > 0 && above <= near) || (price < 0 && below <= near)) {
      complementarity = Math.max(complementarity, Math.abs(price * (price > 0 ? above : below)));
    } else stationarity = Math.max(stationarity, Math.abs(price));
  }
  const unit = scale || 1;
  return {
    primal,
    stationarity: stationarity / unit,
    complementarity: complementarity / unit,
    scale: unit,
    gradient,
  };
}

function rowsOf(
  program: ParametricProgram,
  { x, prices, t }: Claim,
): {
  readonly gradient: Float64Array;
  readonly breach: number;
  readonly slack: number;
  readonly unbalanced: number;
} {
  const { size, rows, linear, slope } = program;
  const gradient = riskOf(program, x);
  for (let i = 0; i < size; i++) gradient[i]! += linear[i]! - t * slope[i]!;
  let breach = 0;
  let slack = 0;
  let unbalanced = 0;
  for (let r = 0; r < rows.count; r++) {
    const price = prices[r]!;
    let value = 0;
    let largest = 0;
    for (let i = 0; i < size; i++) {
      const entry = rows.matrix[r * size + i]!;
      value += entry * x[i]!;
      gradient[i]! += price * entry;
      largest = Math.max(largest, Math.abs(entry));
    }
    const above = value - rows.lower[r]!;
    const below = rows.upper[r]! - value;
    breach = Math.max(breach, -above / (largest || 1), -below / (largest || 1));
    if (price === 0) continue;
    const room = price > 0 ? below : above;
    // Without a limit on its side a price balances nothing.
    if (room === Number.POSITIVE_INFINITY)
      unbalanced = Math.max(unbalanced, Math.abs(price * largest));
    else slack = Math.max(slack, Math.abs(price * room));
  }
  return { gradient, breach, slack, unbalanced };
}

/** S'Σw by variable. */
function riskOf({ risk, size, split, base }: ParametricProgram, x: Float64Array): Float64Array {
  const weights = new Float64Array(risk.size);
  if (base !== undefined) weights.set(base);
  for (let i = 0; i < size; i++) {
    if (split === undefined) weights[i]! += x[i]!;
    else weights[split.asset[i]!]! += split.sign[i]! * x[i]!;
  }
  const held = new Int32Array(risk.size);
  let count = 0;
  for (let a = 0; a < risk.size; a++) {
    if (weights[a] === 0) continue;
    held[count] = a;
    weights[count++] = weights[a]!;
  }
  const image = new Float64Array(risk.size);
  risk.accumulate(held, weights, count, image);
  if (split === undefined) return image;
  const own = new Float64Array(size);
  for (let i = 0; i < size; i++) own[i] = split.sign[i]! * image[split.asset[i]!]!;
  return own;
}
