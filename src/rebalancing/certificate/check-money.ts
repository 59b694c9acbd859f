import type { CurrencyCode, Money } from '../../money/index.js';
import { most, shareOf } from '../account/exact.js';
import type { CashSize } from '../policy/policy.js';
import type { RuleCheck } from '../result/result.js';
import { asNumber, check, type Evidence, unitsIn } from './evidence.js';
import type { TradeRow } from './trade-row.js';

/** Nothing is lost or made, the money line adds up, and no balance falls below its floor by a trade's fault. */
export function checkMoney(evidence: Evidence, rows: readonly TradeRow[]): readonly RuleCheck[] {
  const { cash, costs, after } = evidence;
  const { currency } = evidence.account;
  const value = unitsIn(evidence.value);
  const withdrawal = unitsIn(cash.withdrawal);
  let lost = value - withdrawal - unitsIn(after.cash);
  for (const amount of Object.values(after.values)) lost -= unitsIn(amount);
  for (const cost of [costs.entry, costs.exit, costs.spread, costs.exchange, costs.tax]) {
    lost -= unitsIn(cost);
  }

  let sold = 0n;
  let bought = 0n;
  for (const { trade, amount } of rows) {
    if (trade.side === 'sell') sold += amount;
    else bought += amount;
  }
  const line =
    unitsIn(cash.before) + sold - bought - unitsIn(cash.charges) - withdrawal - unitsIn(cash.after);
  const isSame = unitsIn(cash.proceeds) === sold && unitsIn(cash.purchases) === bought;
  return [
    check('sum', Math.abs(asNumber(lost, currency))),
    check('cash', isSame ? Math.abs(asNumber(line, currency)) : 1),
    checkFloor(evidence, value - withdrawal),
  ];
}

/** What there is of a currency, in its smallest units. */
interface Balance {
  readonly currency: CurrencyCode;
  /** Below this it should not fall. */
  readonly limit: bigint;
  /** Below this it falls by a trade's fault: the same, or what was below it before. */
  readonly least: bigint;
  last: bigint;
}

/**
 * That no balance falls below its floor. One that was below it before and does not fall further is no fault of the trades, which
 * the rule's name says.
 *
 * @param whole what there is after the withdrawal.
 */
function checkFloor(evidence: Evidence, whole: bigint): RuleCheck {
  const balances: Balance[] = [];
  for (const given of (evidence.account.cash ?? []) as readonly Money[]) {
    balances.push(openBalance(evidence, whole, given.currency, given));
  }
  let missed = 0;
  for (const { balance } of evidence.cash.days) {
    const { currency } = balance;
    let own = balances.find((one) => one.currency === currency);
    if (own === undefined) {
      own = openBalance(evidence, whole, currency);
      balances.push(own);
    }
    own.last = unitsIn(balance);
    const below = own.least - own.last;
    if (below > 0n) missed = Math.max(missed, asNumber(below, currency));
  }
  const isBelow = balances.some(({ last, limit }) => last < limit);
  return check(missed === 0 && isBelow ? 'cash-floor-not-worsened' : 'cash-floor', missed);
}

function openBalance(
  evidence: Evidence,
  whole: bigint,
  currency: CurrencyCode,
  given?: Money,
): Balance {
  const { floor, floors } = evidence.policy.cash ?? {};
  const other = given === undefined ? undefined : floors?.find((one) => one.currency === currency);
  const least = other === undefined ? 0n : unitsIn(other);
  const limit = currency === evidence.account.currency ? most(least, floorIn(floor, whole)) : least;
  const last = given === undefined ? 0n : unitsIn(given);
  // Orders that stand are paid whatever is traded.
  const start = last - standingIn(evidence, currency);
  return { currency, limit, least: start < limit ? start : limit, last };
}

function floorIn(floor: CashSize | undefined, whole: bigint): bigint {
  if (floor === undefined) return 0n;
  return 'share' in floor ? shareOf(whole > 0n ? whole : 0n, floor.share) : unitsIn(floor);
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
