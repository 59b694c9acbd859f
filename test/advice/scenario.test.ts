import {
  type AdviceOutcome,
  type AdviceReference,
  type AdviceRequest,
  adviceReplayers,
  adviceReplayersWith,
  advise,
  type ProposedAdvice,
} from 'aptfolio/advice';
import type { CalendarData } from 'aptfolio/dates';
import { canonicalJson, replay, verifyRecord } from 'aptfolio/evidence';
import { money } from 'aptfolio/money';
import { describe, expect, it } from 'vitest';
import bank from '../../examples/data/bank-policy.json';
import projected from '../fixtures/projection/scenario.json';
import expected from '../fixtures/scenario/expected.json';
import { expectRefusal } from '../refusal.js';
import {
  asOf,
  judgedReference,
  judgedRequest,
  missingAtFirst,
  packs,
  reference,
  request,
} from './support.js';

function proposed(outcome: AdviceOutcome): ProposedAdvice {
  if (outcome.status !== 'proposed') throw new Error(`${outcome.status} at ${outcome.step}`);
  return outcome;
}

const record = advise(request, reference, { asOf });
const outcome = proposed(record.outcome);

describe('step 1, the intake', () => {
  const known = request.known.filter((field) => !missingAtFirst.includes(field));
  const first = advise({ ...request, known }, reference, { asOf }).outcome;

  it('blocks advice below the threshold and names what is missing', () => {
    const figures = expected['intake.completeness'];
    expect(first.status).toBe('incomplete');
    expect(first.status !== 'proposed' && first.step).toBe('intake');
    expect(first.intake?.score).toBe(figures.score);
    expect(first.intake?.weightPresent).toBe(figures.weightPresent);
    expect(first.intake?.weightTotal).toBe(figures.weightTotal);
    expect(first.intake?.missing).toEqual(figures.missing);
    expect(first).not.toHaveProperty('assessment');
  });

  it('passes once the questions are answered', () => {
    expect(outcome.intake.score).toBe(1);
  });
});

describe('step 2, the questionnaire', () => {
  it('gives the level of the lowest band and says what a weighted score would have said', () => {
    const { assessment, profile } = outcome;
    const { final, ruleWeightedOnly, validUntil } = expected.questionnaire;
    expect(assessment.level).toBe(final);
    expect(assessment.weightedLevel).toBe(ruleWeightedOnly);
    expect(assessment.validThrough).toBe(validUntil);
    expect(profile.risk).toMatchObject({ level: final, ...expected.questionnaire.dims });
  });
});

describe('steps 3 to 5, profile, needs and the return that the goal requires', () => {
  it('has the cash flow and the balance sheet of the sample', () => {
    const { cashFlow, balanceSheet } = outcome.profile;
    expect(cashFlow.savingsRate).toBeCloseTo(expected.cashflow.savingsRate, 6);
    expect(Number(cashFlow.essentialMonthly?.amount)).toBe(expected['cashflow.essentialMonthly']);
    expect(balanceSheet.status === 'complete' && Number(balanceSheet.financialAssets.amount)).toBe(
      expected.assets.total,
    );
  });

  it('ranks the needs: idle cash, education, the employer’s stock, a maturity, retirement', () => {
    expect(outcome.needs.needs.map(({ kind, rank }) => [rank, kind])).toEqual([
      [1, 'idle-cash'],
      [2, 'goal'],
      [3, 'concentration'],
      [4, 'maturity'],
      [5, 'long-term-goal'],
    ]);
    expect(Number(outcome.amount.amount)).toBe(expected.investable);
  });

  it('requires a return beyond what the products can be expected to bring, and keeps the level', () => {
    const { required, netReturn } = outcome.goal;
    const need = expected['riskNeed.education'].requiredNetReturn;
    expect(required.status === 'found' && required.requiredReturn).toBeCloseTo(need, 8);
    // By hand: μ 0.04081838 − weighted fee 0.00761985.
    expect(netReturn).toBeCloseTo(0.03319853, 8);
    expect(required.status === 'found' && required.withinReach).toBe(false);
    expect(outcome.profile.risk.level).toBe('C3');
  });
});

describe('steps 6 to 8, allocation, products and costs', () => {
  it.each(['C1', 'C2', 'C3', 'C4', 'C5'] as const)('has the weights of %s', (level) => {
    const result = outcome.allocations[level];
    if (result.status !== 'optimal') throw new Error(result.status);
    for (const [name, weight] of Object.entries(expected[`allocation.${level}`].w)) {
      expect(result.weights[name]).toBeCloseTo(weight, 8);
    }
    expect(Object.is(result.weights.EQ_CN, -0)).toBe(false);
  });

  it('selects the products of the sample with a reason for every rejected one', () => {
    const { selection } = outcome;
    expect(selection.eligible.map(({ id }) => id)).toEqual(
      Object.keys(expected['products.eligible']),
    );
    for (const [id, weight] of Object.entries(expected['products.weights'])) {
      expect(selection.weights[id]).toBeCloseTo(weight, 8);
    }
    expect(selection.rejected.map(({ product }) => product.id)).toEqual(
      Object.keys(expected['products.excluded']),
    );
    const counts = selection.rejected.map(({ reasons }) => reasons.length);
    expect(counts).toEqual(Object.values(expected['products.excluded']).map((one) => one.length));
  });

  it('costs what the sample costs, to the cent', () => {
    const { costs } = outcome;
    const figures = expected['costs.exAnte'];
    expect(Number(costs.entryFees.amount)).toBe(figures.entryFeesCNY);
    expect(Number(costs.firstYear.amount)).toBe(figures.firstYearCNY);
    expect(Number(costs.ongoing.amount)).toBe(figures.ongoingCNY);
    expect(costs.reductionInYield).toBeCloseTo(figures.reductionInYield5y, 8);
  });
});

describe('step 9, the projection', () => {
  it('has the closed form of the fixture, and a simulation within four standard errors of its mean', () => {
    const { projection, simulation, contribution } = outcome.goal;
    expect(projection.probability).toBeCloseTo(Number(projected.probability), 8);
    const error = Math.abs(simulation.mean - Number(projected.mean));
    expect(error).toBeLessThan(4 * simulation.standardError);
    expect(contribution.status === 'found' && contribution.monthlyContribution).toBeCloseTo(
      Number(projected.contributionFor75),
      4,
    );
  });
});

describe('step 11, the orders', () => {
  it('orders the whole amount in whole yuan, with fees to the cent', () => {
    const { orders, checks } = outcome;
    const lines = orders.orders.map(({ product, gross, fee, net }) => ({
      product,
      gross: String(Number(gross.amount)),
      fee: fee.amount,
      net: net.amount,
    }));
    expect(lines).toEqual(expected.orders);
    expect(orders.totalFee.amount).toBe(expected['orders.totalFee']);
    expect(Number(orders.totalGross.amount)).toBe(expected.investable);
    // Without packs a proposal can be made, but nobody says that an order is suitable.
    expect(Object.values(checks).map(({ reasons }) => reasons.map(({ code }) => code))).toEqual(
      lines.map(() => ['orders.no-packs']),
    );
  });

  const judged = advise(judgedRequest, judgedReference, { asOf, packs });

  it('checks each order under the packs of the day', () => {
    const { checks } = proposed(judged.outcome);
    expect(Object.values(checks).map(({ status }) => status)).toEqual(Array(5).fill('allowed'));
  });

  it('names the packs on record, and is decided again with them alone', () => {
    expect(Object.keys(judged.versions)).toEqual(
      expect.arrayContaining(packs.map(({ id, version }) => `pack:${id}@${version}`)),
    );
    expect(replay(judged, adviceReplayersWith(packs))).toEqual({ status: 'same' });
    expect(replay(judged, adviceReplayers)).toMatchObject({
      status: 'refused',
      issues: [{ code: 'missing-value', path: 'packs' }],
    });
  });
});

describe('products that deal on set days', () => {
  const calendar = bank.calendar as CalendarData;
  const dealing = (terms: object): AdviceReference => ({
    ...judgedReference,
    products: reference.products.map((one) =>
      one.id === 'P03' ? { ...one, dealing: terms } : one,
    ),
  });
  const decide = (change: Partial<AdviceRequest>, terms: AdviceReference) =>
    advise({ ...judgedRequest, ...change }, terms, { asOf, packs }).outcome;

  it('are ordered on their days under the bank’s calendar', () => {
    const { orders, checks } = proposed(decide({}, { ...dealing({}), calendar }));
    expect(orders.orders.map(({ orderOn }) => orderOn)).toEqual(Array(5).fill(asOf));
    expect(Object.values(checks).map(({ status }) => status)).toEqual(Array(5).fill('allowed'));
  });

  it('are named where no calendar says their days', () => {
    const outcome = decide({}, dealing({}));
    expect(outcome).toMatchObject({ status: 'not-possible', step: 'orders' });
    expect(outcome.reasons.map(({ code }) => code)).toContain('orders.calendar-missing');
  });

  it('are no yes under a daily limit until past orders are known', () => {
    const terms = { ...dealing({ dailyPurchase: '500000' }), calendar };
    const open = decide({}, terms);
    expect(open).toMatchObject({ status: 'not-possible', step: 'orders' });
    expect(open.reasons.map(({ code }) => code)).toContain('orders.daily-limit-open');
    const { checks } = proposed(decide({ history: [] }, terms));
    expect(Object.values(checks).map(({ status }) => status)).toEqual(Array(5).fill('allowed'));
  });

  it('name the day and the request where these are at fault', () => {
    const short = { ...calendar, covers: { from: '2026-04-01', to: '2027-01-01' } } as const;
    const terms = { ...dealing({}), calendar: { ...short, holidays: [] } };
    expectRefusal(() => decide({}, terms), 'out-of-range', 'options.asOf');
    const history = [{ product: '', side: 'buy', gross: money('CNY', '1'), on: asOf }] as const;
    const bad = { ...dealing({}), calendar };
    expectRefusal(() => decide({ history }, bad), 'empty', 'request.history[0].product');
  });
});

describe('a selection that is not proved to be the best', () => {
  it('is proposed, and that is said', () => {
    // Two fits are too few where the minimum purchase of P08 gets in the way.
    const products = reference.products.map((one) =>
      one.id === 'P08' ? { ...one, minimumPurchase: '10000' } : one,
    );
    const selection = { ...reference.selection, maxNodes: 2 };
    const { selection: found, reasons } = proposed(
      advise(request, { ...reference, products, selection }, { asOf }).outcome,
    );
    expect(found.status).toBe('feasible');
    expect(reasons.map(({ code }) => code)).toContain('selection.search-ended');
  });
});

describe('the record', () => {
  it('is whole, and gives the same bytes when it is decided again', () => {
    expect(verifyRecord(record)).toEqual({ status: 'verified' });
    expect(replay(record, adviceReplayers)).toEqual({ status: 'same' });
    expect(canonicalJson(advise(request, reference, { asOf }))).toBe(canonicalJson(record));
  });

  it('does not depend on the order of products, bookings, holdings or answers', () => {
    const { view, answers, known } = request;
    const turned = {
      ...request,
      known: [...known].reverse(),
      answers: Object.fromEntries(Object.entries(answers).reverse()),
      view: {
        ...view,
        holdings: [...view.holdings].reverse(),
        transactions: [...(view.transactions ?? [])].reverse(),
      },
    };
    const products = [...reference.products].reverse();
    const other = advise(turned, { ...reference, products }, { asOf });
    expect(canonicalJson(other.outcome)).toBe(canonicalJson(outcome));
  });
});
