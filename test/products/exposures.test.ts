import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileProducts,
  EXPOSURE_KINDS,
  type Exposures,
  exposures,
  lookThrough,
} from '../../src/products/index.js';
import { bondFund, expectRefusal, isDeeplyFrozen, universe, wrong } from './support.js';

/** F holds a note, a fund and cash; G holds F and the note. */
const nested = compileProducts(
  [
    bondFund({ id: 'NOTE', type: 'structured', issuer: 'ACME', currency: 'USD' }),
    bondFund({ id: 'FUND', type: 'bond-fund', issuer: 'Manager', issuers: { BETA: 0.2 } }),
    bondFund({
      id: 'F',
      lookThrough: { CASH: 0.1 },
      contains: { NOTE: 0.3, FUND: 0.6 },
      currency: 'CNY',
    }),
    bondFund({ id: 'G', lookThrough: {}, contains: { F: 0.5, NOTE: 0.5 } }),
    bondFund({ id: 'BANK', type: 'deposit', issuer: 'Bank', currency: 'CNY' }),
  ],
  ['CASH', 'BOND'],
);
const WEIGHTS = { G: 0.5, BANK: 0.3, FUND: 0.2 };
const close = (shares: Readonly<Record<string, number>>): object =>
  Object.fromEntries(Object.entries(shares).map(([k, v]) => [k, expect.closeTo(v, 13)]));

describe('exposures', () => {
  it('by class are those of the look-through', () => {
    const found = exposures(WEIGHTS, nested, { by: 'class' });
    expect(found.shares).toEqual(lookThrough(WEIGHTS, nested));
    expect(found).toMatchObject({ by: 'class', spread: 0, unknown: 0 });
    // 0.5 of G, half of which is F, a tenth of which is cash.
    expect(found.shares.CASH).toBeCloseTo(0.025, 14);
  });

  it('by product open every fund, and leave with a fund what is in no other product', () => {
    const found = exposures(WEIGHTS, nested, { by: 'product' });
    // G 0.5: half is F (0.25: NOTE 0.075, FUND 0.15, own 0.025), half is NOTE (0.25).
    expect(found.shares).toEqual(close({ BANK: 0.3, F: 0.025, FUND: 0.35, NOTE: 0.325 }));
    expect(Object.keys(found.shares)).toEqual(['BANK', 'F', 'FUND', 'NOTE']);
  });

  it('by issuer count debtors, not managers, and leave the rest as spread', () => {
    const found = exposures(WEIGHTS, nested, { by: 'issuer' });
    // BETA is a fifth of FUND's 0.35; the rest of it (0.28) and F's own cash (0.025) are spread.
    expect(found.shares).toEqual(close({ ACME: 0.325, BETA: 0.07, Bank: 0.3 }));
    expect(found.spread).toBeCloseTo(0.305, 13);
    expect(found.unknown).toBe(0);
  });

  it('by currency name what nobody states', () => {
    const found = exposures(WEIGHTS, nested, { by: 'currency' });
    // FUND states none, wherever it is held: 0.35.
    expect(found.shares).toEqual(close({ CNY: 0.325, USD: 0.325 }));
    expect(found.unknown).toBeCloseTo(0.35, 13);
  });

  it('by currency take what states none for the investment’s, where that is given', () => {
    const found = exposures(WEIGHTS, nested, { by: 'currency', currency: 'HKD' });
    expect(found.shares).toEqual(close({ CNY: 0.325, HKD: 0.35, USD: 0.325 }));
    expect(found.unknown).toBe(0);
    const none = exposures({ P01: 1 }, universe, { by: 'currency' });
    expect([none.shares, none.unknown]).toEqual([{}, 1]);
  });

  it('leave no dust of a fund that is all other funds', () => {
    const tenths = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`P${i}`, 0.1]));
    const rows = Object.keys(tenths).map((id) => bondFund({ id }));
    const all = compileProducts(
      [bondFund({ id: 'ALL', lookThrough: {}, contains: tenths }), ...rows],
      ['BOND'],
    );
    const { shares } = exposures({ ALL: 1 }, all, { by: 'product' });
    expect(Object.keys(shares)).not.toContain('ALL');
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
  });

  it('are frozen, empty for nothing, and survive a round trip through JSON', () => {
    for (const by of EXPOSURE_KINDS) {
      const found = exposures(WEIGHTS, nested, { by });
      expect(isDeeplyFrozen(found)).toBe(true);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    }
    expect(exposures({}, nested, { by: 'issuer' })).toEqual({
      by: 'issuer',
      shares: {},
      spread: 0,
      unknown: 0,
    });
  });

  const someWeights = fc.dictionary(
    fc.constantFrom('NOTE', 'FUND', 'F', 'G', 'BANK'),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  const totalOf = ({ shares, spread, unknown }: Exposures): number =>
    Object.values(shares).reduce((sum, share) => sum + share, spread + unknown);

  it('lose nothing, whatever is asked, and do not depend on the order of the weights', () => {
    fc.assert(
      fc.property(someWeights, fc.constantFrom(...EXPOSURE_KINDS), (weights, by) => {
        const held = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
        const found = exposures(weights, nested, { by });
        expect(totalOf(found)).toBeCloseTo(held, 12);
        const turned = Object.fromEntries(Object.entries(weights).reverse());
        expect(exposures(turned, nested, { by })).toStrictEqual(found);
      }),
    );
  });

  it('by product have the classes of the portfolio', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        // F keeps its own cash, which its compiled classes mix with the rest.
        const { F = 0, ...open } = exposures(weights, nested, { by: 'product' }).shares;
        const opened = lookThrough(open, nested);
        const whole = lookThrough(weights, nested);
        expect((opened.CASH as number) + F).toBeCloseTo(whole.CASH as number, 12);
        expect(opened.BOND).toBeCloseTo(whole.BOND as number, 12);
      }),
    );
  });

  it.each([
    ['no options', undefined, 'missing-value', 'options'],
    ['nothing asked', {}, 'missing-value', 'options.by'],
    ['another kind', { by: 'country' }, 'unknown-value', 'options.by'],
    [
      'a currency that is none',
      { by: 'currency', currency: 'RMB' },
      'unknown-currency',
      'options.currency',
    ],
  ] as const)('are refused for %s', (_, options, code, path) => {
    expectRefusal(() => exposures(WEIGHTS, nested, wrong(options)), code, path);
  });

  it('are refused for weights and universes at fault', () => {
    for (const by of EXPOSURE_KINDS) {
      expectRefusal(() => exposures({ X: 1 }, nested, { by }), 'unknown-id', 'weights.X');
      expectRefusal(() => exposures({ F: -1 }, nested, { by }), 'out-of-range', 'weights.F');
      expectRefusal(() => exposures({}, wrong(null), { by }), 'missing-value', 'universe');
    }
    const lost = { ...nested.byId.F, contains: { GONE: 1 } };
    const damaged = wrong({ ...nested, products: [lost], byId: { F: lost } });
    expectRefusal(
      () => exposures({ F: 1 }, damaged, { by: 'product' }),
      'unknown-id',
      'universe.products[0].contains.GONE',
    );
  });
});
