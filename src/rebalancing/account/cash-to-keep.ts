import type { CompiledPolicy } from '../policy/compiled-policy.js';
import type { CompiledCash } from '../policy/read-cash-policy.js';
import { makeExchange } from '../settlement/exchange.js';
import type { MoneyOnDay } from '../settlement/schedule.js';
import { compare, divideUp, least } from './exact.js';
import { toAccount } from './rates.js';
import type { ReadAccount } from './read-account.js';

/** What of an account's money is kept and what is free, in smallest units. */
export interface Money {
  /** What stays money on purpose once a withdrawal is paid. */
  readonly kept: bigint;
  /** What is to be invested, or below 0 what must be raised: cash less withdrawal less what is kept. */
  readonly free: bigint;
  /** Positions and free money together: what weights are shares of. */
  readonly investable: bigint;
  /** Whether there is less than the floor, so that money must be raised whatever else is to be done. */
  readonly mustRaise: boolean;
}

/**
 * Divides an account's money: below the target it is filled up, up to the ceiling it is left alone, and what lies above is invested,
 * all of it, this call's part or the most of a call. What comes in only after a withdrawal is needed pays nothing of it and is not invested;
 * it counts for what is to be kept but for the floor.
 */
export function divideMoney(
  account: ReadAccount,
  { cash, fxSpread }: Pick<CompiledPolicy, 'cash' | 'fxSpread'>,
): Money {
  const left = account.cashTotal - account.withdrawal;
  const inTime = left - comingLate(account, cash.least, fxSpread);
  const mustRaise = inTime < cash.least;
  const free = freeOf(left, inTime, cash, mustRaise);
  const positions = account.value - account.cashTotal;
  return { kept: left - free, free, investable: positions + free, mustRaise };
}

function freeOf(left: bigint, inTime: bigint, cash: CompiledCash, mustRaise: boolean): bigint {
  const { least: floor, target } = cash;
  if (mustRaise || left < target) {
    const overFloor = inTime - floor;
    const overTarget = left - target;
    return mustRaise && overFloor < overTarget ? overFloor : overTarget;
  }
  return inTime < target ? 0n : inTime - keptAbove(inTime, cash);
}

function keptAbove(left: bigint, { target, ceiling, callsLeft, atMost }: CompiledCash): bigint {
  if (left <= ceiling || callsLeft === 0) return left;
  const part = divideUp(left - target, BigInt(callsLeft));
  return left - (atMost === undefined ? part : least(part, atMost));
}

/**
 * What comes in only after the withdrawal is needed, but for what pays orders that leave later still or on the same day; nothing where today's money pays
 * the withdrawal and all orders.
 */
function comingLate(
  account: ReadAccount,
  floor: bigint,
  fxSpread: CompiledPolicy['fxSpread'],
): bigint {
  const { withdrawal, withdrawalBy: by, isLateAnyway, underWay, rateOf } = account;
  if (by === undefined || withdrawal === 0n || underWay === undefined || isLateAnyway) return 0n;
  if (moneyOfToday(account, fxSpread) >= withdrawal + floor) return 0n;
  const { incomes, payments } = underWay;
  const isLate = ({ on }: MoneyOnDay): boolean => on > by;
  const worth = ({ amount, currency }: MoneyOnDay): bigint => toAccount(amount, rateOf(currency));
  const moves = [
    ...incomes.filter(isLate).map((one) => ({ on: one.on, by: worth(one) })),
    ...payments.filter(isLate).map((one) => ({ on: one.on, by: -worth(one) })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : compare(b.by, a.by)));
  let [balance, lowest] = [0n, 0n];
  for (const move of moves) {
    balance += move.by;
    lowest = least(lowest, balance);
  }
  return balance - lowest;
}

/** What money that is there comes to once it is changed, less all that orders take that stand. */
function moneyOfToday(account: ReadAccount, fxSpread: CompiledPolicy['fxSpread']): bigint {
  const { cash, currency: base, given, rateOf, underWay } = account;
  const { mostFor } = makeExchange(base, given.fx, fxSpread, 'account.fx');
  let sum = 0n;
  for (const [code, units] of cash) {
    const isChanged = code !== base && units > 0n;
    sum += isChanged ? mostFor(code, base, units) : toAccount(units, rateOf(code));
  }
  for (const { amount, currency } of underWay?.payments ?? []) {
    sum -= toAccount(amount, rateOf(currency));
  }
  return sum;
}
