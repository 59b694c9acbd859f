import { expect } from 'vitest';
import { AptfolioError, type ErrorCode } from '../src/errors/index.js';

/** Expects a call to be refused with an error of this code, at this path. */
export function expectRefusal(call: () => unknown, code: ErrorCode, path: string): void {
  let caught: unknown;
  try {
    call();
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(AptfolioError);
  const { code: foundCode, path: foundPath } = caught as AptfolioError;
  expect({ code: foundCode, path: foundPath }).toEqual({ code, path });
}
