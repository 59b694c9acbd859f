import type { PlainDate } from '../../dates/index.js';
import { book, freeAtLast } from './ledger.js';
import { changeInto, pay, refuse } from './pay.js';
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
 * Orders that stand are paid before all else, on their day and come what may. Then the withdrawal comes first, and where it cannot be paid no purchase is. Then come the purchases that fit on their own
 * day, then the others, each by day of order and index. For a currency others' money is changed only where it will not
 * have enough itself in the end, and only what those others will not need: the base's first, then by code.
 */
export function schedule(problem: ScheduleProblem): Schedule {
  const plan = openPlan(problem);
  payStanding(plan);
  fillUpToFloors(plan);
  const paidOut = payWithdrawal(plan);
  const never = paidOut ? payPurchases(plan) : plan.purchases;
  for (const at of never) refuse(plan, 'purchase', problem.trades[at]!);
  return closePlan(plan);
}

/** What was ordered before, with others' money where there is not enough; what nothing can pay is an overdraft on its day. */
function payStanding(plan: Plan): void {
  for (const { currency, amount, on } of plan.problem.payments ?? []) {
    const ledger = ledgerOf(plan.ledgers, currency);
    const payFrom = (reserving: boolean): boolean =>
      pay(plan, ledger, amount, on, reserving) !== undefined;
    if (payFrom(true) || payFrom(false)) continue;
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

/** Whether there is none or it is paid; money that is to be paid out is not spent on anything else. */
function payWithdrawal(plan: Plan): boolean {
  const { withdrawal = 0n, base } = plan.problem;
  if (withdrawal === 0n) return true;
  const payOn = (reserving: boolean): PlainDate | undefined =>
    plan
      .daysAhead()
      .find((day) => pay(plan, plan.ledgers[0]!, withdrawal, day, reserving) !== undefined);
  const on = payOn(true) ?? payOn(false);
  if (on === undefined) {
    refuse(plan, 'withdrawal', { currency: base, amount: withdrawal });
    return false;
  }
  plan.withdrawalOn = on;
  return true;
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
