import { expect, it } from 'vitest';
import { again, type Changes, decide } from '../simple.js';
import { positionsOf } from '../support.js';

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
