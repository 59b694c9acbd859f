import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/products/index.js';
import type { Lot, RebalancingPolicy } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { cny, positionsOf } from '../support.js';

const lot = (id: string, boughtOn: Lot['boughtOn'], more: Partial<Lot> = {}): Lot => ({
  id,
  boughtOn,
  value: cny('30000'),
  ...more,
});

/** 60,000 of shares in two lots, of which 50,000 are to go. */
const reachable = (
  terms: Partial<Product>,
  lots: readonly Lot[] = [lot('a', '2025-10-20'), lot('b', '2025-12-10')],
  policy: Partial<RebalancingPolicy<'CNY'>> = {},
) =>
  decide({
    account: {
      positions: [
        { product: 'BONDS', value: cny('40000') },
        { product: 'SHARES', value: cny('60000'), lots },
      ],
      target: { BONDS: 0.9, SHARES: 0.1 },
    },
    products: { SHARES: terms },
    policy,
  }).outOfReach.find(({ product }) => product === 'SHARES')?.reachableOn;

describe('the first day on which a target can be reached', () => {
  it('is that of the last lot that is needed', () => {
    // 180 days after 2025-12-10 is Monday 2026-06-08; the other lot is free since 2026-04-18.
    expect(reachable({ lockUpDays: 180 })).toBe('2026-06-08');
  });

  it('counts the gate of each day', () => {
    // 5,000 today (Monday), 5,000 on Tuesday, and no gate on Wednesday.
    const gates = [
      { on: '2026-03-02', perClient: '5000' },
      { on: '2026-03-03', perClient: '5000' },
    ] as const;
    expect(reachable({ dealing: { gates } })).toBe('2026-03-04');
  });

  it('counts the limit of each day, the week-end aside', () => {
    // 12,000 a day: Monday to Thursday are 48,000, and 2,000 are left for Friday.
    expect(reachable({ dealing: { dailyRedemption: '12000' } })).toBe('2026-03-06');
    // 9,900 a day: five days are 49,500, and the last 500 wait for Monday.
    expect(reachable({ dealing: { dailyRedemption: '9900' } })).toBe('2026-03-09');
  });

  it('counts a limit together with a lock-up', () => {
    // Lot a is free on 2026-04-18, a Saturday; from Monday on 20,000 a day: 30,000 of a by Tuesday. Lot b is free on 2026-06-08: its 20,000 go that day.
    expect(reachable({ lockUpDays: 180, dealing: { dailyRedemption: '20000' } })).toBe(
      '2026-06-08',
    );
  });

  it('is not known where a cost is not known that gains are reckoned with', () => {
    const lots = [lot('a', '2025-01-05'), lot('b', '2025-12-10')];
    const taxed = {
      lots: { method: 'fifo', tax: { shortTermRate: 0.2, longTermRate: 0.1 } },
    } as const;
    expect(reachable({ lockUpDays: 180 }, lots, taxed)).toBeNull();
    const known = lots.map((one) => ({ ...one, cost: cny('30000') }));
    expect(reachable({ lockUpDays: 180 }, known, taxed)).toBe('2026-06-08');
  });
});

describe('a product that pays back at maturity', () => {
  // Tuesday 2026-09-01; the money is there on the next business day unless the product says otherwise.
  const closed = { redemption: 'never', maturity: '2026-09-01' } as const;

  it('comes to its target on the day on which that money is there', () => {
    expect(reachable({ dealing: closed })).toBe('2026-09-02');
    expect(reachable({ dealing: { ...closed, redemptionSettlement: 3 } })).toBe('2026-09-04');
    expect(reachable({ status: 'redemption-suspended', dealing: { maturity: '2026-09-01' } })).toBe(
      '2026-09-02',
    );
  });

  it('does so where its maturity is a day off, today, or past with the money under way', () => {
    // Saturday 2026-09-05 is paid on Monday and there on Tuesday.
    expect(reachable({ dealing: { ...closed, maturity: '2026-09-05' } })).toBe('2026-09-08');
    expect(reachable({ dealing: { ...closed, maturity: '2026-03-02' } })).toBe('2026-03-03');
    const today = { ...closed, maturity: '2026-03-02', redemptionSettlement: 0 } as const;
    expect(reachable({ dealing: today })).toBe('2026-03-02');
    // Friday 2026-02-27 and two business days.
    const past = { ...closed, maturity: '2026-02-27', redemptionSettlement: 2 } as const;
    expect(reachable({ dealing: past })).toBe('2026-03-03');
    expect(reachable({ dealing: { ...closed, maturity: '2026-02-20' } })).toBeNull();
  });

  it('waits for no window, lock-up, rolling term or limit beyond it', () => {
    const periods = [{ from: '2027-01-01', to: '2027-01-05' }] as const;
    expect(reachable({ dealing: { redemption: { periods }, maturity: '2026-09-01' } })).toBe(
      '2026-09-02',
    );
    expect(reachable({ lockUpDays: 400, dealing: { maturity: '2026-09-01' } })).toBe('2026-09-02');
    // Terms of 720 days end in October 2027 at the earliest.
    const rollingTerm = { days: 720 };
    expect(reachable({ dealing: { rollingTerm, maturity: '2026-09-01' } })).toBe('2026-09-02');
    // 131 business days from 2026-03-02 to 2026-08-31 let out 13,100 of the 50,000; all the rest is paid back.
    expect(reachable({ dealing: { dailyRedemption: '100', maturity: '2026-09-01' } })).toBe(
      '2026-09-02',
    );
  });

  it('is sold before it where it can be', () => {
    // 180 days after 2025-12-10, as without a maturity.
    expect(reachable({ lockUpDays: 180, dealing: { maturity: '2026-09-01' } })).toBe('2026-06-08');
  });

  it('does not set free what is held fast until a later day', () => {
    const pledged = { kind: 'locked', amount: cny('30000'), until: '2026-10-30' } as const;
    const [held] = decide({
      account: {
        positions: positionsOf({ BONDS: '40000', SHARES: '60000' }),
        target: { BONDS: 0.9, SHARES: 0.1 },
        restrictions: { SHARES: pledged },
      },
      products: { SHARES: { dealing: { maturity: '2026-09-01' } } },
    }).outOfReach;
    // 30,000 can go today; the rest is paid back in September and free from Monday after Saturday 2026-10-31 on.
    expect(held?.reachableOn).toBe('2026-11-02');
  });
});
