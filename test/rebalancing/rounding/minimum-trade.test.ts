import { describe, expect, it } from 'vitest';
import {
  type CashPolicy,
  compileRebalancing,
  type TradingRules,
} from '../../../src/rebalancing/index.js';
import { type Changes, decide, POLICY, products } from '../simple.js';
import { cny, dropped, expectRefusal, positionsOf, signed, wrong } from '../support.js';

const size = (amount: string) => ({ amount: cny(amount) });

/** 50,000 of bonds and of shares, wanted are 60 % and 40 %: 10,000 either way. */
const least = (trading: TradingRules<'CNY'>, { policy, ...more }: Changes = {}) =>
  decide({ ...more, policy: { ...policy, trading } });

const TYPES = { BONDS: { type: 'bond-fund' }, SHARES: { type: 'etf' } } as const;

describe('the least trade by side', () => {
  const deposit: Changes = { account: { cash: [cny('4000')] } };

  it('binds purchases alone, or sales alone', () => {
    // 104,000 in all: 12,400 of bonds and −8,400 of shares.
    const small = least({ minimumTrade: { sell: size('8400.01') } }, deposit);
    expect(signed(small.trades)).toEqual({ BONDS: '4000.00' });
    expect(dropped(small).SHARES).toBe('sell 8400.00: rebalancing.below-minimum-trade');
    const large = least({ minimumTrade: { sell: size('8400') } }, deposit);
    expect(signed(large.trades)).toEqual({ BONDS: '12400.00', SHARES: '-8400.00' });
    const bought = least({ minimumTrade: { buy: size('12400.01'), sell: size('1') } }, deposit);
    expect(bought.trades).toEqual([]);
    expect(dropped(bought).BONDS).toBe('buy 12400.00: rebalancing.below-minimum-trade');
    for (const { certificate } of [small, large, bought]) {
      expect(certificate.every(({ holds }) => holds)).toBe(true);
    }
  });

  it('of a product goes before the others, a side that it does not name by theirs', () => {
    const trading = {
      minimumTrade: size('20000'),
      minimumTradeOf: { BONDS: size('1'), SHARES: { sell: size('1') } },
    };
    expect(signed(least(trading).trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
    // The other way round shares are bought, for which the 20,000 of all hold.
    const target = { BONDS: 0.4, SHARES: 0.6 };
    const back = least(trading, { account: { target } });
    expect(back.trades).toEqual([]);
    expect(dropped(back).SHARES).toBe('buy 10000.00: rebalancing.below-minimum-trade');
  });
});

describe('the least trade by type of product', () => {
  it('goes before that of all and behind that of the product', () => {
    const typed = (trading: TradingRules<'CNY'>) => least(trading, { products: TYPES });
    const etfs = { minimumTradeOfType: { etf: size('10000.01') } };
    expect(dropped(typed(etfs)).SHARES).toBe('sell 10000.00: rebalancing.below-minimum-trade');
    expect(signed(typed({ ...etfs, minimumTradeOf: { SHARES: size('1') } }).trades)).toEqual({
      BONDS: '10000.00',
      SHARES: '-10000.00',
    });
    const free = { minimumTrade: size('20000') };
    const both = { 'bond-fund': size('1'), etf: { sell: { share: 0.1 } } };
    expect(signed(typed({ ...free, minimumTradeOfType: both }).trades)).toEqual({
      BONDS: '10000.00',
      SHARES: '-10000.00',
    });
    expect(typed({ ...free, minimumTradeOfType: { etf: size('1') } }).trades).toEqual([]);
  });

  it('leaves products of other types, or of none, as they are', () => {
    const none = least({ minimumTradeOfType: { etf: size('50000') } });
    expect(none.trades).toHaveLength(2);
  });

  it('holds where money must be raised', () => {
    const result = least(
      { minimumTradeOfType: { etf: { sell: size('5000') } } },
      {
        products: TYPES,
        account: {
          positions: positionsOf({ SHARES: '50000' }),
          target: { SHARES: 1 },
          withdrawal: cny('3000'),
        },
      },
    );
    expect(signed(result.trades)).toEqual({ SHARES: '-5000.00' });
  });
});

describe('least trades', () => {
  it('are refused where they are not known', () => {
    const trading = (rules: object) => () =>
      compileRebalancing({ ...POLICY, trading: wrong(rules) }, { universe: products(TYPES) });
    const path = 'policy.trading';
    const ofType = `${path}.minimumTradeOfType`;
    expectRefusal(
      trading({ minimumTradeOfType: { eft: size('1') } }),
      'unknown-id',
      `${ofType}.eft`,
    );
    expectRefusal(
      trading({ minimumTradeOfType: { etf: { buy: {} } } }),
      'missing-value',
      `${ofType}.etf.buy`,
    );
    expectRefusal(
      trading({ minimumTrade: { buy: size('1'), amount: cny('1') } }),
      'unknown-id',
      `${path}.minimumTrade.amount`,
    );
    expectRefusal(
      trading({ minimumTradeOf: { SHARES: { sell: { amonut: cny('1') } } } }),
      'unknown-id',
      `${path}.minimumTradeOf.SHARES.sell.amonut`,
    );
    // A type that the library knows may have no product yet.
    expect(trading({ minimumTradeOfType: { gold: size('1') } })).not.toThrow();
  });
});

describe('a residual product, alone', () => {
  it('is sold below the least trade only where the money must be there', () => {
    // 400 are to be kept: 240 of bonds and 160 of shares, each less than 500.
    const tried = (cash: CashPolicy<'CNY'>) =>
      signed(
        decide({
          account: { positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }) },
          policy: {
            residualProduct: 'BONDS',
            triggers: [{ kind: 'cash-flow', above: 0.001 }],
            trading: { minimumTrade: { amount: cny('500') } },
            cash,
          },
        }).trades,
      );
    expect(tried({ target: cny('400') })).toEqual({});
    expect(tried({ floor: cny('400') })).toEqual({ BONDS: '-400.00' });
  });
});
