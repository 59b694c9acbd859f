import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AptfolioError } from '../../../src/errors/index.js';
import { addMoney, fromMinorUnits, sumMoney, toMinorUnits } from '../../../src/money/index.js';
import {
  type OrderPlan,
  type OrderRequest,
  planOrders,
  RESIDUAL_RULES,
} from '../../../src/orders/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { cny, universeWith } from '../support.js';

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
    residual: fc.constantFrom(...RESIDUAL_RULES),
    fees: fc.constantFrom('outside' as const, 'inside' as const),
  })
  .filter(({ rows }) => rows.some(({ weight }) => weight > 0))
  .map(({ rows, units, amountStep, residual, fees }) => {
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
      residual,
      fees,
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
  it('buys a minimum of which the weight is its part of the amount', () => {
    const sizes = fc
      .integer({ min: 2, max: 100_000_000_000 })
      .chain((whole) =>
        fc.record({ whole: fc.constant(whole), part: fc.integer({ min: 1, max: whole - 1 }) }),
      );
    fc.assert(
      fc.property(sizes, ({ whole, part }) => {
        const minimum = fromMinorUnits('CNY', BigInt(part));
        const product = universeWith('P01', {}).byId.P01!;
        const terms = { ...product, minimumPurchase: '0.01', step: '0.01' };
        const plan = planOrders({
          amount: fromMinorUnits('CNY', BigInt(whole)),
          weights: { A: 1 - part / whole, B: part / whole },
          universe: compileProducts(
            [
              { ...terms, id: 'A' },
              { ...terms, id: 'B', minimumPurchase: minimum.amount },
            ],
            ['CASH'],
          ),
          residualProduct: 'A',
          amountStep: '0.01',
          funding: 'CURRENT',
        });
        if (plan.status !== 'planned') throw new Error(plan.status);
        expect(plan.notOrdered).toEqual([]);
        expect(plan.orders.find((order) => order.product === 'B')?.gross).toEqual(minimum);
      }),
    );
  });

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
          const isResidual =
            request.residual === 'product'
              ? product === request.residualProduct
              : request.residual === 'largest-weight';
          if (!isResidual) expect(units % toMinorUnits(cny(request.amountStep))).toBe(0n);
          days.add(`${product} ${day}`);
        }
        expect(days.size).toBe(plan.orders.length);
      }),
    );
  });

  it('orders or names every product that has a weight', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const plan = planned(request);
        const ordered = plan.status === 'planned' ? plan.orders.map(({ product }) => product) : [];
        const named = plan.notOrdered.map(({ product }) => product);
        const weighted = Object.keys(request.weights).filter((id) => request.weights[id]! > 0);
        expect([...ordered, ...named]).toEqual(expect.arrayContaining(weighted));
      }),
    );
  });

  it('names nothing that has no weight, and each with one reason', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const { amount, product, reasons } of planned(request).notOrdered) {
          expect(toMinorUnits(amount)).toBeGreaterThanOrEqual(0n);
          expect(request.weights).toHaveProperty(product);
          expect(reasons).toHaveLength(1);
        }
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
