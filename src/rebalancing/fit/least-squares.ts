import { neumaierSum } from '../../numerics/index.js';

/** The solution of Ax ≈ b with the least Σ(Ax − b)²; of several, the one with the least Σx². */
export interface LeastSquares {
  readonly x: readonly number[];
  /** Whether each variable is the same in every solution with the least squares. */
  readonly isDetermined: readonly boolean[];
}

/** Singular values below this part of the largest, and parts of a vector below it, count as 0. */
const NEGLIGIBLE = 1e-10;

/**
 * Solves a linear least-squares problem of any rank.
 *
 * The columns of A are turned against each other in pairs until all are orthogonal: then A·V = U·Σ, x = V·Σ⁺·U'b, and variables
 * that a vector of V without a singular value touches are not determined. A second pass on what is left takes rounding out.
 *
 * Source: M. R. Hestenes, Inversion of Matrices by Biorthogonalization, Journal of SIAM 6 (1958) 51–90 (one-sided Jacobi).
 *
 * @param rows A, m rows of n finite numbers.
 */
export function solveLeastSquares(
  rows: readonly (readonly number[])[],
  b: readonly number[],
): LeastSquares {
  const n = rows[0]!.length;
  const columns = Array.from({ length: n }, (_, j) => rows.map((row) => row[j]!));
  const turns = columns.map((_, j) => columns.map((__, i) => (i === j ? 1 : 0)));
  orthogonalise(columns, turns);
  const sizes = columns.map((column) => Math.sqrt(inner(column, column)));
  const largest = Math.max(...sizes);
  const counts = (j: number): boolean => sizes[j]! > NEGLIGIBLE * largest;

  const solve = (right: readonly number[]): readonly number[] => {
    const shares = columns.map((column, j) =>
      counts(j) ? inner(column, right) / sizes[j]! / sizes[j]! : 0,
    );
    return columns.map((_, i) => neumaierSum(shares.map((share, j) => share * turns[j]![i]!)));
  };
  const first = solve(b);
  const second = solve(b.map((value, i) => value - inner(rows[i]!, first)));
  return {
    x: first.map((value, i) => value + second[i]!),
    isDetermined: columns.map((_, i) =>
      turns.every((turn, j) => counts(j) || Math.abs(turn[i]!) <= NEGLIGIBLE),
    ),
  };
}

/** Turns pairs of columns, and the same pairs of `turns`, until every pair of columns is orthogonal to the last digits. */
function orthogonalise(columns: number[][], turns: number[][]): void {
  // Near the end each sweep squares what is left, so that ten or so do; the limit only stands for certainty.
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let isDone = true;
    for (let p = 0; p < columns.length; p++) {
      for (let q = p + 1; q < columns.length; q++) {
        if (turnPair(columns, turns, p, q)) isDone = false;
      }
    }
    if (isDone) return;
  }
}

const MOST_SWEEPS = 40;
const ORTHOGONAL = 1e-15;

function turnPair(columns: number[][], turns: number[][], p: number, q: number): boolean {
  const [a, c] = [inner(columns[p]!, columns[p]!), inner(columns[q]!, columns[q]!)];
  const both = inner(columns[p]!, columns[q]!);
  if (Math.abs(both) <= ORTHOGONAL * Math.sqrt(a * c)) return false;
  const zeta = (c - a) / (2 * both);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  for (const pair of [columns, turns]) {
    const [left, right] = [pair[p]!, pair[q]!];
    pair[p] = left.map((value, i) => cosine * (value - tangent * right[i]!));
    pair[q] = right.map((value, i) => cosine * (value + tangent * left[i]!));
  }
  return true;
}

function inner(a: readonly number[], b: readonly number[]): number {
  return neumaierSum(a.map((value, i) => value * b[i]!));
}
