import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  allocateDiscrete,
  type DiscreteProblem,
  type DiscreteRules,
} from '../../../src/allocation/index.js';
import { allocated, namesOf } from './discrete-cases.js';

interface Drawn {
  readonly problem: DiscreteProblem;
  readonly rules: DiscreteRules & { readonly maxHoldings: number; readonly minTicket: number };
}

/** Four to seven assets with one common factor, at most some of them, each of at least something. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    rows: fc.array(
      fc.record({
        beta: fc.integer({ min: 5, max: 25 }),
        own: fc.integer({ min: 5, max: 30 }),
        mean: fc.integer({ min: 0, max: 12 }),
      }),
      { minLength: 4, maxLength: 7 },
    ),
    maxHoldings: fc.integer({ min: 2, max: 4 }),
    ticket: fc.integer({ min: 0, max: 20 }),
    isUtility: fc.boolean(),
  })
  .map(({ rows, maxHoldings, ticket, isUtility }) => ({
    problem: {
      assets: namesOf(rows),
      expectedReturn: rows.map(({ mean }) => mean / 100),
      covariance: rows.map((a, i) =>
        rows.map((b, j) => (a.beta * b.beta + (i === j ? a.own ** 2 : 0)) / 1e4),
      ),
      objective: isUtility
        ? { kind: 'utility', riskAversion: 5 }
        : ({ kind: 'minimum-variance' } as const),
    },
    rules: { maxHoldings, minTicket: ticket / 100 },
  }));

/** Higher is better. */
function worth({ problem, rules }: Drawn, options?: { readonly maxNodes: number }): number {
  const value = allocated(allocateDiscrete(problem, rules, options)).objectiveValue;
  return problem.objective.kind === 'utility' ? value : -value;
}

const NEAR = 1e-9;

describe('allocateDiscrete', () => {
  it('delivers what its rules allow, and nothing better than without them', () => {
    fc.assert(
      fc.property(drawn, ({ problem, rules }) => {
        const found = allocated(allocateDiscrete(problem, rules));
        const weights = Object.values(found.weights);
        expect(weights.filter((w) => w !== 0).length).toBeLessThanOrEqual(rules.maxHoldings);
        expect(weights.every((w) => w === 0 || w >= rules.minTicket)).toBe(true);
        expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1)).toBeLessThan(NEAR);
        const plain = allocate(problem);
        if (plain.status !== 'optimal') throw new Error(plain.status);
        expect(found.certificate.relaxation).toBeCloseTo(plain.objectiveValue, 9);
        const sign = problem.objective.kind === 'utility' ? 1 : -1;
        expect(sign * (found.objectiveValue - plain.objectiveValue)).toBeLessThan(NEAR);
      }),
    );
  });

  it('does not depend on the order of the assets', () => {
    fc.assert(
      fc.property(drawn, ({ problem, rules }) => {
        const turn = <T>(list: readonly T[]): readonly T[] => [...list].reverse();
        const covariance = problem.covariance as readonly (readonly number[])[];
        const turned = {
          ...problem,
          assets: turn(problem.assets),
          expectedReturn: turn(problem.expectedReturn as readonly number[]),
          covariance: turn(covariance.map(turn)),
        };
        const gap = worth({ problem: turned, rules }) - worth({ problem, rules });
        expect(Math.abs(gap)).toBeLessThan(NEAR);
      }),
    );
  });

  it('is never worse for more holdings or smaller tickets', () => {
    fc.assert(
      fc.property(drawn, ({ problem, rules }) => {
        const base = worth({ problem, rules });
        const more = { ...rules, maxHoldings: rules.maxHoldings + 1 };
        const smaller = { ...rules, minTicket: rules.minTicket / 2 };
        expect(worth({ problem, rules: more })).toBeGreaterThanOrEqual(base - NEAR);
        expect(worth({ problem, rules: smaller })).toBeGreaterThanOrEqual(base - NEAR);
      }),
    );
  });

  it('gives bounds that hold however short the search is', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 20 }), ({ problem, rules }, maxNodes) => {
        const result = allocateDiscrete(problem, rules, { maxNodes });
        if (result.status === 'no-convergence') return;
        const sign = problem.objective.kind === 'utility' ? 1 : -1;
        const { certificate, objectiveValue } = allocated(result);
        const best = worth({ problem, rules });
        expect(sign * objectiveValue).toBeLessThanOrEqual(best + NEAR);
        expect(sign * certificate.bound).toBeGreaterThanOrEqual(best - NEAR);
      }),
    );
  });

  it('turns into whole lots that keep all money together', () => {
    const price = fc.integer({ min: 1, max: 400 }).map((cents) => (cents / 8).toFixed(3));
    const prices = fc.array(price, { minLength: 7, maxLength: 7 });
    const held = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(drawn, prices, held, ({ problem }, quoted, before) => {
        const money = (amount: string) => ({ currency: 'CNY', amount }) as const;
        const fees = { perTrade: money('5.00'), buyRate: 0.001, sellRate: 0.002 };
        const assets = Object.fromEntries(
          problem.assets.map((name, i) => [
            name,
            { price: quoted[i]!, lotSize: 100, held: before[i]! },
          ]),
        );
        const rules = { lots: { portfolioValue: money('90000.00'), assets, fees, maxCash: 0.2 } };
        const result = allocateDiscrete(problem, rules, { maxNodes: 200 });
        if (result.status !== 'optimal' && result.status !== 'feasible') return;
        const plan = result.lots!;
        const cents = ({ amount }: { readonly amount: string }): number =>
          Math.round(Number(amount) * 100);
        const start = problem.assets.reduce(
          (sum, _, i) => sum - before[i]! * Number(quoted[i]) * 10_000,
          9_000_000,
        );
        const end = plan.trades.reduce(
          (sum, { lots, amount, fee }) => sum - Math.sign(lots) * cents(amount) - cents(fee),
          start,
        );
        expect(cents(plan.cash)).toBe(Math.round(end));
        expect(cents(plan.cash)).toBeGreaterThanOrEqual(0);
        expect(cents(plan.cash)).toBeLessThanOrEqual(0.2 * 9_000_000 + 1);
        expect(result.certificate.primal).toBe(0);
      }),
    );
  });
});
