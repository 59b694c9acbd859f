import { Kkt } from './kkt.js';
import { type ParametricProgram, STANDING } from './program.js';

/** Gradients and slacks below this part of their size are zero. */
export const ZERO = 1e-13;

/** Rounding of a sum, as a part of its largest terms. */
const NOISE = 1e-15;

/** What a program's numbers are measured against. */
interface Sizes {
  /** The largest standard deviation of an asset. */
  deviation: number;
  /** The largest entry of q. */
  linear: number;
  /** The largest entry of p. */
  slope: number;
}

/**
 * A point of a parametric program with everything that says whether it is the best one: where each variable and row stands,
 * the gradient, the prices of rows, and the factored equations.
 */
export class Position {
  readonly kkt: Kkt;
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
  /** Changes of the free variables and active rows. */
  iterations = 0;
  /** The move: of free variables by place, of Σw, of the reduced gradient, of Cx and ν. */
  readonly move: Float64Array;
  readonly riskMove: Float64Array;
  readonly reducedMove: Float64Array;
  readonly rowMove: Float64Array;
  readonly priceMove: Float64Array;
  readonly sizes: Sizes = { deviation: 0, linear: 0, slope: 0 };
  /** The largest coefficient of each row, 1 for a row of zeros. */
  readonly rowSizes: Float64Array;
  /** How much the parameter moves with the move. */
  private drive = 0;
  /** A bound variable that moves along, −1 for none, and by how much. */
  private along = -1;
  private amount = 0;
  /** An active row that moves, −1 for none, and by how much. */
  private loose = -1;
  private looseMove = 0;
  private readonly extra: Float64Array;
  private readonly weights: Float64Array;
  private readonly assets: Int32Array;
  private readonly rowSides: Float64Array;

  constructor(public program: ParametricProgram) {
    const { size, rows, risk } = program;
    this.kkt = new Kkt(program);
    this.x = new Float64Array(size);
    this.risk = new Float64Array(risk.size);
    this.reduced = new Float64Array(size);
    this.standing = new Int8Array(size);
    this.rowStanding = new Int8Array(rows.count);
    this.rowValues = new Float64Array(rows.count);
    this.prices = new Float64Array(rows.count);
    this.move = new Float64Array(size);
    this.riskMove = new Float64Array(risk.size);
    this.reducedMove = new Float64Array(size);
    this.rowMove = new Float64Array(rows.count);
    this.priceMove = new Float64Array(rows.count);
    this.weights = new Float64Array(size + risk.size);
    this.assets = new Int32Array(size + risk.size);
    this.rowSizes = new Float64Array(rows.count);
    this.extra = new Float64Array(risk.size);
    this.rowSides = new Float64Array(rows.count);
  }

  /** Begins anew on a program of the same size: at zero, with nothing free and nothing active. */
  load(program: ParametricProgram): void {
    const { size, rows, risk, linear, slope } = program;
    this.program = program;
    this.kkt.load(program);
    this.x.fill(0);
    this.prices.fill(0);
    this.standing.fill(0);
    this.rowStanding.fill(0);
    this.t = 0;
    this.iterations = 0;
    this.sizes.deviation = Math.sqrt(largest(risk.diagonal));
    this.sizes.linear = largest(linear);
    this.sizes.slope = largest(slope);
    for (let r = 0; r < rows.count; r++) {
      let most = 0;
      for (let i = 0; i < size; i++) most = Math.max(most, Math.abs(rows.matrix[r * size + i]!));
      this.rowSizes[r] = most || 1;
    }
  }

  /** w'Σw. */
  variance(): number {
    const { x, risk, program } = this;
    const { split, size, base } = program;
    let sum = 0;
    if (base !== undefined) for (let i = 0; i < risk.length; i++) sum += base[i]! * risk[i]!;
    if (split === undefined) for (let i = 0; i < size; i++) sum += x[i]! * risk[i]!;
    else {
      for (let i = 0; i < size; i++) sum += split.sign[i]! * x[i]! * risk[split.asset[i]!]!;
    }
    return Math.max(0, sum);
  }

  /** Makes an active row one that holds nothing back, and takes its price out of the gradient. */
  dropRow(row: number): void {
    const { kkt, prices, reduced, program } = this;
    const price = prices[row]!;
    const start = row * program.size;
    if (price !== 0) {
      for (let i = 0; i < reduced.length; i++) reduced[i]! -= price * program.rows.matrix[start + i]!;
    }
    prices[row] = 0;
    this.rowStanding[row] = STANDING.free;
    kkt.leaveRow(row);
  }

  /** Whether a bound variable may become free: of those that make up one asset's holding only one is. */
  mayEnter(variable: number): boolean {
    const { split } = this.program;
    return split === undefined || this.kkt.held[split.asset[variable]!] === 0;
  }

  /** What gradients are measured against here. */
  gradientSize(): number {
    const { deviation, linear, slope } = this.sizes;
    // Where risks cancel out the gradient is small, but the terms that it is summed from are not.
    const risk = Math.max(Math.sqrt(this.variance()), 0.1 * deviation * largest(this.x));
    return deviation * risk + linear + this.t * slope;
  }

  /** Works out Σw, Cx and the reduced gradient anew from x, ν and t. */
  refresh(): void {
    const { program, x, risk, rowValues, reduced, prices, t } = this;
    const { size, rows, linear, slope, base } = program;
    let count = 0;
    for (let i = 0; i < size; i++) {
      if (x[i] === 0) continue;
      this.put(count++, i, x[i]!);
    }
    if (base !== undefined) {
      // Each list has room for every variable and, after them, for every asset.
      for (let a = 0; a < base.length; a++) {
        if (base[a] === 0) continue;
        this.assets[count] = a;
        this.weights[count++] = base[a]!;
      }
    }
    risk.fill(0);
    program.risk.accumulate(this.assets, this.weights, count, risk);
    for (let i = 0; i < size; i++) reduced[i] = linear[i]! - t * slope[i]!;
    this.addRisk(risk, reduced);
    for (let r = 0; r < rows.count; r++) {
      const start = r * size;
      let sum = 0;
      for (let i = 0; i < size; i++) sum += rows.matrix[start + i]! * x[i]!;
      rowValues[r] = sum;
      const price = prices[r]!;
      if (price === 0) continue;
      for (let i = 0; i < size; i++) reduced[i]! += price * rows.matrix[start + i]!;
    }
  }

  /** Takes the error out of x_F and ν that rounding has left. The exact reduced gradient must be at hand (`refresh`). */
  correct(): void {
    const { kkt, reduced, x, prices, rowSides } = this;
    const { free, active, activeCount } = kkt;
    for (let k = 0; k < free.count; k++) kkt.step[k] = -reduced[free.members[k]!]!;
    for (let a = 0; a < activeCount; a++) {
      const row = active[a]!;
      rowSides[row] = this.limitOf(row) - this.rowValues[row]!;
    }
    kkt.solve(rowSides);
    for (let k = 0; k < free.count; k++) x[free.members[k]!]! += kkt.step[k]!;
    for (let a = 0; a < activeCount; a++) prices[active[a]!]! += kkt.prices[active[a]!]!;
  }

  /** A parameter that is drowned by the rounding of the gradient. */
  negligible(): number {
    const { deviation, slope } = this.sizes;
    return slope === 0 ? 0 : (ZERO * deviation * deviation * largest(this.x)) / slope;
  }

  /** Takes out what rounding has left, and works out everything anew. */
  polish(): void {
    this.refresh();
    for (let pass = 0; pass < 4; pass++) {
      this.correct();
      this.refresh();
      if (this.isExact(1)) return;
    }
  }

  /** Whether free variables have no gradient left and active rows stand on their limits, up to `patience` times rounding. */
  isExact(patience: number): boolean {
    const { kkt, reduced, rowValues, rowSizes } = this;
    const { members, count } = kkt.free;
    const gradient = patience * ZERO * this.gradientSize();
    for (let k = 0; k < count; k++) if (Math.abs(reduced[members[k]!]!) > gradient) return false;
    const span = patience * 10 * NOISE * largest(this.x);
    for (let a = 0; a < kkt.activeCount; a++) {
      const row = kkt.active[a]!;
      if (Math.abs(rowValues[row]! - this.limitOf(row)) > span * rowSizes[row]!) return false;
    }
    return true;
  }

  /** Solves for the step that takes the free variables to their minimum. */
  solveStep(): void {
    const { kkt, reduced } = this;
    const { members, count } = kkt.free;
    for (let k = 0; k < count; k++) kkt.step[k] = -reduced[members[k]!]!;
    kkt.solve(undefined);
  }

  /** Makes the move that of the optimum as t goes down. */
  headDown(): void {
    this.kkt.solveSlope();
    this.takeMove(-1, -1);
    this.settleMove();
  }

  /** Makes a move to the minimum over the free variables exact. */
  refineTowards(): void {
    const { kkt, reduced, reducedMove } = this;
    const { members, count } = kkt.free;
    // The move is to take the reduced gradient to zero: what is still missing is solved for.
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < count; k++) reducedMove[members[k]!]! += reduced[members[k]!]!;
      this.refineMove();
      for (let k = 0; k < count; k++) reducedMove[members[k]!]! -= reduced[members[k]!]!;
    }
  }

  /** The limit on which an active row stands. */
  limitOf(row: number): number {
    const { rows } = this.program;
    return this.rowStanding[row] === STANDING.atUpper ? rows.upper[row]! : rows.lower[row]!;
  }

  /**
   * Takes `factor` times the equations' last answer as the move, and works out what moves with it; the parameter moves by `drive`.
   *
   * A bound variable may move along, by `amount`.
   */
  takeMove(factor: number, drive: number, along = -1, amount = 0): void {
    const { kkt, move, priceMove, riskMove, reducedMove, program } = this;
    const { free, active, activeCount } = kkt;
    const { size, slope } = program;
    this.drive = drive;
    this.along = along;
    this.amount = amount;
    this.loose = -1;
    const still = drive !== 0 && free.count === activeCount;
    for (let k = 0; k < free.count; k++) move[k] = still ? 0 : factor * kkt.step[k]!;
    priceMove.fill(0);
    for (let a = 0; a < activeCount; a++) priceMove[active[a]!] = factor * kkt.prices[active[a]!]!;
    riskMove.fill(0);
    this.addRiskOf(move, riskMove, amount);
    if (drive === 0) reducedMove.fill(0);
    else for (let i = 0; i < size; i++) reducedMove[i] = -drive * slope[i]!;
    this.addPrices(priceMove, reducedMove);
    this.addRisk(riskMove, reducedMove);
    this.moveRows();
  }

  /** Takes the equations' last answer, to one active row's moving by `side`, as the move. */
  takeRowMove(row: number, side: number): void {
    this.takeMove(1, 0);
    this.loose = row;
    this.looseMove = side;
    this.settleMove();
  }

  /** Makes the move exact where the factored equations are not: boosted pivots, or rounding. */
  refineMove(): void {
    const { kkt, move, priceMove, reducedMove, riskMove, rowMove, rowSides, extra } = this;
    const { free, active, activeCount } = kkt;
    for (let k = 0; k < free.count; k++) kkt.step[k] = -reducedMove[free.members[k]!]!;
    for (let a = 0; a < activeCount; a++) {
      rowSides[active[a]!] = this.wantedOf(active[a]!) - rowMove[active[a]!]!;
    }
    kkt.solve(rowSides);
    for (let k = 0; k < free.count; k++) move[k]! += kkt.step[k]!;
    for (let a = 0; a < activeCount; a++) priceMove[active[a]!]! += kkt.prices[active[a]!]!;
    this.addPrices(kkt.prices, reducedMove);
    extra.fill(0);
    this.addRiskOf(kkt.step, extra, 0);
    for (let i = 0; i < riskMove.length; i++) riskMove[i]! += extra[i]!;
    this.addRisk(extra, reducedMove);
    this.moveRows();
  }

  /** Cx of the move, by row. */
  private moveRows(): void {
    const { kkt, move, rowMove, program, along, amount } = this;
    const { members, count } = kkt.free;
    const { size, rows } = program;
    for (let r = 0; r < rows.count; r++) {
      const start = r * size;
      let sum = along < 0 ? 0 : amount * rows.matrix[start + along]!;
      for (let k = 0; k < count; k++) sum += rows.matrix[start + members[k]!]! * move[k]!;
      rowMove[r] = sum;
    }
  }

  /** Refines the move until what should stay (the gradient of free variables, active rows) stays. */
  settleMove(): void {
    for (let pass = 0; pass < 4 && !this.isMoveExact(); pass++) this.refineMove();
  }

  /** How an active row is to move: not at all, but for the one that is let go. */
  private wantedOf(row: number): number {
    return row === this.loose ? this.looseMove : 0;
  }

  private isMoveExact(): boolean {
    const { kkt, move, rowMove, rowSizes, reducedMove, drive, sizes } = this;
    const { free, active, activeCount } = kkt;
    let most = Math.abs(this.amount);
    let residual = 0;
    for (let k = 0; k < free.count; k++) {
      most = Math.max(most, Math.abs(move[k]!));
      residual = Math.max(residual, Math.abs(reducedMove[free.members[k]!]!));
    }
    const { slope, deviation } = sizes;
    if (residual > ZERO * Math.abs(drive) * slope + NOISE * deviation * deviation * most) return false;
    for (let a = 0; a < activeCount; a++) {
      const row = active[a]!;
      const error = Math.abs(rowMove[row]! - this.wantedOf(row));
      if (error > 10 * NOISE * rowSizes[row]! * most) return false;
    }
    return true;
  }

  /** The furthest that the move can be gone along. */
  reach(): number {
    return this.drive === 0 ? 1 : this.t;
  }

  /** Goes along the move, by `length`. */
  advance(length: number): void {
    const { kkt, x, move, risk, riskMove, reduced, reducedMove } = this;
    const { rowValues, rowMove, prices, priceMove } = this;
    const { free } = kkt;
    for (let k = 0; k < free.count; k++) x[free.members[k]!]! += length * move[k]!;
    if (this.along >= 0) x[this.along]! += length * this.amount;
    for (let i = 0; i < risk.length; i++) risk[i]! += length * riskMove[i]!;
    for (let i = 0; i < reduced.length; i++) reduced[i]! += length * reducedMove[i]!;
    for (let r = 0; r < rowValues.length; r++) {
      rowValues[r]! += length * rowMove[r]!;
      prices[r]! += length * priceMove[r]!;
    }
    this.t += length * this.drive;
  }

  private put(place: number, variable: number, value: number): void {
    const { split } = this.program;
    this.assets[place] = split === undefined ? variable : split.asset[variable]!;
    this.weights[place] = split === undefined ? value : split.sign[variable]! * value;
  }

  /** out += Σ·(values by place, and of the variable that moves along). */
  private addRiskOf(values: Float64Array, out: Float64Array, amount: number): void {
    const { kkt, program } = this;
    const { members, count } = kkt.free;
    if (program.split === undefined && amount === 0) {
      program.risk.accumulate(members, values, count, out);
      return;
    }
    for (let k = 0; k < count; k++) this.put(k, members[k]!, values[k]!);
    if (amount !== 0) this.put(count, this.along, amount);
    program.risk.accumulate(this.assets, this.weights, amount === 0 ? count : count + 1, out);
  }

  /** out += C'·(prices by row), over the active rows. */
  private addPrices(prices: Float64Array, out: Float64Array): void {
    const { active, activeCount } = this.kkt;
    const { size, rows } = this.program;
    for (let a = 0; a < activeCount; a++) {
      const price = prices[active[a]!]!;
      const start = active[a]! * size;
      for (let i = 0; i < size; i++) out[i]! += price * rows.matrix[start + i]!;
    }
  }

  /** out += S'·(risk by asset). */
  private addRisk(risk: Float64Array, out: Float64Array): void {
    const { split, size } = this.program;
    if (split === undefined) for (let i = 0; i < size; i++) out[i]! += risk[i]!;
    else for (let i = 0; i < size; i++) out[i]! += split.sign[i]! * risk[split.asset[i]!]!;
  }
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
