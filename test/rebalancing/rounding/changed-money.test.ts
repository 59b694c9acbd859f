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

  it('costs nothing that only rounding takes, so that an account is not told to lack a fen', () => {
    const held = fc.integer({ min: 10_000, max: 300_000 });
    const fees = { exit: [{ fromDays: 0, rate: 0.005 }] };
    fc.assert(
      fc.property(held, held, fc.constantFrom(0.1, 0.3, 1), (cents, yen, maxTurnover) => {
        const result = decide({
          account: {
            positions: [
              { product: 'DOLLARS', value: usd(cents) },
              { product: 'YEN', value: money('JPY', String(yen)) },
            ],
            target: { BONDS: 1 },
            fx: { base: 'CNY', rates: { USD: '7.1234', JPY: '0.0487' } },
          },
          products: {
            DOLLARS: { currency: 'USD', fees },
            YEN: { currency: 'JPY', step: '1', fees },
          },
          policy: {
            bands: { default: { absolute: 0 } },
            measure: 'products',
            residualProduct: 'BONDS',
            trading: { maxTurnover },
          },
        });
        const { after, cash, costs, value } = result;
        expect(cash.days.every(({ balance }) => toMinorUnits(balance) >= 0n)).toBe(true);
        expect(toMinorUnits(cash.after)).toBeGreaterThanOrEqual(0n);
        expect(codes(result)).not.toContain('rebalancing.money-still-missing');
        // Nothing is lost beside the costs.
        const parts = [...Object.values(after.values), cash.after, costs.exit, costs.exchange];
        const sum = parts.reduce((all, part) => all + toMinorUnits(part), 0n);
        expect(sum).toBe(toMinorUnits(value));
      }),
      { numRuns: 100 },
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

describe('what changing money for several purchases costs', () => {
  interface Grid {
    /** Of bonds; the rest is to be a fund in yen. */
    readonly weight: number;
    readonly yuan: number;
    readonly dollars: number;
    readonly spreads: readonly [usd: number, jpy: number];
    readonly step: string;
    /** Whether the money is still in funds of which one takes what is left over. */
    readonly isHeld: boolean;
  }
  const buyBoth = ({ weight, yuan, dollars, spreads, step, isHeld }: Grid) =>
    decide({
      account: {
        positions: isHeld
          ? [
              { product: 'DOLLARS', value: usd(100 * dollars) },
              { product: 'FUND', value: cny(String(yuan + 1)) },
            ]
          : [],
        cash: isHeld ? [] : [cny(String(yuan)), usd(100 * dollars)],
        target: { BONDS: weight, YEN: 1 - weight },
        fx: { base: 'CNY', rates: { USD: '7', JPY: '0.05' } },
      },
      products: {
        BONDS: { step, minimumPurchase: step },
        YEN: { currency: 'JPY', step: '1' },
        DOLLARS: { currency: 'USD' },
        FUND: {},
      },
      policy: {
        bands: { default: { absolute: 0.05 } },
        measure: 'products',
        fxSpread: { USD: spreads[0], JPY: spreads[1] },
        ...(isHeld ? { residualProduct: 'FUND' } : {}),
      },
    });

  it('is set aside for all of them, so that none is cut for what another takes', () => {
    // Of 26,000.00, 23,000.00 of bonds are nearest to 87.5 %. 4,000.00 of it are dollars at 0.2 %, 572.58 of them; the other 427.42, 2,991.94 yuan,
    // change at 0.5 % into 2,977.05 at the most.
    const spreads = [0.002, 0.003] as const;
    const given = { weight: 0.875, yuan: 19_000, dollars: 1_000, spreads, isHeld: false };
    const result = buyBoth({ ...given, step: '1000' });
    const { BONDS, YEN } = signed(result.trades);
    expect(BONDS).toBe('23000.00');
    expect(Number(YEN)).toBeLessThanOrEqual(2977.05);
    expect(Number(YEN)).toBeGreaterThan(2970);
    expect(Number(result.cash.after.amount)).toBeLessThan(1);
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('is found where it is more than was thought at first', () => {
    // x yuan, a fifth of bonds at 2 % and the rest in yen at 5 %, but for the yuan that is there, cost 1.044 x − 0.02 = 7,001, so that x = 6,705.96.
    const spreads = [0.02, 0.03] as const;
    const given = { weight: 0.2, yuan: 0, dollars: 1_000, spreads, isHeld: true };
    const { BONDS, YEN } = signed(buyBoth({ ...given, step: '0.01' }).trades);
    expect(Math.abs(Number(BONDS) - 1341.19)).toBeLessThan(1);
    expect(Math.abs(Number(YEN) - 5364.77)).toBeLessThan(1);
  });

  it('is set aside for the part of the trades that a budget allows', () => {
    // Of x in bonds and x in yen, for dollars worth 2.007 x, 4.007 x may be 2 × 10 % of 70,000: x = 3,493.89, and 7,012.23 of dollars.
    const { cash, trades } = decide({
      account: {
        positions: [{ product: 'DOLLARS', value: usd(1_000_000) }],
        target: { BONDS: 0.5, YEN: 0.5 },
        fx: { base: 'CNY', rates: { USD: '7', JPY: '0.05' } },
      },
      products: { YEN: { currency: 'JPY', step: '1' }, DOLLARS: { currency: 'USD' } },
      policy: {
        measure: 'products',
        fxSpread: { USD: 0.002, JPY: 0.003 },
        trading: { maxTurnover: 0.1 },
      },
    });
    const { BONDS, YEN, DOLLARS } = signed(trades);
    expect(Math.abs(Number(BONDS) - 3493.89)).toBeLessThan(0.1);
    expect(Math.abs(Number(YEN) - 3493.89)).toBeLessThan(0.1);
    expect(Math.abs(Number(DOLLARS) + 7012.23)).toBeLessThan(0.1);
    expect(Number(cash.after.amount)).toBeLessThan(0.1);
  });

  it.each(['0.01', '100'])('leaves none of them out, and hardly any money: steps of %s', (step) => {
    for (const weight of [0.2, 0.5, 0.8]) {
      for (const yuan of [0, 100, 3_000]) {
        for (const dollars of [1_000, 3_000]) {
          for (const spreads of [
            [0.002, 0.003],
            [0.01, 0],
            [0, 0.01],
            [0.02, 0.03],
          ] as const) {
            for (const isHeld of [true, false]) {
              const given = { weight, yuan, dollars, spreads, step, isHeld };
              const { after, cash, value } = buyBoth(given);
              expect(after.drift.triggered, JSON.stringify(given)).toEqual([]);
              const left = Number(cash.after.amount) / Number(value.amount);
              expect(left, JSON.stringify(given)).toBeLessThan(0.001);
            }
          }
        }
      }
    }
  });
});
