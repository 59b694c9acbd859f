import { inner } from './vectors.js';

/**
 * Rows a'x = b (the first `equalityCount`) and a'x ≤ b, each of unit length, and bounds.
 *
 * A condition has one number: the rows first, then the n lower bounds, then the n upper bounds.
 */
export interface Conditions {
  readonly n: number;
  readonly rows: readonly Float64Array[];
  readonly rhs: Float64Array;
  readonly equalityCount: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** The variable that a condition bounds, or −1 for a row. */
export function boundOf({ n, rows }: Conditions, id: number): number {
  const place = id - rows.length;
  if (place < 0) return -1;
  return place < n ? place : place - n;
}

/** Whether a condition is a lower bound. */
export function isLower({ n, rows }: Conditions, id: number): boolean {
  return id >= rows.length && id < rows.length + n;
}

/** The numbers of all inequalities and finite bounds. */
export function inequalityIds({ n, rows, equalityCount, lower, upper }: Conditions): number[] {
  const ids: number[] = [];
  for (let r = equalityCount; r < rows.length; r++) ids.push(r);
  for (let i = 0; i < n; i++) if (Number.isFinite(lower[i]!)) ids.push(rows.length + i);
  for (let i = 0; i < n; i++) if (Number.isFinite(upper[i]!)) ids.push(rows.length + n + i);
  return ids;
}

/** a'v, with −v and v for lower and upper bounds. */
export function along(conditions: Conditions, id: number, v: Float64Array): number {
  const variable = boundOf(conditions, id);
  if (variable >= 0) return isLower(conditions, id) ? -v[variable]! : v[variable]!;
  return inner(conditions.rows[id]!, v);
}

/** The right-hand side. */
export function limitOf(conditions: Conditions, id: number): number {
  const variable = boundOf(conditions, id);
  if (variable < 0) return conditions.rhs[id]!;
  return isLower(conditions, id) ? -conditions.lower[variable]! : conditions.upper[variable]!;
}

/** a as a dense vector. */
export function normalOf(conditions: Conditions, id: number): Float64Array {
  const variable = boundOf(conditions, id);
  if (variable < 0) return conditions.rows[id]!;
  const normal = new Float64Array(conditions.n);
  normal[variable] = isLower(conditions, id) ? -1 : 1;
  return normal;
}

/** The conditions with every right-hand side 0: the directions in which no condition that holds is broken. */
export function coneOf(conditions: Conditions): Conditions {
  return {
    ...conditions,
    rhs: new Float64Array(conditions.rhs.length),
    lower: new Float64Array(conditions.n),
    upper: new Float64Array(conditions.n),
  };
}
