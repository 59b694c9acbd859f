import { describe, it } from 'vitest';
import {
  classWeights,
  compileRebalancing,
  rebalanceHousehold,
  valueHoldings,
} from '../../src/rebalancing/index.js';
import { ACCOUNT, type Changes, decide, MONDAY, POLICY, products } from './simple.js';
import { cny, expectRefusal, positionsOf } from './support.js';

const LOAN = { LOAN: { type: 'loan', lookThrough: { BOND: 1 } } } as const;

describe('money owed', () => {
  it.each<[string, Changes, string]>([
    [
      'is no position',
      { account: { positions: positionsOf({ SHARES: '50000', LOAN: '50000' }) } },
      'account.positions[1].product',
    ],
    ['is no target', { account: { target: { LOAN: 0.6, SHARES: 0.4 } } }, 'account.target.LOAN'],
    [
      'is not ordered',
      {
        account: {
          openOrders: [{ product: 'LOAN', side: 'buy', amount: cny('100'), settlesOn: MONDAY }],
        },
      },
      'account.openOrders[0].product',
    ],
    ['takes no residual', { policy: { residualProduct: 'LOAN' } }, 'policy.residualProduct'],
  ])('%s', (_name, changes, path) => {
    expectRefusal(() => decide({ ...changes, products: LOAN }), 'inconsistent', path);
  });

  it('is no target of a household', () => {
    const universe = products(LOAN);
    const rebalancer = compileRebalancing(POLICY, { universe });
    const { target: _target, ...account } = ACCOUNT;
    const household = (target: Parameters<typeof rebalanceHousehold>[0]['target']) => () =>
      rebalanceHousehold({ id: 'H', currency: 'CNY', accounts: [account], target }, rebalancer, {
        asOf: MONDAY,
      });
    expectRefusal(
      household({ kind: 'products', weights: { LOAN: 1 } }),
      'inconsistent',
      'household.target.weights.LOAN',
    );
    expectRefusal(
      household({ kind: 'classes', weights: { BOND: 1 }, products: ['BONDS', 'LOAN'] }),
      'inconsistent',
      'household.target.products[1]',
    );
  });

  it('is no holding to be valued', () => {
    const universe = products(LOAN);
    const options = { classReturns: { BOND: 0.02 }, feeYears: 1 };
    expectRefusal(
      () => classWeights({ LOAN: cny('100') }, universe),
      'inconsistent',
      'holdings.LOAN',
    );
    expectRefusal(
      () => valueHoldings({ LOAN: cny('100') }, universe, options),
      'inconsistent',
      'holdings.LOAN',
    );
    const additions = [{ product: 'LOAN', amount: cny('1'), periodReturn: 0 }];
    expectRefusal(
      () => valueHoldings({ BONDS: cny('100') }, universe, { ...options, additions }),
      'inconsistent',
      'options.additions[0].product',
    );
  });
});
