import { dealingDays, nextDealing, type Product } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import { bondFund, expectRefusal, wrong } from '../support.js';
import { monday, weekdays } from './support.js';

describe('a row that was never compiled', () => {
  const asked = (change: object, side: 'buy' | 'sell') => () =>
    nextDealing({ ...bondFund(), ...change } as Product, {
      side,
      asOf: monday,
      calendar: weekdays,
    });

  it.each([
    ['another spelling', 'Open', 'unknown-value'],
    ['another word', 'Redemption-Suspended', 'unknown-value'],
    ['a missing one', undefined, 'missing-value'],
    ['no text', 1, 'invalid-type'],
  ] as const)(
    'with %s for its status is refused on either side, never dealt',
    (_, status, code) => {
      for (const side of ['buy', 'sell'] as const) {
        expectRefusal(asked({ status }, side), code, 'product.status');
        expectRefusal(asked({ status, dealing: {} }, side), code, 'product.status');
      }
      const interval = { from: monday, to: '2026-03-05' } as const;
      const product = bondFund({ status: wrong(status) });
      expectRefusal(() => dealingDays(product, 'buy', interval, weekdays), code, 'product.status');
    },
  );

  it('with an unknown status in its changes is refused, and with a known one dealt', () => {
    const changes = (status: unknown) => ({ changes: [{ from: '2026-03-05', status }] });
    expectRefusal(asked(changes('Closed'), 'sell'), 'unknown-value', 'product.changes[0].status');
    expect(asked(changes('closed'), 'sell')().status).toBe('now');
  });
});
