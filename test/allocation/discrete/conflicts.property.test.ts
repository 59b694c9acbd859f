import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocateDiscrete,
  type DiscreteProblem,
  type DiscreteRules,
} from '../../../src/allocation/index.js';

const ASSETS = ['A', 'B', 'C', 'D'];

interface Drawn {
  readonly current: readonly number[];
  readonly caps: readonly (number | null)[];
  readonly budget: number;
  readonly turnover: number;
  readonly frozen: boolean;
  readonly maxHoldings: number;
  readonly trades: readonly number[];
  readonly ticket: number;
}

const share = (min: number, max: number) => fc.integer({ min, max }).map((part) => part / 100);

/** Four assets with a limit on turnover, a number of holdings, least trades and a least ticket: a third cannot hold together. */
const drawn: fc.Arbitrary<Drawn> = fc.record({
  current: fc.array(share(0, 40), { minLength: 4, maxLength: 4 }),
  caps: fc.array(fc.option(share(20, 60)), { minLength: 4, maxLength: 4 }),
  budget: share(60, 100),
  turnover: share(10, 60),
  frozen: fc.boolean(),
  maxHoldings: fc.integer({ min: 2, max: 3 }),
  trades: fc.array(share(5, 15), { minLength: 2, maxLength: 2 }),
  ticket: share(1, 10),
});

/** Only the rules that are kept, by name; the defaults always: nothing short, nothing above the budget. */
function solve(one: Drawn, isKept: (rule: string) => boolean) {
  const { current, caps, budget, turnover, frozen, maxHoldings, trades, ticket } = one;
  const byAsset = <T>(read: (a: number) => T) =>
    Object.fromEntries(ASSETS.map((name, a) => [name, read(a)]));
  const problem: DiscreteProblem = {
    assets: ASSETS,
    expectedReturn: [0, 0, 0, 0],
    covariance: [1, 2, 3, 4].map((v, i) => ASSETS.map((_, j) => (i === j ? v / 100 : 0))),
    objective: { kind: 'minimum-variance' },
    budget: isKept('budget') ? budget : { min: 0, max: 4 * budget },
    bounds: byAsset((a) => ({
      max: isKept(`max:${ASSETS[a]}`) ? (caps[a] ?? budget) : budget,
    })),
    trading: {
      current: byAsset((a) => current[a]!),
      ...(isKept('turnover') ? { maxTurnover: turnover } : {}),
      frozen: frozen && isKept('frozen:D') ? ['D'] : [],
    },
  };
  const rules: DiscreteRules = {
    ...(isKept('max-holdings') ? { maxHoldings } : {}),
    minTrade: Object.fromEntries(
      ['A', 'B'].flatMap((name, k) => (isKept(`min-trade:${name}`) ? [[name, trades[k]!]] : [])),
    ),
    minTicket: isKept('min-ticket:C') ? { C: ticket } : {},
  };
  return allocateDiscrete(problem, rules);
}

describe('rules that are named as in conflict', () => {
  it('cannot hold by themselves, and can without any one of them', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const result = solve(one, () => true);
        fc.pre(result.status === 'infeasible');
        const { conflicting } = result as { readonly conflicting: readonly string[] };
        const named = (rule: string): boolean => conflicting.includes(rule);
        expect(solve(one, named).status).toBe('infeasible');
        for (const left of conflicting) {
          expect(solve(one, (rule) => rule !== left && named(rule)).status, left).not.toBe(
            'infeasible',
          );
        }
      }),
    );
  });
});
