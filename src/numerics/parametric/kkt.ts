import { ActiveRows } from './active-rows.js';
import { dot } from './dot.js';
import { FreeSet, type FreeVariables } from './free-set.js';
import type { ParametricProgram } from './program.js';
import type { RiskModel } from './risk-model.js';
import { SpecificSet } from './specific-set.js';

/** A pivot below this part of the variance is rounding: the variable adds no risk of its own. */
const NO_RISK = 1e-11;

/** What such a pivot is taken to be instead; refinement then takes the difference out again. */
const BOOST = 1e-8;

/** Beside boosted pivots, one below this part of the variance may be theirs alone. */
const DOUBTFUL = 1e-5;

/** A pivot further below zero than this part of the variance is no rounding. */
const CONCAVE = 1e-8;

/** What freeing a variable came to. */
export type Entry = 'entered' | 'flat' | 'concave';

/**
 * The equations of the optimum for a set of free variables F and active rows:
 *
 *     Σ_FF·x_F + C'ν = b,   C·x_F = c
 *
 * kept factored while variables and rows come and go. Σ_FF has its Cholesky factor, and the rows a small Schur complement.
 */
export class Kkt {
  readonly free: FreeVariables;
  readonly active: ActiveRows;
  /** x_F by place, after a solution. */
  readonly step: Float64Array;
  /** ν by row, after a solution. Rows that are not active have 0. */
  readonly prices: Float64Array;
  /** The number of risk factors that stand beside the rows, 0 where the whole of Σ_FF is factored. */
  readonly factors: number;
  /** How many free variables have a boosted pivot. */
  boosted = 0;
  /** How many free variables each asset has. */
  readonly held: Int32Array;
  private readonly isBoosted: Uint8Array;
  /** L⁻¹p. */
  private readonly solvedSlope: Float64Array;
  private readonly column: Float64Array;
  private readonly assets: Int32Array;
  /** A pivot without any scale of its own is boosted as if the variable had this variance. */
  private typicalVariance = 1;

  constructor(public program: ParametricProgram) {
    const { size, rows, risk } = program;
    this.factors = factorsUsed(risk);
    this.free = this.factors > 0 ? new SpecificSet(size) : new FreeSet(size);
    this.active = new ActiveRows(this.free, program, this.factors);
    this.step = new Float64Array(size);
    this.prices = new Float64Array(rows.count);
    this.held = new Int32Array(risk.size);
    this.isBoosted = new Uint8Array(size);
    this.solvedSlope = new Float64Array(size);
    this.column = new Float64Array(size);
    this.assets = new Int32Array(size);
  }

  /** Begins anew, with nothing free and nothing active, on a program of the same size. */
  load(program: ParametricProgram): void {
    this.program = program;
    this.free.clear();
    this.active.load(program);
    this.held.fill(0);
    this.isBoosted.fill(0);
    this.boosted = 0;
    this.prices.fill(0);
    const { diagonal, size } = program.risk;
    let sum = 0;
    for (let i = 0; i < size; i++) sum += diagonal[i]!;
    this.typicalVariance = sum / size || 1;
  }

  /** The variance of one unit of a variable. */
  varianceOf(variable: number): number {
    return this.program.risk.diagonal[this.assetOf(variable)]!;
  }

  /**
   * Frees a variable, unless moving it (the rows kept, the others following) would meet no risk: that is `flat`, and nothing
   * has changed. `unconditionally` frees it all the same. A risk below zero is `concave`.
   */
  enter(variable: number, mode?: 'unconditionally'): Entry {
    const { free, program, solvedSlope } = this;
    const column = this.gather(variable);
    free.forward(column);
    const variance = this.varianceOf(variable);
    const scale = variance || this.typicalVariance;
    const own = this.factors === 0 ? variance : this.specificOf(variable);
    const pivot = own - dot(column, column, free.count);
    if (pivot < -CONCAVE * scale && this.isConcave(variable)) return 'concave';
    if (mode === undefined && this.isFlat(variable, column, pivot / scale)) return 'flat';
    const boost = pivot <= NO_RISK * scale;
    const used = boost ? BOOST * scale : pivot;
    const root = Math.sqrt(used);
    const place = free.count;
    solvedSlope[place] = (program.slope[variable]! - dot(column, solvedSlope, place)) / root;
    this.active.append(variable, column, root);
    free.append(variable, column, used);
    this.held[this.assetOf(variable)]!++;
    if (boost) {
      this.isBoosted[variable] = 1;
      this.boosted++;
    }
    return 'entered';
  }

  /** Binds a free variable. */
  leave(variable: number): void {
    const { free } = this;
    const place = free.remove(variable);
    free.rotate(this.solvedSlope, place);
    this.active.rotate(place);
    this.held[this.assetOf(variable)]!--;
    if (this.isBoosted[variable] === 1) {
      this.isBoosted[variable] = 0;
      this.boosted--;
    }
  }

  /** Lets a row go. */
  leaveRow(row: number): void {
    this.active.leave(row);
    this.prices[row] = 0;
  }

  /** Solves with b = p and c = 0: how x_F and ν grow with the parameter. */
  solveSlope(): void {
    const { step, solvedSlope, free } = this;
    for (let k = 0; k < free.count; k++) step[k] = solvedSlope[k]!;
    this.finish(undefined);
  }

  /** Solves with b by place, standing in `step`, and c by row; without them c is 0. */
  solve(rowSides?: Float64Array): void {
    this.free.forward(this.step);
    this.finish(rowSides);
  }

  /** Solves with b and c as one variable's covariances and coefficients: how the free ones would make up for it. */
  solveColumn(variable: number): void {
    const { step, free, program, active } = this;
    const column = this.gather(variable);
    for (let k = 0; k < free.count; k++) step[k] = column[k]!;
    const sides = new Float64Array(program.rows.count);
    for (let a = 0; a < active.count; a++) {
      const row = active.rows[a]!;
      sides[row] = program.rows.matrix[row * program.size + variable]!;
    }
    free.forward(step);
    this.finish(sides, variable);
  }

  /** Solves with b = 0 and c given in one row: the move of least risk that changes only this row. */
  solveRow(row: number, side: number): void {
    this.step.fill(0, 0, this.free.count);
    const sides = new Float64Array(this.program.rows.count);
    sides[row] = side;
    this.finish(sides);
  }

  /** Whether letting a row go would open a direction without risk. That takes a pivot that was boosted. */
  isFlatWithout(row: number): boolean {
    if (this.boosted === 0) return false;
    this.solveRow(row, 1);
    return this.isStepFlat(-1);
  }

  /** Whether a variable, the free ones following it, would meet no risk. */
  private isFlat(variable: number, column: Float64Array, pivot: number): boolean {
    if (this.boosted === 0) {
      if (pivot > NO_RISK) return false;
      const scale = this.varianceOf(variable) || this.typicalVariance;
      return pivot + this.active.riskOf(variable, column) / scale <= NO_RISK;
    }
    // A boosted pivot hides flatness: the direction's own risk is looked at.
    if (pivot > DOUBTFUL) return false;
    this.solveColumn(variable);
    const flat = this.isStepFlat(variable);
    // The column was needed for that, and is solved again.
    this.free.forward(this.gather(variable));
    return flat;
  }

  /**
   * Whether a risk below zero is none of rounding, of which much is left where free variables nearly make up for each other and long steps follow:
   * the direction's own risk is looked at. Its column is solved forward.
   */
  private isConcave(variable: number): boolean {
    const { free, step, column } = this;
    // What is apart from the factors is each variable's own.
    if (this.factors > 0) return true;
    step.set(column.subarray(0, free.count));
    free.backward(step);
    const { variance, size } = this.riskOfStep(variable);
    return variance < -CONCAVE * size;
  }

  /** Whether the step, less one unit of a bound variable, has no risk of its own. */
  private isStepFlat(along: number): boolean {
    const { variance, size } = this.riskOfStep(along);
    return variance <= NO_RISK * size;
  }

  /** The risk of the step less one unit of a bound variable, and of its parts by themselves. */
  private riskOfStep(along: number): { readonly variance: number; readonly size: number } {
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
    if (split !== undefined) {
      for (let k = 0; k < count; k++) values[k]! *= split.sign[variables[k]!]!;
    }
    const image = new Float64Array(risk.size);
    risk.accumulate(assets, values, count, image);
    let variance = 0;
    let size = 0;
    for (let k = 0; k < count; k++) {
      variance += values[k]! * image[assets[k]!]!;
      size += values[k]! * values[k]! * (risk.diagonal[assets[k]!]! || typicalVariance);
    }
    return { variance, size };
  }

  /** From L⁻¹b in `step`. */
  private finish(rowSides: Float64Array | undefined, making = -1): void {
    this.active.eliminate(this.step, this.prices, rowSides, making);
    this.free.backward(this.step);
  }

  private assetOf(variable: number): number {
    const { split } = this.program;
    return split === undefined ? variable : split.asset[variable]!;
  }

  private specificOf(variable: number): number {
    return this.program.risk.factors!.specific[this.assetOf(variable)]!;
  }

  /** The free variables' covariance with one variable, by place; none beside the factors where those stand apart. */
  private gather(variable: number): Float64Array {
    const { column, free, assets } = this;
    if (this.factors > 0) return column.fill(0, 0, free.count);
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
}

/** So many assets for each factor make it worth while to keep the factors apart. */
const APART = 8;

/** How many factors of a covariance are kept apart from what is each asset's own: all or none. */
export function factorsUsed({ size, factors }: RiskModel): number {
  if (factors === undefined || APART * factors.count > size) return 0;
  return factors.count;
}
