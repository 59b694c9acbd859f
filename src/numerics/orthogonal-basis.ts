/**
 * Independent vectors of n entries as an orthonormal basis Q times an upper triangle R, grown and shrunk one by one.
 *
 * It works in arrays of its own, as many small ones would cost more than the arithmetic.
 */
export class OrthogonalBasis {
  /** The number of vectors. */
  count = 0;
  /** What the last split vector has along the basis … */
  readonly coordinates: Float64Array;
  /** … the combination of the vectors that makes it up … */
  readonly combination: Float64Array;
  /** … and what it has at right angles to them. */
  readonly rest: Float64Array;
  /** The length of the rest. */
  height = 0;

  /** Row k is the k-th basis vector. */
  private readonly q: Float64Array;
  /** Row k is column k of R. */
  private readonly r: Float64Array;

  constructor(private readonly n: number) {
    this.coordinates = new Float64Array(n);
    this.combination = new Float64Array(n);
    this.rest = new Float64Array(n);
    this.q = new Float64Array(n * n);
    this.r = new Float64Array(n * n);
  }

  /** Splits a vector; done twice, which makes the rest orthogonal to the last digit. */
  split(vector: Float64Array): void {
    const { n, q, r, count, coordinates, combination, rest } = this;
    rest.set(vector);
    coordinates.fill(0);
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0, row = 0; k < count; k++, row += n) {
        let part = 0;
        for (let i = 0; i < n; i++) part += q[row + i]! * rest[i]!;
        coordinates[k]! += part;
        if (part !== 0) for (let i = 0; i < n; i++) rest[i]! -= part * q[row + i]!;
      }
    }
    let square = 0;
    for (let i = 0; i < n; i++) square += rest[i]! * rest[i]!;
    this.height = Math.sqrt(square);
    combination.set(coordinates);
    for (let k = count - 1; k >= 0; k--) {
      const value = combination[k]! / r[k * n + k]!;
      combination[k] = value;
      if (value !== 0) for (let i = 0; i < k; i++) combination[i]! -= value * r[k * n + i]!;
    }
  }

  /** Adds the vector that was split last; it must have a rest. */
  append(): void {
    const { n, count, height, rest } = this;
    this.r.set(this.coordinates, count * n);
    this.r[count * n + count] = height;
    for (let i = 0; i < n; i++) this.q[count * n + i] = rest[i]! / height;
    this.count++;
  }

  /** Adds to x the shortest move v with a_k·v = amounts[k] for every vector a_k. */
  move(x: Float64Array, amounts: readonly number[]): void {
    const { n, q, r, count } = this;
    const y = new Array<number>(count).fill(0);
    for (let k = 0, row = 0; k < count; k++, row += n) {
      let value = amounts[k]!;
      for (let i = 0; i < k; i++) value -= r[row + i]! * y[i]!;
      value /= r[row + k]!;
      y[k] = value;
      if (value !== 0) for (let i = 0; i < n; i++) x[i]! += value * q[row + i]!;
    }
  }

  /** Takes vector `index` out, by Givens rotations. */
  remove(index: number): void {
    const { n, r } = this;
    r.copyWithin(index * n, (index + 1) * n, this.count * n);
    this.count--;
    for (let k = index; k < this.count; k++) this.rotate(k);
  }

  /** Clears the entry below the diagonal in column k. */
  private rotate(k: number): void {
    const { n, q, r, count } = this;
    const [a, b] = [r[k * n + k]!, r[k * n + k + 1]!];
    const length = Math.sqrt(a * a + b * b);
    const [c, s] = [a / length, b / length];
    for (let j = k; j < count; j++) {
      const [upper, lower] = [r[j * n + k]!, r[j * n + k + 1]!];
      r[j * n + k] = c * upper + s * lower;
      r[j * n + k + 1] = c * lower - s * upper;
    }
    r[k * n + k + 1] = 0;
    for (let i = 0; i < n; i++) {
      const [one, other] = [q[k * n + i]!, q[(k + 1) * n + i]!];
      q[k * n + i] = c * one + s * other;
      q[(k + 1) * n + i] = c * other - s * one;
    }
  }
}
