import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaxPolicy } from '../../../src/rebalancing/lots/lot.js';
import { type Tax, type TermGain, taxAdded, taxOf } from '../../../src/rebalancing/lots/tax-of.js';

const TAX: TaxPolicy = { shortTermRate: 0.3, longTermRate: 0.1 };

const short = (gain: bigint): TermGain => ({ term: 'short', gain });
const long = (gain: bigint): TermGain => ({ term: 'long', gain });

const known = (tax: Tax) => {
  if (tax.status === 'unknown') throw new Error('not known');
  return tax;
};

describe('taxOf', () => {
  it.each([
    // 1000·0.3 + 1000·0.1
    ['gains of both terms', [short(1000n), long(1000n)], 400n, 1000n, 1000n, 0n],
    // Short: 1000 − 400; long: 500 − 100.
    [
      'losses within their terms first',
      [short(1000n), short(-400n), long(500n), long(-100n)],
      220n,
      600n,
      400n,
      0n,
    ],
    // Short: −300, which leaves 700 of the long gain.
    [
      'a short loss against a long gain',
      [short(200n), short(-500n), long(1000n)],
      70n,
      0n,
      700n,
      0n,
    ],
    // Long: −300, which leaves 700 of the short gain.
    ['a long loss against a short gain', [short(1000n), long(-300n)], 210n, 700n, 0n, 0n],
    ['a loss that is larger than all gains', [short(100n), long(-300n)], 0n, 0n, 0n, 200n],
    ['losses alone', [short(-100n), long(-300n)], 0n, 0n, 0n, 400n],
    ['nothing', [], 0n, 0n, 0n, 0n],
    // 0.3 · 5 = 1.5 → 2; 0.3 · 15 = 4.5 → 4.
    ['half a cent up to the even one', [short(5n)], 2n, 5n, 0n, 0n],
    ['half a cent down to the even one', [short(15n)], 4n, 15n, 0n, 0n],
    // 0.3 · 1 + 0.1 · 4 = 0.7 → 1; rounded apart it would be 0 + 0.
    ['both terms before it rounds', [short(1n), long(4n)], 1n, 1n, 4n, 0n],
  ] as const)('reckons %s', (_, gains, tax, taxedShort, taxedLong, lossLeft) => {
    expect(taxOf(gains, TAX)).toEqual({ status: 'known', tax, taxedShort, taxedLong, lossLeft });
  });

  it('lets losses lower nothing where the policy says so', () => {
    const gains = [short(1000n), short(-400n), long(500n), long(-900n)];
    expect(taxOf(gains, { ...TAX, offsetLosses: false })).toEqual({
      status: 'known',
      tax: 350n,
      taxedShort: 1000n,
      taxedLong: 500n,
      lossLeft: 1300n,
    });
  });

  it('knows no tax where a cost is not known', () => {
    expect(taxOf([short(100n), { term: 'long' }], TAX)).toEqual({ status: 'unknown', missing: 1 });
  });

  it('is what cancelling cent by cent leaves: within a term first, then across', () => {
    const gain = fc.bigInt({ min: -60n, max: 60n });
    const gains = fc.array(
      fc.record({ term: fc.constantFrom('short' as const, 'long' as const), gain }),
    );
    fc.assert(
      fc.property(gains, (rows) => {
        const of = (term: string, sign: bigint) =>
          rows.reduce(
            (sum, row) => (row.term === term && row.gain * sign > 0n ? sum + row.gain * sign : sum),
            0n,
          );
        let [sg, sl, lg, ll] = [of('short', 1n), of('short', -1n), of('long', 1n), of('long', -1n)];
        for (; sg > 0n && sl > 0n; sg--) sl--;
        for (; lg > 0n && ll > 0n; lg--) ll--;
        for (; sg > 0n && ll > 0n; sg--) ll--;
        for (; lg > 0n && sl > 0n; lg--) sl--;
        expect(known(taxOf(rows, TAX))).toMatchObject({
          taxedShort: sg,
          taxedLong: lg,
          lossLeft: sl + ll,
        });
      }),
    );
  });

  it('never falls below 0 and never rises with a loss more', () => {
    const gains = fc.array(
      fc.record({
        term: fc.constantFrom('short' as const, 'long' as const),
        gain: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      }),
    );
    fc.assert(
      fc.property(gains, fc.bigInt({ min: 0n, max: 10n ** 20n }), (rows, loss) => {
        const { tax } = known(taxOf(rows, TAX));
        expect(tax >= 0n).toBe(true);
        expect(known(taxOf([...rows, short(-loss)], TAX)).tax <= tax).toBe(true);
      }),
    );
  });
});

describe('taxAdded', () => {
  const added = (
    gains: readonly TermGain[],
    realised: readonly (readonly TermGain[])[],
    tax: TaxPolicy = TAX,
  ) => taxAdded(gains, realised, tax);

  it('is the tax of the day where nothing was realised before', () => {
    expect(added([short(1000n), long(1000n)], [])).toBe(400n);
  });

  it.each([
    // 10 % of 7,500 − 5,000.
    ['a loss of the same term', [long(7500n)], [long(-5000n)], 250n],
    ['a loss of the other term', [long(7500n)], [short(-5000n)], 250n],
    ['a gain, which has its own tax', [long(7500n)], [short(3000n)], 750n],
    // Before: 5,000 short less 5,000 long, no tax. After: 30 % of 5,000 and 10 % of 2,500.
    [
      'a loss that had set off a gain of the higher rate and now sets off this one',
      [long(7500n)],
      [short(5000n), long(-5000n)],
      1750n,
    ],
    // 30 % of 4,000 less 1,000, where 4,000 were taxed before: less tax than before, which nobody pays back today.
    ['a gain that the loss of today lowers', [short(-1000n)], [short(4000n)], 0n],
    // 30 % of 4,000 and 10 % of 500 − 1,000: 0.3 × 3,500 = 1,050, after 1,200.
    [
      'a gain that losses lower more than gains raise',
      [long(500n), long(-1000n)],
      [short(4000n)],
      0n,
    ],
  ] as const)('counts with %s', (_, gains, realised, tax) => {
    expect(added(gains, [realised])).toBe(tax);
  });

  it('takes the higher where the term of what was realised is not known', () => {
    // Short: 0.3 × (1,000 − 400) + 0.1 × 1,000 = 280; long: 0.3 × 1,000 + 0.1 × 600 = 360.
    const gains = [short(1000n), long(1000n)];
    expect(added(gains, [[short(-400n)]])).toBe(280n);
    expect(added(gains, [[long(-400n)]])).toBe(360n);
    expect(added(gains, [[short(-400n)], [long(-400n)]])).toBe(360n);
  });

  it('leaves what was realised aside where losses lower nothing', () => {
    expect(added([long(7500n)], [[long(-5000n)]], { ...TAX, offsetLosses: false })).toBe(750n);
  });
});
