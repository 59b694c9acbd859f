import type { ErrorCode } from '../../src/errors/index.js';
import { expectRefusal } from '../refusal.js';

export { expectRefusal };

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

/** What is no date, with the fault that a function names. */
export const NO_DATES: readonly (readonly [unknown, ErrorCode])[] = [
  [undefined, 'missing-value'],
  [null, 'missing-value'],
  [20260302, 'invalid-type'],
  [Number.NaN, 'invalid-type'],
  [new Date(0), 'invalid-type'],
  [{ year: 2026, month: 3, day: 2 }, 'invalid-type'],
  ['', 'invalid-date'],
  ['2026-02-29', 'invalid-date'],
  ['1900-02-29', 'invalid-date'],
  ['2026-04-31', 'invalid-date'],
  ['2026-13-01', 'invalid-date'],
  ['2026-00-10', 'invalid-date'],
  ['2026-01-00', 'invalid-date'],
  ['0000-01-01', 'invalid-date'],
  ['2026-3-2', 'invalid-date'],
  ['20260302', 'invalid-date'],
  ['2026/03/02', 'invalid-date'],
  ['02-03-2026', 'invalid-date'],
  ['2026-03-02T00:00:00Z', 'invalid-date'],
  [' 2026-03-02', 'invalid-date'],
  ['2026-03-02\n', 'invalid-date'],
  ['+2026-03-02', 'invalid-date'],
  ['10000-01-01', 'invalid-date'],
  ['２０２６-03-02', 'invalid-date'],
];

/** Expects every one of them to be refused with this path. */
export function expectDateArgument(call: (date: never) => unknown, path: string): void {
  for (const [value, code] of NO_DATES) expectRefusal(() => call(wrong(value)), code, path);
}
