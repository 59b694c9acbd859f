import { describe, it } from 'vitest';
import { allocateDiscrete } from '../../../src/allocation/index.js';
import { expectRefusal, wrong } from '../support.js';

const PROBLEM = {
  assets: ['A', 'B'],
  expectedReturn: [0.02, 0.06],
  covariance: [
    [0.01, 0],
    [0, 0.04],
  ],
  objective: { kind: 'minimum-variance' },
} as const;

const HELD = { trading: { current: { A: 0.5, B: 0.5 } } };
const VALUE = { currency: 'HKD', amount: '10000.00' };
const LOTS = { portfolioValue: VALUE, assets: { A: { price: '10' }, B: { price: '20' } } };

const act =
  (rules: unknown, options?: unknown, change: object = {}) =>
  () =>
    allocateDiscrete(wrong({ ...PROBLEM, ...change }), wrong(rules), wrong(options));

describe('allocateDiscrete names the fault in', () => {
  it('the problem', () => {
    expectRefusal(() => allocateDiscrete(wrong(null), {}), 'missing-value', 'problem');
    expectRefusal(act({}, {}, { assets: ['A', 'A'] }), 'duplicate-id', 'problem.assets[1]');
    const objective = { kind: 'maximum-sharpe', risklessReturn: 0 };
    expectRefusal(act({}, {}, { objective }), 'unknown-value', 'problem.objective.kind');
    const other = { kind: 'target-volatility', volatility: 0.1 };
    expectRefusal(act({}, {}, { objective: other }), 'unknown-value', 'problem.objective.kind');
    const tracking = { benchmark: { A: 1 }, maxTrackingError: 0.1 };
    expectRefusal(act({}, {}, tracking), 'inconsistent', 'problem.maxTrackingError');
  });
  it('the numbers of holdings', () => {
    expectRefusal(act(null), 'missing-value', 'rules');
    expectRefusal(act([]), 'invalid-type', 'rules');
    expectRefusal(act({ maxHoldings: 1.5 }), 'invalid-type', 'rules.maxHoldings');
    expectRefusal(act({ maxHoldings: -1 }), 'out-of-range', 'rules.maxHoldings');
    expectRefusal(act({ maxHoldings: '2' }), 'invalid-type', 'rules.maxHoldings');
    expectRefusal(act({ maxHoldings: Number.NaN }), 'not-finite', 'rules.maxHoldings');
    expectRefusal(act({ minHoldings: 3, minTicket: 0.1 }), 'inconsistent', 'rules.minHoldings');
    const crossed = { minHoldings: 2, maxHoldings: 1, minTicket: 0.1 };
    expectRefusal(act(crossed), 'inconsistent', 'rules.minHoldings');
    expectRefusal(act({ minHoldings: 2 }), 'missing-value', 'rules.minTicket');
    expectRefusal(
      act({ minHoldings: 2, minTicket: { A: 0.1 } }),
      'missing-value',
      'rules.minTicket',
    );
  });
  it('the sizes', () => {
    expectRefusal(act({ minTicket: -0.1 }), 'out-of-range', 'rules.minTicket');
    expectRefusal(act({ minTicket: { A: -0.1 } }), 'out-of-range', 'rules.minTicket.A');
    expectRefusal(act({ minTicket: { C: 0.1 } }), 'unknown-id', 'rules.minTicket.C');
    expectRefusal(act({ minTicket: { A: null } }), 'missing-value', 'rules.minTicket.A');
    expectRefusal(act({ minTicket: '0.1' }), 'invalid-type', 'rules.minTicket');
    expectRefusal(act({ minTrade: 0.1 }), 'missing-value', 'problem.trading');
    expectRefusal(act({ minTrade: Infinity }, {}, HELD), 'not-finite', 'rules.minTrade');
  });
  it('the options', () => {
    expectRefusal(act({}, null), 'missing-value', 'options');
    expectRefusal(act({}, { maxNodes: 0 }), 'out-of-range', 'options.maxNodes');
    expectRefusal(act({}, { gap: -0.1 }), 'out-of-range', 'options.gap');
    expectRefusal(act({}, { gap: Number.NaN }), 'not-finite', 'options.gap');
    expectRefusal(act({}, { onProgress: 'loud' }), 'invalid-type', 'options.onProgress');
  });
});

describe('allocateDiscrete refuses a field that it does not know', () => {
  it('by its name', () => {
    expectRefusal(act({ maxholdings: 2 }), 'unknown-value', 'rules.maxholdings');
    expectRefusal(act({}, { maxnodes: 2 }), 'unknown-value', 'options.maxnodes');
    const lots = (change: object) => act({ lots: { ...LOTS, ...change } });
    expectRefusal(lots({ maxcash: 0 }), 'unknown-value', 'rules.lots.maxcash');
    expectRefusal(lots({ fees: { rate: 0 } }), 'unknown-value', 'rules.lots.fees.rate');
    const assets = { A: { price: '1', size: 100 }, B: { price: '1' } };
    expectRefusal(lots({ assets }), 'unknown-value', 'rules.lots.assets.A.size');
  });
});

describe('allocateDiscrete names the fault in lots:', () => {
  const lots = (change: object) => act({ lots: { ...LOTS, ...change } });
  const path = 'rules.lots';
  it('the value', () => {
    expectRefusal(act({ lots: null }), 'missing-value', path);
    const value = (portfolioValue: unknown) => lots({ portfolioValue });
    expectRefusal(value(undefined), 'missing-value', `${path}.portfolioValue`);
    expectRefusal(
      value({ currency: 'XXQ', amount: '1' }),
      'unknown-currency',
      `${path}.portfolioValue.currency`,
    );
    const amount = `${path}.portfolioValue.amount`;
    const hkd = (text: unknown) => value({ currency: 'HKD', amount: text });
    expectRefusal(hkd('0.00'), 'out-of-range', amount);
    expectRefusal(hkd('-5'), 'out-of-range', amount);
    expectRefusal(hkd('1.001'), 'out-of-range', amount);
    expectRefusal(hkd('1,000'), 'invalid-format', amount);
    expectRefusal(hkd(1000), 'invalid-type', amount);
    expectRefusal(hkd(undefined), 'missing-value', amount);
  });
  it('the assets', () => {
    const asset = (A: unknown) => lots({ assets: { A, B: { price: '20' } } });
    const own = `${path}.assets.A`;
    expectRefusal(lots({ assets: null }), 'missing-value', `${path}.assets`);
    expectRefusal(lots({ assets: { A: { price: 1 } } }), 'missing-value', `${path}.assets.B`);
    expectRefusal(
      lots({ assets: { ...LOTS.assets, C: { price: 1 } } }),
      'unknown-id',
      `${path}.assets.C`,
    );
    expectRefusal(asset({}), 'missing-value', `${own}.price`);
    expectRefusal(asset({ price: '0' }), 'out-of-range', `${own}.price`);
    expectRefusal(asset({ price: '-1' }), 'out-of-range', `${own}.price`);
    expectRefusal(asset({ price: 'ten' }), 'invalid-format', `${own}.price`);
    expectRefusal(asset({ price: Number.NaN }), 'not-finite', `${own}.price`);
    expectRefusal(asset({ price: '1', lotSize: 0 }), 'out-of-range', `${own}.lotSize`);
    expectRefusal(asset({ price: '1', lotSize: 1.5 }), 'invalid-type', `${own}.lotSize`);
    expectRefusal(asset({ price: '1', held: 0.5 }), 'invalid-type', `${own}.held`);
    expectRefusal(asset({ price: '1', held: 10001 }), 'inconsistent', `${path}.portfolioValue`);
  });
  it('fees, cash and tolerances', () => {
    const fees = (change: object) => lots({ fees: change });
    expectRefusal(lots({ fees: null }), 'missing-value', `${path}.fees`);
    expectRefusal(fees({ buyRate: -0.1 }), 'out-of-range', `${path}.fees.buyRate`);
    const usd = { currency: 'USD', amount: '1' };
    expectRefusal(fees({ perTrade: usd }), 'currency-mismatch', `${path}.fees.perTrade.currency`);
    const owed = { currency: 'HKD', amount: '-1' };
    expectRefusal(fees({ minimum: owed }), 'out-of-range', `${path}.fees.minimum.amount`);
    expectRefusal(lots({ maxCash: -1 }), 'out-of-range', `${path}.maxCash`);
    expectRefusal(lots({ tolerance: -1 }), 'out-of-range', `${path}.tolerance`);
    expectRefusal(lots({ tolerance: 1e308 }), 'out-of-range', `${path}.tolerance`);
    expectRefusal(
      lots({ tolerance: { 'max:A': 1e308 } }),
      'out-of-range',
      `${path}.tolerance["max:A"]`,
    );
    expectRefusal(lots({ tolerance: { budget: 0.1 } }), 'unknown-id', `${path}.tolerance.budget`);
  });
  it('present weights that are not those of the lots held', () => {
    const call = act({ lots: LOTS }, {}, HELD);
    expectRefusal(call, 'inconsistent', 'problem.trading.current.A');
  });
});
