import type { PlainDate } from '../../dates/index.js';
import { book, freeAtLast, freeFrom } from './ledger.js';
import { changeInto, changeWhatThereIs, pay, refuse } from './pay.js';
import { closePlan, ledgerOf, openPlan, type Plan } from './plan.js';
import type { Schedule, ScheduleProblem } from './problem.js';

export type { MoneyOnDay, Schedule, ScheduledTrade, ScheduleProblem } from './problem.js';
export type { TradeDates } from './trade-dates.js';

/**
 * Pays purchases and a withdrawal from free money and proceeds so that no balance falls below its floor on any day.
 *
 * The money of a purchase leaves on the day of its order: on the mainland a subscription stands once it is paid
 * (Securities Investment Fund Law, chapter 6). The money of a sale is there on the day on which it settles and pays that
 * day's orders. What cannot be paid on its day waits for the first business day on which it can; nothing is split.
 *
 * Orders that stand are paid first, on their day and come what may. Then comes the withdrawal, which may take the money
 * of its day where they can all be paid with other; where it cannot be paid no purchase is. Then come the purchases that
 * fit on their own day, then the others, each by day of order and index. For a currency others' money is changed only
 * where it will not have enough itself in the end, and only what those others will not need: the base's first, then by code.
 */
export function schedule(problem: ScheduleProblem): Schedule {
  const exact = planWithWithdrawal(openPlan(problem));
  // Orders were reckoned with changes of other sizes, whose rounding must not leave them short.
  const plan = exact.isOverdrawn ? planWithWithdrawal(openPlan(problem, true)) : exact;
  const never = isPaidOut(plan) ? payPurchases(plan) : plan.purchases;
  for (const at of never) refuse(plan, 'purchase', problem.trades[at]!);
  return closePlan(plan);
}

/** What was ordered before and the withdrawal are paid, and floors filled up. */
function planWithWithdrawal(plan: Plan): Plan {
  const { problem, ledgers } = plan;
  const { withdrawal = 0n, base } = problem;
  payStanding(plan);
  fillUpToFloors(plan);
  if (withdrawal === 0n) return plan;
  for (const { day, reserving } of waysToPay(plan)) {
    if (pay(plan, ledgers[0]!, withdrawal, day, reserving) !== undefined) {
      plan.withdrawalOn = day;
      return plan;
    }
    const sooner = paidFirst(plan, day, reserving);
    if (sooner !== undefined) return sooner;
  }
  refuse(plan, 'withdrawal', { currency: base, amount: withdrawal }, daysToPay(plan).at(-1));
  return plan;
}

/** The days on which the withdrawal may be paid. */
function daysToPay({ problem, daysAhead }: Plan): readonly PlainDate[] {
  const { withdrawalBy: by, onlyInTime } = problem;
  return by === undefined || onlyInTime !== true
    ? daysAhead()
    : daysAhead().filter((day) => day <= by);
}

/** The withdrawal is paid as soon as the money is there, or, where it is needed by a day, without others' money if that is in time. */
function waysToPay(
  plan: Plan,
): readonly { readonly day: PlainDate; readonly reserving: boolean }[] {
  const { withdrawalBy: by } = plan.problem;
  const days = daysToPay(plan);
  const inTime = by === undefined ? [] : days.filter((day) => day <= by);
  return [
    ...inTime.map((day) => ({ day, reserving: true })),
    ...days.flatMap((day) => [
      { day, reserving: true },
      { day, reserving: false },
    ]),
  ];
}

/**
 * The plan that pays the withdrawal on a day before anything else, and what was ordered before from what is left;
 * `undefined` where nothing was or there is not enough for all of it. Either may leave the other the money of its day.
 */
function paidFirst(
  { problem, takesRests, isOverdrawn }: Plan,
  day: PlainDate,
  reserving: boolean,
): Plan | undefined {
  const { withdrawal = 0n, payments = [] } = problem;
  if (isOverdrawn || payments.length === 0) return undefined;
  const plan = openPlan(problem, takesRests);
  if (pay(plan, plan.ledgers[0]!, withdrawal, day, reserving) === undefined) return undefined;
  payStanding(plan);
  fillUpToFloors(plan);
  plan.withdrawalOn = day;
  return plan.isOverdrawn || plan.unpaid.length > 0 ? undefined : plan;
}

function isPaidOut({ problem, withdrawalOn }: Plan): boolean {
  return (problem.withdrawal ?? 0n) === 0n || withdrawalOn !== undefined;
}

/** What was ordered before, with others' money where there is not enough; what all money cannot pay is an overdraft on its day. */
function payStanding(plan: Plan): void {
  for (const { currency, amount, on } of plan.problem.payments ?? []) {
    const ledger = ledgerOf(plan.ledgers, currency);
    const payFrom = (reserving: boolean): boolean =>
      pay(plan, ledger, amount, on, reserving) !== undefined;
    if (payFrom(true) || payFrom(false)) continue;
    plan.isOverdrawn = true;
    changeWhatThereIs(plan, ledger, amount - freeFrom(ledger, on), on);
    book(ledger, on, -amount);
    ledger.due -= amount;
    ledger.own -= amount;
  }
}

/** Overdrafts that no proceeds of their own will end. */
function fillUpToFloors(plan: Plan): void {
  for (const ledger of plan.ledgers) {
    const missing = -freeAtLast(ledger);
    if (missing <= 0n) continue;
    const fill = (reserving: boolean): boolean =>
      plan
        .daysAhead()
        .some((day) => changeInto(plan, ledger, missing, day, reserving) !== undefined);
    if (!fill(true) && !fill(false)) {
      refuse(plan, 'floor', { currency: ledger.currency, amount: missing });
    }
  }
}

/** Pays what can be paid and returns the rest. */
function payPurchases(plan: Plan): readonly number[] {
  const waiting = plan.purchases.filter((at) => !payOnOwnDay(plan, at, true));
  const stuck = waiting.filter((at) => !payLater(plan, at, true));
  // What is stuck need not keep money from what comes after it.
  return stuck.filter((at) => !payOnOwnDay(plan, at, false) && !payLater(plan, at, false));
}

function payOnOwnDay(plan: Plan, at: number, reserving: boolean): boolean {
  const { currency, amount, orderOn } = plan.problem.trades[at]!;
  const ledger = ledgerOf(plan.ledgers, currency);
  const sources = pay(plan, ledger, amount, orderOn, reserving);
  if (sources === undefined) return false;
  // Before the first proceeds nothing can need them; after them only what today's money would not have paid.
  const { firstProceeds } = plan;
  const proceedsThere = firstProceeds !== undefined && firstProceeds <= orderOn;
  plan.phases[at] = proceedsThere && sources.some(({ own }) => own < 0n) ? 2 : 1;
  return true;
}

function payLater(plan: Plan, at: number, reserving: boolean): boolean {
  const { problem, ledgers } = plan;
  const trade = problem.trades[at]!;
  const ledger = ledgerOf(ledgers, trade.currency);
  for (const day of plan.daysAhead()) {
    if (day <= trade.orderOn) continue;
    const dates = plan.moveDates(trade, day);
    if (dates === undefined) return false;
    if (pay(plan, ledger, trade.amount, dates.orderOn, reserving) === undefined) continue;
    const { orderOn, dealsOn, settlesOn } = dates;
    plan.shifted.push({ index: trade.index, orderOn, dealsOn, settlesOn });
    return true;
  }
  return false;
}
