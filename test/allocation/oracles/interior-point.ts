import { dot, type Limit, limitsOf, type SimpleProblem, solveSystem } from './simple-problem.js';

/** A problem of one size, with its limits. */
interface Scaled {
  readonly covariance: readonly (readonly number[])[];
  readonly linear: readonly number[];
  readonly equations: readonly Limit[];
  readonly conditions: readonly Limit[];
}

interface Point {
  readonly x: readonly number[];
  /** Prices of the equations. */
  readonly y: readonly number[];
  /** Room within the conditions, and the prices of the conditions: above 0. */
  readonly room: readonly number[];
  readonly price: readonly number[];
}

/** How far a point is from an optimum: gradient, equations, conditions, and the mean of room times price. */
interface Breaches {
  readonly gradient: readonly number[];
  readonly equations: readonly number[];
  readonly conditions: readonly number[];
  readonly gap: number;
}

/**
 * A minimum by a primal-dual interior-point method; nothing where it does not settle, as in problems without any
 * feasible weights, or without room between their limits. The objective is good to about eight digits; weights are less sure where it hardly depends on
 * them.
 *
 * Source: S. Mehrotra, On the Implementation of a Primal-Dual Interior Point Method, SIAM Journal on Optimization
 * 2 (1992); J. Nocedal, S. J. Wright, Numerical Optimization (2006), algorithm 16.4.
 */
export function interiorPoint(problem: SimpleProblem): number[] | undefined {
  const scaled = scale(problem);
  let point: Point = {
    x: scaled.linear.map(() => 1 / scaled.linear.length),
    y: scaled.equations.map(() => 0),
    room: scaled.conditions.map(() => 1),
    price: scaled.conditions.map(() => 1),
  };
  let best: readonly number[] | undefined;
  let least = 1e-9;
  for (let round = 0; round < 100 && least > 1e-15; round++) {
    const breaches = breachesAt(scaled, point);
    const worst = worstOf(breaches);
    if (worst < least) {
      best = point.x;
      least = worst;
    }
    const next = predictAndCorrect(scaled, point, breaches);
    if (next === undefined) break;
    point = next;
  }
  return best === undefined ? undefined : [...best];
}

/** The largest covariance or linear term becomes 1. */
function scale(problem: SimpleProblem): Scaled {
  const { covariance, linear } = problem;
  const size = Math.max(...[...covariance.flat(), ...linear].map(Math.abs)) || 1;
  return {
    covariance: covariance.map((row) => row.map((x) => x / size)),
    linear: linear.map((c) => c / size),
    ...limitsOf(problem),
  };
}

function breachesAt(scaled: Scaled, { x, y, room, price }: Point): Breaches {
  const { covariance, linear, equations, conditions } = scaled;
  return {
    gradient: linear.map((c, i) => {
      const forces = [...equations, ...conditions].map(({ normal }) => normal[i]!);
      return c + dot(covariance[i]!, x) + dot(forces, [...y, ...price]);
    }),
    equations: equations.map(({ normal, limit }) => dot(normal, x) - limit),
    conditions: conditions.map(({ normal, limit }, k) => dot(normal, x) + room[k]! - limit),
    gap: conditions.length === 0 ? 0 : dot(room, price) / conditions.length,
  };
}

function worstOf({ gradient, equations, conditions, gap }: Breaches): number {
  return Math.max(gap, ...[...gradient, ...equations, ...conditions].map(Math.abs));
}

function predictAndCorrect(scaled: Scaled, point: Point, breaches: Breaches): Point | undefined {
  const { room, price } = point;
  const products = room.map((s, k) => s * price[k]!);
  const ahead = newton(scaled, point, breaches, products);
  if (ahead === undefined) return undefined;
  const reached = moved(point, ahead, stepOf(point, ahead, 1));
  const left = dot(reached.room, reached.price) / Math.max(1, room.length);
  const centring = breaches.gap === 0 ? 0 : (left / breaches.gap) ** 3;
  const aims = products.map(
    (product, k) => product + ahead.room[k]! * ahead.price[k]! - centring * breaches.gap,
  );
  const step = newton(scaled, point, breaches, aims);
  return step && moved(point, step, stepOf(point, step, 0.995));
}

/** The step that takes away the breaches and, to the first order, `aims` from room times price. */
function newton(
  { covariance, equations, conditions }: Scaled,
  { room, price }: Point,
  breaches: Breaches,
  aims: readonly number[],
): Point | undefined {
  const n = covariance.length;
  const stiffness = room.map((s, k) => price[k]! / s);
  const matrix = covariance.map((row) => [...row, ...equations.map(() => 0)]);
  const rhs = breaches.gradient.map((g) => -g);
  conditions.forEach(({ normal }, k) => {
    const force = stiffness[k]! * breaches.conditions[k]! - aims[k]! / room[k]!;
    for (let i = 0; i < n; i++) {
      if (normal[i] === 0) continue;
      rhs[i]! -= normal[i]! * force;
      for (let j = 0; j < n; j++) matrix[i]![j]! += stiffness[k]! * normal[i]! * normal[j]!;
    }
  });
  equations.forEach(({ normal }, e) => {
    normal.forEach((entry, i) => {
      matrix[i]![n + e] = entry;
    });
    matrix.push([...normal, ...equations.map(() => 0)]);
    rhs.push(-breaches.equations[e]!);
  });
  const found = solveSystem(matrix, rhs);
  if (found === undefined || !found.every(Number.isFinite)) return undefined;
  const x = found.slice(0, n);
  const change = conditions.map(({ normal }, k) => -breaches.conditions[k]! - dot(normal, x));
  return {
    x,
    y: found.slice(n),
    room: change,
    price: change.map((d, k) => -(aims[k]! + price[k]! * d) / room[k]!),
  };
}

/** The longest step, at most 1, after which the given part of every room and price is not used up. */
function stepOf(point: Point, step: Point, part: number): number {
  const changes = [...step.room, ...step.price];
  const limits = [...point.room, ...point.price].map((value, k) =>
    changes[k]! < 0 ? (-part * value) / changes[k]! : 1,
  );
  return Math.min(1, ...limits);
}

function moved(point: Point, step: Point, length: number): Point {
  const along = (from: readonly number[], by: readonly number[]) =>
    from.map((value, i) => value + length * by[i]!);
  return {
    x: along(point.x, step.x),
    y: along(point.y, step.y),
    room: along(point.room, step.room),
    price: along(point.price, step.price),
  };
}
