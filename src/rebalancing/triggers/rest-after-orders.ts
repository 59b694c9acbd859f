import type { PlainDate } from '../../dates/index.js';
import type { ReadAccount } from '../account/read-account.js';
import type { TriggerRules } from './compile-triggers.js';

/** The rules of the day: once orders were given on it, what is not urgent waits for another. */
export function restAfterOrders(
  rules: TriggerRules,
  accounts: readonly ReadAccount[],
  asOf: PlainDate,
): TriggerRules {
  const rests = rules.minimumDays === 0 && accounts.some((account) => hasOrdersOf(account, asOf));
  return rests ? { ...rules, minimumDays: 1 } : rules;
}

/** Whether an order that is under way was given on the day. */
export function hasOrdersOf({ underWay, holdings }: WithOrders, asOf: PlainDate): boolean {
  if (underWay === undefined) return false;
  return holdings.some(({ orders }) => orders.some(({ orderOn }) => orderOn === asOf));
}

/** Whether a purchase was ordered on the day, or is decided and still to be ordered. */
export function hasPurchasesFrom({ underWay, holdings }: WithOrders, asOf: PlainDate): boolean {
  if (underWay === undefined) return false;
  return holdings.some(({ orders }) =>
    orders.some(({ side, orderOn }) => side === 'buy' && orderOn >= asOf),
  );
}

type WithOrders = Pick<ReadAccount, 'underWay' | 'holdings'>;
