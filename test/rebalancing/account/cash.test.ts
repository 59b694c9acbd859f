import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { openOrdersOf } from '../../../src/rebalancing/index.js';
import { decide, MONDAY } from '../simple.js';
import { cny, codes, expectClose, expectRefusal, positionsOf, signed } from '../support.js';

const AT_TARGET = positionsOf({ BONDS: '60000.00', SHARES: '40000.00' });

/** Nothing but free money makes an account worth a look. */
const CASH_FLOW = { triggers: [{ kind: 'cash-flow', above: 0.01 }] } as const;

describe('free money', () => {
  it('is invested where it is missing, by purchases alone', () => {
    // 110,000 to invest: 66,000 and 44,000.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '62000.00', SHARES: '38000.00' }),
        cash: [cny('10000')],
        deposit: cny('10000'),
      },
      policy: { ...CASH_FLOW, funding: 'buy-only' },
    });
    expect(result.investable.amount).toBe('110000.00');
    expect(signed(result.trades)).toEqual({ BONDS: '4000.00', SHARES: '6000.00' });
    expect(codes(result)).toContain('rebalancing.deposit-invested');
    expect(result.cash.after.amount).toBe('0.00');
    expect(result.trades.every(({ phase }) => phase === 1)).toBe(true);
  });

  it('that cannot reach the target without sales comes as near as it can', () => {
    // Shares are above 0.4 × 101,000 = 40,400 already: all 1,000 go to bonds.
    const result = decide({
      account: { cash: [cny('1000')] },
      policy: { ...CASH_FLOW, funding: 'buy-only', triggers: [{ kind: 'band' }] },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '1000.00' });
    const shares = result.notTraded.find(({ product }) => product === 'SHARES');
    expect(shares).toMatchObject({ side: 'sell', amount: cny('9600.00') });
    expect(codes(shares!)).toEqual(['rebalancing.nothing-sold']);
  });

  it('comes first, and sales only for what is then still out of its band', () => {
    const policy = { ...CASH_FLOW, funding: 'cash-first' } as const;
    // With 20,000 bonds reach 70,000 of 120,000 = 58.33 %: inside their band, so nothing is sold.
    const enough = decide({ account: { cash: [cny('20000')] }, policy });
    expect(signed(enough.trades)).toEqual({ BONDS: '20000.00' });
    // With 2,000 they reach 52,000 of 102,000 = 50.98 %: out. 61,200 and 40,800 are the targets.
    const short = decide({ account: { cash: [cny('2000')] }, policy });
    expect(signed(short.trades)).toEqual({ BONDS: '11200.00', SHARES: '-9200.00' });
  });

  it('is followed by sales of what is above its target where nothing else brings back what is below its band', () => {
    // Metal cannot be redeemed and is 36,000 of 161,000, more than its 19.5 %, so that MIX, of which a tenth is metal, goes. Bonds and shares have what is
    // left, 125,000, and each is short of 53.5 % and 27 % by the same: (0.805 × 161,000 − 125,000) / 2 = 2,302.50. Shares come to 41,167.50.
    const account = {
      positions: positionsOf({ GOLD: '36000', SHARES: '48000', BONDS: '25000', MIX: '52000' }),
      target: { GOLD: 0.18, SHARES: 0.27, BONDS: 0.4, MIX: 0.15 },
      restrictions: { GOLD: 'buy-only' },
    } as const;
    const MIX = { lookThrough: { METAL: 0.1, BOND: 0.9 } };
    const result = decide({ account, products: { MIX }, policy: { funding: 'cash-first' } });
    expect(signed(result.trades)).toEqual({
      BONDS: '58832.50',
      MIX: '-52000.00',
      SHARES: '-6832.50',
    });
    expect(result.after.drift.triggered).toEqual([]);
    // By products: gold keeps 30 of 100, and what it has too much, 10, bonds and shares have too little, 5 each.
    const byProduct = decide({
      account: {
        positions: positionsOf({ GOLD: '30000', SHARES: '34000', BONDS: '36000' }),
        target: { GOLD: 0.2, SHARES: 0.3, BONDS: 0.5 },
        restrictions: { GOLD: 'buy-only' },
      },
      policy: { measure: 'products', funding: 'cash-first' },
    });
    expect(signed(byProduct.trades)).toEqual({ BONDS: '9000.00', SHARES: '-9000.00' });
  });

  it('is followed by sales of what is above its most', () => {
    const policy = { measure: 'products', funding: 'cash-first' } as const;
    // Shares are out of their band, bonds only above the half that they may be; gold takes both.
    const account = {
      positions: positionsOf({ GOLD: '8000', SHARES: '40000', BONDS: '52000' }),
      target: { GOLD: 0.2, SHARES: 0.3, BONDS: 0.5 },
    };
    const trading = { maxWeight: { BONDS: 0.5 } };
    const result = decide({ account, policy: { ...policy, trading } });
    expect(signed(result.trades)).toEqual({
      BONDS: '-2000.00',
      GOLD: '12000.00',
      SHARES: '-10000.00',
    });
    // Of 75,000 the group may be 22,500 of the 45,000 that are wanted of it: BONDS and NOTES have 11,250 each less than 27,000 and 18,000,
    // and the same is added to the 15,000 each that are wanted of gold and shares.
    const group = { id: 'core', members: ['BONDS', 'NOTES', 'OLD'], max: 0.3 };
    const together = decide({
      account: {
        positions: positionsOf({ BONDS: '17000', OLD: '46000', NOTES: '12000' }),
        target: { GOLD: 0.2, BONDS: 0.36, NOTES: 0.24, SHARES: 0.2 },
      },
      products: { NOTES: {}, OLD: {} },
      policy: { ...policy, trading: { groups: [group] } },
    });
    expect(signed(together.trades)).toEqual({
      BONDS: '-1250.00',
      GOLD: '26250.00',
      NOTES: '-5250.00',
      OLD: '-46000.00',
      SHARES: '26250.00',
    });
    expect(codes(together)).not.toContain('rebalancing.max-weight-of-group-exceeded');
  });

  it('is kept up to the ceiling and then invested down to the target', () => {
    const cash = { floor: cny('500'), target: cny('1000'), ceiling: cny('5000') };
    const policy = { ...CASH_FLOW, cash };
    const kept = decide({ account: { positions: AT_TARGET, cash: [cny('5000')] }, policy });
    expect(kept).toMatchObject({ decision: 'hold', considered: [] });
    expect(kept.investable.amount).toBe('100000.00');
    // 5,001 less 1,000 are invested: 0.6 × 4,001 = 2,400.60.
    const over = decide({ account: { positions: AT_TARGET, cash: [cny('5001')] }, policy });
    expect(signed(over.trades)).toEqual({ BONDS: '2400.60', SHARES: '1600.40' });
    expect(over.cash.after.amount).toBe('1000.00');
  });

  it('below the target is filled up', () => {
    // 900 are missing of 1,000: 99,100 stay invested, 59,460 and 39,640.
    const policy = {
      cash: { target: cny('1000') },
      triggers: [{ kind: 'cash-flow', above: 0.005 }],
    } as const;
    const result = decide({ account: { positions: AT_TARGET, cash: [cny('100')] }, policy });
    expect(signed(result.trades)).toEqual({ BONDS: '-540.00', SHARES: '-360.00' });
    expect(result.cash.after.amount).toBe('1000.00');
  });

  it('is invested in equal parts over the calls that are asked for', () => {
    const invest = (part: number, amount: string) =>
      decide({
        account: {
          positions: positionsOf({ BONDS: '6000.00', SHARES: '4000.00' }),
          cash: [cny(amount)],
        },
        policy: { ...CASH_FLOW, cash: { staged: { part, parts: 3 } } },
      }).cash.purchases.amount;
    expect(invest(1, '9000')).toBe('3000.00');
    expect(invest(2, '6000')).toBe('3000.00');
    expect(invest(3, '3000')).toBe('3000.00');
  });
});

describe('a withdrawal', () => {
  it('is raised from what is above its target, though nothing has left its band', () => {
    // 97,000 stay: 58,200 and 38,800. Shares give 2,200, bonds 800.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '59000.00', SHARES: '41000.00' }),
        withdrawal: cny('3000'),
      },
    });
    expect(result.fired).toEqual([]);
    expect(result.decision).toBe('trade');
    expect(signed(result.trades)).toEqual({ BONDS: '-800.00', SHARES: '-2200.00' });
    expect(codes(result)).toContain('rebalancing.withdrawal-raised');
    expect(result.cash).toMatchObject({ withdrawal: cny('3000'), after: cny('0') });
  });

  it('that takes less than the excess leaves the others alone', () => {
    // 99,000 stay: 59,400 and 39,600. Bonds have less already, so the shares give everything.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '58000.00', SHARES: '42000.00' }),
        withdrawal: cny('1000'),
      },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-1000.00' });
  });

  it('is paid from cash where there is enough, without a trade', () => {
    const result = decide({
      account: { positions: AT_TARGET, cash: [cny('5000')], withdrawal: cny('5000') },
    });
    expect(result.decision).toBe('hold');
    expect(result.cash).toMatchObject({ withdrawal: cny('5000'), after: cny('0') });
    expect(codes(result)).toContain('rebalancing.withdrawal-from-cash');
  });

  it('of everything sells everything', () => {
    const result = decide({ account: { withdrawal: cny('100000') } });
    expect(signed(result.trades)).toEqual({ BONDS: '-50000.00', SHARES: '-50000.00' });
    expect(result.investable.amount).toBe('0.00');
    expect(result.cash.after.amount).toBe('0.00');
  });

  it('that cannot be raised is not paid, nothing is sold for it, and the most that could be paid is named', () => {
    const bonds = decide({
      account: { withdrawal: cny('60000'), restrictions: { BONDS: 'locked' } },
    });
    const most = (result: typeof bonds) =>
      result.reasons.find(({ code }) => code === 'rebalancing.withdrawal-not-covered')?.parameters
        ?.most;
    expect(bonds).toMatchObject({ decision: 'hold', trades: [], considered: [] });
    expect(bonds.cash).toMatchObject({ withdrawal: cny('0'), after: cny('0') });
    expect(most(bonds)).toEqual(cny('50000'));
    expect(codes(bonds.notTraded[0]!)).toEqual(['rebalancing.withdrawal-not-covered']);
    expect(bonds.certificate.every(({ holds }) => holds)).toBe(true);
    // A cent more than there is; and all but 1,000 where 2,000 must stay.
    const all = decide({ account: { withdrawal: cny('100000.01') } });
    expect(all).toMatchObject({ decision: 'hold', considered: [] });
    expect(most(all)).toEqual(cny('100000'));
    const floor = decide({
      account: { withdrawal: cny('99000') },
      policy: { cash: { floor: cny('2000') } },
    });
    expect(most(floor)).toEqual(cny('98000'));
    // Then the floor is filled up by itself.
    expect(floor.cash).toMatchObject({ withdrawal: cny('0'), after: cny('2000') });
  });

  it('takes the cents that rounding leaves from one of the sales', () => {
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '48959.61', SHARES: '34780.37', GOLD: '33626.59' }),
        target: { BONDS: 0.4, SHARES: 0.35, GOLD: 0.25 },
        withdrawal: cny('27176.18'),
      },
      policy: { triggers: [] },
    });
    expect(result.cash).toMatchObject({ withdrawal: cny('27176.18'), after: cny('0') });
  });

  it('is raised from fewer products where parts of it would be too small', () => {
    const account = { positions: AT_TARGET, withdrawal: cny('1500') };
    // In parts 900 and 600.
    const raise = (trading: object, products = {}) =>
      decide({ account, policy: { trading }, products });
    const large = raise({ minimumTrade: { amount: cny('1000') } });
    expect(signed(large.trades)).toEqual({ BONDS: '-1500.00' });
    expect(large.cash).toMatchObject({ withdrawal: cny('1500'), after: cny('0') });
    expect(signed(raise({ maxTrades: 1 }).trades)).toEqual({ BONDS: '-1500.00' });
    const kept = raise({}, { BONDS: { minimumHolding: '60000' } });
    expect(signed(kept.trades)).toEqual({ SHARES: '-1500.00' });
    // Not less than the minimum either: what is more than enough stays money.
    const more = decide({
      account: { positions: AT_TARGET, withdrawal: cny('500') },
      policy: { trading: { minimumTrade: { amount: cny('1000') } } },
    });
    expect(signed(more.trades)).toEqual({ BONDS: '-1000.00' });
    expect(more.cash).toMatchObject({ withdrawal: cny('500'), after: cny('500') });
    for (const { certificate } of [large, kept, more]) {
      expect(certificate.every(({ holds }) => holds)).toBe(true);
    }
  });

  it('lifts a limit only as far as raising it takes', () => {
    const account = {
      positions: positionsOf({ BONDS: '40000.00', SHARES: '60000.00' }),
      withdrawal: cny('1000'),
    };
    const trading = { maxTurnover: 0.05 };
    // 5 % of 99,000 is 9,900 of purchases and sales together: 1,000 + 4,450 are sold, 4,450 bought.
    const within = decide({ account, policy: { trading } });
    expect(within.certificate).toContainEqual({ rule: 'max-turnover', holds: true, missedBy: 0 });
    const [bonds, shares] = within.trades.map(({ amount }) => Number(amount.amount));
    expect(Math.abs(bonds! - 4450)).toBeLessThan(0.02);
    expect(Math.abs(shares! - 5450)).toBeLessThan(0.02);
    expect(codes(within)).toContain('rebalancing.turnover-caps-the-rest');
    expect(codes(within)).not.toContain('rebalancing.turnover-exceeded');
    // Raising 20,000 alone is more than 4,000 × 2: then nothing else is done.
    const large = decide({
      account: { ...account, withdrawal: cny('20000') },
      policy: { trading },
    });
    expect(signed(large.trades)).toEqual({ SHARES: '-20000.00' });
    expect(codes(large)).toContain('rebalancing.turnover-exceeded');
  });

  describe('while something is above its most weight', () => {
    // 100,000 with 70,000 of bonds, of which half of the 99,000 that stay is the most: 20,500 are too much, and 1,000 are needed.
    const account = {
      positions: positionsOf({ GOLD: '10000', BONDS: '70000', SHARES: '20000' }),
      target: { GOLD: 0.2, BONDS: 0.4, SHARES: 0.4 },
      withdrawal: cny('1000'),
    };
    const caps = { maxWeight: { BONDS: 0.5 } };

    it.each([
      ['only free money is used', { funding: 'buy-only' }],
      ['nothing triggers', { triggers: [] }],
      ['nothing triggers, free money first', { triggers: [], funding: 'cash-first' }],
      ['nothing triggers, nothing bought', { triggers: [], funding: 'sell-only' }],
    ] as const)('is raised by no more than it takes where %s', (_, policy) => {
      for (const measure of ['products', 'classes'] as const) {
        const result = decide({ account, policy: { ...policy, measure, trading: caps } });
        expect(signed(result.trades)).toEqual({ BONDS: '-1000.00' });
        expect(result.cash.after.amount).toBe('0.00');
        expect(codes(result)).toContain('rebalancing.max-weight-exceeded');
        expect(result.certificate.every(({ holds }) => holds)).toBe(true);
      }
    });

    it('is raised within the agreed turnover', () => {
      // 1 % of 99,000 is 1,980 of purchases and sales together: 1,000 and twice 490, of which GOLD takes 9,800 of 29,400.
      const trading = { ...caps, maxTurnover: 0.01 };
      const result = decide({ account, policy: { measure: 'products', trading } });
      const traded = Object.fromEntries(
        result.trades.map(({ product, amount }) => [product, Number(amount.amount)]),
      );
      expectClose(traded.BONDS!, 1490, 1e-4);
      expectClose(traded.GOLD!, 490 / 3, 1e-4);
      expectClose(traded.SHARES!, 980 / 3, 1e-4);
      expect(result.certificate).toContainEqual({ rule: 'max-turnover', holds: true, missedBy: 0 });
      expect(codes(result)).not.toContain('rebalancing.turnover-exceeded');
    });

    it('comes first from what is above its most, though something else is further above its target', () => {
      // Bonds are wanted to 45 of 100 and may be 30, shares are 18,000 above their target. 1,000 come from bonds alone. Of the 70,000 that 30,000
      // leave, bonds may be 21,000: 24,000 come from them and 6,000 from shares.
      const given = {
        positions: positionsOf({ GOLD: '7000', BONDS: '45000', SHARES: '48000' }),
        target: { GOLD: 0.25, BONDS: 0.45, SHARES: 0.3 },
      };
      const trading = { maxWeight: { BONDS: 0.3 } };
      const policy = { measure: 'products', triggers: [], trading } as const;
      const raise = (amount: string) =>
        signed(decide({ account: { ...given, withdrawal: cny(amount) }, policy }).trades);
      expect(raise('1000')).toEqual({ BONDS: '-1000.00' });
      expect(raise('30000')).toEqual({ BONDS: '-24000.00', SHARES: '-6000.00' });
    });

    it('leaves a group above its most by no more than it was', () => {
      // 80,000 of the 90,000 that stay are in the group, of which 45,000 may be. 10,000 are needed: they come from both members alike.
      const group = { id: 'core', members: ['BONDS', 'SHARES'], max: 0.5 };
      const result = decide({
        account: {
          positions: positionsOf({ GOLD: '20000', BONDS: '40000', SHARES: '40000' }),
          target: { GOLD: 0.2, BONDS: 0.4, SHARES: 0.4 },
          withdrawal: cny('10000'),
        },
        policy: { measure: 'products', funding: 'buy-only', trading: { groups: [group] } },
      });
      expect(signed(result.trades)).toEqual({ BONDS: '-5000.00', SHARES: '-5000.00' });
      expect(codes(result)).toContain('rebalancing.max-weight-of-group-exceeded');
      expect(result.certificate.every(({ holds }) => holds)).toBe(true);
    });
  });

  it('is raised even where nothing is to be sold or weighed', () => {
    const utility = {
      assetClasses: ['BOND', 'EQUITY', 'METAL'],
      expectedReturn: [0.03, 0.06, 0.02],
      covariance: [
        [0.0009, 0, 0],
        [0, 0.04, 0],
        [0, 0, 0.03],
      ],
      riskAversion: 4,
    };
    const account = { positions: AT_TARGET, withdrawal: cny('1000') };
    const result = decide({ account, policy: { funding: 'buy-only', utility } });
    expect(result.decision).toBe('trade');
    expect(result.cash.after.amount).toBe('0.00');
  });

  it('is grossed up for exit fees', () => {
    // 0.5 % of what is sold: the sales less their fees are 1,000.00 or a cent or two more.
    const exit = { fees: { exit: [{ fromDays: 0, rate: 0.005 }] } };
    const result = decide({
      account: { positions: AT_TARGET, withdrawal: cny('1000') },
      products: { BONDS: exit, SHARES: exit },
    });
    expect(result.costs.exit.amount).toBe('5.03');
    expect(result.cash.proceeds.amount).toBe('1005.03');
    expect(result.cash.after.amount).toBe('0.00');
  });
});

describe('an overdraft', () => {
  it('is made good by sales, and nothing else is done within the bands', () => {
    const result = decide({ account: { positions: AT_TARGET, cash: [cny('-1000')] } });
    expect(result.reasons).toMatchObject([
      { code: 'rebalancing.overdraft', parameters: { amount: cny('1000') } },
    ]);
    expect(signed(result.trades)).toEqual({ BONDS: '-600.00', SHARES: '-400.00' });
    expect(result.cash.after.amount).toBe('0.00');
  });
});

describe('money below the floor', () => {
  it('is filled up, and the reason is named', () => {
    const result = decide({
      account: { positions: AT_TARGET, cash: [cny('100')] },
      policy: { cash: { floor: cny('500') } },
    });
    expect(result.cash.after.amount).toBe('500.00');
    expect(codes(result)).toContain('rebalancing.below-floor');
  });
});

describe('money in other currencies', () => {
  it('counts at its rate, and is changed for purchases at the spread', () => {
    const fx = { base: 'CNY', rates: { USD: '7.00' } } as const;
    const result = decide({
      account: { positions: AT_TARGET, cash: [money('USD', '1000')], fx },
      policy: { ...CASH_FLOW, fxSpread: { USD: 0.01 } },
    });
    expect(result.investable.amount).toBe('107000.00');
    // What the change costs is set aside first, and no balance is below 0 on any day.
    expect(result.exchanges.map(({ from }) => from.currency)).toEqual(['USD']);
    expect(Number(result.costs.exchange.amount)).toBeGreaterThan(60);
    expect(Number(result.costs.exchange.amount)).toBeLessThan(71);
    expect(result.cash.days.every(({ balance }) => Number(balance.amount) >= 0)).toBe(true);
    expect(Math.abs(Number(result.cash.after.amount))).toBeLessThanOrEqual(0.07);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is needed for what trades in another one', () => {
    const fx = { base: 'CNY', rates: { USD: '7.00' } } as const;
    const result = decide({
      account: {
        positions: [{ product: 'BONDS', value: cny('70000') }],
        cash: [cny('30000')],
        target: { BONDS: 0.7, SHARES: 0.3 },
        fx,
      },
      policy: { fxSpread: { USD: 0.01 }, ...CASH_FLOW },
      products: { SHARES: { currency: 'USD' } },
    });
    const [trade] = result.trades.filter(({ product }) => product === 'SHARES');
    expect(trade?.local.currency).toBe('USD');
    // The change costs 1 % of the shares: 0.3 × (100,000 − c) = 100 c, so c = 299.10 and the shares are 29,910.27 / 7 dollars.
    expect(Math.abs(Number(trade?.local.amount) - 4272.9)).toBeLessThanOrEqual(0.02);
    expect(Math.abs(Number(result.costs.exchange.amount) - 299.1)).toBeLessThanOrEqual(0.02);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });
});

describe('a withdrawal that money in another currency covers', () => {
  it('changes what is needed and trades nothing', () => {
    const result = decide({
      account: {
        positions: AT_TARGET,
        cash: [cny('300'), money('USD', '600')],
        withdrawal: cny('1000'),
        fx: { base: 'CNY', rates: { USD: '7.00' } },
      },
      policy: { fxSpread: { USD: 0.01 } },
    });
    expect(result).toMatchObject({ decision: 'hold', considered: [] });
    // 700 yuan are 100 dollars, and 1 % on top.
    expect(result.exchanges).toMatchObject([
      { from: money('USD', '101'), to: cny('700'), cost: cny('7') },
    ]);
    expect(result.cash.withdrawal).toEqual(cny('1000'));
    expect(codes(result)).toEqual(['rebalancing.within-bands', 'rebalancing.withdrawal-from-cash']);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is raised by its day with what changing the money costs, whatever comes later', () => {
    // 1,000 dollars at 7.00 and 0.2 % buy 6,986.02 (6,986.027…), so that 13,013.98 must be sold; a hundredth more is set aside for rounding.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }),
        cash: [money('USD', '1000')],
        receivables: [{ amount: cny('8000'), on: '2026-03-09' }],
        withdrawal: cny('20000'),
        withdrawalBy: '2026-03-05',
        fx: { base: 'CNY', rates: { USD: '7.00' } },
      },
      policy: { fxSpread: { USD: 0.002 } },
    });
    const sold = result.trades.reduce((sum, { amount }) => sum + Number(amount.amount), 0);
    expect(sold).toBeGreaterThanOrEqual(13013.98);
    expect(sold).toBeLessThan(13014.2);
    expect(result.withdrawal).toMatchObject({ paid: cny('20000'), paidOn: '2026-03-03' });
  });

  it('that today’s money pays leaves later money free to be invested', () => {
    // 20,000 and 20,000 on Wednesday, less 5,000: 135,000 in all, of which 60 % are 81,000 and 40 % are 54,000.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }),
        cash: [cny('20000')],
        receivables: [{ amount: cny('20000'), on: '2026-03-04' }],
        withdrawal: cny('5000'),
        withdrawalBy: MONDAY,
      },
    });
    expect(result.withdrawal?.paidOn).toBe(MONDAY);
    expect(signed(result.trades)).toEqual({ BONDS: '21000.00', SHARES: '14000.00' });
  });

  it('comes before a purchase that is to be paid with that money', () => {
    // 5,000 and 1,000 dollars at 7.00 are the 12,000; the purchase of dollars' shares waits for the sale.
    const result = decide({
      products: {
        BONDS: { dealing: { redemptionSettlement: 4 } },
        SHARES: { currency: 'USD' },
      },
      account: {
        positions: [
          ...positionsOf({ BONDS: '70000.00' }),
          { product: 'SHARES', value: money('USD', '2000.00') },
        ],
        cash: [cny('5000'), money('USD', '1000')],
        withdrawal: cny('12000'),
        fx: { base: 'CNY', rates: { USD: '7.00' } },
      },
    });
    expect(result.withdrawal).toMatchObject({ paidOn: MONDAY, coverableOn: MONDAY });
    expect(result.trades.map(({ side, product, orderOn }) => [side, product, orderOn])).toEqual([
      ['sell', 'BONDS', MONDAY],
      ['buy', 'SHARES', '2026-03-06'],
    ]);
  });
});

describe('a withdrawal from an account without positions', () => {
  it('is paid only as far as the money goes: all of it or nothing', () => {
    const pay = (amount: string) =>
      decide({
        account: { positions: [], cash: [cny('800')], withdrawal: cny(amount) },
        policy: CASH_FLOW,
      });
    expect(pay('800').cash).toMatchObject({ withdrawal: cny('800'), after: cny('0') });
    expect(pay('801').cash).toMatchObject({ withdrawal: cny('0'), after: cny('800') });
    expect(codes(pay('801'))).toContain('rebalancing.withdrawal-not-covered');
    expect(pay('801').certificate.every(({ holds }) => holds)).toBe(true);
  });
});

describe('money that is kept as a share of the account', () => {
  const keep = (cash: object, free: string, account = {}) =>
    decide({
      account: { positions: AT_TARGET, cash: [cny(free)], ...account },
      policy: { ...CASH_FLOW, cash: cash as never },
    });

  it('is a share of everything that stays after a withdrawal', () => {
    // 5 % of 110,000 is 5,500: 4,500 are invested, 0.6 and 0.4 of them.
    const result = keep({ target: { share: 0.05 } }, '10000');
    expect(result.cash.after.amount).toBe('5500.00');
    expect(signed(result.trades)).toEqual({ BONDS: '2700.00', SHARES: '1800.00' });
    // 5 % of 106,000 is 5,300, and 6,000 are there.
    const paid = keep({ target: { share: 0.05 } }, '10000', { withdrawal: cny('4000') });
    expect(paid.investable.amount).toBe('100700.00');
  });

  it('is filled up to its floor whatever else is done', () => {
    // 3 % of 101,000 is 3,030: 2,030 are raised.
    const result = keep({ floor: { share: 0.03 } }, '1000');
    expect(result.decision).toBe('trade');
    expect(result.cash.after.amount).toBe('3030.00');
    expect(result.certificate.find(({ rule }) => rule.startsWith('cash-floor'))).toMatchObject({
      rule: 'cash-floor',
      holds: true,
    });
    expect(codes(result)).toContain('rebalancing.below-floor');
  });

  it('may stay up to a ceiling, beside an amount', () => {
    const cash = { target: cny('1000'), ceiling: { share: 0.05 } };
    // 5 % of 105,000 is 5,250.
    expect(keep(cash, '5000').decision).toBe('hold');
    // 5 % of 106,000 is 5,300: 6,000 go down to 1,000.
    expect(keep(cash, '6000').cash.after.amount).toBe('1000.00');
    // A target that is more than the ceiling of a small account lifts it.
    const small = keep({ target: cny('9000'), ceiling: { share: 0.05 } }, '9500');
    expect(small.investable.amount).toBe('100500.00');
  });

  it('needs no currency', () => {
    const policy = { ...CASH_FLOW, cash: { target: { share: 0.05 } } } as const;
    const result = decide({ account: { positions: AT_TARGET, cash: [cny('10000')] }, policy });
    expect(result.cash.after.amount).toBe('5500.00');
  });

  it('is refused where it cannot be', () => {
    const refuse = (
      cash: object,
      code: 'inconsistent' | 'out-of-range' | 'unknown-id',
      at: string,
    ) => expectRefusal(() => keep(cash, '1'), code, `policy.cash.${at}`);
    refuse({ floor: { share: 0.2 }, target: { share: 0.1 } }, 'inconsistent', 'target');
    refuse({ floor: { share: 1 } }, 'out-of-range', 'floor.share');
    refuse({ floor: { share: 0.1, amount: '1' } }, 'unknown-id', 'floor.amount');
  });
});

describe('a large sum', () => {
  /** 9,000 in three parts, on 2 March, 2 June and 2 September. */
  const staged = { parts: 3, from: '2026-03-02', everyMonths: 3 } as const;
  const invest = (
    asOf: '2026-02-27' | '2026-03-02' | '2026-03-20' | '2026-06-02' | '2026-09-02' | '2026-12-02',
    free: string,
    lastTradeOn: '2026-03-02' | '2026-06-02' | 'unknown' | null = null,
  ) => {
    const result = decide({
      asOf,
      account: {
        positions: positionsOf({ BONDS: '6000.00', SHARES: '4000.00' }),
        cash: [cny(free)],
        ...{ lastTradeOn: lastTradeOn === 'unknown' ? (undefined as never) : lastTradeOn },
      },
      policy: { ...CASH_FLOW, cash: { staged } },
    });
    return Number(free) - Number(result.cash.after.amount);
  };

  it('is invested in the part that the day is in', () => {
    expect(invest('2026-02-27', '9000.00')).toBe(0);
    expect(invest('2026-03-02', '9000.00')).toBe(3000);
    expect(invest('2026-06-02', '6000.00', '2026-03-02')).toBe(3000);
    expect(invest('2026-09-02', '3000.00', '2026-06-02')).toBe(3000);
  });

  it('waits for the next part once this one has been traded', () => {
    expect(invest('2026-03-20', '6000.00', '2026-03-02')).toBe(0);
    expect(invest('2026-03-20', '9000.00')).toBe(3000);
    // Nobody knows whether the part has been invested.
    expect(invest('2026-03-20', '9000.00', 'unknown')).toBe(0);
  });

  it('is invested whole where parts were missed, and when all are over', () => {
    // The second of three: half of what is left.
    expect(invest('2026-06-02', '9000.00')).toBe(4500);
    expect(invest('2026-12-02', '500.00', '2026-06-02')).toBe(500);
  });

  it('has parts of one kind', () => {
    const refuse = (
      given: object,
      code: 'unknown-id' | 'missing-value' | 'out-of-range',
      at: string,
    ) =>
      expectRefusal(
        () => decide({ policy: { cash: { staged: given as never } } }),
        code,
        `policy.cash.staged${at}`,
      );
    refuse({ ...staged, part: 1 }, 'unknown-id', '.part');
    refuse({ parts: 3, from: '2026-03-02' }, 'missing-value', '.everyMonths');
    refuse({ ...staged, everyMonths: 0 }, 'out-of-range', '.everyMonths');
  });
});

describe('the most that one decision invests', () => {
  const invest = (
    cash: object,
    account: object = {},
    policy: object = {},
  ): ReturnType<typeof decide> =>
    decide({
      account: {
        positions: positionsOf({ BONDS: '6000.00', SHARES: '4000.00' }),
        cash: [cny('9000.00')],
        ...account,
      },
      policy: { ...CASH_FLOW, cash, ...policy },
    });

  it('is an amount, or a share of the account', () => {
    const result = invest({ investAtMost: cny('2000') });
    expect(signed(result.trades)).toEqual({ BONDS: '1200.00', SHARES: '800.00' });
    expect(result.cash).toMatchObject({ after: cny('7000.00') });
    // A tenth of 19,000.
    expect(invest({ investAtMost: { share: 0.1 } }).cash.purchases).toEqual(cny('1900.00'));
    expect(invest({ investAtMost: cny('9000.01') }).cash.purchases).toEqual(cny('9000.00'));
    expect(invest({ investAtMost: cny('0') }).decision).toBe('hold');
  });

  it('counts what lies above what is kept, and does not hold back what sales bring', () => {
    // 9,000 less 1,000.
    const kept = { target: cny('1000'), investAtMost: cny('8500') };
    expect(invest(kept).cash.purchases).toEqual(cny('8000.00'));
    // 12,000 are invested: 7,200 and 4,800 of 10,000 and 2,000 new.
    const drifted = { positions: positionsOf({ BONDS: '2000.00', SHARES: '8000.00' }) };
    const result = invest({ investAtMost: cny('2000') }, drifted);
    expect(signed(result.trades)).toEqual({ BONDS: '5200.00', SHARES: '-3200.00' });
  });

  it('is the smaller of it and a part', () => {
    const staged = { part: 1, parts: 3 };
    expect(invest({ staged, investAtMost: cny('2000') }).cash.purchases).toEqual(cny('2000.00'));
    expect(invest({ staged, investAtMost: cny('4000') }).cash.purchases).toEqual(cny('3000.00'));
  });

  it('is not invested twice by a second look, but by the decision of another day', () => {
    for (const most of [cny('2000'), { share: 0.1 }]) {
      const first = invest({ investAtMost: most });
      const openOrders = openOrdersOf(first);
      const again = invest({ investAtMost: most }, { openOrders });
      expect([again.decision, again.trades]).toEqual(['hold', []]);
    }
    const later = {
      positions: positionsOf({ BONDS: '7200.00', SHARES: '4800.00' }),
      cash: [cny('7000.00')],
      lastTradeOn: '2026-03-02',
    };
    expect(invest({ investAtMost: cny('2000') }, later).cash.purchases).toEqual(cny('2000.00'));
  });

  it('is refused where it is no size', () => {
    const at = 'policy.cash.investAtMost';
    expectRefusal(() => invest({ investAtMost: cny('-1') }), 'out-of-range', `${at}.amount`);
    expectRefusal(() => invest({ investAtMost: { share: 1 } }), 'out-of-range', `${at}.share`);
  });
});

describe('a floor in another currency', () => {
  const fx = { base: 'CNY', rates: { USD: '7' } } as const;
  const usd = (amount: string) => money('USD', amount);
  const run = (cash: readonly (readonly ['CNY' | 'USD', string])[], more: object = {}) =>
    decide({
      account: {
        positions: AT_TARGET,
        cash: cash.map(([code, amount]) => money(code, amount)),
        fx,
      },
      policy: { ...CASH_FLOW, cash: { floors: [usd('1000')], ...more } },
    });

  it('is kept from purchases', () => {
    // 2,000 dollars are 14,000, of which 7,000 stay: 107,000 are invested, 64,200 and 42,800.
    const result = run([['USD', '2000']]);
    expect(signed(result.trades)).toEqual({ BONDS: '4200.00', SHARES: '2800.00' });
    expect(result.exchanges.map(({ from }) => from.amount)).toEqual(['1000.00']);
    expect(result.certificate.find(({ rule }) => rule === 'cash-floor')?.holds).toBe(true);
  });

  it('is filled up from other money', () => {
    const result = run([
      ['CNY', '20000'],
      ['USD', '400'],
    ]);
    expect(result.exchanges.map(({ to }) => to.amount)).toEqual(['600.00']);
    // 20,000 + 2,800 − 7,000.
    expect(signed(result.trades)).toEqual({ BONDS: '9480.00', SHARES: '6320.00' });
  });

  it('is raised where there is not enough', () => {
    const result = run([['USD', '400']]);
    expect(result.decision).toBe('trade');
    // 600 dollars are 4,200.
    expect(signed(result.trades)).toEqual({ BONDS: '-2520.00', SHARES: '-1680.00' });
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('counts only where there is an amount of it, and for the account’s own currency as its floor', () => {
    expect(run([['CNY', '5000']]).investable.amount).toBe('105000.00');
    const own = decide({
      account: { positions: AT_TARGET, cash: [cny('5000')] },
      policy: { ...CASH_FLOW, cash: { floors: [cny('2000')] } },
    });
    expect(own.cash.after.amount).toBe('2000.00');
  });

  it('is named once', () => {
    expectRefusal(
      () => run([], { floors: [usd('1'), usd('2')] }),
      'duplicate-id',
      'policy.cash.floors[1].currency',
    );
  });
});
