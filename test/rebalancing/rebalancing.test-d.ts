import { describe, expectTypeOf, it } from 'vitest';
import { type Money, money } from '../../src/money/index.js';
import {
  type Rebalancing,
  rebalance,
  type SwitchAnswer,
  switchBreakEven,
  valueHoldings,
} from '../../src/rebalancing/index.js';
import { cny, SCENARIO, universe } from './support.js';

describe('rebalancing types', () => {
  it('keep the currency', () => {
    expectTypeOf(rebalance(SCENARIO)).toEqualTypeOf<Rebalancing<'CNY'>>();
    expectTypeOf(rebalance(SCENARIO).cost).toEqualTypeOf<Money<'CNY'>>();
  });

  it('refuse two currencies in one account', () => {
    const usd = money('USD', '1');
    // @ts-expect-error the minimum is in another currency than the holdings
    rebalance<'CNY'>({ ...SCENARIO, minimumTrade: usd });
    const holdings = { P01: cny('1') };
    const additions = [{ product: 'P01', amount: usd, periodReturn: 0 }];
    // @ts-expect-error an addition in another currency than the holdings
    valueHoldings<'CNY'>(holdings, universe, { classReturns: {}, feeYears: 1, additions });
  });

  it('know what may be restricted', () => {
    // @ts-expect-error not a restriction
    rebalance({ ...SCENARIO, restrictions: { P01: 'frozen' } });
  });

  it('make the reader think of a switch that never pays', () => {
    expectTypeOf<SwitchAnswer['breakEvenYears']>().toEqualTypeOf<number | null>();
    // @ts-expect-error the holding period is missing
    switchBreakEven({
      amount: cny('1'),
      exitFee: 0,
      entryFee: 0,
      feeFrom: 0,
      feeTo: 0,
      grossReturn: 0,
    });
  });
});
