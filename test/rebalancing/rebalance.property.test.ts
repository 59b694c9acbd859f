import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../src/dates/index.js';
import { type Money, toMinorUnits } from '../../src/money/index.js';
import { compileProducts, nextDealing } from '../../src/products/index.js';
import {
  type AccountPosition,
  compileRebalancing,
  type Rebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
} from '../../src/rebalancing/index.js';
import { accounts, DAY, IDS, policies, ROWS, targets, UNIVERSE } from './random-accounts.js';
import { cny, expectFrozen, UTILITY } from './support.js';

const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2020-01-01', to: '2040-01-01' },
  holidays: [],
});

function decide(
  account: RebalancingAccount<'CNY'>,
  policy: RebalancingPolicy<'CNY'>,
): Rebalancing<'CNY'> {
  const rebalancer = compileRebalancing(policy, { universe: UNIVERSE, calendar });
  return rebalance(account, rebalancer, { asOf: DAY });
}

/** Rules that cannot hold where something is locked or money must be raised, each with the reason that then says so. */
const EXCUSES: Readonly<Record<string, string>> = {
  'max-weight': 'rebalancing.max-weight-exceeded',
  'max-turnover': 'rebalancing.turnover-exceeded',
  'gain-budget': 'rebalancing.gain-budget-exceeded',
  'tax-budget': 'rebalancing.tax-budget-exceeded',
};

describe('rebalance, on random accounts', () => {
  it('keeps every rule of its certificate, or says why not', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const { certificate, reasons } = decide(account, policy);
        const codes = reasons.map(({ code }) => code);
        for (const { rule, holds, missedBy } of certificate) {
          if (holds) continue;
          const excuse = EXCUSES[rule.split(':')[0]!];
          expect(excuse, `${rule} is missed by ${missedBy}`).toBeDefined();
          expect(codes).toContain(excuse);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('neither makes nor loses a cent', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const { value, after, costs, cash, considered } = decide(account, policy);
        const { entry, exit, spread, exchange, tax } = costs;
        const parts = [entry, exit, spread, exchange, tax, cash.withdrawal, after.cash];
        expect(sum([...Object.values(after.values), ...parts])).toBe(toMinorUnits(value));
        const of = (key: 'entry' | 'exit' | 'spread' | 'tax' | 'outOfMarket'): bigint =>
          sum(considered.map((trade) => trade.costs[key]));
        for (const key of ['entry', 'exit', 'spread', 'tax', 'outOfMarket'] as const) {
          expect(of(key), key).toBe(toMinorUnits(costs[key]));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('sells nothing that is locked, buys nothing that is closed, and takes no more than there is', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        for (const { product: id, side, lots, local } of decide(account, policy).considered) {
          const restriction = account.restrictions?.[id];
          expect(restriction).not.toBe('locked');
          expect(restriction).not.toBe(side === 'buy' ? 'sell-only' : 'buy-only');
          const product = UNIVERSE.byId[id]!;
          const moment = { asOf: DAY, calendar } as const;
          if (side === 'buy') {
            expect(nextDealing(product, { ...moment, side }).status).toBe('now');
            continue;
          }
          for (const { boughtOn } of lots) {
            expect(nextDealing(product, { ...moment, side, boughtOn }).status).toBe('now');
          }
          expect(sum(lots.map(({ amount }) => amount))).toBe(toMinorUnits(local));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never lets a balance fall below the floor on any day by a trade', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const floor =
          policy.cash?.floor === undefined ? 0n : toMinorUnits(policy.cash.floor as Money);
        const opening = new Map(
          (account.cash ?? []).map((one): readonly [string, bigint] => [
            one.currency,
            toMinorUnits(one),
          ]),
        );
        for (const { balance } of decide(account, policy).cash.days) {
          const limit = balance.currency === 'CNY' ? floor : 0n;
          const start = opening.get(balance.currency) ?? 0n;
          expect(toMinorUnits(balance)).toBeGreaterThanOrEqual(start < limit ? start : limit);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('names every product that it does not trade, and why', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const { considered, notTraded, before } = decide(account, policy);
        const named = new Set([...considered, ...notTraded].map(({ product }) => product));
        for (const id of Object.keys(before.values)) expect(named).toContain(id);
        for (const { reasons } of [...considered, ...notTraded]) {
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes twice, whatever the order of rows, and changes no argument', () => {
    fc.assert(
      fc.property(
        accounts,
        policies,
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        (account, policy, keys) => {
          const given = JSON.stringify([account, policy]);
          const result = decide(account, policy);
          expect(JSON.stringify([account, policy])).toBe(given);
          const order = <T>(list: readonly T[]): T[] =>
            list
              .map((value, i) => ({ value, key: keys[i % keys.length]! }))
              .sort((a, b) => a.key - b.key)
              .map(({ value }) => value);
          const other = {
            ...account,
            positions: order(account.positions).map((position) => ({
              ...position,
              ...(position.lots === undefined ? {} : { lots: order(position.lots) }),
            })),
            target: Object.fromEntries(order(Object.entries(account.target))),
            ...(account.cash === undefined ? {} : { cash: order(account.cash) }),
          };
          const universe = compileProducts(order(ROWS), UTILITY.assetClasses);
          const rebalancer = compileRebalancing(policy, { universe, calendar });
          expect(JSON.stringify(rebalance(other, rebalancer, { asOf: DAY }))).toBe(
            JSON.stringify(result),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('trades only if the gain is above all costs, unless less must be traded all the same', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const { decision, trades, considered, gain, costs, fired } = decide(account, policy);
        expect(trades).toEqual(decision === 'trade' ? considered : []);
        const isWeighed = policy.utility !== undefined && policy.weighing?.gate !== 'always';
        const isForced =
          account.withdrawal !== undefined ||
          account.cash !== undefined ||
          policy.cash !== undefined;
        if (!isWeighed || isForced || fired.length === 0 || policy.lots?.harvest !== undefined)
          return;
        const isWorthIt = considered.length > 0 && toMinorUnits(gain!) > toMinorUnits(costs.total);
        expect(decision).toBe(isWorthIt ? 'trade' : 'hold');
      }),
      { numRuns: 80 },
    );
  });

  it('is frozen and survives JSON', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const result = decide(account, policy);
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
        expectFrozen(result);
      }),
      { numRuns: 40 },
    );
  });
});

/** Accounts without terms, so that the target can be reached and doubling is exact. */
const PLAIN = compileProducts(
  ROWS.map(({ id, name, lookThrough }) => ({
    id,
    name,
    lookThrough,
    issuerRisk: 'R2',
    distributorRisk: 'R2',
    annualFee: 0,
    entryFee: 0,
    minimumPurchase: '1',
    step: '1',
    lockUpDays: 0,
    status: 'open',
  })),
  UTILITY.assetClasses,
);

const yuan = fc.array(fc.integer({ min: 0, max: 50_000 }), {
  minLength: IDS.length,
  maxLength: IDS.length,
});

const plainAccount = (
  amounts: readonly number[],
  target: Record<string, number>,
  cash: number,
  scale = 1,
) => ({
  id: 'plain',
  currency: 'CNY' as const,
  lastTradeOn: null,
  positions: IDS.map(
    (product, i): AccountPosition => ({ product, value: cny(String(amounts[i]! * scale)) }),
  ),
  target,
  cash: [cny(String(cash * scale))],
});

const plainPolicy = (scale = 1): RebalancingPolicy<'CNY'> => ({
  id: 'plain',
  bands: { default: { absolute: 0.05, relative: 0.25, minimum: 0.01 } },
  trading: { amountStep: String(scale), minimumTrade: { amount: cny(String(100 * scale)) } },
});

describe('rebalance, without terms', () => {
  const some = yuan.filter((amounts) => amounts.some((amount) => amount > 1000));
  const destinations = fc.constantFrom<NonNullable<RebalancingPolicy['destination']>>(
    { kind: 'target' },
    { kind: 'edge' },
    { kind: 'fraction', ofBand: 0.5 },
    { kind: 'inner', drift: 0.002 },
  );

  /** Whole hundredths, so that a weight of whole yuan is a whole number of cents and doubling it rounds nothing. */
  const hundredths = fc
    .array(fc.integer({ min: 0, max: 100 }), {
      minLength: IDS.length - 1,
      maxLength: IDS.length - 1,
    })
    .map((cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), 100];
      return Object.fromEntries(IDS.map((id, i) => [id, (edges[i + 1]! - edges[i]!) / 100]));
    });

  it('doubles its trades with all amounts and steps', () => {
    const doubled = compileProducts(
      PLAIN.products.map((product) => ({ ...product, minimumPurchase: '2', step: '2' })),
      UTILITY.assetClasses,
    );
    fc.assert(
      fc.property(
        some,
        hundredths,
        fc.integer({ min: 0, max: 20_000 }),
        (amounts, target, cash) => {
          const one = rebalance(
            plainAccount(amounts, target, cash),
            compileRebalancing(plainPolicy(), { universe: PLAIN }),
            { asOf: DAY },
          );
          const two = rebalance(
            plainAccount(amounts, target, cash, 2),
            compileRebalancing(plainPolicy(2), { universe: doubled }),
            { asOf: DAY },
          );
          const twice = one.considered.map(({ product, side, amount }) => [
            product,
            side,
            2n * toMinorUnits(amount),
          ]);
          expect(
            two.considered.map(({ product, side, amount }) => [
              product,
              side,
              toMinorUnits(amount),
            ]),
          ).toEqual(twice);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is inside its bands afterwards, and then holds', () => {
    const policy: RebalancingPolicy<'CNY'> = {
      id: 'cents',
      bands: { default: { absolute: 0.05, relative: 0.25, minimum: 0.01 } },
      trading: { minimumTrade: { amount: cny('2') } },
    };
    fc.assert(
      fc.property(
        some,
        targets,
        destinations,
        fc.integer({ min: 0, max: 20_000 }),
        (amounts, target, destination, cash) => {
          const rebalancer = compileRebalancing({ ...policy, destination }, { universe: PLAIN });
          const account = plainAccount(amounts, target, cash);
          const first = rebalance(account, rebalancer, { asOf: DAY });
          // Rounding to the cent and to the product's step of a yuan may leave a line a hair outside.
          const whole = Number(first.investable.amount);
          for (const { current, below, above, kind } of first.after.drift.lines) {
            if (kind === 'cash') continue;
            expect(current).toBeGreaterThanOrEqual(below - 20 / whole);
            expect(current).toBeLessThanOrEqual(above + 20 / whole);
          }
          const second = rebalance(
            {
              ...account,
              positions: Object.entries(first.after.values).map(([product, value]) => ({
                product,
                value,
              })),
              cash: [first.after.cash],
              breached: first.next.breached,
            },
            rebalancer,
            { asOf: DAY },
          );
          // A line a hair outside asks for a few yuan at most.
          const traded = sum(second.trades.map(({ amount }) => amount));
          expect(Number(traded) / 100).toBeLessThanOrEqual(60);
          if (destination.kind !== 'edge') expect(second.decision).toBe('hold');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('pays a withdrawal of up to half of what is held, whatever the limits, and keeps every other rule', () => {
    const rules = fc.record(
      {
        minimumTrade: fc.constantFrom({ amount: cny('100') }, { amount: cny('2000') }),
        amountStep: fc.constantFrom('1', '100'),
        maxTurnover: fc.constantFrom(0, 0.05),
      },
      { requiredKeys: [] },
    );
    const fundings = fc.constantFrom('full', 'cash-first', 'buy-only', 'sell-only');
    fc.assert(
      fc.property(
        yuan.filter((amounts) => amounts.some((amount) => amount > 20_000)),
        targets,
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        rules,
        fundings,
        fc.constantFrom<RebalancingPolicy['residualProduct']>(undefined, 'MONEY'),
        (amounts, target, share, trading, funding, residualProduct) => {
          const whole = amounts.reduce((a, b) => a + b, 0);
          const withdrawal = cny((whole * share).toFixed(2));
          const policy = {
            ...plainPolicy(),
            trading: trading as NonNullable<RebalancingPolicy<'CNY'>['trading']>,
            funding,
            ...(residualProduct === undefined ? {} : { residualProduct }),
          };
          const rebalancer = compileRebalancing<'CNY'>(policy, { universe: PLAIN });
          const account = { ...plainAccount(amounts, target, 0), withdrawal };
          const { cash, certificate, reasons } = rebalance(account, rebalancer, { asOf: DAY });
          expect(cash.withdrawal).toEqual(withdrawal);
          const broken = certificate.filter(({ holds }) => !holds).map(({ rule }) => rule);
          const codes = reasons.map(({ code }) => code);
          const isExceeded = codes.includes('rebalancing.turnover-exceeded');
          expect(broken).toEqual(isExceeded ? ['max-turnover'] : []);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('makes no trade where everything is at its target', () => {
    fc.assert(
      fc.property(some, (amounts) => {
        const total = amounts.reduce((a, b) => a + b, 0);
        const target = Object.fromEntries(IDS.map((id, i) => [id, amounts[i]! / total]));
        const rebalancer = compileRebalancing(
          { ...plainPolicy(), triggers: [{ kind: 'event', events: ['look'] }] },
          { universe: PLAIN },
        );
        const account = { ...plainAccount(amounts, target, 0), events: ['look'] };
        expect(rebalance(account, rebalancer, { asOf: DAY })).toMatchObject({
          decision: 'hold',
          considered: [],
        });
      }),
      { numRuns: 40 },
    );
  });

  it('comes no nearer to the target with a restriction more', () => {
    const policy: RebalancingPolicy<'CNY'> = {
      ...plainPolicy(),
      trading: {},
      utility: UTILITY,
      weighing: { gate: 'always' },
    };
    const cents = compileProducts(
      PLAIN.products.map((product) => ({ ...product, minimumPurchase: '0.01', step: '0.01' })),
      UTILITY.assetClasses,
    );
    fc.assert(
      fc.property(some, targets, fc.constantFrom(...IDS), (amounts, target, locked) => {
        const rebalancer = compileRebalancing(
          { ...policy, residualProduct: 'MONEY' },
          { universe: cents },
        );
        const account = plainAccount(amounts, target, 0);
        const open = rebalance(account, rebalancer, { asOf: DAY });
        const bound = rebalance({ ...account, restrictions: { [locked]: 'locked' } }, rebalancer, {
          asOf: DAY,
        });
        expect(bound.after.trackingError!).toBeGreaterThanOrEqual(open.after.trackingError! - 1e-6);
      }),
      { numRuns: 40 },
    );
  });
});

function sum(amounts: readonly Money[]): bigint {
  return amounts.reduce((total, amount) => total + toMinorUnits(amount), 0n);
}
