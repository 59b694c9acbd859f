import { describe, expect, it } from 'vitest';
import { again, type Changes, decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

type Row = readonly [held: string, parts: number, terms?: object];

/** Products that are measured, with the parts of each in the target. */
const account = (
  rows: Readonly<Record<string, Row>>,
  band: number,
  more: Changes = {},
): Changes => {
  const sum = Object.values(rows).reduce((all, [, parts]) => all + parts, 0);
  const each = <T>(of: (row: Row) => T) =>
    Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, of(row)] as const));
  const held = Object.entries(rows).filter(([, [value]]) => value !== '0.00');
  return {
    account: {
      positions: positionsOf(Object.fromEntries(held.map(([id, [value]]) => [id, value]))),
      target: each(([, parts]) => parts / sum),
      ...more.account,
    },
    policy: { measure: 'products', bands: { default: { absolute: band } }, ...more.policy },
    products: each(([, , terms]) => terms ?? {}),
  };
};

const HUNDREDS = (step: string) => ({ minimumPurchase: step, step });

describe('what is traded to the cent beside purchases in steps', () => {
  it('is shared, where it would put one of two out of its band', () => {
    // Of 8,350: 1,000 of gold are 20.2 % of 23.1 %, and the 306.15 that are left are 3.7 % of the whole, more than the three points that one can take.
    const rows = {
      BONDS: ['3660.00', 8],
      SHARES: ['3000.00', 4],
      GOLD: ['690.00', 6, HUNDREDS('500')],
      MORE: ['1000.00', 8, HUNDREDS('500')],
    } as const;
    const result = decide(account(rows, 0.03));
    expect(signed(result.trades)).toMatchObject({ GOLD: '1000.00', MORE: '1500.00' });
    expect(result.after.drift.triggered).toEqual([]);
    expect(result.cash.after.amount).toBe('0.00');
    expect(again(result, account(rows, 0.03)).trades).toEqual([]);
  });

  it('is shared where the steps themselves lead out', () => {
    // Of 3,070: 2,000 more of gold are 79.2 %, above 78 %. What is left is 20.8 %, enough for 9.5 % of each of the others.
    const rows = {
      BONDS: ['0.00', 1],
      SHARES: ['2640.00', 1],
      GOLD: ['430.00', 6, HUNDREDS('500')],
    } as const;
    const result = decide(account(rows, 0.03));
    expect(signed(result.trades)).toMatchObject({ GOLD: '2000.00' });
    expect(result.after.drift.triggered).toEqual(['GOLD']);
  });

  it('is shared by purchases where nothing is sold', () => {
    // 2,500 of MORE leave 1,312.50 of 7,812.50 for two that need 625 each.
    const rows = {
      BONDS: ['4000.00', 5],
      SHARES: ['0.00', 1],
      GOLD: ['0.00', 1],
      MORE: ['0.00', 3, HUNDREDS('500')],
    } as const;
    const changes = account(rows, 0.02, {
      account: { cash: [cny('3812.50')] },
      policy: { funding: 'buy-only' },
    });
    const result = decide(changes);
    expect(signed(result.trades)).toMatchObject({ MORE: '2500.00' });
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('is not brought below its minimum by a step', () => {
    // Of 2,500: a step less leaves shares 20 % of 37.5 %; 1,000 are 40 %. Of the 62.50 that then lack bonds give what their 800 leave, gold the rest.
    const rows = {
      BONDS: ['100.00', 6, { minimumAddition: '800' }],
      SHARES: ['0.00', 6, HUNDREDS('500')],
      GOLD: ['2400.00', 4],
    } as const;
    const result = decide(account(rows, 0.03));
    expect(signed(result.trades)).toEqual({
      BONDS: '800.00',
      SHARES: '1000.00',
      GOLD: '-1800.00',
    });
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('is not turned for money that a step and a sale at the least trade place better', () => {
    // Of 8,500: 1,000 and 500 make 70.6 % and 29.4 % of 66.7 % and 33.3 %; 500 more of shares would make 58.8 % and 41.2 %.
    const rows = { BONDS: ['5000.00', 6, HUNDREDS('200')], SHARES: ['3000.00', 3] } as const;
    const changes = account(rows, 0.02, {
      account: { cash: [cny('500')] },
      policy: { trading: { minimumTrade: { amount: cny('500') } } },
    });
    const result = decide(changes);
    expect(signed(result.trades)).toEqual({ BONDS: '1000.00', SHARES: '-500.00' });
    expect(again(result, changes).trades).toEqual([]);
  });
});

describe('a minimum that is no multiple of the step', () => {
  const ODD = { minimumPurchase: '100', step: '500' };

  it('is added to by the first amount above a step that it allows', () => {
    // No less than a step is added: 600. Of 3,666.67 that makes 27 %, and 1,336.67 more of bonds 73 %.
    const rows = { BONDS: ['1340.00', 6], SHARES: ['390.00', 2, ODD] } as const;
    for (const funding of ['full', 'buy-only'] as const) {
      const result = decide(
        account(rows, 0.02, { account: { cash: [cny('1936.67')] }, policy: { funding } }),
      );
      expect(signed(result.trades)).toEqual({ BONDS: '1336.67', SHARES: '600.00' });
      expect(result.after.drift.triggered).toEqual([]);
    }
  });

  it('is paid for by a smaller purchase', () => {
    // 556 are wanted of 5,740; 600 make 40.8 % of 40 %, and the 44 are 0.8 % of shares' 10 %.
    const rows = {
      BONDS: ['1740.00', 4, ODD],
      SHARES: ['0.00', 1],
      GOLD: ['4000.00', 5],
    } as const;
    const result = decide(account(rows, 0.02));
    expect(signed(result.trades)).toEqual({
      BONDS: '600.00',
      SHARES: '530.00',
      GOLD: '-1130.00',
    });
    expect(result.after.drift.triggered).toEqual([]);
  });
});
