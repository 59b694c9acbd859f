import type { Exposure } from './exposure.js';
import type { Kkt } from './kkt.js';
import type { ParametricProgram } from './program.js';
import { NOISE, type Sizes, ZERO } from './sizes.js';

/** Refining ends after so many passes: what is left then is rounding. */
const PASSES = 4;

/** A direction in which the free variables move, with all that moves with them. */
export class Move {
  /** Of the free variables, by place. */
  readonly step: Float64Array;
  /** Of Σw, by asset. */
  readonly risk: Float64Array;
  /** Of the reduced gradient, by variable. */
  readonly reduced: Float64Array;
  /** Of Cx and of ν, by row. */
  readonly rows: Float64Array;
  readonly prices: Float64Array;
  /** How much the parameter moves. */
  drive = 0;
  /** A bound variable that moves along, −1 for none, and by how much. */
  along = -1;
  amount = 0;
  /** An active row that moves, −1 for none, and by how much. */
  private loose = -1;
  private looseMove = 0;
  private readonly extra: Float64Array;
  private readonly sides: Float64Array;
  private program: ParametricProgram;

  constructor(
    private readonly kkt: Kkt,
    private readonly exposure: Exposure,
    private readonly sizes: Sizes,
  ) {
    const { size, rows, risk } = kkt.program;
    this.program = kkt.program;
    this.step = new Float64Array(size);
    this.risk = new Float64Array(risk.size);
    this.reduced = new Float64Array(size);
    this.rows = new Float64Array(rows.count);
    this.prices = new Float64Array(rows.count);
    this.extra = new Float64Array(risk.size);
    this.sides = new Float64Array(rows.count);
  }

  load(program: ParametricProgram): void {
    this.program = program;
  }

  /** That of the optimum as t goes down. */
  headDown(): void {
    this.kkt.solveSlope();
    this.take(-1, -1);
    this.settle();
  }

  /** The one without risk in which a bound variable moves by `sign` and the free ones make up for it. */
  slideAlong(variable: number, sign: 1 | -1): void {
    this.kkt.solveColumn(variable);
    this.take(-sign, 0, variable, sign);
    this.settle();
  }

  /** The one of least risk in which an active row moves by `side`. */
  slideOff(row: number, side: 1 | -1): void {
    this.kkt.solveRow(row, side);
    this.take(1, 0);
    this.loose = row;
    this.looseMove = side;
    this.settle();
  }

  /** Takes `factor` times the equations' last answer; t moves by `drive`, and a bound variable may move along. */
  take(factor: number, drive: number, along = -1, amount = 0): void {
    const { kkt, step, prices, risk, reduced, exposure, program } = this;
    const { free, active } = kkt;
    this.drive = drive;
    this.along = along;
    this.amount = amount;
    this.loose = -1;
    // At a vertex nothing can move.
    const still = drive !== 0 && free.count === active.count;
    for (let k = 0; k < free.count; k++) step[k] = still ? 0 : factor * kkt.step[k]!;
    prices.fill(0);
    for (let a = 0; a < active.count; a++) {
      prices[active.rows[a]!] = factor * kkt.prices[active.rows[a]!]!;
    }
    risk.fill(0);
    exposure.addRiskOf(free.members, step, free.count, risk, along, amount);
    if (drive === 0) reduced.fill(0);
    else for (let i = 0; i < reduced.length; i++) reduced[i] = -drive * program.slope[i]!;
    exposure.addPrices(active, prices, reduced);
    exposure.pullBack(risk, reduced);
    this.moveRows();
  }

  /** Makes a move to the minimum, where the reduced gradient is to become 0 from what it is, exact. */
  refineTowards(gradient: Float64Array): void {
    const { members, count } = this.kkt.free;
    // What is still missing is solved for.
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < count; k++) this.reduced[members[k]!]! += gradient[members[k]!]!;
      this.refine();
      for (let k = 0; k < count; k++) this.reduced[members[k]!]! -= gradient[members[k]!]!;
    }
  }

  /** Refines until what should stay (the gradient of free variables, active rows) stays. */
  settle(): void {
    for (let pass = 0; pass < PASSES && !this.isExact(); pass++) this.refine();
  }

  /** Solves once more for what the factored equations have left: boosted pivots, or rounding. */
  private refine(): void {
    const { kkt, step, prices, reduced, risk, sides, extra, exposure } = this;
    const { free, active } = kkt;
    for (let k = 0; k < free.count; k++) kkt.step[k] = -reduced[free.members[k]!]!;
    for (let a = 0; a < active.count; a++) {
      const row = active.rows[a]!;
      sides[row] = this.wantedOf(row) - this.rows[row]!;
    }
    kkt.solve(sides);
    for (let k = 0; k < free.count; k++) step[k]! += kkt.step[k]!;
    for (let a = 0; a < active.count; a++) {
      prices[active.rows[a]!]! += kkt.prices[active.rows[a]!]!;
    }
    exposure.addPrices(active, kkt.prices, reduced);
    extra.fill(0);
    exposure.addRiskOf(free.members, kkt.step, free.count, extra);
    for (let i = 0; i < risk.length; i++) risk[i]! += extra[i]!;
    exposure.pullBack(extra, reduced);
    this.moveRows();
  }

  private moveRows(): void {
    const { kkt, step, rows, program, along, amount } = this;
    const { members, count } = kkt.free;
    const { matrix } = program.rows;
    for (let r = 0; r < rows.length; r++) {
      const start = r * program.size;
      let sum = along < 0 ? 0 : amount * matrix[start + along]!;
      for (let k = 0; k < count; k++) sum += matrix[start + members[k]!]! * step[k]!;
      rows[r] = sum;
    }
  }

  /** How an active row is to move: not at all, but for the one that is let go. */
  private wantedOf(row: number): number {
    return row === this.loose ? this.looseMove : 0;
  }

  private isExact(): boolean {
    const { kkt, step, reduced, drive, sizes } = this;
    const { free } = kkt;
    let most = Math.abs(this.amount);
    let residual = 0;
    for (let k = 0; k < free.count; k++) {
      most = Math.max(most, Math.abs(step[k]!));
      residual = Math.max(residual, Math.abs(reduced[free.members[k]!]!));
    }
    const { slope, deviation } = sizes;
    const rounding = ZERO * Math.abs(drive) * slope + NOISE * deviation * deviation * most;
    return residual <= rounding && this.keepsRows();
  }

  /** Whether active rows stay where they are, but for the one that is let go. */
  keepsRows(): boolean {
    const { kkt, step, sizes } = this;
    const { free, active } = kkt;
    let most = Math.abs(this.amount);
    for (let k = 0; k < free.count; k++) most = Math.max(most, Math.abs(step[k]!));
    for (let a = 0; a < active.count; a++) {
      const row = active.rows[a]!;
      const error = Math.abs(this.rows[row]! - this.wantedOf(row));
      if (error > 10 * NOISE * sizes.rows[row]! * most) return false;
    }
    return true;
  }
}
