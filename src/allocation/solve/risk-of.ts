import { inner, type RiskModel } from '../../numerics/index.js';

/** Σv. */
export function imageOf(risk: RiskModel, vector: Float64Array): Float64Array {
  const held = new Int32Array(vector.length);
  const values = new Float64Array(vector.length);
  let count = 0;
  for (let a = 0; a < vector.length; a++) {
    if (vector[a] === 0) continue;
    held[count] = a;
    values[count++] = vector[a]!;
  }
  const image = new Float64Array(vector.length);
  risk.accumulate(held, values, count, image);
  return image;
}

/** A variance below this part of the terms that it is summed from is rounding: the risks cancel out. */
const RISKLESS = 1e-14;

/** The variance v'Σv, exactly 0 for a portfolio whose risks cancel out, and Σv. */
export function varianceOf(
  risk: RiskModel,
  vector: Float64Array,
): { readonly variance: number; readonly image: Float64Array } {
  const image = imageOf(risk, vector);
  const variance = inner(vector, image);
  let gross = 0;
  for (let a = 0; a < vector.length; a++) {
    gross += Math.abs(vector[a]!) * Math.sqrt(risk.diagonal[a]!);
  }
  return { variance: variance <= RISKLESS * gross * gross ? 0 : variance, image };
}
