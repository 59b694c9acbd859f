import { dot } from './dot.js';
import type { FreeSet } from './free-set.js';
import type { ParametricRows } from './program.js';

/** Of a row's own part, so much has to be left beside the others for it to be independent of them. */
const INDEPENDENT = 1e-12;

/** The same where a factor is made: less is a row that the others imply. */
const IMPLIED = 1e-15;

/**
 * The active rows C over the free variables: Y = L⁻¹C', and the factored Schur complement Y'Y.
 */
export class ActiveRows {
  /** The active rows, in the order in which they came. */
  readonly rows: Int32Array;
  count = 0;
  private readonly solved: (Float64Array | undefined)[] = [];
  private readonly factor: Float64Array;
  private readonly inverse: Float64Array;
  private readonly scratch: Float64Array;
  private isFresh = false;
  private matrix: ParametricRows['matrix'] = new Float64Array(0);

  constructor(
    private readonly free: FreeSet,
    private readonly size: number,
    most: number,
  ) {
    this.rows = new Int32Array(most);
    this.factor = new Float64Array(most * most);
    this.inverse = new Float64Array(most);
    this.scratch = new Float64Array(most);
  }

  load({ matrix }: ParametricRows): void {
    this.matrix = matrix;
    this.count = 0;
    this.isFresh = false;
  }

  /** Makes a row active. False when it depends on the active rows, and nothing has changed. */
  enter(row: number, mode?: 'unconditionally'): boolean {
    const { free, size, matrix } = this;
    const solved = this.roomFor(row);
    const start = row * size;
    for (let k = 0; k < free.count; k++) solved[k] = matrix[start + free.members[k]!]!;
    free.forward(solved);
    if (mode === undefined && !this.isIndependent(solved)) return false;
    this.rows[this.count++] = row;
    this.isFresh = false;
    return true;
  }

  private roomFor(row: number): Float64Array {
    const room = this.solved[row] ?? new Float64Array(this.size);
    this.solved[row] = room;
    return room;
  }

  private isIndependent(own: Float64Array): boolean {
    const { scratch, free, count, rows, solved } = this;
    const square = dot(own, own, free.count);
    if (square === 0) return false;
    this.refactor();
    for (let a = 0; a < count; a++) scratch[a] = dot(own, solved[rows[a]!]!, free.count);
    this.forward(scratch);
    return square - dot(scratch, scratch, count) > INDEPENDENT * square;
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
  append(variable: number, column: Float64Array, root: number): void {
    const place = this.free.count;
    for (let a = 0; a < this.count; a++) {
      const solved = this.solved[this.rows[a]!]!;
      const entry = this.matrix[this.rows[a]! * this.size + variable]!;
      solved[place] = (entry - dot(column, solved, place)) / root;
    }
    this.isFresh = false;
  }

  /** A variable at a place was bound. */
  rotate(place: number): void {
    for (let a = 0; a < this.count; a++) this.free.rotate(this.solved[this.rows[a]!]!, place);
    this.isFresh = false;
  }

  /** What the rows add to the risk of moving a variable: the free ones cannot follow as they would like. */
  riskOf(variable: number, column: Float64Array): number {
    const { scratch, count, rows, solved, free } = this;
    if (count === 0) return 0;
    this.refactor();
    for (let a = 0; a < count; a++) {
      const entry = this.matrix[rows[a]! * this.size + variable]!;
      scratch[a] = entry - dot(column, solved[rows[a]!]!, free.count);
    }
    this.forward(scratch);
    return dot(scratch, scratch, count);
  }

  /**
   * From L⁻¹b in `step`: writes L⁻¹(b − C'ν) there and ν into `prices`, such that C·x is the rows' sides (0 where none are given).
   */
  eliminate(step: Float64Array, prices: Float64Array, sides: Float64Array | undefined): void {
    const { scratch, count, rows, solved } = this;
    if (count === 0) return;
    const free = this.free.count;
    this.refactor();
    for (let a = 0; a < count; a++) {
      const side = sides === undefined ? 0 : sides[rows[a]!]!;
      scratch[a] = dot(step, solved[rows[a]!]!, free) - side;
    }
    this.forward(scratch);
    this.backward(scratch);
    for (let a = 0; a < count; a++) {
      const price = scratch[a]!;
      prices[rows[a]!] = price;
      const own = solved[rows[a]!]!;
      for (let k = 0; k < free; k++) step[k]! -= price * own[k]!;
    }
  }

  /** Cholesky factor of Y'Y, made anew when rows or free variables have changed: there are few rows. */
  private refactor(): void {
    if (this.isFresh) return;
    const { factor, inverse, count, rows, solved, free } = this;
    for (let a = 0; a < count; a++) {
      const first = solved[rows[a]!]!;
      for (let b = 0; b <= a; b++) {
        const whole = dot(first, solved[rows[b]!]!, free.count);
        let rest = whole;
        for (let c = 0; c < b; c++) rest -= factor[a * count + c]! * factor[b * count + c]!;
        if (b < a) factor[a * count + b] = rest * inverse[b]!;
        else this.setDiagonal(a, rest, whole);
      }
    }
    this.isFresh = true;
  }

  private setDiagonal(a: number, rest: number, whole: number): void {
    const root = Math.sqrt(Math.max(0, rest));
    // A row that the others imply has no price of its own.
    const isImplied = !(rest > IMPLIED * whole);
    this.factor[a * this.count + a] = isImplied ? 1 : root;
    this.inverse[a] = isImplied ? 0 : 1 / root;
  }

  private forward(values: Float64Array): void {
    const { factor, inverse, count } = this;
    for (let a = 0; a < count; a++) {
      let sum = values[a]!;
      for (let b = 0; b < a; b++) sum -= factor[a * count + b]! * values[b]!;
      values[a] = sum * inverse[a]!;
    }
  }

  private backward(values: Float64Array): void {
    const { factor, inverse, count } = this;
    for (let a = count - 1; a >= 0; a--) {
      let sum = values[a]!;
      for (let b = a + 1; b < count; b++) sum -= factor[b * count + a]! * values[b]!;
      values[a] = sum * inverse[a]!;
    }
  }
}
