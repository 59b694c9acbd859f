import { largestOf } from './dot.js';
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
  /** Whether the variance is below zero by more than rounding: Σ is no covariance. */
  readonly isConcave: boolean;
}

/** A point with the prices that are to prove it: ν by row, and the gradient is balanced by the bounds. */
export interface Claim {
  readonly x: Float64Array;
  readonly prices: Float64Array;
  readonly t: number;
}

/** Measures a claim. Residuals are relative; NaN anywhere makes them NaN. */
export function residualsOf(program: ParametricProgram, claim: Claim): Residuals {
  return residualsIn(program)(claim);
}

/** Room for one claim after another. */
interface Room {
  readonly weights: Float64Array;
  readonly held: Int32Array;
  readonly image: Float64Array;
  readonly own: Float64Array;
  /** The largest size of a coefficient of each row, and of the diagonal of Σ, q and p. */
  readonly rowSizes: Float64Array;
  readonly diagonal: number;
  readonly linear: number;
  readonly slope: number;
}

/** The same for many claims in the same program. The gradient is overwritten by the next one's. */
export function residualsIn(program: ParametricProgram): (claim: Claim) => Residuals {
  const { risk, size, split, rows, linear, slope } = program;
  const rowSizes = Float64Array.from({ length: rows.count }, (_, r) =>
    largestOf(rows.matrix.subarray(r * size, (r + 1) * size)),
  );
  const room: Room = {
    rowSizes,
    diagonal: largestOf(risk.diagonal),
    linear: largestOf(linear),
    slope: largestOf(slope),
    weights: new Float64Array(risk.size),
    held: new Int32Array(risk.size),
    image: new Float64Array(risk.size),
    own: new Float64Array(split === undefined ? 0 : size),
  };
  return (claim) => measure(program, claim, room);
}

function measure(program: ParametricProgram, claim: Claim, room: Room): Residuals {
  const { size, lower, upper } = program;
  const { x, t } = claim;
  const { gradient, breach, slack: rowSlack, unbalanced, isConcave } = rowsOf(program, claim, room);
  let primal = breach;
  let stationarity = unbalanced;
  let complementarity = rowSlack;
  let span = 1;
  for (let i = 0; i < size; i++) span = Math.max(span, Math.abs(x[i]!));
  const near = 1e-10 * span;
  for (let i = 0; i < size; i++) {
    const value = x[i]!;
    const price = gradient[i]!;
    const above = value - lower[i]!;
    const below = upper[i]! - value;
    primal = Math.max(primal, -above / span, -below / span);
    // A bound that the variable stands on balances a gradient towards it.
    if ((price > 0 && above <= near) || (price < 0 && below <= near)) {
      complementarity = Math.max(complementarity, Math.abs(price * (price > 0 ? above : below)));
    } else stationarity = Math.max(stationarity, Math.abs(price));
  }
  const unit = Math.max(room.diagonal, room.linear, t * room.slope) || 1;
  return {
    primal,
    stationarity: stationarity / unit,
    complementarity: complementarity / unit,
    scale: unit,
    gradient,
    isConcave,
  };
}

function rowsOf(
  program: ParametricProgram,
  { x, prices, t }: Claim,
  scratch: Room,
): {
  readonly gradient: Float64Array;
  readonly breach: number;
  readonly slack: number;
  readonly unbalanced: number;
  readonly isConcave: boolean;
} {
  const { size, rows, linear, slope } = program;
  const { gradient, isConcave } = riskOf(program, x, scratch);
  for (let i = 0; i < size; i++) gradient[i]! += linear[i]! - t * slope[i]!;
  let breach = 0;
  let slack = 0;
  let unbalanced = 0;
  for (let r = 0; r < rows.count; r++) {
    const price = prices[r]!;
    const largest = scratch.rowSizes[r]!;
    const start = r * size;
    let value = 0;
    for (let i = 0; i < size; i++) value += rows.matrix[start + i]! * x[i]!;
    if (price !== 0) for (let i = 0; i < size; i++) gradient[i]! += price * rows.matrix[start + i]!;
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
  return { gradient, breach, slack, unbalanced, isConcave };
}

/** A variance below zero by more than this part of the largest variance, per square of the weights' sizes, is no rounding. */
const CONCAVE = 1e-10;

/** S'Σw by variable. */
function riskOf(
  { risk, size, split, base }: ParametricProgram,
  x: Float64Array,
  { weights, held, image, own, diagonal }: Room,
): { readonly gradient: Float64Array; readonly isConcave: boolean } {
  if (base === undefined) weights.fill(0);
  else weights.set(base);
  for (let i = 0; i < size; i++) {
    if (split === undefined) weights[i]! += x[i]!;
    else weights[split.asset[i]!]! += split.sign[i]! * x[i]!;
  }
  let count = 0;
  let sizes = 0;
  for (let a = 0; a < risk.size; a++) {
    if (weights[a] === 0) continue;
    held[count] = a;
    weights[count++] = weights[a]!;
    sizes += Math.abs(weights[count - 1]!);
  }
  image.fill(0);
  risk.accumulate(held, weights, count, image);
  let variance = 0;
  for (let k = 0; k < count; k++) variance += weights[k]! * image[held[k]!]!;
  const isConcave = variance < -CONCAVE * diagonal * sizes * sizes;
  if (split === undefined) return { gradient: image, isConcave };
  for (let i = 0; i < size; i++) own[i] = split.sign[i]! * image[split.asset[i]!]!;
  return { gradient: own, isConcave };
}
