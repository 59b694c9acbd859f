import { inner, minimiseAt, type ParametricProgram, type Workspace } from '../../numerics/index.js';
import type { Box } from './box.js';
import type { DiscreteModel } from './discrete-model.js';
import { feeFloor, feeRange } from './fee-range.js';
import { valueAt } from './value.js';

/** What is known of the best portfolio of a box when the discrete rules are set aside. */
export type Relaxed =
  | {
      readonly status: 'solved';
      readonly weights: Float64Array;
      /** No portfolio of the box has a lower value. */
      readonly bound: number;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unknown' };

/** Solves boxes of one model, one after the other. */
export type Relaxation = (box: Box) => Relaxed;

/** The relaxation of a model. It keeps room for its work, so that solving a box makes next to nothing anew. */
export function relaxationOf(model: DiscreteModel): Relaxation {
  const workspace: Workspace = { position: undefined };
  const layout = boxLayout(model);
  const { problem, t } = model;
  return (box) => {
    const fees = layout.set(box);
    const optimum = minimiseAt(layout.program, t, { workspace });
    if (optimum.status === 'infeasible') return { status: 'infeasible' };
    if (optimum.status !== 'optimal') return { status: 'unknown' };
    const weights = plainWeights(problem.holdings, optimum.x);
    const least = fees.constant + inner(fees.slopes, weights);
    return { status: 'solved', weights, bound: valueAt(model, weights, least) };
  };
}

/** A program whose limits are set to those of one box after another. */
export interface BoxLayout {
  readonly program: ParametricProgram;
  /** Sets the limits; returns what fees come to at least, constant + Σ slopes·w. */
  readonly set: (box: Box) => LeastFees;
}

/** Fees as a part of the value: at least constant + Σ slopes·w. */
interface LeastFees {
  readonly constant: number;
  /** By asset; the same array each time. */
  readonly slopes: Float64Array;
}

/** Lays out a model's program for boxes. */
export function boxLayout(model: DiscreteModel): BoxLayout {
  const { problem, lots, rowLower, rowUpper, budgetRow, cashRow, returnRow, returnUnit } = model;
  const { holdings, program } = problem;
  const { count, asset, sign, isWhole } = holdings;
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  const matrix = program.rows.matrix.slice();
  const rows = { ...program.rows, matrix, lower: rowLower.slice(), upper: rowUpper.slice() };
  const linear = new Float64Array(count);
  const slopes = new Float64Array(problem.assets.length);
  const { starts, isLast } = stretchStarts(holdings);
  const base = holdings.base.reduce((sum, weight) => sum + weight, 0);
  const set = (box: Box): LeastFees => {
    for (let i = 0; i < count; i++) {
      const low = box.lower[asset[i]!]!;
      const high = box.upper[asset[i]!]!;
      if (isWhole[i] === 1) {
        lower[i] = low;
        upper[i] = high;
        continue;
      }
      const from = starts[i]!;
      const length = isLast[i] === 1 ? Number.POSITIVE_INFINITY : problem.program.upper[i]!;
      const isUp = sign[i]! > 0;
      lower[i] = Math.max(0, Math.min(length, isUp ? low - from : from - high));
      upper[i] = Math.max(0, Math.min(length, isUp ? high - from : from - low));
    }
    if (lots === undefined) return { constant: 0, slopes };
    const fees = feeRange(lots, box, Math.min(1, rowUpper[cashRow]! + base));
    const room = lots.rounding;
    rows.upper[cashRow] = Math.min(rowUpper[cashRow]!, 1 - fees.least + room - base);
    if (budgetRow >= 0) {
      rows.lower[budgetRow] = rowLower[budgetRow]! - fees.most - room;
      const spent = rowUpper[budgetRow]! - fees.least + room;
      rows.upper[budgetRow] = Math.min(rows.upper[budgetRow]!, spent);
    }
    // Where an asset is split into purchases and sales the least fee of the box has to do.
    const constant = holdings.split ? fees.least : feeFloor(lots, box, slopes);
    for (let i = 0; i < count; i++) {
      linear[i] = model.t * slopes[asset[i]!]!;
      if (returnRow < 0) continue;
      const place = returnRow * count + i;
      matrix[place] = program.rows.matrix[place]! - slopes[asset[i]!]! / returnUnit;
    }
    if (returnRow >= 0) rows.lower[returnRow] = rowLower[returnRow]! + constant / returnUnit;
    return { constant, slopes };
  };
  return { program: { ...program, linear, lower, upper, rows }, set };
}

/** The weight at which each stretch begins, and whether it is the outermost of its direction. */
function stretchStarts({ count, asset, sign, base, upper }: DiscreteModel['problem']['holdings']): {
  readonly starts: Float64Array;
  readonly isLast: Uint8Array;
} {
  const starts = new Float64Array(count);
  const isLast = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const goesOn = i > 0 && asset[i - 1] === asset[i] && sign[i - 1] === sign[i];
    starts[i] = goesOn ? starts[i - 1]! + sign[i - 1]! * upper[i - 1]! : base[asset[i]!]!;
    isLast[i] = i + 1 < count && asset[i + 1] === asset[i] && sign[i + 1] === sign[i] ? 0 : 1;
  }
  return { starts, isLast };
}

/** Weights by asset from the variables. */
export function plainWeights(
  { split, base, count, asset, sign }: DiscreteModel['problem']['holdings'],
  x: Float64Array,
): Float64Array {
  if (!split) return x;
  const weights = base.slice();
  for (let i = 0; i < count; i++) weights[asset[i]!]! += sign[i]! * x[i]!;
  return weights;
}
