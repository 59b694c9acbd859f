import { ageOf, OLDEST } from './by-hand.js';
import type { PartialFacts } from './case.js';
import { BIT, type Screened, statusOf } from './outcome.js';
import { LIMITS } from './terms.js';

/** The rules as somebody would write them who minds that facts may be missing: three truth values, still no reasons. */
export function screenGapsByHand(rows: readonly PartialFacts[]): Screened {
  const fired = new Int32Array(rows.length);
  const statuses = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const facts = rows[i]!;
    const truths = truthsOf(facts);
    const satisfied = truths.bites & fulfilled(facts);
    fired[i] = truths.bites & ~satisfied;
    statuses[i] = statusOf(fired[i]!, satisfied, truths.unknown);
  }
  return { fired, statuses };
}

/** Kleene's truth values: `and` is the lesser, `or` the greater one. */
type Truth = number;
const NO = 0;
const UNKNOWN = 1;
const YES = 2;

type Maybe<T> = T | null | undefined;

/** The rules that bite, duties that apply among them, and those of which nobody can say. */
interface Truths {
  bites: number;
  unknown: number;
}

function truthsOf(facts: PartialFacts): Truths {
  const truths: Truths = { bites: 0, unknown: 0 };
  // Where the caller says nothing of the effect, it is an increase.
  const effect = facts['order.effect'];
  const increase = effect === undefined ? YES : is(effect, 'increase');
  if (increase === NO) return truths;
  rulesOfAll(truths, facts, increase);
  const regime = facts['product.regime'];
  const investment = and(increase, is(regime, 'nfra-investment'));
  const insurance = and(increase, is(regime, 'nfra-insurance'));
  if (investment !== NO) rulesOfInvestment(truths, facts, investment);
  if (insurance !== NO) rulesOfInsurance(truths, facts, insurance);
  const banking = known(regime) ? or(investment, insurance) : and(increase, UNKNOWN);
  if (banking !== NO) rulesOfBanking(truths, facts, banking, insurance);
  const ordinary = not(yes(facts['client.professional']));
  const securities = and(and(increase, is(regime, 'csrc')), ordinary);
  if (securities !== NO) rulesOfSecurities(truths, facts, securities);
  return truths;
}

function add(truths: Truths, bit: number, truth: Truth): void {
  if (truth === YES) truths.bites |= bit;
  else if (truth === UNKNOWN) truths.unknown |= bit;
}

function rulesOfAll(truths: Truths, facts: PartialFacts, scope: Truth): void {
  const capacity = facts['client.civilCapacity'];
  const amount = facts['order.amount'];
  const limited = and(scope, is(capacity, 'limited'));
  const low = not(riskIsOver(facts, LIMITS.lowRisk));
  const privately = and(scope, yes(facts['product.private']));
  const remote = is(facts['order.channel'], 'online', 'remote');
  const near = atLeast(maybeAge(facts), LIMITS.nearRetirement);
  add(truths, BIT.noCapacity, and(scope, is(capacity, 'none')));
  add(truths, BIT.limitedCapacity, and(limited, not(low)));
  add(truths, BIT.guardian, and(limited, low));
  add(truths, BIT.qualified, and(privately, not(isQualified(facts))));
  add(truths, BIT.leastAmount, and(privately, isTooSmall(facts)));
  add(truths, BIT.largeRemote, and(scope, and(remote, atLeast(amount, LIMITS.large))));
  add(truths, BIT.atTheLimit, and(scope, and(riskIsTheLevel(facts), near)));
}

function rulesOfBanking(truths: Truths, facts: PartialFacts, scope: Truth, insurance: Truth): void {
  const mismatch = yes(facts['client.paymentMismatch']);
  const insists = and(insurance, and(mismatch, yes(facts['order.clientInsists'])));
  const old = atLeast(maybeAge(facts), LIMITS.specialCareAge);
  const expired = over(OLDEST, facts['client.assessedOn']);
  const due = and(scope, or(yes(facts['client.changeReported']), expired));
  const today = atLeast(facts['history.assessmentsToday'], LIMITS.assessmentsADay);
  const year = atLeast(facts['history.assessments12m'], LIMITS.assessmentsAYear);
  const limit = and(due, or(today, year));
  add(truths, BIT.paymentInsists, insists);
  add(truths, BIT.payment, and(and(scope, mismatch), not(insists)));
  add(truths, BIT.specialCare, and(scope, and(old, isHighRisk(facts))));
  add(truths, BIT.assessmentLimit, limit);
  add(truths, BIT.assessAgain, and(due, not(limit)));
  add(truths, BIT.levelChanged, and(scope, yes(facts['client.levelChanged'])));
}

function rulesOfInvestment(truths: Truths, facts: PartialFacts, scope: Truth): void {
  const above = and(scope, riskIsOver(facts, facts['client.riskLevel']));
  add(truths, BIT.level, above);
  add(truths, BIT.recommended, and(above, yes(facts['order.solicited'])));
}

function rulesOfInsurance(truths: Truths, facts: PartialFacts, insurance: Truth): void {
  const scope = and(insurance, yes(facts['product.uncertainBenefit']));
  if (scope === NO) return;
  const income = facts['client.householdIncome'];
  const single = over(facts['order.singlePremium'], times(LIMITS.singlePremium, income));
  const annual = over(facts['order.annualPremium'], times(LIMITS.annualPremium, income));
  const budget = times(LIMITS.premiumBudget, facts['client.premiumBudget']);
  const [age, years] = [maybeAge(facts), facts['order.payYears']];
  const end = known(age) && known(years) ? age + years : undefined;
  add(truths, BIT.singlePremium, and(scope, single));
  add(truths, BIT.annualPremium, and(scope, annual));
  add(truths, BIT.premiumAge, and(scope, atLeast(end, LIMITS.premiumAge)));
  add(truths, BIT.premiumBudget, and(scope, atLeast(facts['order.premium'], budget)));
}

function rulesOfSecurities(truths: Truths, facts: PartialFacts, scope: Truth): void {
  const above = and(scope, riskIsOver(facts, facts['client.riskLevel']));
  const lowest = yes(facts['client.lowestCategory']);
  const recommended = and(above, yes(facts['order.solicited']));
  const asked = and(above, and(yes(facts['order.clientInsists']), not(lowest)));
  const insists = and(asked, not(recommended));
  add(truths, BIT.securitiesRecommended, recommended);
  add(truths, BIT.securitiesInsists, insists);
  add(truths, BIT.securitiesLevel, and(above, not(insists)));
  add(truths, BIT.securitiesLowest, and(above, lowest));
  add(truths, BIT.securitiesCare, and(scope, isHighRisk(facts)));
}

/** The duties that are known to be fulfilled, should they apply. */
function fulfilled(facts: PartialFacts): number {
  const warned = facts['order.toldUnsuitable'] === true && facts['order.writtenWarning'] === true;
  let duties = 0;
  if (warned) duties |= BIT.paymentInsists;
  if (warned && facts['order.insistsAfterWarning'] === true) duties |= BIT.securitiesInsists;
  if (facts['order.guardianConsent'] === true) duties |= BIT.guardian;
  if (facts['order.specialCare'] === true) duties |= BIT.specialCare | BIT.securitiesCare;
  if (facts['client.levelChangeReconfirmed'] === true) duties |= BIT.levelChanged;
  if (facts['order.declarationSigned'] === true) {
    duties |= BIT.singlePremium | BIT.annualPremium | BIT.premiumAge | BIT.premiumBudget;
  }
  return duties;
}

/** Whether the higher rating is over a limit; one that is known and over it is enough. */
function riskIsOver(facts: PartialFacts, limit: Maybe<number>): Truth {
  const issuer = over(facts['product.issuerRisk'], limit);
  return issuer === YES ? YES : or(issuer, over(facts['product.sellerRisk'], limit));
}

function isHighRisk(facts: PartialFacts): Truth {
  return riskIsOver(facts, LIMITS.highRisk - 1);
}

/** The higher rating is the level if it is not over it and reaches it. */
function riskIsTheLevel(facts: PartialFacts): Truth {
  const level = facts['client.riskLevel'];
  const issuer = facts['product.issuerRisk'];
  const seller = facts['product.sellerRisk'];
  if (known(level) && known(issuer) && known(seller)) {
    return Math.max(issuer, seller) === level ? YES : NO;
  }
  return riskIsOver(facts, level) === YES ? NO : UNKNOWN;
}

function isQualified(facts: PartialFacts): Truth {
  const experience = atLeast(facts['client.experienceYears'], LIMITS.experienceYears);
  const net = atLeast(facts['household.netFinancialAssets'], LIMITS.netAssets);
  const assets = atLeast(facts['household.financialAssets'], LIMITS.assets);
  const income = atLeast(facts['client.avgIncome3y'], LIMITS.income);
  return and(experience, or(net, or(assets, income)));
}

function isTooSmall(facts: PartialFacts): Truth {
  const type = facts['product.type'];
  const amount = facts['order.amount'];
  const fixed = and(is(type, 'fixed'), over(LIMITS.leastFixed, amount));
  const mixed = and(is(type, 'mixed'), over(LIMITS.leastMixed, amount));
  const equity = and(is(type, 'equity', 'derivative'), over(LIMITS.leastEquity, amount));
  return or(fixed, or(mixed, equity));
}

function maybeAge({ 'client.birthDate': born }: PartialFacts): number | undefined {
  return known(born) ? ageOf({ 'client.birthDate': born }) : undefined;
}

function times(factor: number, value: Maybe<number>): number | undefined {
  return known(value) ? factor * value : undefined;
}

function over<T extends number | string>(left: Maybe<T>, right: Maybe<T>): Truth {
  if (!known(left) || !known(right)) return UNKNOWN;
  return left > right ? YES : NO;
}

function atLeast(left: Maybe<number>, right: Maybe<number>): Truth {
  if (!known(left) || !known(right)) return UNKNOWN;
  return left >= right ? YES : NO;
}

function is(value: Maybe<string>, one: string, other?: string): Truth {
  if (!known(value)) return UNKNOWN;
  return value === one || value === other ? YES : NO;
}

function yes(value: Maybe<boolean>): Truth {
  if (!known(value)) return UNKNOWN;
  return value ? YES : NO;
}

function known<T>(value: Maybe<T>): value is T {
  return value !== null && value !== undefined;
}

function and(one: Truth, other: Truth): Truth {
  return one < other ? one : other;
}

function or(one: Truth, other: Truth): Truth {
  return one > other ? one : other;
}

function not(one: Truth): Truth {
  return YES - one;
}
