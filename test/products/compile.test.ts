import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import { compileProducts } from '../../src/products/index.js';
import {
  assetClasses,
  bondFund,
  expectRefusal,
  isDeeplyFrozen,
  products,
  universe,
  wrong,
} from './support.js';

const FILE = 'examples/data/scenario/products.json';

describe('compiling products', () => {
  it('takes a bank’s file as JSON.parse gives it', () => {
    const file = JSON.parse(readFileSync(FILE, 'utf8'));
    const compiled = compileProducts(file.products, assetClasses);
    expect(compiled.products).toHaveLength(11);
    expect(compiled.byId.P07).toEqual(file.products[6]);
  });

  it('sorts by id, so that the order of the file has no influence', () => {
    const turned = compileProducts([...products].reverse(), assetClasses);
    expect(canonicalJson(turned)).toBe(canonicalJson(universe));
    expect(turned.products.map(({ id }) => id)).toEqual([
      ...['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11'],
    ]);
  });

  it('sorts by code unit, the same in every locale', () => {
    const ids = ['b', 'ä', 'B', 'a', 'P10', 'P2'];
    const rows = ids.map((id) => bondFund({ id }));
    const sorted = compileProducts(rows, ['BOND']).products.map(({ id }) => id);
    // U+0042, U+0050 0031, U+0050 0032, U+0061, U+0062, U+00E4.
    expect(sorted).toEqual(['B', 'P10', 'P2', 'a', 'b', 'ä']);
  });

  it('copies the rows, leaves them alone and freezes the copy', () => {
    const rows = structuredClone(products);
    const before = JSON.stringify(rows);
    const compiled = compileProducts(rows, assetClasses);
    expect(JSON.stringify(rows)).toBe(before);
    Object.assign(rows[0]!, { annualFee: 0.5 });
    Object.assign(rows[0]!.lookThrough, { CASH: 0 });
    expect(compiled.byId.P01).toMatchObject({ annualFee: 0.0033, lookThrough: { CASH: 1 } });
    expect(isDeeplyFrozen(compiled)).toBe(true);
  });

  it('keeps further fields of the bank’s own rows', () => {
    const row = { ...bondFund(), isin: 'CND10000A018' };
    expect(compileProducts([row], ['BOND']).byId.A).toHaveProperty('isin', 'CND10000A018');
  });

  it('compiles what it has compiled to the same', () => {
    const again = compileProducts(universe.products, universe.assetClasses);
    expect(canonicalJson(again)).toBe(canonicalJson(universe));
  });

  it('survives a round trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(universe))).toEqual(universe);
  });

  it('may have no products at all', () => {
    expect(compileProducts([], ['BOND'])).toEqual({
      assetClasses: ['BOND'],
      products: [],
      byId: {},
    });
  });

  it('holds no negative zero', () => {
    const row = bondFund({ annualFee: -0, entryFee: -0, lockUpDays: -0 });
    const lookThrough = { BOND: 1, CASH: -0 };
    const { byId } = compileProducts([{ ...row, lookThrough }], ['BOND', 'CASH']);
    expect(byId.A).toStrictEqual({
      ...bondFund({ annualFee: 0, entryFee: 0, lockUpDays: 0 }),
      lookThrough: { BOND: 1, CASH: 0 },
    });
  });

  it('forgives the rounding of shares, such as ten tenths', () => {
    const classes = Array.from({ length: 10 }, (_, i) => `K${i}`);
    const lookThrough = Object.fromEntries(classes.map((name) => [name, 0.1]));
    // 0.1 added ten times is 0.9999999999999999 in doubles.
    expect(compileProducts([bondFund({ lookThrough })], classes).products).toHaveLength(1);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'takes %s for a name like any other',
    (name) => {
      const lookThrough = Object.fromEntries([[name, 1]]);
      const compiled = compileProducts([bondFund({ id: name, lookThrough })], [name, 'BOND']);
      expect(Object.keys(compiled.byId)).toEqual([name]);
      expect(Object.entries(compiled.products[0]!.lookThrough)).toEqual([[name, 1]]);
    },
  );
});

const HOLE = new Array(1);
const row = (change: object): readonly unknown[] => [
  bondFund(),
  { ...bondFund({ id: 'B' }), ...change },
];

describe('products at fault', () => {
  it.each([
    ['nothing', undefined, 'missing-value', 'products'],
    ['null', null, 'missing-value', 'products'],
    ['the whole file', { products }, 'invalid-type', 'products'],
    ['a gap', HOLE, 'missing-value', 'products[0]'],
    ['a null row', [null], 'missing-value', 'products[0]'],
    ['a row as text', ['P01'], 'invalid-type', 'products[0]'],
    ['no id', row({ id: undefined }), 'missing-value', 'products[1].id'],
    ['an empty id', row({ id: '' }), 'empty', 'products[1].id'],
    ['a number as id', row({ id: 7 }), 'invalid-type', 'products[1].id'],
    ['an id twice', row({ id: 'A' }), 'duplicate-id', 'products[1].id'],
    ['no name', row({ name: null }), 'missing-value', 'products[1].name'],
    ['a name of 1001 characters', row({ name: 'x'.repeat(1001) }), 'too-long', 'products[1].name'],
    ['a rating of its own', row({ issuerRisk: 'R6' }), 'unknown-value', 'products[1].issuerRisk'],
    ['a rating as number', row({ issuerRisk: 3 }), 'invalid-type', 'products[1].issuerRisk'],
    [
      'no rating of the distributor, as no rating is no low rating',
      row({ distributorRisk: undefined }),
      'missing-value',
      'products[1].distributorRisk',
    ],
    ['a negative fee', row({ annualFee: -0.001 }), 'out-of-range', 'products[1].annualFee'],
    ['a fee of all', row({ annualFee: 1 }), 'out-of-range', 'products[1].annualFee'],
    [
      'a fee that is no number',
      row({ annualFee: Number.NaN }),
      'not-finite',
      'products[1].annualFee',
    ],
    ['a fee as text', row({ annualFee: '0.01' }), 'invalid-type', 'products[1].annualFee'],
    [
      'no fee, as a missing fee is not 0',
      row({ annualFee: null }),
      'missing-value',
      'products[1].annualFee',
    ],
    ['a negative entry fee', row({ entryFee: -1e-9 }), 'out-of-range', 'products[1].entryFee'],
    ['an infinite entry fee', row({ entryFee: 1 / 0 }), 'not-finite', 'products[1].entryFee'],
    [
      'a minimum as number',
      row({ minimumPurchase: 10 }),
      'invalid-type',
      'products[1].minimumPurchase',
    ],
    [
      'a negative minimum',
      row({ minimumPurchase: '-1' }),
      'invalid-format',
      'products[1].minimumPurchase',
    ],
    [
      'a minimum with commas',
      row({ minimumPurchase: '1,000' }),
      'invalid-format',
      'products[1].minimumPurchase',
    ],
    [
      'an exponent',
      row({ minimumPurchase: '1e3' }),
      'invalid-format',
      'products[1].minimumPurchase',
    ],
    [
      'no minimum',
      row({ minimumPurchase: undefined }),
      'missing-value',
      'products[1].minimumPurchase',
    ],
    ['a step of 0', row({ step: '0.00' }), 'out-of-range', 'products[1].step'],
    ['a step that is no amount', row({ step: '.5' }), 'invalid-format', 'products[1].step'],
    ['half a day', row({ lockUpDays: 0.5 }), 'invalid-type', 'products[1].lockUpDays'],
    ['less than no days', row({ lockUpDays: -1 }), 'out-of-range', 'products[1].lockUpDays'],
    [
      'no lock-up stated',
      row({ lockUpDays: undefined }),
      'missing-value',
      'products[1].lockUpDays',
    ],
    ['a status of its own', row({ status: 'Open' }), 'unknown-value', 'products[1].status'],
    ['no status', row({ status: undefined }), 'missing-value', 'products[1].status'],
    [
      'no look-through',
      row({ lookThrough: undefined }),
      'missing-value',
      'products[1].lookThrough',
    ],
    ['an empty look-through', row({ lookThrough: {} }), 'inconsistent', 'products[1].lookThrough'],
    [
      'a look-through as list',
      row({ lookThrough: [1] }),
      'invalid-type',
      'products[1].lookThrough',
    ],
    [
      'shares below 1',
      row({ lookThrough: { BOND: 0.999999 } }),
      'inconsistent',
      'products[1].lookThrough',
    ],
    [
      'shares above 1',
      row({ lookThrough: { BOND: 0.6, CASH: 0.6 } }),
      'inconsistent',
      'products[1].lookThrough',
    ],
    [
      'percent',
      row({ lookThrough: { BOND: 100 } }),
      'out-of-range',
      'products[1].lookThrough.BOND',
    ],
    [
      'a short position',
      row({ lookThrough: { BOND: 1, CASH: -0.1 } }),
      'out-of-range',
      'products[1].lookThrough.CASH',
    ],
    [
      'a share that is no number',
      row({ lookThrough: { BOND: Number.NaN } }),
      'not-finite',
      'products[1].lookThrough.BOND',
    ],
    [
      'a missing share',
      row({ lookThrough: { BOND: 1, CASH: null } }),
      'missing-value',
      'products[1].lookThrough.CASH',
    ],
    [
      'an unknown class',
      row({ lookThrough: { GOLD: 1 } }),
      'unknown-id',
      'products[1].lookThrough.GOLD',
    ],
    [
      'another product inside',
      row({ lookThrough: { A: 1 } }),
      'unknown-id',
      'products[1].lookThrough.A',
    ],
  ] as const)('are refused with the path: %s', (_, given, code, path) => {
    expectRefusal(() => compileProducts(wrong(given), ['BOND', 'CASH']), code, path);
  });

  it.each([
    ['nothing', undefined, 'missing-value', 'assetClasses'],
    ['none', [], 'empty', 'assetClasses'],
    ['a text', 'BOND', 'invalid-type', 'assetClasses'],
    ['a gap', HOLE, 'missing-value', 'assetClasses[0]'],
    ['an empty name', ['BOND', ''], 'empty', 'assetClasses[1]'],
    ['one twice', ['BOND', 'CASH', 'BOND'], 'duplicate-id', 'assetClasses[2]'],
    ['a number', [1], 'invalid-type', 'assetClasses[0]'],
  ] as const)('are refused with asset classes at fault: %s', (_, given, code, path) => {
    expectRefusal(() => compileProducts([], wrong(given)), code, path);
  });
});
