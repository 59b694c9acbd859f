import { compileCalendar } from 'aptfolio/dates';
import {
  compileProducts,
  dealingDays,
  exAnteCosts,
  exposures,
  lookThrough,
  nextDealing,
  openDealingDesk,
} from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/evidence/index.js';
import { explainProduct, formatExplanation } from '../../src/products/index.js';
import { bondFund, expectRefusal } from './support.js';

const universe = compileProducts(
  [bondFund(), bondFund({ id: 'L', name: 'Mortgage', type: 'loan', lookThrough: { BOND: 1 } })],
  ['BOND'],
);
const loan = universe.byId.L!;
const calendar = compileCalendar({
  id: 'weekdays',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: [],
});
const asOf = '2026-03-02';

describe('a loan', () => {
  it('is neither bought nor redeemed on any day, whatever its terms', () => {
    for (const side of ['buy', 'sell'] as const) {
      for (const product of [loan, { ...loan, dealing: { maturity: '2026-06-01' } as const }]) {
        const answer = nextDealing(product, { side, asOf, calendar });
        expect([answer.status, answer.reasons.map(({ code }) => code)]).toEqual([
          'never',
          ['products.dealing.liability'],
        ]);
        const desk = openDealingDesk({ asOf, calendar });
        expect(desk.next(product, side, '2026-01-05')).toEqual(answer);
      }
      expect(dealingDays(loan, side, { from: asOf, to: '2026-04-01' }, calendar)).toEqual([]);
    }
  });

  it('is no asset of a portfolio: what counts against it has no share of it', () => {
    const weights = { A: 0.7, L: 0.3 };
    const path = 'weights.L';
    expectRefusal(() => lookThrough(weights, universe), 'inconsistent', path);
    for (const by of ['class', 'currency', 'issuer', 'product'] as const) {
      expectRefusal(() => exposures(weights, universe, { by }), 'inconsistent', path);
    }
    const options = { amount: { currency: 'CNY', amount: '1000' }, expectedReturn: 0 } as const;
    expectRefusal(() => exAnteCosts(weights, universe, options), 'inconsistent', path);
    expect(lookThrough({ A: 1, L: 0 }, universe)).toEqual({ BOND: 1 });
  });

  it('is not inside a fund', () => {
    const rows = [loan, bondFund({ id: 'F', lookThrough: { BOND: 0.4 }, contains: { L: 0.6 } })];
    expectRefusal(() => compileProducts(rows, ['BOND']), 'inconsistent', 'products[1].contains.L');
  });

  it('is explained as a debt that costs interest, in every language', () => {
    const sentences = (annualFee: number, locale: (typeof LOCALES)[number]): readonly string[] => {
      const shelf = compileProducts([{ ...loan, annualFee }], ['BOND']);
      const told = formatExplanation(explainProduct(loan, shelf, { asOf }), locale);
      return told.sections.find(({ section }) => section === 'costs')?.sentences ?? [];
    };
    expect(sentences(0, 'en')).toEqual([
      'This is a debt: it costs you the interest and the charges of its contract.',
    ]);
    expect(sentences(0.035, 'en')).toEqual([
      'This is a debt: it costs you the interest and the charges of its contract.',
      'The charges stated for it come to 3.50% of what you owe a year.',
    ]);
    expect(sentences(0, 'zh-Hans').join()).toContain('欠款');
    expect(sentences(0, 'zh-Hant').join()).toContain('欠款');
    for (const locale of LOCALES) {
      expect(sentences(0, locale).join()).not.toMatch(/不收取|no annual charges|[{}]/);
    }
  });
});
