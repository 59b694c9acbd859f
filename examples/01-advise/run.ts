import {
  type AdviceRecord,
  adviceReplayersWith,
  advise,
  type ProposedAdvice,
  type ReviewRecord,
  reviewAccount,
} from 'aptfolio/advice';
import { type FrontierPoint, frontierPoints, problemForLevel } from 'aptfolio/allocation';
import { type DecisionRecord, recordDecision, replay, verifyChain } from 'aptfolio/evidence';
import { type ServicePanel, servicePanel } from 'aptfolio/kpi';
import { compileAssumptions } from 'aptfolio/market';
import { type Money, multiplyMoney } from 'aptfolio/money';
import { draftOrder, type OrderReplay, replayOrder } from 'aptfolio/orders';
import { compileProducts, type ProductUniverse } from 'aptfolio/products';
import type { RiskLevel } from 'aptfolio/questionnaire';
import {
  type IncompleteProposal,
  type PeriodReport,
  type Proposal,
  prepareProposal,
  reportPeriod,
} from 'aptfolio/report';
import { replay as replayAssessment } from 'aptfolio/suitability';
import { type CaseResult, runCases } from './cases/index.js';
import type { Inputs } from './inputs.js';
import { lifeOf } from './order-life.js';
import { allPacks, SALE_PACKS } from './packs.js';

/** What the example's client went through, step by step. */
export interface Run {
  readonly inputs: Inputs;
  readonly universe: ProductUniverse;
  readonly level: RiskLevel;
  /** The first attempt, with the gaps of the intake, and the advice once they were filled. */
  readonly first: AdviceRecord;
  readonly advice: AdviceRecord;
  readonly outcome: ProposedAdvice;
  readonly frontier: readonly FrontierPoint[];
  readonly proposal: Proposal | IncompleteProposal;
  readonly orders: readonly OrderReplay[];
  readonly review: ReviewRecord;
  readonly period: PeriodReport;
  readonly panel: ServicePanel;
  readonly cases: readonly CaseResult[];
  /** Every decision, each chained to the one before it. */
  readonly chain: readonly DecisionRecord[];
  /** What came of verifying the chain and of deciding again. */
  readonly proof: {
    readonly chain: string;
    readonly replays: readonly string[];
    /** Every suitability record of the cases. */
    readonly suitability: readonly { readonly hash: string; readonly replay: string }[];
  };
}

/** A client for whom the process ends before there is anything to invest. */
export interface StoppedRun {
  readonly status: 'stopped';
  readonly inputs: Inputs;
  readonly records: readonly AdviceRecord[];
}

/** Steps 1 to 16. Pure: the same inputs give the same run. */
export function run(inputs: Inputs): Run | StoppedRun {
  const { asOf, reference, request } = inputs;
  const packs = SALE_PACKS;
  const first = advise({ ...request, known: inputs.atFirst }, reference, { asOf, packs });
  const advice = advise(request, reference, { asOf, packs, previous: first });
  const { outcome } = advice;
  if (outcome.status !== 'proposed') return { status: 'stopped', inputs, records: [first, advice] };

  const assumptions = compileAssumptions(reference.assumptions);
  const universe = compileProducts(reference.products, assumptions.assetClasses);
  const level = outcome.profile.risk.level as RiskLevel;
  const { allocation, selection, costs, goal } = outcome;
  const { conflicts } = inputs;
  const { projection } = goal;
  const proposal = prepareProposal({
    ...{ level, allocation, selection, universe, costs, conflicts, projection },
  });
  const { objective: _, ...rules } = problemForLevel(assumptions, reference.allocation, level);
  const frontier = frontierPoints(rules, { count: 40 });
  const orders = outcome.orders.orders.map((planned) => {
    const draft = draftOrder(planned, { proposalHash: outcome.proposalHash });
    return replayOrder(draft, lifeOf(draft, outcome.proposalHash));
  });

  const review = reviewIt(inputs, outcome, level, advice);
  const period = reportPeriod({
    from: asOf,
    to: inputs.market.asOf,
    invested: outcome.orders.totalGross,
    entryFees: outcome.orders.totalFee,
    contributions: inputs.market.contributions.dates.map((date) => ({
      date,
      amount: monthly(inputs),
    })),
    // The review was told what has happened since the opening, so it has valued the account.
    valuation: review.outcome.valuation!,
  });
  const panel = servicePanel(inputs.quarter, { currency: request.view.baseCurrency });
  const service = recordDecision({
    kind: 'example.service',
    asOf: inputs.market.asOf,
    inputs: { quarter: inputs.quarter },
    outcome: panel,
    versions: { example: '1' },
    previous: review,
  });
  const chain: readonly DecisionRecord[] = [first, advice, review, service];
  const cases = runCases({ inputs, universe, assumptions, advice, outcome, level });
  const replayers = adviceReplayersWith(packs);
  return {
    inputs,
    universe,
    level,
    first,
    advice,
    outcome,
    frontier: frontier.status === 'points' ? frontier.points : [],
    proposal,
    orders,
    review,
    period,
    panel,
    cases,
    chain,
    proof: {
      chain: verifyChain(chain).status,
      replays: [first, advice, review].map((record) => replay(record, replayers).status),
      suitability: decideAgain(cases, asOf),
    },
  };
}

/** Makes every suitability record of the cases again, each under the packs of its day. */
function decideAgain(cases: readonly CaseResult[], asOf: Inputs['asOf']) {
  const packs = allPacks(asOf);
  const records = cases.flatMap(({ rulings }) => rulings.flatMap((ruling) => ruling.records));
  return records.map((record) => ({
    hash: record.hash,
    replay: replayAssessment(record, { packs }).status,
  }));
}

function reviewIt(
  inputs: Inputs,
  outcome: ProposedAdvice,
  level: RiskLevel,
  previous: DecisionRecord,
): ReviewRecord {
  const { market, review, request } = inputs;
  const { into, count, averageHalfPeriodReturn } = market.contributions;
  const { client, baseCurrency: currency } = request.view;
  return reviewAccount(
    {
      level,
      account: { id: client.id, currency, target: outcome.selection.weights },
      since: {
        opening: Object.fromEntries(
          outcome.orders.orders.map(({ product, net }) => [product, net]),
        ),
        period: {
          classReturns: market['marketReturnSince2026-03-02'],
          feeYears: 0.5,
          additions: [
            {
              product: into,
              amount: multiplyMoney(monthly(inputs), count),
              periodReturn: averageHalfPeriodReturn,
            },
          ],
        },
      },
    },
    review,
    { asOf: market.asOf, previous },
  );
}

function monthly({ market, request }: Inputs): Money {
  return { currency: request.view.baseCurrency, amount: market.contributions.monthly };
}
