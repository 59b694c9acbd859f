import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, toMinorUnits } from '../../../src/money/index.js';
import type { RebalancingAccount } from '../../../src/rebalancing/index.js';
import { type Changes, decide } from '../simple.js';
import { cny, codes, positionsOf, signed } from '../support.js';

const usd = (cents: number) => money('USD', (cents / 100).toFixed(2));

/** Bonds in yuan take all that dollars bring: those of the account and those that a fund is sold for. */
const intoBonds = (
  held: number,
  free: number,
  rate: string,
  account: Partial<RebalancingAccount<'CNY'>> = {},
  policy: Changes['policy'] = {},
) =>
  decide({
    account: {
      positions: [...positionsOf({ BONDS: '10000.00' }), { product: 'DOLLARS', value: usd(held) }],
      cash: [usd(free)],
      target: { BONDS: 1 },
      fx: { base: 'CNY', rates: { USD: rate } },
      ...account,
    },
    products: { DOLLARS: { currency: 'USD' } },
    policy: { bands: { default: { absolute: 0 } }, measure: 'products', ...policy },
  });

describe('money that is changed for purchases', () => {
  it('costs no more than was set aside for it, so that nothing is missing in the end', () => {
    // 1,000.02 and 10.04 dollars are 7,100.142 and 71.284 yuan, to the fen 7,171.42 together; 1,010.06 dollars are 7,171.426. Bonds of 7,171.42
    // take all of them, which costs 0.006: a fen that is not there. Bonds of a fen less take as many dollars and cost a fen more, and so on.
    // 4 fen, and the worth of a cent, 0.071 up to 8 fen, are set aside: bonds of 7,171.30 take 1,010.05 dollars, worth 7,171.355, and cost 0.055.
    const result = intoBonds(100_002, 1_004, '7.1');
    expect(result.cash.before.amount).toBe('71.28');
    expect(signed(result.trades)).toEqual({ BONDS: '7171.30', DOLLARS: '-7100.14' });
    expect(result.costs.exchange.amount).toBe('0.06');
    // 71.28 + 7,100.14 − 7,171.30 − 0.06.
    expect(result.cash.after.amount).toBe('0.06');
    expect(result.cash.days.at(-1)?.balance).toEqual(money('USD', '0.01'));
    expect(codes(result)).not.toContain('rebalancing.money-still-missing');
  });

  it.each(['full', 'cash-first'] as const)(
    'costs what is sold for, so that whole units can be paid: %s',
    (funding) => {
      // Two shares, 2,000.00 of 11,065.00, are nearest to 18 %. 1,065.00 of it are dollars, which cost 0.2 %, 2.13, to change: 2,000.00 + 2.13 − 1,065.00 = 937.13
      // of bonds, and some fen for what rounding may take.
      const result = decide({
        account: {
          positions: positionsOf({ BONDS: '10000.00' }),
          cash: [usd(15_000)],
          target: { BONDS: 0.82, SHARES: 0.18 },
          prices: { SHARES: cny('1000') },
          fx: { base: 'CNY', rates: { USD: '7.1' } },
        },
        products: { SHARES: { unitStep: '1' } },
        policy: { fxSpread: { USD: 0.002 }, funding },
      });
      const { BONDS, SHARES } = signed(result.trades);
      expect(SHARES).toBe('2000.00');
      expect(Number(BONDS)).toBeLessThanOrEqual(-937.13);
      expect(Number(BONDS)).toBeGreaterThan(-937.33);
      expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
    },
  );

  it('is enough for all of the tax on what brings it', () => {
    // The gain of 333.33 dollars is 2,366.643 yuan, the tax 473.328: 473.33 are 66.666 dollars, so that 933.33 of 1,000.00 are left.
    const result = intoBonds(
      100_000,
      0,
      '7.1',
      {
        positions: [
          {
            product: 'DOLLARS',
            value: money('USD', '1000'),
            lots: [
              {
                id: 'a',
                boughtOn: '2025-12-01',
                value: money('USD', '1000'),
                cost: money('USD', '666.67'),
              },
            ],
          },
        ],
        tax: { shortTermRate: 0.2, longTermRate: 0.2 },
      },
      { funding: 'sell-only' },
    );
    expect(result.costs.tax.amount).toBe('473.33');
    expect(result.cash.days.at(-1)?.balance).toEqual(money('USD', '933.33'));
  });

  it('is raised by a cent more where rounding to the nearest one brings less than is missing', () => {
    // 292.09 dollars at 8.1367 are 2,376.65 yuan, with 513.89 of them 2,890.54. To be kept are 459.60 dollars, 3,739.63 yuan, and 38.39: 887.48
    // are missing. 109.07 dollars are worth 887.47 and 109.08 are 887.55. The other 58.43 dollars cost 475.43 yuan of the 475.50 that are free.
    const result = intoBonds(
      251_079,
      29_209,
      '8.1367',
      {
        positions: [{ product: 'DOLLARS', value: usd(251_079) }],
        cash: [cny('513.89'), usd(29_209)],
        target: { DOLLARS: 1 },
      },
      { residualProduct: 'DOLLARS', cash: { floor: cny('38.39'), floors: [usd(45_960)] } },
    );
    expect(result.trades.map(({ local }) => local)).toEqual([usd(10_908)]);
    expect(result.exchanges.map(({ from, to }) => [from, to])).toEqual([
      [cny('475.43'), usd(5_843)],
    ]);
    expect(codes(result)).not.toContain('rebalancing.money-still-missing');
  });

  it('leaves no less than the floor, whatever comes together', () => {
    const cents = fc.integer({ min: 1, max: 300_000 });
    fc.assert(
      fc.property(
        cents,
        cents,
        fc.integer({ min: 10_000, max: 99_999 }),
        fc.constantFrom(0, 0.0013),
        fc.constantFrom({}, { residualProduct: 'BONDS' }),
        fc.constantFrom(cny('0'), cny('37.11')),
        fc.constantFrom('0', '250.07'),
        fc.constantFrom([], [usd(131)], [usd(45_960)]),
        (held, free, digits, spread, policy, floor, withdrawal, floors) => {
          const result = intoBonds(
            held,
            free,
            (digits / 10_000).toFixed(4),
            { withdrawal: cny(withdrawal) },
            { ...policy, cash: { floor, floors }, fxSpread: { USD: spread } },
          );
          expect(toMinorUnits(result.cash.after)).toBeGreaterThanOrEqual(toMinorUnits(floor));
          expect(codes(result)).not.toContain('rebalancing.money-still-missing');
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('money that is changed for purchases beside money that must be raised', () => {
  const half = (more: Changes) =>
    decide({
      ...more,
      account: {
        positions: [{ product: 'DOLLARS', value: usd(100_000) }],
        target: { BONDS: 0.5, DOLLARS: 0.5 },
        fx: { base: 'CNY', rates: { USD: '7' } },
        ...more.account,
      },
      products: { DOLLARS: { currency: 'USD' } },
      policy: {
        bands: { default: { absolute: 0.02 } },
        measure: 'products',
        fxSpread: { USD: 0.01 },
        ...more.policy,
      },
    });

  it.each([
    ['a withdrawal', { account: { withdrawal: cny('100') } }],
    ['an overdraft', { account: { cash: [cny('-100')] } }],
    ['a floor', { policy: { cash: { floor: cny('100') } } }],
  ])('costs neither the purchases nor more than it takes: %s', (_, more) => {
    // Of 7,000.00 x are to be bonds and x dollars, and 1 % of what is changed, 100 and x, is its cost: 2x = 6,900 − 0.01 (100 + x), so that x = 6,899 / 2.01 = 3,432.34. A cent is 7 fen.
    const result = half(more);
    const { BONDS, DOLLARS } = signed(result.trades);
    expect(Math.abs(Number(BONDS) - 3432.34)).toBeLessThan(0.08);
    expect(Math.abs(Number(DOLLARS) + 3567.66)).toBeLessThan(0.08);
    expect(result.after.drift.triggered).toEqual([]);
    expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('is raised where the rates lack a fen beside the tax of the sale', () => {
    // Of what is sold 202.46 / 967.84 is gain, a fifth of that, 4.1838 %, tax: 100 / 0.958162 = 104.37, and no more than a cent, 7.1 fen, for each of the rates' roundings.
    const result = half({
      account: {
        positions: [
          {
            product: 'DOLLARS',
            value: usd(96_784),
            lots: [{ id: 'one', boughtOn: '2026-01-05', value: usd(96_784), cost: usd(76_538) }],
          },
        ],
        fx: { base: 'CNY', rates: { USD: '7.1' } },
        target: { DOLLARS: 1 },
        withdrawal: cny('100'),
      },
      policy: {
        fxSpread: {},
        lots: { method: 'fifo', tax: { shortTermRate: 0.2, longTermRate: 0.1 } },
      },
    });
    const sold = -Number(signed(result.trades).DOLLARS);
    expect(sold).toBeGreaterThanOrEqual(104.37);
    expect(sold).toBeLessThan(104.37 + 0.4);
    expect(result.cash.withdrawal.amount).toBe('100.00');
  });
});
