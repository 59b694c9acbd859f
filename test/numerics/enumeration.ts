import type { QuadraticProgram } from '../../src/numerics/index.js';
import { sum } from './support.js';

interface Condition {
  readonly normal: readonly number[];
  readonly limit: number;
}

/**
 * The least objective of a small program within bounds, by trying every set of at most n conditions as
 * equations; nothing if no candidate is feasible. The minimum is among the candidates: at an extreme point of
 * the set of all minima the conditions that hold leave no direction without curvature.
 */
export function leastByEnumeration(program: QuadraticProgram): number | undefined {
  const conditions = [
    ...conditionsOf(program.equalities, program.linear.length).flatMap(bothWays),
    ...conditionsOf(program.inequalities, program.linear.length),
    ...boundsOf(program),
  ];
  let least: number | undefined;
  for (const held of subsets(conditions, program.linear.length)) {
    const x = stationaryPoint(program, held);
    if (x === undefined || !isFeasible(x, conditions)) continue;
    const value = objectiveOf(program, x);
    if (least === undefined || value < least) least = value;
  }
  return least;
}

function bothWays({ normal, limit }: Condition): Condition[] {
  return [
    { normal, limit },
    { normal: normal.map((entry) => -entry), limit: -limit },
  ];
}

function conditionsOf(rows: QuadraticProgram['equalities'], n: number): Condition[] {
  return Array.from(rows?.rhs ?? [], (limit, r) => {
    return { normal: [...(rows?.matrix ?? []).slice(r * n, r * n + n)], limit };
  });
}

function boundsOf({ linear, lower, upper }: QuadraticProgram): Condition[] {
  const found: Condition[] = [];
  linear.forEach((_, i) => {
    const unit = (size: number) => [...linear].map((_, j) => (i === j ? size : 0));
    if (lower && Number.isFinite(lower[i])) found.push({ normal: unit(-1), limit: -lower[i]! });
    if (upper && Number.isFinite(upper[i])) found.push({ normal: unit(1), limit: upper[i]! });
  });
  return found;
}

function* subsets<T>(list: readonly T[], most: number, from = 0): Generator<readonly T[]> {
  yield [];
  if (most <= 0) return;
  for (let i = from; i < list.length; i++) {
    for (const rest of subsets(list, most - 1, i + 1)) yield [list[i]!, ...rest];
  }
}

/** Solves Hx + A'ν = −c, Ax = b by elimination; nothing where the system is singular. */
function stationaryPoint(
  { hessian, linear }: QuadraticProgram,
  held: readonly Condition[],
): number[] | undefined {
  const n = linear.length;
  const size = n + held.length;
  const rows = Array.from({ length: size }, (_, r) => {
    const row = new Array<number>(size + 1).fill(0);
    for (let j = 0; j < n; j++) row[j] = r < n ? hessian[r * n + j]! : held[r - n]!.normal[j]!;
    if (r < n) {
      held.forEach(({ normal }, k) => {
        row[n + k] = normal[r]!;
      });
    }
    row[size] = r < n ? -linear[r]! : held[r - n]!.limit;
    return row;
  });
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let r = k; r < size; r++)
      if (Math.abs(rows[r]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = r;
    if (Math.abs(rows[pivot]![k]!) < 1e-9) return undefined;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let r = 0; r < size; r++) {
      if (r === k) continue;
      const factor = rows[r]![k]! / rows[k]![k]!;
      for (let j = k; j <= size; j++) rows[r]![j]! -= factor * rows[k]![j]!;
    }
  }
  return Array.from({ length: n }, (_, i) => rows[i]![size]! / rows[i]![i]!);
}

function isFeasible(x: readonly number[], conditions: readonly Condition[]): boolean {
  return conditions.every(({ normal, limit }) => {
    return sum(normal.map((entry, i) => entry * x[i]!)) - limit < 1e-8;
  });
}

function objectiveOf({ hessian, linear }: QuadraticProgram, x: readonly number[]): number {
  const n = x.length;
  return sum(
    x.flatMap((value, i) => [
      linear[i]! * value,
      ...x.map((other, j) => (hessian[i * n + j]! * value * other) / 2),
    ]),
  );
}
