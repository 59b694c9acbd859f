import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/evidence/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { bondFund, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const FULL: Partial<Product> = {
  type: 'bond-fund',
  currency: 'CNY',
  issuer: 'Example Funds',
  currencies: { CNY: 0.7, USD: 0.2, unknown: 0.1 },
  issuers: { ACME: 0.2 },
  leverage: 1.2,
  changes: [
    { from: '2026-06-01', distributorRisk: 'R3' },
    { from: '2026-09-01', annualFee: 0.003, status: 'closed' },
  ],
  minimumAddition: '1',
  minimumHolding: '5',
  unitStep: '0.01',
  maximumHolding: '10',
  fees: {
    entry: [
      { from: '0', rate: 0.01 },
      { from: '1000000', flat: '1000' },
    ],
    exit: [
      { fromDays: 0, rate: 0.015 },
      { fromDays: 7, rate: 0 },
    ],
    annualParts: { custody: 0.001, management: 0.003 },
    performance: { rate: 0.2, hurdle: 0.04 },
    rebate: 0.002,
    entryCommission: 0.01,
    halfSpread: 0.001,
  },
  dealing: {
    subscription: { periods: [{ from: '2026-03-02', to: '2026-03-09' }] },
    redemption: { from: '2026-03-02', everyMonths: 3, days: 5 },
    cutOff: '15:00',
    rollingTerm: { days: 30, windowDays: 3 },
    maturity: '2028-03-01',
    gates: [{ on: '2026-06-01', perClient: '0' }],
    dailyPurchase: '500',
  },
  targetMarket: { clientKinds: ['retail'], minimumKnowledge: 20, not: [] },
  documents: ['prospectus'],
};

const compileOne = (change: object): Product =>
  compileProducts([bondFund(change as Partial<Product>)], ['BOND']).byId.A!;

describe('a product with every field', () => {
  it('is kept, copied and frozen', () => {
    const row = structuredClone(bondFund(FULL));
    const before = JSON.stringify(row);
    const compiled = compileOne(row);
    expect(compiled).toEqual(row);
    expect(isDeeplyFrozen(compiled)).toBe(true);
    expect(JSON.stringify(row)).toBe(before);
    (row.fees as { rebate: number }).rebate = 1;
    expect(compiled.fees?.rebate).toBe(0.002);
  });

  it('compiles to the same again, also after a round trip through JSON', () => {
    const compiled = compileProducts([bondFund(FULL)], ['BOND']);
    const again = compileProducts(JSON.parse(JSON.stringify(compiled.products)), ['BOND']);
    expect(canonicalJson(again)).toBe(canonicalJson(compiled));
  });

  it('takes a type of the bank’s own', () => {
    expect(compileOne({ type: 'trust-plan' }).type).toBe('trust-plan');
  });

  it('treats a field that is undefined as one that is absent', () => {
    expect(compileOne({ fees: undefined, dealing: { maturity: undefined } }).dealing).toEqual({});
  });
});

describe('the order of tiers, windows and gates', () => {
  it('has no influence', () => {
    const fees = {
      entry: [
        { from: '1000000.00', flat: '1000' },
        { from: '0.00', rate: 0.01 },
        { from: '99999', rate: 0.008 },
      ],
      exit: [
        { fromDays: 365, rate: 0 },
        { fromDays: 0, rate: 0.015 },
      ],
    };
    const dealing = {
      redemption: {
        periods: [
          { from: '2026-06-01', to: '2026-06-08' },
          { from: '2026-03-02', to: '2026-06-01' },
        ],
      },
      gates: [
        { on: '2026-06-02', perClient: '7' },
        { on: '2026-03-03', perClient: '7' },
      ],
    };
    const compiled = compileOne({ fees, dealing });
    expect(compiled.fees?.entry?.map(({ from }) => from)).toEqual(['0.00', '99999', '1000000.00']);
    expect(compiled.fees?.exit?.map(({ fromDays }) => fromDays)).toEqual([0, 365]);
    expect(compiled.dealing?.gates?.map(({ on }) => on)).toEqual(['2026-03-03', '2026-06-02']);
    // The span that ends on 1 June and the one that begins on it share no day.
    expect(compiled.dealing?.redemption).toHaveProperty('periods[0].from', '2026-03-02');
  });
});

const entry = (...tiers: readonly unknown[]): object => ({ fees: { entry: tiers } });
const exit = (...tiers: readonly unknown[]): object => ({ fees: { exit: tiers } });
const dealing = (terms: object): object => ({ dealing: terms });
const periods = (...spans: readonly unknown[]): object =>
  dealing({ redemption: { periods: spans } });
const target = (criteria: object): object => ({ targetMarket: criteria });
const changes = (...list: readonly unknown[]): object => ({ changes: list });

const FAULTS: readonly (readonly [string, object, string, string])[] = [
  ['an empty type', { type: '' }, 'empty', 'type'],
  ['a type that is no text', { type: 3 }, 'invalid-type', 'type'],
  ['null for a field', { issuer: null }, 'missing-value', 'issuer'],
  ['a currency that is none', { currency: 'RMB' }, 'unknown-currency', 'currency'],
  ['less exposure than value', { leverage: 0.9 }, 'out-of-range', 'leverage'],
  ['exposure without end', { leverage: 1e300 }, 'out-of-range', 'leverage'],
  ['currencies that leave some out', { currencies: { CNY: 0.9 } }, 'inconsistent', 'currencies'],
  ['no currencies at all', { currencies: {} }, 'inconsistent', 'currencies'],
  [
    'a currency inside that is none',
    { currencies: { RMB: 1 } },
    'unknown-currency',
    'currencies.RMB',
  ],
  [
    'a negative share of a currency',
    { currencies: { CNY: 1, USD: -1 } },
    'out-of-range',
    'currencies.USD',
  ],
  ['issuers above the whole', { issuers: { X: 0.6, Y: 0.6 } }, 'inconsistent', 'issuers'],
  ['an issuer without a share', { issuers: { X: null } }, 'missing-value', 'issuers.X'],
  ['an addition of nothing', { minimumAddition: '0' }, 'out-of-range', 'minimumAddition'],
  ['an addition as number', { minimumAddition: 5 }, 'invalid-type', 'minimumAddition'],
  ['a least holding of nothing', { minimumHolding: '0.00' }, 'out-of-range', 'minimumHolding'],
  ['a unit step of 0', { unitStep: '0' }, 'out-of-range', 'unitStep'],
  ['a unit step below 0', { unitStep: '-1' }, 'invalid-format', 'unitStep'],
  ['a limit below the minimum', { maximumHolding: '9.99' }, 'inconsistent', 'maximumHolding'],
  [
    'a limit below what must stay',
    { maximumHolding: '50', minimumHolding: '51' },
    'inconsistent',
    'maximumHolding',
  ],
  ['documents that are no list', { documents: 'prospectus' }, 'invalid-type', 'documents'],
  ['a document twice', { documents: ['a', 'a'] }, 'duplicate-id', 'documents[1]'],

  ['no later state, but a text', { changes: '2026' }, 'invalid-type', 'changes'],
  ['a change without a day', changes({ status: 'closed' }), 'missing-value', 'changes[0].from'],
  ['a change on no day', changes({ from: '2026-02-30' }), 'invalid-date', 'changes[0].from'],
  ['a change of nothing', changes({ from: '2026-06-01' }), 'empty', 'changes[0]'],
  [
    'a change of the name',
    changes({ from: '2026-06-01', name: 'B' }),
    'unknown-id',
    'changes[0].name',
  ],
  [
    'a change to no rating',
    changes({ from: '2026-06-01', issuerRisk: 'R0' }),
    'unknown-value',
    'changes[0].issuerRisk',
  ],
  [
    'changes out of order',
    changes({ from: '2026-06-01', status: 'closed' }, { from: '2026-05-01', status: 'open' }),
    'inconsistent',
    'changes[1].from',
  ],
  [
    'two changes on a day',
    changes({ from: '2026-06-01', status: 'closed' }, { from: '2026-06-01', annualFee: 0 }),
    'inconsistent',
    'changes[1].from',
  ],

  ['fees as a number', { fees: 0.01 }, 'invalid-type', 'fees'],
  ['a misspelt fee', { fees: { exits: [] } }, 'unknown-id', 'fees.exits'],
  ['no entry tier', entry(), 'empty', 'fees.entry'],
  [
    'entry tiers that leave small amounts out',
    entry({ from: '1', rate: 0 }),
    'inconsistent',
    'fees.entry',
  ],
  ['an entry tier without fee', entry({ from: '0' }), 'missing-value', 'fees.entry[0].rate'],
  [
    'an entry tier with two fees',
    entry({ from: '0', rate: 0, flat: '1' }),
    'inconsistent',
    'fees.entry[0].rate',
  ],
  ['an entry fee of all', entry({ from: '0', rate: 1 }), 'out-of-range', 'fees.entry[0].rate'],
  ['a flat fee as number', entry({ from: '0', flat: 1000 }), 'invalid-type', 'fees.entry[0].flat'],
  [
    'two entry tiers from one amount',
    entry({ from: '0', rate: 0 }, { from: '10', rate: 0 }, { from: '10.00', rate: 0.1 }),
    'duplicate-id',
    'fees.entry[2].from',
  ],
  [
    'exit tiers that leave short holdings out',
    exit({ fromDays: 7, rate: 0 }),
    'inconsistent',
    'fees.exit',
  ],
  ['half a day held', exit({ fromDays: 0.5, rate: 0 }), 'invalid-type', 'fees.exit[0].fromDays'],
  ['an exit fee below 0', exit({ fromDays: 0, rate: -0.1 }), 'out-of-range', 'fees.exit[0].rate'],
  ['no exit fee stated', exit({ fromDays: 0 }), 'missing-value', 'fees.exit[0].rate'],
  [
    'two exit tiers from one day',
    exit({ fromDays: 0, rate: 0 }, { fromDays: 0, rate: 0.1 }),
    'duplicate-id',
    'fees.exit[1].fromDays',
  ],
  [
    'parts that are not the annual fee',
    { annualFee: 0.004, fees: { annualParts: { management: 0.003 } } },
    'inconsistent',
    'fees.annualParts',
  ],
  [
    'more paid on than is charged',
    { annualFee: 0.004, fees: { rebate: 0.005 } },
    'inconsistent',
    'fees.rebate',
  ],
  [
    'a commission above the entry fee',
    { entryFee: 0.001, fees: { entryCommission: 0.002 } },
    'inconsistent',
    'fees.entryCommission',
  ],
  [
    'a commission above every tier',
    { fees: { entry: [{ from: '0', rate: 0.01 }], entryCommission: 0.02 } },
    'inconsistent',
    'fees.entryCommission',
  ],
  [
    'a later annual fee below what is paid on',
    { fees: { rebate: 0.003 }, changes: [{ from: '2026-06-01', annualFee: 0.002 }] },
    'inconsistent',
    'changes[0].annualFee',
  ],
  [
    'a later entry fee that tiers would overrule',
    { ...entry({ from: '0', rate: 0.01 }), changes: [{ from: '2026-06-01', entryFee: 0 }] },
    'inconsistent',
    'changes[0].entryFee',
  ],
  [
    'a performance fee without hurdle',
    { fees: { performance: { rate: 0.2 } } },
    'missing-value',
    'fees.performance.hurdle',
  ],
  [
    'a performance fee of all',
    { fees: { performance: { rate: 1, hurdle: 0 } } },
    'out-of-range',
    'fees.performance.rate',
  ],
  ['a spread of all', { fees: { halfSpread: 1 } }, 'out-of-range', 'fees.halfSpread'],

  ['a misspelt term', dealing({ redemtion: 'never' }), 'unknown-id', 'dealing.redemtion'],
  [
    'another word than never',
    dealing({ redemption: 'none' }),
    'unknown-value',
    'dealing.redemption',
  ],
  ['no dealing days', dealing({ redemption: null }), 'missing-value', 'dealing.redemption'],
  ['no span', periods(), 'empty', 'dealing.redemption.periods'],
  [
    'a span that ends before it begins',
    periods({ from: '2026-06-08', to: '2026-06-01' }),
    'inconsistent',
    'dealing.redemption.periods[0].to',
  ],
  [
    'a span without a day',
    periods({ from: '2026-06-01', to: '2026-06-01' }),
    'empty',
    'dealing.redemption.periods[0]',
  ],
  [
    'crossed spans',
    periods({ from: '2026-06-05', to: '2026-06-12' }, { from: '2026-06-01', to: '2026-06-08' }),
    'inconsistent',
    'dealing.redemption.periods[0].from',
  ],
  [
    'spans and windows at once',
    dealing({
      redemption: { periods: [{ from: '2026-06-01', to: '2026-06-08' }], everyMonths: 1 },
    }),
    'unknown-id',
    'dealing.redemption.everyMonths',
  ],
  [
    'windows without a first day',
    dealing({ redemption: { everyMonths: 1, days: 5 } }),
    'missing-value',
    'dealing.redemption.from',
  ],
  [
    'windows of no day',
    dealing({ redemption: { from: '2026-03-02', everyMonths: 1, days: 0 } }),
    'out-of-range',
    'dealing.redemption.days',
  ],
  [
    'windows that run into each other in February',
    dealing({ redemption: { from: '2026-03-02', everyMonths: 1, days: 29 } }),
    'inconsistent',
    'dealing.redemption.days',
  ],
  [
    'half a day’s notice',
    dealing({ redemptionNotice: 0.5 }),
    'invalid-type',
    'dealing.redemptionNotice',
  ],
  [
    'settlement before the deal',
    dealing({ redemptionSettlement: -1 }),
    'out-of-range',
    'dealing.redemptionSettlement',
  ],
  ['a cut-off at 24:00', dealing({ cutOff: '24:00' }), 'invalid-format', 'dealing.cutOff'],
  ['a cut-off at 9:30', dealing({ cutOff: '9:30' }), 'invalid-format', 'dealing.cutOff'],
  ['a cut-off at 15:60', dealing({ cutOff: '15:60' }), 'invalid-format', 'dealing.cutOff'],
  ['a cut-off as number', dealing({ cutOff: 15 }), 'invalid-type', 'dealing.cutOff'],
  [
    'a term of no day',
    dealing({ rollingTerm: { days: 0 } }),
    'out-of-range',
    'dealing.rollingTerm.days',
  ],
  [
    'a window longer than its term',
    dealing({ rollingTerm: { days: 7, windowDays: 8 } }),
    'inconsistent',
    'dealing.rollingTerm.windowDays',
  ],
  ['a maturity on no day', dealing({ maturity: '2027-02-29' }), 'invalid-date', 'dealing.maturity'],
  [
    'a gate without a limit',
    dealing({ gates: [{ on: '2026-06-01' }] }),
    'missing-value',
    'dealing.gates[0].perClient',
  ],
  [
    'two gates on a day',
    dealing({
      gates: [
        { on: '2026-06-01', perClient: '1' },
        { on: '2026-06-01', perClient: '2' },
      ],
    }),
    'duplicate-id',
    'dealing.gates[1].on',
  ],
  [
    'a daily limit of nothing',
    dealing({ dailyPurchase: '0' }),
    'out-of-range',
    'dealing.dailyPurchase',
  ],
  [
    'purchases after maturity',
    dealing({
      subscription: { periods: [{ from: '2026-03-02', to: '2026-03-07' }] },
      maturity: '2026-03-05',
    }),
    'inconsistent',
    'dealing.subscription.periods',
  ],
  [
    'a first window after maturity',
    dealing({
      subscription: { from: '2026-03-05', everyMonths: 1, days: 5 },
      maturity: '2026-03-05',
    }),
    'inconsistent',
    'dealing.subscription.from',
  ],

  ['a misspelt criterion', target({ nots: ['x'] }), 'unknown-id', 'targetMarket.nots'],
  ['a target market of nobody', target({ clientKinds: [] }), 'empty', 'targetMarket.clientKinds'],
  [
    'knowledge above 100',
    target({ minimumKnowledge: 101 }),
    'out-of-range',
    'targetMarket.minimumKnowledge',
  ],
  [
    'a horizon below 0',
    target({ minimumHorizonYears: -1 }),
    'out-of-range',
    'targetMarket.minimumHorizonYears',
  ],
  [
    'a loss above all',
    target({ minimumLossCapacity: 1.1 }),
    'out-of-range',
    'targetMarket.minimumLossCapacity',
  ],
  ['a trait that is no text', target({ not: [65] }), 'invalid-type', 'targetMarket.not[0]'],
];

describe('a product at fault', () => {
  it.each(FAULTS)('is refused with the path: %s', (_, change, code, path) => {
    const rows = [bondFund(), { ...bondFund({ id: 'B' }), ...change }];
    expectRefusal(
      () => compileProducts(wrong(rows), ['BOND']),
      code as never,
      `products[1].${path}`,
    );
  });
});

describe('what a product may be', () => {
  it.each([
    ['a limit that is just the minimum', { maximumHolding: '10.00' }],
    [
      'a window that ends on the day of maturity',
      dealing({
        subscription: { periods: [{ from: '2026-03-02', to: '2026-03-07' }] },
        maturity: '2026-03-06',
      }),
    ],
    [
      'windows of all days of every February',
      dealing({
        redemption: { from: '2026-03-02', everyMonths: 1, days: 28 },
      }),
    ],
    [
      'a commission beside a flat fee',
      { fees: { entry: [{ from: '0', flat: '5' }], entryCommission: 0.9 } },
    ],
    ['a midnight cut-off', dealing({ cutOff: '00:00' })],
    ['a gate that lets nobody out', dealing({ gates: [{ on: '2026-06-01', perClient: '0' }] })],
    // 0.1 + 0.2 is 0.30000000000000004 in doubles.
    [
      'parts that miss the annual fee by rounding',
      {
        annualFee: 0.3,
        fees: { annualParts: { a: 0.1, b: 0.2 } },
      },
    ],
  ])('is not refused: %s', (_, change) => {
    expect(compileOne(change)).toMatchObject(change);
  });
});
