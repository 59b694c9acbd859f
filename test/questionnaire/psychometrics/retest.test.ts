import { describe, expect, it } from 'vitest';
import {
  crossTabulate,
  intraclassCorrelations,
  type Kappa,
  RISK_LEVELS,
  retestReliability,
  weightedKappa,
} from '../../../src/questionnaire/index.js';
import reference from '../../fixtures/psychometrics/reference-retest.json' with { type: 'json' };
import further from '../../fixtures/psychometrics/retest-further.json' with { type: 'json' };
import second from '../../fixtures/psychometrics/second-oracle.json' with { type: 'json' };
import { expectNear } from './support.js';

type Measured<T> = Extract<T, { readonly status: 'measured' }>;

function ofMeasured(kappa: Kappa): Measured<Kappa> {
  if (kappa.status !== 'measured') throw new Error('is undetermined');
  return kappa;
}

function formsOf(ratings: readonly (readonly number[])[], confidence = 0.95) {
  const result = intraclassCorrelations(ratings, { confidence });
  if (result.status !== 'measured') throw new Error('is undetermined');
  const { icc1, icc2, icc3, icc1k, icc2k, icc3k } = result;
  return [icc1, icc2, icc3, icc1k, icc2k, icc3k] as const;
}

describe('intraclassCorrelations', () => {
  it('agrees with Shrout and Fleiss (1979)', () => {
    const { data, published, ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k } = reference.icc_shrout_fleiss;
    const values = formsOf(data).map(({ value }) => value!);
    expectNear(values, [ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k], 1e-9);
    expect(values.map((value) => value.toFixed(2).slice(1)).join(' ')).toBe(published);
  });

  it.each(further.icc)('agrees with psych: $name', ({ ratings, forms }) => {
    const ours = formsOf(ratings);
    const ninety = formsOf(ratings, 0.9);
    forms.forEach((form, i) => {
      const { value, f, numeratorDegrees, denominatorDegrees, pValue, interval } = ours[i]!;
      expectNear([value, pValue], [form.value, form.p], 1e-9);
      expect(f! / form.f).toBeCloseTo(1, 9);
      expect([numeratorDegrees, denominatorDegrees]).toEqual([form.df1, form.df2]);
      expectNear([interval?.low, interval?.high], form.ci95, 1e-8);
      expectNear([ninety[i]!.interval?.low, ninety[i]!.interval?.high], form.ci90, 1e-8);
    });
  });

  it.each(second.icc)('agrees with pingouin: $name', ({ name, icc, p }) => {
    const { ratings } = further.icc.find((one) => one.name === name)!;
    const ours = formsOf(ratings);
    expectNear(
      ours.map(({ value }) => value),
      icc,
      1e-9,
    );
    expectNear(
      ours.map(({ pValue }) => pValue),
      p,
      1e-9,
    );
  });

  it('is 1 in every form where all raters agree', () => {
    for (const form of formsOf([
      [1, 1],
      [2, 2],
      [5, 5],
    ])) {
      expect(form).toMatchObject({ value: 1, f: null, pValue: 0, interval: { low: 1, high: 1 } });
    }
  });

  it('is 1 in consistency only where one rater is stricter throughout', () => {
    const [icc1, icc2, icc3] = formsOf([
      [1, 3],
      [2, 4],
      [5, 7],
    ]);
    expect(icc3).toMatchObject({ value: 1, f: null, pValue: 0 });
    // Between subjects 26/3, between raters 6, no error: (26/3) / (26/3 + 2·6/3).
    expectNear(icc2.value, 26 / 38, 1e-12);
    // Within subjects 2: (26/3 − 2) / (26/3 + 2).
    expectNear(icc1.value, 20 / 32, 1e-12);
    expect(icc2.interval!.low).toBeLessThan(icc2.value!);
    expect(icc2.interval!.high).toBeGreaterThan(icc2.value!);
  });

  it('has no value where the mean over raters is the same for all subjects', () => {
    const [icc1, , icc3, icc1k] = formsOf([
      [1, 3],
      [3, 1],
      [2, 2],
    ]);
    expectNear([icc1.value, icc3.value], [-1, -1], 1e-12);
    expect(icc1k.value).toBeNull();
  });

  it('is undetermined for one subject, one rater or equal ratings', () => {
    expect(intraclassCorrelations([[1, 2]])).toMatchObject({
      status: 'undetermined',
      subjects: 1,
      reasons: [{ code: 'questionnaire.too-few-ratings' }],
    });
    expect(intraclassCorrelations([[1], [2]])).toMatchObject({ status: 'undetermined', raters: 1 });
    expect(
      intraclassCorrelations([
        [0.1, 0.1],
        [0.1, 0.1],
      ]),
    ).toMatchObject({
      status: 'undetermined',
      reasons: [{ code: 'questionnaire.ratings-without-variance' }],
    });
  });
});

describe('weightedKappa', () => {
  it('agrees with the reference', () => {
    const { matrix, ...expected } = reference.kappa_levels;
    const stability = retestReliability(matrix);
    expectNear(
      [
        ofMeasured(stability.kappa).value,
        ofMeasured(stability.linearKappa).value,
        ofMeasured(stability.quadraticKappa).value,
        stability.pearson,
        stability.spearman,
        stability.kendallTauB,
        stability.agreement,
      ],
      [
        expected.kappa_unweighted,
        expected.kappa_linear,
        expected.kappa_quadratic,
        expected.pearson,
        expected.spearman,
        expected.kendall_tau_b,
        expected.agreement,
      ],
      1e-9,
    );
  });

  it.each(further.kappa)('agrees with psych: $name', (data) => {
    for (const weights of ['none', 'linear', 'quadratic'] as const) {
      expectNear(
        ofMeasured(weightedKappa(data.table, { weights })).value,
        data[weights].value,
        1e-9,
      );
    }
    const stability = retestReliability(data.table);
    expectNear(ofMeasured(stability.kappa).standardError, data.none.se, 1e-9);
    expectNear(
      [stability.agreement, stability.pearson, stability.spearman, stability.kendallTauB],
      [data.agreement, data.pearson, data.spearman, data.kendall],
      1e-9,
    );
  });

  it.each(second.kappa)('agrees with statsmodels and SciPy: $name', (data) => {
    const { table } = further.kappa.find((one) => one.name === data.name)!;
    for (const weights of ['none', 'linear', 'quadratic'] as const) {
      const { value, standardError, interval } = ofMeasured(weightedKappa(table, { weights }));
      const { value: expected, se } = data[weights];
      expectNear([value, standardError], [expected, se], 1e-9);
      const [low, high] = [expected - 1.959963984540054 * se, expected + 1.959963984540054 * se];
      expectNear([interval.low, interval.high], [Math.max(-1, low), Math.min(1, high)], 1e-9);
    }
    expectNear(retestReliability(table).kendallTauB, data.kendall, 1e-9);
  });

  it('is 1 without error where all agree', () => {
    const kappa = ofMeasured(
      weightedKappa([
        [3, 0],
        [0, 4],
      ]),
    );
    expect(kappa).toMatchObject({ value: 1, standardError: 0, interval: { low: 1, high: 1 } });
  });

  it('is undetermined without cases, or with all in one category', () => {
    expect(
      weightedKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({
      status: 'undetermined',
      n: 0,
      agreement: null,
    });
    expect(
      weightedKappa([
        [0, 0],
        [0, 7],
      ]),
    ).toMatchObject({
      status: 'undetermined',
      n: 7,
      agreement: 1,
      reasons: [{ code: 'questionnaire.retest-without-variance' }],
    });
    expect(weightedKappa([[7]])).toMatchObject({ status: 'undetermined', agreement: 1 });
  });
});

describe('retestReliability', () => {
  it('has no correlation where one side does not vary', () => {
    const stability = retestReliability([
      [3, 4],
      [0, 0],
    ]);
    expect(stability).toMatchObject({ pearson: null, spearman: null, kendallTauB: null, n: 7 });
    expect(stability.kappa).toMatchObject({ status: 'measured', value: 0 });
    expect(stability.reasons.map(({ code }) => code)).toEqual([
      'questionnaire.retest-without-variance',
    ]);
  });

  it('reads the pairs of a retest', () => {
    const table = crossTabulate(
      [
        ['C2', 'C3'],
        ['C2', 'C2'],
        ['C5', 'C4'],
      ],
      RISK_LEVELS,
    );
    expect(table[1]).toEqual([0, 1, 1, 0, 0]);
    expect(table[4]).toEqual([0, 0, 0, 1, 0]);
    expect(retestReliability(table)).toMatchObject({ n: 3, agreement: 1 / 3 });
  });
});
