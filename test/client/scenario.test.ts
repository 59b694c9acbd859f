import { describe, expect, it } from 'vitest';
import {
  analyseCashFlow,
  assessCompleteness,
  balanceSheet,
  detectNeeds,
  findRecurring,
  goalTarget,
  profileClient,
  requiredReturn,
} from '../../src/client/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import { AS_OF, file, policy, reading, transactions, view } from './support.js';

const digits = (value: number | null, places: number): number =>
  Number((value as number).toFixed(places));
const cny = (amount: number) => ({ currency: 'CNY', amount: amount.toFixed(2) });

describe('step 1, intake', () => {
  const figures = expected['intake.completeness'];
  const { fieldWeights, missingAtFirst, adviceThreshold: threshold } = file.intake;
  const fields = Object.keys(fieldWeights);
  const known = fields.filter((field) => !missingAtFirst.includes(field));

  it('is incomplete at 28 of 35, blocks advice and names the next questions, the heaviest first', () => {
    const result = assessCompleteness(known, { fieldWeights, threshold });
    expect(result).toMatchObject({
      status: 'incomplete',
      score: figures.score,
      weightPresent: figures.weightPresent,
      weightTotal: figures.weightTotal,
      threshold: figures.threshold,
      missing: figures.missing,
      // Weights 3, 2 and 2.
      nextQuestions: ['investmentExperience', 'taxResidency', 'dependants'],
    });
    expect(result.reasons).toMatchObject([
      { code: 'client.incomplete', severity: 'block', parameters: { score: 0.8, threshold: 0.9 } },
    ]);
  });

  it('is complete once the client has answered', () => {
    const result = assessCompleteness(fields, { fieldWeights, threshold });
    expect(result).toMatchObject({ status: 'complete', score: 1, missing: [], reasons: [] });
  });
});

describe('step 3, cash flow', () => {
  const figures = expected.cashflow;
  const flow = analyseCashFlow(transactions, { asOf: AS_OF, policy: reading });

  it('uses each booking once, over twelve whole months', () => {
    expect(flow.window).toEqual({ from: '2025-03-01', to: '2026-03-01' });
    expect(flow.rows).toEqual({
      given: figures.txRaw,
      unique: figures.txUnique,
      duplicates: 1,
      outsideWindow: 0,
    });
    expect(flow.failures).toEqual([]);
    expect(flow.monthsObserved).toBe(12);
  });

  it('adds up to the cent', () => {
    expect(flow.incomeTotal).toEqual(cny(figures.incomeTotal));
    expect(flow.expenseTotal).toEqual(cny(figures.expenseTotal));
    expect(flow.meanMonthlyIncome).toEqual(cny(figures.meanMonthlyIncome));
    expect(flow.meanMonthlyExpense).toEqual(cny(figures.meanMonthlyExpense));
    expect(flow.essentialMonthly).toEqual(cny(expected['cashflow.essentialMonthly']));
    // The twelve card bills come to 185,540; 860 were refunded.
    expect(flow.netCardSpending).toEqual(cny(184680));
  });

  it('measures saving, regularity and debt service', () => {
    expect(digits(flow.savingsRate, 6)).toBe(figures.savingsRate);
    expect(digits(flow.incomeVariation, 6)).toBe(figures.incomeCVpop);
    expect(digits(flow.incomeVariationExBonus, 6)).toBe(figures.incomeCVpop_exBonus);
    expect(digits(flow.recurringIncomeShare, 6)).toBe(figures.recurringIncomeShare);
    expect(digits(flow.debtServiceRatio, 6)).toBe(figures.debtServiceRatio);
  });

  it('tells salary, bonus and freelance work apart', () => {
    const streams = flow.incomeStreams.map(({ id, regularity, monthsWithout }) => [
      id,
      regularity,
      monthsWithout,
    ]);
    expect(streams).toEqual([
      ['bonus', 'one-off', 11],
      ['freelance', 'irregular', figures.freelanceZeroMonths],
      ['salary', 'regular', 0],
    ]);
  });

  it('finds the recurring streams', () => {
    const { streams } = findRecurring(transactions, { asOf: AS_OF });
    // Read off the rows: the day of the month and the number of bookings of each.
    expect(
      streams.map(({ text, cadence, day, status, occurrences, missed }) => [
        text,
        cadence,
        day.kind === 'day-of-month' ? day.day : day.kind,
        status,
        occurrences,
        missed,
      ]),
    ).toEqual([
      ['salary', 'monthly', 10, 'active', 12, 0],
      ['freelance', 'monthly', 17, 'active', 10, 2],
      ['card spending', 'monthly', 25, 'active', 12, 0],
      ['monthly plan', 'monthly', 15, 'active', 12, 0],
      ['protection premium', 'monthly', 5, 'active', 12, 0],
      ['mortgage', 'monthly', 20, 'active', 12, 0],
      ['tuition', 'semi-annual', 1, 'pending', 2, 0],
    ]);
    expect(streams[0]?.next).toEqual({ date: '2026-03-10', amount: cny(28000) });
  });
});

describe('step 3, balance sheet', () => {
  const figures = expected.assets;
  const { holdings, liabilities, fx } = view;
  const essentialMonthly = { currency: 'CNY', amount: '23123.00' } as const;
  const sheet = balanceSheet(
    holdings,
    liabilities,
    { base: 'CNY', rates: fx },
    { essentialMonthly },
  );
  if (sheet.status !== 'complete') throw new Error('no balance sheet');

  it('adds up in the base currency', () => {
    expect(sheet.financialAssets).toEqual(cny(figures.total));
    expect(sheet.netFinancial).toEqual(cny(figures.netFinancial));
    expect(sheet.classes.map(({ assetClass, value }) => [assetClass, value.amount])).toEqual([
      // 362,000 + 300,000 + 118,000 + 20,000 × 7.1
      ['cash', '922000.00'],
      ['equity', '260000.00'],
      ['mixed', '100000.00'],
    ]);
  });

  it('shows each holding’s share', () => {
    const shares = sheet.positions.map(({ id, share }) => [id, digits(share, 6)]);
    expect(Object.fromEntries(shares)).toEqual(figures.weights);
  });

  it('measures concentration, liquidity and debt', () => {
    expect(digits(sheet.concentration.employerShare, 6)).toBe(figures.employerStockShare);
    expect(digits(sheet.concentration.herfindahl, 5)).toBe(figures.HHI);
    // 1 / 0.2024503445
    expect(digits(sheet.concentration.effectiveNumber, 4)).toBe(4.9395);
    expect(sheet.concentration.largest?.id).toBe('DEMAND_CNY');
    expect(digits(sheet.foreignCurrencyShare, 6)).toBe(figures.fxShare);
    expect(digits(sheet.emergencyMonths, 4)).toBe(figures.emergencyMonths_liquid);
    expect(digits(sheet.liquidShare, 6)).toBe(figures.liquidShare);
    expect(digits(sheet.debtToAssets, 6)).toBe(figures.debtToAsset_exHome);
  });
});

describe('step 4, needs', () => {
  const result = detectNeeds(view, policy, { asOf: AS_OF });

  it('ranks idle cash, education, the employer’s stock, the term deposit and retirement', () => {
    expect(result.needs.map(({ rank, id }) => [rank, id])).toEqual([
      [1, 'idle-cash'],
      [2, 'goal:education'],
      [3, 'concentration:employer'],
      [4, 'maturity:TD_CNY_20260520'],
      [5, 'goal:retirement'],
    ]);
    expect(result.undetermined).toEqual([]);
    expect(result.failures).toEqual([]);
  });

  it('holds back a reserve of six months, because one income is irregular', () => {
    const figures = expected['needs.idleCash'];
    const need = result.needs.find(({ kind }) => kind === 'idle-cash');
    expect(need).toMatchObject({
      amount: cny(figures.idle),
      reserve: cny(figures.reserve),
      months: figures.reserveMonths,
      irregularIncomes: ['freelance'],
    });
    expect(need?.amount).toEqual(cny(expected.investable));
  });

  it('knows what the goals will cost', () => {
    const [education, retirement] = view.goals;
    expect(goalTarget(education!)).toEqual(cny(expected.goals.educationFV));
    expect(goalTarget(retirement!)).toEqual(cny(expected.goals.retirementFV));
  });

  it('knows what matures, when, and with how much interest', () => {
    const figures = expected.maturities;
    expect(result.maturities).toMatchObject([
      {
        holding: 'TD_CNY_20260520',
        days: figures.daysToTD,
        interest: cny(figures['TD_CNY_20260520_interest@1.10%']),
      },
      {
        holding: 'CLOSED_WMP_20260630',
        days: figures.daysToWMP,
        interest: cny(figures['CLOSED_WMP_20260630_interest@2.6%/180d']),
      },
    ]);
  });

  it('offers a staged sale of the employer’s stock beside an immediate one', () => {
    const need = result.needs.find(({ kind }) => kind === 'concentration');
    if (need?.kind !== 'concentration') throw new Error('no such need');
    // 260,000 − 0.10 × 1,282,000 = 131,800; a quarter of it is 32,950.
    expect(need.amount).toEqual(cny(131800));
    expect(need.options).toMatchObject([
      { kind: 'immediate', sales: [{ date: AS_OF, amount: cny(131800), shareAfter: 0.1 }] },
      {
        kind: 'staged',
        sales: [
          { date: '2026-03-02', amount: cny(32950) },
          { date: '2026-06-02', amount: cny(32950) },
          { date: '2026-09-02', amount: cny(32950) },
          { date: '2026-12-02', amount: cny(32950), shareAfter: 0.1 },
        ],
      },
    ]);
  });
});

describe('step 5, the return that education requires', () => {
  const figures = expected['riskNeed.education'];
  const plan = {
    present: cny(figures.pv) as { currency: 'CNY'; amount: string },
    monthlyContribution: cny(figures.monthly) as { currency: 'CNY'; amount: string },
    years: figures.years,
    target: cny(figures.target) as { currency: 'CNY'; amount: string },
  };

  it('is the one that the formula gives', () => {
    const result = requiredReturn(plan);
    expect(result.status === 'found' && digits(result.requiredReturn, 8)).toBe(
      figures.requiredNetReturn,
    );
  });

  it('is what the needs and the profile say, from the client file alone', () => {
    const { need } = profileClient(view, policy, { asOf: AS_OF }).risk;
    expect(need).toEqual({ goal: 'education', required: requiredReturn(plan) });
  });
});

describe('the sample client’s profile', () => {
  const profile = profileClient(view, policy, { asOf: AS_OF });

  it('keeps four numbers apart and takes the questionnaire’s level', () => {
    const { dims, final } = expected.questionnaire;
    const { capacity, tolerance, knowledge, level } = profile.risk;
    expect({ capacity, tolerance, knowledge }).toEqual(dims);
    expect(level).toBe(final);
  });

  it('is of a mother or father of 38, open for advice, and free of contradictions', () => {
    // Born on 29 February 1988: 38 from 1 March 2026.
    expect(profile).toMatchObject({
      status: 'open',
      age: 38,
      lifeStage: 'raising-family',
      confidence: 'high',
      contradictions: [],
      questions: [],
      failures: [],
    });
  });
});
