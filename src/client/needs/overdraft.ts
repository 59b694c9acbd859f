import { makeReason } from '../../evidence/index.js';
import {
  absoluteMoney,
  type CurrencyCode,
  convertMoney,
  isNegative,
  isPositive,
  type Money,
  sumMoney,
} from '../../money/index.js';
import type { Situation } from '../situation.js';
import { type Finding, hasRateFor, NOTHING, unknown } from './finding.js';
import type { OverdraftNeed } from './need.js';

/** Accounts below zero. */
export function overdrafts<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const { view, currency } = situation;
  const overdrawn = [
    ...view.holdings.filter(isNegative),
    ...view.liabilities.filter((debt) => debt.kind === 'overdraft' && isPositive(debt)),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (overdrawn.length === 0) return NOTHING;
  const missing = overdrawn.filter((row) => !hasRateFor(row.currency, situation));
  if (missing.length > 0) return unknown(missing.map((row) => `fx.${row.currency}`));
  const amount = sumMoney<CurrencyCode>(
    currency,
    overdrawn.map((row) => convertMoney(absoluteMoney<CurrencyCode>(row), currency, view.fx)),
  ) as Money<C>;
  const accounts = Object.freeze(overdrawn.map(({ id }) => id));
  const reason = makeReason('client.need-overdraft', 'warn', { amount, accounts });
  const need: Omit<OverdraftNeed<C>, 'rank'> = {
    kind: 'overdraft',
    id: 'overdraft',
    amount,
    accounts,
    reason,
  };
  return { needs: [need], missing: [] };
}
