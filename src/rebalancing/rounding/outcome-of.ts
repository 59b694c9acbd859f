import { least } from '../account/exact.js';
import { type Rate, toAccount } from '../account/rates.js';
import { type Measured, measure, weigh } from '../reach/measure.js';
import type { Occasion } from '../reach/situation.js';
import type { BudgetedTrades } from './budgets.js';
import type { Fit } from './fit.js';
import type { Plan } from './plan.js';
import type { Settlement } from './settle.js';

/** What trades come to once they are done and paid, or what of it can be. */
export function outcomeOf(
  { account }: Occasion,
  { fits, charges }: BudgetedTrades,
  { schedule }: Settlement,
): Pick<Plan, 'paidOut' | 'cashAfter' | 'valuesAfter'> {
  const isUnpaid = schedule.shortfall?.some(({ kind }) => kind === 'withdrawal') === true;
  const paidOut = isUnpaid ? 0n : account.withdrawal;
  let cashAfter = account.cashTotal - paidOut - charges.total - schedule.exchangeCost;
  const valuesAfter = account.holdings.map(({ value }) => value);
  for (const fit of fits) {
    cashAfter += fit.side === 'sell' ? fit.amount : -fit.amount;
    const { rate } = account.holdings[fit.place]!;
    valuesAfter[fit.place]! += fit.side === 'sell' ? -fit.amount : netOf(fit, rate);
  }
  return { paidOut, cashAfter, valuesAfter };
}

/** The cost of changing money without what only rounding each amount takes: where no balance is below its floor, nothing is missing. */
export function withoutRounding({
  occasion,
  settlement,
  cashAfter,
}: Pick<Plan, 'occasion' | 'settlement' | 'cashAfter'>): Pick<Plan, 'settlement' | 'cashAfter'> {
  const { shortfall, exchangeCost } = settlement.schedule;
  const lacking = least(occasion.inside.policy.cash.least - cashAfter, exchangeCost);
  if (shortfall !== undefined || lacking <= 0n) return { settlement, cashAfter };
  const schedule = { ...settlement.schedule, exchangeCost: exchangeCost - lacking };
  return { settlement: { ...settlement, schedule }, cashAfter: cashAfter + lacking };
}

/** The account once all is traded and paid; what was out of its band must be back as far as the policy asks. */
export function measureAfter(
  { account, aim, inside, money, now }: Occasion,
  { valuesAfter, cashAfter }: Pick<Plan, 'valuesAfter' | 'cashAfter'>,
): Measured {
  const { holdings } = account;
  const free = cashAfter - money.kept;
  const investable = valuesAfter.reduce((sum, value) => sum + value, free);
  const weights = weigh(holdings, valuesAfter, free, investable, inside);
  return measure(weights, aim, holdings, inside, new Set(now.drift.triggered));
}

/** What a purchase adds to the value of a holding: what is paid less entry fee and spread. */
function netOf({ amount, entryFee, spread }: Fit, rate: Rate): bigint {
  return amount - toAccount(entryFee, rate) - toAccount(spread, rate);
}
