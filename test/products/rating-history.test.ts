import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/dates/index.js';
import { formatReason, LOCALES } from '../../src/evidence/index.js';
import {
  compareRatings,
  compareRatingsOn,
  effectiveRisk,
  type Product,
  type ProductChange,
  productOn,
  productsMessages,
  RISK_RATINGS,
  ratingHistory,
} from '../../src/products/index.js';
import { bondFund, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const product = bondFund({
  changes: [
    { from: '2026-04-01', annualFee: 0.001 },
    { from: '2026-06-01', distributorRisk: 'R4' },
    { from: '2026-07-01', issuerRisk: 'R3' },
    { from: '2026-09-01', distributorRisk: 'R3' },
  ],
});

describe('the history of ratings', () => {
  it('has a period for each change of a rating, and none for other changes', () => {
    expect(ratingHistory(product)).toEqual([
      { from: null, to: '2026-06-01', issuerRisk: 'R2', distributorRisk: 'R2', rating: 'R2' },
      {
        from: '2026-06-01',
        to: '2026-07-01',
        issuerRisk: 'R2',
        distributorRisk: 'R4',
        rating: 'R4',
      },
      {
        from: '2026-07-01',
        to: '2026-09-01',
        issuerRisk: 'R3',
        distributorRisk: 'R4',
        rating: 'R4',
      },
      { from: '2026-09-01', to: null, issuerRisk: 'R3', distributorRisk: 'R3', rating: 'R3' },
    ]);
  });

  it('is one period without end where nothing changed', () => {
    expect(ratingHistory(bondFund())).toEqual([
      { from: null, to: null, issuerRisk: 'R2', distributorRisk: 'R2', rating: 'R2' },
    ]);
  });

  it('leaves out a change to the rating that is there already', () => {
    const same = bondFund({ changes: [{ from: '2026-06-01', issuerRisk: 'R2' }] });
    expect(ratingHistory(same)).toHaveLength(1);
  });

  it('is frozen', () => {
    expect(isDeeplyFrozen(ratingHistory(product))).toBe(true);
  });

  it('is refused for ratings and changes at fault', () => {
    expectRefusal(() => ratingHistory(wrong(undefined)), 'missing-value', 'product');
    expectRefusal(() => ratingHistory(wrong({})), 'missing-value', 'product.issuerRisk');
    const given = bondFund({ changes: wrong([{ from: '2026-06-01', issuerRisk: 'R9' }]) });
    expectRefusal(() => ratingHistory(given), 'unknown-value', 'product.changes[0].issuerRisk');
  });
});

describe('whether a product was re-rated between two days', () => {
  const codes = (from: string, to: string): readonly string[] =>
    compareRatingsOn(product, { from: wrong(from), to: wrong(to) }).reasons.map(({ code }) => code);

  it.each([
    ['2026-05-31', '2026-06-01', 'raised', ['products.risk-raised']],
    // The change on the first day had been made by then.
    ['2026-06-01', '2026-06-30', 'unchanged', ['products.risk-unchanged']],
    ['2026-06-01', '2026-08-31', 'unchanged', ['products.risk-kept']],
    ['2026-08-01', '2026-09-01', 'lowered', ['products.risk-lowered']],
    [
      '2026-01-01',
      '2026-12-31',
      'raised',
      ['products.risk-raised', 'products.risk-kept', 'products.risk-lowered'],
    ],
    ['2026-05-05', '2026-05-05', 'unchanged', ['products.risk-unchanged']],
  ] as const)('from %s to %s it was %s', (from, to, status, reasons) => {
    expect(compareRatingsOn(product, { from, to }).status).toBe(status);
    expect(codes(from, to)).toEqual(reasons);
  });

  it('tells a way there and back, though both ends are the same', () => {
    const back = bondFund({
      changes: [
        { from: '2026-06-01', issuerRisk: 'R5' },
        { from: '2026-07-01', issuerRisk: 'R2' },
      ],
    });
    const found = compareRatingsOn(back, { from: '2026-05-01', to: '2026-08-01' });
    expect(found.status).toBe('unchanged');
    expect(found.reasons.map(({ code }) => code)).toEqual([
      'products.risk-raised',
      'products.risk-lowered',
    ]);
  });

  it('warns of a rise, with the article that asks for it', () => {
    const { reasons, before, after } = compareRatingsOn(product, {
      from: '2026-05-01',
      to: '2026-06-15',
    });
    expect({ before, after }).toEqual({ before: 'R2', after: 'R4' });
    expect(reasons[0]).toMatchObject({ severity: 'warn', citations: [{ article: '22' }] });
    expect(formatReason(productsMessages, reasons[0]!, 'en')).toBe(
      'From 2026-06-01 the risk rating of “Bond fund” is raised from R2 to R4. The issuer rates it R2, the distributor R4; the higher rating counts.',
    );
    expect(formatReason(productsMessages, reasons[0]!, 'zh-Hans')).toBe(
      '“Bond fund”的风险等级自2026-06-01起由R2上调至R4（发行机构评为R2，销售机构评为R4，以较高者为准）。',
    );
  });

  it('has words for every reason in every language', () => {
    const { reasons } = compareRatingsOn(product, { from: '2026-01-01', to: '2026-12-31' });
    const quiet = compareRatingsOn(bondFund(), { from: '2026-01-01', to: '2026-12-31' }).reasons;
    for (const reason of [...reasons, ...quiet]) {
      const texts = LOCALES.map((locale) => formatReason(productsMessages, reason, locale));
      expect(new Set(texts).size).toBe(3);
    }
  });

  it('is refused for days at fault', () => {
    const days = { from: '2026-06-02', to: '2026-06-01' } as const;
    expectRefusal(() => compareRatingsOn(product, days), 'inconsistent', 'days.to');
    expectRefusal(() => compareRatingsOn(product, wrong(null)), 'missing-value', 'days');
    expectRefusal(
      () => compareRatingsOn(product, wrong({ to: '2026-06-01' })),
      'missing-value',
      'days.from',
    );
  });
});

const someProduct: fc.Arbitrary<Product> = fc
  .array(
    fc.record(
      {
        gap: fc.integer({ min: 1, max: 40 }),
        issuerRisk: fc.constantFrom(...RISK_RATINGS),
        distributorRisk: fc.constantFrom(...RISK_RATINGS),
      },
      { requiredKeys: ['gap', 'issuerRisk'] },
    ),
    { maxLength: 6 },
  )
  .map((steps) => {
    let day: ProductChange['from'] = '2026-01-01';
    const changes = steps.map(({ gap, ...ratings }) => {
      day = addDays(day, gap);
      return { from: day, ...ratings };
    });
    return bondFund({ changes });
  });
const someDay = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2025-12-25', days));

describe('ratings of any product', () => {
  it('agree between the history, the product of the day and the comparison', () => {
    fc.assert(
      fc.property(someProduct, someDay, someDay, (one, a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const { status, before, after } = compareRatingsOn(one, { from, to });
        expect(before).toBe(effectiveRisk(productOn(one, from)));
        expect(after).toBe(effectiveRisk(productOn(one, to)));
        const order = { '-1': 'lowered', '0': 'unchanged', '1': 'raised' } as const;
        expect(status).toBe(order[`${compareRatings(after, before)}`]);
        const inForce = ratingHistory(one).filter(
          (period) =>
            (period.from === null || period.from <= from) &&
            (period.to === null || from < period.to),
        );
        expect(inForce.map(({ rating }) => rating)).toEqual([before]);
      }),
    );
  });
});
