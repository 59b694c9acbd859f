import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/dates/index.js';
import { AptfolioError } from '../../src/errors/index.js';
import { addMoney, fromMinorUnits, sumMoney, toMinorUnits } from '../../src/money/index.js';
import {
  CHECK_STATUSES,
  checkOrder,
  type OrderContext,
  type OrderPlan,
  type OrderRequest,
  type OrderToCheck,
  planOrders,
} from '../../src/orders/index.js';
import { compileProducts, type Product, RISK_RATINGS } from '../../src/products/index.js';
import { RISK_LEVELS } from '../../src/questionnaire/index.js';
import { buy, change, cny, context, sell, universeWith } from './support.js';

const rating = fc.constantFrom(...RISK_RATINGS);
const level = fc.constantFrom(...RISK_LEVELS);

/** A client of any level, with an assessment of any age, holding what may be left. */
const anyContext: fc.Arbitrary<OrderContext<'CNY'>> = fc
  .record({
    level,
    age: fc.nat(1000),
    lowest: fc.constantFrom({}, { lowestCategory: true }, { lowestCategory: false }),
    mayInsist: fc.constantFrom({}, { mayInsistOn: ['P03'] }),
    acknowledged: fc.constantFrom({}, { acknowledged: ['orders.special-warning'] }),
  })
  .map(({ level, age, lowest, mayInsist, acknowledged }) => ({
    ...context,
    asOf: addDays('2026-03-02', age),
    client: { level, assessedOn: '2026-03-02', validMonths: 12, ...lowest },
    holdings: { P03: cny('50000'), P06: cny('50000') },
    ...mayInsist,
    ...acknowledged,
  }));

const BARRIERS = [
  'orders.assessment-expired',
  'orders.risk-above-level',
  'orders.lowest-category',
  'orders.solicited-above-level',
  'orders.special-warning',
];

describe('an order that reduces exposure', () => {
  it('is never stopped by level or expiry', () => {
    fc.assert(
      fc.property(anyContext, rating, rating, (situation, first, second) => {
        const [low, high] = [first, second].sort() as [typeof first, typeof first];
        const entered = universeWith('P03', { issuerRisk: low, distributorRisk: low });
        const left = { issuerRisk: high, distributorRisk: high };
        const universe = compileProducts(
          entered.products.map((one) => (one.id === 'P06' ? { ...one, ...left } : one)),
          entered.assetClasses,
        );
        const orders = [sell('P06'), ...(low === high ? [] : [change('P06', 'P03')])];
        for (const order of orders) {
          const check = checkOrder(order, { ...situation, universe });
          expect(check.status).toBe('allowed');
          expect(BARRIERS.filter((code) => check.reasons.some((one) => one.code === code))).toEqual(
            [],
          );
        }
      }),
    );
  });
});

describe('the check', () => {
  const rank = (order: OrderToCheck<'CNY'>, situation: OrderContext<'CNY'>) =>
    CHECK_STATUSES.indexOf(checkOrder(order, situation).status);

  const orders = fc.constantFrom(
    buy('P03'),
    { ...buy('P03'), solicited: false },
    change('P06', 'P03'),
    { ...change('P06', 'P03'), solicited: false },
  );

  it('never gets easier when the product that is bought gets riskier', () => {
    fc.assert(
      fc.property(anyContext, orders, rating, rating, (situation, order, issuer, distributor) => {
        let before = 0;
        for (const raised of RISK_RATINGS) {
          if (raised < issuer) continue;
          const universe = universeWith('P03', {
            issuerRisk: raised,
            distributorRisk: distributor,
          });
          const now = rank(order, { ...situation, universe });
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }),
    );
  });

  it('never gets harder when the client’s level rises', () => {
    fc.assert(
      fc.property(anyContext, orders, rating, (situation, order, issuerRisk) => {
        const universe = universeWith('P03', { issuerRisk });
        const ranks = RISK_LEVELS.map((level) =>
          rank(order, { ...situation, universe, client: { ...situation.client, level } }),
        );
        expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
      }),
    );
  });

  it('never lets an acknowledgement or an approval turn a block into a pass', () => {
    fc.assert(
      fc.property(anyContext, orders, rating, (situation, order, issuerRisk) => {
        const universe = universeWith('P03', { issuerRisk });
        const check = checkOrder(order, { ...situation, universe });
        fc.pre(check.status === 'blocked');
        const codes = check.reasons.map(({ code }) => code);
        const signed = { ...situation, universe, acknowledged: codes, approved: codes };
        expect(checkOrder(order, signed).status).toBe('blocked');
      }),
    );
  });
});

const cents = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((units) => fromMinorUnits('CNY', BigInt(units)).amount);

interface Row {
  readonly product: Pick<Product, 'minimumPurchase' | 'step' | 'entryFee'>;
  readonly weight: number;
  readonly limit: string | undefined;
}

const row: fc.Arbitrary<Row> = fc.record({
  product: fc.record({
    minimumPurchase: cents(0, 500_000),
    step: fc.oneof(fc.constantFrom('0.01', '1', '100', '1000'), cents(1, 100_000)),
    entryFee: fc.constantFrom(0, 0.0006, 0.0015, 0.012),
  }),
  weight: fc.nat(1000),
  limit: fc.option(cents(100_000, 100_000_000), { nil: undefined }),
});

const anyRequest: fc.Arbitrary<OrderRequest<'CNY'>> = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 6 }),
    units: fc.integer({ min: 1, max: 100_000_000 }),
    amountStep: fc.constantFrom('0.01', '1', '3', '100'),
  })
  .filter(({ rows }) => rows.some(({ weight }) => weight > 0))
  .map(({ rows, units, amountStep }) => {
    const total = rows.reduce((sum, { weight }) => sum + weight, 0);
    const entries = rows.map((one, i) => [`P${i}`, one] as const);
    const products = entries.map(([id, { product }]) => ({
      ...universeWith('P01', {}).byId.P01!,
      ...product,
      id,
    }));
    return {
      amount: fromMinorUnits('CNY', BigInt(units)),
      weights: Object.fromEntries(entries.map(([id, { weight }]) => [id, weight / total])),
      universe: compileProducts(products, ['CASH']),
      residualProduct: 'P0',
      amountStep,
      funding: 'CURRENT',
      dailyLimits: Object.fromEntries(
        entries.flatMap(([id, { limit }]) => (limit === undefined ? [] : [[id, limit]])),
      ),
    };
  });

/** The plan; a limit so low that a plan would need years is no case of these. */
function planned(request: OrderRequest<'CNY'>): OrderPlan<'CNY'> {
  try {
    return planOrders(request);
  } catch (error) {
    fc.pre(!(error instanceof AptfolioError && error.path.startsWith('request.dailyLimits.')));
    throw error;
  }
}

describe('a plan', () => {
  it('conserves the amount to the last cent', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const plan = planned(request);
        fc.pre(plan.status === 'planned');
        expect(addMoney(plan.totalGross, plan.unplaced)).toEqual(request.amount);
        expect(addMoney(plan.totalNet, plan.totalFee)).toEqual(plan.totalGross);
        expect(toMinorUnits(plan.unplaced)).toBeGreaterThanOrEqual(0n);
        for (const part of ['gross', 'fee', 'net'] as const) {
          const sum = sumMoney(
            'CNY',
            plan.orders.map((order) => order[part]),
          );
          const name = { gross: 'totalGross', fee: 'totalFee', net: 'totalNet' } as const;
          expect(sum).toEqual(plan[name[part]]);
        }
      }),
    );
  });

  it('keeps to minimums, steps and daily limits in every order', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const plan = planned(request);
        fc.pre(plan.status === 'planned');
        const days = new Set<string>();
        for (const { product, gross, day } of plan.orders) {
          const { minimumPurchase, step } = request.universe.byId[product]!;
          const units = toMinorUnits(gross);
          const minimum = toMinorUnits(cny(minimumPurchase));
          expect(units).toBeGreaterThan(0n);
          expect(units).toBeGreaterThanOrEqual(minimum);
          expect((units - minimum) % toMinorUnits(cny(step))).toBe(0n);
          const limit = request.dailyLimits?.[product];
          if (limit !== undefined) expect(units).toBeLessThanOrEqual(toMinorUnits(cny(limit)));
          if (product !== request.residualProduct) {
            expect(units % toMinorUnits(cny(request.amountStep))).toBe(0n);
          }
          days.add(`${product} ${day}`);
        }
        expect(days.size).toBe(plan.orders.length);
      }),
    );
  });

  it('names what it does not order, and nothing else', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const plan = planned(request);
        for (const { amount, product, reasons } of plan.notOrdered) {
          expect(toMinorUnits(amount)).toBeGreaterThan(0n);
          expect(request.weights).toHaveProperty(product);
          expect(reasons).toHaveLength(1);
        }
        if (plan.status === 'not-possible') expect(plan.notOrdered.length).toBeGreaterThan(0);
      }),
    );
  });

  it('does not depend on the order of the weights', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const reversed = Object.fromEntries(Object.entries(request.weights).reverse());
        expect(JSON.stringify(planned({ ...request, weights: reversed }))).toBe(
          JSON.stringify(planned(request)),
        );
      }),
    );
  });
});
