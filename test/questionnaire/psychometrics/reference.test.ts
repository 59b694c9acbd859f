import { describe, expect, it } from 'vitest';
import further from '../../fixtures/psychometrics/further.json' with { type: 'json' };
import reference from '../../fixtures/psychometrics/reference-reliability.json' with {
  type: 'json',
};
import second from '../../fixtures/psychometrics/second-oracle.json' with { type: 'json' };
import { byFixtureName, expectNear, measured } from './support.js';

/** Fixture figures of the one-factor fit, which is iterative; compared apart. */
const FITTED = /omega|loadings/;

describe('reliability against the reference (R, psych)', () => {
  const [attitude, lsat6] = reference.datasets;
  const patterns = Object.entries(lsat6!.patterns ?? {});
  const cases = [
    { name: 'attitude', result: measured(attitude!.rows!), expected: attitude!.expected },
    {
      name: 'LSAT 6, as patterns with counts',
      result: measured(
        patterns.map(([pattern]) => [...pattern].map(Number)),
        { counts: patterns.map(([, count]) => count) },
      ),
      expected: lsat6!.expected,
    },
    {
      name: 'LSAT 6, a row for each of 1000',
      result: measured(
        patterns.flatMap(([pattern, count]) =>
          Array.from({ length: count }, () => [...pattern].map(Number)),
        ),
      ),
      expected: lsat6!.expected,
    },
  ];

  it.each(cases)('$name: every figure to 1e-9', ({ result, expected }) => {
    const figures = byFixtureName(result);
    for (const [name, value] of Object.entries(expected)) {
      if (FITTED.test(name)) continue;
      expect(figures).toHaveProperty(name);
      expectNear(figures[name], value, 1e-9);
    }
  });

  it.each(cases)('$name: the one-factor fits to 1e-4', ({ result, expected }) => {
    expectNear(result.omega?.value, expected.mcdonald_omega_1f_minres_std, 1e-4);
    expectNear(result.omega?.loadings, expected.loadings_1f_minres, 1e-4);
    expectNear(result.omegaMaximumLikelihood?.value, expected.mcdonald_omega_1f_ml_unstd, 1e-4);
    expect(result.omega).toMatchObject({ converged: true, improper: false });
  });
});

describe.each(further.datasets)('reliability of $name ($source)', (data) => {
  const { expected } = data;
  const result = measured(data.rows, { items: data.items });
  const figures = byFixtureName(result);
  const eighty = measured(data.rows, { confidence: 0.8 }).alpha!.interval;

  it('gives every figure to 1e-9', () => {
    for (const [name, value] of Object.entries(expected)) {
      // Of eighteen items psych only samples the splits.
      if (!(name in figures) || (name.startsWith('splitHalf') && value === null)) continue;
      expectNear(figures[name], value, 1e-9);
    }
    expectNear([eighty.low, eighty.high], expected.alpha_feldt_ci80, 1e-9);
  });

  it('finds the range of every split', () => {
    const { min, mean, max, splits } = result.splitHalf!.everySplit;
    const { everySplit } = expected;
    expectNear([min, mean, max], [everySplit.min, everySplit.mean, everySplit.max], 1e-9);
    expect(splits).toBe(everySplit.splits);
    expect(result.splitHalf!.exact).toBe(true);
  });

  it('flags the items that psych would turn', () => {
    expect(result.reversed).toEqual(expected.reversed);
    expect(result.items.filter(({ reversed }) => reversed).map(({ id }) => id)).toEqual(
      expected.reversed,
    );
  });

  it('fits one factor', () => {
    expectNear(result.omega?.value, expected.bounded_omega, 1e-4);
    expectNear(result.omega?.loadings, expected.bounded_loadings, 2e-4);
    expect(result.omega?.improper).toBe(expected.improper);
    // At the bound psych stops before the least residuals are reached.
    expectNear(
      result.omega?.value,
      expected.mcdonald_omega_1f_minres_std,
      expected.improper ? 1e-3 : 1e-4,
    );
    if (expected.mcdonald_omega_1f_ml_unstd === null) return;
    expectNear(result.omegaMaximumLikelihood?.value, expected.mcdonald_omega_1f_ml_unstd, 1e-4);
  });
});

describe('reliability against pingouin', () => {
  it.each(second.alpha)('$name: alpha', ({ name, alpha }) => {
    const data = further.datasets.find((one) => one.name === name)!;
    expectNear(measured(data.rows).alpha?.value, alpha, 1e-9);
  });
});
