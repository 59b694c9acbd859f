import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import { selectionMessages, selectProducts } from '../../../src/selection/index.js';
import { context, selected, target, withProduct } from '../support.js';

const AS_OF = { ...context, asOf: '2026-03-02' } as const;
const overDays = (dailyPurchase: string, terms: object = {}) =>
  selected(
    selectProducts(target, withProduct('P03', { dealing: { dailyPurchase } }), {
      ...AS_OF,
      ...terms,
    }),
  )
    .reasons.filter(({ code }) => code === 'selection.bought-over-days')
    .map((reason) => formatReason(selectionMessages, reason, 'en'));

describe('a daily limit of purchases', () => {
  it('is told where the purchase takes several days', () => {
    // 0.38452877 of 341,262.00 are 131,225.06: at 50,000 a day three days.
    expect(overDays('50000')).toEqual([
      'Of Bond fund A at most 50,000.00 CNY can be bought a day, so the purchase takes 3 days.',
    ]);
    expect(overDays('131226')).toEqual([]);
  });

  it('counts what is bought, not what is kept', () => {
    // 0.3 of it, 102,378.60, is held; 28,846.46 are left to be bought.
    expect(overDays('50000', { current: { P03: 0.3 } })).toEqual([]);
  });
});
