import { expect } from 'vitest';

const RELATIVE_TOLERANCE = 1e-9;

/** Compares a documented value with the real one; numbers may differ by 1e-9 of the expected. */
export async function expectValue(actual: unknown, expected: unknown): Promise<void> {
  expect(alignNumbers(await actual, plain(expected))).toEqual(plain(expected));
}

/** Checks that a documented call throws an error with this code, and this path if one is given. */
export async function expectThrow(call: () => unknown, code: string, path?: string): Promise<void> {
  let error: { code?: unknown; path?: unknown } | undefined;
  try {
    await call();
  } catch (thrown) {
    error = thrown as { code?: unknown; path?: unknown };
  }
  if (error === undefined)
    throw new Error(`expected an error with code '${code}', none was thrown`);
  if (typeof error.code !== 'string') throw error;
  expect(error.code).toBe(code);
  if (path !== undefined) expect(error.path).toBe(path);
}

/** Puts the expected number in place of one that is close enough, so that a diff shows real faults only. */
function alignNumbers(actual: unknown, expected: unknown): unknown {
  const value = plain(actual);
  if (typeof value === 'number' && typeof expected === 'number') {
    const close = Math.abs(value - expected) < RELATIVE_TOLERANCE * Math.abs(expected);
    return close ? expected : value;
  }
  if (Array.isArray(value) && Array.isArray(expected)) {
    return value.map((element, i) => alignNumbers(element, expected[i]));
  }
  if (isRecord(value) && isRecord(expected)) {
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, v]) => [key, alignNumbers(v, expected[key])]));
  }
  return value;
}

function plain(value: unknown): unknown {
  return value instanceof Float64Array ? Array.from(value) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
