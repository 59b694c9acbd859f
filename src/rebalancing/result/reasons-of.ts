import { makeReason, type Parameters, type Reason } from '../../evidence/index.js';
import { sizeOf } from '../account/exact.js';
import { type Considered, type Decided, isEmpty } from '../decide.js';
import type { Measured } from '../reach/measure.js';
import type { Situation } from '../reach/situation.js';
import type { Plan } from '../rounding/plan.js';
import { aboveMost } from './above-most.js';
import { fewReasons } from './few-reasons.js';
import { sparedMoney } from './spared-money.js';
import { lateReasons, paidOnOf, unpaidReasons } from './withdrawal.js';
import type { Writer } from './writer.js';

/** Why the account is traded or not, as a whole. */
export function reasonsOf(
  situation: Situation,
  decided: Decided,
  after: Measured,
  write: Writer,
): Reason[] {
  const { considered, fired, waiting } = decided;
  const planned =
    considered === undefined || isExchangeOnly(considered.plan) ? undefined : considered;
  return [
    ...statusReasons(situation),
    ...underWayReasons(situation),
    ...situation.account.standIns,
    ...fired.flatMap(({ reasons }) => reasons),
    // What may act today says all; that something else would have to wait does not delay it.
    ...(fired.length > 0 ? [] : waiting),
    ...shareReasons(decided),
    ...(planned === undefined
      ? nothingPlanned(situation, decided)
      : plannedReasons(situation, decided, planned.plan, write)),
    ...aboveMost(situation, after.products),
    ...moneyReasons(situation, decided, write),
    ...(planned === undefined || isShareHeld(decided)
      ? []
      : planned.plan.trades.fits.length === 0
        ? [makeReason('rebalancing.nothing-to-trade', 'info')]
        : weighingReasons(situation, decided, planned, write)),
  ];
}

/** Nothing was to be traded: money is only changed for what is to be paid. */
function isExchangeOnly({ occasion, trades }: Plan): boolean {
  return occasion.task === 'raise' && !occasion.money.mustRaise && trades.fits.length === 0;
}

/** What is done for the household, or as a stage of what was decided, has no reason of the account's own. */
function shareReasons(decided: Decided): readonly Reason[] {
  const { verdict, considered } = decided;
  if (verdict === 'own' || considered?.plan.occasion.task !== 'rebalance') return [];
  if (isShareHeld(decided)) return [makeReason('rebalancing.share-held', 'info')];
  // What is not worth it to the household is not done.
  if (verdict === 'not-worth-it') return [];
  const code = verdict === 'stage' ? 'one-stage' : 'brought-to-share';
  return [makeReason(`rebalancing.${code}`, 'info')];
}

/** Whether an account of a household holds what it is to hold, to the rounding of its share, so that no trade is needed. */
function isShareHeld({ verdict, considered }: Decided): boolean {
  if (verdict === 'own' || verdict === 'stage' || considered === undefined) return false;
  const { goals, occasion, trades } = considered.plan;
  const { holdings } = occasion.account;
  return (
    trades.fits.length === 0 &&
    occasion.task === 'rebalance' &&
    goals.wanted.every((wanted, i) => sizeOf(wanted - holdings[i]!.value) <= 1n)
  );
}

function statusReasons({ account }: Situation): readonly Reason[] {
  const { status } = account;
  if (status === 'active') return [];
  return [
    makeReason(`rebalancing.account-${status}`, status === 'no-purchases' ? 'warn' : 'block'),
  ];
}

/** That money and orders under way count as there. */
function underWayReasons({ account }: Situation): readonly Reason[] {
  const { underWay, given } = account;
  if (underWay === undefined) return [];
  const count = (given.openOrders ?? []).length + (given.receivables ?? []).length;
  return [makeReason('rebalancing.counts-what-is-under-way', 'info', { count })];
}

function nothingPlanned(
  situation: Situation,
  { fired, waiting, unpaid, verdict }: Decided,
): Reason[] {
  const { now } = situation;
  if (unpaid !== undefined) return [];
  if (isEmpty(situation)) return [makeReason('rebalancing.nothing-held', 'info')];
  if (verdict === 'not-due') return [makeReason('rebalancing.household-not-due', 'info')];
  if (fired.length > 0 || waiting.length > 0) return [];
  const code = now.drift.triggered.length === 0 ? 'within-bands' : 'no-trigger';
  return [makeReason(`rebalancing.${code}`, 'info')];
}

function plannedReasons(
  situation: Situation,
  { verdict, forgone }: Decided,
  plan: Plan,
  write: Writer,
): Reason[] {
  const { account, now } = situation;
  const { goals, trades } = plan;
  const isFrozen = account.status === 'frozen';
  const list: Reason[] = [...fewReasons(plan)];
  if (!goals.isReached && !isFrozen)
    list.push(makeReason('rebalancing.target-out-of-reach', 'warn'));
  list.push(...sparedMoney(situation, plan, write));
  const { factor, exceeded, stillExceeded } = trades;
  const caps = plan.occasion.money.mustRaise ? 'caps-the-rest' : 'caps-trades';
  if (factor < 1) {
    list.push(...exceeded.map((code) => makeReason(`${code}-${caps}`, 'info', { factor })));
  }
  list.push(...stillExceeded.map((code) => makeReason(`${code}-exceeded`, 'warn')));
  const floor = plan.occasion.inside.policy.cash.least;
  if (plan.cashAfter < floor && !isFrozen) {
    const missing = write(floor - plan.cashAfter);
    list.push(makeReason('rebalancing.money-still-missing', 'warn', { missing }));
  }
  const isDue = plan.occasion.task === 'rebalance' || forgone !== undefined;
  const wasToComeBack = isDue && trades.fits.length > 0;
  // A share is no portfolio of its own: the household says what of it stays out.
  return wasToComeBack && verdict === 'own' ? [...list, ...stillOut(plan.after, now)] : list;
}

/** What trades leave out of its band, though all was to come back, or bring out of it. */
export function stillOut({ drift }: Measured, before: Measured): Reason[] {
  const was = new Set(before.drift.triggered);
  const out = drift.lines.filter(({ triggered }) => triggered);
  return out.map(({ id, kind, current: weight, below, above }) => {
    const how = was.has(id) ? 'still-out' : 'now-out';
    return kind === 'cash'
      ? makeReason(`rebalancing.cash-${how}`, 'warn', { weight })
      : makeReason(`rebalancing.${how}-of-band`, 'warn', { class: id, weight, below, above });
  });
}

/** What is done about money that is missing, and about what comes in and goes out. */
function moneyReasons(situation: Situation, decided: Decided, write: Writer): Reason[] {
  const { account, inside, money } = situation;
  const { considered, decision, unpaid } = decided;
  const list: Reason[] = [];
  const say = (code: string, parameters: Parameters): void => {
    list.push(makeReason(`rebalancing.${code}`, 'info', parameters));
  };
  if (unpaid !== undefined) list.push(...unpaidReasons(unpaid, write));
  else if (account.withdrawal > 0n) {
    const amount = write(account.withdrawal);
    if (money.mustRaise) say('withdrawal-raised', { amount });
    else if (paidOnOf(situation, decided) <= situation.desk.asOf)
      say('withdrawal-from-cash', { amount });
    else say('withdrawal-from-coming', { amount });
  }
  list.push(...lateReasons(situation, decided));
  if (money.mustRaise && account.withdrawal === 0n) {
    const isOverdrawn = account.cashTotal < 0n;
    const amount = write(isOverdrawn ? -account.cashTotal : inside.policy.cash.least);
    say(isOverdrawn ? 'overdraft' : 'below-floor', { amount });
  }
  const taken = considered?.harvest.harvests.length ?? 0;
  if (taken > 0) say('losses-taken', { count: taken });
  if (account.deposit > 0n) {
    const isInvested = decision === 'trade' && money.free > 0n;
    say(isInvested ? 'deposit-invested' : 'deposit-waits', { amount: write(account.deposit) });
  }
  return list;
}

/** Both numbers of the decision: of all trades, or of what is traded or given up beyond what must be. */
function weighingReasons(
  { inside, money }: Situation,
  { beyond, decision, verdict }: Decided,
  { plan, weighing }: Considered,
  write: Writer,
): Reason[] {
  const isWhole = plan.occasion.task === 'rebalance';
  const weighed = beyond ?? (isWhole ? weighing : undefined);
  if (weighed === undefined) return [];
  const { gain, cost } = weighed;
  // Nothing was to be done beyond what must be.
  if (beyond !== undefined && gain === 0n && cost === 0n) return [];
  if (verdict !== 'own' && verdict !== 'stage') {
    return [makeReason('rebalancing.weighed-in-household', 'info')];
  }
  const { years } = inside.policy.weighing;
  const least = money.mustRaise ? 'only-money-raised' : 'only-losses-taken';
  const code = isWhole ? codeOf(gain > cost, decision, beyond !== undefined) : least;
  return [
    makeReason(`rebalancing.${code}`, 'info', { gain: write(gain), cost: write(cost), years }),
  ];
}

function codeOf(pays: boolean, decision: Decided['decision'], isBeyond: boolean): string {
  if (pays) return isBeyond ? 'more-than-must-be' : 'gain-above-cost';
  return decision === 'trade' ? 'cost-accepted' : 'cost-above-gain';
}
