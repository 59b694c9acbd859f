import { describe, expect, it } from 'vitest';
import {
  compileRebalancing,
  type RebalanceOptions,
  rebalance,
  rebalanceBook,
  rebalanceEach,
  rebalanceHousehold,
} from '../../src/rebalancing/index.js';
import { ACCOUNT, MONDAY, POLICY, products } from './simple.js';
import { expectRefusal, wrong } from './support.js';

const rebalancer = compileRebalancing(POLICY, {
  universe: products({ SHARES: { dealing: { cutOff: '15:00', redemptionSettlement: 2 } } }),
});
const { target, ...own } = ACCOUNT;
const household = {
  id: 'H',
  currency: 'CNY',
  accounts: [own],
  target: { kind: 'products', weights: target },
} as const;

describe('the time of the orders', () => {
  /** The sale of shares: 10,000 of 50,000, as 40 % of 100,000 are wanted. */
  const daysOf = (options: RebalanceOptions) => {
    const { trades } = rebalance(ACCOUNT, rebalancer, options);
    const sale = trades.find(({ side }) => side === 'sell');
    return [sale?.orderOn, sale?.dealsOn, sale?.settlesOn];
  };

  it('after a cut-off moves the order to the next business day, with what follows from it', () => {
    // Monday before 15:00 deals on Monday and pays on Wednesday; later it is Tuesday and Thursday.
    expect(daysOf({ asOf: MONDAY })).toEqual(['2026-03-02', '2026-03-02', '2026-03-04']);
    expect(daysOf({ asOf: MONDAY, time: '15:00' })).toEqual([
      '2026-03-02',
      '2026-03-02',
      '2026-03-04',
    ]);
    expect(daysOf({ asOf: MONDAY, time: '15:30' })).toEqual([
      '2026-03-03',
      '2026-03-03',
      '2026-03-05',
    ]);
  });

  it('leaves a product without a cut-off where it is, and its purchase waits for the later proceeds', () => {
    const { trades, certificate } = rebalance(ACCOUNT, rebalancer, { asOf: MONDAY, time: '15:30' });
    const purchase = trades.find(({ side }) => side === 'buy');
    expect([purchase?.orderOn, purchase?.phase]).toEqual(['2026-03-05', 2]);
    expect(certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is part of what was decided on', () => {
    const hashOf = (options: RebalanceOptions) => rebalance(ACCOUNT, rebalancer, options).inputHash;
    expect(hashOf({ asOf: MONDAY, time: '09:00' })).not.toBe(hashOf({ asOf: MONDAY }));
    expect(hashOf({ asOf: MONDAY, time: '09:00' })).not.toBe(
      hashOf({ asOf: MONDAY, time: '15:30' }),
    );
  });

  it('is the same for a book and a household', () => {
    const options = { asOf: MONDAY, time: '15:30' } as const;
    const single = rebalance(ACCOUNT, rebalancer, options);
    expect(rebalanceBook([ACCOUNT], rebalancer, options).values).toEqual([single]);
    const outcome = rebalanceEach([ACCOUNT], rebalancer, options).next().value;
    expect(outcome).toMatchObject({ status: 'decided', value: { inputHash: single.inputHash } });
    const { shares } = rebalanceHousehold(household, rebalancer, options);
    expect(shares[0]?.result?.trades.map(({ orderOn }) => orderOn)).toEqual(
      single.trades.map(({ orderOn }) => orderOn),
    );
  });
});

describe('options that are not understood', () => {
  it('are refused where a policy is compiled', () => {
    const options = { universe: products(), calender: undefined };
    expectRefusal(
      () => compileRebalancing(POLICY, wrong(options)),
      'unknown-id',
      'options.calender',
    );
  });

  const calls: [string, (options: never) => unknown][] = [
    ['rebalance', (options) => rebalance(ACCOUNT, rebalancer, options)],
    ['rebalanceBook', (options) => rebalanceBook([ACCOUNT], rebalancer, options)],
    ['rebalanceEach', (options) => rebalanceEach([ACCOUNT], rebalancer, options)],
    ['rebalanceHousehold', (options) => rebalanceHousehold(household, rebalancer, options)],
  ];

  it.each(calls)('are refused by %s', (_name, call) => {
    const refused = (options: unknown, code: Parameters<typeof expectRefusal>[1], path: string) =>
      expectRefusal(() => call(wrong(options)), code, path);
    refused({ asOf: MONDAY, tiem: '15:30' }, 'unknown-id', 'options.tiem');
    refused({ asOf: MONDAY, time: '25:00' }, 'invalid-format', 'options.time');
    refused({ asOf: MONDAY, time: 15 }, 'invalid-type', 'options.time');
    refused({ asOf: MONDAY, time: null }, 'missing-value', 'options.time');
    refused({ asOf: '2026-02-30' }, 'invalid-date', 'options.asOf');
    refused(undefined, 'missing-value', 'options');
  });
});
