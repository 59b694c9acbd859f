/** What amounts of a product can be ordered, in the currency's smallest units. */
export interface AllowedAmounts {
  readonly minimum: bigint;
  readonly step: bigint;
}

/** Allowed amounts that are multiples of another step: `first`, and on from there by `period`. */
export interface AllowedMultiples {
  /** Above zero. */
  readonly first: bigint;
  readonly period: bigint;
}

/**
 * The amounts that a product allows and that are multiples of `multiple`; `undefined` if none is.
 *
 * minimum + k·step ≡ 0 modulo `multiple` has solutions if and only if the greatest common divisor of
 * `step` and `multiple` divides `minimum`, and then every lcm(step, multiple).
 */
export function allowedMultiples(
  { minimum, step }: AllowedAmounts,
  multiple: bigint,
): AllowedMultiples | undefined {
  const { divisor, inverse } = invert(step, multiple);
  if (minimum % divisor !== 0n) return undefined;
  const cycle = multiple / divisor;
  const steps = (((-minimum / divisor) * inverse) % cycle) + cycle;
  const period = cycle * step;
  const first = minimum + (steps % cycle) * step;
  return { first: first === 0n ? period : first, period };
}

/** The largest of the amounts up to `limit`; `undefined` if the first lies above it. */
export function largestUpTo(
  limit: bigint,
  { first, period }: AllowedMultiples,
): bigint | undefined {
  return limit < first ? undefined : limit - ((limit - first) % period);
}

/** The greatest common divisor g of `a` and `b`, and x with a·x ≡ g modulo b (Euclid). */
function invert(a: bigint, b: bigint): { readonly divisor: bigint; readonly inverse: bigint } {
  let [rest, next] = [a, b];
  let [x, nextX] = [1n, 0n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [x, nextX] = [nextX, x - quotient * nextX];
  }
  return { divisor: rest, inverse: x };
}
