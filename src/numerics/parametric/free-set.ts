/** The variables that are free, with a factor of their risk. */
export interface FreeVariables {
  count: number;
  /** The variable at each place. */
  readonly members: Int32Array;
  /** The place of each variable, −1 when it is not free. */
  readonly places: Int32Array;
  /** The square of the quotient of the largest and the smallest pivot. */
  condition(): number;
  clear(): void;
  /** Writes L⁻¹a over a, where a has one entry for each place. */
  forward(a: Float64Array): void;
  /** Writes L'⁻¹y over y. */
  backward(y: Float64Array): void;
  /** Frees a variable whose risk with the others, solved forward, is `solved`, and whose pivot is what is left of its variance. */
  append(variable: number, solved: Float64Array, pivot: number): void;
  /** Binds a variable again. Returns the place it had. */
  remove(variable: number): number;
  /** Lets a solved right-hand side follow the removal that was made last, of the variable at `place`. */
  rotate(solved: Float64Array, place: number): void;
}

/**
 * The variables that are free, with the Cholesky factor of their risk.
 *
 * L·L' = Σ over the free variables, in the order in which they became free; packed by rows, so row i begins at i(i+1)/2.
 * Right-hand sides can be kept solved (L⁻¹b): they follow every change of the set at the cost of one entry.
 */
export class FreeSet implements FreeVariables {
  count = 0;
  readonly members: Int32Array;
  readonly places: Int32Array;
  private factor: Float64Array;
  private inverse: Float64Array;
  private cosines: Float64Array;
  private sines: Float64Array;
  private capacity: number;

  constructor(readonly size: number) {
    this.capacity = Math.min(size, 32);
    this.members = new Int32Array(size);
    this.places = new Int32Array(size).fill(-1);
    this.factor = new Float64Array(packed(this.capacity));
    this.inverse = new Float64Array(size);
    this.cosines = new Float64Array(size);
    this.sines = new Float64Array(size);
  }

  condition(): number {
    return squaredSpread(this.inverse, this.count);
  }

  clear(): void {
    for (let k = 0; k < this.count; k++) this.places[this.members[k]!] = -1;
    this.count = 0;
  }

  forward(a: Float64Array): void {
    const { factor, inverse, count } = this;
    for (let i = 0; i < count; i++) {
      const row = packed(i);
      // Four sums at once, since each alone would wait for the addition before.
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let j = 0;
      for (; j + 3 < i; j += 4) {
        s0 += factor[row + j]! * a[j]!;
        s1 += factor[row + j + 1]! * a[j + 1]!;
        s2 += factor[row + j + 2]! * a[j + 2]!;
        s3 += factor[row + j + 3]! * a[j + 3]!;
      }
      for (; j < i; j++) s0 += factor[row + j]! * a[j]!;
      a[i] = (a[i]! - (s0 + s1 + (s2 + s3))) * inverse[i]!;
    }
  }

  backward(y: Float64Array): void {
    const { factor, inverse } = this;
    for (let i = this.count - 1; i >= 0; i--) {
      const value = y[i]! * inverse[i]!;
      y[i] = value;
      if (value === 0) continue;
      const row = packed(i);
      for (let j = 0; j < i; j++) y[j]! -= factor[row + j]! * value;
    }
  }

  append(variable: number, solved: Float64Array, pivot: number): void {
    const k = this.count;
    if (k === this.capacity) this.grow();
    const row = packed(k);
    for (let j = 0; j < k; j++) this.factor[row + j] = solved[j]!;
    const root = Math.sqrt(pivot);
    this.factor[row + k] = root;
    this.inverse[k] = 1 / root;
    this.members[k] = variable;
    this.places[variable] = k;
    this.count = k + 1;
  }

  /** Its row goes, and rotations make the rest a triangle. */
  remove(variable: number): number {
    const { factor, inverse, cosines, sines } = this;
    const place = this.places[variable]!;
    const last = this.count - 1;
    for (let i = place; i < last; i++) {
      const from = packed(i + 1);
      const to = packed(i);
      for (let j = 0; j < place; j++) factor[to + j] = factor[from + j]!;
      let carried = factor[from + place]!;
      for (let j = place; j < i; j++) {
        const next = factor[from + j + 1]!;
        factor[to + j] = cosines[j]! * carried + sines[j]! * next;
        carried = cosines[j]! * next - sines[j]! * carried;
      }
      const diagonal = factor[from + i + 1]!;
      const length = Math.sqrt(carried * carried + diagonal * diagonal);
      cosines[i] = carried / length;
      sines[i] = diagonal / length;
      factor[to + i] = length;
      inverse[i] = 1 / length;
      this.members[i] = this.members[i + 1]!;
      this.places[this.members[i]!] = i;
    }
    this.places[variable] = -1;
    this.count = last;
    return place;
  }

  rotate(solved: Float64Array, place: number): void {
    const { cosines, sines } = this;
    let carried = solved[place]!;
    for (let j = place; j < this.count; j++) {
      const next = solved[j + 1]!;
      solved[j] = cosines[j]! * carried + sines[j]! * next;
      carried = cosines[j]! * next - sines[j]! * carried;
    }
  }

  private grow(): void {
    this.capacity = Math.min(this.size, 2 * this.capacity);
    const factor = new Float64Array(packed(this.capacity));
    factor.set(this.factor);
    this.factor = factor;
  }
}

function packed(row: number): number {
  return (row * (row + 1)) >> 1;
}

/** The square of the quotient of the largest and the smallest of the first entries, 1 where there are none. */
export function squaredSpread(values: Float64Array, count: number): number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let k = 0; k < count; k++) {
    least = Math.min(least, values[k]!);
    most = Math.max(most, values[k]!);
  }
  return count === 0 ? 1 : (most / least) * (most / least);
}
