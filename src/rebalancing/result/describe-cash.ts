import { type CurrencyCode, fromMinorUnits } from '../../money/index.js';
import type { Considered } from '../decide.js';
import type { Situation } from '../reach/situation.js';
import { problemOf } from '../rounding/settle.js';
import { type Schedule, schedule } from '../settlement/schedule.js';
import type { CashLine, Rebalancing } from './result.js';
import type { ExchangeLeg } from './trade.js';
import type { Writer } from './writer.js';

/** Free money before and after, and every day on which it changes. */
export function writeCash(
  situation: Situation,
  considered: Considered | undefined,
  write: Writer,
): CashLine {
  const { account, desk } = situation;
  const { cashTotal, withdrawal, currency, cash, underWay } = account;
  const before = write(cashTotal);
  if (considered === undefined) {
    const balance = (cash.get(currency) ?? 0n) - withdrawal;
    const paid = withdrawal === 0n ? [] : [{ on: desk.asOf, currency, balance }];
    const days = underWay === undefined ? paid : schedule(problemOf(situation, [])).days;
    return Object.freeze({
      before,
      proceeds: write(0n),
      purchases: write(0n),
      charges: write(0n),
      withdrawal: write(withdrawal),
      after: write(cashTotal - withdrawal),
      days: writeDays(days),
    });
  }
  const { trades, settlement, paidOut, cashAfter } = considered.plan;
  const { schedule: settled } = settlement;
  let [proceeds, purchases] = [0n, 0n];
  for (const { side, amount } of trades.fits) {
    if (side === 'sell') proceeds += amount;
    else purchases += amount;
  }
  return Object.freeze({
    before,
    proceeds: write(proceeds),
    purchases: write(purchases),
    charges: write(trades.charges.total + settled.exchangeCost),
    withdrawal: write(paidOut),
    after: write(cashAfter),
    days: writeDays(settled.days),
  });
}

function writeDays(days: Schedule['days']): CashLine['days'] {
  return Object.freeze(
    days.map(({ on, currency, balance }) =>
      Object.freeze({ on, balance: fromMinorUnits(currency, balance) }),
    ),
  );
}

/** Money that is changed for the trades. */
export function describeExchanges(
  considered: Considered | undefined,
  currency: CurrencyCode,
): Rebalancing['exchanges'] {
  const booked = considered?.plan.settlement.schedule.exchanges ?? [];
  return Object.freeze(
    booked.map(
      ({ from, paid, to, received, cost, on }): ExchangeLeg =>
        Object.freeze({
          from: fromMinorUnits(from, paid),
          to: fromMinorUnits(to, received),
          cost: fromMinorUnits(currency, cost),
          on,
        }),
    ),
  );
}
