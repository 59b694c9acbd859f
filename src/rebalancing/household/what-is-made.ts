import { type Money, toMinorUnits } from '../../money/index.js';
import type { Rebalancing } from '../result/result.js';

/** An account once the trades that are made are done; amounts are in smallest units of its currency. */
export interface Made {
  readonly values: Readonly<Record<string, Money>>;
  readonly cash: bigint;
  readonly paidOut: bigint;
  /** Fees, spread, exchange and tax of what is made. */
  readonly charges: bigint;
}

/** What was weighed and found not worth it is not done; what is paid out of free money is all the same. */
export function whatIsMade({
  decision,
  considered,
  before,
  after,
  cash,
  costs,
}: Rebalancing): Made {
  const paidOut = toMinorUnits(cash.withdrawal);
  if (decision === 'hold' && considered.length > 0) {
    const left = toMinorUnits(before.cash) - paidOut;
    return { values: before.values, cash: left, paidOut, charges: 0n };
  }
  const { entry, exit, spread, exchange, tax } = costs;
  const charges = [entry, exit, spread, exchange, tax].reduce(
    (sum, cost) => sum + toMinorUnits(cost),
    0n,
  );
  return { values: after.values, cash: toMinorUnits(after.cash), paidOut, charges };
}
