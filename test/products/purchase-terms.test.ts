import { money } from 'aptfolio/money';
import { largestPurchase, purchaseTerms } from 'aptfolio/products';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectRefusal, wrong } from './support.js';

const yuan = (amount: string) => money('CNY', amount);

describe('purchaseTerms', () => {
  it('counts what is finer than the smallest unit up', () => {
    expect(purchaseTerms({ minimumPurchase: '10.001', step: '0.001' }, 'CNY')).toEqual({
      minimum: yuan('10.01'),
      step: yuan('0.01'),
    });
    expect(purchaseTerms({ minimumPurchase: '0.01', step: '0.01' }, 'JPY')).toEqual({
      minimum: money('JPY', '1'),
      step: money('JPY', '1'),
    });
  });

  it.each([
    ['no product', null, 'missing-value', 'product'],
    ['no minimum', { step: '1' }, 'missing-value', 'product.minimumPurchase'],
    [
      'a minimum below 0',
      { minimumPurchase: '-1', step: '1' },
      'invalid-format',
      'product.minimumPurchase',
    ],
    ['a step of 0', { minimumPurchase: '1', step: '0.00' }, 'out-of-range', 'product.step'],
    ['a step that is a number', { minimumPurchase: '1', step: 1 }, 'invalid-type', 'product.step'],
  ] as const)('refuses %s', (_, product, code, path) => {
    expectRefusal(() => purchaseTerms(wrong(product), 'CNY'), code, path);
    expectRefusal(() => largestPurchase(wrong(product), yuan('1')), code, path);
  });

  it('has another minimum for somebody who holds the product, where one is stated', () => {
    const held = { held: true };
    const rule = { minimumPurchase: '1000', minimumAddition: '100', step: '1' };
    expect(purchaseTerms(rule, 'CNY').minimum).toEqual(yuan('1000'));
    expect(purchaseTerms(rule, 'CNY', { held: false }).minimum).toEqual(yuan('1000'));
    expect(purchaseTerms(rule, 'CNY', held).minimum).toEqual(yuan('100'));
    expect(largestPurchase(rule, yuan('150.5'), held)).toEqual(yuan('150'));
    expect(largestPurchase(rule, yuan('150.5'))).toEqual(yuan('0'));
    const plain = { minimumPurchase: '1000', step: '1' };
    expect(purchaseTerms(plain, 'CNY', held).minimum).toEqual(yuan('1000'));
  });

  it('refuses options that are none', () => {
    const rule = { minimumPurchase: '10', step: '1' };
    expectRefusal(() => purchaseTerms(rule, 'CNY', wrong(null)), 'missing-value', 'options');
    const held = wrong({ held: 'yes' });
    expectRefusal(() => purchaseTerms(rule, 'CNY', held), 'invalid-type', 'options.held');
    const nothing = { ...rule, minimumAddition: '0' };
    const path = 'product.minimumAddition';
    expectRefusal(() => purchaseTerms(nothing, 'CNY'), 'out-of-range', path);
  });

  it('refuses a currency that is none', () => {
    const product = { minimumPurchase: '10', step: '1' };
    expectRefusal(() => purchaseTerms(product, wrong('RMB')), 'unknown-currency', 'currency');
  });
});

describe('largestPurchase', () => {
  // P09 of the sample: minimum 10,000, then steps of 1,000.
  const product = { minimumPurchase: '10000', step: '1000' };

  it.each([
    ['9999.99', '0.00'],
    ['10000', '10000.00'],
    ['10999.99', '10000.00'],
    ['11000', '11000.00'],
    ['0', '0.00'],
    ['-5000', '0.00'],
  ])('allows of %s at most %s', (limit, most) => {
    expect(largestPurchase(product, yuan(limit)).amount).toBe(most);
  });

  it('is never more than the limit, and its next step would be', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.nat(1e5),
        fc.integer({ min: 1, max: 1e4 }),
        (limit, minimum, step) => {
          const terms = { minimumPurchase: `${minimum}`, step: `${step}` };
          const most = Number(largestPurchase(terms, yuan(`${limit}`)).amount);
          expect(most).toBeLessThanOrEqual(limit);
          if (limit < minimum) expect(most).toBe(0);
          else {
            expect((most - minimum) % step).toBe(0);
            expect(most + step).toBeGreaterThan(limit);
          }
        },
      ),
    );
  });

  it('refuses a limit that is no money', () => {
    expectRefusal(() => largestPurchase(product, wrong('100')), 'invalid-type', 'limit');
    expectRefusal(() => largestPurchase(product, wrong(null)), 'missing-value', 'limit');
    const fine = wrong({ currency: 'CNY', amount: '0.001' });
    expectRefusal(() => largestPurchase(product, fine), 'out-of-range', 'limit.amount');
  });
});
