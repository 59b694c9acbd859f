import type { Minimum } from './active-set.js';
import { boundOf, type Conditions, isLower } from './conditions.js';
import type { CheckedProgram, QpResult } from './quadratic-program.js';
import { neumaierSum } from './sum.js';
import { inner, largestSize } from './vectors.js';

/** A program without fixed variables and empty rows, its rows of unit length and its objective of unit size. */
export interface StandardForm {
  readonly conditions: Conditions;
  readonly hessian: Float64Array;
  readonly linear: Float64Array;
  /** The largest entry of each, by size. */
  readonly sizes: { readonly hessian: number; readonly linear: number };
  /** By how much the objective was divided. */
  readonly scale: number;
  /** The program's variable at each place. */
  readonly variables: readonly number[];
  /** All variables of the program, the fixed ones at their value. */
  readonly fixed: Float64Array<ArrayBuffer>;
  /** Where each row came from, and its length there. */
  readonly origins: readonly RowOrigin[];
}

interface RowOrigin {
  readonly kind: 'equalities' | 'inequalities';
  readonly index: number;
  readonly length: number;
}

/** Bounds may cross, and rows without variables may be broken, by this part of their size. */
const ROUNDING = 1e-11;

/** Brings a program into standard form; nothing when bounds cross or a row without variables is broken. */
export function toStandard(program: CheckedProgram): StandardForm | undefined {
  const { n, lower, upper, linear, hessian } = program;
  const fixed = new Float64Array(n);
  const variables: number[] = [];
  for (let i = 0; i < n; i++) {
    const [low, high] = [lower[i]!, upper[i]!];
    if (low < high) variables.push(i);
    else if (low - high <= ROUNDING * Math.max(Math.abs(low), Math.abs(high))) fixed[i] = low;
    else return undefined;
  }
  const rows = readRows(program, variables, fixed);
  if (rows === undefined) return undefined;
  const size = variables.length;
  const reduced = new Float64Array(size * size);
  variables.forEach((i, r) => {
    variables.forEach((j, c) => {
      reduced[r * size + c] = hessian[i * n + j]!;
    });
  });
  const slopes = Float64Array.from(variables, (i) => {
    return linear[i]! + inner(hessian.subarray(i * n, i * n + n), fixed);
  });
  const [curvature, slope] = [largestSize(reduced), largestSize(slopes)];
  const scale = Math.max(curvature, slope) || 1;
  return {
    conditions: {
      n: size,
      rows: rows.map(({ row }) => row),
      rhs: Float64Array.from(rows, ({ rhs }) => rhs),
      equalityCount: rows.filter(({ origin }) => origin.kind === 'equalities').length,
      lower: Float64Array.from(variables, (i) => lower[i]!),
      upper: Float64Array.from(variables, (i) => upper[i]!),
    },
    hessian: reduced.map((entry) => entry / scale),
    linear: slopes.map((entry) => entry / scale),
    // Division keeps the order of numbers, so the largest stays the largest.
    sizes: { hessian: curvature / scale, linear: slope / scale },
    scale,
    variables,
    fixed,
    origins: rows.map(({ origin }) => origin),
  };
}

interface Row {
  readonly row: Float64Array;
  readonly rhs: number;
  readonly origin: RowOrigin;
}

function readRows(
  program: CheckedProgram,
  variables: readonly number[],
  fixed: Float64Array,
): readonly Row[] | undefined {
  const { n } = program;
  const found: Row[] = [];
  for (const kind of ['equalities', 'inequalities'] as const) {
    const { matrix, rhs } = program[kind];
    for (let index = 0; index < rhs.length; index++) {
      const full = matrix.subarray(index * n, index * n + n);
      const row = Float64Array.from(variables, (i) => full[i]!);
      const used = full.map((entry, i) => -entry * fixed[i]!);
      const left = neumaierSum([rhs[index]!, ...used]);
      const length = lengthOf(row);
      if (length > 0) {
        const unit = row.map((entry) => entry / length);
        found.push({ row: unit, rhs: left / length, origin: { kind, index, length } });
      } else {
        const tolerance = ROUNDING * Math.max(Math.abs(rhs[index]!), largestSize(used));
        if (left < -tolerance || (kind === 'equalities' && left > tolerance)) return undefined;
      }
    }
  }
  return found;
}

/** The Euclidean length, without overflow. */
function lengthOf(row: Float64Array): number {
  const size = largestSize(row);
  if (size === 0) return 0;
  const unit = row.map((entry) => entry / size);
  return size * Math.sqrt(inner(unit, unit));
}

/** Brings a minimum back to the program's own variables, rows and units. */
export function fromStandard(
  program: CheckedProgram,
  standard: StandardForm,
  minimum: Minimum,
  stepsBefore: number,
): QpResult {
  const { n, hessian, linear } = program;
  const { conditions, variables, origins, scale } = standard;
  const x = Float64Array.from(standard.fixed);
  variables.forEach((i, place) => {
    x[i] = minimum.x[place]! + 0;
  });
  const multipliers = {
    equalities: new Float64Array(program.equalities.rhs.length),
    inequalities: new Float64Array(program.inequalities.rhs.length),
    lower: new Float64Array(n),
    upper: new Float64Array(n),
  };
  minimum.working.forEach((id, k) => {
    const origin = origins[id];
    if (origin === undefined) return;
    const price = (minimum.multipliers[k]! * scale) / origin.length;
    multipliers[origin.kind][origin.index] =
      (origin.kind === 'equalities' ? price : Math.max(0, price)) + 0;
  });
  const slopes = x.map((_, i) => neumaierSum([linear[i]!, ...products(hessian, n, i, x)]));
  const pull = balance(program, slopes, multipliers);
  const free = new Set(variables);
  for (let i = 0; i < n; i++) {
    if (!free.has(i)) multipliers[pull[i]! > 0 ? 'lower' : 'upper'][i] = Math.abs(pull[i]!);
  }
  for (const id of minimum.working) {
    if (boundOf(conditions, id) < 0) continue;
    const i = variables[boundOf(conditions, id)]!;
    if (isLower(conditions, id)) multipliers.lower[i] = Math.max(0, pull[i]!) + 0;
    else multipliers.upper[i] = Math.max(0, -pull[i]!) + 0;
  }
  const objective = neumaierSum(x.map((value, i) => (value * (slopes[i]! + linear[i]!)) / 2));
  const iterations = stepsBefore + minimum.iterations;
  return Object.freeze({
    status: 'optimal',
    x,
    objective,
    iterations,
    multipliers: Object.freeze(multipliers),
  });
}

/** Hx + c + A'ν + G'λ, which the multipliers of the bounds balance. */
function balance(
  { n, equalities, inequalities }: CheckedProgram,
  slopes: Float64Array,
  prices: { readonly equalities: Float64Array; readonly inequalities: Float64Array },
): Float64Array {
  return slopes.map((slope, i) => {
    const terms = [slope];
    for (let r = 0; r < equalities.rhs.length; r++) {
      terms.push(equalities.matrix[r * n + i]! * prices.equalities[r]!);
    }
    for (let r = 0; r < inequalities.rhs.length; r++) {
      terms.push(inequalities.matrix[r * n + i]! * prices.inequalities[r]!);
    }
    return neumaierSum(terms);
  });
}

function products(hessian: Float64Array, n: number, i: number, x: Float64Array): Float64Array {
  return x.map((value, j) => hessian[i * n + j]! * value);
}
