import { describe, expectTypeOf, it } from 'vitest';
import { type Money, money } from '../../src/money/index.js';
import {
  compileRebalancing,
  type Rebalancing,
  rebalance,
  type SwitchAnswer,
  switchBreakEven,
  valueHoldings,
} from '../../src/rebalancing/index.js';
import { ACCOUNT, AS_OF, cny, POLICY, universe } from './support.js';

const rebalancer = compileRebalancing(POLICY, { universe });

describe('rebalancing types', () => {
  it('keep the currency', () => {
    const result = rebalance(ACCOUNT, rebalancer, { asOf: AS_OF });
    expectTypeOf(result).toEqualTypeOf<Rebalancing<'CNY'>>();
    expectTypeOf(result.costs.total).toEqualTypeOf<Money<'CNY'>>();
    expectTypeOf(result.gain).toEqualTypeOf<Money<'CNY'> | undefined>();
  });

  it('refuse two currencies in one account', () => {
    const usd = money('USD', '1');
    // @ts-expect-error the withdrawal is in another currency than the account
    rebalance<'CNY'>({ ...ACCOUNT, withdrawal: usd }, rebalancer, { asOf: AS_OF });
    // @ts-expect-error a minimum in another currency than the policy's
    compileRebalancing<'CNY'>({ ...POLICY, cash: { floor: usd } }, { universe });
    const holdings = { P01: cny('1') };
    const additions = [{ product: 'P01', amount: usd, periodReturn: 0 }];
    // @ts-expect-error an addition in another currency than the holdings
    valueHoldings<'CNY'>(holdings, universe, { classReturns: {}, feeYears: 1, additions });
  });

  it('need a day and a compiled policy', () => {
    // @ts-expect-error no day
    rebalance(ACCOUNT, rebalancer, {});
    // @ts-expect-error a policy that was not compiled
    rebalance(ACCOUNT, POLICY, { asOf: AS_OF });
  });

  it('know what may be restricted', () => {
    // @ts-expect-error not a restriction
    rebalance({ ...ACCOUNT, restrictions: { P01: 'frozen' } }, rebalancer, { asOf: AS_OF });
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
