import { BASIS_STATUS, type LinearProgram } from './linear-program.js';
import { equilibrate, inversePower, type Scaling } from './scaling.js';

/**
 * The scaled program and all that the search knows: minimise c'x with Ax − s = 0 and limits on x and s.
 *
 * Variables 0 … n − 1 are the program's, n … n + m − 1 the activities s of its rows, with columns −e. Everything is
 * allocated once; the search only writes into it.
 */
export interface Tableau {
  readonly m: number;
  readonly n: number;
  readonly size: number;
  readonly scaling: Scaling;
  /** m × n, row-major. */
  readonly matrix: Float64Array;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly x: Float64Array;
  /** Codes of `BASIS_STATUS`. */
  readonly status: Int8Array;
  /** Which way a variable may go: 1 up, −1 down, 2 both, 0 neither, as it is basic or fixed. */
  readonly sense: Int8Array;
  /** The variable that is basic at each place. */
  readonly head: Int32Array;
  /** B⁻¹: m × m, row-major. */
  readonly inverse: Float64Array;
  readonly duals: Float64Array;
  /** The size of the terms in each dual. */
  readonly dualTerms: Float64Array;
  readonly reduced: Float64Array;
  /** Reference weights of devex pricing. */
  readonly weights: Float64Array;
  /** B⁻¹ times the entering column. */
  readonly column: Float64Array;
  /** A row of B⁻¹. */
  readonly inverseRow: Float64Array;
  /** A row of B⁻¹ times all columns. */
  readonly row: Float64Array;
  /** −1 and 1 for basic variables below and above their limits. */
  readonly breach: Int8Array;
  /** The size of the terms in each row's equation, and in each basic variable: rounding is relative to it. */
  readonly rowTerms: Float64Array;
  readonly terms: Float64Array;
  readonly scratch: Float64Array;
  readonly events: Events;
  /** The power of two by which the costs were multiplied. */
  costScale: number;
  phase: 1 | 2;
  /** Exchanges since the inverse was made anew, or 1 where there is none yet. */
  age: number;
  /** Whether inverse and point are as exact as they can be. */
  settled: boolean;
}

/** Where basic variables meet limits along the entering direction. */
export interface Events {
  count: number;
  readonly at: Float64Array;
  /** The latest length of step that tolerance allows. */
  readonly latest: Float64Array;
  /** By how much the slope of the sum of breaches grows there. */
  readonly gain: Float64Array;
  readonly place: Int32Array;
  readonly toUpper: Int8Array;
}

/** Breaches below this part of the size of the terms are rounding. */
export const FEASIBLE = 1e-12;

/** Sets a program up, each variable at the bound nearest 0 unless a basis is given. */
export function makeTableau(program: LinearProgram, m: number, n: number): Tableau {
  const size = n + m;
  // One block of memory, cut into vectors, is much cheaper than many blocks.
  const block = new Float64Array(m * n + 8 * size + m * m + 12 * m);
  let used = 0;
  const vector = (length: number): Float64Array => {
    used += length;
    return block.subarray(used - length, used);
  };
  const tableau: Tableau = {
    m,
    n,
    size,
    scaling: equilibrate(program.rows.matrix, m, n),
    matrix: vector(m * n),
    cost: vector(size),
    lower: vector(size),
    upper: vector(size),
    x: vector(size),
    status: new Int8Array(size),
    sense: new Int8Array(size),
    head: new Int32Array(m),
    inverse: vector(m * m),
    duals: vector(m),
    dualTerms: vector(m),
    reduced: vector(size),
    weights: vector(size).fill(1),
    column: vector(m),
    inverseRow: vector(m),
    row: vector(size),
    breach: new Int8Array(m),
    rowTerms: vector(m),
    terms: vector(m),
    scratch: vector(size),
    events: {
      count: 0,
      at: vector(2 * m),
      latest: vector(2 * m),
      gain: vector(2 * m),
      place: new Int32Array(2 * m),
      toUpper: new Int8Array(2 * m),
    },
    costScale: 1,
    phase: 2,
    age: 1,
    settled: false,
  };
  fill(tableau, program);
  start(tableau, program);
  return tableau;
}

function fill(tableau: Tableau, { cost, rows, lower, upper }: LinearProgram): void {
  const { m, n, scaling, matrix } = tableau;
  let largest = 0;
  for (let j = 0; j < n; j++) {
    const scale = scaling.columns[j]!;
    tableau.cost[j] = cost[j]! * scale;
    largest = Math.max(largest, Math.abs(tableau.cost[j]!));
    limit(tableau, j, lower[j]! / scale, upper[j]! / scale);
  }
  tableau.costScale = inversePower(largest);
  for (let j = 0; j < n; j++) tableau.cost[j]! *= tableau.costScale;
  for (let i = 0; i < m; i++) {
    const scale = scaling.rows[i]!;
    for (let j = 0, k = i * n; j < n; j++, k++) {
      matrix[k] = rows.matrix[k]! * scale * scaling.columns[j]!;
    }
    limit(tableau, n + i, rows.lower[i]! * scale, rows.upper[i]! * scale);
  }
}

/** Limits that cross by no more than rounding are one. */
function limit({ lower, upper }: Tableau, j: number, low: number, high: number): void {
  lower[j] = low + 0;
  upper[j] = Math.max(low, high) + 0;
}

function start(tableau: Tableau, { startBasis }: LinearProgram): void {
  const { n, size, status } = tableau;
  const { basic, freeAtZero } = BASIS_STATUS;
  for (let j = 0; j < size; j++) {
    const usual = j < n ? freeAtZero : basic;
    const given = j < n ? startBasis?.columns[j] : startBasis?.rows[j - n];
    const wanted = given ?? usual;
    if (wanted === basic) status[j] = basic;
    else park(tableau, j, wanted);
  }
}

/** Puts a variable out of the basis, on the bound that is wanted or else on the one nearest 0. */
export function park(tableau: Tableau, j: number, wanted: number): void {
  const { atLower, atUpper, freeAtZero } = BASIS_STATUS;
  const low = tableau.lower[j]!;
  const high = tableau.upper[j]!;
  const hasLow = low > Number.NEGATIVE_INFINITY;
  const hasHigh = high < Number.POSITIVE_INFINITY;
  if (wanted === atLower && hasLow) place(tableau, j, atLower);
  else if (wanted === atUpper && hasHigh) place(tableau, j, atUpper);
  else if (hasLow || hasHigh) {
    place(tableau, j, Math.abs(low) <= Math.abs(high) ? atLower : atUpper);
  } else {
    tableau.x[j] = 0;
    tableau.status[j] = freeAtZero;
    tableau.sense[j] = 2;
  }
}

/** Puts a variable exactly on one of its bounds. */
export function place({ lower, upper, x, status, sense }: Tableau, j: number, code: number): void {
  status[j] = code;
  x[j] = code === BASIS_STATUS.atLower ? lower[j]! : upper[j]!;
  if (lower[j] === upper[j]) sense[j] = 0;
  else sense[j] = code === BASIS_STATUS.atLower ? 1 : -1;
}
