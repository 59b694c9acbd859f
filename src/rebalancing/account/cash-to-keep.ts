import type { CompiledCash } from '../policy/read-cash-policy.js';
import { divideUp } from './exact.js';
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
 * all of it or this call's part.
 */
export function divideMoney(account: ReadAccount, cash: CompiledCash): Money {
  const left = account.cashTotal - account.withdrawal;
  const kept = left < cash.target ? cash.target : keptAbove(left, cash);
  const free = left - kept;
  const positions = account.value - account.cashTotal;
  return { kept, free, investable: positions + free, mustRaise: left < cash.least };
}

function keptAbove(left: bigint, { target, ceiling, callsLeft }: CompiledCash): bigint {
  if (left <= ceiling || callsLeft === 0) return left;
  return left - divideUp(left - target, BigInt(callsLeft));
}
