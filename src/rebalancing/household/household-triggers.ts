import { latestDate, type PlainDate } from '../../dates/index.js';
import { sumOf } from '../lots/take-lots.js';
import type { Measured } from '../reach/measure.js';
import { type FoundTriggers, findTriggers } from '../triggers/find-triggers.js';
import { moneyToMove, proceedsLeft } from '../triggers/money-to-move.js';
import { hasOrdersOf, restAfterOrders } from '../triggers/rest-after-orders.js';
import type { Pool } from './pool.js';
import type { ReadShareAccount } from './read-household.js';

/** What makes the household worth trading on a day: its own drift and risk, what happened in any account, and the last trade of all. */
export function findHouseholdTriggers(
  accounts: readonly ReadShareAccount[],
  { whole, inside }: Pool,
  { drift, cash, trackingError, volatility }: Measured,
  asOf: PlainDate,
): FoundTriggers {
  if (whole <= 0n) return { fired: [], waiting: [] };
  const histories = accounts.flatMap(({ account }) =>
    account.status === 'closed' ? [] : [account.history],
  );
  const proceeds = sumOf(
    accounts.map(({ account, toHousehold }) => toHousehold(proceedsLeft(account, asOf))),
  );
  const free = {
    share: cash,
    canWait:
      accounts.some(({ account }) => hasOrdersOf(account, asOf)) &&
      !accounts.some(({ money }) => money.mustRaise),
    proceeds,
  };
  const lastTradeOn = lastOf(histories.map((history) => history.lastTradeOn));
  return findTriggers(
    {
      drift,
      freeCash: moneyToMove(free, whole, inside.policy),
      events: histories.flatMap(({ events }) => events),
      ...(trackingError === undefined ? {} : { trackingError }),
      ...(volatility === undefined ? {} : { volatility }),
      ...(lastTradeOn === undefined ? {} : { lastTradeOn }),
    },
    restAfterOrders(
      inside.policy.triggers,
      accounts.map(({ account }) => account),
      asOf,
    ),
    { asOf, calendar: inside.calendar, days: inside.days },
  );
}

/** The last of the days; where one is not known, nobody knows whether it is the last. */
function lastOf(days: readonly (PlainDate | null | undefined)[]): PlainDate | null | undefined {
  let last: PlainDate | null = null;
  for (const day of days) {
    if (day === undefined) return undefined;
    if (day !== null) last = last === null ? day : latestDate(last, day);
  }
  return last;
}
