import { along, type Conditions, inequalityIds, limitOf, normalOf } from './conditions.js';
import { OrthogonalBasis } from './orthogonal-basis.js';
import { largestSize } from './vectors.js';

/** The feasible point nearest to a given one, or that there is no feasible point. */
export type LeastDistance =
  | {
      readonly status: 'found';
      readonly x: Float64Array;
      /** Independent conditions that hold with equality at the point; equality rows first. */
      readonly working: readonly number[];
      readonly iterations: number;
    }
  | { readonly status: 'infeasible' | 'no-convergence' };

/** A condition is looked at when it is broken by more than this part of its size … */
const NOTICED = 1e-13;

/** … and is contradicted by the others when it cannot be brought below this. */
const CONTRADICTED = 1e-11;

/** A unit vector with less than this at right angles to others depends on them. */
const DEPENDENT = 1e-11;

/** A multiplier that would change by less than this does not block a step. */
const STILL = 1e-12;

/**
 * Projects a point on the set that the conditions describe.
 *
 * A broken condition is added while those that already hold stay, until none is broken; when a condition
 * contradicts those that hold and none of them may be let go, their combination proves that no point
 * meets all. Every full step increases the distance, so the method ends, however many corners coincide.
 *
 * Source: D. Goldfarb and A. Idnani (1983), for the distance as the objective.
 */
export function leastDistance(
  conditions: Conditions,
  start: Float64Array,
  candidates: readonly number[] = inequalityIds(conditions),
): LeastDistance {
  const state = new Projection(conditions, start);
  for (let row = 0; row < conditions.equalityCount; row++) {
    if (!state.addEquality(row)) return { status: 'infeasible' };
  }
  const most = 50 + 20 * (candidates.length + conditions.n);
  for (let iterations = 0; iterations < most; iterations++) {
    const broken = state.mostBroken(candidates);
    if (broken === undefined) {
      return { status: 'found', x: state.x, working: state.working, iterations };
    }
    const added = state.addInequality(broken);
    if (added === 'contradicted') return { status: 'infeasible' };
    if (added === 'lost') return { status: 'no-convergence' };
  }
  return { status: 'no-convergence' };
}

class Projection {
  readonly x: Float64Array;
  readonly working: number[] = [];
  private readonly basis: OrthogonalBasis;
  private readonly multipliers: number[] = [];
  private readonly held = new Set<number>();
  /** Conditions that others contradict within rounding. */
  private readonly tolerated = new Set<number>();
  /** Size of the largest variable seen. */
  private span: number;

  constructor(
    private readonly conditions: Conditions,
    start: Float64Array,
  ) {
    this.x = Float64Array.from(start);
    this.span = largestSize(start);
    this.basis = new OrthogonalBasis(conditions.n);
  }

  /** Moves on to a row's plane; false if the rows before contradict it. */
  addEquality(row: number): boolean {
    const excess = this.excess(row);
    this.basis.split(normalOf(this.conditions, row));
    if (this.basis.height <= DEPENDENT) return this.isWithin(row, excess);
    const length = excess / (this.basis.height * this.basis.height);
    this.step(length);
    this.settle(row, length);
    return true;
  }

  /** The condition that is broken most; nothing if all are met. */
  mostBroken(candidates: readonly number[]): number | undefined {
    let worst: number | undefined;
    let most = 0;
    for (const id of candidates) {
      const excess = this.excess(id);
      if (excess <= most || excess <= NOTICED * this.sizeOf(id)) continue;
      if (this.tolerated.has(id) || this.held.has(id)) continue;
      worst = id;
      most = excess;
    }
    return worst;
  }

  /** Makes a broken condition hold, letting go of others where they block. */
  addInequality(id: number): 'held' | 'contradicted' | 'lost' {
    const normal = normalOf(this.conditions, id);
    let multiplier = 0;
    // Each turn but the last lets one of the others go.
    for (let turns = this.working.length; turns >= 0; turns--) {
      const excess = this.excess(id);
      this.basis.split(normal);
      const { height } = this.basis;
      const full =
        height > DEPENDENT ? Math.max(0, excess) / (height * height) : Number.POSITIVE_INFINITY;
      const blocking = this.firstBlocking();
      const partial = blocking < 0 ? Number.POSITIVE_INFINITY : this.ratio(blocking);
      const length = Math.min(full, partial);
      if (length === Number.POSITIVE_INFINITY) {
        this.tolerated.add(id);
        return this.isWithin(id, excess) ? 'held' : 'contradicted';
      }
      if (!Number.isFinite(length)) return 'lost';
      multiplier += length;
      this.step(length);
      if (full <= partial) {
        this.settle(id, multiplier);
        return 'held';
      }
      this.release(blocking);
    }
    return 'lost';
  }

  /** The place of the working condition whose multiplier is the first to vanish; −1 if none does. */
  private firstBlocking(): number {
    let first = -1;
    for (let k = 0; k < this.working.length; k++) {
      const isEquality = this.working[k]! < this.conditions.equalityCount;
      if (isEquality || this.basis.combination[k]! <= STILL) continue;
      if (first < 0 || this.ratio(k) < this.ratio(first)) first = k;
    }
    return first;
  }

  private ratio(k: number): number {
    return Math.max(0, this.multipliers[k]!) / this.basis.combination[k]!;
  }

  /** Moves against the part of the split normal that is at right angles to the working conditions. */
  private step(length: number): void {
    const { height, rest, combination } = this.basis;
    if (height > DEPENDENT) {
      for (let i = 0; i < this.x.length; i++) this.x[i]! -= length * rest[i]!;
      this.span = Math.max(this.span, largestSize(this.x));
    }
    for (let k = 0; k < this.working.length; k++) this.multipliers[k]! -= length * combination[k]!;
  }

  private settle(id: number, multiplier: number): void {
    this.basis.append();
    this.working.push(id);
    this.held.add(id);
    this.multipliers.push(multiplier);
    // What rounding has moved off the working conditions is put back at once.
    this.basis.move(
      this.x,
      this.working.map((held) => -this.excess(held)),
    );
  }

  private release(k: number): void {
    this.basis.remove(k);
    this.held.delete(this.working[k]!);
    this.working.splice(k, 1);
    this.multipliers.splice(k, 1);
  }

  private excess(id: number): number {
    return along(this.conditions, id, this.x) - limitOf(this.conditions, id);
  }

  private sizeOf(id: number): number {
    return Math.max(Math.abs(limitOf(this.conditions, id)), this.span);
  }

  /** Whether a condition that depends on the working ones is met but for their rounding. */
  private isWithin(id: number, excess: number): boolean {
    let weight = 1;
    for (const part of this.basis.combination) weight += Math.abs(part);
    return Math.abs(excess) <= CONTRADICTED * weight * this.sizeOf(id);
  }
}
