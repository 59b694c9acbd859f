import { dot } from './dot.js';
import type { FreeVariables } from './free-set.js';
import type { ParametricProgram } from './program.js';

/** Of a row's own part, so much has to be left beside the others for it to be independent of them. */
const INDEPENDENT = 1e-12;

/** The same where a factor is made: less is a row that the others imply. */
const IMPLIED = 1e-15;

/**
 * The active rows C over the free variables: Y = L⁻¹C', and the factored Schur complement Y'Y.
 *
 * Where risk comes by factors, the factors stand before the rows for good: their exposures η = B'x are unknowns like the rows'
 * prices, with B'x − η = 0 in place of Cx = c, which adds 1 to their diagonal of Y'Y.
 */
export class ActiveRows {
  /** The active rows, in the order in which they came. */
  readonly rows: Int32Array;
  count = 0;
  /** Y by column: the factors, then every row that was ever active. */
  private readonly solved: (Float64Array | undefined)[] = [];
  private readonly factor: Float64Array;
  private readonly inverse: Float64Array;
  private readonly scratch: Float64Array;
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
    this.factor = new Float64Array(most * most);
    this.inverse = new Float64Array(most);
    this.scratch = new Float64Array(most);
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

  private isIndependent(own: Float64Array): boolean {
    const { scratch, free } = this;
    const all = this.factors + this.count;
    const square = dot(own, own, free.count);
    if (square === 0) return false;
    this.refactor();
    for (let a = 0; a < all; a++) scratch[a] = dot(own, this.columnOf(a), free.count);
    this.forward(scratch);
    return square - dot(scratch, scratch, all) > INDEPENDENT * square;
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
    const { scratch, rows, factors } = this;
    const all = factors + this.count;
    if (all === 0) return;
    const free = this.free.count;
    this.refactor();
    for (let a = 0; a < all; a++) {
      let side = 0;
      if (a >= factors) side = sides === undefined ? 0 : sides[rows[a - factors]!]!;
      else if (making >= 0) side = this.entryOf(a, making);
      scratch[a] = dot(step, this.columnOf(a), free) - side;
    }
    this.forward(scratch);
    this.backward(scratch);
    for (let a = 0; a < all; a++) {
      const price = scratch[a]!;
      if (a >= factors) prices[rows[a - factors]!] = price;
      const own = this.columnOf(a);
      for (let k = 0; k < free; k++) step[k]! -= price * own[k]!;
    }
  }

  /** Cholesky factor of Y'Y, made anew when rows or free variables have changed: there are few rows. */
  private refactor(): void {
    if (this.isFresh) return;
    const { factor, inverse, factors, free } = this;
    const all = factors + this.count;
    for (let a = 0; a < all; a++) {
      const first = this.columnOf(a);
      for (let b = 0; b <= a; b++) {
        const extra = a === b && a < factors ? 1 : 0;
        const whole = dot(first, this.columnOf(b), free.count) + extra;
        let rest = whole;
        for (let c = 0; c < b; c++) rest -= factor[a * all + c]! * factor[b * all + c]!;
        if (b < a) factor[a * all + b] = rest * inverse[b]!;
        else this.setDiagonal(a, rest, whole);
      }
    }
    this.isFresh = true;
  }

  private setDiagonal(a: number, rest: number, whole: number): void {
    const root = Math.sqrt(Math.max(0, rest));
    // A row that the others imply has no price of its own.
    const isImplied = !(rest > IMPLIED * whole);
    this.factor[a * (this.factors + this.count) + a] = isImplied ? 1 : root;
    this.inverse[a] = isImplied ? 0 : 1 / root;
  }

  private forward(values: Float64Array): void {
    const { factor, inverse } = this;
    const all = this.factors + this.count;
    for (let a = 0; a < all; a++) {
      let sum = values[a]!;
      for (let b = 0; b < a; b++) sum -= factor[a * all + b]! * values[b]!;
      values[a] = sum * inverse[a]!;
    }
  }

  private backward(values: Float64Array): void {
    const { factor, inverse } = this;
    const all = this.factors + this.count;
    for (let a = all - 1; a >= 0; a--) {
      let sum = values[a]!;
      for (let b = a + 1; b < all; b++) sum -= factor[b * all + a]! * values[b]!;
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
