import type { LinearProgram, LpResult } from '../../src/numerics/index.js';

/** A running worst case of breaches relative to the size of their terms; NaN is the worst. */
interface Worst {
  breach: number;
}

function note(worst: Worst, breach: number, size: number): void {
  if (breach === 0) return;
  if (!(breach / size <= worst.breach)) worst.breach = breach / size;
}

/** A sum and the sum of the sizes of its terms. */
function weigh(terms: readonly number[]): { readonly sum: number; readonly size: number } {
  let sum = 0;
  let size = 0;
  for (const term of terms) {
    sum += term;
    size += Math.abs(term);
  }
  return { sum, size };
}

const columnTerms = ({ cost, rows }: LinearProgram, j: number, prices: Float64Array) =>
  Array.from(prices, (price, i) => rows.matrix[i * cost.length + j]! * price);

const rowTerms = ({ cost, rows }: LinearProgram, i: number, x: Float64Array) =>
  Array.from(x, (value, j) => rows.matrix[i * cost.length + j]! * value);

/**
 * By how much a result fails to prove itself from the program alone, relative to the size of the terms: conditions and
 * signs of an optimum and the gap to its dual, the contradiction of a Farkas certificate, the descent of a ray.
 */
export function proofResidual(program: LinearProgram, result: LpResult): number {
  if (result.status === 'optimal') return optimumResidual(program, result);
  if (result.status === 'infeasible') return farkasResidual(program, result.farkas);
  if (result.status === 'unbounded') return rayResidual(program, result.ray);
  return Number.POSITIVE_INFINITY;
}

function optimumResidual(
  program: LinearProgram,
  found: Extract<LpResult, { readonly status: 'optimal' }>,
): number {
  const { cost, rows, lower, upper } = program;
  const { x, rowDuals, reducedCosts } = found;
  const worst: Worst = { breach: 0 };
  const dual: number[] = [];
  cost.forEach((own, j) => {
    const { sum, size } = weigh([own, ...columnTerms(program, j, rowDuals).map((term) => -term)]);
    note(worst, Math.abs(sum - reducedCosts[j]!), size);
    // Bounds hold exactly, and a price belongs to a bound that is met exactly.
    const price = reducedCosts[j]!;
    if (x[j]! < lower[j]! || x[j]! > upper[j]!) note(worst, 1, 1);
    if (price > 0 && x[j] !== lower[j]) note(worst, 1, 1);
    if (price < 0 && x[j] !== upper[j]) note(worst, 1, 1);
    if (price !== 0) dual.push(price * x[j]!);
  });
  rowDuals.forEach((price, i) => {
    const { sum, size } = weigh(rowTerms(program, i, x));
    const [low, high] = [rows.lower[i]!, rows.upper[i]!];
    // What cancels in a row does so only as exactly as the largest value is known.
    const scale = Math.max(size, Math.abs(price > 0 ? low : price < 0 ? high : 0));
    note(worst, Math.max(0, low - sum), Math.max(size, Math.abs(low)));
    note(worst, Math.max(0, sum - high), Math.max(size, Math.abs(high)));
    if (price !== 0) {
      const limit = price > 0 ? low : high;
      note(worst, Math.abs(sum - limit), scale);
      dual.push(price * limit);
    }
  });
  const primal = weigh(Array.from(cost, (own, j) => own * x[j]!));
  const bound = weigh(dual);
  note(worst, Math.abs(primal.sum - bound.sum), primal.size + bound.size);
  note(worst, Math.abs(primal.sum - found.objective), primal.size);
  return worst.breach;
}

function farkasResidual(
  program: LinearProgram,
  farkas: Extract<LpResult, { readonly status: 'infeasible' }>['farkas'],
): number {
  const worst: Worst = { breach: 0 };
  const { rows, columns, gap, crossed } = farkas;
  const limits: number[] = [];
  for (const [multipliers, { lower, upper }] of [
    [rows, program.rows],
    [columns, program],
  ] as const) {
    multipliers.forEach((multiplier, i) => {
      if (multiplier === 0) return;
      limits.push(multiplier * (multiplier > 0 ? lower[i]! : upper[i]!));
      if (crossed !== 'none') limits.push(-multiplier * upper[i]!);
    });
  }
  if (crossed === 'none') {
    columns.forEach((own, j) => {
      const { sum, size } = weigh([own, ...columnTerms(program, j, rows)]);
      note(worst, Math.abs(sum), size);
    });
  }
  const { sum, size } = weigh(limits);
  if (!(sum > 1e-13 * size)) note(worst, 1, 1);
  note(worst, Math.abs(sum - gap), size);
  return worst.breach;
}

function rayResidual(program: LinearProgram, ray: Float64Array): number {
  const worst: Worst = { breach: 0 };
  const { cost, rows, lower, upper } = program;
  const fall = weigh(Array.from(cost, (own, j) => own * ray[j]!));
  if (!(fall.sum < -1e-12 * fall.size)) note(worst, 1, 1);
  ray.forEach((entry, j) => {
    if (entry > 0 && upper[j]! < Number.POSITIVE_INFINITY) note(worst, 1, 1);
    if (entry < 0 && lower[j]! > Number.NEGATIVE_INFINITY) note(worst, 1, 1);
  });
  rows.lower.forEach((low, i) => {
    const { sum, size } = weigh(rowTerms(program, i, ray));
    if (low > Number.NEGATIVE_INFINITY) note(worst, Math.max(0, -sum), size);
    if (rows.upper[i]! < Number.POSITIVE_INFINITY) note(worst, Math.max(0, sum), size);
  });
  return worst.breach;
}
