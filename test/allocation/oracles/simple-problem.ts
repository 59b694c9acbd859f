/** Minimise ½w'Σw + c'w subject to min ≤ a'w ≤ max for every row and lower ≤ w ≤ upper. */
export interface SimpleProblem {
  /** Σ: n × n, positive semi-definite. */
  readonly covariance: readonly (readonly number[])[];
  /** c: n entries; −λμ on a frontier. */
  readonly linear: readonly number[];
  readonly rows: readonly SimpleRow[];
  /** null stands for no bound. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/** Equal limits make an equation; null or absence stands for no limit. */
export interface SimpleRow {
  readonly coefficients: readonly number[];
  readonly min?: number | null;
  readonly max?: number | null;
}

/** normal'w = limit for equations, normal'w ≤ limit for conditions. */
export interface Limit {
  readonly normal: readonly number[];
  readonly limit: number;
}

/** All that a problem asks: equations without those that follow from the others, and conditions of rows and bounds. */
export function limitsOf(problem: SimpleProblem): {
  readonly equations: readonly Limit[];
  readonly conditions: readonly Limit[];
} {
  const { rows, lower, upper } = problem;
  const n = problem.linear.length;
  const bounds = problem.linear.map((_, i) => {
    const coefficients = Array.from({ length: n }, (_, j) => (i === j ? 1 : 0));
    return { coefficients, min: lower[i] ?? null, max: upper[i] ?? null };
  });
  const equations: Limit[] = [];
  const conditions: Limit[] = [];
  for (const { coefficients: normal, min = null, max = null } of [...rows, ...bounds]) {
    if (min !== null && min === max) {
      equations.push({ normal, limit: min });
      continue;
    }
    if (max !== null) conditions.push({ normal, limit: max });
    if (min !== null) conditions.push({ normal: normal.map((x) => -x), limit: -min });
  }
  return { equations: independent(equations), conditions };
}

/** An orthonormal basis of the directions, in their order; those that depend on earlier ones add nothing. */
export function orthonormal(directions: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = [];
  for (const direction of directions) {
    const rest = without(basis, direction);
    const length = Math.hypot(...rest);
    if (length > 1e-10 * Math.hypot(...direction)) basis.push(rest.map((x) => x / length));
  }
  return basis;
}

/** What is left of a vector orthogonal to a basis; taken out twice, since once leaves rounding. */
export function without(
  basis: readonly (readonly number[])[],
  vector: readonly number[],
): number[] {
  let rest = [...vector];
  for (const direction of [...basis, ...basis]) {
    const share = dot(direction, rest);
    rest = rest.map((x, i) => x - share * direction[i]!);
  }
  return rest;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Solves a square system by elimination with the largest pivot; nothing where it is singular. */
export function solveSystem(
  matrix: readonly (readonly number[])[],
  rhs: readonly number[],
): number[] | undefined {
  const size = rhs.length;
  const rows = matrix.map((row, r) => [...row, rhs[r]!]);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let r = k + 1; r < size; r++)
      if (Math.abs(rows[r]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = r;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const head = rows[k]!;
    if (!(Math.abs(head[k]!) > 1e-13)) return undefined;
    for (let r = k + 1; r < size; r++) {
      const row = rows[r]!;
      const factor = row[k]! / head[k]!;
      if (factor === 0) continue;
      for (let j = k; j <= size; j++) row[j]! -= factor * head[j]!;
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let value = rows[k]![size]!;
    for (let j = k + 1; j < size; j++) value -= rows[k]![j]! * x[j]!;
    x[k] = value / rows[k]![k]!;
  }
  return x;
}

/** Equations that follow from earlier ones are left out; contradictions are left to the check of the result. */
function independent(equations: readonly Limit[]): Limit[] {
  const kept: Limit[] = [];
  for (const equation of equations) {
    const normals = [...kept, equation].map(({ normal }) => normal);
    if (orthonormal(normals).length === normals.length) kept.push(equation);
  }
  return kept;
}
