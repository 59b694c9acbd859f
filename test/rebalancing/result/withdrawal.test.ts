import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { type Changes, decide, MONDAY } from '../simple.js';
import { cny, codes, expectFrozen, expectRefusal, positionsOf, signed, wrong } from '../support.js';

/** 10,000 of bonds and 5,000 of shares can be redeemed a day; bonds pay on the next business day, shares two days later. */
const LIMITED = {
  BONDS: { dealing: { dailyRedemption: '10000', redemptionSettlement: 1 } },
  SHARES: { dealing: { dailyRedemption: '5000', redemptionSettlement: 2 } },
} as const;

const withdraw = (amount: string, more: Changes = {}) =>
  decide({
    products: LIMITED,
    ...more,
    account: {
      positions: positionsOf({ BONDS: '60000', SHARES: '40000' }),
      withdrawal: cny(amount),
      ...more.account,
    },
  });

describe('a withdrawal that the limits of the day do not let out', () => {
  it('says what is possible today and when all of it could be paid', () => {
    const result = withdraw('30000');
    // Orders of Monday and Tuesday bring 10,000 of bonds each on Tuesday and Wednesday and 5,000 of shares on Wednesday and Thursday:
    // 10,000 by Tuesday, 25,000 by Wednesday, 30,000 and 10,000 more bonds by Thursday.
    expect(result.withdrawal).toEqual({
      asked: cny('30000.00'),
      paid: cny('0.00'),
      paidOn: null,
      possible: cny('15000.00'),
      coverableOn: '2026-03-05',
    });
    expect(result.trades).toEqual([]);
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'rebalancing.withdrawal-not-covered',
        'rebalancing.withdrawal-coverable',
      ]),
    );
    expectFrozen(result);
  });

  it('waits for what is locked, with its fees', () => {
    const result = withdraw('95000', {
      products: { SHARES: { lockUpDays: 30, fees: { exit: [{ fromDays: 0, rate: 0.01 }] } } },
      account: {
        positions: [
          ...positionsOf({ BONDS: '60000' }),
          {
            product: 'SHARES',
            value: cny('40000'),
            lots: [{ id: 'a', boughtOn: '2026-02-16', value: cny('40000') }],
          },
        ],
      },
    });
    // 60,000 today; 40,000 less 1 % ordered on 2026-03-18 and there a business day later.
    expect(result.withdrawal?.possible.amount).toBe('60000.00');
    expect(result.withdrawal?.coverableOn).toBe('2026-03-19');
  });

  it('has no day where there is not enough at all', () => {
    const result = withdraw('100000.01');
    expect(result.withdrawal?.coverableOn).toBeNull();
    expect(codes(result)).not.toContain('rebalancing.withdrawal-coverable');
    const locked = withdraw('90000', { account: { restrictions: { SHARES: 'locked' } } });
    expect(locked.withdrawal?.coverableOn).toBeNull();
  });

  it('counts what is to stay as money, and money under way', () => {
    const floor = withdraw('25000', { policy: { cash: { floor: cny('6000') } } });
    // 31,000 are needed: 30,000 are there by Thursday only with bonds of Wednesday as well.
    expect(floor.withdrawal?.coverableOn).toBe('2026-03-05');
    expect(floor.withdrawal?.possible.amount).toBe('9000.00');
    const coming = withdraw('30000', {
      account: { receivables: [{ amount: cny('16000'), on: '2026-03-04' }] },
    });
    expect(coming.withdrawal?.paid.amount).toBe('30000.00');
    expect(coming.withdrawal?.paidOn).toBe('2026-03-04');
  });

  it('is paid in part where the policy allows that', () => {
    const result = withdraw('30000', { policy: { cash: { partialWithdrawal: 'allowed' } } });
    expect(signed(result.trades)).toEqual({ BONDS: '-10000.00', SHARES: '-5000.00' });
    expect(result.withdrawal).toEqual({
      asked: cny('30000.00'),
      paid: cny('15000.00'),
      paidOn: '2026-03-04',
      possible: cny('15000.00'),
      coverableOn: '2026-03-05',
    });
    expect(result.cash.after.amount).toBe('0.00');
    expect(codes(result)).toContain('rebalancing.withdrawal-in-part');
    expect(codes(result)).not.toContain('rebalancing.withdrawal-not-covered');
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is not paid in part where nothing can be', () => {
    const result = withdraw('30000', {
      policy: { cash: { partialWithdrawal: 'allowed' } },
      account: { restrictions: { BONDS: 'locked', SHARES: 'locked' } },
    });
    expect(result.decision).toBe('hold');
    expect(result.withdrawal?.paid.amount).toBe('0.00');
  });
});

describe('a withdrawal for which other money must be changed', () => {
  const withdrawDollars = (amount: string, account: Changes['account'] = {}) =>
    decide({
      account: {
        positions: positionsOf({ BONDS: '7000' }),
        cash: [money('USD', '1000')],
        target: { BONDS: 1 },
        fx: { base: 'CNY', rates: { USD: '7' } },
        withdrawal: cny(amount),
        ...account,
      },
      products: { DOLLARS: { currency: 'USD' } },
      policy: { fxSpread: { USD: 0.002 } },
    }).withdrawal;

  // 7,000 of bonds on Tuesday, and 1,000 dollars: 7,000 / 1.002 = 6,986.02 yuan once they are changed.
  it.each([
    ['13986.02', '2026-03-03'],
    ['13986.03', null],
    ['13990', null],
  ])('could be paid on no day where the cost of that is missing: %s', (amount, day) => {
    expect(withdrawDollars(amount)?.coverableOn).toBe(day);
  });

  it.each([
    ['6986.02', '2026-03-03'],
    ['6986.03', null],
  ])('counts it for what a fund in that currency brings: %s', (amount, day) => {
    const positions = [{ product: 'DOLLARS', value: money('USD', '1000') }];
    expect(withdrawDollars(amount, { positions, cash: [] })?.coverableOn).toBe(day);
  });

  it('counts no cost for what is paid in that currency', () => {
    // 1,000 dollars are due on Wednesday and there: nothing of them is changed, so that 7,000 of bonds pay 7,000.
    const openOrders = [
      {
        product: 'DOLLARS',
        side: 'buy',
        amount: money('USD', '1000'),
        orderOn: '2026-03-04',
        settlesOn: '2026-03-05',
      },
    ] as const;
    expect(withdrawDollars('7000', { openOrders })?.coverableOn).toBe('2026-03-03');
  });
});

describe('a withdrawal that waits for a maturity', () => {
  it('could be paid when that money is there', () => {
    const result = withdraw('50000', {
      products: { SHARES: { dealing: { redemption: 'never', maturity: '2026-09-01' } } },
      account: { positions: positionsOf({ BONDS: '20000', SHARES: '80000' }) },
    });
    // 20,000 tomorrow; 80,000 paid back on Tuesday 2026-09-01 and there a business day later.
    expect(result.withdrawal?.possible.amount).toBe('20000.00');
    expect(result.withdrawal?.coverableOn).toBe('2026-09-02');
  });
});

describe('a withdrawal that is paid', () => {
  it('could be paid before slower products that are sold beside bring their money', () => {
    const positions = positionsOf({ BONDS: '50000', SHARES: '50000' });
    const result = withdraw('10000', {
      products: { SHARES: { dealing: { redemptionSettlement: 5 } } },
      account: { positions, target: { BONDS: 0.5, SHARES: 0.5 } },
      policy: { triggers: [] },
    });
    // 5,000 of each are sold; shares pay five business days after Monday. 10,000 of bonds alone would be there on Tuesday.
    expect(result.withdrawal).toMatchObject({ paidOn: '2026-03-09', coverableOn: '2026-03-03' });
  });

  it('says when', () => {
    expect(withdraw('12000').withdrawal).toEqual({
      asked: cny('12000.00'),
      paid: cny('12000.00'),
      paidOn: '2026-03-04',
      possible: cny('12000.00'),
      coverableOn: '2026-03-04',
    });
    const fromCash = withdraw('500', { account: { cash: [cny('1000')] } });
    expect(fromCash.withdrawal?.paidOn).toBe(MONDAY);
  });

  it('is not told where there is none', () => {
    expect('withdrawal' in decide()).toBe(false);
    expect('withdrawal' in withdraw('100', { account: { status: 'frozen' } })).toBe(false);
  });
});

describe('a withdrawal by a day', () => {
  const slow = { SHARES: { dealing: { redemptionSettlement: 5 } } } as const;
  const positions = positionsOf({ BONDS: '50000', SHARES: '50000' });

  it('is raised from what settles in time, though other things stand above their target', () => {
    // Shares are 10,000 too many, but pay on 2026-03-09.
    const free = withdraw('10000', { products: slow, account: { positions } });
    expect(Number(signed(free.trades).SHARES)).toBeLessThan(0);
    const result = withdraw('10000', {
      products: slow,
      account: { positions, withdrawalBy: '2026-03-04' },
      policy: { triggers: [] },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-10000.00' });
    expect(result.withdrawal?.paidOn).toBe('2026-03-03');
    expect(codes(result)).not.toContain('rebalancing.withdrawal-late');
  });

  it('is raised from all where that is not enough, and said to be late', () => {
    const result = withdraw('60000', {
      products: slow,
      account: { positions, withdrawalBy: '2026-03-04' },
    });
    expect(result.withdrawal?.paid.amount).toBe('60000.00');
    expect(result.withdrawal?.paidOn).toBe('2026-03-09');
    expect(codes(result)).toContain('rebalancing.withdrawal-late');
  });

  /** 5,000 of cash for the withdrawal, 6,000 that come on 2026-03-09, and an order of 6,000 that is paid on a day. */
  const withOrderOn = (orderOn: '2026-03-06' | '2026-03-09') =>
    withdraw('5000', {
      account: {
        positions: positionsOf({ BONDS: '24000', SHARES: '20000' }),
        cash: [cny('5000')],
        withdrawalBy: '2026-03-04',
        receivables: [{ amount: cny('6000'), on: '2026-03-09' }],
        openOrders: [
          { product: 'BONDS', side: 'buy', amount: cny('6000'), orderOn, settlesOn: '2026-03-10' },
        ],
      },
    });

  it('is not raised twice where late money only pays late orders', () => {
    const result = withOrderOn('2026-03-09');
    // 30,000 and 20,000 are the target of 60 and 40 %, and nothing else is needed.
    expect(result.trades).toEqual([]);
    expect(result.withdrawal?.paid.amount).toBe('5000.00');
    expect(result.withdrawal?.paidOn).toBe(MONDAY);
  });

  it('is raised where an order leaves before the late money comes', () => {
    const { trades } = withOrderOn('2026-03-06');
    // The order needs 6,000 on 2026-03-06, which cash and sales must bring beside the withdrawal.
    expect(trades.reduce((sum, { amount }) => sum + Number(amount.amount), 0)).toBe(6000);
  });

  it('changes nothing where all settles in time', () => {
    const { inputHash: _a, ...by } = withdraw('10000', { account: { withdrawalBy: '2026-03-31' } });
    const { inputHash: _b, ...without } = withdraw('10000');
    expect(by).toEqual(without);
  });

  it('is refused where the day is past or none', () => {
    const refuse = (withdrawalBy: unknown, code: 'out-of-range' | 'invalid-date') =>
      expectRefusal(
        () => withdraw('1', { account: { withdrawalBy: wrong(withdrawalBy) } }),
        code,
        'account.withdrawalBy',
      );
    refuse('2026-03-01', 'out-of-range');
    refuse('2026-02-30', 'invalid-date');
    expectRefusal(
      () => withdraw('1', { policy: { cash: { partialWithdrawal: wrong('some') } } }),
      'unknown-value',
      'policy.cash.partialWithdrawal',
    );
  });
});

describe('money that comes too late', () => {
  it('pays nothing of a withdrawal', () => {
    // 30,000 come on the 10th; 20,000 are needed by the 4th, so that they are sold for.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }),
        receivables: [{ amount: cny('30000'), on: '2026-03-10' }],
        withdrawal: cny('20000'),
        withdrawalBy: '2026-03-04',
      },
    });
    const sold = result.trades.reduce((sum, { side, amount }) => {
      expect(side).toBe('sell');
      return sum + Number(amount.amount);
    }, 0);
    expect(sold).toBeCloseTo(20000, 6);
    expect(result.withdrawal).toMatchObject({ paid: cny('20000.00'), paidOn: '2026-03-03' });
  });
});

describe('a withdrawal where the best payer is locked', () => {
  it('comes from what least is missing of, not from all others alike', () => {
    // 90,000 are left. Of bonds 50,000 are fixed; targets of the others are 27,000 each, and shares are 30,000, gold 20,000.
    // The least squares of the distances take all 10,000 from shares: 20,000 and 20,000.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '50000.00', SHARES: '30000.00', GOLD: '20000.00' }),
        target: { BONDS: 0.4, SHARES: 0.3, GOLD: 0.3 },
        restrictions: { BONDS: 'locked' },
        withdrawal: cny('10000'),
      },
      policy: { measure: 'products', triggers: [] },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-10000.00' });
  });

  it('of more than there is leaves no weights that could be out of a band', () => {
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '2500', SHARES: '2500' }),
        cash: [cny('100')],
        target: { BONDS: 0.5, SHARES: 0.5 },
        withdrawal: cny('6000'),
      },
    });
    expect(result.fired).toEqual([]);
    expect(result.trades).toEqual([]);
    expect(result.reasons.map(({ code }) => code)).not.toContain('rebalancing.out-of-band');
  });
});

describe('the most that can be paid of a withdrawal', () => {
  it('is solved for where what is to stay is a share of what is left', () => {
    const most = (floor: number, asked: string, partialWithdrawal: 'allowed' | 'never') =>
      withdraw(asked, {
        products: {},
        policy: { cash: { floor: { share: floor }, partialWithdrawal } },
        account: {
          positions: positionsOf({ BONDS: '6000', SHARES: '4000' }),
          cash: [cny('1000')],
          restrictions: { SHARES: 'locked' },
        },
      }).withdrawal;
    // w with 7,000 − w = s (11,000 − w), the floor to the nearest fen: 6,959.596 for 1 %, 6,555.555 for 10 %.
    for (const asked of ['7000', '9000']) {
      expect(most(0.01, asked, 'allowed')?.paid.amount).toBe('6959.60');
      expect(most(0.1, asked, 'allowed')?.paid.amount).toBe('6555.56');
      expect(most(0.1, asked, 'allowed')?.possible.amount).toBe('6555.56');
      expect(most(0.1, asked, 'never')?.possible.amount).toBe('6555.56');
      expect(most(0.1, asked, 'never')?.paid.amount).toBe('0.00');
    }
  });

  it('counts what changing money costs', () => {
    const most = (asked: string, partialWithdrawal: 'allowed' | 'never') =>
      withdraw(asked, {
        products: { SHARES: { currency: 'USD' } },
        policy: { fxSpread: { USD: 0.002 }, cash: { partialWithdrawal } },
        account: {
          positions: [
            { product: 'BONDS', value: cny('7000') },
            { product: 'SHARES', value: money('USD', '1000') },
          ],
          fx: { base: 'CNY', rates: { USD: '7' } },
        },
      }).withdrawal;
    // 1,000 dollars are 7,000, and 0.2 % of what they bring is paid for it: 7,000 / 1.002 = 6,986.027.
    for (const asked of ['13990', '20000']) {
      expect(most(asked, 'allowed')?.paid.amount).toBe('13986.02');
      expect(most(asked, 'allowed')?.possible.amount).toBe('13986.02');
      expect(most(asked, 'never')?.possible.amount).toBe('13986.02');
    }
    expect(most('13986.02', 'never')?.paid.amount).toBe('13986.02');
  });
});
