import { describe, expect, it } from 'vitest';
import scenario from '../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import { formatReason, LOCALES } from '../../src/evidence/index.js';
import {
  type AssumptionsPolicy,
  type CapitalMarketAssumptions,
  lintAssumptions,
  marketMessages,
} from '../../src/market/index.js';
import { expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const VIEW: CapitalMarketAssumptions = {
  asOf: '2026-03-02',
  assetClasses: ['CASH', 'BOND', 'EQUITY'],
  expectedReturn: [0.02, 0.03, 0.07],
  volatility: [0, 0.05, 0.2],
  correlation: [
    [1, 0, 0],
    [0, 1, 0.6],
    [0, 0.6, 1],
  ],
};
const POLICY: AssumptionsPolicy = {
  cash: 'CASH',
  maxSharpe: 1,
  maxPortfolioSharpe: 1,
  maxExpectedReturn: 0.15,
  maxVolatility: 0.5,
  maxCorrelation: 0.95,
};

/** The findings as pairs of code and path; each is put into words in every language on the way. */
function found(view: object, policy: AssumptionsPolicy = POLICY) {
  const lint = lintAssumptions(wrong({ ...VIEW, ...view }), policy);
  for (const { reason } of lint.findings) {
    for (const locale of LOCALES) {
      expect(formatReason(marketMessages, reason, locale)).not.toBe('');
    }
  }
  return lint.findings.map(({ path, reason }) => [reason.code.slice(7), path.slice(12)]);
}

describe('lintAssumptions', () => {
  it('has nothing to say of plausible assumptions', () => {
    const lint = lintAssumptions(VIEW, POLICY);
    expect(lint).toEqual({ status: 'clean', findings: [] });
    expect(isDeeplyFrozen(lint)).toBe(true);
    expect(lintAssumptions(wrong(scenario), POLICY).status).toBe('clean');
  });

  it('looks for nothing that the policy does not name', () => {
    const odd = { expectedReturn: [0.02, -0.5, 9], volatility: [0, 0.001, 30] };
    expect(found(odd, {})).toEqual([]);
  });

  it('finds risk that pays less than cash, and gain without risk', () => {
    expect(found({ expectedReturn: [0.04, 0.03, 0.07] })).toEqual([
      ['assumptions-below-cash', 'expectedReturn[1]'],
    ]);
    expect(found({ volatility: [0, 0, 0.2] })).toEqual([
      ['assumptions-riskless-gain', 'expectedReturn[1]'],
    ]);
  });

  it('finds a class with a Sharpe ratio beyond the bound', () => {
    // (0.07 − 0.02) / 0.04 = 1.25; the best mix cannot do worse.
    const lint = lintAssumptions({ ...VIEW, volatility: [0, 0.05, 0.04] }, POLICY);
    expect(lint.status).toBe('warnings');
    expect(lint.findings.map(({ reason }) => reason.code)).toEqual([
      'market.assumptions-sharpe',
      'market.assumptions-portfolio-sharpe',
    ]);
    expect(lint.findings[0]?.reason.parameters).toEqual({
      assetClass: 'EQUITY',
      sharpe: 1.25,
      bound: 1,
    });
  });

  it('finds a mix of modest classes with a Sharpe ratio beyond the bound', () => {
    // Ratios 0.2 and 0.25, correlation −0.95: (0.04 + 0.0625 + 2 · 0.95 · 0.05) / (1 − 0.9025) = 2.02564…, its root 1.4233.
    const correlation = [
      [1, 0, 0],
      [0, 1, -0.95],
      [0, -0.95, 1],
    ];
    const { findings } = lintAssumptions({ ...VIEW, correlation }, POLICY);
    expect(findings.map(({ reason }) => reason.code)).toEqual([
      'market.assumptions-portfolio-sharpe',
    ]);
    expectAllClose(findings[0]?.reason.parameters.sharpe, 1.4233, 1e-12);
  });

  it('finds a riskless mix that earns more than cash', () => {
    const opposite = [
      [1, 0, 0],
      [0, 1, -1],
      [0, -1, 1],
    ];
    expect(found({ correlation: opposite }, { cash: 'CASH', maxPortfolioSharpe: 1 })).toEqual([
      ['assumptions-arbitrage', 'correlation'],
    ]);
    // Two classes that move as one and earn alike for their risk are no such mix: 0.04 = 0.02 + 0.2 · 0.1.
    const alike = {
      expectedReturn: [0.02, 0.03, 0.06],
      correlation: opposite.map((r) => r.map(Math.abs)),
    };
    expect(found(alike, { cash: 'CASH', maxPortfolioSharpe: 1 })).toEqual([]);
  });

  it('finds figures beyond the bounds', () => {
    const correlation = [
      [1, 0, 0],
      [0, 1, 0.99],
      [0, 0.99, 1],
    ];
    const bounds = { maxExpectedReturn: 0.06, maxVolatility: 0.1, maxCorrelation: 0.95 };
    expect(found({ correlation }, bounds)).toEqual([
      ['assumptions-return', 'expectedReturn[2]'],
      ['assumptions-volatility', 'volatility[2]'],
      ['assumptions-correlation-high', 'correlation[2][1]'],
    ]);
  });

  it('compares geometric returns as arithmetic ones', () => {
    // 0 % of growth at a volatility of 93.75 % is a mean of 25 %.
    const view = {
      returnKind: 'geometric',
      expectedReturn: [0, 0, 0],
      volatility: [0, 0, 0.9375],
    };
    expect(found(view, { maxExpectedReturn: 0.24 })).toEqual([
      ['assumptions-return', 'expectedReturn[2]'],
    ]);
  });

  it('finds fields and citations that are missing, and hedges that nobody states', () => {
    const required = ['author', 'citations', 'source', 'author'] as const;
    const view = {
      source: 'committee',
      currency: 'CNY',
      classDetails: {
        CASH: { citations: [{ instrument: 'Outlook', article: '1', verified: false }] },
        BOND: { currency: 'CNY' },
        EQUITY: { currency: 'USD', citations: [] },
      },
    };
    expect(found(view, { required })).toEqual([
      ['assumptions-author-missing', 'author'],
      ['assumptions-class-uncited', 'classDetails'],
      ['assumptions-class-uncited', 'classDetails'],
      ['assumptions-hedge-unstated', 'classDetails'],
    ]);
    const stated = { ...view, classDetails: { EQUITY: { currency: 'USD', hedged: false } } };
    expect(found(stated, {})).toEqual([]);
  });

  it('names the classes whose correlations contradict each other, and only those', () => {
    const correlation = [
      [1, 0, 0, 0],
      [0, 1, -0.9, -0.9],
      [0, -0.9, 1, -0.9],
      [0, -0.9, -0.9, 1],
    ];
    const view = {
      ...VIEW,
      assetClasses: ['CASH', 'A', 'B', 'C'],
      expectedReturn: [0, 0, 0, 0],
      volatility: [0.1, 0.1, 0.1, 0.1],
      correlation,
    };
    const { status, findings } = lintAssumptions(view, POLICY);
    expect(status).toBe('errors');
    expect(findings).toHaveLength(1);
    // Smallest eigenvalue 1 − 2 · 0.9.
    expect(findings[0]).toMatchObject({
      path: 'assumptions.correlation',
      reason: {
        code: 'market.assumptions-correlation',
        severity: 'block',
        parameters: { classes: ['A', 'B', 'C'], eigenvalue: -0.8 },
      },
    });
    expect(found(view)).toHaveLength(1);
  });

  it('reports what cannot be compiled as a finding', () => {
    expect(found({ volatility: [0, -0.1, 0.2] })).toEqual([
      ['assumptions-invalid', 'volatility[1]'],
    ]);
  });

  it('reports every figure and field that cannot be, each once and in their order', () => {
    const view = {
      asOf: '2026-02-30',
      author: '',
      currency: 'RMB',
      horizonYears: -1,
      expectedReturn: [Number.NaN, -2, 0.07],
      volatility: [-1, Number.NaN, '0.2'],
      correlation: [
        [1, 2, 0],
        [2, 0.9, Number.NaN],
        [0, Number.NaN, 1],
      ],
      classDetails: { BOND: { hedged: 'yes' }, EQUITY: { note: 5 }, GOLD: {} },
    };
    const paths = [
      'asOf',
      'expectedReturn[0]',
      'expectedReturn[1]',
      'volatility[0]',
      'volatility[1]',
      'volatility[2]',
      'correlation[0][1]',
      'correlation[1][0]',
      'correlation[1][1]',
      'correlation[1][2]',
      'correlation[2][1]',
      'author',
      'horizonYears',
      'currency',
      'classDetails.GOLD',
      'classDetails.BOND.hedged',
      'classDetails.EQUITY.note',
    ];
    expect(found(view)).toEqual(paths.map((path) => ['assumptions-invalid', path]));
    const { findings } = lintAssumptions(wrong({ ...VIEW, ...view }), POLICY);
    expect(findings.map(({ reason }) => reason.parameters.code).slice(0, 6)).toEqual([
      'invalid-date',
      'not-finite',
      'out-of-range',
      'out-of-range',
      'not-finite',
      'invalid-type',
    ]);
  });

  it('reports lists that do not fit, a period that ends before it begins, and contradictions beside other faults', () => {
    const opposed = [
      [1, -0.9, -0.9],
      [-0.9, 1, -0.9],
      [-0.9, -0.9, 1],
    ];
    const view = { expectedReturn: [0.02], volatility: null, correlation: opposed };
    expect(found({ ...view, validUntil: '2026-01-01' })).toEqual([
      ['assumptions-invalid', 'expectedReturn'],
      ['assumptions-invalid', 'volatility'],
      ['assumptions-correlation', 'correlation'],
      ['assumptions-invalid', 'validUntil'],
    ]);
    expect(found({ correlation: Float64Array.from(opposed.flat()) })).toEqual([
      ['assumptions-correlation', 'correlation'],
    ]);
    expect(found({ assetClasses: null })).toEqual([['assumptions-invalid', 'assetClasses']]);
    expect(found({ assetClasses: ['A', 'A', 'B'], correlation: opposed })).toEqual([
      ['assumptions-invalid', 'assetClasses[1]'],
      ['assumptions-invalid', 'correlation'],
    ]);
  });

  it('speaks one language at a time', () => {
    const text = (view: object, policy: AssumptionsPolicy) => {
      const { findings } = lintAssumptions(wrong({ ...VIEW, ...view }), policy);
      return formatReason(marketMessages, findings[0]!.reason, 'zh-Hans');
    };
    expect(text({ asOf: 5 }, {})).toBe(
      '资本市场假设中的assumptions.asOf有误，该假设无法使用（错误代码：invalid-type）。',
    );
    const fields = [
      'source',
      'author',
      'validFrom',
      'validUntil',
      'horizonYears',
      'currency',
      'returnKind',
    ] as const;
    for (const field of fields) expect(text({}, { required: [field] })).not.toMatch(/[A-Za-z]/);
    expect(found({}, { required: fields })).toHaveLength(fields.length);
  });

  it('says so where no class stands for cash', () => {
    expect(found({}, { cash: 'MONEY', maxSharpe: 1 })).toEqual([
      ['assumptions-cash-missing', 'assetClasses'],
    ]);
  });

  it('refuses a policy that is none', () => {
    const act = (policy: unknown) => () => lintAssumptions(VIEW, wrong(policy));
    expectRefusal(act(undefined), 'missing-value', 'policy');
    expectRefusal(act({ maxSharpe: 1 }), 'missing-value', 'policy.cash');
    expectRefusal(act({ cash: 'CASH', maxSharpe: 0 }), 'out-of-range', 'policy.maxSharpe');
    expectRefusal(act({ maxVolatility: Number.NaN }), 'not-finite', 'policy.maxVolatility');
    expectRefusal(act({ maxCorrelation: '1' }), 'invalid-type', 'policy.maxCorrelation');
    expectRefusal(act({ required: ['hat'] }), 'unknown-value', 'policy.required[0]');
    expectRefusal(act({ cash: '' }), 'empty', 'policy.cash');
    expectRefusal(() => lintAssumptions(wrong(null), {}), 'missing-value', 'assumptions');
  });
});
