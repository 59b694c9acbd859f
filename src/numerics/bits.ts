/** Scratch for reading a double's bits: written before every read, so nothing is kept between calls. */
const scratch: DataView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** The upper 32 bits of a double: sign, exponent and the first 20 bits of the fraction; signed. */
export function highWord(x: number): number {
  scratch.setFloat64(0, x);
  return scratch.getInt32(0);
}

/** The double with other upper bits. */
export function withHighWord(x: number, word: number): number {
  scratch.setFloat64(0, x);
  scratch.setInt32(0, word);
  return scratch.getFloat64(0);
}

/** The double with its lower 32 bits cleared, so that products with few bits are exact. */
export function truncated(x: number): number {
  scratch.setFloat64(0, x);
  scratch.setInt32(4, 0);
  return scratch.getFloat64(0);
}

/** 2^k for −1022 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  scratch.setInt32(0, (k + 1023) << 20);
  scratch.setInt32(4, 0);
  return scratch.getFloat64(0);
}

/** x·2^k, rounded once even where the result is subnormal; −2000 ≤ k ≤ 2000. */
export function scaled(x: number, k: number): number {
  if (k > 1023) return x * powerOfTwo(1023) * powerOfTwo(Math.min(k - 1023, 1023));
  // In two steps whose first is exact: x is near 1 wherever the library scales that far down.
  if (k < -1022) return x * powerOfTwo(k + 100) * powerOfTwo(-100);
  return x * powerOfTwo(k);
}
