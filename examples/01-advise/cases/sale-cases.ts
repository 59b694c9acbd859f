import { addDays, addMonths, type PlainDate } from 'aptfolio/dates';
import type { Parameters } from 'aptfolio/evidence';
import { money } from 'aptfolio/money';
import { checkOrder } from 'aptfolio/orders';
import { assessmentValidity } from 'aptfolio/questionnaire';
import { findSubstitutes } from 'aptfolio/selection';
import { retentionOf, type SuitabilityAssessment } from 'aptfolio/suitability';
import { productFactsOf } from '../facts.js';
import { SALE_PACKS } from '../packs.js';
import { type Case, type CaseContext, caseResult, type Remark } from './case.js';
import { buy, contextOf } from './order-check.js';
import { ask, isPermitted, ruled, statusOf, withChanges } from './ruling.js';
import { AS_WEALTH_PRODUCT, type SaleChange, saleOf } from './sale.js';

/** The client insists: before the special warning in writing, and after it. */
const UNWARNED = { clientInsists: true, toldUnsuitable: true, writtenWarning: false };
const WARNED = { ...UNWARNED, writtenWarning: true, insistsAfterWarning: true };

/** A1: a C3 client insists on P05, whose effective rating is R4. */
export const insistsOnRisk: Case = (context) => {
  const { asOf } = context.inputs;
  const answer = (order: SaleChange['order'], change: SaleChange = {}, product = 'P05') =>
    ask(saleOf(context, product, { ...change, order: { ...order } }), { asOf });
  const wealthProduct = { product: AS_WEALTH_PRODUCT };
  const lowest = { client: { riskLevel: 'C1', lowestCategory: true } };
  const careful = { ...WARNED, specialCare: true };

  const bank = ruled('A1.bank', [answer(WARNED, wealthProduct)]);
  const fund = ruled('A1.fund', [
    answer({ ...UNWARNED, insistsAfterWarning: false, specialCare: false }),
    answer(careful),
  ]);
  const solicited = ruled('A1.solicited', [answer({ ...careful, solicited: true })]);
  const lowestBank = ruled('A1.lowest-bank', [
    answer(WARNED, { ...lowest, ...wealthProduct }, 'P03'),
  ]);
  const lowestFund = ruled('A1.lowest-fund', [answer(WARNED, lowest, 'P03')]);
  return caseResult(
    'A1',
    {
      bank: statusOf(bank),
      fund: fund.assessments[0]!.status,
      warned: statusOf(fund),
      lowest: statusOf(lowestFund),
      instead: substitutesFor('P05', context),
    },
    [
      ...evidenceOf(fund.assessments[1]!),
      { say: 'case.A1.checks', figures: checksOfInsisting(context) },
    ],
    {
      rulings: [
        withChanges(bank, 1, { asOf }),
        withChanges(fund, 2, { asOf }),
        ...[solicited, lowestBank, lowestFund],
      ],
    },
  );
};

/** What comes nearest to a product, as far as the packs let it be sold. */
function substitutesFor(product: string, context: CaseContext): readonly string[] {
  const { universe, inputs, assumptions, level } = context;
  const { asOf, reference } = inputs;
  const { maxLockUpDays } = reference.selection;
  const { covariance } = assumptions;
  return findSubstitutes(product, universe, { level, maxLockUpDays, covariance })
    .filter((one) => isPermitted(ask(saleOf(context, one.product.id), { asOf })))
    .slice(0, 2)
    .map((one) => `${one.product.id} ${one.product.name}`);
}

/** How long the evidence of a fund's sale must be kept. */
function evidenceOf(sold: SuitabilityAssessment): readonly Remark[] {
  const kept = retentionOf(sold, { packs: SALE_PACKS });
  if (!isPermitted(sold) || kept.status !== 'dated') return [];
  return [{ say: 'case.A1.kept', figures: { until: kept.until } }];
}

/** What the checks before each order say, which ask the same packs again. */
function checksOfInsisting(context: CaseContext): Parameters {
  const { universe } = context;
  const asBank = { productFacts: productFactsOf(universe.products, AS_WEALTH_PRODUCT) };
  const lowest = { facts: { client: { riskLevel: 'C1', lowestCategory: true } } };
  return {
    bank: checkOrder(buy('P05', WARNED), contextOf(context, asBank)).status,
    fund: checkOrder(buy('P05', UNWARNED), contextOf(context)).status,
    lowest: checkOrder(buy('P03', WARNED), contextOf(context, lowest)).status,
  };
}

/** A2: an assessment of more than twelve months ago. */
export const oldAssessment: Case = (context) => {
  const { asOf, reference } = context.inputs;
  const assessedOn = addDays(addMonths(asOf, -reference.questionnaire.validMonths), -1);
  const history = { assessmentsToday: 0, assessments12m: 0 };
  const answer = (product: string, change: SaleChange = {}, day = asOf) =>
    ask(saleOf(context, product, { client: { assessedOn }, history, ...change }), { asOf: day });
  const { issuerRisk, distributorRisk } = context.universe.byId.P06!;
  const replaces = { issuerRisk, sellerRisk: distributorRisk };
  const onLeapDay = { client: { assessedOn: '2028-02-29' } };

  const purchase = ruled('A2.purchase', [answer('P02')]);
  const redemption = ruled('A2.redemption', [answer('P09', { action: 'sell' })]);
  const lower = ruled('A2.lower', [answer('P02', { action: 'switch', replaces })]);
  const leap = ruled('A2.leap', [
    answer('P02', onLeapDay, '2029-02-28'),
    answer('P02', onLeapDay, '2029-03-01'),
  ]);
  const fund = ruled('A2.fund', [answer('P03')]);
  return caseResult(
    'A2',
    {
      purchase: statusOf(purchase),
      redemption: statusOf(redemption),
      lower: statusOf(lower),
      leap: lastDayAfterLeapDay(),
    },
    checksWhenExpired(context, assessedOn),
    { rulings: [withChanges(purchase, 1, { asOf }), redemption, lower, leap, fund] },
  );
};

/** What the checks before each order say of a purchase and of a switch to lower risk. */
function checksWhenExpired(context: CaseContext, assessedOn: PlainDate): readonly Remark[] {
  const holdings = { P06: money('CNY', '80000.00') };
  const expired = contextOf(context, { facts: { client: { assessedOn } }, holdings });
  const down = { ...buy('P02'), id: 'switch', side: 'switch', from: 'P06' } as const;
  const [purchase, change] = [buy('P02'), down].map((order) => checkOrder(order, expired));
  const { status: bought } = purchase!;
  const { status: changed, reasons } = change!;
  return [{ say: 'case.A2.checks', figures: { bought, changed } }, ...reasons];
}

/** Twelve months from a 29 February. */
function lastDayAfterLeapDay(): string {
  return assessmentValidity('2024-02-29', { asOf: '2024-03-01', validMonths: 12 }).validThrough;
}
