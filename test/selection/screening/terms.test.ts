import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/products/index.js';
import {
  type LevelScreening,
  type ScreeningResult,
  screenProducts,
} from '../../../src/selection/index.js';
import { expectRefusal, wrong } from '../support.js';
import { offering } from './products.js';

const screened = (
  change: Partial<Product>,
  context: Omit<LevelScreening, 'level'> = {},
): ScreeningResult => screenProducts(offering(change), { level: 'C3', ...context });
const against = (...given: Parameters<typeof screened>) =>
  (screened(...given).rejected[0]?.reasons ?? []).map(({ code, parameters }) => [code, parameters]);

describe('a liability', () => {
  it('is never open to anybody', () => {
    expect(against({ type: 'loan' })).toEqual([['selection.liability', {}]]);
    const held = screened({ type: 'loan' }, { held: ['P1'] });
    expect(held.holdOnly[0]!.reasons.map(({ code }) => code)).toEqual([
      'selection.liability',
      'selection.hold-only',
    ]);
  });
});

describe('a target market', () => {
  const targetMarket = { minimumHorizonYears: 3, not: ['over-65'] };
  const client = { horizonYears: 5, traits: { 'over-65': false } };

  it('lets in whom it is for', () => {
    expect(against({ targetMarket }, { client })).toEqual([]);
  });

  it('rejects who is not in it, and who must not be offered it', () => {
    expect(against({ targetMarket }, { client: { ...client, horizonYears: 2 } })).toEqual([
      ['selection.outside-target-market', {}],
      ['products.target-horizon', { wanted: 3, value: 2 }],
    ]);
    const old = { ...client, traits: { 'over-65': true } };
    expect(against({ targetMarket }, { client: old })[0]?.[0]).toBe(
      'selection.outside-target-market',
    );
  });

  it('rejects whom nobody has asked', () => {
    expect(against({ targetMarket })[0]).toEqual([
      'selection.target-market-unknown',
      { missing: ['traits.over-65', 'horizonYears'] },
    ]);
  });
});

describe('a product in another currency', () => {
  const amount = { currency: 'CNY', amount: '1000.00' } as const;
  const fx = { base: 'CNY', rates: { USD: '7.10' } } as const;
  const dollars = { currency: 'USD', minimumPurchase: '100' } as const;

  it('is rejected unless the client takes it', () => {
    expect(against(dollars, { amount, fx })).toEqual([
      ['selection.other-currency', { currency: 'USD', wanted: 'CNY' }],
    ]);
    expect(against(dollars, { amount, fx, currencies: ['USD'] })).toEqual([]);
    expect(against({ currency: 'CNY' }, { amount })).toEqual([]);
  });

  it('has its minimum at the rate', () => {
    // 100 USD are 710 CNY; 150 are 1,065.
    const dear = { ...dollars, minimumPurchase: '150' };
    expect(against(dear, { amount, fx, currencies: ['USD'] })).toEqual([
      [
        'selection.below-minimum-purchase',
        { minimum: { currency: 'CNY', amount: '1065.00' }, available: amount },
      ],
    ]);
  });

  it('is rejected without a rate, which is never taken for 0', () => {
    const missing = [['selection.rate-missing', { currency: 'USD', wanted: 'CNY' }]];
    expect(against(dollars, { amount, currencies: ['USD'] })).toEqual(missing);
    const others = { base: 'CNY', rates: { HKD: '0.9' } } as const;
    expect(against(dollars, { amount, fx: others, currencies: ['USD'] })).toEqual(missing);
  });
});

describe('a minimum', () => {
  const amount = { currency: 'CNY', amount: '500.00' } as const;
  const terms = { minimumPurchase: '1000', minimumAddition: '100' };

  it('is that of an addition for who holds the product already', () => {
    expect(against(terms, { amount })[0]?.[0]).toBe('selection.below-minimum-purchase');
    expect(screened(terms, { amount, held: ['P1'] }).eligible).toHaveLength(1);
  });
});

describe('documents that must be had', () => {
  it('leave a product eligible and are named until they are there', () => {
    const documents = ['prospectus', 'risk-disclosure'];
    const { eligible, toDo } = screened({ documents }, { documents: ['prospectus'] });
    expect(eligible).toHaveLength(1);
    expect(toDo.map(({ product, reasons }) => [product.id, reasons[0]])).toMatchObject([
      [
        'P1',
        {
          code: 'selection.documents-required',
          severity: 'require',
          parameters: { documents: ['risk-disclosure'] },
        },
      ],
    ]);
    expect(screened({ documents }, { documents }).toDo).toEqual([]);
    expect(screened({ documents: [] }).toDo).toEqual([]);
  });
});

describe('all that stands against a product', () => {
  it('is said in a fixed order', () => {
    const worst: Partial<Product> = {
      distributorRisk: 'R5',
      targetMarket: { objectives: ['growth'] },
      lockUpDays: 400,
      status: 'closed',
      currency: 'USD',
    };
    const context = {
      asOf: '2026-03-02',
      maxLockUpDays: 90,
      moneyNeededOn: '2026-12-31',
      amount: { currency: 'CNY', amount: '1000.00' },
      client: { objective: 'preserve' },
    } as const;
    expect(against(worst, context).map(([code]) => code)).toEqual([
      'selection.risk-above-level',
      'selection.outside-target-market',
      'products.target-objective',
      'selection.lock-up-too-long',
      // Opened today it would be locked up until April 2027.
      'selection.money-back-too-late',
      'products.dealing.locked-until',
      'selection.closed',
      'selection.other-currency',
      'selection.rate-missing',
    ]);
  });
});

describe('a liability', () => {
  it('is nothing to be bought, and nothing else counts', () => {
    expect(against({ type: 'loan', distributorRisk: 'R5', status: 'closed' }, {})).toMatchObject([
      ['selection.liability', {}],
    ]);
  });
});

describe('screening refuses', () => {
  it.each([
    [{ asOf: '2026-02-30' }, 'invalid-date', 'context.asOf'],
    [{ asOf: '2026-03-02', moneyNeededOn: 'soon' }, 'invalid-date', 'context.moneyNeededOn'],
    [{ documents: 'all' }, 'invalid-type', 'context.documents'],
    [{ documents: [''] }, 'empty', 'context.documents[0]'],
    [{ currencies: ['RMB'] }, 'unknown-currency', 'context.currencies[0]'],
    [{ currencies: null }, 'missing-value', 'context.currencies'],
  ] as const)('%j', (change, code, path) => {
    expectRefusal(
      () => screenProducts(offering({}), wrong({ level: 'C3', ...change })),
      code,
      path,
    );
  });
});
