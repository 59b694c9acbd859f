import {
  BASIS_STATUS,
  inner,
  type LinearProgram,
  type LpBasis,
  solveLp,
} from '../../numerics/index.js';
import type { Rule } from '../compile/rules.js';
import type { CompiledShortfall } from './shortfall-problem.js';
import type { LpOptimum, SolvedTail } from './solve-tail.js';
import type { TailProgram } from './tail-program.js';
import type { TailProof } from './tail-proof.js';

/** By how much the expected shortfall falls per unit by which a rule is loosened. */
export interface RulePrice {
  readonly price: number;
  /** False where several multipliers prove the same optimum: tightening then costs more than loosening gains. */
  readonly unique: boolean;
}

/** Prices this close, per unit of a typical return, are the same. */
const SAME = 1e-9;

/**
 * The prices of rules that a portfolio meets exactly, well defined even where multipliers are not.
 *
 * The multipliers that prove an optimum are the optimal face of the dual; what loosening a rule gains is its least multiplier
 * there. Where no other variable of the dual could enter at no cost the face is a point.
 *
 * Source: M. Akgül, A note on shadow prices in linear programming, Journal of the Operational Research Society 35 (1984).
 */
export function rulePrices(
  problem: CompiledShortfall,
  solved: SolvedTail,
  rules: readonly Rule[],
): readonly RulePrice[] {
  const { proof, dual, optimum } = solved;
  const settled = (price: number): number => (price <= SAME * proof.unit ? 0 : price);
  const face = faceOf(dual, optimum);
  return rules.map((rule) => {
    const own = priceAt(proof, rule);
    const ends = face === undefined ? undefined : endsOf(problem, solved, face, rule);
    const [low, high] = ends ?? [own, own];
    // An equation may be loosened to either side.
    const least = low > 0 ? low : high < 0 ? -high : 0;
    return { price: settled(least) / rule.unit, unique: high - low <= SAME * proof.unit };
  });
}

/** The multiplier of a rule; of an equation with its sign. */
function priceAt({ rowPrices, boundPrices }: TailProof, { place }: Rule): number {
  const price = place.of === 'row' ? rowPrices[place.index]! : boundPrices[place.index]!;
  if (place.side === 'both') return price;
  return Math.max(0, place.side === 'lower' ? price : -price);
}

/** The optimal face of the dual: the columns that may still move. */
interface Face {
  readonly columns: Int32Array;
  readonly program: Omit<LinearProgram, 'cost'>;
  readonly startBasis: LpBasis;
}

/** Nothing where the face is one point. */
function faceOf(dual: TailProgram, optimum: LpOptimum): Face | undefined {
  const { basis, reducedCosts, rowDuals, x } = optimum;
  const { basic } = BASIS_STATUS;
  const width = x.length;
  const count = rowDuals.length;
  const isFree = (j: number): boolean => reducedCosts[j] === 0 && dual.lower[j]! < dual.upper[j]!;
  const moves =
    reducedCosts.some((_, j) => basis.columns[j] !== basic && isFree(j)) ||
    rowDuals.some((price, i) => {
      return basis.rows[i] !== basic && price === 0 && dual.rows.lower[i]! < dual.rows.upper[i]!;
    });
  if (!moves) return undefined;
  const columns = Int32Array.from(x.keys()).filter((j) => basis.columns[j] === basic || isFree(j));
  const isMoving = new Uint8Array(width);
  for (const j of columns) isMoving[j] = 1;
  const matrix = new Float64Array(count * columns.length);
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let fixed = 0;
    for (let j = 0; j < width; j++) {
      if (isMoving[j] === 0) fixed += dual.rows.matrix[i * width + j]! * x[j]!;
    }
    columns.forEach((j, k) => {
      matrix[i * columns.length + k] = dual.rows.matrix[i * width + j]!;
    });
    upper[i] = dual.rows.upper[i]! - fixed;
    lower[i] = rowDuals[i] === 0 ? dual.rows.lower[i]! - fixed : upper[i]!;
  }
  const of = (values: Float64Array): Float64Array => Float64Array.from(columns, (j) => values[j]!);
  return {
    columns,
    program: { rows: { matrix, lower, upper }, lower: of(dual.lower), upper: of(dual.upper) },
    startBasis: {
      columns: Int8Array.from(columns, (j) => basis.columns[j]!),
      rows: basis.rows.slice(),
    },
  };
}

/** The least and the greatest multiplier of a rule on the face; nothing where that cannot be told. */
function endsOf(
  problem: CompiledShortfall,
  { dual, optimum }: SolvedTail,
  { columns, program, startBasis }: Face,
  rule: Rule,
): readonly [number, number] | undefined {
  const weights = multiplierOf(problem, dual, rule);
  const cost = Float64Array.from(columns, (j) => weights[j]! / problem.tailMass);
  // What the columns that cannot move add to it.
  for (const j of columns) weights[j] = 0;
  const fixed = inner(weights, optimum.x) / problem.tailMass;
  const ends: number[] = [];
  for (const sign of [1, -1]) {
    const own = cost.map((value) => sign * value + 0);
    const end = solveLp({ ...program, cost: own, startBasis });
    if (end.status === 'optimal') ends.push(fixed + sign * end.objective);
    // A price without end: tightening the rule leaves nothing.
    else if (end.status === 'unbounded') ends.push(sign * Number.NEGATIVE_INFINITY);
    else return undefined;
  }
  const isSigned = rule.place.side === 'both';
  return isSigned ? [ends[0]!, ends[1]!] : [Math.max(0, ends[0]!), Math.max(0, ends[1]!)];
}

/** A rule's multiplier as a weighted sum of the dual's columns. */
function multiplierOf(
  { count, frame }: CompiledShortfall,
  { rows, rowColumns, cost }: TailProgram,
  { place: { of, index, side } }: Rule,
): Float64Array {
  const { size } = frame.program;
  const width = cost.length;
  const weights = new Float64Array(width);
  const sign = side === 'upper' ? -1 : 1;
  if (of === 'row') {
    rowColumns.forEach((column, k) => {
      if (column.row === index) weights[count + k] = sign * (column.side < 0 ? -1 : 1);
    });
  } else if (side === 'upper') weights[width - size + index] = 1;
  else {
    // What is left of the row: −R'q − C'y, and at a lower bound v too.
    const last = side === 'both' ? width - size : width;
    for (let j = 0; j < last; j++) weights[j] = -rows.matrix[index * width + j]!;
  }
  return weights;
}
