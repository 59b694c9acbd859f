import type { CaseFacts } from './case.js';
import { BIT, type Screened, statusOf } from './outcome.js';
import { AS_OF } from './pack.js';
import { LIMITS } from './terms.js';

/** The rules as somebody would write them who has every fact: no data, no reasons. */
export function screenByHand(rows: readonly CaseFacts[]): Screened {
  const fired = new Int32Array(rows.length);
  const statuses = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const case_ = rows[i]!;
    if (case_['order.effect'] !== 'increase') continue;
    // One set for the duties that apply and what bites, one for the duties fulfilled.
    const bites = rulesOfAll(case_) | rulesOfRegime(case_);
    const satisfied = bites & fulfilled(case_);
    fired[i] = bites & ~satisfied;
    statuses[i] = statusOf(fired[i]!, satisfied, 0);
  }
  return { fired, statuses };
}

function rulesOfRegime(case_: CaseFacts): number {
  switch (case_['product.regime']) {
    case 'nfra-investment':
      return rulesOfBanking(case_) | rulesOfInvestment(case_);
    case 'nfra-insurance':
      return rulesOfBanking(case_) | rulesOfInsurance(case_);
    case 'csrc':
      return case_['client.professional'] ? 0 : rulesOfSecurities(case_);
  }
}

function rulesOfAll(case_: CaseFacts): number {
  const risk = riskOf(case_);
  let bites = 0;
  if (case_['client.civilCapacity'] === 'none') bites |= BIT.noCapacity;
  if (case_['client.civilCapacity'] === 'limited') {
    bites |= risk > LIMITS.lowRisk ? BIT.limitedCapacity : BIT.guardian;
  }
  if (case_['product.private']) {
    if (!isQualified(case_)) bites |= BIT.qualified;
    if (case_['order.amount'] < leastAmount(case_)) bites |= BIT.leastAmount;
  }
  if (case_['order.channel'] !== 'branch' && case_['order.amount'] >= LIMITS.large) {
    bites |= BIT.largeRemote;
  }
  if (risk === case_['client.riskLevel'] && ageOf(case_) >= LIMITS.nearRetirement) {
    bites |= BIT.atTheLimit;
  }
  return bites;
}

function rulesOfBanking(case_: CaseFacts): number {
  let bites = 0;
  if (case_['client.paymentMismatch']) {
    const insists = case_['product.regime'] === 'nfra-insurance' && case_['order.clientInsists'];
    bites |= insists ? BIT.paymentInsists : BIT.payment;
  }
  if (riskOf(case_) >= LIMITS.highRisk && ageOf(case_) >= LIMITS.specialCareAge) {
    bites |= BIT.specialCare;
  }
  if (case_['client.changeReported'] || case_['client.assessedOn'] < OLDEST) {
    const limited =
      case_['history.assessmentsToday'] >= LIMITS.assessmentsADay ||
      case_['history.assessments12m'] >= LIMITS.assessmentsAYear;
    bites |= limited ? BIT.assessmentLimit : BIT.assessAgain;
  }
  if (case_['client.levelChanged']) bites |= BIT.levelChanged;
  return bites;
}

function rulesOfInvestment(case_: CaseFacts): number {
  if (riskOf(case_) <= case_['client.riskLevel']) return 0;
  return case_['order.solicited'] ? BIT.level | BIT.recommended : BIT.level;
}

function rulesOfInsurance(case_: CaseFacts): number {
  if (!case_['product.uncertainBenefit']) return 0;
  const income = case_['client.householdIncome'];
  let bites = 0;
  if (case_['order.singlePremium'] > LIMITS.singlePremium * income) bites |= BIT.singlePremium;
  if (case_['order.annualPremium'] > LIMITS.annualPremium * income) bites |= BIT.annualPremium;
  if (case_['order.payYears'] + ageOf(case_) >= LIMITS.premiumAge) bites |= BIT.premiumAge;
  if (case_['order.premium'] >= LIMITS.premiumBudget * case_['client.premiumBudget']) {
    bites |= BIT.premiumBudget;
  }
  return bites;
}

function rulesOfSecurities(case_: CaseFacts): number {
  const risk = riskOf(case_);
  let bites = risk >= LIMITS.highRisk ? BIT.securitiesCare : 0;
  if (risk <= case_['client.riskLevel']) return bites;
  const lowest = case_['client.lowestCategory'];
  const insists = case_['order.clientInsists'] && !lowest;
  if (lowest) bites |= BIT.securitiesLowest;
  if (case_['order.solicited']) return bites | BIT.securitiesRecommended | BIT.securitiesLevel;
  return bites | (insists ? BIT.securitiesInsists : BIT.securitiesLevel);
}

/** The duties that are fulfilled, should they apply. */
function fulfilled(case_: CaseFacts): number {
  const warned = case_['order.toldUnsuitable'] && case_['order.writtenWarning'];
  let duties = 0;
  if (warned) duties |= BIT.paymentInsists;
  if (warned && case_['order.insistsAfterWarning']) duties |= BIT.securitiesInsists;
  if (case_['order.guardianConsent']) duties |= BIT.guardian;
  if (case_['order.specialCare']) duties |= BIT.specialCare | BIT.securitiesCare;
  if (case_['client.levelChangeReconfirmed']) duties |= BIT.levelChanged;
  if (case_['order.declarationSigned']) duties |= DECLARATIONS;
  return duties;
}

const DECLARATIONS = BIT.singlePremium | BIT.annualPremium | BIT.premiumAge | BIT.premiumBudget;

function riskOf(case_: CaseFacts): number {
  return Math.max(case_['product.issuerRisk'], case_['product.sellerRisk']);
}

function isQualified(case_: CaseFacts): boolean {
  return (
    case_['client.experienceYears'] >= LIMITS.experienceYears &&
    (case_['household.netFinancialAssets'] >= LIMITS.netAssets ||
      case_['household.financialAssets'] >= LIMITS.assets ||
      case_['client.avgIncome3y'] >= LIMITS.income)
  );
}

function leastAmount(case_: CaseFacts): number {
  switch (case_['product.type']) {
    case 'fixed':
      return LIMITS.leastFixed;
    case 'mixed':
      return LIMITS.leastMixed;
    default:
      return LIMITS.leastEquity;
  }
}

/** Twelve months before the day, on which no month ends early. */
export const OLDEST = `${Number(AS_OF.slice(0, 4)) - 1}${AS_OF.slice(4)}`;

const YEAR = Number(AS_OF.slice(0, 4));
const DAY = AS_OF.slice(5);

/** Completed years. */
export function ageOf({ 'client.birthDate': born }: Pick<CaseFacts, 'client.birthDate'>): number {
  return YEAR - Number(born.slice(0, 4)) - (born.slice(5) > DAY ? 1 : 0);
}
