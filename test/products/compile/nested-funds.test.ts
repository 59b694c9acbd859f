import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AptfolioError } from '../../../src/errors/index.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import { compileProducts, lookThrough, type Product } from '../../../src/products/index.js';
import { bondFund, expectRefusal } from '../support.js';

const CLASSES = ['CASH', 'BOND', 'EQUITY'];
const fund = (
  id: string,
  classes: Readonly<Record<string, number>>,
  contains?: Readonly<Record<string, number>>,
  change: Partial<Product> = {},
): Product => bondFund({ id, lookThrough: classes, ...(contains && { contains }), ...change });

describe('a fund of funds', () => {
  it('is looked through to asset classes, however deep', () => {
    // C is half A; A is 60 % bonds and 40 % shares. D is a fifth cash and 80 % C.
    const { byId } = compileProducts(
      [
        fund('D', { CASH: 0.2 }, { C: 0.8 }),
        fund('C', { CASH: 0.5 }, { A: 0.5 }),
        fund('A', { BOND: 0.6, EQUITY: 0.4 }),
      ],
      CLASSES,
    );
    // C: 0.5 cash, 0.3 bonds, 0.2 shares; D: 0.2 + 0.8 · 0.5 = 0.6, 0.24, 0.16.
    expect(Object.entries(byId.D!.lookThrough)).toEqual([
      ['CASH', expect.closeTo(0.6, 14)],
      ['BOND', expect.closeTo(0.24, 14)],
      ['EQUITY', expect.closeTo(0.16, 14)],
    ]);
    expect(byId.D!.contains).toEqual({ C: 0.8 });
  });

  it('may be nothing but other funds', () => {
    const { byId } = compileProducts([fund('A', { BOND: 1 }), fund('B', {}, { A: 1 })], CLASSES);
    expect(byId.B!.lookThrough).toEqual({ BOND: 1 });
  });

  it('may state all of its classes, if they have room for what is inside', () => {
    const inside = fund('A', { BOND: 1 });
    const all = { BOND: 0.7, CASH: 0.3 };
    const { byId } = compileProducts([inside, fund('B', all, { A: 0.5 })], CLASSES);
    expect(byId.B!.lookThrough).toEqual(all);
    expectRefusal(
      () => compileProducts([inside, fund('B', { BOND: 0.4, CASH: 0.6 }, { A: 0.5 })], CLASSES),
      'inconsistent',
      'products[1].lookThrough.BOND',
    );
  });

  it('is refused with shares that do not add up', () => {
    const inside = fund('A', { BOND: 1 });
    expectRefusal(
      () => compileProducts([fund('B', { BOND: 0.4 }, { A: 0.5 }), inside], CLASSES),
      'inconsistent',
      'products[0].lookThrough',
    );
    expectRefusal(
      () => compileProducts([fund('B', {}, {}), inside], CLASSES),
      'inconsistent',
      'products[0].lookThrough',
    );
  });

  it('is refused with a product inside that nobody offers, which is named', () => {
    for (const id of ['X', 'constructor']) {
      expectRefusal(
        () => compileProducts([fund('A', { BOND: 1 }), fund('B', {}, { [id]: 1 })], CLASSES),
        'unknown-id',
        `products[1].contains.${id}`,
      );
    }
  });

  it('is refused where funds contain each other, with the whole circle in the message', () => {
    const rows = [
      fund('A', { BOND: 1 }),
      fund('F1', { CASH: 0.5 }, { F2: 0.5 }),
      fund('F2', { CASH: 0.1 }, { A: 0.4, F3: 0.5 }),
      fund('F3', { CASH: 0.5 }, { F1: 0.5 }),
    ];
    expectRefusal(() => compileProducts(rows, CLASSES), 'inconsistent', 'products[3].contains.F1');
    const message = (() => {
      try {
        compileProducts(rows, CLASSES);
      } catch (error) {
        return (error as AptfolioError).message;
      }
      return '';
    })();
    expect(message).toContain('F1 → F2 → F3 → F1');
    // What leads into the circle is no part of it.
    const before = [fund('A0', { CASH: 0.5 }, { F1: 0.5 }), ...rows];
    expectRefusal(
      () => compileProducts(before, CLASSES),
      'inconsistent',
      'products[4].contains.F1',
    );
  });

  it('cannot contain itself', () => {
    expectRefusal(
      () => compileProducts([fund('A', { BOND: 0.5 }, { A: 0.5 })], CLASSES),
      'inconsistent',
      'products[0].contains.A',
    );
  });

  it('may be one of many that hold the same fund: that is no circle', () => {
    const { byId } = compileProducts(
      [
        fund('TOP', {}, { L: 0.5, R: 0.5 }),
        fund('L', {}, { A: 1 }),
        fund('R', { CASH: 0.5 }, { A: 0.5 }),
        fund('A', { EQUITY: 1 }),
      ],
      CLASSES,
    );
    expect(byId.TOP!.lookThrough).toEqual({ CASH: 0.25, EQUITY: 0.75 });
  });

  it('may stand on 10,000 others, and rounding does not add up on the way', () => {
    const depth = 10_000;
    // Each level misses 1 by as much as a file may.
    const chain = Array.from({ length: depth }, (_, i) =>
      fund(`F${i}`, {}, { [`F${i + 1}`]: 1 - 9e-10 }),
    );
    const { byId } = compileProducts([...chain, fund(`F${depth}`, { EQUITY: 1 })], CLASSES);
    expect(byId.F0!.lookThrough).toEqual({ EQUITY: 1 });
  });
});

describe('currencies and issuers of a fund of funds', () => {
  const note = fund('N', { BOND: 1 }, undefined, { type: 'bond', currency: 'USD', issuer: 'ACME' });
  const spread = fund('S', { BOND: 1 }, undefined, { currencies: { CNY: 0.5, EUR: 0.5 } });
  const silent = fund('Q', { BOND: 1 });
  const inside = (top: Product): Product =>
    compileProducts([note, spread, silent, top], CLASSES).byId.T!;

  it('come from inside, and what nobody states is unknown', () => {
    const top = inside(fund('T', { CASH: 0.2 }, { N: 0.3, S: 0.4, Q: 0.1 }));
    // USD 0.3; CNY and EUR 0.4 · 0.5; the rest 0.2 and Q’s 0.1 are in no currency that is stated.
    expect(top.currencies).toEqual({
      CNY: expect.closeTo(0.2, 14),
      EUR: expect.closeTo(0.2, 14),
      USD: expect.closeTo(0.3, 14),
      unknown: expect.closeTo(0.3, 14),
    });
    expect(top.issuers).toEqual({ ACME: 0.3 });
  });

  it('are in the fund’s own currency outside the products inside', () => {
    const top = inside(fund('T', { CASH: 0.5 }, { N: 0.5 }, { currency: 'CNY' }));
    expect(top.currencies).toEqual({ CNY: 0.5, USD: 0.5 });
  });

  it('are left to the investment where nobody states any', () => {
    expect(inside(fund('T', { CASH: 0.5 }, { Q: 0.5 }))).not.toHaveProperty('currencies');
  });

  it('stay as the fund states them, but no issuer has less than comes from inside', () => {
    const stated = { currencies: { CNY: 1 }, issuers: { ACME: 0.1, OTHER: 0.2 } };
    const top = inside(fund('T', { CASH: 0.5 }, { N: 0.5 }, stated));
    expect(top.currencies).toEqual({ CNY: 1 });
    expect(top.issuers).toEqual({ ACME: 0.5, OTHER: 0.2 });
  });

  it('are refused where issuers leave no room for what is inside', () => {
    const rows = [note, fund('T', { CASH: 0.5 }, { N: 0.5 }, { issuers: { OTHER: 0.6 } })];
    expectRefusal(() => compileProducts(rows, CLASSES), 'inconsistent', 'products[1].issuers');
  });
});

/** Funds of which each contains only funds with a higher number. */
const someFunds = fc
  .array(
    fc.record({
      classes: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
      inside: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 7 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ classes, inside }, i) => {
      const parts = rows.slice(i + 1).map((_, j) => inside[j] ?? 0);
      const total = [...classes, ...parts].reduce((sum, part) => sum + part, 0);
      if (total === 0) return fund(`F${i}`, { CASH: 1 });
      const held = parts.flatMap((part, j) =>
        part === 0 ? [] : [[`F${i + 1 + j}`, part / total] as const],
      );
      const shares = CLASSES.map((name, c) => [name, classes[c]! / total] as const);
      return fund(`F${i}`, Object.fromEntries(shares), Object.fromEntries(held));
    }),
  );

describe('looking through any funds', () => {
  /** Straight from the definition: what is beside, and a share of what each product inside holds. */
  const shareOf = (product: Product, name: string, rows: readonly Product[]): number =>
    Object.entries(product.contains ?? {}).reduce(
      (sum, [id, share]) => sum + share * shareOf(rows.find((row) => row.id === id)!, name, rows),
      product.lookThrough[name] ?? 0,
    );

  it('gives what opening them one by one gives, and sums to 1', () => {
    fc.assert(
      fc.property(someFunds, (rows) => {
        const universe = compileProducts(rows, CLASSES);
        for (const row of rows) {
          const found = lookThrough({ [row.id]: 1 }, universe);
          for (const name of CLASSES) {
            expect(found[name]).toBeCloseTo(shareOf(row, name, rows), 12);
          }
          const sum = Object.values(found).reduce((total, share) => total + share, 0);
          expect(sum).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('does not depend on the order of rows, and compiles to the same again', () => {
    fc.assert(
      fc.property(someFunds, (rows) => {
        const text = canonicalJson(compileProducts(rows, CLASSES));
        expect(canonicalJson(compileProducts([...rows].reverse(), CLASSES))).toBe(text);
        const { products } = compileProducts(rows, CLASSES);
        expect(canonicalJson(compileProducts(products, CLASSES))).toBe(text);
      }),
    );
  });
});
