import { at } from '../../errors/index.js';
import { checkCurrency, money, ratioOfMoney } from '../../money/index.js';
import type { AmountPerCountDefinition } from '../definition.js';
import { readUnits, writeUnits } from './amounts.js';
import { addCounts, countOf, type Fields, type KindDrafts, type KindMethods } from './kind.js';

/** An amount of money for each of so many cases: summed exactly and divided once. All cases are counted, none is drawn, so there is no interval. */
export const amountPerCountKind: KindMethods<'amount-per-count'> = {
  definitionFields: { currency: true },
  eventFields: { amount: true, count: true },
  leastFields: 0,
  define: (fields, path) => ({
    kind: 'amount-per-count',
    currency: checkCurrency(fields.currency, at(path, 'currency')),
  }),
  empty: () => ({ amount: 0n, count: 0 }),
  add: (kpi, draft, event, path) =>
    joinCosts(draft, readCosts(kpi, event, path, { optional: true })),
  read: (kpi, data, path) => readCosts(kpi, data, path, { optional: false }),
  join: joinCosts,
  write: (kpi, { amount, count }) =>
    Object.freeze({ amount: writeUnits(amount, kpi.currency), count }),
  size: (_kpi, { count }) => count,
  value({ currency }, draft) {
    const amount = writeUnits(draft.amount, currency);
    return {
      // As an amount the count divides exactly, and the quotient is rounded once.
      value: ratioOfMoney(amount, money(currency, String(draft.count))),
      numerator: amount,
      denominator: draft.count,
      method: 'amount-per-count',
      reasons: [],
    };
  },
  sample: () => null,
};

function joinCosts(
  draft: KindDrafts['amount-per-count'],
  other: KindDrafts['amount-per-count'],
): void {
  draft.count = addCounts(draft.count, other.count);
  draft.amount += other.amount;
}

function readCosts(
  { currency }: AmountPerCountDefinition,
  value: Fields,
  path: string,
  options: { readonly optional: boolean },
): KindDrafts['amount-per-count'] {
  return {
    amount: readUnits(value.amount, currency, at(path, 'amount'), options),
    count: countOf(value.count, path, 'count', options.optional ? 0 : undefined),
  };
}
