import type { RiskDirection } from './fit-program.js';

/** Columns by directions of risk, row-major: the root of the variance of a direction times the column's exposure to it. */
export interface Loadings {
  readonly values: Float64Array;
  readonly directions: number;
}

/** What is left of a square below this part of it is rounding. */
const ROUNDING = 1e-12;

/** The loadings of columns. */
export function loadingsOf(directions: readonly RiskDirection[], columns: number): Loadings {
  const count = directions.length;
  const values = new Float64Array(columns * count);
  directions.forEach(({ variance, row }, d) => {
    const root = Math.sqrt(variance);
    for (let j = 0; j < columns; j++) values[j * count + d] = root * row[j]!;
  });
  return { values, directions: count };
}

/** What of columns is outside the directions in which free columns, whose sum falls by as much as a column grows, can make up for it. */
export interface Residuals {
  /** The tracking variance that one unit of a column adds beside them. */
  readonly variance: (column: number) => number;
  /** What is left of the column's loadings, into the room that is given. */
  readonly vector: (column: number, into: Float64Array) => void;
}

/** Source: the orthogonalisation of Gram and Schmidt. */
export function residualsBeside(
  { values, directions: size }: Loadings,
  free: readonly number[],
): Residuals {
  const origin = new Float64Array(size);
  const first = free[0];
  if (first !== undefined) origin.set(values.subarray(first * size, (first + 1) * size));
  const basis: Float64Array[] = [];
  const from = new Float64Array(size);
  const project = (rest: Float64Array): void => {
    for (const one of basis) {
      let part = 0;
      for (let d = 0; d < size; d++) part += one[d]! * rest[d]!;
      for (let d = 0; d < size; d++) rest[d]! -= part * one[d]!;
    }
  };
  const variance = (column: number): number => {
    let square = 0;
    for (let d = 0; d < size; d++) {
      from[d] = values[column * size + d]! - origin[d]!;
      square += from[d]! * from[d]!;
    }
    let left = square;
    for (const one of basis) {
      let part = 0;
      for (let d = 0; d < size; d++) part += one[d]! * from[d]!;
      left -= part * part;
    }
    return left > ROUNDING * square ? left : 0;
  };
  const vector = (column: number, into: Float64Array): void => {
    for (let d = 0; d < size; d++) into[d] = values[column * size + d]! - origin[d]!;
    project(into);
  };
  for (const column of free.slice(1)) {
    if (variance(column) === 0) continue;
    const rest = from.slice();
    // Once more for what rounding has left.
    project(rest);
    project(rest);
    let square = 0;
    for (let d = 0; d < size; d++) square += rest[d]! * rest[d]!;
    if (square > 0) basis.push(rest.map((one) => one / Math.sqrt(square)));
  }
  return { variance, vector };
}
