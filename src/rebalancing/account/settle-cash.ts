import { addMonths, monthsBetween, type PlainDate } from '../../dates/index.js';
import type { CashStages, CompiledCash } from '../policy/read-cash-policy.js';
import { hasPurchasesFrom } from '../triggers/rest-after-orders.js';
import { most, shareOf } from './exact.js';
import { toAccount } from './rates.js';
import type { ReadAccount } from './read-account.js';

type Held = Pick<ReadAccount, 'value' | 'withdrawal'>;

/** What a policy keeps as money in an account on a day: shares as amounts, and the stage of the day. */
export function settleCash(
  cash: CompiledCash,
  account: Held &
    Pick<ReadAccount, 'history' | 'cash' | 'currency' | 'rateOf' | 'holdings' | 'underWay'>,
  asOf: PlainDate,
): CompiledCash {
  const { open } = cash;
  // A part that is being invested is done: the next one is for another call.
  const isInPart = cash.callsLeft > 1 || cash.atMost !== undefined;
  const isInvested = isInPart && hasPurchasesFrom(account, asOf);
  const parts = open?.stages === undefined ? cash.callsLeft : partsLeft(open.stages, account, asOf);
  const callsLeft = isInvested ? 0 : parts;
  if (open === undefined) return isInvested ? { ...cash, callsLeft } : cash;
  const floor = most(floorOf(cash, account), cash.floors.get(account.currency) ?? 0n);
  const held = [...cash.floors].filter(
    ([code]) => code !== account.currency && account.cash.has(code),
  );
  const least = held.reduce(
    (sum, [code, units]) => sum + toAccount(units, account.rateOf(code)),
    floor,
  );
  const target = most(least, sizeOf(cash.target, open.target, account));
  return {
    ...cash,
    floor,
    floors: new Map(held),
    least,
    target,
    ceiling: most(target, sizeOf(cash.ceiling, open.ceiling, account)),
    callsLeft,
    ...(cash.atMost === undefined ? {} : { atMost: sizeOf(cash.atMost, open.atMost, account) }),
    open: undefined,
  };
}

/** The least money of an account. */
export function floorOf({ floor, open }: CompiledCash, account: Held): bigint {
  return sizeOf(floor, open?.floor, account);
}

function sizeOf(amount: bigint, share: number | undefined, { value, withdrawal }: Held): bigint {
  return share === undefined ? amount : shareOf(most(value - withdrawal, 0n), share);
}

/**
 * How many parts are left, that of the day included; none where the first has not come, where there was a trade since the day of this part, or
 * where nobody knows whether there was.
 */
function partsLeft(
  { parts, from, everyMonths }: CashStages,
  { history: { lastTradeOn } }: Pick<ReadAccount, 'history'>,
  asOf: PlainDate,
): number {
  if (asOf < from) return 0;
  const step = Math.floor(monthsBetween(from, asOf) / everyMonths);
  if (step + 1 >= parts) return 1;
  const isDone =
    lastTradeOn === undefined ||
    (lastTradeOn !== null && lastTradeOn >= addMonths(from, step * everyMonths));
  return isDone ? 0 : parts - step;
}
