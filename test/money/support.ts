import type { ErrorCode } from '../../src/errors/index.js';

export { expectRefusal } from '../refusal.js';

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

/** What is no money, with the fault that a function names when its argument `path` is this. */
export function notMoney(path: string): readonly (readonly [unknown, ErrorCode, string])[] {
  const inAmount = (amount: unknown) => ({ currency: 'CNY', amount });
  return [
    [undefined, 'missing-value', path],
    [null, 'missing-value', path],
    ['12.50', 'invalid-type', path],
    [[], 'invalid-type', path],
    [{}, 'missing-value', `${path}.currency`],
    [{ currency: 'RMB', amount: '1.00' }, 'unknown-currency', `${path}.currency`],
    [{ currency: 'cny', amount: '1.00' }, 'unknown-currency', `${path}.currency`],
    [{ currency: 7, amount: '1.00' }, 'invalid-type', `${path}.currency`],
    [{ currency: '', amount: '1.00' }, 'empty', `${path}.currency`],
    [{ currency: 'CNY' }, 'missing-value', `${path}.amount`],
    [inAmount(null), 'missing-value', `${path}.amount`],
    [inAmount(12.5), 'invalid-type', `${path}.amount`],
    [inAmount(Number.NaN), 'invalid-type', `${path}.amount`],
    [inAmount(5n), 'invalid-type', `${path}.amount`],
    [inAmount(''), 'empty', `${path}.amount`],
    [inAmount('NaN'), 'invalid-format', `${path}.amount`],
    [inAmount('Infinity'), 'invalid-format', `${path}.amount`],
    [inAmount('1,234.50'), 'invalid-format', `${path}.amount`],
    [inAmount('1e3'), 'invalid-format', `${path}.amount`],
    [inAmount('+1.00'), 'invalid-format', `${path}.amount`],
    [inAmount(' 1.00'), 'invalid-format', `${path}.amount`],
    [inAmount('1.00\n'), 'invalid-format', `${path}.amount`],
    [inAmount('.5'), 'invalid-format', `${path}.amount`],
    [inAmount('01'), 'invalid-format', `${path}.amount`],
    [inAmount('１２'), 'invalid-format', `${path}.amount`],
    [inAmount('0.001'), 'out-of-range', `${path}.amount`],
    [inAmount('1'.repeat(31)), 'out-of-range', `${path}.amount`],
    [inAmount('1'.repeat(41)), 'too-long', `${path}.amount`],
    [inAmount(`0.${'0'.repeat(41)}`), 'too-long', `${path}.amount`],
  ];
}
