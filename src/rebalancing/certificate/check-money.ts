import { type CurrencyCode, type Money, toMinorUnits } from '../../money/index.js';
import type { RuleCheck } from '../result/result.js';
import { asNumber, check, type Evidence } from './evidence.js';

/** Nothing is lost or made, the money line adds up, and no balance falls below its floor by a trade's fault. */
export function checkMoney(evidence: Evidence): readonly RuleCheck[] {
  const { account, cash, costs, value, after, trades } = evidence;
  const { currency } = account;
  let held = toMinorUnits(after.cash);
  for (const amount of Object.values(after.values)) held += toMinorUnits(amount);
  let paid = toMinorUnits(cash.withdrawal);
  for (const cost of [costs.entry, costs.exit, costs.spread, costs.exchange, costs.tax]) {
    paid += toMinorUnits(cost);
  }
  const lost = toMinorUnits(value) - paid - held;

  let sold = 0n;
  let bought = 0n;
  for (const { side, amount } of trades) {
    if (side === 'sell') sold += toMinorUnits(amount);
    else bought += toMinorUnits(amount);
  }
  const line =
    toMinorUnits(cash.before) +
    sold -
    bought -
    toMinorUnits(cash.charges) -
    toMinorUnits(cash.withdrawal) -
    toMinorUnits(cash.after);
  const isSame = toMinorUnits(cash.proceeds) === sold && toMinorUnits(cash.purchases) === bought;
  return [
    check('sum', Math.abs(asNumber(lost, currency))),
    check('cash', isSame ? Math.abs(asNumber(line, currency)) : 1),
    check('cash-floor', missedFloor(evidence)),
  ];
}

/** By how much a balance falls below the floor, or below where it already was. */
function missedFloor({ account, policy, cash }: Evidence): number {
  const floor = policy.cash?.floor === undefined ? 0n : toMinorUnits(policy.cash.floor);
  const opening = new Map<CurrencyCode, bigint>();
  for (const one of (account.cash ?? []) as readonly Money[]) {
    opening.set(one.currency, toMinorUnits(one));
  }
  let missed = 0;
  for (const { balance } of cash.days) {
    const { currency } = balance;
    const limit = currency === account.currency ? floor : 0n;
    const start = opening.get(currency) ?? 0n;
    const least = start < limit ? start : limit;
    const below = least - toMinorUnits(balance);
    if (below > 0n) missed = Math.max(missed, asNumber(below, currency));
  }
  return missed;
}
