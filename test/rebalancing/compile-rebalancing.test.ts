import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../src/dates/index.js';
import { money } from '../../src/money/index.js';
import { compileRebalancing, rebalance } from '../../src/rebalancing/index.js';
import { ACCOUNT, MONDAY, POLICY, products } from './simple.js';
import { cny, expectRefusal, UTILITY, universe, wrong } from './support.js';

const compile =
  (change: object, options: object = { universe }) =>
  () =>
    compileRebalancing(wrong({ ...POLICY, ...change }), wrong(options));

describe('compileRebalancing refuses', () => {
  it('what is no policy, no universe and no calendar', () => {
    expectRefusal(() => compileRebalancing(wrong(null), { universe }), 'missing-value', 'policy');
    const bare = () => compileRebalancing(POLICY, wrong(undefined));
    expectRefusal(bare, 'missing-value', 'options');
    expectRefusal(compile({}, {}), 'missing-value', 'options.universe');
    expectRefusal(compile({}, { universe: {} }), 'missing-value', 'options.universe.byId');
    const damaged = { ...universe, products: [null] };
    expectRefusal(
      compile({}, { universe: damaged }),
      'missing-value',
      'options.universe.products[0]',
    );
    expectRefusal(compile({}, { universe, calendar: {} }), 'invalid-type', 'options.calendar');
  });

  it('fields by their path', () => {
    expectRefusal(compile({ id: '' }), 'empty', 'policy.id');
    expectRefusal(compile({ measure: 'countries' }), 'unknown-value', 'policy.measure');
    expectRefusal(compile({ bands: undefined }), 'missing-value', 'policy.bands');
    expectRefusal(
      compile({ bands: { default: { absolute: -1 } } }),
      'out-of-range',
      'policy.bands.default.absolute',
    );
    expectRefusal(
      compile({ triggers: [{ kind: 'mood' }] }),
      'unknown-value',
      'policy.triggers[0].kind',
    );
    expectRefusal(
      compile({ triggers: [{ kind: 'volatility', above: 0.1 }] }),
      'missing-value',
      'policy.utility',
    );
    expectRefusal(
      compile({ destination: { kind: 'fraction', ofBand: 2 } }),
      'out-of-range',
      'policy.destination.ofBand',
    );
    expectRefusal(
      compile({ scope: { kind: 'breached', absorbedBy: 'P99' } }),
      'unknown-id',
      'policy.scope.absorbedBy',
    );
    expectRefusal(compile({ funding: 'credit' }), 'unknown-value', 'policy.funding');
    expectRefusal(compile({ residualProduct: 'P99' }), 'unknown-id', 'policy.residualProduct');
    expectRefusal(compile({ residualProduct: '' }), 'empty', 'policy.residualProduct');
    expectRefusal(compile({ weighing: { years: 0 } }), 'out-of-range', 'policy.weighing.years');
    expectRefusal(
      compile({ weighing: { gate: 'never' } }),
      'unknown-value',
      'policy.weighing.gate',
    );
    // An instance of a class has no fields of its own and is no plain data: no record could hold it.
    for (const odd of [new Date(0), new Map()]) {
      for (const field of ['cash', 'trading', 'pacing', 'weighing', 'fxSpread']) {
        expectRefusal(compile({ [field]: odd }), 'invalid-type', `policy.${field}`);
      }
      const byId = { default: { absolute: 0.05 }, byId: odd };
      expectRefusal(compile({ bands: byId }), 'invalid-type', 'policy.bands.byId');
      const harvest = { minimumLoss: 0.1, substitutes: odd };
      expectRefusal(
        compile({ lots: { method: 'fifo', harvest } }),
        'invalid-type',
        'policy.lots.harvest.substitutes',
      );
    }
    expectRefusal(compile({ fxSpread: { RMB: 0.01 } }), 'unknown-currency', 'policy.fxSpread.RMB');
    expectRefusal(compile({ fxSpread: { USD: -0.01 } }), 'out-of-range', 'policy.fxSpread.USD');
    const groups = [{ id: 'G', members: ['P99'] }];
    expectRefusal(compile({ groups }), 'unknown-id', 'policy.groups[0].members[0]');
    expectRefusal(
      compile({ groups: [{ id: 'G', members: ['BOND'] }], measure: 'products' }),
      'unknown-id',
      'policy.groups[0].members[0]',
    );
  });

  it('amounts of money kept that are crossed, negative or of two currencies', () => {
    const cash = (given: object) => compile({ cash: given });
    expectRefusal(cash({ floor: cny('-1') }), 'out-of-range', 'policy.cash.floor.amount');
    expectRefusal(
      cash({ floor: cny('2'), target: cny('1') }),
      'inconsistent',
      'policy.cash.target',
    );
    expectRefusal(
      cash({ target: cny('2'), ceiling: cny('1') }),
      'inconsistent',
      'policy.cash.ceiling',
    );
    expectRefusal(
      cash({ floor: cny('1'), target: money('USD', '2') }),
      'currency-mismatch',
      'policy.cash.target.currency',
    );
    expectRefusal(
      cash({ staged: { part: 4, parts: 3 } }),
      'out-of-range',
      'policy.cash.staged.part',
    );
  });

  it('money kept that is crossed in the words in which it was given', () => {
    const cash = { floor: cny('10.00'), target: cny('5.00') };
    const expected = 'policy.cash.target: expected at least the floor, received "5.00"';
    expect(compile({ cash })).toThrow(expected);
  });

  it('fields that there are none of, at any depth', () => {
    const refuse = (change: object, path: string) =>
      expectRefusal(compile(change), 'unknown-id', `policy.${path}`);
    const absolute = 0.05;
    refuse({ trade: {} }, 'trade');
    refuse({ trading: { maxTrade: 3 } }, 'trading.maxTrade');
    refuse({ trading: { minimumTrade: { amounts: cny('1') } } }, 'trading.minimumTrade.amounts');
    refuse(
      { trading: { minimumTradeOf: { P01: { part: 0.1 } } } },
      'trading.minimumTradeOf.P01.part',
    );
    refuse({ bands: { default: { absolute }, by: {} } }, 'bands.by');
    refuse({ bands: { default: { absolute, min: 0.01 } } }, 'bands.default.min');
    const above = { absolute, width: 1 };
    refuse({ bands: { default: { above, below: { absolute } } } }, 'bands.default.above.width');
    const byId = { BOND: { absolute, combined: 'wider' } };
    refuse({ bands: { default: { absolute }, byId } }, 'bands.byId.BOND.combined');
    refuse({ groups: [{ id: 'G', members: [], target: 1 }] }, 'groups[0].target');
    refuse({ triggers: [{ kind: 'band', above: 0.1 }] }, 'triggers[0].above');
    refuse({ pacing: { minDays: 3 } }, 'pacing.minDays');
    refuse({ pacing: { look: { from: '2026-01-01' } } }, 'pacing.look.from');
    refuse({ destination: { kind: 'edge', ofBand: 0.5 } }, 'destination.ofBand');
    refuse({ scope: { kind: 'whole', absorbedBy: 'cash' } }, 'scope.absorbedBy');
    refuse({ cash: { minimum: cny('1') } }, 'cash.minimum');
    refuse({ cash: { staged: { of: 3 } } }, 'cash.staged.of');
    refuse({ lots: { method: 'fifo', washsale: 30 } }, 'lots.washsale');
    refuse({ lots: { method: 'fifo', tax: { rate: 0.2 } } }, 'lots.tax.rate');
    refuse({ lots: { method: 'fifo', harvest: { loss: 0.1 } } }, 'lots.harvest.loss');
    refuse({ utility: { ...UTILITY, lambda: 3 } }, 'utility.lambda');
    refuse({ weighing: { horizon: 3 } }, 'weighing.horizon');
  });

  it('trading rules by field', () => {
    const trading = (given: object) => compile({ trading: given });
    const path = 'policy.trading';
    expectRefusal(trading({ minimumTrade: 100 }), 'invalid-type', `${path}.minimumTrade`);
    expectRefusal(trading({ minimumTrade: {} }), 'missing-value', `${path}.minimumTrade`);
    expectRefusal(
      trading({ minimumTrade: { share: 2 } }),
      'out-of-range',
      `${path}.minimumTrade.share`,
    );
    expectRefusal(
      trading({ minimumTradeOf: { P99: { share: 0 } } }),
      'unknown-id',
      `${path}.minimumTradeOf.P99`,
    );
    expectRefusal(trading({ amountStep: '0' }), 'out-of-range', `${path}.amountStep`);
    expectRefusal(trading({ amountStep: 1 }), 'invalid-type', `${path}.amountStep`);
    expectRefusal(trading({ maxWeight: { P99: 0.5 } }), 'unknown-id', `${path}.maxWeight.P99`);
    expectRefusal(trading({ maxWeight: { P01: 1.5 } }), 'out-of-range', `${path}.maxWeight.P01`);
    expectRefusal(trading({ maxTurnover: -0.1 }), 'out-of-range', `${path}.maxTurnover`);
    expectRefusal(trading({ maxTrades: 1.5 }), 'invalid-type', `${path}.maxTrades`);
    expectRefusal(trading({ fewestTrades: 'yes' }), 'invalid-type', `${path}.fewestTrades`);
    expectRefusal(trading({ taxBudget: cny('-1') }), 'out-of-range', `${path}.taxBudget.amount`);
  });

  it('lots by field', () => {
    const lots = (given: object) => compile({ lots: given });
    expectRefusal(lots({ method: 'random' }), 'unknown-value', 'policy.lots.method');
    const tax = { shortTermRate: 2, longTermRate: 0 };
    expectRefusal(lots({ method: 'fifo', tax }), 'out-of-range', 'policy.lots.tax.shortTermRate');
    const harvest = (substitutes: object) =>
      lots({ method: 'fifo', harvest: { minimumLoss: 0.1, substitutes } });
    expectRefusal(harvest({ P01: 'P99' }), 'unknown-id', 'policy.lots.harvest.substitutes.P01');
    expectRefusal(harvest({ P01: 'P01' }), 'inconsistent', 'policy.lots.harvest.substitutes.P01');
    expectRefusal(
      lots({ method: 'fifo', washSaleDays: -1 }),
      'out-of-range',
      'policy.lots.washSaleDays',
    );
  });

  it('a utility that does not fit the universe or is none', () => {
    const utility = (change: object) => compile({ utility: { ...UTILITY, ...change } });
    const path = 'policy.utility';
    expectRefusal(compile({ utility: null }), 'missing-value', path);
    expectRefusal(utility({ assetClasses: ['CASH'] }), 'unknown-id', `${path}.assetClasses`);
    const twice = [...UTILITY.assetClasses, 'CASH'];
    expectRefusal(utility({ assetClasses: twice }), 'duplicate-id', `${path}.assetClasses[5]`);
    expectRefusal(utility({ expectedReturn: [0.1] }), 'length-mismatch', `${path}.expectedReturn`);
    expectRefusal(utility({ riskAversion: -1 }), 'out-of-range', `${path}.riskAversion`);
    const covariance = (entries: Readonly<Record<string, number>>) => {
      const entry = (i: number, j: number) => entries[`${i},${j}`] ?? Number(i === j);
      const order = UTILITY.assetClasses.map((_, i) => i);
      return utility({ covariance: order.map((i) => order.map((j) => entry(i, j))) });
    };
    expectRefusal(covariance({ '0,1': 0.5 }), 'not-symmetric', `${path}.covariance[1][0]`);
    expectRefusal(covariance({ '2,2': Number.NaN }), 'not-finite', `${path}.covariance[2][2]`);
    const tooLarge = covariance({ '0,1': 2, '1,0': 2 });
    expectRefusal(tooLarge, 'not-positive-definite', `${path}.covariance`);
  });
});

describe('compileRebalancing', () => {
  it('takes the classes of a utility in any order', () => {
    const order = [4, 2, 0, 1, 3];
    const matrix = UTILITY.covariance as readonly (readonly number[])[];
    const turned = {
      ...UTILITY,
      assetClasses: order.map((i) => UTILITY.assetClasses[i]!),
      expectedReturn: order.map((i) => UTILITY.expectedReturn[i]!),
      covariance: order.map((i) => order.map((j) => matrix[i]![j]!)),
    };
    const account = {
      ...ACCOUNT,
      positions: [{ product: 'P03', value: cny('1000') }],
      target: { P03: 0.5, P06: 0.5 },
    };
    const act = (utility: typeof UTILITY) => {
      const rebalancer = compileRebalancing({ ...POLICY, utility }, { universe });
      const { gain, utilityBefore, utilityAfter } = rebalance(account, rebalancer, {
        asOf: MONDAY,
      });
      return { gain, utilityBefore, utilityAfter };
    };
    expect(act(turned)).toEqual(act(UTILITY));
  });

  it('counts days by the calendar that it is given', () => {
    const calendar = compileCalendar({
      id: 'with-a-holiday',
      covers: { from: '2026-01-01', to: '2027-01-01' },
      holidays: ['2026-03-03'],
    });
    const rebalancer = compileRebalancing(POLICY, { universe: products(), calendar });
    const { trades } = rebalance(ACCOUNT, rebalancer, { asOf: MONDAY });
    expect(trades.map(({ product, settlesOn }) => [product, settlesOn])).toEqual([
      ['BONDS', '2026-03-05'],
      ['SHARES', '2026-03-04'],
    ]);
  });
});
