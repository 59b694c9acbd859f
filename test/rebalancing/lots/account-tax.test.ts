import { describe, expect, it } from 'vitest';
import { fromMinorUnits, toMinorUnits } from '../../../src/money/index.js';
import type { Rebalancing, RebalancingAccount } from '../../../src/rebalancing/index.js';
import { type Changes, decide } from '../simple.js';
import { cny, expectRefusal, positionsOf, wrong } from '../support.js';

const TAX = { shortTermRate: 0.2, longTermRate: 0.1 } as const;

/** 80,000 of bonds that cost 50,000 years ago and are to be 60,000. */
const position = (cost: string | undefined, boughtOn: '2020-01-01' | '2026-02-20') => ({
  product: 'BONDS',
  value: cny('80000.00'),
  lots: [
    {
      id: 'a',
      boughtOn,
      value: cny('80000.00'),
      ...(cost === undefined ? {} : { cost: cny(cost) }),
    },
  ],
});
const taxed = (
  account: Partial<RebalancingAccount<'CNY'>>,
  policy: Changes['policy'] = { lots: { method: 'fifo', tax: TAX } },
) =>
  decide({
    policy,
    account: {
      positions: [position('50000.00', '2020-01-01'), ...positionsOf({ SHARES: '20000.00' })],
      ...account,
    },
  });

const gainOf = ({ trades }: Rebalancing) =>
  trades.flatMap(({ lots }) => lots).reduce((sum, { gain }) => sum + toMinorUnits(gain!), 0n);

/** A tenth of an amount of whole tens of cents, to the even cent. */
const tenthOf = (amount: bigint) =>
  fromMinorUnits('CNY', amount / 10n + (amount % 10n > 5n ? 1n : 0n));

describe('the tax of an account', () => {
  it('is that of the policy where it has none of its own', () => {
    const result = taxed({});
    // 3/8 of what is sold is gain, and a tenth of it is tax: more than 700 of some 20,000.
    expect(Number(result.costs.tax.amount)).toBeGreaterThan(700);
    expect(result.costs.tax).toEqual(tenthOf(gainOf(result)));
  });

  it('is its own where it has one', () => {
    const none = taxed({ tax: 'none' });
    expect(none.costs.tax.amount).toBe('0.00');
    expect(none.trades.map(({ side, amount }) => `${side} ${amount.amount}`)).toEqual([
      'sell 20000.00',
      'buy 20000.00',
    ]);
    const dear = taxed({ tax: { shortTermRate: 0.4, longTermRate: 0.4 } });
    expect(toMinorUnits(dear.costs.tax)).toBe((gainOf(dear) * 4n + 5n) / 10n);
  });

  it('is its own where the policy has no lots', () => {
    const result = taxed({ tax: TAX }, {});
    expect(result.costs.tax).toEqual(tenthOf(gainOf(result)));
    expect(taxed({}, {}).costs.tax.amount).toBe('0.00');
  });

  it('needs no cost where nothing is taxed, and no budget of gains holds', () => {
    const positions = [position(undefined, '2020-01-01'), ...positionsOf({ SHARES: '20000.00' })];
    const lots = { method: 'fifo', tax: TAX } as const;
    const trading = { gainBudget: cny('10.00'), taxBudget: cny('10.00') };
    expect(taxed({ positions }, { lots }).trades).toEqual([]);
    const free = taxed({ positions, tax: 'none' }, { lots, trading });
    expect(free.trades.map(({ amount }) => amount.amount)).toEqual(['20000.00', '20000.00']);
    const known = taxed({ tax: 'none' }, { lots, trading });
    expect(known.trades).toHaveLength(2);
    expect(known.certificate.filter(({ holds }) => !holds)).toEqual([]);
    expect(known.certificate.some(({ rule }) => rule === 'gain-budget')).toBe(false);
  });

  it('takes no loss where a loss lowers no tax, nor guards one', () => {
    const lots = {
      method: 'fifo',
      tax: TAX,
      washSaleDays: 30,
      harvest: { minimumLoss: 0.1, substitutes: { BONDS: 'GOLD' } },
    } as const;
    const positions = [position('100000.00', '2026-02-20'), ...positionsOf({ SHARES: '20000.00' })];
    const recentTrades = [{ product: 'BONDS', side: 'buy', on: '2026-02-20' }] as const;
    // Bought within 30 days: the loss would be spoilt, so nothing is sold.
    expect(taxed({ positions, recentTrades }, { lots }).trades).toEqual([]);
    const free = taxed({ positions, recentTrades, tax: 'none' }, { lots });
    expect(free.trades.map(({ product, amount }) => `${product} ${amount.amount}`)).toEqual([
      'BONDS 20000.00',
      'SHARES 20000.00',
    ]);
  });
});

describe('what was realised this year', () => {
  const taxAfter = (realisedGains: RebalancingAccount<'CNY'>['realisedGains']) => {
    const result = taxed(realisedGains === undefined ? {} : { realisedGains });
    return { tax: result.costs.tax, gain: gainOf(result) };
  };

  it('lowers the tax by the losses that are left, of whatever term', () => {
    for (const realised of [
      { long: cny('-5000') },
      { short: cny('-5000') },
      { short: cny('-2000'), long: cny('-3000') },
      cny('-5000'),
    ]) {
      const { tax, gain } = taxAfter(realised);
      expect(gain).toBeGreaterThan(700_000n);
      expect(tax).toEqual(tenthOf(gain - 500_000n));
    }
  });

  it('lowers nothing where it was a gain', () => {
    for (const realised of [{ short: cny('5000') }, { long: cny('5000') }, cny('5000'), {}]) {
      const { tax, gain } = taxAfter(realised);
      expect(tax).toEqual(tenthOf(gain));
    }
  });

  it('counts for the budget of gains as the sum of both terms', () => {
    const lots = { method: 'fifo', tax: TAX } as const;
    const trading = { gainBudget: cny('3000.00') };
    const budgeted = (realisedGains: RebalancingAccount<'CNY'>['realisedGains']) =>
      taxed(realisedGains === undefined ? {} : { realisedGains }, { lots, trading });
    for (const [realised, most] of [
      [{ short: cny('500'), long: cny('500') }, 200_000n],
      [cny('1000'), 200_000n],
      [{ short: cny('-1000'), long: cny('500') }, 350_000n],
    ] as const) {
      const result = budgeted(realised);
      const gain = gainOf(result);
      expect(gain).toBeLessThanOrEqual(most);
      expect(gain).toBeGreaterThan(most - 1000n);
      expect(result.certificate.find(({ rule }) => rule === 'gain-budget')?.holds).toBe(true);
    }
  });
});

describe('an account', () => {
  it('with a tax or gains that are none is refused', () => {
    const refuse = (account: unknown, path: string, code: 'unknown-id' | 'unknown-value') =>
      expectRefusal(() => taxed(account as never), code, path);
    refuse({ tax: 'free' }, 'account.tax', 'unknown-value');
    refuse({ tax: { ...TAX, rate: 0.1 } }, 'account.tax.rate', 'unknown-id');
    refuse({ realisedGains: { shrt: cny('1') } }, 'account.realisedGains.shrt', 'unknown-id');
    expectRefusal(
      () => taxed({ tax: wrong({ shortTermRate: 2 }) }),
      'out-of-range',
      'account.tax.shortTermRate',
    );
    expectRefusal(
      () => taxed({ realisedGains: wrong({ short: { currency: 'USD', amount: '1' } }) }),
      'currency-mismatch',
      'account.realisedGains.short.currency',
    );
  });
});
