import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arithmeticFromGeometric,
  type CapitalMarketAssumptions,
  compileAssumptions,
  geometricFromArithmetic,
} from '../../src/market/index.js';
import kinds from '../fixtures/market/return-kinds.json' with { type: 'json' };
import { expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const FULL: CapitalMarketAssumptions = {
  asOf: '2026-03-02',
  source: 'strategy committee',
  author: 'Chief Investment Office',
  validFrom: '2026-04-01',
  validUntil: '2027-03-31',
  horizonYears: 10,
  currency: 'CNY',
  returnKind: 'arithmetic',
  assetClasses: ['BOND', 'EQUITY'],
  expectedReturn: [0.03, 0.07],
  volatility: [0.05, 0.2],
  correlation: [
    [1, 0.1],
    [0.1, 1],
  ],
  classDetails: {
    EQUITY: {
      note: 'MSCI World',
      citations: [{ instrument: 'Outlook 2026', article: 'page 12', verified: true }],
      currency: 'USD',
      hedged: false,
    },
  },
};

describe('geometric and arithmetic returns', () => {
  it.each(kinds.cases)(
    'are mean and median of a lognormal year: $arithmetic, $volatility',
    ({ arithmetic, volatility, geometric }) => {
      expectAllClose(geometricFromArithmetic(arithmetic, volatility), geometric, 1e-10);
      expectAllClose(arithmeticFromGeometric(geometric, volatility), arithmetic, 1e-10);
    },
  );

  it('go back and forth, and growth is never above the mean', () => {
    const mean = fc.double({ min: -0.9, max: 2, noNaN: true });
    const deviation = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(mean, deviation, (m, s) => {
        const growth = geometricFromArithmetic(m, s);
        expect(growth).toBeLessThanOrEqual(m);
        expect(Math.abs(arithmeticFromGeometric(growth, s) - m)).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  it('are the same without volatility, to the last bit', () => {
    expect(geometricFromArithmetic(0.07, 0)).toBe(0.07);
    expect(arithmeticFromGeometric(-0, 0)).toBe(0);
  });

  it('name the fault', () => {
    expectRefusal(() => geometricFromArithmetic(-1, 0.1), 'out-of-range', 'arithmetic');
    expectRefusal(() => arithmeticFromGeometric(-1, 0.1), 'out-of-range', 'geometric');
    expectRefusal(() => geometricFromArithmetic(0.1, -0.1), 'out-of-range', 'volatility');
    expectRefusal(() => arithmeticFromGeometric(0.1, Number.NaN), 'not-finite', 'volatility');
    expectRefusal(() => arithmeticFromGeometric(wrong(null), 0.1), 'missing-value', 'geometric');
  });
});

describe('compileAssumptions', () => {
  it('keeps where assumptions come from, frozen, and takes its own result back', () => {
    const compiled = compileAssumptions(FULL);
    expect(compiled).toMatchObject(FULL);
    expect(isDeeplyFrozen(compiled)).toBe(true);
    expect(compileAssumptions(compiled)).toEqual(compiled);
    expect(compileAssumptions(JSON.parse(JSON.stringify(compiled)))).toEqual(compiled);
  });

  it('adds nothing that was left out', () => {
    const { asOf, assetClasses, expectedReturn, volatility, correlation } = FULL;
    const least = { asOf, assetClasses, expectedReturn, volatility, correlation };
    expect(Object.keys(compileAssumptions(least))).toEqual([...Object.keys(least), 'covariance']);
  });

  it('turns geometric returns into arithmetic ones, once', () => {
    const { geometric, arithmetic, volatility } = kinds.cases[0]!;
    const compiled = compileAssumptions({
      ...FULL,
      returnKind: 'geometric',
      expectedReturn: [0.03, geometric],
      volatility: [0, volatility],
    });
    expect(compiled.returnKind).toBe('arithmetic');
    expectAllClose(compiled.expectedReturn, [0.03, arithmetic], 1e-10);
    expect(compileAssumptions(compiled)).toEqual(compiled);
  });

  it('puts details in the order of the classes', () => {
    const details = { EQUITY: { note: 'second' }, BOND: { note: 'first' } };
    const { classDetails } = compileAssumptions({ ...FULL, classDetails: details });
    expect(JSON.stringify(classDetails)).toBe(
      '{"BOND":{"note":"first"},"EQUITY":{"note":"second"}}',
    );
  });

  it('names the fault', () => {
    const cases: readonly (readonly [object, Parameters<typeof expectRefusal>[1], string])[] = [
      [{ author: '' }, 'empty', 'author'],
      [{ author: null }, 'missing-value', 'author'],
      [{ validFrom: '2026-02-30' }, 'invalid-date', 'validFrom'],
      [{ validUntil: 20270331 }, 'invalid-type', 'validUntil'],
      [{ validUntil: '2026-03-31' }, 'inconsistent', 'validUntil'],
      [{ validFrom: undefined, validUntil: '2026-03-01' }, 'inconsistent', 'validUntil'],
      [{ horizonYears: 0 }, 'out-of-range', 'horizonYears'],
      [{ horizonYears: Number.NaN }, 'not-finite', 'horizonYears'],
      [{ currency: 'RMB' }, 'unknown-currency', 'currency'],
      [{ returnKind: 'logarithmic' }, 'unknown-value', 'returnKind'],
      [{ classDetails: [] }, 'invalid-type', 'classDetails'],
      [{ classDetails: { GOLD: {} } }, 'unknown-id', 'classDetails.GOLD'],
      [{ classDetails: { BOND: null } }, 'missing-value', 'classDetails.BOND'],
      [{ classDetails: { BOND: { note: 5 } } }, 'invalid-type', 'classDetails.BOND.note'],
      [{ classDetails: { BOND: { hedged: 'yes' } } }, 'invalid-type', 'classDetails.BOND.hedged'],
      [
        { classDetails: { BOND: { citations: [{ instrument: 'X', verified: true }] } } },
        'missing-value',
        'classDetails.BOND.citations[0].article',
      ],
    ];
    for (const [fault, code, path] of cases) {
      const act = () => compileAssumptions(wrong({ ...FULL, ...fault }));
      expectRefusal(act, code, `assumptions.${path}`);
    }
  });
});
