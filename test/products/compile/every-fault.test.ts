import { describe, expect, it } from 'vitest';
import { AptfolioError } from '../../../src/errors/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { safeParseProducts } from '../../../src/schema/index.js';
import { bondFund, wrong } from '../support.js';

function faultsOf(rows: readonly unknown[]): readonly (readonly [string, string])[] {
  try {
    compileProducts(wrong(rows), ['BOND', 'CASH']);
  } catch (error) {
    if (error instanceof AptfolioError) return error.issues.map(({ code, path }) => [code, path]);
    throw error;
  }
  return [];
}

const fund = (id: string, inside: Readonly<Record<string, number>>, change: object = {}): Product =>
  bondFund({ id, lookThrough: {}, contains: inside, ...change });

describe('a product file with several faults', () => {
  it('is refused with the fault of every row, in the order of the file', () => {
    const rows = [
      bondFund({ id: 'A', step: '0' }),
      bondFund({ id: 'B' }),
      null,
      bondFund({ id: 'C', minimumPurchase: 'x' }),
      bondFund({ id: 'B' }),
      bondFund({ id: '' }),
      // That the row of F is at fault, or names one that is, makes no fault of what it holds.
      fund('F', { A: 1, Z: 0 }),
    ];
    expect(faultsOf(rows)).toEqual([
      ['out-of-range', 'products[0].step'],
      ['missing-value', 'products[2]'],
      ['invalid-format', 'products[3].minimumPurchase'],
      ['duplicate-id', 'products[4].id'],
      ['empty', 'products[5].id'],
      ['unknown-id', 'products[6].contains.Z'],
    ]);
  });

  it('is refused with the fault of every fund of funds, but for what follows from another', () => {
    const rows = [
      // Holds F2, of which nothing can be said.
      fund('F3', { F2: 1 }),
      // 0.4 and 0.5 are 0.9.
      fund('F2', { F1: 0.4, A: 0.5 }),
      fund('F1', { A: 1 }),
      bondFund({ id: 'A' }),
      bondFund({ id: 'L', type: 'loan' }),
      fund('F4', { L: 1 }),
    ];
    expect(faultsOf(rows)).toEqual([
      ['inconsistent', 'products[1].lookThrough'],
      ['inconsistent', 'products[5].contains.L'],
    ]);
  });

  it('names each of them in the message', () => {
    const rows = [bondFund({ id: 'A', step: '0' }), bondFund({ id: 'B', lockUpDays: -1 })];
    expect(() => compileProducts(rows, ['BOND'])).toThrow(
      /^products\[0\]\.step: expected .*; products\[1\]\.lockUpDays: expected /,
    );
  });
});

describe('a parser of product rows', () => {
  it.each([
    [{ step: '0' }, 'products[0].step'],
    [{ step: '0.00' }, 'products[0].step'],
    [{ step: '-1' }, 'products[0].step'],
    [{ minimumPurchase: '-1' }, 'products[0].minimumPurchase'],
  ])('refuses %j, as compiling does', (change, path) => {
    const result = safeParseProducts([bondFund(change)]);
    expect(result.status === 'invalid' && result.issues.map((issue) => issue.path)).toEqual([path]);
    expect(faultsOf([bondFund(change)])).toMatchObject([[expect.any(String), path]]);
  });

  it('takes a minimum of 0, as compiling does', () => {
    expect(safeParseProducts([bondFund({ minimumPurchase: '0' })]).status).not.toBe('invalid');
    expect(faultsOf([bondFund({ minimumPurchase: '0' })])).toEqual([]);
  });
});
