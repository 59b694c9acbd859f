import fc from 'fast-check';
import type { PlainDate } from '../../src/dates/index.js';
import { fromMinorUnits, type Money } from '../../src/money/index.js';
import { compileProducts, type Product, type ProductUniverse } from '../../src/products/index.js';
import type {
  AccountPosition,
  Lot,
  RebalancingAccount,
  RebalancingPolicy,
} from '../../src/rebalancing/index.js';
import { cny, UTILITY } from './support.js';

export const DAY = '2026-03-02';

const TERMS = {
  issuerRisk: 'R2',
  distributorRisk: 'R2',
  annualFee: 0.004,
  entryFee: 0,
  minimumPurchase: '1',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
} as const;

/** Nine products that between them have every kind of term. */
export const ROWS: readonly Product[] = [
  {
    ...TERMS,
    id: 'BONDS',
    name: 'Bonds',
    lookThrough: { BOND: 1 },
    entryFee: 0.0006,
    minimumPurchase: '10',
  },
  {
    ...TERMS,
    id: 'BALANCED',
    name: 'Balanced, with exit fees and a minimum holding',
    lookThrough: { BOND: 0.5, EQ_CN: 0.4, EQ_GL: 0.1 },
    entryFee: 0.001,
    minimumPurchase: '100',
    minimumAddition: '50',
    minimumHolding: '500',
    fees: {
      exit: [
        { fromDays: 0, rate: 0.015 },
        { fromDays: 30, rate: 0.005 },
        { fromDays: 365, rate: 0 },
      ],
    },
  },
  { ...TERMS, id: 'LOCKED', name: 'Held for 90 days', lookThrough: { EQ_CN: 1 }, lockUpDays: 90 },
  {
    ...TERMS,
    id: 'LISTED',
    name: 'In hundreds of units',
    lookThrough: { EQ_GL: 1 },
    unitStep: '100',
    entryFee: 0.0003,
    fees: { halfSpread: 0.0005 },
  },
  {
    ...TERMS,
    id: 'MONTHLY',
    name: 'Redeems on the first days of a month',
    lookThrough: { BOND: 0.9, CASH: 0.1 },
    minimumPurchase: '1000',
    step: '100',
    dealing: { redemption: { from: '2026-01-05', everyMonths: 1, days: 3 } },
  },
  {
    ...TERMS,
    id: 'DOLLARS',
    name: 'In dollars',
    lookThrough: { EQ_GL: 1 },
    currency: 'USD',
    dealing: { redemptionSettlement: 3 },
  },
  { ...TERMS, id: 'MONEY', name: 'Money fund', lookThrough: { CASH: 1 }, minimumPurchase: '0.01' },
  {
    ...TERMS,
    id: 'LIMITED',
    name: 'Limited by day',
    lookThrough: { GOLD: 1 },
    dealing: { dailyPurchase: '30000', dailyRedemption: '20000' },
  },
  {
    ...TERMS,
    id: 'SCARCE',
    name: 'No more than so much',
    lookThrough: { GOLD: 0.5, EQ_CN: 0.5 },
    maximumHolding: '25000',
  },
];

export const UNIVERSE: ProductUniverse = compileProducts(ROWS, UTILITY.assetClasses);

export const IDS: readonly string[] = ROWS.map(({ id }) => id);

const cents = (most: number) => fc.integer({ min: 0, max: most }).map(BigInt);

const days: fc.Arbitrary<PlainDate> = fc.constantFrom(
  '2024-05-06',
  '2025-06-02',
  '2025-12-01',
  '2026-01-19',
  '2026-02-20',
  '2026-03-02',
);

/** A position by value, in one to three lots with their costs. */
function byValue(
  product: string,
  currency: 'CNY' | 'USD',
  most: number,
): fc.Arbitrary<AccountPosition> {
  const lot = fc.record({
    on: days,
    value: cents(most),
    gain: fc.double({ min: -0.4, max: 0.6, noNaN: true }),
  });
  return fc.array(lot, { minLength: 1, maxLength: 3 }).map((parts): AccountPosition => {
    const lots: Lot[] = parts.map(({ on, value, gain }, i) => ({
      id: `${product}-${i}`,
      boughtOn: on,
      value: fromMinorUnits(currency, value),
      cost: fromMinorUnits(currency, BigInt(Math.round(Number(value) / (1 + gain)))),
    }));
    const sum = parts.reduce((total, { value }) => total + value, 0n);
    return { product, value: fromMinorUnits(currency, sum), lots };
  });
}

const listed: fc.Arbitrary<AccountPosition> = fc
  .array(fc.record({ on: days, units: fc.integer({ min: 1, max: 30_000 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => ({
    product: 'LISTED',
    units: String(parts.reduce((sum, { units }) => sum + units, 0)),
    price: cny('1.23'),
    lots: parts.map(({ on, units }, i) => ({
      id: `LISTED-${i}`,
      boughtOn: on,
      units: String(units),
      cost: cny((units * 1.1).toFixed(2)),
    })),
  }));

const positions: fc.Arbitrary<readonly AccountPosition[]> = fc
  .tuple(
    ...IDS.map((id) =>
      id === 'LISTED'
        ? listed
        : byValue(id, id === 'DOLLARS' ? 'USD' : 'CNY', id === 'DOLLARS' ? 600_000 : 4_000_000),
    ),
    fc.subarray([...IDS], { minLength: 1 }),
  )
  .map((all) => {
    const held = all.at(-1) as readonly string[];
    return (all.slice(0, -1) as readonly AccountPosition[]).filter(({ product }) =>
      held.includes(product),
    );
  });

export const targets: fc.Arbitrary<Record<string, number>> = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: IDS.length, maxLength: IDS.length })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts.reduce((a, b) => a + b, 0);
    return Object.fromEntries(IDS.map((id, i) => [id, parts[i]! / sum]));
  });

const money = (min: number, max: number): fc.Arbitrary<Money<'CNY'>> =>
  fc.integer({ min, max }).map((n) => fromMinorUnits('CNY', BigInt(n)));

export const accounts: fc.Arbitrary<RebalancingAccount<'CNY'>> = fc
  .record(
    {
      positions,
      target: targets,
      cash: fc
        .tuple(money(-200_000, 3_000_000), fc.integer({ min: 0, max: 200_000 }))
        .map(([own, usd]) => [own, fromMinorUnits('USD', BigInt(usd))]),
      withdrawal: money(0, 2_000_000),
      restrictions: fc.dictionary(
        fc.constantFrom(...IDS),
        fc.constantFrom('locked' as const, 'sell-only' as const, 'buy-only' as const),
        { maxKeys: 3 },
      ),
    },
    { requiredKeys: ['positions', 'target'] },
  )
  .map((parts) => ({
    id: 'random',
    currency: 'CNY' as const,
    lastTradeOn: null,
    fx: { base: 'CNY' as const, rates: { USD: '7.1234' } },
    prices: { LISTED: cny('1.23') },
    ...parts,
  }));

export const policies: fc.Arbitrary<RebalancingPolicy<'CNY'>> = fc
  .record(
    {
      measure: fc.constantFrom('classes' as const, 'products' as const),
      destination: fc.constantFrom(
        { kind: 'target' } as const,
        { kind: 'edge' } as const,
        { kind: 'fraction', ofBand: 0.5 } as const,
        { kind: 'inner', drift: 0.01 } as const,
      ),
      scope: fc.constantFrom({ kind: 'whole' } as const, { kind: 'breached' } as const),
      funding: fc.constantFrom('full', 'cash-first', 'buy-only', 'sell-only'),
      cash: fc.constantFrom(
        {},
        { floor: cny('500') },
        { floor: cny('100'), target: cny('2000'), ceiling: cny('5000') },
        { staged: { part: 2, parts: 4 } },
      ),
      trading: fc.record(
        {
          minimumTrade: fc.constantFrom(
            { amount: cny('100') },
            { share: 0.01 },
            { amount: cny('5000') },
            { sell: { amount: cny('2000') } },
          ),
          amountStep: fc.constantFrom('1', '100'),
          maxWeight: fc.constantFrom({ BONDS: 0.2 }, { DOLLARS: 0.1, MONEY: 0.3 }),
          maxTurnover: fc.constantFrom(0.05, 0.2),
          maxTrades: fc.constantFrom(1, 3),
          gainBudget: fc.constantFrom(cny('0'), cny('500')),
          taxBudget: fc.constantFrom(cny('0'), cny('300')),
        },
        { requiredKeys: [] },
      ),
      residualProduct: fc.constantFrom('MONEY', 'BONDS'),
      lots: fc.constantFrom(
        { method: 'lifo' } as const,
        { method: 'lowest-tax', tax: { shortTermRate: 0.3, longTermRate: 0.2 } } as const,
        {
          method: 'hifo',
          tax: { shortTermRate: 0.3, longTermRate: 0.2 },
          washSaleDays: 30,
          harvest: { minimumLoss: 0.1, substitutes: { BALANCED: 'SCARCE', LISTED: 'BONDS' } },
        } as const,
      ),
      utility: fc.constant(UTILITY),
      weighing: fc.constantFrom({ gate: 'always' } as const, { years: 3 }),
      fxSpread: fc.constant({ USD: 0.002 }),
    },
    { requiredKeys: [] },
  )
  .map((parts) => ({
    id: 'random',
    bands: { default: { absolute: 0.05, relative: 0.25, minimum: 0.005 } },
    ...parts,
  })) as fc.Arbitrary<RebalancingPolicy<'CNY'>>;
