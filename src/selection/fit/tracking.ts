import { inner, multiply } from '../../numerics/index.js';
import type { Aims } from '../target/read-target.js';
import type { FitProgram, RiskDirection } from './fit-program.js';
import { leastObjective } from './least-objective.js';
import { riskDirectionsOf } from './risk-directions.js';

/** How far a look-through is from a target. Vectors follow the asset classes. */
export interface Tracking {
  /** The shares of the target that are nearest: those to which the tracking is measured. */
  readonly aim: Float64Array;
  /** (x − t)'Σ(x − t) with x the look-through and t the aim. */
  readonly variance: number;
}

/** Shares this close to a range are within it. */
const WITHIN = 1e-9;

/**
 * Measures a look-through against a target.
 *
 * Of several shares that are equally near by tracking variance, those are taken that are nearest class by class.
 */
export function trackingOf(held: Float64Array, aims: Aims, covariance: Float64Array): Tracking {
  const aim = nearestAim(held, aims, covariance);
  const rest = held.map((share, k) => share - aim[k]!);
  return { aim, variance: Math.max(0, inner(rest, multiply(covariance, rest))) };
}

function nearestAim(
  held: Float64Array,
  { lower, upper }: Aims,
  covariance: Float64Array,
): Float64Array {
  const clipped = held.map((share, k) => Math.min(upper[k]!, Math.max(lower[k]!, share)));
  if (lower.every((share, k) => share === upper[k])) return clipped;
  if (held.every((share, k) => Math.abs(share - clipped[k]!) <= WITHIN)) return clipped;
  const classes = held.length;
  const risks = riskDirectionsOf(covariance, classes).map(({ variance, vector }) =>
    towards(held, vector, variance),
  );
  const sum = { row: new Float64Array(classes).fill(1), lower: 1, upper: 1 };
  const program: FitProgram = {
    owner: new Int32Array(classes).fill(-1),
    products: 0,
    directions: risks,
    rows: [sum],
    lower,
    upper,
    orders: [],
  };
  const nearest = leastObjective(program);
  if (nearest.status !== 'found') return clipped;
  const sides = [...held.keys()].map((k) => towards(held, unit(k, classes), 1));
  const equallyNear = risks.map(({ row }) => {
    const value = inner(row, nearest.z);
    return { row, lower: value, upper: value };
  });
  const plain = leastObjective({ ...program, directions: sides, rows: [sum, ...equallyNear] });
  return plain.status === 'found' ? plain.z : nearest.z;
}

/** The direction of risk in which shares are wanted to be what is held. */
function towards(held: Float64Array, vector: Float64Array, variance: number): RiskDirection {
  return { variance, row: vector, aim: inner(vector, held) };
}

function unit(place: number, size: number): Float64Array {
  const vector = new Float64Array(size);
  vector[place] = 1;
  return vector;
}
