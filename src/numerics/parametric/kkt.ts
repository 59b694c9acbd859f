import { FreeSet } from './free-set.js';
import type { ParametricProgram } from './program.js';

/** A pivot below this part of the variance is rounding: the variable adds no risk of its own. */
const NO_RISK = 1e-11;

/** What such a pivot is taken to be instead; refinement then takes the difference out again. */
const BOOST = 1e-8;

/** Beside boosted pivots, one below this part of the variance may be theirs alone. */
const DOUBTFUL = 1e-5;

/** What freeing a variable came to. */
export type Entry = 'entered' | 'flat' | 'concave';

/**
 * The equations of the optimum for a set of free variables F and active rows R:
 *
 *     Σ_FF·x_F + C'ν = b,   C·x_F = c
 *
 * kept factored while variables and rows come and go. Σ_FF has its Cholesky factor, and the rows a small Schur complement.
 */
export class Kkt {
  readonly free: FreeSet;
  /** The active rows, in the order in which they came. */
  readonly active: Int32Array;
  activeCount = 0;
  /** x_F by place, after `solve`. */
  readonly step: Float64Array;
  /** ν by row, after `solve`. Rows that are not active have 0. */
  readonly prices: Float64Array;
  /** How many free variables have a boosted pivot. */
  boosted = 0;
  /** Whether any pivot was ever boosted. */
  everBoosted = false;
  /** How many free variables each asset has. */
  readonly held: Int32Array;
  private readonly isBoosted: Uint8Array;
  private readonly solvedSlope: Float64Array;
  private readonly solvedRows: (Float64Array | undefined)[] = [];
  private readonly column: Float64Array;
  private readonly assets: Int32Array;
  private readonly schur: Float64Array;
  private readonly schurInverse: Float64Array;
  private readonly unexplained: Float64Array;
  private schurIsFresh = false;
  /** A pivot without any scale of its own is boosted as if the variable had this variance. */
  private typicalVariance = 1;

  constructor(public program: ParametricProgram) {
    const { size, rows, risk } = program;
    this.free = new FreeSet(size);
    this.active = new Int32Array(rows.count);
    this.step = new Float64Array(size);
    this.prices = new Float64Array(rows.count);
    this.held = new Int32Array(risk.size);
    this.isBoosted = new Uint8Array(size);
    this.solvedSlope = new Float64Array(size);
    this.column = new Float64Array(size);
    this.assets = new Int32Array(size);
    this.schur = new Float64Array(rows.count * rows.count);
    this.schurInverse = new Float64Array(rows.count);
    this.unexplained = new Float64Array(rows.count);
  }

  /** Begins anew, with nothing free and nothing active, on a program of the same size. */
  load(program: ParametricProgram): void {
    this.program = program;
    this.free.clear();
    this.held.fill(0);
    this.isBoosted.fill(0);
    this.boosted = 0;
    this.everBoosted = false;
    this.prices.fill(0);
    this.activeCount = 0;
    this.schurIsFresh = false;
    const { diagonal, size } = program.risk;
    let sum = 0;
    for (let i = 0; i < size; i++) sum += diagonal[i]!;
    this.typicalVariance = sum / size || 1;
  }

  /** An estimate, from below, of the condition number of the free variables' risk. */
  condition(): number {
    return this.free.condition();
  }

  /** The variance of one unit of a variable. */
  varianceOf(variable: number): number {
    return this.program.risk.diagonal[this.assetOf(variable)]!;
  }

  private assetOf(variable: number): number {
    const { split } = this.program;
    return split === undefined ? variable : split.asset[variable]!;
  }

  /** Free variables' covariance with one variable, by place, into `column`. */
  private gather(variable: number): Float64Array {
    const { column, free, assets } = this;
    const { risk, split } = this.program;
    const { members, count } = free;
    if (split === undefined) {
      risk.gather(variable, members, count, column);
      return column;
    }
    for (let k = 0; k < count; k++) assets[k] = split.asset[members[k]!]!;
    risk.gather(split.asset[variable]!, assets, count, column);
    const sign = split.sign[variable]!;
    for (let k = 0; k < count; k++) column[k]! *= sign * split.sign[members[k]!]!;
    return column;
  }

  /**
   * Frees a variable, unless moving it (the rows kept, the others following) would meet no risk: that is `flat`, and nothing
   * has changed. `unconditionally` frees it all the same. A risk below zero is `concave`.
   */
  enter(variable: number, mode?: 'unconditionally'): Entry {
    const { free, program, solvedSlope } = this;
    const solved = this.gather(variable);
    free.forward(solved);
    const variance = this.varianceOf(variable);
    const pivot = variance - dot(solved, solved, free.count);
    const scale = variance || this.typicalVariance;
    if (pivot < -1e-8 * scale) return 'concave';
    if (mode === undefined && this.isFlat(variable, solved, pivot / scale)) return 'flat';
    const boost = pivot <= NO_RISK * scale;
    const used = boost ? BOOST * scale : pivot;
    const root = Math.sqrt(used);
    const place = free.count;
    solvedSlope[place] = (program.slope[variable]! - dot(solved, solvedSlope, place)) / root;
    for (let a = 0; a < this.activeCount; a++) {
      const row = this.active[a]!;
      const solvedRow = this.solvedRows[row]!;
      const entry = program.rows.matrix[row * program.size + variable]!;
      solvedRow[place] = (entry - dot(solved, solvedRow, place)) / root;
    }
    free.append(variable, solved, used);
    this.held[this.assetOf(variable)]!++;
    if (boost) {
      this.isBoosted[variable] = 1;
      this.boosted++;
      this.everBoosted = true;
    }
    this.schurIsFresh = false;
    return 'entered';
  }

  /** Whether a variable, the free ones following it, would meet no risk. */
  private isFlat(variable: number, solved: Float64Array, pivot: number): boolean {
    if (this.boosted === 0) {
      if (pivot > NO_RISK) return false;
      const scale = this.varianceOf(variable) || this.typicalVariance;
      return pivot + this.riskOfRows(variable, solved) / scale <= NO_RISK;
    }
    // A boosted pivot hides flatness: the direction's own risk is looked at.
    if (pivot > DOUBTFUL) return false;
    this.solveColumn(variable);
    const flat = this.isStepFlat(variable);
    // The column was needed for that, and is solved again.
    this.free.forward(this.gather(variable));
    return flat;
  }

  /** What the rows add to the risk of moving a variable: the free ones cannot follow as they would like. */
  private riskOfRows(variable: number, solved: Float64Array): number {
    const { program, unexplained, activeCount } = this;
    if (activeCount === 0) return 0;
    this.factorSchur();
    for (let a = 0; a < activeCount; a++) {
      const row = this.active[a]!;
      const entry = program.rows.matrix[row * program.size + variable]!;
      unexplained[a] = entry - dot(solved, this.solvedRows[row]!, this.free.count);
    }
    this.schurForward(unexplained);
    return dot(unexplained, unexplained, activeCount);
  }

  /** Binds a free variable. */
  leave(variable: number): void {
    const { free } = this;
    const place = free.remove(variable);
    this.held[this.assetOf(variable)]!--;
    free.rotate(this.solvedSlope, place);
    for (let a = 0; a < this.activeCount; a++) {
      free.rotate(this.solvedRows[this.active[a]!]!, place);
    }
    if (this.isBoosted[variable] === 1) {
      this.isBoosted[variable] = 0;
      this.boosted--;
    }
    this.schurIsFresh = false;
  }

  /** Makes a row active. False when it depends on the active rows, and nothing has changed. */
  enterRow(row: number, mode?: 'unconditionally'): boolean {
    const { free, program } = this;
    const solved = (this.solvedRows[row] ??= new Float64Array(program.size));
    const start = row * program.size;
    for (let k = 0; k < free.count; k++) solved[k] = program.rows.matrix[start + free.members[k]!]!;
    free.forward(solved);
    if (mode === undefined && !this.isIndependent(solved)) return false;
    this.active[this.activeCount++] = row;
    this.schurIsFresh = false;
    return true;
  }

  private isIndependent(solved: Float64Array): boolean {
    const { unexplained, free, activeCount } = this;
    const square = dot(solved, solved, free.count);
    if (square === 0) return false;
    this.factorSchur();
    for (let a = 0; a < activeCount; a++) {
      unexplained[a] = dot(solved, this.solvedRows[this.active[a]!]!, free.count);
    }
    this.schurForward(unexplained);
    return square - dot(unexplained, unexplained, activeCount) > 1e-12 * square;
  }

  /** Lets a row go. */
  leaveRow(row: number): void {
    const { active } = this;
    let a = 0;
    while (active[a] !== row) a++;
    this.activeCount--;
    for (; a < this.activeCount; a++) active[a] = active[a + 1]!;
    this.prices[row] = 0;
    this.schurIsFresh = false;
  }

  /** Solves with b = p and c = 0: how x_F and ν grow with the parameter. */
  solveSlope(): void {
    const { step, solvedSlope, free } = this;
    for (let k = 0; k < free.count; k++) step[k] = solvedSlope[k]!;
    this.finish(undefined);
  }

  /** Solves with b by place, standing in `step`, and c by row; b is zero before the place `from`. */
  solve(rowSides: Float64Array | undefined, from = 0): void {
    this.free.forward(this.step, from);
    this.finish(rowSides);
  }

  /** Solves with b and c as one variable's covariances and coefficients: how the free ones would make up for it. */
  solveColumn(variable: number): void {
    const { step, free, program } = this;
    const column = this.gather(variable);
    for (let k = 0; k < free.count; k++) step[k] = column[k]!;
    free.forward(step);
    const sides = new Float64Array(program.rows.count);
    for (let a = 0; a < this.activeCount; a++) {
      const row = this.active[a]!;
      sides[row] = program.rows.matrix[row * program.size + variable]!;
    }
    this.finish(sides);
  }

  /** Solves with b = 0 and c one in a row: the move of least risk that changes only this row. */
  solveRow(row: number, side: number): void {
    const { step, free, program } = this;
    for (let k = 0; k < free.count; k++) step[k] = 0;
    const sides = new Float64Array(program.rows.count);
    sides[row] = side;
    this.finish(sides);
  }

  /** Whether letting a row go would open a direction without risk. That takes a pivot that was boosted. */
  isFlatWithout(row: number): boolean {
    if (this.boosted === 0) return false;
    this.solveRow(row, 1);
    return this.isStepFlat(-1);
  }

  /** Whether the step, less one unit of a bound variable, has no risk of its own. */
  private isStepFlat(along: number): boolean {
    const { free, step, program, typicalVariance } = this;
    const { risk, split } = program;
    const count = along < 0 ? free.count : free.count + 1;
    const variables = Int32Array.from(free.members.subarray(0, count));
    const values = step.slice(0, count);
    if (along >= 0) {
      variables[count - 1] = along;
      values[count - 1] = -1;
    }
    const assets = variables.map((variable) => this.assetOf(variable));
    if (split !== undefined) variables.forEach((v, k) => (values[k]! *= split.sign[v]!));
    const image = new Float64Array(risk.size);
    risk.accumulate(assets, values, count, image);
    let variance = 0;
    let size = 0;
    for (let k = 0; k < count; k++) {
      variance += values[k]! * image[assets[k]!]!;
      size += values[k]! * values[k]! * (risk.diagonal[assets[k]!]! || typicalVariance);
    }
    return variance <= NO_RISK * size;
  }

  /** From L⁻¹b in `step`. */
  private finish(rowSides: Float64Array | undefined): void {
    const { step, free, active, activeCount, unexplained, prices } = this;
    const { count } = free;
    if (activeCount > 0) {
      this.factorSchur();
      for (let a = 0; a < activeCount; a++) {
        const row = active[a]!;
        const side = rowSides === undefined ? 0 : rowSides[row]!;
        unexplained[a] = dot(step, this.solvedRows[row]!, count) - side;
      }
      this.schurForward(unexplained);
      this.schurBackward(unexplained);
      for (let a = 0; a < activeCount; a++) {
        const row = active[a]!;
        const price = unexplained[a]!;
        prices[row] = price;
        const solvedRow = this.solvedRows[row]!;
        for (let k = 0; k < count; k++) step[k]! -= price * solvedRow[k]!;
      }
    }
    free.backward(step);
  }

  /** Cholesky factor of the Schur complement Y'Y, where Y holds the solved rows. */
  private factorSchur(): void {
    if (this.schurIsFresh) return;
    const { schur, schurInverse, active, activeCount, solvedRows, free } = this;
    for (let a = 0; a < activeCount; a++) {
      const first = solvedRows[active[a]!]!;
      for (let b = 0; b <= a; b++) {
        let sum = dot(first, solvedRows[active[b]!]!, free.count);
        const whole = sum;
        for (let c = 0; c < b; c++)
          sum -= schur[a * activeCount + c]! * schur[b * activeCount + c]!;
        if (b < a) schur[a * activeCount + b] = sum * schurInverse[b]!;
        else if (sum > 1e-15 * whole) {
          const root = Math.sqrt(sum);
          schur[a * activeCount + a] = root;
          schurInverse[a] = 1 / root;
        } else {
          // A row that the others imply: its price is taken to be nothing.
          schur[a * activeCount + a] = 1;
          schurInverse[a] = 0;
        }
      }
    }
    this.schurIsFresh = true;
  }

  private schurForward(values: Float64Array): void {
    const { schur, schurInverse, activeCount } = this;
    for (let a = 0; a < activeCount; a++) {
      let sum = values[a]!;
      for (let b = 0; b < a; b++) sum -= schur[a * activeCount + b]! * values[b]!;
      values[a] = sum * schurInverse[a]!;
    }
  }

  private schurBackward(values: Float64Array): void {
    const { schur, schurInverse, activeCount } = this;
    for (let a = activeCount - 1; a >= 0; a--) {
      let sum = values[a]!;
      for (let b = a + 1; b < activeCount; b++) sum -= schur[b * activeCount + a]! * values[b]!;
      values[a] = sum * schurInverse[a]!;
    }
  }
}

function dot(a: Float64Array, b: Float64Array, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < count; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}
