import {
  along,
  boundOf,
  type Conditions,
  coneOf,
  inequalityIds,
  isLower,
  limitOf,
} from './conditions.js';
import { leastDistance } from './least-distance.js';
import { NullSpace } from './null-space.js';
import { gradientAt, lineMinimum, slopeSize } from './objective.js';
import { type Descent, descent, semiDefiniteFactor } from './semi-definite.js';
import type { StandardForm } from './standard-form.js';
import { inner, largestSize } from './vectors.js';

/** A minimum in standard form, with the conditions that prove it. */
export interface Minimum {
  readonly status: 'optimal';
  readonly x: Float64Array;
  /** Independent conditions that hold with equality. */
  readonly working: readonly number[];
  /** One for each working condition. */
  readonly multipliers: Float64Array;
  readonly iterations: number;
}

/** Slack below this part of a condition's size is none. */
const NO_SLACK = 1e-12;

/** A direction that approaches a condition by less than this, per unit, runs along it. */
const PARALLEL = 1e-11;

/** A gradient along directions without curvature must exceed this, relative to its terms, to be endless descent. */
const ENDLESS = 1e-10;

/** Goes down from a feasible point until no condition can be let go. */
export function minimise(
  standard: StandardForm,
  start: { readonly x: Float64Array; readonly working: readonly number[] },
): Minimum | { readonly status: 'unbounded' | 'no-convergence' } {
  const search = new Search(standard, start.x, start.working);
  const size = standard.conditions.n + standard.conditions.rows.length;
  const most = 100 + 20 * size;
  for (let iterations = 0; iterations < most; iterations++) {
    // Rounding may keep a multiplier from its sign: after a long search it is looked at more generously.
    const patience = iterations < 50 + 5 * size ? 1 : 100;
    const outcome = search.advance(patience);
    if (outcome === 'unbounded') return { status: outcome };
    if (outcome === 'optimal') return search.result(iterations);
  }
  return { status: 'no-convergence' };
}

class Search {
  private readonly conditions: Conditions;
  private readonly candidates: readonly number[];
  private readonly curved: boolean;
  /** Steps taken to the minimum of the present working set. */
  private fullSteps = 0;

  constructor(
    private readonly standard: StandardForm,
    private readonly x: Float64Array,
    private working: readonly number[],
  ) {
    this.conditions = standard.conditions;
    this.candidates = inequalityIds(standard.conditions);
    this.curved = standard.sizes.hessian > 0;
  }

  /** One step down, one condition let go, or the end. */
  advance(patience: number): 'moved' | 'unbounded' | 'optimal' {
    const space = new NullSpace(this.conditions, this.working);
    space.settle(this.x);
    const gradient = gradientAt(this.standard, this.x);
    const noise = this.noise() * patience;
    if (this.fullSteps < 2) {
      const { direction, flat, steepness } = this.descentIn(space, gradient, noise);
      const reduced = largestSize(space.project(gradient));
      if (reduced > noise && (!flat || steepness > noise)) {
        const moved = this.move(space.lift(direction), gradient, flat);
        // Endless descent must be beyond doubt; less than that is a flat bottom.
        if (moved !== 'unbounded') return moved;
        if (steepness > ENDLESS * slopeSize(this.standard, this.x)) return moved;
      }
    }
    this.fullSteps = 0;
    return this.letGo(space, gradient, noise);
  }

  /** Solves the equations of the minimum once more, and puts variables within rounding of a bound on it. */
  result(iterations: number): Minimum {
    const space = new NullSpace(this.conditions, this.working);
    const { x } = this;
    for (let pass = 0; pass < 2; pass++) {
      space.settle(x);
      const { direction, flat } = this.descentIn(
        space,
        gradientAt(this.standard, this.x),
        this.noise(),
      );
      if (flat) break;
      const move = space.lift(direction);
      for (let i = 0; i < x.length; i++) x[i]! += move[i]!;
    }
    space.settle(x);
    this.snap();
    const multipliers = space.multipliers(gradientAt(this.standard, this.x));
    return { status: 'optimal', x, working: this.working, multipliers, iterations };
  }

  private snap(): void {
    const { x, conditions } = this;
    const reach = 4 * Number.EPSILON * largestSize(x);
    for (let i = 0; i < x.length; i++) {
      if (x[i]! < conditions.lower[i]! + reach) x[i] = conditions.lower[i]!;
      else if (x[i]! > conditions.upper[i]! - reach) x[i] = conditions.upper[i]!;
    }
  }

  private noise(): number {
    return 8 * Number.EPSILON * Math.sqrt(this.conditions.n) * slopeSize(this.standard, this.x);
  }

  private descentIn(space: NullSpace, gradient: Float64Array, noise: number): Descent {
    const slope = space.project(gradient);
    if (!this.curved) {
      const steepness = largestSize(slope);
      return { direction: slope.map((entry) => -entry), flat: steepness > noise, steepness };
    }
    const { dimension } = space;
    const tolerance = 4 * Number.EPSILON * Math.max(1, dimension);
    const reduced = space.reduce(this.standard.hessian);
    const factor = semiDefiniteFactor(reduced, dimension, tolerance, this.standard.sizes.hessian);
    return descent(factor, slope, noise);
  }

  /** Goes along a direction to its minimum or the first condition in the way. */
  private move(
    direction: Float64Array,
    gradient: Float64Array,
    flat: boolean,
  ): 'moved' | 'unbounded' {
    const { blocking, length } = this.firstInTheWay(direction);
    const full = flat ? lineMinimum(this.standard, direction, gradient) : 1;
    if (full === Number.POSITIVE_INFINITY && blocking === undefined) return 'unbounded';
    const step = Math.min(full, length);
    for (let i = 0; i < this.x.length; i++) this.x[i]! += step * direction[i]!;
    if (length <= full && blocking !== undefined) {
      this.working = [...this.working, blocking];
      this.fullSteps = 0;
    } else this.fullSteps++;
    return 'moved';
  }

  private firstInTheWay(direction: Float64Array): {
    readonly blocking: number | undefined;
    readonly length: number;
  } {
    const least = PARALLEL * Math.sqrt(inner(direction, direction));
    const working = new Set(this.working);
    let blocking: number | undefined;
    let length = Number.POSITIVE_INFINITY;
    let speed = 0;
    for (const id of this.candidates) {
      if (working.has(id)) continue;
      const approach = along(this.conditions, id, direction);
      if (approach <= least) continue;
      const reach = Math.max(0, this.slack(id)) / approach;
      // Among those met together the one met head-on is the safest to stand on.
      if (reach < length || (reach === length && approach > speed)) {
        blocking = id;
        length = reach;
        speed = approach;
      }
    }
    return { blocking, length };
  }

  /** At the minimum of the working set: the end, or on without a condition that only holds back. */
  private letGo(
    space: NullSpace,
    gradient: Float64Array,
    noise: number,
  ): 'moved' | 'unbounded' | 'optimal' {
    const { equalityCount } = this.conditions;
    const multipliers = space.multipliers(gradient);
    let worst = -1;
    this.working.forEach((id, k) => {
      if (id < equalityCount || multipliers[k]! >= -noise) return;
      if (worst < 0 || multipliers[k]! < multipliers[worst]!) worst = k;
    });
    if (worst < 0) return 'optimal';
    const span = largestSize(this.x);
    const meeting = this.candidates.filter((id) => {
      return this.slack(id) <= NO_SLACK * Math.max(Math.abs(limitOf(this.conditions, id)), span);
    });
    const held = this.working.filter((id) => id >= equalityCount);
    if (meeting.every((id) => held.includes(id))) {
      this.working = this.working.filter((_, k) => k !== worst);
      return 'moved';
    }
    return this.leaveCorner(gradient, [...new Set([...held, ...meeting])], noise);
  }

  /** Where more conditions meet than are independent: the steepest direction that breaks none of them. */
  private leaveCorner(
    gradient: Float64Array,
    meeting: readonly number[],
    noise: number,
  ): 'moved' | 'unbounded' | 'optimal' {
    const down = gradient.map((slope) => -slope);
    const steepest = leastDistance(coneOf(this.conditions), down, meeting);
    if (steepest.status !== 'found') return 'optimal';
    this.working = steepest.working;
    if (largestSize(steepest.x) <= 4 * noise) return 'optimal';
    const full = lineMinimum(this.standard, steepest.x, gradient);
    const scaled = full === Number.POSITIVE_INFINITY ? steepest.x : steepest.x.map((v) => v * full);
    return this.move(scaled, gradient, full === Number.POSITIVE_INFINITY);
  }

  private slack(id: number): number {
    const variable = boundOf(this.conditions, id);
    if (variable < 0) return limitOf(this.conditions, id) - along(this.conditions, id, this.x);
    const { lower, upper } = this.conditions;
    return isLower(this.conditions, id)
      ? this.x[variable]! - lower[variable]!
      : upper[variable]! - this.x[variable]!;
  }
}
