import { addMoney, money } from 'aptfolio/money';
import { splitEntryFee } from 'aptfolio/products';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import { expectRefusal, universe, wrong } from './support.js';

describe('splitEntryFee', () => {
  it.each(expected.orders)('splits the sample order of $product to the cent', (order) => {
    const { entryFee } = universe.byId[order.product]!;
    const { net, fee } = splitEntryFee(money('CNY', order.gross), entryFee);
    expect([net.amount, fee.amount]).toEqual([order.net, order.fee]);
  });

  it('adds up to the payment, whatever the rate', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (units, rate) => {
          const gross = money('CNY', `${units}`);
          const { net, fee } = splitEntryFee(gross, rate);
          expect(addMoney(net, fee)).toEqual(gross);
        },
      ),
    );
  });

  it('refuses a rate outside of [0, 1) and what is no money', () => {
    const one = money('CNY', '1');
    for (const rate of [-0.01, 1]) {
      expectRefusal(() => splitEntryFee(one, rate), 'out-of-range', 'rate');
    }
    expectRefusal(() => splitEntryFee(one, Number.NaN), 'not-finite', 'rate');
    expectRefusal(() => splitEntryFee(wrong(1), 0), 'invalid-type', 'money');
  });
});
