import { describe, expect, it } from 'vitest';
import {
  type BlackLittermanProblem,
  blackLitterman,
  blackLittermanPosterior,
  covarianceFromCorrelation,
  impliedWeights,
  type View,
} from '../../src/market/index.js';
import paper from '../fixtures/market/he-litterman-1999.json' with { type: 'json' };
import views from '../fixtures/market/views.json' with { type: 'json' };
import {
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

/** Each number within `distance`. */
function expectNear(found: readonly number[], wanted: readonly number[], distance: number): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expect(Math.abs(found[i]! - value), `place ${i}`).toBeLessThanOrEqual(distance);
  });
}

describe('the model of He and Litterman (1999)', () => {
  const { assets, tau, riskAversion, marketWeights, printed } = paper;
  const covariance = covarianceFromCorrelation(paper.volatility, paper.correlation);
  const germany: View = {
    id: 'Germany over the rest of Europe',
    pick: { Germany: 1, France: -0.295, UK: -0.705 },
    expected: 0.05,
    variance: 'proportional',
  };
  const canada: View = {
    id: 'Canada over the USA',
    pick: { Canada: 1, USA: -1 },
    expected: 0.03,
    variance: 'proportional',
  };
  // Inputs and results are printed to 0.1 %.
  const DIGIT = 6e-4;

  it.each([
    ['table 4', [germany], printed.table4],
    ['table 5', [germany, canada], printed.table5],
  ] as const)('meets their %s', (_, stated, table) => {
    const problem = { assets, marketWeights, riskAversion, covariance, tau, views: stated };
    const result = blackLitterman(problem);
    expectNear(result.expectedReturn, table.mu, DIGIT);
    const weights = impliedWeights(result.expectedReturn, result.covariance, riskAversion);
    expectNear(weights, table.w, DIGIT);
    const deviation = weights.map((weight, i) => weight - marketWeights[i]! / (1 + tau));
    expectNear(deviation, table.dev, DIGIT);
    // Germany and Canada stand in one view each, so their deviation is that view's weight: λ = (1 + τ) · dev.
    const lambda = [deviation[3]!, deviation[1]!].slice(0, stated.length);
    expectNear(
      lambda.map((value) => value * (1 + tau)),
      table.lam,
      DIGIT,
    );
    expectNear(
      result.views.map(({ variance }) => variance! / tau),
      table.omega_over_tau,
      DIGIT,
    );
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('takes views as rows of weights too', () => {
    const problem = { marketWeights, riskAversion, covariance, tau };
    const asRows = paper.picks.map((pick, i) => ({
      pick,
      expected: paper.expected[i]!,
      variance: 'proportional' as const,
    }));
    const named = blackLitterman({ ...problem, assets, views: [germany, canada] });
    const rows = blackLitterman({ ...problem, views: asRows });
    expect(rows.expectedReturn).toEqual(named.expectedReturn);
    expect(rows.covariance).toEqual(named.covariance);
    const matrices = blackLittermanPosterior({
      equilibrium: named.equilibrium,
      covariance,
      tau,
      picks: paper.picks,
      expected: paper.expected,
      omega: [
        [named.views[0]!.variance!, 0],
        [0, named.views[1]!.variance!],
      ],
    });
    expect(matrices.expectedReturn).toEqual(named.expectedReturn);
    expect(matrices.meanCovariance).toEqual(named.meanCovariance);
  });
});

describe('blackLittermanPosterior', () => {
  const { covariance, equilibrium, picks, expected, omega, tau } = views.posterior;
  const problem = { covariance, equilibrium, picks, expected, omega, tau };

  it('agrees with the formula of inverses in 60 digits, errors of views going together', () => {
    const result = blackLittermanPosterior(problem);
    expectAllClose(result.expectedReturn, views.posterior.expectedReturn, 1e-13);
    expectAllClose(result.meanCovariance, views.posterior.meanCovariance, 1e-13);
    expectAllClose(result.covariance, views.posterior.posteriorCovariance, 1e-13);
  });

  it('lets certain views hold exactly, the rest following by least squares', () => {
    const result = blackLittermanPosterior({
      ...problem,
      omega: [
        [0, 0],
        [0, 0],
      ],
    });
    expectAllClose(result.expectedReturn, views.certain, 1e-13);
    const [a, b, c, d] = result.expectedReturn;
    expectAllClose([a! - b!, c! - d! / 2], expected, 1e-13);
  });

  it('takes a covariance that is singular, such as one with riskless cash', () => {
    const result = blackLittermanPosterior({
      equilibrium: [0, 0.05],
      covariance: [
        [0, 0],
        [0, 0.04],
      ],
      tau: 0.05,
      picks: [[-1, 1]],
      expected: [0.07],
      omega: [[0.002]],
    });
    // As without cash: 0.05 + 0.002 / (0.002 + 0.002) · 0.02.
    expectAllClose(result.expectedReturn, [0, 0.06]);
    expect(result.meanCovariance[0]).toEqual([0, 0]);
  });

  it('names the fault', () => {
    const act = (fault: object) => () => blackLittermanPosterior(wrong({ ...problem, ...fault }));
    expectRefusal(act({ picks: null }), 'missing-value', 'problem.picks');
    expectRefusal(act({ picks: [[1], [1]] }), 'length-mismatch', 'problem.picks[0]');
    expectRefusal(act({ expected: [0.1] }), 'length-mismatch', 'problem.expected');
    expectRefusal(act({ expected: [0.1, Number.NaN] }), 'not-finite', 'problem.expected[1]');
    expectRefusal(act({ omega: [[1]] }), 'length-mismatch', 'problem.omega');
    expectRefusal(
      act({
        omega: [
          [1, 0],
          [1, 1],
        ],
      }),
      'not-symmetric',
      'problem.omega[1][0]',
    );
    expectRefusal(act({ tau: 0 }), 'out-of-range', 'problem.tau');
    expectRefusal(act({ equilibrium: [] }), 'empty', 'problem.equilibrium');
    const again = {
      picks: [picks[0], picks[0]],
      omega: [
        [0, 0],
        [0, 0],
      ],
    };
    expectRefusal(act(again), 'not-positive-definite', 'problem.picks[1]');
    expectRefusal(() => blackLittermanPosterior(wrong(null)), 'missing-value', 'problem');
  });
});

describe('the confidences of Idzorek (2005)', () => {
  const { assets, marketWeights, riskAversion, covariance, tau, printed, ...rest } = views.idzorek;
  const problem = { assets, marketWeights, riskAversion, covariance, tau };
  const solve = (certainty: (i: number) => View['confidence'] | 'proportional') => {
    const stated = rest.picks.map((pick, i): View => {
      const certain = certainty(i);
      const about = { pick, expected: rest.expected[i]! };
      return certain === 'proportional'
        ? { ...about, variance: certain }
        : { ...about, confidence: certain as number };
    });
    const result = blackLitterman({ ...problem, views: stated });
    return { result, weights: impliedWeights(result.expectedReturn, covariance, riskAversion) };
  };
  // The paper's covariances are printed to six decimals, its results come from more: 0.1 % of weight apart.
  const PRINTED = 1e-3;

  it('start from the equilibrium that he prints', () => {
    // His risk aversion is printed as 3.07: half a digit of it is 0.16 % of a return of 7 %, and half a digit of the result comes on top.
    expectNear(solve(() => 0).result.equilibrium, printed.equilibrium, 2e-4);
  });

  it('meet his weights, those of certain views and the confidences that follow', () => {
    const proportional = solve(() => 'proportional').weights;
    const certain = solve(() => 1).weights;
    expectNear(proportional, printed.weights, PRINTED);
    expectNear(certain, printed.certainWeights, PRINTED);
    const share = (i: number) =>
      (proportional[i]! - marketWeights[i]!) / (certain[i]! - marketWeights[i]!);
    // View 1 is about asset 6, view 2 about 0 and 1, view 3 about 2 to 5.
    expectNear([share(6), share(0), share(2)], printed.impliedConfidence, 5e-3);
  });

  it('give the variance that his own search gives', () => {
    const { result } = solve((i) => rest.confidences[i]!);
    const variances = result.views.map(({ variance }) => variance!);
    // By scipy's minimiser, which finds a least square no better than to the root of a double's precision.
    expectAllClose(variances, views.idzorekByDefinition, 1e-6);
    // (1 − 0.25)/0.25 · 0.025 · 0.028355 by hand.
    expectAllClose(variances[0], 0.002126625, 1e-14);
    expect(result.views.map(({ confidence }) => confidence)).toEqual(rest.confidences);
  });

  it.each([0, 1, 2])('tilt by exactly the share that view %i alone is confident of', (i) => {
    const alone = (confidence: number) => {
      const view: View = { pick: rest.picks[i]!, expected: rest.expected[i]!, confidence };
      const { expectedReturn } = blackLitterman({ ...problem, views: [view] });
      return impliedWeights(expectedReturn, covariance, riskAversion);
    };
    const certain = alone(1);
    for (const confidence of [0, 0.1, 0.25, 0.5, 0.65, 0.99, 1]) {
      const aim = marketWeights.map((weight, j) => weight + confidence * (certain[j]! - weight));
      expectNear(alone(confidence), aim, 1e-12);
    }
  });
});

describe('blackLitterman', () => {
  const base: BlackLittermanProblem = {
    assets: ['BOND', 'EQUITY'],
    equilibrium: [0.0125, 0.05],
    covariance: [
      [0.01, 0],
      [0, 0.04],
    ],
    tau: 0.05,
    views: [],
  };
  const withViews = (...stated: readonly unknown[]) => ({ ...base, views: stated });

  it('stays at the equilibrium without views or with views of no confidence', () => {
    const none = blackLitterman(base);
    expect(none.expectedReturn).toEqual([0.0125, 0.05]);
    expectAllClose(none.meanCovariance, [0.0005, 0, 0, 0.002]);
    const unsure = blackLitterman(
      wrong(withViews({ id: 'guess', pick: { EQUITY: 1 }, expected: 0.5, confidence: 0 })),
    );
    expect(unsure.expectedReturn).toEqual(none.expectedReturn);
    expect(unsure.meanCovariance).toEqual(none.meanCovariance);
    expect(unsure.views).toEqual([
      {
        id: 'guess',
        pick: [0, 1],
        equilibrium: 0.05,
        expected: 0.5,
        posterior: 0.05,
        variance: null,
        confidence: 0,
      },
    ]);
  });

  it('leaves no doubt where a view is certain, and makes no negative zero of it', () => {
    const result = blackLitterman(
      wrong(withViews({ pick: { EQUITY: -1 }, expected: -0, confidence: 1 })),
    );
    expect(result.expectedReturn).toEqual([0.0125, 0]);
    expectAllClose(result.meanCovariance, [0.0005, 0, 0, 0]);
    expect(hasNegativeZero(result)).toBe(false);
  });

  it('states for each view what was expected before and after', () => {
    const { views: effects } = blackLitterman(
      wrong(withViews({ pick: { EQUITY: 1, BOND: -1 }, expected: 0.0875, variance: 0.0025 })),
    );
    // Before 0.0375, prior variance 0.05 · 0.05 = 0.0025: half the way to 0.0875.
    const [effect] = effects;
    expectAllClose(
      [effect!.equilibrium, effect!.posterior, effect!.confidence],
      [0.0375, 0.0625, 0.5],
    );
  });

  it('gives the same whatever the order of views', () => {
    const one: View = { pick: { EQUITY: 1 }, expected: 0.08, confidence: 0.3 };
    const two: View = { pick: { EQUITY: 1, BOND: -1 }, expected: 0.02, variance: 0.001 };
    const first = blackLitterman({ ...base, views: [one, two] });
    const second = blackLitterman({ ...base, views: [two, one] });
    expectAllClose(second.expectedReturn, first.expectedReturn);
    expectAllClose(second.covariance, first.covariance);
  });

  it('comes through JSON and leaves the problem alone', () => {
    const view: View = { pick: { EQUITY: 1 }, expected: 0.08, confidence: 0.3 };
    const problem = { ...base, views: [view] };
    const before = structuredClone(problem);
    const result = blackLitterman(problem);
    expect(problem).toEqual(before);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(blackLitterman(JSON.parse(JSON.stringify(problem)))).toEqual(result);
  });

  it('names the fault in a view', () => {
    const view = { pick: { EQUITY: 1 }, expected: 0.08, confidence: 0.3 };
    const act = (fault: object) => () => blackLitterman(wrong(withViews({ ...view, ...fault })));
    const path = 'problem.views[0]';
    expectRefusal(act({ confidence: undefined }), 'missing-value', `${path}.confidence`);
    expectRefusal(act({ confidence: 25 }), 'out-of-range', `${path}.confidence`);
    for (const confidence of [5e-324, 1e-310, 9e-13]) {
      expectRefusal(act({ confidence }), 'out-of-range', `${path}.confidence`);
    }
    expect(act({ confidence: 1e-12 })().views[0]?.confidence).toBe(1e-12);
    expectRefusal(act({ confidence: Number.NaN }), 'not-finite', `${path}.confidence`);
    expectRefusal(act({ variance: 0.1 }), 'inconsistent', `${path}.variance`);
    expectRefusal(act({ confidence: undefined, variance: -1 }), 'out-of-range', `${path}.variance`);
    expectRefusal(act({ expected: undefined }), 'missing-value', `${path}.expected`);
    expectRefusal(act({ expected: '8%' }), 'invalid-type', `${path}.expected`);
    expectRefusal(act({ pick: { GOLD: 1 } }), 'unknown-id', `${path}.pick.GOLD`);
    expectRefusal(act({ pick: {} }), 'out-of-range', `${path}.pick`);
    expectRefusal(act({ pick: { EQUITY: null } }), 'missing-value', `${path}.pick.EQUITY`);
    expectRefusal(act({ pick: [1] }), 'length-mismatch', `${path}.pick`);
    expectRefusal(act({ pick: undefined }), 'missing-value', `${path}.pick`);
    expectRefusal(act({ id: '' }), 'empty', `${path}.id`);
    expectRefusal(() => blackLitterman(wrong(withViews(null))), 'missing-value', path);
  });

  it('names the fault in the problem', () => {
    const act = (fault: object) => () => blackLitterman(wrong({ ...base, ...fault }));
    expectRefusal(act({ tau: undefined }), 'missing-value', 'problem.tau');
    expectRefusal(act({ tau: -1 }), 'out-of-range', 'problem.tau');
    expectRefusal(act({ views: undefined }), 'missing-value', 'problem.views');
    expectRefusal(act({ riskAversion: 2.5 }), 'inconsistent', 'problem.riskAversion');
    expectRefusal(act({ marketWeights: [0.5, 0.5] }), 'inconsistent', 'problem.marketWeights');
    expectRefusal(act({ equilibrium: undefined }), 'missing-value', 'problem.marketWeights');
    expectRefusal(
      act({ equilibrium: undefined, marketWeights: [0.5, 0.5] }),
      'missing-value',
      'problem.riskAversion',
    );
    expectRefusal(act({ equilibrium: [0.1] }), 'length-mismatch', 'problem.equilibrium');
    expectRefusal(act({ covariance: [[1]] }), 'length-mismatch', 'problem.covariance');
    expectRefusal(act({ assets: ['BOND', 'BOND'] }), 'duplicate-id', 'problem.assets[1]');
    const unnamed = { assets: undefined, views: [{ pick: { EQUITY: 1 }, expected: 0.1 }] };
    expectRefusal(act(unnamed), 'missing-value', 'problem.assets');
    expectRefusal(() => blackLitterman(wrong(undefined)), 'missing-value', 'problem');
  });

  it('refuses certain views that contradict or repeat each other, and views on what cannot vary', () => {
    const certain = (expected: number) => ({ pick: { EQUITY: 1 }, expected, confidence: 1 });
    for (const other of [certain(0.1), certain(0.08)]) {
      const act = () => blackLitterman(wrong(withViews(certain(0.08), other)));
      expectRefusal(act, 'not-positive-definite', 'problem.views[1]');
      // A view without confidence is none, and does not shift the others' places.
      const silent = { pick: { BOND: 1 }, expected: 0.1, confidence: 0 };
      const later = () => blackLitterman(wrong(withViews(silent, certain(0.08), other)));
      expectRefusal(later, 'not-positive-definite', 'problem.views[2]');
    }
    const covariance = [
      [0, 0],
      [0, 0.04],
    ];
    const fine = { pick: { EQUITY: 1 }, expected: 0.08, confidence: 0.5 };
    const cash = { pick: { BOND: 1 }, expected: 0.01 };
    for (const certainty of [
      { confidence: 0.5 },
      { confidence: 1 },
      { variance: 0.001 },
      { variance: 0 },
      { variance: 'proportional' },
    ]) {
      const views = [fine, { ...cash, ...certainty }];
      const act = () => blackLitterman(wrong({ ...base, views, covariance }));
      expectRefusal(act, 'not-positive-definite', 'problem.views[1]');
    }
    const silent = { ...withViews({ ...cash, confidence: 0 }), covariance };
    expect(blackLitterman(wrong(silent)).expectedReturn).toEqual([0.0125, 0.05]);
    // Two assets that move as one: their difference has no variance but for rounding.
    const twins = [
      [0.01, 0.03],
      [0.03, 0.09],
    ];
    const spread = { pick: { BOND: 3, EQUITY: -1 }, expected: 0.01, variance: 0.001 };
    const act = () => blackLitterman(wrong({ ...withViews(spread), covariance: twins }));
    expectRefusal(act, 'not-positive-definite', 'problem.views[0]');
  });
});
