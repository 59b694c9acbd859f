import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import {
  compileProducts,
  effectiveRisk,
  type Product,
  productOn,
  universeOn,
} from '../../src/products/index.js';
import { bondFund, expectRefusal, isDeeplyFrozen, universe, wrong } from './support.js';

const changes = [
  { from: '2026-06-01', distributorRisk: 'R4' },
  { from: '2026-09-01', annualFee: 0.006, status: 'subscription-suspended' },
  { from: '2027-01-01', distributorRisk: 'R2', status: 'open' },
] as const;
const product = compileProducts([bondFund({ changes })], ['BOND']).byId.A!;
const onDay = (day: string): Partial<Product> => {
  const { distributorRisk, annualFee, status } = productOn(product, wrong(day));
  return { distributorRisk, annualFee, status };
};

describe('a product of a day', () => {
  it.each([
    ['0001-01-01', 'R2', 0.004, 'open'],
    ['2026-05-31', 'R2', 0.004, 'open'],
    ['2026-06-01', 'R4', 0.004, 'open'],
    ['2026-08-31', 'R4', 0.004, 'open'],
    ['2026-09-01', 'R4', 0.006, 'subscription-suspended'],
    ['2026-12-31', 'R4', 0.006, 'subscription-suspended'],
    ['2027-01-01', 'R2', 0.006, 'open'],
    ['9999-12-31', 'R2', 0.006, 'open'],
  ] as const)(
    'is as the changes up to it left it: %s',
    (day, distributorRisk, annualFee, status) => {
      expect(onDay(day)).toEqual({ distributorRisk, annualFee, status });
    },
  );

  it('has the higher of that day’s ratings', () => {
    expect(effectiveRisk(productOn(product, '2026-07-01'))).toBe('R4');
  });

  it('bears no trace of what comes later', () => {
    const grown = compileProducts(
      [bondFund({ changes: [...changes, { from: '2028-01-01', status: 'closed' }] })],
      ['BOND'],
    ).byId.A!;
    expect(canonicalJson(productOn(grown, '2027-06-01'))).toBe(
      canonicalJson(productOn(product, '2027-06-01')),
    );
    expect(productOn(product, '2026-01-01')).not.toHaveProperty('changes');
  });

  it('has all fees of that day in place of those before', () => {
    const before = { annualParts: { management: 0.004 }, rebate: 0.001 };
    const after = { annualParts: { management: 0.003, custody: 0.002 }, halfSpread: 0.001 };
    const rows = [
      { from: '2026-06-01', annualFee: 0.005, fees: after },
      { from: '2026-09-01', annualFee: 0.006 },
      { from: '2026-12-01', fees: {} },
    ] as const;
    const changed = compileProducts([bondFund({ fees: before, changes: rows })], ['BOND']);
    const feesOn = (day: string) => universeOn(changed, wrong(day)).byId.A?.fees;
    expect(feesOn('2026-05-31')).toEqual(before);
    expect(feesOn('2026-06-01')).toEqual(after);
    // Nobody has taken 0.6 % apart.
    expect(feesOn('2026-09-01')).toEqual({ halfSpread: 0.001 });
    expect(feesOn('2026-12-01')).toEqual({});
  });

  it('has fees that are parts of that day’s whole', () => {
    const compile = (change: object) => () =>
      compileProducts([bondFund({ changes: [{ from: '2026-06-01', ...change }] })], ['BOND']);
    const parts = { annualParts: { management: 0.005 } };
    expect(compile({ annualFee: 0.005, fees: parts })).not.toThrow();
    // 0.5 % is not the 0.4 % of that day.
    expectRefusal(
      compile({ fees: parts }),
      'inconsistent',
      'products[0].changes[0].fees.annualParts',
    );
    expectRefusal(
      compile({ fees: { rebate: 0.005 } }),
      'inconsistent',
      'products[0].changes[0].fees.rebate',
    );
    expectRefusal(
      compile({ fees: { rebates: 0.001 } }),
      'unknown-id',
      'products[0].changes[0].fees.rebates',
    );
  });

  it('keeps the parts of the annual charges only while they are those of the charges', () => {
    const fees = { annualParts: { management: 0.004 }, halfSpread: 0.001 };
    const parted = compileProducts([bondFund({ changes, fees })], ['BOND']).byId.A!;
    expect(productOn(parted, '2026-08-31').fees).toEqual(fees);
    expect(productOn(parted, '2026-09-01').fees).toEqual({ halfSpread: 0.001 });
  });

  it('is the product itself where nothing ever changes', () => {
    expect(productOn(universe.byId.P03!, '2026-03-02')).toBe(universe.byId.P03);
  });

  it('is frozen, fits a universe, and leaves the product alone', () => {
    const before = JSON.stringify(product);
    const found = productOn(product, '2026-07-01');
    expect(isDeeplyFrozen(found)).toBe(true);
    expect(compileProducts([found], ['BOND']).byId.A).toEqual(found);
    expect(JSON.stringify(product)).toBe(before);
  });

  it.each([
    ['no product', null, '2026-03-02', 'missing-value', 'product'],
    ['no day', product, undefined, 'missing-value', 'asOf'],
    ['a day that does not exist', product, '2026-02-30', 'invalid-date', 'asOf'],
    [
      'changes out of order',
      { ...product, changes: [...changes].reverse() },
      '2026-03-02',
      'inconsistent',
      'product.changes[1].from',
    ],
    [
      'changes that are no list',
      { ...product, changes: 'none' },
      '2026-03-02',
      'invalid-type',
      'product.changes',
    ],
  ] as const)('is refused for %s', (_, given, day, code, path) => {
    expectRefusal(() => productOn(wrong(given), wrong(day)), code, path);
  });
});

describe('a universe of a day', () => {
  const rows = [bondFund({ changes }), bondFund({ id: 'B' })];
  const compiled = compileProducts(rows, ['BOND']);

  it('has every product as of that day', () => {
    const { products, byId, assetClasses } = universeOn(compiled, '2026-10-01');
    expect(products.map(({ id, status }) => [id, status])).toEqual([
      ['A', 'subscription-suspended'],
      ['B', 'open'],
    ]);
    expect(byId.A).toBe(products[0]);
    expect(byId.B).toBe(compiled.byId.B);
    expect(assetClasses).toEqual(['BOND']);
  });

  it('stays the same on its own day', () => {
    const once = universeOn(compiled, '2026-10-01');
    expect(universeOn(once, '2026-10-01')).toBe(once);
    expect(universeOn(universe, '2026-10-01')).toBe(universe);
  });

  it('is refused without a universe or a day', () => {
    expectRefusal(() => universeOn(wrong(rows), '2026-03-02'), 'invalid-type', 'universe');
    expectRefusal(() => universeOn(compiled, wrong('2026')), 'invalid-date', 'asOf');
  });
});
