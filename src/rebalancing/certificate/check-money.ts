import type { CurrencyCode, Money } from '../../money/index.js';
import { shareOf } from '../account/exact.js';
import type { CashSize } from '../policy/policy.js';
import type { RuleCheck } from '../result/result.js';
import { asNumber, check, type Evidence, unitsIn } from './evidence.js';

/** Nothing is lost or made, the money line adds up, and no balance falls below its floor by a trade's fault. */
export function checkMoney(evidence: Evidence): readonly RuleCheck[] {
  const { account, cash, costs, value, after, trades } = evidence;
  const { currency } = account;
  let held = unitsIn(after.cash);
  for (const amount of Object.values(after.values)) held += unitsIn(amount);
  let paid = unitsIn(cash.withdrawal);
  for (const cost of [costs.entry, costs.exit, costs.spread, costs.exchange, costs.tax]) {
    paid += unitsIn(cost);
  }
  const lost = unitsIn(value) - paid - held;

  let sold = 0n;
  let bought = 0n;
  for (const { side, amount } of trades) {
    if (side === 'sell') sold += unitsIn(amount);
    else bought += unitsIn(amount);
  }
  const line =
    unitsIn(cash.before) +
    sold -
    bought -
    unitsIn(cash.charges) -
    unitsIn(cash.withdrawal) -
    unitsIn(cash.after);
  const isSame = unitsIn(cash.proceeds) === sold && unitsIn(cash.purchases) === bought;
  return [
    check('sum', Math.abs(asNumber(lost, currency))),
    check('cash', isSame ? Math.abs(asNumber(line, currency)) : 1),
    checkFloor(evidence),
  ];
}

function floorIn(floor: CashSize | undefined, whole: bigint): bigint {
  if (floor === undefined) return 0n;
  return 'share' in floor ? shareOf(whole > 0n ? whole : 0n, floor.share) : unitsIn(floor);
}

/**
 * That no balance falls below its floor. One that was below it before and does not fall further is no fault of the trades, which
 * the rule's name says.
 */
function checkFloor(evidence: Evidence): RuleCheck {
  const { account, policy, cash, value } = evidence;
  const floor = floorIn(policy.cash?.floor, unitsIn(value) - unitsIn(cash.withdrawal));
  const others = new Map((policy.cash?.floors ?? []).map((one) => [one.currency, unitsIn(one)]));
  const limitIn = (currency: CurrencyCode): bigint => {
    const least = opening.has(currency) ? (others.get(currency) ?? 0n) : 0n;
    return currency === account.currency && floor > least ? floor : least;
  };
  const opening = new Map<CurrencyCode, bigint>();
  for (const one of (account.cash ?? []) as readonly Money[]) {
    opening.set(one.currency, unitsIn(one));
  }
  let missed = 0;
  const last = new Map(opening);
  for (const { balance } of cash.days) {
    const { currency } = balance;
    const limit = limitIn(currency);
    last.set(currency, unitsIn(balance));
    // Orders that stand are paid whatever is traded.
    const start = (opening.get(currency) ?? 0n) - standingIn(evidence, currency);
    const least = start < limit ? start : limit;
    const below = least - unitsIn(balance);
    if (below > 0n) missed = Math.max(missed, asNumber(below, currency));
  }
  const isBelow = [...last].some(([currency, units]) => units < limitIn(currency));
  return check(missed === 0 && isBelow ? 'cash-floor-not-worsened' : 'cash-floor', missed);
}

/** What purchases under way still have to pay. */
function standingIn({ account, desk }: Evidence, currency: CurrencyCode): bigint {
  let sum = 0n;
  for (const { side, amount, paid, orderOn } of account.openOrders ?? []) {
    const isPaid = paid ?? (orderOn !== undefined && orderOn < desk.asOf);
    if (side === 'buy' && !isPaid && amount.currency === currency) sum += unitsIn(amount);
  }
  return sum;
}
