import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate } from '../../../src/allocation/index.js';
import { expectNear, optimal, ruleOf } from '../support.js';

/** One asset beside cash that is left outside: U'(w) = 0.06 − 0.16w. */
const ONE = {
  assets: ['EQUITY'],
  expectedReturn: [0.06],
  covariance: [[0.04]],
  objective: { kind: 'utility', riskAversion: 4 },
  budget: { min: 0, max: 1 },
} as const satisfies AllocationProblem;

/** Bonds without risk: with w in equity U'(w) = 0.04 − 0.16w. */
const TWO = {
  assets: ['BOND', 'EQUITY'],
  expectedReturn: [0.02, 0.06],
  covariance: [
    [0, 0],
    [0, 0.04],
  ],
  objective: { kind: 'utility', riskAversion: 4 },
} as const satisfies AllocationProblem;

const holding = (equity: number) => ({ BOND: 1 - equity, EQUITY: equity });

describe('costs of trading', () => {
  it.each([
    // Buying pays while U' > 0.01, up to 0.3125; selling while U' < −0.02, down to 0.5; between them nothing does.
    [0.2, 0.3125],
    [0.3125, 0.3125],
    [0.4, 0.4],
    [0.5, 0.5],
    [0.6, 0.5],
    [0, 0.3125],
    [1, 0.5],
  ])('leave one asset alone within its no-trade region: from %d to %d', (held, weight) => {
    const trading = { current: { EQUITY: held }, buyCost: 0.01, sellCost: 0.02 };
    const result = optimal(allocate({ ...ONE, trading }));
    expectNear([result.weights.EQUITY as number], [weight], 1e-15);
    const cost = weight > held ? 0.01 * (weight - held) : 0.02 * (held - weight);
    expectNear([result.expectedReturn], [0.06 * weight - cost], 1e-15);
    expectNear([result.objectiveValue], [0.06 * weight - cost - 0.08 * weight ** 2], 1e-15);
    expectNear([result.trading?.cost as number], [cost], 1e-15);
    expectNear([result.trading?.turnover as number], [Math.abs(weight - held) / 2], 1e-15);
  });

  it.each([
    // A switch costs 0.008: it pays while |U'| > 0.008, so from below 0.2 and from above 0.3.
    [0.1, 0.2],
    [0.25, 0.25],
    [0.5, 0.3],
  ])('leave two assets alone where a switch does not pay: from %d to %d', (held, weight) => {
    for (const costs of [
      { buyCost: 0.004, sellCost: 0.004 },
      { buyCost: 0.008 },
      { buyCost: { BOND: 0.003, EQUITY: 0.005 }, sellCost: { BOND: 0.003, EQUITY: 0.005 } },
    ]) {
      const result = optimal(allocate({ ...TWO, trading: { current: holding(held), ...costs } }));
      expectNear([result.weights.EQUITY as number], [weight], 1e-15);
      if (held === weight) expect(result.trading).toEqual({ turnover: 0, cost: 0 });
    }
  });

  it('say exactly what is held where nothing is traded', () => {
    const trading = { current: holding(0.251), buyCost: 0.01 };
    expect(optimal(allocate({ ...TWO, trading })).weights).toEqual(trading.current);
  });

  it('lower what an asset at 0 would gain by a short position, which has to be sold', () => {
    // Nothing is held of EQUITY, and U'(0) = −0.03: shorts would gain 0.03 less the cost of selling.
    const priced = (sellCost: number) => {
      const trading = {
        current: { BOND: 1 },
        buyCost: { BOND: 0, EQUITY: 0.05 },
        sellCost: { BOND: 0, EQUITY: sellCost },
      };
      const bad = { ...TWO, expectedReturn: [0.02, -0.01], bounds: { BOND: { max: 2 } }, trading };
      return ruleOf(optimal(allocate(bad)), 'min:EQUITY');
    };
    expectNear([priced(0.01).shadowPrice], [0.02], 1e-15);
    expect(priced(0.01).unique).toBe(false);
    expect(priced(0.04).shadowPrice).toBe(0);
  });

  it('count towards a target return', () => {
    // All is in bonds; w − ½·switches: 0.02 + 0.04w − 0.008w = 0.036 at w = 0.5. dV/dt = 0.08w/0.032 = 1.25.
    const trading = { current: holding(0), buyCost: 0.004, sellCost: 0.004 };
    const objective = { kind: 'target-return', expectedReturn: 0.036 } as const;
    const result = optimal(allocate({ ...TWO, objective, trading }));
    expectNear([result.weights.EQUITY as number, result.expectedReturn], [0.5, 0.036], 1e-14);
    expectNear([ruleOf(result, 'target-return').shadowPrice], [1.25], 1e-13);
  });

  it('count towards the return that a target volatility buys', () => {
    // 0.2w = 0.08: w = 0.4 at a net return of 0.02 + (0.04 − 0.008)·0.4.
    const trading = { current: holding(0), buyCost: 0.008 };
    const objective = { kind: 'target-volatility', volatility: 0.08 } as const;
    const result = optimal(allocate({ ...TWO, objective, trading }));
    expectNear([result.weights.EQUITY as number, result.objectiveValue], [0.4, 0.0328], 1e-15);
    expectNear([ruleOf(result, 'target-volatility').shadowPrice], [0.032 / 0.2], 1e-14);
  });
});

describe('a limit on turnover', () => {
  it('counts half of all purchases and sales', () => {
    // From 0.1 by 0.05 to 0.15: U'(0.15) = 0.016.
    const trading = { current: holding(0.1), maxTurnover: 0.05 };
    const result = optimal(allocate({ ...TWO, trading }));
    expectNear([result.weights.EQUITY as number], [0.15], 1e-15);
    expectNear([ruleOf(result, 'turnover').shadowPrice], [0.016], 1e-14);
    expectNear([result.trading?.turnover as number], [0.05], 1e-15);
  });

  it('of 0 leaves everything as it is', () => {
    const trading = { current: holding(0.1), maxTurnover: 0 };
    expect(optimal(allocate({ ...TWO, trading })).weights).toEqual(trading.current);
  });

  it('too low for what bounds call for is a contradiction', () => {
    const trading = { current: holding(0.5), maxTurnover: 0.1 };
    const result = allocate({ ...TWO, trading, bounds: { EQUITY: { max: 0.3 } } });
    expect(result).toMatchObject({ status: 'infeasible' });
    expect((result as { conflicting: unknown }).conflicting).toContain('turnover');
  });
});

describe('what is frozen', () => {
  it('stays, at the price of what a change would gain', () => {
    // U'(0.4) = −0.024: to sell would gain 0.024.
    const trading = { current: holding(0.4), frozen: ['EQUITY'] };
    const result = optimal(allocate({ ...TWO, trading }));
    expect(result.weights).toEqual({ BOND: 0.6, EQUITY: 0.4 });
    expect(ruleOf(result, 'frozen:EQUITY').bound).toBe(0.4);
    expectNear([ruleOf(result, 'frozen:EQUITY').shadowPrice], [0.024], 1e-15);
  });

  it.each([
    // The switch costs 0.008.
    [0.004, 0.016],
    [0.02, 0],
  ])('is worth less to change where trading costs %d', (cost, price) => {
    const trading = {
      current: holding(0.4),
      buyCost: cost,
      sellCost: cost,
      frozen: ['EQUITY'],
    };
    const result = optimal(allocate({ ...TWO, trading }));
    expectNear([ruleOf(result, 'frozen:EQUITY').shadowPrice], [price], 1e-15);
  });
});

describe('trades that bounds force', () => {
  const costs = { buyCost: 0.004, sellCost: 0.004 };
  it.each([
    // A switch back from 0.3 would gain U'(0.3) = −0.008 and save 0.008.
    [0.3, 0],
    // U'(0.25) = 0, so that a looser cap saves the cost alone.
    [0.25, 0.008],
    // U'(0.2) = 0.008.
    [0.2, 0.016],
  ])('go to the bound at %d and no further', (max, price) => {
    const trading = { current: holding(0.5), ...costs };
    const result = optimal(allocate({ ...TWO, trading, bounds: { EQUITY: { max } } }));
    expect(result.weights.EQUITY).toBe(max);
    expectNear([result.trading?.turnover as number], [0.5 - max], 1e-15);
    expectNear([ruleOf(result, 'max:EQUITY').shadowPrice], [price], 1e-15);
  });

  it('are the same where the bounds leave one weight only', () => {
    const trading = { current: holding(0.5), ...costs };
    const result = optimal(
      allocate({ ...TWO, trading, bounds: { EQUITY: { min: 0.2, max: 0.2 } } }),
    );
    expect(result.weights.EQUITY).toBe(0.2);
    expectNear([ruleOf(result, 'max:EQUITY').shadowPrice], [0.016], 1e-15);
    expect(ruleOf(result, 'min:EQUITY').shadowPrice).toBe(0);
  });
});

describe('a holding that may be sold beyond 0', () => {
  // Cash at 0, a loser at −2 % with variance 0.04, λ = 4: selling pays while 0.02 + 0.16w is more than it costs.
  const loser = {
    assets: ['CASH', 'LOSER'],
    expectedReturn: [0, -0.02],
    covariance: [
      [0, 0],
      [0, 0.04],
    ],
    objective: { kind: 'utility', riskAversion: 4 },
    bounds: { CASH: { max: 2 }, LOSER: { min: -1 } },
    trading: { current: { CASH: 0.9, LOSER: 0.1 }, sellCost: { CASH: 0, LOSER: 0.01 } },
  } as const satisfies AllocationProblem;

  it('is sold and sold short until that no longer pays the cost', () => {
    // 0.02 + 0.16w = 0.01.
    const result = optimal(allocate({ ...loser, maxLeverage: 3 }));
    expectNear([result.weights.LOSER as number], [-0.0625], 1e-15);
    expectNear([result.trading?.cost as number], [0.01 * 0.1625], 1e-15);
  });

  it('is sold short up to a limit on sizes', () => {
    // (1 − w) − w = 1.1 at −0.05, where 0.02 − 0.008 − 0.01 = 0.002 is gained per unit; sizes grow by two.
    const result = optimal(allocate({ ...loser, maxLeverage: 1.1 }));
    expectNear([result.weights.LOSER as number], [-0.05], 1e-15);
    expectNear([ruleOf(result, 'leverage').shadowPrice], [0.001], 1e-15);
  });

  it('ends at exactly 0 where no shorts are left', () => {
    const result = optimal(allocate({ ...loser, maxShort: 0 }));
    expect(result.weights).toEqual({ CASH: 1, LOSER: 0 });
    expectNear([ruleOf(result, 'short').shadowPrice], [0.01], 1e-15);
  });
});
