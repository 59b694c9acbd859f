import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/dates/index.js';
import { openDealingDesk } from '../../../src/products/index.js';
import { certify } from '../../../src/rebalancing/certificate/certify.js';
import type { Evidence } from '../../../src/rebalancing/certificate/evidence.js';
import type {
  RebalancingAccount,
  RebalancingPolicy,
  Trade,
} from '../../../src/rebalancing/index.js';
import { ACCOUNT, decide, MONDAY, POLICY, products } from '../simple.js';
import { cny } from '../support.js';

const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2020-01-01', to: '2040-01-01' },
  holidays: [],
});

const TERMS = {
  SHARES: { lockUpDays: 90, minimumHolding: '30000', dealing: { dailyRedemption: '12000' } },
  BONDS: { minimumAddition: '500', maximumHolding: '70000' },
};

const GIVEN: RebalancingAccount<'CNY'> = {
  ...ACCOUNT,
  positions: [
    {
      product: 'BONDS',
      value: cny('50000'),
      lots: [{ id: 'b', boughtOn: '2020-01-06', value: cny('50000'), cost: cny('50000') }],
    },
    {
      product: 'SHARES',
      value: cny('50000'),
      lots: [
        { id: 'old', boughtOn: '2020-01-06', value: cny('40000'), cost: cny('30000') },
        { id: 'new', boughtOn: '2026-02-16', value: cny('10000'), cost: cny('10000') },
      ],
    },
  ],
};

const RULES: RebalancingPolicy<'CNY'> = {
  ...POLICY,
  cash: { floor: cny('0') },
  lots: { method: 'fifo', tax: { shortTermRate: 0.3, longTermRate: 0.2 } },
  trading: {
    minimumTrade: { amount: cny('100'), share: 0.001 },
    amountStep: '10',
    maxWeight: { BONDS: 0.61 },
    maxTurnover: 0.2,
    maxTrades: 2,
    gainBudget: cny('5000'),
    taxBudget: cny('1000'),
  },
};

/** A result with every rule in force, as it is written. */
const HONEST = decide({ account: GIVEN, policy: RULES, products: TERMS });

const EVIDENCE: Evidence = {
  account: GIVEN,
  policy: RULES,
  universe: products(TERMS),
  desk: openDealingDesk({ asOf: MONDAY, calendar }),
  rateOf: () => ({ over: 1n, under: 1n }),
  taxUnderWay: 0n,
  value: HONEST.value,
  investable: HONEST.investable,
  before: HONEST.before,
  after: HONEST.after,
  trades: HONEST.considered,
  costs: HONEST.costs,
  cash: HONEST.cash,
};

function failing(change: Partial<Evidence>): readonly string[] {
  return certify({ ...EVIDENCE, ...change })
    .filter(({ holds }) => !holds)
    .map(({ rule }) => rule);
}

/** The trades with changes to the one of a side. */
function forged(side: Trade['side'], change: Partial<Trade>): readonly Trade[] {
  return HONEST.considered.map((trade) => (trade.side === side ? { ...trade, ...change } : trade));
}

describe('the certificate', () => {
  it('lists every rule that is in force, and all hold', () => {
    expect(HONEST.certificate).toEqual(certify(EVIDENCE));
    expect(failing({})).toEqual([]);
    expect(HONEST.certificate.map(({ rule }) => rule)).toEqual([
      'sum',
      'cash',
      'cash-floor',
      'nothing-locked-sold',
      'nothing-closed-bought',
      'lots',
      'minimum-trade',
      'step',
      'minimum-purchase',
      'minimum-holding',
      'max-weight:BONDS',
      'maximum-holding:BONDS',
      'daily-limit:SHARES',
      'max-turnover',
      'max-trades',
      'gain-budget',
      'tax-budget',
    ]);
  });

  it('finds a cent that is missing', () => {
    const cash = { ...HONEST.cash, after: cny('0.01') };
    expect(failing({ cash })).toEqual(['cash']);
    const after = { ...HONEST.after, values: { ...HONEST.after.values, BONDS: cny('1.00') } };
    expect(failing({ after })).toEqual(['sum']);
  });

  it('finds a balance below the floor', () => {
    const days = [{ on: MONDAY, balance: cny('-0.01') }] as const;
    const missed = certify({ ...EVIDENCE, cash: { ...HONEST.cash, days } });
    expect(missed).toContainEqual({ rule: 'cash-floor', holds: false, missedBy: 0.01 });
    // An overdraft that was there before is not the trades' fault.
    const account = { ...GIVEN, cash: [cny('-0.01')] };
    expect(failing({ account, cash: { ...HONEST.cash, days } })).toEqual([]);
  });

  it('finds what is locked, restricted or closed', () => {
    const sale = HONEST.considered.find(({ side }) => side === 'sell')!;
    const fresh = { ...sale.lots[0]!, lot: 'new', boughtOn: '2026-02-16' } as const;
    expect(failing({ trades: forged('sell', { lots: [fresh] }) })).toContain('nothing-locked-sold');
    const locked = { ...GIVEN, restrictions: { SHARES: 'locked' } } as const;
    expect(failing({ account: locked })).toEqual(['nothing-locked-sold']);
    const gates = [{ on: sale.dealsOn, acceptedShare: 0.4 }];
    const dealing = { ...TERMS.SHARES.dealing, gates };
    const cut = products({ ...TERMS, SHARES: { ...TERMS.SHARES, dealing } });
    expect(failing({ universe: cut })).toEqual(['nothing-locked-sold']);
    const closed = products({ ...TERMS, BONDS: { ...TERMS.BONDS, status: 'closed' } });
    expect(failing({ universe: closed })).toEqual(['nothing-closed-bought']);
    const target = { kind: 'classes', weights: { BOND: 0.6, EQUITY: 0.4 } } as const;
    const listed = (...ids: readonly string[]) => ({
      ...GIVEN,
      target: { ...target, products: ids },
    });
    expect(failing({ account: listed('SHARES') })).toEqual(['nothing-closed-bought']);
    expect(failing({ account: listed('SHARES', 'BONDS') })).toEqual([]);
    const frozen = { ...GIVEN, status: 'frozen' } as const;
    expect(failing({ account: frozen })).toEqual(['nothing-locked-sold', 'nothing-closed-bought']);
  });

  it('finds lots that are none of the account or do not add up', () => {
    const sale = HONEST.considered.find(({ side }) => side === 'sell')!;
    const strange = [{ ...sale.lots[0]!, lot: 'other' }];
    expect(failing({ trades: forged('sell', { lots: strange }) })).toEqual(['lots']);
    const less = [{ ...sale.lots[0]!, amount: cny('1') }];
    expect(failing({ trades: forged('sell', { lots: less }) })).toEqual(['lots']);
  });

  it('finds more units than are held', () => {
    const positions = [
      GIVEN.positions[0]!,
      { product: 'SHARES', units: '5000', price: cny('10') },
    ] as const;
    const account = { ...GIVEN, positions };
    const sell = (units: string) =>
      failing({ account, trades: forged('sell', { units, lots: [] }) });
    expect(sell('5000')).not.toContain('lots');
    expect(sell('5000.01')).toContain('lots');
  });

  it('tells what was above its most weight before from what the trades make so', () => {
    const trading = { maxWeight: { SHARES: 0.3 } };
    const locked = decide({
      account: { restrictions: { SHARES: 'locked' } },
      policy: { trading },
    });
    expect(locked.certificate).toContainEqual({
      rule: 'max-weight-not-worsened:SHARES',
      holds: true,
      missedBy: 0,
    });
    expect(locked.certificate.every(({ holds }) => holds)).toBe(true);
    expect(locked.reasons.map(({ code }) => code)).toContain('rebalancing.max-weight-exceeded');
  });

  it('finds amounts that are too small, off step, or leave too little', () => {
    const buy = (amount: string) =>
      failing({ trades: forged('buy', { amount: cny(amount), local: cny(amount) }) });
    expect(buy('99.00')).toEqual(expect.arrayContaining(['minimum-trade', 'minimum-purchase']));
    expect(buy('480.00')).toContain('minimum-purchase');
    const sell = (amount: string) =>
      failing({ trades: forged('sell', { amount: cny(amount), local: cny(amount), lots: [] }) });
    expect(sell('20010.00')).toEqual(
      expect.arrayContaining(['minimum-holding', 'daily-limit:SHARES']),
    );
    const plain = products({ ...TERMS, SHARES: {} });
    const trades = forged('sell', { amount: cny('9001.00'), local: cny('9001.00'), lots: [] });
    expect(failing({ universe: plain, trades })).toContain('step');
    // A daily limit and a minimum holding leave multiples of 10 to be sold.
    expect(failing({ trades })).toContain('step');
    expect(buy('9001.00')).toContain('step');
    expect(buy('9010.00')).not.toContain('step');
    // 505, 515, 525, …: none of them is a multiple of 10, so that the product's own step counts.
    const odd = products({ ...TERMS, BONDS: { minimumAddition: '505', step: '10' } });
    const own = (amount: string) =>
      failing({
        universe: odd,
        trades: forged('buy', { amount: cny(amount), local: cny(amount) }),
      });
    expect(own('9005.00')).not.toContain('step');
    expect(own('9010.00')).toContain('step');
  });

  it('finds what is beyond a limit or a budget, and by how much', () => {
    const after = { ...HONEST.after, weights: { ...HONEST.after.weights, BONDS: 0.62 } };
    expect(failing({ after })).toEqual(['max-weight:BONDS']);
    const trading = (change: object) =>
      failing({ policy: { ...RULES, trading: { ...RULES.trading, ...change } } });
    expect(trading({ maxTurnover: 0.05 })).toEqual(['max-turnover']);
    expect(trading({ maxTrades: 1 })).toEqual(['max-trades']);
    expect(trading({ gainBudget: cny('1') })).toEqual(['gain-budget']);
    expect(trading({ taxBudget: cny('1') })).toEqual(['tax-budget']);
    const scarce = products({ ...TERMS, BONDS: { maximumHolding: '51000' } });
    expect(failing({ universe: scarce })).toEqual(['maximum-holding:BONDS']);
  });
});
