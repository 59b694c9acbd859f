import { along, type Conditions, inequalityIds, largest, limitOf, normalOf } from './conditions.js';
import { OrthogonalBasis } from './orthogonal-basis.js';

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
    if (!state.addInequality(broken)) return { status: 'infeasible' };
  }
  return { status: 'no-convergence' };
}

class Projection {
  readonly x: Float64Array;
  readonly working: number[] = [];
  private readonly basis = new OrthogonalBasis();
  private multipliers: number[] = [];
  /** Conditions that others contradict within rounding. */
  private readonly tolerated = new Set<number>();
  /** Size of the largest variable seen. */
  private span = 0;

  constructor(
    private readonly conditions: Conditions,
    start: Float64Array,
  ) {
    this.x = Float64Array.from(start);
    this.span = largest(start);
  }

  /** Moves on to a row's plane; false if the rows before contradict it. */
  addEquality(row: number): boolean {
    const excess = this.excess(row);
    const split = this.basis.split(normalOf(this.conditions, row));
    const combination = this.basis.combination(split.coordinates);
    if (split.height <= DEPENDENT) return this.isWithin(row, excess, combination);
    this.step(excess / (split.height * split.height), split.rest, combination);
    this.settle(row, split, excess / (split.height * split.height));
    return true;
  }

  mostBroken(candidates: readonly number[]): number | undefined {
    let worst: number | undefined;
    let most = 0;
    for (const id of candidates) {
      const excess = this.excess(id);
      if (excess <= most || excess <= NOTICED * this.sizeOf(id)) continue;
      if (this.tolerated.has(id) || this.working.includes(id)) continue;
      worst = id;
      most = excess;
    }
    return worst;
  }

  /** Makes a broken condition hold, letting go of others where they block; false if that is impossible. */
  addInequality(id: number): boolean {
    const normal = normalOf(this.conditions, id);
    let multiplier = 0;
    for (;;) {
      const excess = this.excess(id);
      const split = this.basis.split(normal);
      const combination = this.basis.combination(split.coordinates);
      const free = split.height > DEPENDENT;
      const full = free
        ? Math.max(0, excess) / (split.height * split.height)
        : Number.POSITIVE_INFINITY;
      const blocking = this.firstBlocking(combination);
      const partial =
        blocking < 0
          ? Number.POSITIVE_INFINITY
          : Math.max(0, this.multipliers[blocking]!) / combination[blocking]!;
      if (full === Number.POSITIVE_INFINITY && partial === Number.POSITIVE_INFINITY) {
        this.tolerated.add(id);
        return this.isWithin(id, excess, combination);
      }
      const length = Math.min(full, partial);
      multiplier += length;
      this.step(length, free ? split.rest : undefined, combination);
      if (full <= partial) {
        this.settle(id, split, multiplier);
        return true;
      }
      this.release(blocking);
    }
  }

  private firstBlocking(combination: Float64Array): number {
    let first = -1;
    let least = Number.POSITIVE_INFINITY;
    this.working.forEach((id, k) => {
      if (id < this.conditions.equalityCount || combination[k]! <= STILL) return;
      const ratio = Math.max(0, this.multipliers[k]!) / combination[k]!;
      if (ratio >= least) return;
      first = k;
      least = ratio;
    });
    return first;
  }

  private step(
    length: number,
    direction: Float64Array | undefined,
    combination: Float64Array,
  ): void {
    if (direction !== undefined) {
      for (let i = 0; i < this.x.length; i++) this.x[i]! -= length * direction[i]!;
      this.span = Math.max(this.span, largest(this.x));
    }
    this.multipliers = this.multipliers.map((value, k) => value - length * combination[k]!);
  }

  private settle(
    id: number,
    split: ReturnType<OrthogonalBasis['split']>,
    multiplier: number,
  ): void {
    this.basis.append(split);
    this.working.push(id);
    this.multipliers.push(multiplier);
    // What rounding has moved off the working conditions is put back at once.
    const gaps = Float64Array.from(this.working, (held) => -this.excess(held));
    const back = this.basis.move(gaps, this.x.length);
    for (let i = 0; i < this.x.length; i++) this.x[i]! += back[i]!;
  }

  private release(k: number): void {
    this.basis.remove(k);
    this.working.splice(k, 1);
    this.multipliers.splice(k, 1);
  }

  private excess(id: number): number {
    return along(this.conditions, id, this.x) - limitOf(this.conditions, id);
  }

  private sizeOf(id: number): number {
    return Math.max(Math.abs(limitOf(this.conditions, id)), this.span);
  }

  /** Whether a condition that depends on others is met but for their rounding. */
  private isWithin(id: number, excess: number, combination: Float64Array): boolean {
    let weight = 1;
    for (const part of combination) weight += Math.abs(part);
    return Math.abs(excess) <= CONTRADICTED * weight * this.sizeOf(id);
  }
}
