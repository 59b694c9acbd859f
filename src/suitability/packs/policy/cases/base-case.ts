import type { FactValue, GoldenCase, RuleFacts } from '../../../../rules/index.js';
import type { PolicyRuleName } from '../rules/rule-names.js';

/** The day of every case. */
const AS_OF = '2026-06-15';

/** A purchase that nothing stands against, every fact known. */
const NOTHING_AGAINST_IT: RuleFacts = {
  'order.effect': 'increase',
  'order.side': 'buy',
  'order.amount': 50000,
  'order.borrowed': false,
  'order.repeatConfirmed': false,
  'order.amountConfirmed': false,
  'order.hoursSinceWarning': null,
  'order.hoursSinceFirstContact': null,
  'client.kind': 'natural',
  'client.professional': false,
  'client.birthDate': '1985-01-01',
  'client.riskLevel': 3,
  'client.assessedOn': '2026-01-10',
  'client.knowledgeLevel': 3,
  'client.knowledgeTestPassed': false,
  'client.horizonYears': 5,
  'client.moneyNeededOn': null,
  'client.currencies': ['CNY'],
  'client.irregularIncome': false,
  'client.segment': 'retail',
  'client.objective': 'income',
  'client.lossBearing': 0.5,
  'household.financialAssets': 1000000,
  'household.liquidAssets': 400000,
  'household.essentialMonthly': 10000,
  'portfolio.issuerValue': 100000,
  'portfolio.productValue': 100000,
  'portfolio.employerValue': 0,
  'portfolio.currencyValue': 100000,
  'portfolio.illiquidValue': 100000,
  'portfolio.volatilityBefore': 0.05,
  'portfolio.volatilityAfter': 0.06,
  'portfolio.riskBefore': 2,
  'portfolio.riskAfter': 2.2,
  'product.issuerRisk': 2,
  'product.sellerRisk': 2,
  'product.status': 'open',
  'product.currency': 'CNY',
  'product.complexity': 2,
  'product.leverage': 1,
  'product.holdingYears': 3,
  'product.lockUpEndsOn': null,
  'product.noticeDays': 0,
  'product.liquid': false,
  'product.diversified': false,
  'product.ofEmployer': false,
  'product.clientDailyLimit': null,
  'product.clientLimit': null,
  'product.targetSegments': ['retail'],
  'product.excludedSegments': null,
  'product.targetLevelMin': 2,
  'product.excludedLevelMax': 1,
  'product.targetHorizonYears': 3,
  'product.excludedHorizonBelow': 1,
  'product.targetObjectives': ['growth', 'income'],
  'product.excludedObjectives': ['capital-preservation'],
  'product.targetLossBearing': 0.2,
  'product.excludedLossBearingBelow': 0.05,
  'history.sameOrderMinutesAgo': null,
  'history.sameOrderOn': null,
  'history.orders24h': 0,
  'history.orderSum24h': 0,
  'history.orderSumToday': 0,
  'history.productSumToday': 0,
  'history.medianOrderAmount': 40000,
};

/** What a case changes; `undefined` takes a fact away. */
type Changes = Readonly<Record<string, FactValue | undefined>>;

/** A case that differs from a purchase that nothing stands against in some facts. */
export function caseWith(
  id: string,
  changes: Changes,
  status: GoldenCase['expect']['status'],
  deciding: readonly PolicyRuleName[],
  why: string,
): GoldenCase {
  const facts = Object.entries({ ...NOTHING_AGAINST_IT, ...changes }).filter(
    (entry): entry is [string, FactValue] => entry[1] !== undefined,
  );
  return {
    id,
    asOf: AS_OF,
    facts: Object.fromEntries(facts),
    expect: { status, deciding: deciding.map((name) => `POLICY-${name.toUpperCase()}`) },
    why,
  };
}
