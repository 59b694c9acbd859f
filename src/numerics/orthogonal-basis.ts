import { inner } from './conditions.js';

/** How a vector lies to a basis: its coordinates, and the part at right angles. */
export interface Split {
  readonly coordinates: Float64Array;
  readonly rest: Float64Array;
  /** The length of the part at right angles. */
  readonly height: number;
}

/** Independent vectors as an orthonormal basis Q times an upper triangle R, grown and shrunk one by one. */
export class OrthogonalBasis {
  private readonly q: Float64Array[] = [];
  /** Columns of R: column j has j + 1 entries. */
  private readonly r: Float64Array[] = [];

  /** Splits a vector; done twice, which makes the rest orthogonal to the last digit. */
  split(vector: Float64Array): Split {
    const coordinates = new Float64Array(this.q.length);
    const rest = Float64Array.from(vector);
    for (let pass = 0; pass < 2; pass++) {
      this.q.forEach((column, k) => {
        const part = inner(column, rest);
        coordinates[k]! += part;
        for (let i = 0; i < rest.length; i++) rest[i]! -= part * column[i]!;
      });
    }
    return { coordinates, rest, height: Math.sqrt(inner(rest, rest)) };
  }

  /** Adds a vector that was split. */
  append({ coordinates, rest, height }: Split): void {
    this.r.push(Float64Array.of(...coordinates, height));
    this.q.push(rest.map((entry) => entry / height));
  }

  /** Solves R·y = coordinates: the combination of the vectors that has them. */
  combination(coordinates: Float64Array): Float64Array {
    const y = Float64Array.from(coordinates);
    for (let k = y.length - 1; k >= 0; k--) {
      const value = y[k]! / this.r[k]![k]!;
      y[k] = value;
      for (let i = 0; i < k; i++) y[i]! -= value * this.r[k]![i]!;
    }
    return y;
  }

  /** The shortest move v with a_k·v = amounts[k] for every vector a_k. */
  move(amounts: Float64Array, n: number): Float64Array {
    const v = new Float64Array(n);
    const y = new Float64Array(amounts.length);
    for (let k = 0; k < y.length; k++) {
      let value = amounts[k]!;
      for (let i = 0; i < k; i++) value -= this.r[k]![i]! * y[i]!;
      y[k] = value / this.r[k]![k]!;
      for (let i = 0; i < n; i++) v[i]! += y[k]! * this.q[k]![i]!;
    }
    return v;
  }

  /** Takes vector `index` out, by Givens rotations. */
  remove(index: number): void {
    this.r.splice(index, 1);
    for (let k = index; k < this.r.length; k++) this.rotate(k);
    this.q.pop();
  }

  private rotate(k: number): void {
    const column = this.r[k]!;
    const [a, b] = [column[k]!, column[k + 1]!];
    const length = Math.sqrt(a * a + b * b);
    const [c, s] = [a / length, b / length];
    for (let j = k; j < this.r.length; j++) {
      const at = this.r[j]!;
      const [upper, lower] = [at[k]!, at[k + 1]!];
      at[k] = c * upper + s * lower;
      at[k + 1] = c * lower - s * upper;
    }
    this.r[k] = column.slice(0, k + 1);
    const [left, right] = [this.q[k]!, this.q[k + 1]!];
    for (let i = 0; i < left.length; i++) {
      const [one, other] = [left[i]!, right[i]!];
      left[i] = c * one + s * other;
      right[i] = c * other - s * one;
    }
  }
}
