import { describe, expect, it } from 'vitest';
import {
  allocationMessages,
  minimiseExpectedShortfall,
  type ShortfallProblem,
} from '../../../src/allocation/index.js';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { expectRefusal } from '../../refusal.js';
import { expectNear, isDeeplyFrozen, wrong } from '../support.js';
import { optimal, solved } from './cases.js';

const FOUR: ShortfallProblem = {
  assets: ['BOND', 'EQUITY'],
  scenarios: [
    [0.02, -0.1],
    [-0.02, 0.06],
    [0.01, 0.08],
    [0.01, 0.04],
  ],
};

describe('minimiseExpectedShortfall, by hand', () => {
  it('makes the two worst of four scenarios equal', () => {
    // With b in bonds the losses are 0.1 − 0.12b, −0.06 + 0.08b and below 0 for the others: equal at b = 0.8, at 0.004.
    const result = solved(FOUR, { confidence: 0.75 });
    expectNear([result.weights.BOND as number, result.weights.EQUITY as number], [0.8, 0.2], 1e-15);
    expectNear([result.expectedShortfall, result.valueAtRisk], [0.004, 0.004], 1e-16);
    // 0.8·0.0025·… : the mean returns are 0.005 and 0.02.
    expectNear([result.expectedReturn], [0.008], 1e-16);
    // Parts s and 1 − s at which more bonds gain as much as they lose: 0.12s = 0.08(1 − s).
    expect(result.tail.map(({ scenario }) => scenario)).toEqual([0, 1]);
    expectNear(
      result.tail.map(({ share }) => share),
      [0.4, 0.6],
      1e-15,
    );
    expect(result.binding).toEqual([]);
  });

  it('counts only a part of the scenario in which the tail ends', () => {
    // One asset. The worst 30% of four scenarios: all of the worst, 0.25, and 0.05 of the next.
    const one = { assets: ['A'], scenarios: [[-0.1], [-0.04], [0.02], [0.06]] };
    const result = solved(one, { confidence: 0.7 });
    expectNear([result.expectedShortfall], [(0.25 * 0.1 + 0.05 * 0.04) / 0.3], 1e-16);
    expectNear(
      result.tail.map(({ share }) => share),
      [0.25 / 0.3, 0.05 / 0.3],
      1e-15,
    );
    // P(loss > 0.04) = 0.25 is at most 0.3, P(loss > −0.02) = 0.5 is not.
    expect(result.valueAtRisk).toBe(0.04);
  });

  it('takes the lower end where the value at risk could lie anywhere between two scenarios', () => {
    // P(loss <= 0.04) = 0.75: every number from 0.04 to 0.1 attains the minimum.
    const one = { assets: ['A'], scenarios: [[-0.1], [-0.04], [0.02], [0.06]] };
    const result = solved(one, { confidence: 0.75 });
    expect(result.valueAtRisk).toBe(0.04);
    expect(result.expectedShortfall).toBe(0.1);
    expect(result.tail).toEqual([{ scenario: 0, loss: 0.1, share: 1 }]);
  });

  it('is the greatest loss where the tail is less than one scenario', () => {
    // max(0.1 − 0.12b, −0.06 + 0.08b) again.
    const result = solved(FOUR, { confidence: 0.99 });
    expectNear([result.expectedShortfall, result.weights.BOND as number], [0.004, 0.8], 1e-15);
  });

  it('weighs scenarios by their probabilities', () => {
    // P = 0.1, 0.2, 0.3, 0.4; the worst 20% are 0.1 of the first loss and 0.1 of the second.
    const one = { assets: ['A'], scenarios: [[-0.1], [-0.04], [0.02], [0.06]] };
    const result = solved({ ...one, probabilities: [0.1, 0.2, 0.3, 0.4] }, { confidence: 0.8 });
    expectNear([result.expectedShortfall, result.valueAtRisk], [0.07, 0.04], 1e-16);
    // −0.01 − 0.008 + 0.006 + 0.024.
    expectNear([result.expectedReturn], [0.012], 1e-16);
  });

  it('prices a least return, which keeps the shortfall up', () => {
    // 0.005b + 0.02(1 − b) >= 0.011 leaves b <= 0.6: a loss of 0.1 − 0.12·0.6. It rises by 0.12 per unit of b, b by 1/0.015.
    const result = solved({ ...FOUR, minExpectedReturn: 0.011 }, { confidence: 0.75 });
    expectNear([result.expectedShortfall], [0.028], 1e-15);
    const [target] = result.binding;
    expect(result.binding.map(({ rule }) => rule)).toEqual(['target-return']);
    expectNear([target?.shadowPrice as number], [8], 1e-12);
    expect(target?.unique).toBe(true);
    expect(target?.bound).toBe(0.011);
  });

  it('prices a bound, and tells where loosening and tightening differ', () => {
    const capped = solved({ ...FOUR, bounds: { BOND: { max: 0.5 } } }, { confidence: 0.75 });
    // 0.1 − 0.12·0.5.
    expectNear([capped.expectedShortfall], [0.04], 1e-16);
    const { shadowPrice, unique } =
      capped.binding.find(({ rule }) => rule === 'max:BOND') ?? wrong(0);
    expectNear([shadowPrice], [0.12], 1e-14);
    expect(unique).toBe(true);
    // At 0.8 the cap is met but costs nothing; a lower one would cost 0.12.
    const free = solved({ ...FOUR, bounds: { BOND: { max: 0.8 } } }, { confidence: 0.75 });
    const idle = free.binding.find(({ rule }) => rule === 'max:BOND');
    expect(idle).toMatchObject({ shadowPrice: 0, unique: false });
  });

  it('has a bound exactly where a weight stands on it', () => {
    const result = solved({ ...FOUR, bounds: { EQUITY: { min: 0.3 } } }, { confidence: 0.75 });
    expect(result.weights.EQUITY).toBe(0.3);
  });

  it('leaves money in cash outside where the budget is a range', () => {
    // Every unit held loses: nothing is held.
    const falling = {
      assets: ['A', 'B'],
      scenarios: [
        [-0.1, -0.2],
        [0.1, 0.3],
      ],
    };
    const result = solved({ ...falling, budget: { min: 0.25, max: 1 } }, { confidence: 0.5 });
    expect(result.weights).toEqual({ A: 0.25, B: 0 });
    expect(result.binding.find(({ rule }) => rule === 'budget-min')?.shadowPrice).toBeCloseTo(
      0.1,
      14,
    );
  });

  it('counts the cost of trading as a loss in every scenario', () => {
    const trading = { current: { BOND: 0.3, EQUITY: 0.7 }, buyCost: 0.01, sellCost: 0.02 };
    const result = solved({ ...FOUR, trading }, { confidence: 0.75 });
    // Loss 0.1 − 0.12b + 0.03(b − 0.3) from b = 0.3 on; −0.06 + 0.08b + 0.03(b − 0.3): still equal at 0.8, plus 0.015.
    expectNear([result.expectedShortfall, result.weights.BOND as number], [0.019, 0.8], 1e-15);
    expectNear([result.expectedReturn], [0.008 - 0.015], 1e-15);
  });

  it('sells short within limits', () => {
    // A − B is worth 0.05 always: 1.25 − 0.25.
    const pair = {
      assets: ['A', 'B'],
      scenarios: [
        [-0.1, -0.15],
        [0.1, 0.05],
      ],
    };
    const bounds = { A: { min: -1, max: 2 }, B: { min: -1, max: 2 } };
    const result = solved({ ...pair, bounds, maxShort: 0.25 }, { confidence: 0.5 });
    expect(result.weights).toEqual({ A: 1.25, B: -0.25 });
    expectNear([result.expectedShortfall], [0.125 - 0.0375], 1e-16);
    const short = result.binding.find(({ rule }) => rule === 'short');
    expectNear([short?.shadowPrice as number], [0.05], 1e-14);
  });

  it('is below 0 where even the worst scenarios gain, and says so', () => {
    const safe = {
      assets: ['A', 'B'],
      scenarios: [
        [0.01, -0.02],
        [0.01, 0.05],
      ],
    };
    const result = solved(safe);
    expect(result.weights).toEqual({ A: 1, B: 0 });
    expect(result.expectedShortfall).toBe(-0.01);
    expect(result.valueAtRisk).toBe(-0.01);
    expect(result.reasons[0]?.code).toBe('allocation.shortfall-gain');
  });

  it('is never below the value at risk, not even by rounding', () => {
    const { expectedShortfall, valueAtRisk } = solved({
      assets: ['A', 'B'],
      scenarios: [[0.1, 0.2]],
    });
    expect([expectedShortfall, valueAtRisk]).toEqual([-0.2, -0.2]);
  });

  it.each([0, 0.00004, -0.00004])('of %d is called neither gain nor loss', (own) => {
    const { reasons } = solved({ assets: ['A'], scenarios: [[own], [own]] });
    expect(reasons[0]?.code).toBe('allocation.shortfall-even');
  });

  it('has no loss at all in cash', () => {
    const result = solved({
      assets: ['CASH', 'A'],
      scenarios: [
        [0, -0.1],
        [0, 0.2],
      ],
    });
    expect(result.weights).toEqual({ CASH: 1, A: 0 });
    expect(result.expectedShortfall).toBe(0);
    expect(result.certificate.gap).toBe(0);
  });
});

describe('minimiseExpectedShortfall, infeasible', () => {
  it('names the rules that contradict each other', () => {
    const result = minimiseExpectedShortfall({
      ...FOUR,
      bounds: { BOND: { min: 0.6 } },
      minExpectedReturn: 0.015,
    });
    expect(result.status).toBe('infeasible');
    // With 0.6 in bonds no more than 0.011 can be expected.
    expect(result).toMatchObject({ conflicting: ['min:BOND', 'target-return', 'budget'] });
    expect(result.reasons.map(({ code }) => code)).toEqual(['allocation.rules-conflict']);
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('names group floors above the budget', () => {
    const groups = [
      { id: 'x', members: ['BOND'], min: 0.7 },
      { id: 'y', members: ['EQUITY'], min: 0.7 },
    ];
    const result = minimiseExpectedShortfall({ ...FOUR, groups });
    expect(result).toMatchObject({ conflicting: ['group-min:x', 'group-min:y', 'budget'] });
  });

  it('does not mind a target of exactly the highest return', () => {
    const result = solved({ ...FOUR, minExpectedReturn: 0.02 });
    expect(result.weights).toEqual({ BOND: 0, EQUITY: 1 });
  });
});

describe('reasons', () => {
  it('can be told in every language', () => {
    const bounds = { BOND: { max: 0.5 } };
    const result = solved({ ...FOUR, bounds, minExpectedReturn: 0.0125 }, { confidence: 0.75 });
    const gain = solved({ assets: ['A'], scenarios: [[0.01]] });
    const reasons = [...result.reasons, ...gain.reasons];
    expect(new Set(reasons.map(({ code }) => code)).size).toBeGreaterThan(1);
    for (const locale of LOCALES) {
      for (const reason of reasons) {
        expect(formatReason(allocationMessages, reason, locale)).not.toMatch(/[{}]|allocation\./);
      }
    }
  });

  it('names the rules that keep the shortfall up', () => {
    const result = solved({ ...FOUR, bounds: { BOND: { max: 0.5 } } }, { confidence: 0.75 });
    expect(
      result.reasons.map(({ code, parameters }) => [code, parameters.rule ?? parameters.tail]),
    ).toEqual([
      ['allocation.shortfall-loss', 0.25],
      ['allocation.shortfall-rule-binding', 'max:BOND'],
    ]);
  });
});

describe('minimiseExpectedShortfall refuses', () => {
  const { assets, scenarios } = FOUR;
  it.each<[string, unknown, unknown, Parameters<typeof expectRefusal>[1], string]>([
    ['no problem', undefined, undefined, 'missing-value', 'problem'],
    ['no assets', { scenarios }, undefined, 'missing-value', 'problem.assets'],
    ['an empty list of assets', { assets: [], scenarios }, undefined, 'empty', 'problem.assets'],
    [
      'an asset named twice',
      { assets: ['A', 'A'], scenarios },
      undefined,
      'duplicate-id',
      'problem.assets[1]',
    ],
    ['no scenarios', { assets }, undefined, 'missing-value', 'problem.scenarios'],
    [
      'an empty list of scenarios',
      { assets, scenarios: [] },
      undefined,
      'empty',
      'problem.scenarios',
    ],
    [
      'an empty vector of scenarios',
      { assets, scenarios: new Float64Array(0) },
      undefined,
      'empty',
      'problem.scenarios',
    ],
    [
      'scenarios as a text',
      { assets, scenarios: '0.1' },
      undefined,
      'invalid-type',
      'problem.scenarios',
    ],
    [
      'a row that is too short',
      { assets, scenarios: [[0, 0], [0]] },
      undefined,
      'length-mismatch',
      'problem.scenarios[1]',
    ],
    [
      'a vector of another length',
      { assets, scenarios: new Float64Array(3) },
      undefined,
      'length-mismatch',
      'problem.scenarios',
    ],
    [
      'NaN',
      {
        assets,
        scenarios: [
          [0, 0],
          [0, Number.NaN],
        ],
      },
      undefined,
      'not-finite',
      'problem.scenarios[1][1]',
    ],
    [
      'NaN in a vector',
      { assets, scenarios: Float64Array.of(0, 0, 0, Number.NaN) },
      undefined,
      'not-finite',
      'problem.scenarios[1][1]',
    ],
    [
      'infinity',
      { assets, scenarios: [[Number.POSITIVE_INFINITY, 0]] },
      undefined,
      'not-finite',
      'problem.scenarios[0][0]',
    ],
    [
      'null as a return',
      { assets, scenarios: [[0, null]] },
      undefined,
      'missing-value',
      'problem.scenarios[0][1]',
    ],
    [
      'a row that is null',
      { assets, scenarios: [null] },
      undefined,
      'missing-value',
      'problem.scenarios[0]',
    ],
    [
      'probabilities that do not sum to 1',
      { assets, scenarios, probabilities: [0.5, 0.5, 0.5, 0] },
      undefined,
      'inconsistent',
      'problem.probabilities',
    ],
    [
      'a negative probability',
      { assets, scenarios, probabilities: [1.5, -0.5, 0, 0] },
      undefined,
      'out-of-range',
      'problem.probabilities[1]',
    ],
    [
      'too few probabilities',
      { assets, scenarios, probabilities: [1] },
      undefined,
      'length-mismatch',
      'problem.probabilities',
    ],
    [
      'expected returns of another length',
      { assets, scenarios, expectedReturn: [0] },
      undefined,
      'length-mismatch',
      'problem.expectedReturn',
    ],
    [
      'a least return that is no number',
      { assets, scenarios, minExpectedReturn: '5%' },
      undefined,
      'invalid-type',
      'problem.minExpectedReturn',
    ],
    [
      'a bound on an unknown asset',
      { assets, scenarios, bounds: { GOLD: { max: 1 } } },
      undefined,
      'unknown-id',
      'problem.bounds.GOLD',
    ],
    [
      'crossed bounds',
      { assets, scenarios, bounds: { BOND: { min: 0.5, max: 0.4 } } },
      undefined,
      'inconsistent',
      'problem.bounds.BOND',
    ],
    ['a confidence of 1', FOUR, { confidence: 1 }, 'out-of-range', 'options.confidence'],
    ['a confidence of 0', FOUR, { confidence: 0 }, 'out-of-range', 'options.confidence'],
    [
      'a confidence that is NaN',
      FOUR,
      { confidence: Number.NaN },
      'not-finite',
      'options.confidence',
    ],
    ['options that are null', FOUR, null, 'missing-value', 'options'],
  ])('%s', (_, problem, options, code, path) => {
    expectRefusal(() => minimiseExpectedShortfall(wrong(problem), wrong(options)), code, path);
  });

  it('nothing that only looks odd: a zero below 0, one scenario, a confidence near 1', () => {
    const result = optimal(
      minimiseExpectedShortfall(
        { assets: ['A', 'B'], scenarios: [[-0, 0]] },
        { confidence: 1 - 1e-12 },
      ),
    );
    expect(result.expectedShortfall).toBe(0);
    expect(JSON.stringify(result)).not.toContain('-0,');
  });
});
