import type { StandardForm } from './standard-form.js';
import { neumaierSum } from './sum.js';
import { inner, largestSize } from './vectors.js';

/** Hx + c. */
export function gradientAt({ hessian, linear }: StandardForm, x: Float64Array): Float64Array {
  const n = linear.length;
  const terms = new Float64Array(n + 1);
  return linear.map((slope, i) => {
    for (let j = 0; j < n; j++) terms[j] = hessian[i * n + j]! * x[j]!;
    terms[n] = slope;
    return neumaierSum(terms);
  });
}

/** The size of the terms that make up a gradient. */
export function slopeSize({ sizes }: StandardForm, x: Float64Array): number {
  return sizes.linear + sizes.hessian * largestSize(x);
}

/** The step to the minimum along a direction; infinite where there is no curvature beyond rounding. */
export function lineMinimum(
  { hessian, sizes }: StandardForm,
  direction: Float64Array,
  gradient: Float64Array,
): number {
  const n = direction.length;
  let curvature = 0;
  for (let i = 0; i < n; i++) {
    curvature += direction[i]! * inner(hessian.subarray(i * n, i * n + n), direction);
  }
  const rounding = 4 * n * Number.EPSILON * sizes.hessian * inner(direction, direction);
  if (!(curvature > rounding)) return Number.POSITIVE_INFINITY;
  return -inner(gradient, direction) / curvature;
}
