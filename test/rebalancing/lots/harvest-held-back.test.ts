import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/dates/index.js';
import { decide } from '../simple.js';
import { cny, codes, positionsOf } from '../support.js';

/** Bonds and shares are where they should be; shares cost 50,000 and are worth 40,000. A second lot of them is no loss. */
const withYoungLot = (boughtOn: PlainDate, minimumLoss = 0.1) =>
  decide({
    account: {
      positions: [
        ...positionsOf({ BONDS: '60000.00' }),
        {
          product: 'SHARES',
          value: cny('40000'),
          lots: [
            { id: 'old', boughtOn: '2024-01-08', value: cny('39000'), cost: cny('50000') },
            { id: 'young', boughtOn, value: cny('1000'), cost: cny('1000') },
          ],
        },
      ],
    },
    policy: {
      lots: {
        method: 'fifo',
        washSaleDays: 30,
        harvest: { minimumLoss, substitutes: { SHARES: 'GOLD' } },
      },
    },
  });
const reasonsFor = (product: string, { notTraded }: ReturnType<typeof withYoungLot>) =>
  codes(notTraded.find((one) => one.product === product)!);

describe('a loss that the policy would take', () => {
  it('and that a purchase of the last days holds fast is named with its reason where nothing else is done', () => {
    // Bought on 23 February, a week before 2 March: within 30 days.
    const held = withYoungLot('2026-02-23');
    expect(held.decision).toBe('hold');
    expect(reasonsFor('SHARES', held)).toEqual(['rebalancing.loss-would-be-spoilt']);
    expect(reasonsFor('BONDS', held)).toEqual(['rebalancing.nothing-called-for']);
    // On 1 January it is long enough ago.
    expect(withYoungLot('2026-01-01').decision).toBe('trade');
  });

  it('is not named where it is too small to be taken', () => {
    // The loss is 11,000 of 50,000, 22 %.
    expect(reasonsFor('SHARES', withYoungLot('2026-02-23', 0.23))).toEqual([
      'rebalancing.nothing-called-for',
    ]);
  });
});
