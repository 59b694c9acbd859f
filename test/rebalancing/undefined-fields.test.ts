import { describe, expect, it } from 'vitest';
import { AptfolioError } from '../../src/errors/index.js';
import {
  compileRebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
} from '../../src/rebalancing/index.js';
import { MONDAY, products } from './simple.js';
import { cny } from './support.js';

const universe = products();

const ACCOUNT = {
  id: 'full',
  currency: 'CNY',
  status: 'active',
  positions: [
    {
      product: 'BONDS',
      value: cny('50000'),
      lots: [
        { id: 'a', boughtOn: '2024-01-08', value: cny('30000'), cost: cny('29000') },
        { id: 'b', boughtOn: '2025-01-08', value: cny('20000'), cost: cny('21000') },
      ],
    },
    { product: 'SHARES', units: '500', price: cny('100') },
  ],
  target: { BONDS: 0.6, SHARES: 0.4 },
  cash: [cny('2000')],
  receivables: [
    { amount: cny('20'), on: '2026-03-05', product: 'BONDS' },
    { amount: cny('10'), on: '2026-03-05', product: 'SHARES' },
  ],
  openOrders: [
    {
      product: 'BONDS',
      side: 'sell',
      amount: cny('100'),
      net: cny('99'),
      orderOn: '2026-03-02',
      dealsOn: '2026-03-03',
      settlesOn: '2026-03-05',
      lots: ['a'],
    },
    {
      product: 'BONDS',
      side: 'buy',
      amount: cny('50'),
      net: cny('50'),
      orderOn: '2026-02-27',
      dealsOn: '2026-03-03',
      settlesOn: '2026-03-05',
      paid: true,
    },
  ],
  deposit: cny('100'),
  withdrawal: cny('50'),
  withdrawalBy: '2026-03-31',
  lastTradeOn: null,
  breached: ['EQUITY'],
  events: ['retired'],
  restrictions: { GOLD: { kind: 'locked', until: '2026-05-01' } },
  lotOrder: { BONDS: ['b', 'a'] },
  recentTrades: [
    { product: 'GOLD', side: 'sell', on: '2026-02-20', atLoss: true },
    { product: 'SHARES', side: 'sell', on: '2026-02-20', atLoss: false },
  ],
  plannedPurchases: [
    { product: 'SHARES', on: '2026-03-11' },
    { product: 'BONDS', on: '2026-03-10' },
  ],
  realisedGains: { short: cny('-10'), long: cny('20') },
  tax: { shortTermRate: 0.2, longTermRate: 0.1, longTermDays: 365, offsetLosses: true },
  tradedToday: { BONDS: { bought: cny('10'), redeemed: cny('20') } },
  mode: 'mandate',
} as const;

const BAND = { absolute: 0.05, relative: 0.25, combine: 'wider', minimum: 0.005 } as const;

const POLICY = {
  id: 'full',
  measure: 'classes',
  groups: [{ id: 'risky', members: ['EQUITY', 'METAL'] }],
  bands: {
    default: BAND,
    byId: { EQUITY: { above: BAND, below: { ...BAND, absolute: 0.02 } } },
    reentry: 0.5,
  },
  triggers: [
    { kind: 'calendar', anchor: '2026-01-05', everyMonths: 6, adjust: 'following' },
    { kind: 'calendar', anchor: '2026-01-05', everyDays: 14, adjust: 'preceding' },
    { kind: 'cash-flow', above: 0.05 },
    { kind: 'band' },
  ],
  pacing: {
    look: { anchor: '2026-01-05', everyMonths: 1, adjust: 'modified-following' },
    minimumDays: 30,
    urgent: ['band', 'cash-flow'],
  },
  destination: { kind: 'fraction', ofBand: 0.5, byId: { BOND: { kind: 'edge' } } },
  scope: { kind: 'breached', absorbedBy: 'METAL' },
  funding: 'full',
  cash: {
    floor: cny('100'),
    target: { share: 0.002 },
    ceiling: cny('300'),
    investAtMost: cny('5000'),
    partialWithdrawal: 'allowed',
    staged: { parts: 3, from: '2026-01-05', everyMonths: 1 },
  },
  trading: {
    minimumTrade: { amount: cny('100'), share: 0.001 },
    minimumTradeOf: { GOLD: { amount: cny('100'), share: 0.001 } },
    amountStep: '1',
    maxWeight: { GOLD: 0.4 },
    maxTurnover: 0.2,
    maxTrades: 5,
    fewestTrades: false,
    gainBudget: cny('1000'),
    taxBudget: cny('200'),
  },
  residualProduct: 'BONDS',
  lots: {
    method: 'lowest-tax',
    tax: { shortTermRate: 0.2, longTermRate: 0.1 },
    harvest: { minimumLoss: 0.01, minimumAmount: cny('50'), substitutes: { BONDS: 'GOLD' } },
    washSaleDays: 30,
    identical: [['SHARES', 'GOLD']],
  },
  utility: {
    assetClasses: ['BOND', 'EQUITY', 'METAL'],
    expectedReturn: [0.03, 0.06, 0.04],
    covariance: [
      [0.0016, 0, 0],
      [0, 0.0324, 0],
      [0, 0, 0.0225],
    ],
    riskAversion: 4,
  },
  weighing: { years: 1, gate: 'always', outOfMarketReturn: 0.03 },
  fxSpread: { USD: 0.001 },
} as const;

type Path = readonly (string | number)[];

/** Records by id, whose entries are no fields. */
const RECORDS = new Set([
  'byId',
  'fxSpread',
  'lotOrder',
  'maxWeight',
  'minimumTradeOf',
  'restrictions',
  'substitutes',
  'target',
  'tradedToday',
]);

/** The paths of all fields, at any depth. */
function fieldsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]) => {
    const where = [...path, isList ? Number(key) : key];
    const isEntry = isList || RECORDS.has(String(path.at(-1)));
    return isEntry ? fieldsOf(inner, where) : [where, ...fieldsOf(inner, where)];
  });
}

function change(value: unknown, path: Path, how: 'absent' | 'undefined'): unknown {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const inner = path.slice(0, -1).reduce((at, key) => at[key] as typeof copy, copy);
  const last = path.at(-1)!;
  if (how === 'absent') delete inner[last];
  else inner[last] = undefined;
  return copy;
}

function outcome(account: unknown, policy: unknown): unknown {
  try {
    const rebalancer = compileRebalancing(policy as RebalancingPolicy<'CNY'>, { universe });
    return rebalance(account as RebalancingAccount<'CNY'>, rebalancer, { asOf: MONDAY });
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    return error.issues.map(({ code, path }) => [code, path]);
  }
}

const nameOf = (path: Path): string => path.join('.');

describe('a field that is undefined', () => {
  it('stands in an account and a policy that are decided', () => {
    expect(outcome(ACCOUNT, POLICY)).toMatchObject({ account: 'full' });
  });

  it.each(fieldsOf(ACCOUNT).map((path) => [nameOf(path), path] as const))(
    'is the same as one that is absent, of an account: %s',
    (_name, path) => {
      const [without, with_] = (['absent', 'undefined'] as const).map((how) =>
        outcome(change(ACCOUNT, path, how), POLICY),
      );
      expect(with_).toEqual(without);
    },
  );

  it.each(fieldsOf(POLICY).map((path) => [nameOf(path), path] as const))(
    'is the same as one that is absent, of a policy: %s',
    (_name, path) => {
      const [without, with_] = (['absent', 'undefined'] as const).map((how) =>
        outcome(ACCOUNT, change(POLICY, path, how)),
      );
      expect(with_).toEqual(without);
    },
  );

  it('is the same as one that is absent, of a schedule that counts months', () => {
    const counted = change(POLICY, ['triggers', 0, 'everyDays'], 'undefined');
    expect(outcome(ACCOUNT, counted)).toEqual(outcome(ACCOUNT, POLICY));
  });
});
