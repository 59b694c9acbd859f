import { addDays, type PlainDate } from '../../dates/index.js';
import { divideUp } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { LotState } from '../lots/lot-state.js';
import { limitOf } from '../reach/limit-of.js';
import type { Occasion, Situation } from '../reach/situation.js';
import {
  type Schedule,
  type ScheduledTrade,
  type ScheduleProblem,
  schedule,
  type TradeDates,
} from '../settlement/schedule.js';
import type { Charges } from './charges.js';
import type { Fit } from './fit.js';

/** The days of each trade, in the order of the trades, and when its money moves. */
export interface Settlement {
  readonly schedule: Schedule;
  readonly dates: readonly TradeDates[];
}

/** Finds the days on which trades are ordered, dealt and booked, so that no balance falls below its floor. */
export function settle(occasion: Occasion, fits: readonly Fit[], charges: Charges): Settlement {
  const { account } = occasion;
  const dates = fits.map((fit) => datesOf(occasion, fit));
  const taxes = taxByFit(occasion, fits, charges);
  const trades = fits.map((fit, i): ScheduledTrade => {
    const { currency, rate } = account.holdings[fit.place]!;
    // Proceeds must pay all of the tax.
    const tax = divideUp(taxes[i]! * rate.under, rate.over);
    const paid = fit.exitFee + fit.spread + tax;
    const amount = fit.side === 'buy' ? fit.local : fit.local - paid;
    const { orderOn, dealsOn, settlesOn } = dates[i]!;
    return { index: fit.place, side: fit.side, currency, amount, orderOn, dealsOn, settlesOn };
  });
  const planned = schedule(problemOf(occasion, trades));
  for (const shifted of planned.shifted) {
    dates[fits.findIndex(({ place }) => place === shifted.index)] = shifted;
  }
  return { schedule: planned, dates };
}

/** What is to be paid and comes in, and with what. */
export function problemOf(
  situation: Situation,
  trades: readonly ScheduledTrade[],
): ScheduleProblem {
  const { account, inside, desk } = situation;
  const { policy, calendar } = inside;
  return {
    trades,
    cash: account.cash,
    incomes: account.underWay?.incomes,
    payments: account.underWay?.payments,
    base: account.currency,
    fx: account.given.fx,
    fxSpread: policy.fxSpread,
    floor: policy.cash.floor,
    floors: policy.cash.floors,
    withdrawal: account.withdrawal,
    withdrawalBy: account.withdrawalBy,
    onlyInTime: account.raisesBy !== undefined,
    asOf: desk.asOf,
    calendar,
    datesFrom: (place, day) => {
      const { amount } = trades.find(({ index }) => index === place)!;
      return purchaseFrom(situation, account.holdings[place]!, amount, day);
    },
  };
}

/** The dates of a purchase that waits until a day, and on until orders that stand leave enough of a day's limit; `undefined` where it never can be. */
function purchaseFrom(
  { account, inside }: Situation,
  holding: Holding,
  amount: bigint,
  from: PlainDate,
): TradeDates | undefined {
  const { calendar, deskOn } = inside;
  for (let day = from; day < calendar.covers.to; day = addDays(day, 1)) {
    const dealing = deskOn(day).next(holding.item.product, 'buy');
    if (dealing.status === 'never') return undefined;
    const left = limitOf(holding, 'buy', account, dealing.dealsOn);
    if (left === undefined || left >= amount) return dealing;
    day = dealing.orderOn;
  }
  return undefined;
}

function datesOf({ bounds, desk }: Occasion, { place, side, sale }: Fit): TradeDates {
  const bound = bounds[place]!;
  const lots: readonly LotState[] = sale?.parts.map(({ lot }) => lot) ?? [];
  const found = side === 'buy' ? bound.buyDates : bound.saleDates(lots);
  const today: PlainDate = desk.asOf;
  if (found === undefined) return { orderOn: today, dealsOn: today, settlesOn: today };
  const { orderOn, dealsOn, settlesOn } = found;
  return { orderOn, dealsOn, settlesOn };
}

function firstSale(fits: readonly Fit[]): number {
  return fits.findIndex(({ side }) => side === 'sell');
}

/** The tax of the day by sale, pro rata to their gains; the parts add up. */
export function taxByFit(
  { account }: Occasion,
  fits: readonly Fit[],
  { tax }: Charges,
): readonly bigint[] {
  if (tax === 0n) return fits.map(() => 0n);
  const gains = fits.map(({ place, sale }) => {
    const gain = sale === undefined ? 0n : sale.shortGain + sale.longGain;
    return gain > 0n ? toAccount(gain, account.holdings[place]!.rate) : 0n;
  });
  const all = gains.reduce((sum, gain) => sum + gain, 0n);
  if (all === 0n) return fits.map((_, i) => (i === firstSale(fits) ? tax : 0n));
  let before = 0n;
  return gains.map((gain) => {
    const from = (tax * before) / all;
    before += gain;
    return (tax * before) / all - from;
  });
}
