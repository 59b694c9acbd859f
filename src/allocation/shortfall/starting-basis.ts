import { BASIS_STATUS, type LpBasis } from '../../numerics/index.js';
import { measureTail } from './portfolio-tail.js';
import type { CompiledShortfall } from './shortfall-problem.js';
import { returnsAt, type TailProgram } from './tail-program.js';

/**
 * A feasible basis of the dual near its optimum: the worst scenarios of a plain portfolio are the tail.
 *
 * The portfolio holds every variable halfway between its bounds. Rows that the tail breaks are mended by v.
 */
export function startingBasis(problem: CompiledShortfall, program: TailProgram): LpBasis {
  const { frame, count, mass, tailMass } = problem;
  const { size, lower, upper } = frame.program;
  const { basic, atLower, atUpper, freeAtZero } = BASIS_STATUS;
  const width = program.cost.length;
  const columns = new Int8Array(width).fill(atLower);
  for (let j = count; j < width; j++) {
    if (program.lower[j] === Number.NEGATIVE_INFINITY) columns[j] = freeAtZero;
  }
  const halfway = lower.map((least, i) => least + (upper[i]! - least) / 2);
  const { order } = measureTail(
    problem,
    returnsAt(problem, halfway).map((own) => -own),
  );
  const shares = new Float64Array(count);
  let left = tailMass;
  for (const t of order) {
    if (mass[t] === 0) continue;
    const isLast = mass[t]! >= left;
    columns[t] = isLast ? basic : atUpper;
    shares[t] = Math.min(mass[t]!, left);
    left -= shares[t]!;
    if (isLast) break;
  }
  const rows = new Int8Array(size + 1).fill(basic);
  rows[size] = atUpper;
  for (let i = 0; i < size; i++) {
    if (sumOfRow(program.rows.matrix, i * width, shares) <= 0) continue;
    rows[i] = atUpper;
    columns[width - size + i] = basic;
  }
  return { columns, rows };
}

function sumOfRow(matrix: Float64Array, from: number, shares: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < shares.length; t++) sum += matrix[from + t]! * shares[t]!;
  return sum;
}
