import { Exposure } from './exposure.js';
import { Kkt } from './kkt.js';
import { Move } from './move.js';
import { type ParametricProgram, STANDING } from './program.js';
import { Recorder } from './recorder.js';
import { NOISE, Sizes, ZERO } from './sizes.js';

/** t·p above so many times the gradient of risk drowns it. */
const COARSE = 100;

/** Corrections end after so many passes: what is left then is rounding. */
const PASSES = 4;

/** What is off by less than this part of rounding needs no correction. */
const LAST_BITS = 0.01;

/**
 * A point of a parametric program with everything that says whether it is the best one: where each variable and row stands,
 * the gradient, the prices of rows, and the factored equations.
 */
export class Position {
  readonly kkt: Kkt;
  readonly move: Move;
  readonly sizes: Sizes;
  readonly recorder: Recorder = new Recorder();
  readonly x: Float64Array;
  /** Σw by asset. */
  readonly risk: Float64Array;
  /** Σw + q − tp + C'ν by variable: zero where free, at least 0 at a lower and at most 0 at an upper bound. */
  readonly reduced: Float64Array;
  readonly standing: Int8Array;
  readonly rowStanding: Int8Array;
  /** Cx. */
  readonly rowValues: Float64Array;
  /** ν: at least 0 at an upper limit, at most 0 at a lower one. */
  readonly prices: Float64Array;
  t = 0;
  /** w'Σw. */
  variance = 0;
  /** The largest |x_i|. */
  largest = 0;
  /** Changes of the free variables and active rows. */
  iterations = 0;
  private readonly exposure: Exposure;
  private readonly rowSides: Float64Array;

  constructor(public program: ParametricProgram) {
    const { size, rows, risk } = program;
    this.kkt = new Kkt(program);
    this.exposure = new Exposure(program);
    this.sizes = new Sizes(rows.count);
    this.move = new Move(this.kkt, this.exposure, this.sizes);
    this.x = new Float64Array(size);
    this.risk = new Float64Array(risk.size);
    this.reduced = new Float64Array(size);
    this.standing = new Int8Array(size);
    this.rowStanding = new Int8Array(rows.count);
    this.rowValues = new Float64Array(rows.count);
    this.prices = new Float64Array(rows.count);
    this.rowSides = new Float64Array(rows.count);
  }

  /** Begins anew on a program of the same size: at zero, with nothing free and nothing active. */
  load(program: ParametricProgram): void {
    this.program = program;
    this.kkt.load(program);
    this.exposure.load(program);
    this.move.load(program);
    this.sizes.load(program);
    this.x.fill(0);
    this.prices.fill(0);
    this.standing.fill(STANDING.free);
    this.rowStanding.fill(STANDING.free);
    this.t = 0;
    this.iterations = 0;
  }

  /** Takes the variance and the largest weight of a new point, once for all who measure against them. */
  private takeStock(): void {
    const { x, risk, program } = this;
    const { split, size, base } = program;
    let variance = 0;
    let most = 0;
    if (base !== undefined) for (let a = 0; a < risk.length; a++) variance += base[a]! * risk[a]!;
    for (let i = 0; i < size; i++) {
      const value = x[i]!;
      if (value === 0) continue;
      most = Math.max(most, Math.abs(value));
      variance +=
        split === undefined ? value * risk[i]! : split.sign[i]! * value * risk[split.asset[i]!]!;
    }
    this.variance = Math.max(0, variance);
    this.largest = most;
  }

  /** What gradients are measured against here. */
  gradientSize(): number {
    const { deviation, linear, slope } = this.sizes;
    // Where risks cancel out the gradient is small, but the terms that it is summed from are not.
    const risk = Math.max(Math.sqrt(this.variance), 0.1 * deviation * this.largest);
    return deviation * risk + linear + this.t * slope;
  }

  /** A parameter that is drowned by the rounding of the gradient. */
  negligible(): number {
    const { deviation, slope } = this.sizes;
    return slope === 0 ? 0 : (ZERO * deviation * deviation * this.largest) / slope;
  }

  /** Whether t is so large that beside −tp little is left of the gradient of risk. */
  isCoarse(): boolean {
    const { deviation, linear, slope } = this.sizes;
    const risk = deviation * deviation * this.largest + linear;
    return risk > 0 && this.t * slope > COARSE * risk;
  }

  /**
   * Whether a bound variable may become free: of those that make up one asset's holding only the next in line is. Nothing is
   * bought and sold at once, and no stretch is begun before those within it are full.
   */
  mayEnter(variable: number): boolean {
    const { split } = this.program;
    if (split === undefined) return true;
    if (this.kkt.held[split.asset[variable]!] !== 0) return false;
    return this.isNext(variable, -1) && this.isNext(variable, 1);
  }

  /** Whether no other stretch of the same holding, further down or up the list, comes before a variable. */
  private isNext(variable: number, step: 1 | -1): boolean {
    const { split, size, lower, upper } = this.program;
    const { asset, sign } = split!;
    const rises = this.standing[variable] === STANDING.atLower;
    for (let k = variable + step; k >= 0 && k < size; k += step) {
      if (asset[k] !== asset[variable]) return true;
      const sameWay = sign[k] === sign[variable];
      if (sameWay && step < 0) {
        if (rises && this.x[k] !== upper[k]) return false;
      } else if ((sameWay || rises) && this.x[k] !== lower[k]) return false;
    }
    return true;
  }

  /** Puts a free variable exactly on a bound and binds it. */
  bind(variable: number, standing: number): void {
    const { lower, upper } = this.program;
    this.kkt.leave(variable);
    const low = lower[variable]!;
    const high = upper[variable]!;
    this.x[variable] = standing === STANDING.atLower ? low : high;
    this.standing[variable] = low === high ? STANDING.fixed : standing;
  }

  /** Makes a row active. False when it depends on the active rows, and nothing has changed. */
  enterRow(row: number, standing: number, mode?: 'unconditionally'): boolean {
    if (!this.kkt.active.enter(row, mode)) return false;
    this.rowStanding[row] = standing;
    this.prices[row] = 0;
    return true;
  }

  /** Makes an active row one that holds nothing back, and takes its price out of the gradient. */
  dropRow(row: number): void {
    const { prices, reduced, program } = this;
    const { matrix } = program.rows;
    const price = prices[row]!;
    if (price !== 0) {
      const start = row * program.size;
      for (let i = 0; i < reduced.length; i++) reduced[i]! -= price * matrix[start + i]!;
    }
    prices[row] = 0;
    this.rowStanding[row] = STANDING.free;
    this.kkt.leaveRow(row);
  }

  /** The limit on which an active row stands. */
  limitOf(row: number): number {
    const { rows } = this.program;
    return this.rowStanding[row] === STANDING.atUpper ? rows.upper[row]! : rows.lower[row]!;
  }

  /** Solves for the step that takes the free variables to their minimum. */
  solveStep(): void {
    const { kkt, reduced } = this;
    const { members, count } = kkt.free;
    for (let k = 0; k < count; k++) kkt.step[k] = -reduced[members[k]!]!;
    kkt.solve();
  }

  /** Goes along the move, by `length`. */
  advance(length: number): void {
    const { kkt, move, x, risk, reduced, rowValues, prices } = this;
    const { members, count } = kkt.free;
    for (let k = 0; k < count; k++) x[members[k]!]! += length * move.step[k]!;
    if (move.along >= 0) x[move.along]! += length * move.amount;
    for (let a = 0; a < risk.length; a++) risk[a]! += length * move.risk[a]!;
    for (let i = 0; i < reduced.length; i++) reduced[i]! += length * move.reduced[i]!;
    for (let r = 0; r < rowValues.length; r++) {
      rowValues[r]! += length * move.rows[r]!;
      prices[r]! += length * move.prices[r]!;
    }
    this.t += length * move.drive;
    this.takeStock();
  }

  /** Works out Σw, Cx and the reduced gradient anew from x, ν and t. */
  refresh(): void {
    const { program, exposure, x, risk, rowValues, reduced, prices, t } = this;
    const { size, rows, linear, slope } = program;
    exposure.riskAt(x, risk);
    for (let i = 0; i < size; i++) reduced[i] = linear[i]! - t * slope[i]!;
    exposure.pullBack(risk, reduced);
    exposure.addPrices(this.kkt.active, prices, reduced);
    for (let r = 0; r < rows.count; r++) {
      const start = r * size;
      let sum = 0;
      for (let i = 0; i < size; i++) sum += rows.matrix[start + i]! * x[i]!;
      rowValues[r] = sum;
    }
    this.takeStock();
  }

  /** Works out everything anew, and takes out what rounding has left in x_F and ν beyond the last bits. */
  polish(): void {
    this.refresh();
    let patience = LAST_BITS;
    for (let pass = 0; pass < PASSES && !this.isExact(patience); pass++) {
      this.correct();
      this.refresh();
      patience = 1;
    }
  }

  private correct(): void {
    const { kkt, reduced, x, prices, rowSides, rowValues } = this;
    const { free, active } = kkt;
    for (let k = 0; k < free.count; k++) kkt.step[k] = -reduced[free.members[k]!]!;
    for (let a = 0; a < active.count; a++) {
      const row = active.rows[a]!;
      rowSides[row] = this.limitOf(row) - rowValues[row]!;
    }
    kkt.solve(rowSides);
    for (let k = 0; k < free.count; k++) x[free.members[k]!]! += kkt.step[k]!;
    for (let a = 0; a < active.count; a++) {
      prices[active.rows[a]!]! += kkt.prices[active.rows[a]!]!;
    }
  }

  /** Whether free variables have no gradient left and active rows stand on their limits, up to `patience` times rounding. */
  isExact(patience: number): boolean {
    const { kkt, reduced, rowValues, sizes } = this;
    const { members, count } = kkt.free;
    const gradient = patience * ZERO * this.gradientSize();
    for (let k = 0; k < count; k++) if (Math.abs(reduced[members[k]!]!) > gradient) return false;
    for (let a = 0; a < kkt.active.count; a++) {
      const row = kkt.active.rows[a]!;
      const limit = this.limitOf(row);
      // Many small weights make a sum whose own rounding is more than that of any of them.
      const size = Math.max(this.largest * sizes.rows[row]!, Math.abs(limit));
      if (Math.abs(rowValues[row]! - limit) > patience * 10 * NOISE * size) return false;
    }
    return true;
  }
}
