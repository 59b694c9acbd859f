/**
 * Adds a number to an expansion, in place: doubles, ascending in size and none overlapping another, whose real sum is what
 * is meant. No digit is lost.
 *
 * Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates, Discrete
 * & Computational Geometry 18 (1997) 305–363, theorem 10.
 */
export function grow(parts: number[], value: number): void {
  let carried = value;
  let kept = 0;
  for (const part of parts) {
    const sum = carried + part;
    const lost = lostIn(carried, part, sum);
    if (lost !== 0) parts[kept++] = lost;
    carried = sum;
  }
  parts.length = kept;
  if (carried !== 0) parts.push(carried);
}

/** What rounding took from `sum`, the sum of two numbers, exactly (Knuth's TwoSum). */
export function lostIn(a: number, b: number, sum: number): number {
  const added = sum - a;
  return a - (sum - added) + (b - added);
}

/** The double nearest to the sum of an expansion, the even one where two are equally near. */
export function nearest(parts: readonly number[]): number {
  let i = parts.length - 1;
  if (i < 0) return 0;
  let sum = parts[i]!;
  let lost = 0;
  while (i > 0 && lost === 0) {
    const before = sum;
    const part = parts[--i]!;
    sum = before + part;
    lost = part - (sum - before);
  }
  return sum + overHalf(sum, lost, i > 0 ? parts[i - 1]! : 0);
}

/** Half a unit was rounded to even; if more follows on the same side, it was over half: as in Python's `math.fsum`. */
function overHalf(sum: number, lost: number, next: number): number {
  if (lost === 0 || Math.sign(lost) !== Math.sign(next)) return 0;
  const twice = lost * 2;
  return sum + twice - sum === twice ? twice : 0;
}

/**
 * The one way to write the sum of an expansion that does not depend on how it was added up: the nearest double, then the
 * double nearest to the rest, until nothing is left; by falling size.
 */
export function canonical(parts: readonly number[]): number[] {
  const rest = [...parts];
  const components: number[] = [];
  while (rest.length > 0) {
    const component = nearest(rest);
    components.push(component);
    grow(rest, -component);
  }
  return components;
}
