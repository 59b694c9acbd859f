import { expect, it } from 'vitest';
import { again, type Changes, decide } from '../simple.js';
import { cny, positionsOf } from '../support.js';

it('does not sell what a cent lies above its target', () => {
  // Equity of 20,000 comes to 24 / 76 of 65,000 = 20,526.3158, in whole cents 20,526.32. Bonds remain above their band, as NOTES may only be bought and gold
  // only sold.
  const changes: Changes = {
    account: {
      positions: positionsOf({
        GOLD: '2000',
        SHARES: '1000',
        BONDS: '35000',
        OLD: '19000',
        NOTES: '8000',
      }),
      target: { GOLD: 20 / 76, SHARES: 12 / 76, BONDS: 1 / 76, OLD: 12 / 76, NOTES: 31 / 76 },
      restrictions: { GOLD: 'sell-only', NOTES: 'buy-only' },
    },
    products: {
      OLD: { lookThrough: { EQUITY: 1 } },
      NOTES: { lookThrough: { BOND: 0.5, METAL: 0.5 } },
    },
    policy: { bands: { default: { absolute: 0.02 } }, funding: 'cash-first' },
  };
  const first = decide(changes);
  expect(first.after.values.SHARES!.amount).toBe('1526.32');
  expect(again(first, changes).trades).toEqual([]);
});

it('sells in the first look what whole units would make the next one sell', () => {
  // OLD is not wanted; SHARES are wanted at 8 / 11 and BONDS at 3 / 11, in whole units. All of OLD pays for 7 of SHARES, 13 then are 94,525.60 of 152,084.20, 62.2 %,
  // and below 62.7. Only 2 of BONDS more bring in 2 of SHARES: 15 are 71.7 %, 6 of BONDS 27.7 %, and 902.50 are left.
  const changes: Changes = {
    account: {
      positions: [
        { product: 'OLD', units: '14', price: cny('3736.10') },
        { product: 'SHARES', units: '6', price: cny('7271.20') },
        { product: 'BONDS', units: '8', price: cny('7018.95') },
      ],
      target: { SHARES: 8 / 11, BONDS: 3 / 11 },
    },
    products: { OLD: { unitStep: '1' }, SHARES: { unitStep: '1' }, BONDS: { unitStep: '1' } },
    policy: {
      measure: 'products',
      bands: { default: { absolute: 0.1 } },
      funding: 'cash-first',
    },
  };
  const first = decide(changes);
  const units = first.trades.map(
    ({ product, side, units: count }) => `${side} ${count} ${product}`,
  );
  expect(units).toEqual(['sell 2 BONDS', 'sell 14 OLD', 'buy 9 SHARES']);
  expect(first.cash.after.amount).toBe('902.50');
  expect(first.after.drift.triggered).toEqual([]);
  expect(again(first, changes).trades).toEqual([]);
});

it('says of what is not sold that it is sold last', () => {
  // 60 and 40 are wanted; 20,000 of money bring bonds to 58.3 %, so that nothing is sold.
  const result = decide({
    account: { cash: [cny('20000')] },
    policy: { funding: 'cash-first' },
  });
  const shares = result.notTraded.find(({ product }) => product === 'SHARES');
  expect(shares?.reasons.map(({ code }) => code)).toEqual(['rebalancing.sold-last']);
});
