import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  maxMoney,
  minMoney,
  zeroMoney,
} from '../../money/index.js';
import type { Situation } from '../situation.js';
import { less, notBelowZero, plus, worthOf } from './amounts.js';
import { earmarkedWithin } from './earmarked.js';
import { type Finding, missingRates, NOTHING, unknown } from './finding.js';
import { splitByDay } from './free-by-day.js';
import type { WithdrawalLiquidityNeed } from './need.js';
import { type WithdrawalsAhead, withdrawalsAhead } from './planned-withdrawals.js';

/**
 * Planned withdrawals for which too little is free on their day; the soonest has the first call on what is.
 *
 * The reserve stays, and so does what is set aside for goals, as far as it must lie in what is free. Income until then is
 * not counted on. The amount is what is missing on the day, whether it is tied up or not there at all. What was set aside
 * for a withdrawal and cannot be had by then is missing even where other money could stand in; that money is not idle.
 */
export function withdrawalsUncovered<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const ahead = withdrawalsAhead(situation);
  if (ahead.rows.length === 0) return ahead.missing.length > 0 ? unknown(ahead.missing) : NOTHING;
  const { amount: reserve, missing: unknownReserve } = situation.reserve;
  const missing = [
    ...unknownReserve,
    ...ahead.missing,
    ...earmarkedWithin([], situation).missing,
    ...missingRates(situation),
  ];
  if (missing.length > 0 || reserve === null) return unknown(missing);
  return { needs: needsOf(ahead, reserve, situation), missing: [] };
}

function needsOf<C extends CurrencyCode>(
  { rows }: WithdrawalsAhead<C>,
  reserve: Money<C>,
  situation: Situation<C>,
): readonly WithdrawalLiquidityNeed<C>[] {
  // What earlier withdrawals have called on already.
  let used = zeroMoney(situation.currency);
  return rows.flatMap(({ id, date, amount: required, beyondReach }) => {
    const { free, tied: locked } = splitByDay(date, situation);
    const earmarked = earmarkedWithin(free, situation).least;
    const available = notBelowZero(less(worthOf(free, situation), reserve, earmarked, used));
    const paid = minMoney<CurrencyCode>(required, available) as Money<C>;
    used = plus(used, paid);
    const amount = maxMoney<CurrencyCode>(less(required, paid), beyondReach) as Money<C>;
    if (!isPositive(amount)) return [];
    const tied = worthOf(locked, situation);
    const holdings = Object.freeze(locked.map((holding) => holding.id));
    const evidence = { withdrawal: id, date, required, available, reserve, earmarked, tied };
    const parameters = { ...evidence, amount };
    const reason = isPositive(beyondReach)
      ? makeReason('client.need-withdrawal-earmark', 'warn', { ...parameters, beyondReach })
      : makeReason('client.need-withdrawal-liquidity', 'warn', parameters);
    return [
      {
        kind: 'withdrawal-liquidity',
        id: `withdrawal-liquidity:${id}`,
        amount,
        ...evidence,
        holdings,
        reason,
      },
    ];
  });
}
