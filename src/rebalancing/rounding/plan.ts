import { divideUp, most, shareOf } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { TradeTerms } from '../reach/allowed.js';
import { type FewGoals, type FewSearch, withFewestTrades } from '../reach/few-goals.js';
import { findGoals, type Goals } from '../reach/goals.js';
import type { Measured } from '../reach/measure.js';
import type { Occasion } from '../reach/situation.js';
import type { Unpaid } from '../settlement/problem.js';
import { type BudgetedTrades, withinBudgets } from './budgets.js';
import type { Changes } from './draft.js';
import { roundingAhead, roundingOf } from './exchange-rounding.js';
import { fewTermsOf } from './few-terms.js';
import type { HarvestPlan } from './harvest-plan.js';
import { measureAfter, outcomeOf, withoutRounding } from './outcome-of.js';
import { type Aside, notRaised, setAside } from './set-aside.js';
import { type Settlement, settle } from './settle.js';
import { type TradeRules, tradeRulesOf } from './trade-rules.js';
import { tradeTermsOf } from './trade-terms-of.js';

/** Trades that can be made, with everything that follows from them; amounts in smallest units of the account's currency. */
export interface Plan {
  /** The situation with the charges of the trades set aside. */
  readonly occasion: Occasion;
  readonly goals: Goals;
  readonly rules: TradeRules;
  readonly trades: BudgetedTrades;
  readonly settlement: Settlement;
  /** What is paid out of what was to be withdrawn: all of it or nothing. */
  readonly paidOut: bigint;
  readonly cashAfter: bigint;
  /** Value by place once the trades are done and paid. */
  readonly valuesAfter: readonly bigint[];
  /** The account then, as weights of what is to be invested then. */
  readonly after: Measured;
  /** What the search for the fewest trades has come to; absent where they are not sought. */
  readonly few?: FewSearch | undefined;
}

/** How often charges that are known only afterwards are set aside and everything is worked out anew. */
const ROUNDS = 4;

/**
 * Plans the trades of an occasion. What they are charged reduces what can be invested, so that the plan is made again with the
 * charges of the last one set aside until they agree.
 */
export function planWithCharges(occasion: Occasion, harvest: HarvestPlan): Plan {
  let aside: Aside = { charges: 0n, exchange: 0n, lost: 0n, isRaised: false };
  let plan = planOnce(occasion, harvest, aside);
  let [dearest, reserve] = [0n, 0n];
  for (let round = 1; round < ROUNDS; round++) {
    const lacking = lackingIn(
      occasion,
      (plan.settlement.schedule.shortfall ?? []).filter(({ kind }) => kind !== 'purchase'),
      roundingAhead(occasion.account),
    );
    if (lacking > 0n) reserve = neededFor(plan, aside, lacking);
    if (plan.isCut) reserve = most(reserve, neededForPurchases(plan, aside));
    const charges = plan.trades.charges.total;
    const exchange = most(plan.settlement.schedule.exchangeCost, reserve);
    const lost = lostByPurchases(plan);
    const isAgreed =
      charges === aside.charges && exchange === aside.exchange && lost === aside.lost;
    if (isAgreed) break;
    dearest = most(dearest, exchange);
    aside = { charges, exchange, lost, isRaised: aside.isRaised || lacking > 0n };
    plan = planOnce(occasion, harvest, aside);
  }
  for (let round = 1; round < ROUNDS && mustAgree(plan, aside); round++) {
    dearest = most(dearest, plan.settlement.schedule.exchangeCost);
    aside = {
      ...aside,
      exchange: dearest + roundingOf(plan.settlement.schedule.exchanges, occasion.account.rateOf),
    };
    plan = planOnce(occasion, harvest, aside);
  }
  const { goals, rules, trades, paidOut, valuesAfter, few } = plan;
  const { settlement, cashAfter } = withoutRounding(plan);
  const after = measureAfter(occasion, { valuesAfter, cashAfter });
  return {
    occasion: plan.occasion,
    goals,
    rules,
    trades,
    settlement,
    paidOut,
    cashAfter,
    valuesAfter,
    after,
    few,
  };
}

/**
 * What is missing where there is enough but for what changing other money costs: only then is known that it is changed.
 *
 * @param beside what the rates' rounding may take beside it, or what changing money for what is paid costs already.
 */
function lackingIn({ account }: Occasion, unpaid: readonly Unpaid[], beside = 0n): bigint {
  let lacking = 0n;
  for (const { currency, missing, changing } of unpaid) {
    const { over, under } = account.rateOf(currency);
    const atMost = divideUp(changing * over, under) + (changing > 0n ? beside : 0n);
    if (missing * over > atMost * under) continue;
    lacking += divideUp(missing * over, under);
  }
  return lacking;
}

/** What must be set aside for changing money so that nothing is lacking; what steps have raised beyond the last sum was of no help. */
function neededFor(
  { occasion, cashAfter, paidOut }: Planned,
  aside: Aside,
  lacking: bigint,
): bigint {
  const { account, money, task } = occasion;
  const kept = money.kept - aside.charges - aside.exchange;
  const beyond = task === 'raise' ? cashAfter - (account.withdrawal - paidOut) - kept : 0n;
  return most(beyond, aside.exchange) + lacking + roundingAhead(account);
}

/** What must be set aside so that no purchase is cut for what changing money costs: what was set aside, and what was missing all the same. */
function neededForPurchases({ occasion, changing }: Planned, { exchange }: Aside): bigint {
  const known = changing > 0n ? exchange + changing : 0n;
  return known + roundingAhead(occasion.account);
}

/** Whether caps or the floor are missed because changing money costs more than was set aside for it. */
function mustAgree({ occasion, settlement, cashAfter }: Planned, aside: Aside): boolean {
  if (settlement.schedule.exchangeCost <= aside.exchange) return false;
  return occasion.caps.length > 0 || cashAfter < occasion.inside.policy.cash.least;
}

/** A plan that is still to be measured. */
interface Planned extends Omit<Plan, 'after'> {
  /** Purchases were cut because they could not be paid. */
  readonly isCut: boolean;
  /** What was missing for them where changing money costs at least that, with what it costs for what is paid. */
  readonly changing: bigint;
}

function lostByPurchases({ occasion, trades }: Planned): bigint {
  const { maxWeight, caps } = occasion.inside.policy.trading;
  if (maxWeight.size === 0 && caps.length === 0) return 0n;
  let lost = 0n;
  for (const { place, side, entryFee, spread } of trades.fits) {
    const { rate } = occasion.account.holdings[place]!;
    if (side === 'buy') lost += toAccount(entryFee, rate) + toAccount(spread, rate);
  }
  return lost;
}

function planOnce(given: Occasion, harvest: HarvestPlan, aside: Aside): Planned {
  const charged = aside.charges + aside.exchange - notRaised(given);
  const isFree = charged === 0n && aside.lost === 0n;
  const occasion = isFree ? given : setAside(given, charged, aside);
  const rules = tradeRulesOf(given);
  const terms = tradeTermsOf(occasion, rules);
  const found = findGoals(occasion, terms);
  const few = withFewestTrades(occasion, found, terms, fewTermsOf(occasion, rules));
  const limited = withResidual(occasion, few, rules);
  const changes = changesOf(occasion, few.goals, harvest, aside.charges);
  const least = leastChanges(occasion, terms);
  const payable = payableTrades(
    occasion,
    least === undefined ? changes : { ...changes, least },
    limited,
  );
  return {
    occasion,
    goals: few.goals,
    rules: limited,
    few: few.few,
    ...payable,
    ...outcomeOf(occasion, payable.trades, payable.settlement),
  };
}

/**
 * The residual product takes the rest only where it may be bought, is sold anyway or can pay where money must be raised, not in whole units or where it is bought for its own sake in steps, and where few trades are wanted only if it is one of
 * them; else it is traded as any other.
 */
function withResidual(
  { inside, bounds, account, money, task }: Occasion,
  { goals, places }: FewGoals,
  rules: TradeRules,
): TradeRules {
  const { residual } = rules;
  const holding = account.holdings[residual];
  if (holding === undefined) return rules;
  const mayBuy = task === 'rebalance' && bounds[residual]!.buyDates !== undefined;
  const least = money.mustRaise ? bounds[residual]!.low : goals.values[residual]!;
  const isTraded = mayBuy || least < holding.value;
  const step = rules.amountSteps[residual]!;
  // Its own purchase in coarse steps is counted with the others.
  const isStepped = goals.values[residual]! > holding.value && holding.step > step;
  const isOne = isTraded && !isStepped && holding.item.unitStep === undefined;
  const isOpen = places === undefined || places.has(residual);
  return isOne && isOpen && inside.policy.funding !== 'sell-only'
    ? rules
    : { ...rules, residual: -1 };
}

/**
 * The changes that goals and harvested losses ask for.
 *
 * @param charges what was set aside for charges that the rounding works out itself.
 */
function changesOf(
  { account, inside, money, task }: Occasion,
  goals: Goals,
  { harvests }: HarvestPlan,
  charges: bigint,
): Changes {
  const { holdings } = account;
  const isHarvestOnly = task === 'raise' && !money.mustRaise;
  const wanted = holdings.map(({ value }, i) => (isHarvestOnly ? 0n : goals.values[i]! - value));
  const lotsFirst = new Map<number, readonly string[]>();
  const net = wanted.reduce((sum, change) => sum + change, 0n);
  for (const { from, to, lots, value } of harvests) {
    lotsFirst.set(from, lots);
    const missing = wanted[from]! + value;
    if (missing <= 0n) continue;
    wanted[from]! -= missing;
    wanted[to]! += missing;
  }
  const { funding } = inside.policy;
  const isOpen = task === 'rebalance';
  return {
    wanted,
    sought: isHarvestOnly ? wanted : wanted.map((change, i) => change + beyond(goals, i)),
    net: (isRounding(net - money.free, holdings.length) ? money.free : net) + charges,
    charges,
    residualMay: {
      buy: isOpen,
      sell: (isOpen && funding !== 'buy-only') || money.mustRaise,
    },
    raises: money.mustRaise || task === 'raise',
    lotsFirst,
  };
}

/** What is sought of a holding beyond what whole units allow. */
function beyond({ sought, values }: Goals, place: number): bigint {
  return sought[place]! - values[place]!;
}

/** Where money must be raised under a budget: what raising it alone asks for. */
function leastChanges(occasion: Occasion, terms: TradeTerms): readonly bigint[] | undefined {
  const { account, inside, money, task } = occasion;
  const { maxTurnover, gainBudget, taxBudget } = inside.policy.trading;
  const isLimited = (maxTurnover ?? gainBudget ?? taxBudget) !== undefined;
  if (task === 'raise' || !money.mustRaise || !isLimited) return undefined;
  const raising: Occasion = { ...occasion, task: 'raise' };
  const { lost = 0n } = occasion;
  const alone = setAside(raising, -notRaised(raising), { lost, isRaised: false });
  const { values } = findGoals(alone, terms);
  return account.holdings.map(({ value }, i) => values[i]! - value);
}

/** Whether a difference comes from rounding each value to the smallest unit. */
function isRounding(difference: bigint, count: number): boolean {
  const most = BigInt(count);
  return -most <= difference && difference <= most;
}

/** Purchases that cannot be paid on any day are cut until all can be. */
function payableTrades(
  occasion: Occasion,
  changes: Changes,
  rules: TradeRules,
): Pick<Planned, 'trades' | 'settlement' | 'isCut' | 'changing'> {
  const caps = new Map<number, bigint>();
  let changing = 0n;
  for (let round = 0; ; round++) {
    const trades = withinBudgets(occasion, changes, rules, caps);
    const settlement = settle(occasion, trades.fits, trades.charges);
    const unpaid = (settlement.schedule.shortfall ?? []).filter(({ kind }) => kind === 'purchase');
    if (unpaid.length === 0) return { trades, settlement, isCut: round > 0, changing };
    const lacking = lackingIn(occasion, unpaid, settlement.schedule.exchangeCost);
    // Where a budget scales the trades, as much of what is set aside is there for them.
    const part = changes.least === undefined && trades.factor > 0 ? trades.factor : 1;
    changing = most(changing, shareOf(lacking, 1 / part));
    for (const { index, amount, missing } of unpaid) {
      const { rate } = occasion.account.holdings[index!]!;
      // The rates' rounding can leave a unit more to be found, and after a few tries the purchase is given up.
      const left = amount - missing - BigInt(round);
      const isHopeless = missing === 0n || left <= 0n || round >= ROUNDS;
      caps.set(index!, isHopeless ? 0n : toAccount(left, rate));
    }
  }
}
