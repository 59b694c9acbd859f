/** The quotient's nearest whole number, a tie to the even one; the dividend at least 0, the divisor above 0. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = 2n * (dividend - quotient * divisor);
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/** The quotient rounded up; the dividend at least 0, the divisor above 0. */
export function divideUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

/** The smaller of two numbers. */
export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The smallest of the numbers that are given; `undefined` where none is. */
export function least(...numbers: readonly (bigint | undefined)[]): bigint | undefined {
  return numbers.reduce((found, one) => {
    if (found === undefined || one === undefined) return found ?? one;
    return smaller(found, one);
  }, undefined);
}
