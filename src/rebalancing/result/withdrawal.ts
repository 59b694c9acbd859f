import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Decided } from '../decide.js';
import type { Situation } from '../reach/situation.js';
import { coverableOn } from './coverable-on.js';
import type { Rebalancing } from './result.js';
import type { Writer } from './writer.js';

/** What becomes of a withdrawal; nothing where there is none. */
export function writeWithdrawal(
  situation: Situation,
  decided: Decided,
  write: Writer,
): Pick<Rebalancing, 'withdrawal'> {
  const { withdrawal } = situation.account;
  const { unpaid } = decided;
  if (unpaid === undefined && withdrawal === 0n) return {};
  const paid = write(withdrawal);
  const paidOn = withdrawal === 0n ? null : paidOnOf(situation, decided);
  const state =
    unpaid === undefined
      ? { asked: paid, paid, paidOn, possible: paid, coverableOn: firstPaidOn(situation, paidOn) }
      : {
          asked: write(unpaid.amount),
          paid,
          paidOn,
          possible: write(unpaid.most),
          coverableOn: unpaid.coverableOn,
        };
  return { withdrawal: Object.freeze(state) };
}

/** Why a withdrawal is not paid, or not all of it, and when it could be. */
export function unpaidReasons(
  { amount, most, paid, coverableOn: on }: NonNullable<Decided['unpaid']>,
  write: Writer,
): readonly Reason[] {
  const parameters = { amount: write(amount), most: write(most) };
  const first =
    paid === 0n
      ? makeReason('rebalancing.withdrawal-not-covered', 'warn', parameters)
      : makeReason('rebalancing.withdrawal-in-part', 'warn', {
          amount: write(amount),
          paid: write(paid),
        });
  if (on === null) return [first];
  return [
    first,
    makeReason('rebalancing.withdrawal-coverable', 'info', { amount: write(amount), on }),
  ];
}

/** That a withdrawal is paid after the day on which it is needed. */
export function lateReasons(situation: Situation, decided: Decided): readonly Reason[] {
  const { withdrawal, withdrawalBy: by } = situation.account;
  if (by === undefined || withdrawal === 0n) return [];
  const on = paidOnOf(situation, decided);
  return on <= by ? [] : [makeReason('rebalancing.withdrawal-late', 'warn', { on, by })];
}

/** The day on which a withdrawal is paid, or a day before it on which money that is there sooner could pay it. */
function firstPaidOn(situation: Situation, paidOn: PlainDate | null): PlainDate | null {
  if (paidOn === null || paidOn === situation.desk.asOf) return paidOn;
  const on = coverableOn(situation);
  return on !== null && on < paidOn ? on : paidOn;
}

/** The day on which a withdrawal is paid. */
export function paidOnOf({ desk }: Situation, { considered }: Decided): PlainDate {
  return considered?.plan.settlement.schedule.withdrawalOn ?? desk.asOf;
}
