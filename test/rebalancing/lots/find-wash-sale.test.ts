import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import { type Money, money } from '../../../src/money/index.js';
import {
  findWashSale,
  type LossSale,
  type ReplacementPurchase,
} from '../../../src/rebalancing/lots/find-wash-sale.js';
import fixture from '../../fixtures/rebalancing/lots-wash-sale.json' with { type: 'json' };
import { expectRefusal } from '../../refusal.js';

const usd = (amount: string): Money<'USD'> => money('USD', amount);

const SALE: LossSale<'USD'> = { on: '2026-03-31', units: '3', loss: usd('1.00') };

const bought = (on: PlainDate, units = '1', id: string = on): ReplacementPurchase<'USD'> => ({
  id,
  on,
  units,
  cost: usd('5'),
});

describe('findWashSale', () => {
  it.each(fixture.cases)('$id', ({ sale, purchases, disallowed, replacements }) => {
    const found = findWashSale(
      { on: sale.on as PlainDate, units: sale.units, loss: usd(sale.loss) },
      purchases.map(([on, units, cost]) => ({
        id: on!,
        on: on as PlainDate,
        units: units!,
        cost: usd(cost!),
      })),
      { days: fixture.days },
    );
    expect(found.disallowed.amount).toBe(disallowed);
    expect(found.replacements.map(({ id, units, cost }) => [id, units, cost.amount])).toEqual(
      replacements,
    );
  });

  it('counts the days before and after to the last of them', () => {
    for (const [days, spoilt] of [
      [-31, false],
      [-30, true],
      [0, true],
      [30, true],
      [31, false],
    ] as const) {
      const { disallowed } = findWashSale(SALE, [bought(addDays(SALE.on, days), '3')], {
        days: 30,
      });
      expect([days, disallowed.amount]).toEqual([days, spoilt ? '1.00' : '0.00']);
    }
  });

  it('spreads the loss so that it adds up, whatever the order of the rows', () => {
    // A third of 1.00 each: 0.33, 0.67 − 0.33, 1.00 − 0.67.
    const rows = [bought('2026-04-01'), bought('2026-04-02'), bought('2026-04-03', '1.5')];
    const found = findWashSale(SALE, rows, { days: 30 });
    expect(
      found.replacements.map(({ units, added, cost }) => [units, added.amount, cost.amount]),
    ).toEqual([
      ['1', '0.33', '5.33'],
      ['1', '0.34', '5.34'],
      ['1', '0.33', '5.33'],
    ]);
    expect(found).toMatchObject({ disallowed: usd('1'), allowed: usd('0') });
    expect(findWashSale(SALE, [...rows].reverse(), { days: 30 })).toEqual(found);
  });

  it('allows all of a loss that nothing replaces', () => {
    expect(findWashSale(SALE, [], { days: 30 })).toEqual({
      disallowed: usd('0'),
      allowed: usd('1'),
      replacements: [],
    });
  });

  it('refuses by field', () => {
    const ask =
      (sale: object, row: object = {}, days = 30) =>
      () =>
        findWashSale({ ...SALE, ...sale }, [{ ...bought('2026-04-01'), ...row }], { days });
    expectRefusal(ask({ loss: usd('0') }), 'out-of-range', 'sale.loss.amount');
    expectRefusal(ask({ units: '0' }), 'out-of-range', 'sale.units');
    expectRefusal(ask({ on: '2026-02-29' }), 'invalid-date', 'sale.on');
    expectRefusal(ask({}, { units: '-1' }), 'out-of-range', 'purchases[0].units');
    expectRefusal(ask({}, { on: 'soon' }), 'invalid-date', 'purchases[0].on');
    expectRefusal(
      ask({}, { cost: money('EUR', '1') }),
      'currency-mismatch',
      'purchases[0].cost.currency',
    );
    expectRefusal(ask({}, {}, -1), 'out-of-range', 'options.days');
    expectRefusal(
      () => findWashSale(SALE, [bought('2026-04-01'), bought('2026-04-01')], { days: 30 }),
      'duplicate-id',
      'purchases[1].id',
    );
  });
});
