import { type FreeVariables, squaredSpread } from './free-set.js';

/**
 * Free variables whose risk, but for common factors, is each one's own: L is the diagonal of standard deviations.
 *
 * The factors are taken as conditions beside the rules (see `ActiveRows`); together that is the identity of Sherman, Morrison and
 * Woodbury, and nothing of size free × free is ever made.
 */
export class SpecificSet implements FreeVariables {
  count = 0;
  readonly members: Int32Array;
  readonly places: Int32Array;
  private readonly inverse: Float64Array;

  constructor(size: number) {
    this.members = new Int32Array(size);
    this.places = new Int32Array(size).fill(-1);
    this.inverse = new Float64Array(size);
  }

  condition(): number {
    return squaredSpread(this.inverse, this.count);
  }

  clear(): void {
    for (let k = 0; k < this.count; k++) this.places[this.members[k]!] = -1;
    this.count = 0;
  }

  forward(a: Float64Array): void {
    for (let k = 0; k < this.count; k++) a[k]! *= this.inverse[k]!;
  }

  backward(y: Float64Array): void {
    this.forward(y);
  }

  append(variable: number, _solved: Float64Array, pivot: number): void {
    const place = this.count++;
    this.members[place] = variable;
    this.places[variable] = place;
    this.inverse[place] = 1 / Math.sqrt(pivot);
  }

  remove(variable: number): number {
    const place = this.places[variable]!;
    this.places[variable] = -1;
    this.count--;
    for (let k = place; k < this.count; k++) {
      this.members[k] = this.members[k + 1]!;
      this.places[this.members[k]!] = k;
      this.inverse[k] = this.inverse[k + 1]!;
    }
    return place;
  }

  rotate(solved: Float64Array, place: number): void {
    for (let k = place; k < this.count; k++) solved[k] = solved[k + 1]!;
  }
}
