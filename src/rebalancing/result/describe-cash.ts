import { type CurrencyCode, fromMinorUnits } from '../../money/index.js';
import type { Considered } from '../decide.js';
import type { Situation } from '../reach/situation.js';
import type { CashLine, Rebalancing } from './result.js';
import type { ExchangeLeg } from './trade.js';
import type { Writer } from './writer.js';

/** Free money before and after, and every day on which it changes. */
export function writeCash(
  { account, desk }: Situation,
  considered: Considered | undefined,
  write: Writer,
): CashLine {
  const { cashTotal, withdrawal, currency, cash } = account;
  const before = write(cashTotal);
  if (considered === undefined) {
    const balance = (cash.get(currency) ?? 0n) - withdrawal;
    const paid = { on: desk.asOf, balance: write(balance) };
    return Object.freeze({
      before,
      proceeds: write(0n),
      purchases: write(0n),
      charges: write(0n),
      withdrawal: write(withdrawal),
      after: write(cashTotal - withdrawal),
      days: Object.freeze(withdrawal === 0n ? [] : [Object.freeze(paid)]),
    });
  }
  const { trades, settlement, paidOut, cashAfter } = considered.plan;
  const { schedule } = settlement;
  let [proceeds, purchases] = [0n, 0n];
  for (const { side, amount } of trades.fits) {
    if (side === 'sell') proceeds += amount;
    else purchases += amount;
  }
  return Object.freeze({
    before,
    proceeds: write(proceeds),
    purchases: write(purchases),
    charges: write(trades.charges.total + schedule.exchangeCost),
    withdrawal: write(paidOut),
    after: write(cashAfter),
    days: Object.freeze(
      schedule.days.map(({ on, currency: code, balance }) =>
        Object.freeze({ on, balance: fromMinorUnits(code, balance) }),
      ),
    ),
  });
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
