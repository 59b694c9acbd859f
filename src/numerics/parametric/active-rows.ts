import { dot } from './dot.js';
import type { FreeVariables } from './free-set.js';
import type { ParametricProgram } from './program.js';

/** Of a row's own square, so much has to be left beside the others for it to be independent of them. */
const INDEPENDENT = 1e-20;

/** The same where rows are factored: less is a row that the others imply. */
const IMPLIED = 1e-26;

/** Of what loses more of its square than this to other directions, rounding is taken out by a second pass. */
const MUCH = 0.5;

/**
 * The active rows C over the free variables: Y = L⁻¹C' = Q·R, with orthonormal columns in Q.
 *
 * Where a variable adds hardly any risk, all columns of Y are nearly the same. A factor of Y'Y would not tell them apart, Q and R do.
 *
 * Source: L. Giraud, J. Langou, M. Rozložník, The loss of orthogonality in the Gram-Schmidt orthogonalization process,
 * Computers and Mathematics with Applications 50 (2005): taking every direction out twice is enough.
 *
 * Where risk comes by factors, the factors stand before the rows for good: their exposures η = B'x are unknowns like the rows'
 * prices, with B'x − η = 0 in place of Cx = c, which adds a row of the unit matrix to their columns of Y, at the top.
 */
export class ActiveRows {
  /** The active rows, in the order in which they came. */
  readonly rows: Int32Array;
  count = 0;
  /** Y by column: the factors, then every row that was ever active. */
  private readonly solved: (Float64Array | undefined)[] = [];
  /** Q by column: factors, then by place. A column that those before imply is 0. */
  private readonly directions: Float64Array[] = [];
  /** R, upper, most × most, row-major. */
  private readonly triangle: Float64Array;
  /** 1/R_aa, and 0 for an implied column. */
  private readonly inverse: Float64Array;
  private readonly scratch: Float64Array;
  /** A vector like a column of Q. */
  private readonly own: Float64Array;
  private readonly most: number;
  private isFresh = false;
  private program: ParametricProgram;

  constructor(
    private readonly free: FreeVariables,
    program: ParametricProgram,
    private readonly factors: number,
  ) {
    const most = program.rows.count + factors;
    this.program = program;
    this.rows = new Int32Array(program.rows.count);
    this.most = most;
    this.triangle = new Float64Array(most * most);
    this.inverse = new Float64Array(most);
    this.scratch = new Float64Array(most);
    this.own = new Float64Array(factors + program.size);
    for (let f = 0; f < factors; f++) this.solved.push(new Float64Array(program.size));
  }

  load(program: ParametricProgram): void {
    this.program = program;
    this.count = 0;
    this.isFresh = false;
  }

  /** Makes a row active. False when it depends on the active rows, and nothing has changed. */
  enter(row: number, mode?: 'unconditionally'): boolean {
    const { free, program, factors } = this;
    const own = this.solved[factors + row] ?? new Float64Array(program.size);
    this.solved[factors + row] = own;
    const start = row * program.size;
    for (let k = 0; k < free.count; k++) own[k] = program.rows.matrix[start + free.members[k]!]!;
    free.forward(own);
    if (mode === undefined && !this.isIndependent(own)) return false;
    this.rows[this.count++] = row;
    this.isFresh = false;
    return true;
  }

  private isIndependent(solved: Float64Array): boolean {
    const { own, free, factors } = this;
    const square = dot(solved, solved, free.count);
    if (square === 0) return false;
    this.refactor();
    this.write(solved, own);
    this.takeOut(own, factors + this.count);
    return dot(own, own, factors + free.count) > INDEPENDENT * square;
  }

  /** Lets a row go. */
  leave(row: number): void {
    const { rows } = this;
    let a = 0;
    while (rows[a] !== row) a++;
    this.count--;
    for (; a < this.count; a++) rows[a] = rows[a + 1]!;
    this.isFresh = false;
  }

  /** A variable is about to become free: its entry of Y, from its own solved covariances and the root of its pivot. */
  append(variable: number, covariances: Float64Array, root: number): void {
    const place = this.free.count;
    for (let a = 0; a < this.factors + this.count; a++) {
      const own = this.columnOf(a);
      own[place] = (this.entryOf(a, variable) - dot(covariances, own, place)) / root;
    }
    this.isFresh = false;
  }

  /** The variable at a place was bound. */
  rotate(place: number): void {
    for (let a = 0; a < this.factors + this.count; a++) this.free.rotate(this.columnOf(a), place);
    this.isFresh = false;
  }

  /** What factors and rows add to the risk of moving a variable: the free ones cannot follow as they would like. */
  riskOf(variable: number, covariances: Float64Array): number {
    const { scratch, free } = this;
    const all = this.factors + this.count;
    if (all === 0) return 0;
    this.refactor();
    for (let a = 0; a < all; a++) {
      scratch[a] = this.entryOf(a, variable) - dot(covariances, this.columnOf(a), free.count);
    }
    this.forward(scratch);
    return dot(scratch, scratch, all);
  }

  /**
   * From L⁻¹b in `step`: writes L⁻¹(b − C'ν) there and ν into `prices`, such that C·x is the rows' sides (0 where none are given).
   *
   * `making` names a variable whose own exposure to the factors is to be made up for.
   */
  eliminate(
    step: Float64Array,
    prices: Float64Array,
    sides: Float64Array | undefined,
    making = -1,
  ): void {
    const { scratch, rows, factors, own, directions } = this;
    const all = factors + this.count;
    if (all === 0) return;
    const room = factors + this.free.count;
    this.refactor();
    for (let a = 0; a < all; a++) {
      let side = 0;
      if (a >= factors) side = sides === undefined ? 0 : sides[rows[a - factors]!]!;
      else if (making >= 0) side = this.entryOf(a, making);
      scratch[a] = -side;
    }
    this.forward(scratch);
    this.write(step, own);
    for (let a = 0; a < all; a++) {
      const share = scratch[a]! + dot(own, directions[a]!, room);
      scratch[a] = share;
      subtract(own, share, directions[a]!, room);
    }
    for (let k = factors; k < room; k++) step[k - factors] = own[k]!;
    this.backward(scratch);
    for (let a = factors; a < all; a++) prices[rows[a - factors]!] = scratch[a]!;
  }

  /** Q and R, made anew when rows or free variables have changed: there are few rows. */
  private refactor(): void {
    if (this.isFresh) return;
    const { directions, triangle, inverse, factors, free, most } = this;
    const room = factors + free.count;
    for (let a = 0; a < factors + this.count; a++) {
      const direction = directions[a] ?? new Float64Array(this.own.length);
      directions[a] = direction;
      this.write(this.columnOf(a), direction);
      if (a < factors) direction[a] = 1;
      const whole = dot(direction, direction, room);
      for (let b = 0; b < a; b++) triangle[b * most + a] = 0;
      this.takeOut(direction, a, a);
      const rest = dot(direction, direction, room);
      // A row that the others imply has no price of its own.
      const scale = rest > IMPLIED * whole ? 1 / Math.sqrt(rest) : 0;
      inverse[a] = scale;
      for (let k = 0; k < room; k++) direction[k]! *= scale;
    }
    this.isFresh = true;
  }

  /** A vector by place as one like a column of Q. */
  private write(values: Float64Array, out: Float64Array): void {
    const { factors, free } = this;
    for (let f = 0; f < factors; f++) out[f] = 0;
    for (let k = 0; k < free.count; k++) out[factors + k] = values[k]!;
  }

  /** Leaves what is orthogonal to the first `many` directions; how much of each was in it goes to a column of R. */
  private takeOut(values: Float64Array, many: number, column = -1): void {
    const { directions, triangle, factors, free, most } = this;
    const room = factors + free.count;
    let before = dot(values, values, room);
    for (let pass = 0; pass < 2; pass++) {
      for (let b = 0; b < many; b++) {
        const share = dot(values, directions[b]!, room);
        subtract(values, share, directions[b]!, room);
        if (column >= 0) triangle[b * most + column]! += share;
      }
      const after = dot(values, values, room);
      if (after > MUCH * before) return;
      before = after;
    }
  }

  /** Solves with R'. */
  private forward(values: Float64Array): void {
    const { triangle, inverse, most } = this;
    for (let a = 0; a < this.factors + this.count; a++) {
      let sum = values[a]!;
      for (let b = 0; b < a; b++) sum -= triangle[b * most + a]! * values[b]!;
      values[a] = sum * inverse[a]!;
    }
  }

  /** Solves with R. */
  private backward(values: Float64Array): void {
    const { triangle, inverse, most } = this;
    const all = this.factors + this.count;
    for (let a = all - 1; a >= 0; a--) {
      let sum = values[a]!;
      for (let b = a + 1; b < all; b++) sum -= triangle[a * most + b]! * values[b]!;
      values[a] = sum * inverse[a]!;
    }
  }

  /** The solved column of a factor, or of an active row. */
  private columnOf(a: number): Float64Array {
    return this.solved[a < this.factors ? a : this.factors + this.rows[a - this.factors]!]!;
  }

  /** A variable's exposure to a factor, or its coefficient in an active row. */
  private entryOf(a: number, variable: number): number {
    const { program, factors, rows } = this;
    if (a >= factors) return program.rows.matrix[rows[a - factors]! * program.size + variable]!;
    const { split, risk } = program;
    const { loadings } = risk.factors!;
    if (split === undefined) return loadings[variable * factors + a]!;
    return split.sign[variable]! * loadings[split.asset[variable]! * factors + a]!;
  }
}

function subtract(values: Float64Array, share: number, other: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) values[k]! -= share * other[k]!;
}
