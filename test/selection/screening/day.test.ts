import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, compileCalendar } from '../../../src/dates/index.js';
import type { Product } from '../../../src/products/index.js';
import {
  type LevelScreening,
  type RejectedProduct,
  screenProducts,
} from '../../../src/selection/index.js';
import { expectRefusal } from '../support.js';
import { offering } from './products.js';

const asOf = '2026-03-02';

/** What is said against one product; nothing when it is eligible. */
function against(
  change: Partial<Product>,
  context: Omit<LevelScreening, 'level'> & { readonly calendar?: BusinessCalendar } = {},
): RejectedProduct['reasons'] {
  const { rejected } = screenProducts(offering(change), { level: 'C3', asOf, ...context });
  return rejected[0]?.reasons ?? [];
}
const codes = (reasons: RejectedProduct['reasons']) => reasons.map(({ code }) => code);

describe('a product that changes', () => {
  const changing: Partial<Product> = {
    changes: [
      { from: '2026-03-10', distributorRisk: 'R4' },
      { from: '2026-04-01', status: 'closed' },
    ],
  };

  it('counts as it is on the day', () => {
    expect(codes(against(changing))).toEqual([]);
    expect(codes(against(changing, { asOf: '2026-03-10' }))).toEqual([
      'selection.risk-above-level',
    ]);
    expect(codes(against(changing, { asOf: '2026-04-01' }))).toEqual([
      'selection.risk-above-level',
      'selection.closed',
    ]);
  });

  it('cannot be judged without a day', () => {
    expectRefusal(
      () => screenProducts(offering(changing), { level: 'C3' }),
      'missing-value',
      'context.asOf',
    );
  });
});

describe('a product that deals every day', () => {
  it('needs a day where its terms of dealing count by it, and is not said to have days of its own', () => {
    for (const dealing of [{ cutOff: '15:00' }, { redemptionSettlement: 3 }] as const) {
      const screen = () => screenProducts(offering({ dealing }), { level: 'C3' });
      expectRefusal(screen, 'missing-value', 'context.asOf');
      expect(screen).toThrow('has changes or terms of dealing');
      expect(screen).not.toThrow('set days');
      expect(against({ dealing })).toEqual([]);
    }
  });
});

describe('a product that is sold in windows', () => {
  const subscription = {
    periods: [
      { from: '2026-03-02', to: '2026-03-04' },
      { from: '2026-04-01', to: '2026-04-03' },
    ],
  } as const;

  it('is open within them', () => {
    expect(against({ dealing: { subscription } })).toEqual([]);
    // A Saturday stands for the Monday after it, the first day of the window.
    expect(against({ dealing: { subscription } }, { asOf: '2026-02-28' })).toEqual([]);
  });

  it('is rejected between them, with the day of the next order', () => {
    const reasons = against({ dealing: { subscription } }, { asOf: '2026-03-04' });
    expect(reasons[0]).toMatchObject({
      code: 'selection.not-open-today',
      severity: 'block',
      parameters: { on: '2026-04-01' },
    });
    expect(codes(reasons)).toContain('products.dealing.subscription-window');
  });

  it('is rejected for good after the last', () => {
    const reasons = against({ dealing: { subscription } }, { asOf: '2026-04-03' });
    expect(codes(reasons)[0]).toBe('selection.never-open');
  });

  it('keeps the bank’s holidays', () => {
    const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
    const holidays = ['2026-03-02', '2026-03-03'] as const;
    const calendar = compileCalendar({ id: 'bank', covers, holidays });
    const reasons = against({ dealing: { subscription } }, { calendar });
    expect(reasons[0]?.parameters).toEqual({ on: '2026-04-01' });
  });
});

describe('money that is needed on a day', () => {
  // Monday 2 March: dealt and bought on the 2nd, booked on the 3rd, sold on the 3rd, paid on the 4th.
  it('is back from an ordinary fund after purchase and sale are booked', () => {
    expect(codes(against({}, { moneyNeededOn: '2026-03-04' }))).toEqual([]);
    expect(against({}, { moneyNeededOn: '2026-03-03' })).toMatchObject([
      {
        code: 'selection.money-back-too-late',
        parameters: { back: '2026-03-04', needed: '2026-03-03' },
      },
    ]);
  });

  it('counts a lock-up from the purchase, and the settlement after it', () => {
    // Ninety days from 2 March are 31 May, a Sunday: sold on 1 June, and two business days later paid on the 3rd.
    const locked = { lockUpDays: 90, dealing: { redemptionSettlement: 2 } };
    expect(codes(against(locked, { moneyNeededOn: '2026-06-03' }))).toEqual([]);
    const [late] = against(locked, { moneyNeededOn: '2026-06-02' });
    expect(late?.parameters).toEqual({ back: '2026-06-03', needed: '2026-06-02' });
  });

  it('is back at maturity from a closed product, and never from one without', () => {
    const dealing = { redemption: 'never', maturity: '2026-08-31' } as const;
    // Paid one business day after Monday, 31 August.
    expect(codes(against({ dealing }, { moneyNeededOn: '2026-09-01' }))).toEqual([]);
    expect(codes(against({ dealing }, { moneyNeededOn: '2026-08-31' }))[0]).toBe(
      'selection.money-back-too-late',
    );
    const endless = { dealing: { redemption: 'never' } } as const;
    expect(codes(against(endless, { moneyNeededOn: '2050-01-03' }))[0]).toBe(
      'selection.money-not-back',
    );
  });

  it('is not one in the past', () => {
    expectRefusal(
      () =>
        screenProducts(offering({}), {
          level: 'C3',
          asOf: '2026-03-02',
          moneyNeededOn: '2026-03-01',
        }),
      'inconsistent',
      'context.moneyNeededOn',
    );
  });

  it('needs a day to count from', () => {
    expectRefusal(
      () => screenProducts(offering({}), { level: 'C3', moneyNeededOn: '2026-03-04' }),
      'missing-value',
      'context.asOf',
    );
  });
});

describe('a lock-up limit', () => {
  it('counts one term of a rolling product', () => {
    const dealing = { rollingTerm: { days: 91 } };
    const reasons = against({ dealing }, { maxLockUpDays: 90 });
    expect(reasons[0]?.parameters).toEqual({ days: 91, maximum: 90 });
    expect(codes(against({ dealing }, { maxLockUpDays: 91 }))).toEqual([]);
  });

  it('counts the days to the next window of a product that redeems on set days', () => {
    const redemption = { periods: [{ from: '2026-06-01', to: '2026-06-06' }] } as const;
    // From 2 March to 1 June: 91 days.
    const reasons = against({ dealing: { redemption } }, { maxLockUpDays: 90 });
    expect(reasons[0]?.parameters).toEqual({ days: 91, maximum: 90 });
    expect(codes(against({ dealing: { redemption } }, { maxLockUpDays: 91 }))).toEqual([]);
  });

  it('is passed by what has no way out', () => {
    const dealing = { redemption: 'never' } as const;
    expect(codes(against({ dealing }, { maxLockUpDays: 100_000 }))).toEqual([
      'selection.no-way-out',
    ]);
  });
});
