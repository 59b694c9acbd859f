import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AptfolioError, mapBatch } from '../../src/errors/index.js';

function halve(row: { readonly amount: number }): number {
  if (row.amount % 2 !== 0) throw new AptfolioError('out-of-range', 'amount', 'even', row.amount);
  return row.amount / 2;
}

describe('mapBatch', () => {
  it('keeps the good rows with their index and names the bad ones with their path', () => {
    const result = mapBatch([{ amount: 2 }, { amount: 3 }, { amount: 8 }], 'rows', halve);
    expect(result.values).toEqual([1, 4]);
    expect(result.rows).toEqual([0, 2]);
    expect(result.failures).toEqual([
      {
        row: 1,
        issues: [{ code: 'out-of-range', path: 'rows[1].amount', expected: 'even', received: '3' }],
      },
    ]);
  });

  it('freezes its result to the last issue', () => {
    const result = mapBatch([{ amount: 2 }, { amount: 3 }], 'rows', halve);
    const { values, rows, failures } = result;
    const [failure] = failures;
    for (const part of [
      result,
      values,
      rows,
      failures,
      failure,
      failure!.issues,
      failure!.issues[0],
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('throws on what is no fault of the input', () => {
    expect(() =>
      mapBatch([1], 'rows', () => {
        throw new TypeError('a fault in the program');
      }),
    ).toThrow(TypeError);
  });

  it('accounts for every row exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ amount: fc.nat(9) })), (rows) => {
        const { rows: good, failures } = mapBatch(rows, 'rows', halve);
        const seen = [...good, ...failures.map((failure) => failure.row)].sort((a, b) => a - b);
        expect(seen).toEqual(rows.map((_, index) => index));
      }),
    );
  });
});
