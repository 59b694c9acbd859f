import { describe, expect, it } from 'vitest';
import { type GoalPlan, projectGoal } from '../../src/projection/index.js';
import published from '../fixtures/projection/closed-form.json' with { type: 'json' };
import fixture from '../fixtures/projection/scenario.json' with { type: 'json' };
import scenario from '../fixtures/scenario/expected.json' with { type: 'json' };
import { BAD_PLANS, codes, EDUCATION, expectClose, expectRefusal, wrong } from './support.js';

/**
 * The fixture gives a continuous drift and log volatility; a plan asks for the mean and standard
 * deviation of a year: E[G] = e^mu, sd[G] = e^mu·√(e^σ² − 1).
 */
function annual(mu: number, sigma: number): Pick<GoalPlan, 'expectedReturn' | 'volatility'> {
  return {
    expectedReturn: Math.expm1(mu),
    volatility: Math.exp(mu) * Math.sqrt(Math.expm1(sigma * sigma)),
  };
}

describe('projectGoal', () => {
  it('projects the education goal of the scenario', () => {
    const result = projectGoal(EDUCATION);
    expect(result.status).toBe('projected');
    expectClose(result.closedForm.mean, Number(fixture.mean), 1e-12);
    expectClose(result.closedForm.standardDeviation, Number(fixture.standardDeviation), 1e-12);
    expectClose(result.probability, Number(fixture.probability), 1e-11);
    for (const { level, value } of result.closedForm.quantiles) {
      const figures: Readonly<Record<string, string>> = fixture.quantiles;
      expectClose(value, Number(figures[String(level)]), 1e-11);
    }
    expect(result.closedForm.quantiles.map(({ level }) => level)).toEqual([
      0.05, 0.25, 0.5, 0.75, 0.95,
    ]);
    // 341,262 + 132 × 5,500
    expect(result.paidIn).toBe(1_067_262);
    expect(codes(result)).toEqual(['projection.no-promise']);
  });

  it('reaches exactly the target with the required return and no volatility', () => {
    // Step 5 of the scenario: the effective annual r at which the plan meets the goal, eight digits.
    const expectedReturn = scenario['riskNeed.education'].requiredNetReturn;
    const result = projectGoal({ ...EDUCATION, expectedReturn, volatility: 0 });
    expectClose(result.closedForm.mean, EDUCATION.target, 1e-7);
    expect(codes(result)).toContain('projection.no-uncertainty');
  });

  it.each(published.lognormal)('meets the published lognormal of σ $sigma over $T years', (row) => {
    const levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
    const at = (target: number) =>
      projectGoal(
        {
          initial: row.W0,
          monthlyContribution: 0,
          months: 12 * row.T,
          ...annual(row.mu, row.sigma),
          target,
        },
        { quantiles: levels },
      ).closedForm;
    const form = at(1.5 * row.W0);
    expectClose(form.mean, row.mean, 1e-12);
    expectClose(form.standardDeviation, row.sd, 1e-12);
    levels.forEach((level, i) => {
      const figures: Readonly<Record<string, number>> = row.quantiles;
      expectClose(form.quantiles[i]!.value, figures[`p${level * 100}`]!, 1e-11);
    });
    expectClose(form.probability, row['P_reach_1.5x'], 1e-10);
    expectClose(at(2 * row.W0).probability, row.P_reach_2x, 1e-10);
    expectClose(1 - at(row.W0).probability, row.P_loss, 1e-10);
    expectClose(at(row.shortfall_put.goal).expectedGap, row.shortfall_put.E_shortfall, 1e-10);
  });

  it.each(published.accumulation_exact_moments)('carries exact moments over $n months', (row) => {
    const { closedForm } = projectGoal({
      initial: row.W0,
      monthlyContribution: row.contribution_start_of_period,
      contributionTiming: 'month-start',
      months: row.n,
      ...annual(12 * row.period_log_mean_param_mu, row.period_sigma * Math.sqrt(12)),
      target: 0,
    });
    expectClose(closedForm.mean, row.mean, 1e-11);
    expectClose(closedForm.standardDeviation, row.sd, 1e-11);
  });

  it('calls a goal met when the money is there already, and says it may not stay so', () => {
    const result = projectGoal({ ...EDUCATION, initial: 1_400_000 });
    expect(result).toMatchObject({ status: 'met', probability: 1 });
    expect(result.closedForm.probability).toBeLessThan(1);
    expect(codes(result)).toEqual(['projection.already-met', 'projection.no-promise']);
  });

  it('answers 0 or 1 when the day has come', () => {
    const today = { ...EDUCATION, months: 0 };
    const missed = projectGoal(today);
    expect(missed).toMatchObject({ status: 'missed', probability: 0, paidIn: 341_262 });
    expect(missed.closedForm).toMatchObject({ mean: 341_262, standardDeviation: 0 });
    // 1,384,233.87 − 341,262
    expectClose(missed.closedForm.expectedGap, 1_042_971.87, 1e-14);
    expect(codes(missed)).toEqual(['projection.missed']);
    const reached = projectGoal({ ...today, target: 341_262 });
    expect(reached).toMatchObject({ status: 'met', probability: 1 });
    expect(reached.closedForm.expectedGap).toBe(0);
    expect(codes(reached)).toEqual(['projection.reached']);
  });

  it('treats a date in the past like today, and asks for another', () => {
    const result = projectGoal({ ...EDUCATION, months: -7 });
    expect(result).toMatchObject({ status: 'missed', probability: 0, paidIn: 341_262 });
    expect(result.reasons[0]).toMatchObject({
      code: 'projection.date-past',
      parameters: { months: 7 },
    });
  });

  it('projects what is there when nothing more is paid in', () => {
    const result = projectGoal({ ...EDUCATION, monthlyContribution: 0 });
    // A single lognormal: E = initial × (1 + m)^11.
    expectClose(
      result.closedForm.mean,
      EDUCATION.initial * (1 + EDUCATION.expectedReturn) ** 11,
      1e-12,
    );
    expect(codes(result)).toContain('projection.no-contribution');
  });

  it('gives nothing a probability of 0 and divides by nothing', () => {
    const result = projectGoal({ ...EDUCATION, initial: 0, monthlyContribution: 0 });
    expect(result).toMatchObject({ status: 'projected', probability: 0, paidIn: 0 });
    expect(result.closedForm).toMatchObject({
      mean: 0,
      standardDeviation: 0,
      expectedGap: EDUCATION.target,
    });
    expect(result.closedForm.quantiles.every(({ value }) => value === 0)).toBe(true);
    expect(codes(result)).toContain('projection.nothing-invested');
  });

  it('has reached a target of 0 whatever happens', () => {
    const nothing = { ...EDUCATION, initial: 0, monthlyContribution: 0, target: 0 };
    expect(projectGoal(nothing)).toMatchObject({ status: 'met', probability: 1 });
    const { closedForm } = projectGoal({ ...EDUCATION, target: 0 });
    expect(closedForm).toMatchObject({ probability: 1, expectedGap: 0 });
  });

  it('is certain without volatility', () => {
    // 100 × 1.04^5 = 121.6652902
    const plan = { ...EDUCATION, initial: 100, monthlyContribution: 0, months: 60, volatility: 0 };
    const at = (target: number) => projectGoal({ ...plan, expectedReturn: 0.04, target });
    expect(at(121.66).probability).toBe(1);
    expect(at(121.67).probability).toBe(0);
  });

  it('stays finite at the ends of what it takes', () => {
    const widest = { ...EDUCATION, months: 1200, initial: 1e15, monthlyContribution: 1e15 };
    for (const expectedReturn of [-0.999999, 0, 10]) {
      for (const volatility of [0, 1e-9, 10]) {
        const result = projectGoal({ ...widest, expectedReturn, volatility, target: 1e15 });
        const { mean, standardDeviation, expectedGap, quantiles } = result.closedForm;
        const figures = [mean, standardDeviation, expectedGap, ...quantiles.map((q) => q.value)];
        expect(figures.every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true);
      }
    }
  });

  it('refuses a plan by field', () => {
    for (const [change, code, field] of BAD_PLANS) {
      expectRefusal(() => projectGoal({ ...EDUCATION, ...change }), code, `plan.${field}`);
    }
    expectRefusal(
      () => projectGoal({ ...EDUCATION, monthlyContribution: -1 }),
      'out-of-range',
      'plan.monthlyContribution',
    );
    expectRefusal(() => projectGoal(wrong(undefined)), 'missing-value', 'plan');
    expectRefusal(() => projectGoal(wrong([])), 'invalid-type', 'plan');
  });

  it('refuses levels that are no probabilities', () => {
    const ask = (quantiles: unknown) => () =>
      projectGoal(EDUCATION, { quantiles: wrong(quantiles) });
    expectRefusal(ask([0.5, 1]), 'out-of-range', 'options.quantiles[1]');
    expectRefusal(ask([0]), 'out-of-range', 'options.quantiles[0]');
    expectRefusal(ask([Number.NaN]), 'not-finite', 'options.quantiles[0]');
    expectRefusal(ask(0.5), 'invalid-type', 'options.quantiles');
    expectRefusal(ask(Array(101).fill(0.5)), 'too-long', 'options.quantiles');
    expectRefusal(() => projectGoal(EDUCATION, wrong(null)), 'missing-value', 'options');
  });
});
