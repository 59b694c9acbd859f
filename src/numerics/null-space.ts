import { along, boundOf, type Conditions, isLower, limitOf } from './conditions.js';

/**
 * The space left by conditions that hold with equality: variables at their bounds are out, and an orthogonal
 * matrix splits the others into the span of the working rows (its first columns) and their null space.
 */
export class NullSpace {
  /** The variables that are not held at a bound. */
  readonly free: readonly number[];
  /** Working conditions that are rows. */
  private readonly heldRows: readonly number[];
  /** Working conditions that are bounds. */
  private readonly heldBounds: readonly number[];
  /** free × free, row-major. */
  private readonly q: Float64Array;
  /** Upper triangle, free × heldRows, row-major. */
  private readonly r: Float64Array;

  constructor(
    private readonly conditions: Conditions,
    private readonly working: readonly number[],
  ) {
    this.heldRows = working.filter((id) => boundOf(conditions, id) < 0);
    this.heldBounds = working.filter((id) => boundOf(conditions, id) >= 0);
    const held = new Set(this.heldBounds.map((id) => boundOf(conditions, id)));
    this.free = Array.from({ length: conditions.n }, (_, i) => i).filter((i) => !held.has(i));
    const [size, count] = [this.free.length, this.heldRows.length];
    this.r = new Float64Array(size * count);
    this.heldRows.forEach((id, k) => {
      this.free.forEach((variable, i) => {
        this.r[i * count + k] = conditions.rows[id]![variable]!;
      });
    });
    this.q = identity(size);
    triangularise(this.r, this.q, size, count);
  }

  get dimension(): number {
    return this.free.length - this.heldRows.length;
  }

  /** Z'v for a vector over all variables. */
  project(v: Float64Array): Float64Array {
    const [size, count] = [this.free.length, this.heldRows.length];
    const projected = new Float64Array(this.dimension);
    for (let i = 0; i < size; i++) {
      const entry = v[this.free[i]!]!;
      if (entry === 0) continue;
      for (let d = 0; d < projected.length; d++)
        projected[d]! += this.q[i * size + count + d]! * entry;
    }
    return projected;
  }

  /** Zp as a vector over all variables. */
  lift(p: Float64Array): Float64Array {
    const [size, count] = [this.free.length, this.heldRows.length];
    const lifted = new Float64Array(this.conditions.n);
    for (let i = 0; i < size; i++) {
      let entry = 0;
      for (let d = 0; d < p.length; d++) entry += this.q[i * size + count + d]! * p[d]!;
      lifted[this.free[i]!] = entry;
    }
    return lifted;
  }

  /** Z'HZ, row-major. */
  reduce(hessian: Float64Array): Float64Array {
    const { dimension, free } = this;
    const [n, size, count] = [this.conditions.n, free.length, this.heldRows.length];
    const half = new Float64Array(size * dimension);
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < size; k++) {
        const entry = hessian[free[i]! * n + free[k]!]!;
        if (entry === 0) continue;
        for (let d = 0; d < dimension; d++) {
          half[i * dimension + d]! += entry * this.q[k * size + count + d]!;
        }
      }
    }
    const reduced = new Float64Array(dimension * dimension);
    for (let i = 0; i < size; i++) {
      for (let d = 0; d < dimension; d++) {
        const entry = this.q[i * size + count + d]!;
        if (entry === 0) continue;
        for (let e = 0; e <= d; e++)
          reduced[d * dimension + e]! += entry * half[i * dimension + e]!;
      }
    }
    for (let d = 0; d < dimension; d++) {
      for (let e = 0; e < d; e++) reduced[e * dimension + d] = reduced[d * dimension + e]!;
    }
    return reduced;
  }

  /** Puts x exactly on the working bounds, and on the working rows but for rounding. */
  settle(x: Float64Array): void {
    const { conditions } = this;
    for (const id of this.heldBounds) {
      const variable = boundOf(conditions, id);
      x[variable] = (isLower(conditions, id) ? conditions.lower : conditions.upper)[variable]!;
    }
    const [size, count] = [this.free.length, this.heldRows.length];
    const y = new Float64Array(count);
    this.heldRows.forEach((id, k) => {
      let value = limitOf(conditions, id) - along(conditions, id, x);
      for (let j = 0; j < k; j++) value -= this.r[j * count + k]! * y[j]!;
      y[k] = value / this.r[k * count + k]!;
    });
    for (let i = 0; i < size; i++) {
      let move = 0;
      for (let k = 0; k < count; k++) move += this.q[i * size + k]! * y[k]!;
      x[this.free[i]!]! += move;
    }
  }

  /** The multiplier of each working condition, in its order, that balances a gradient. */
  multipliers(gradient: Float64Array): Float64Array {
    const { conditions, heldRows, free } = this;
    const [size, count] = [free.length, heldRows.length];
    const prices = new Float64Array(count);
    for (let k = count - 1; k >= 0; k--) {
      let value = 0;
      for (let i = 0; i < size; i++) value -= this.q[i * size + k]! * gradient[free[i]!]!;
      for (let j = k + 1; j < count; j++) value -= this.r[k * count + j]! * prices[j]!;
      prices[k] = value / this.r[k * count + k]!;
    }
    const balance = Float64Array.from(gradient);
    heldRows.forEach((id, k) => {
      const row = conditions.rows[id]!;
      for (let i = 0; i < balance.length; i++) balance[i]! += prices[k]! * row[i]!;
    });
    let next = 0;
    return Float64Array.from(this.working, (id) => {
      const variable = boundOf(conditions, id);
      if (variable < 0) return prices[next++]!;
      return isLower(conditions, id) ? balance[variable]! : -balance[variable]!;
    });
  }
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

/** Householder QR: `r` (size × count) becomes upper triangular, `q` takes the reflections up. */
function triangularise(r: Float64Array, q: Float64Array, size: number, count: number): void {
  const v = new Float64Array(size);
  for (let k = 0; k < Math.min(count, size); k++) {
    let square = 0;
    for (let i = k; i < size; i++) {
      v[i] = r[i * count + k]!;
      square += v[i]! * v[i]!;
    }
    if (square === 0) continue;
    const length = v[k]! > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    const half = square - v[k]! * length;
    v[k]! -= length;
    for (let j = k; j < count; j++) {
      let part = 0;
      for (let i = k; i < size; i++) part += v[i]! * r[i * count + j]!;
      part /= half;
      for (let i = k; i < size; i++) r[i * count + j]! -= part * v[i]!;
    }
    for (let i = 0; i < size; i++) {
      let part = 0;
      for (let j = k; j < size; j++) part += q[i * size + j]! * v[j]!;
      part /= half;
      if (part !== 0) for (let j = k; j < size; j++) q[i * size + j]! -= part * v[j]!;
    }
  }
}
