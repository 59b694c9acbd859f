import { largestOf } from './dot.js';
import type { ParametricProgram } from './program.js';
import type { Path } from './recorder.js';

/** A program whose p has lost a multiple of one row: p = own p + shift·(coefficients of the row). */
export interface Centred {
  readonly program: ParametricProgram;
  readonly row: number;
  readonly shift: number;
}

/** What is left of p has to be smaller than this part of it. */
const ALIKE = 1e-3;

/**
 * Takes from p a multiple of an equality that has a coefficient for every variable, such as the budget.
 *
 * That changes no optimum, only the price of the equality. Where all of p is nearly the same, as with estimates that differ by
 * rounding, its differences are left, and rounding is measured against them. Nothing where p is not like that.
 */
export function centred(program: ParametricProgram): Centred | undefined {
  const { rows, size, slope } = program;
  for (let row = 0; row < rows.count; row++) {
    if (rows.lower[row] !== rows.upper[row]) continue;
    const coefficients = rows.matrix.subarray(row * size, (row + 1) * size);
    const shift = typicalQuotient(slope, coefficients);
    const rest = slope.map((value, i) => value - shift * coefficients[i]!);
    // Not for NaN, where a coefficient is 0.
    if (largestOf(rest) < ALIKE * largestOf(slope)) {
      return { program: { ...program, slope: rest }, row, shift };
    }
  }
  return undefined;
}

/** Of all quotients the one nearest to their mean: what equals it leaves exactly 0. */
function typicalQuotient(slope: Float64Array, coefficients: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < slope.length; i++) sum += slope[i]! / coefficients[i]!;
  const mean = sum / slope.length;
  let nearest = Number.NaN;
  for (let i = 0; i < slope.length; i++) {
    const quotient = slope[i]! / coefficients[i]!;
    if (!(Math.abs(quotient - mean) >= Math.abs(nearest - mean))) nearest = quotient;
  }
  return nearest;
}

/** The path of the program itself, from that of the centred one. */
export function uncentred(path: Path, { row, shift }: Centred, program: ParametricProgram): Path {
  const { size, rows, slope } = program;
  const prices = path.prices.slice();
  path.parameters.forEach((t, corner) => {
    prices[corner * rows.count + row]! += shift * t;
  });
  const slopes = path.slopes.map((_, corner) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += slope[i]! * path.corners[corner * size + i]!;
    return sum;
  });
  return { ...path, prices, slopes };
}
