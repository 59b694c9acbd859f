import { covarianceFromCorrelation } from 'aptfolio/market';
import { fromMinorUnits, type Money } from 'aptfolio/money';
import { compileProducts, type Product } from 'aptfolio/products';
import {
  compileRebalancing,
  type Rebalancer,
  type RebalancingAccount,
  type RebalancingPolicy,
} from 'aptfolio/rebalancing';
import assumptions from '../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import { createRandom } from '../../src/numerics/index.js';

export const AS_OF = '2026-09-01';

export const BANDS = { absolute: 0.05, relative: 0.25, minimum: 0.005 } as const;

/** What the residual product takes up, so that the others come to their targets. */
export const RESIDUAL = 'P00';

const { assetClasses, expectedReturn, volatility, correlation } = assumptions;

/** Ten products of one to three asset classes; some charge for leaving early, one is only bought and sold in steps of 100. */
const PRODUCTS: readonly Product[] = Array.from({ length: 10 }, (_, i) => ({
  id: `P${String(i).padStart(2, '0')}`,
  name: `Product ${i}`,
  lookThrough: exposureOf(i),
  issuerRisk: 'R3' as const,
  distributorRisk: 'R3' as const,
  annualFee: 0.002 + 0.001 * i,
  entryFee: i === 0 ? 0 : 0.0004 * (i % 4),
  minimumPurchase: i === 0 ? '1' : '100',
  step: i === 3 ? '100' : '0.01',
  lockUpDays: 0,
  status: 'open' as const,
  ...(i % 4 === 1
    ? {
        fees: {
          exit: [
            { fromDays: 0, rate: 0.005 },
            { fromDays: 365, rate: 0 },
          ],
        },
      }
    : {}),
}));

/** The first five products are one class each; the others are mixtures. */
function exposureOf(i: number): Record<string, number> {
  const name = (k: number): string => assetClasses[k % assetClasses.length]!;
  if (i < 5) return { [name(i)]: 1 };
  return { [name(i)]: 0.5, [name(i + 1)]: 0.3, [name(i + 2)]: 0.2 };
}

const POLICY: RebalancingPolicy<'CNY'> = {
  id: 'standard',
  measure: 'products',
  bands: { default: BANDS },
  residualProduct: RESIDUAL,
  trading: { minimumTrade: { amount: fromMinorUnits('CNY', 10_000n) } },
  utility: {
    assetClasses,
    expectedReturn,
    covariance: covarianceFromCorrelation(volatility, correlation),
    riskAversion: 4,
  },
  weighing: { gate: 'always' },
};

const universe = compileProducts(PRODUCTS, assetClasses);

export const rebalancer: Rebalancer<'CNY'> = compileRebalancing(POLICY, { universe });

/** The same by the asset classes inside the products. */
export const byClasses: Rebalancer<'CNY'> = compileRebalancing(
  { ...POLICY, measure: 'classes' },
  { universe },
);

export const IDS: readonly string[] = PRODUCTS.map(({ id }) => id);

/** An account of ten positions in two lots each, as a bank would hand it over. */
export type Account = RebalancingAccount<'CNY'>;

/** How far accounts are from their targets, and what stands in the way. */
export type Kind = 'drifted' | 'hindered' | 'quiet';

/** The weights that all are to come to. */
const TARGET = [0.1, 0.16, 0.12, 0.08, 0.14, 0.06, 0.1, 0.08, 0.09, 0.07];

/** Made-up accounts one after another, the same in every run; none is kept. */
export function* someAccounts(count: number, kind: Kind | 'mixed'): Generator<Account> {
  const random = createRandom(7);
  const kinds: readonly Kind[] = kind === 'mixed' ? ['quiet', 'drifted', 'hindered'] : [kind];
  for (let i = 0; i < count; i++) {
    yield someAccount(`A${i}`, kinds[i % kinds.length]!, () => random.uniform());
  }
}

function someAccount(id: string, kind: Kind, uniform: () => number): Account {
  const size = 10_000_000 + 90_000_000 * uniform();
  const width = kind === 'quiet' ? 0.1 : 0.9;
  const values = TARGET.map((share) =>
    BigInt(Math.round(share * size * (1 + width * (uniform() - 0.5)))),
  );
  const hindered = { P01: 'locked', P04: 'sell-only' } as const;
  return {
    id,
    currency: 'CNY',
    lastTradeOn: null,
    positions: IDS.map((product, i) => positionOf(product, values[i]!)),
    cash: [fromMinorUnits('CNY', BigInt(Math.round(0.002 * size * uniform())))],
    target: Object.fromEntries(IDS.map((product, i) => [product, TARGET[i]!])),
    ...(kind === 'hindered' ? { restrictions: hindered } : {}),
  };
}

function positionOf(product: string, value: bigint): Account['positions'][number] {
  const older = value / 3n;
  return {
    product,
    value: cny(value),
    lots: [
      { id: 'a', boughtOn: '2024-05-06', value: cny(older) },
      { id: 'b', boughtOn: '2026-01-19', value: cny(value - older) },
    ],
  };
}

function cny(units: bigint): Money<'CNY'> {
  return fromMinorUnits('CNY', units);
}
