import { at } from '../../errors/index.js';
import { checkCurrency, money, ratioOfMoney } from '../../money/index.js';
import type { AmountPerCountDefinition } from '../definition.js';
import {
  type AmountPresence,
  addUnits,
  IN_EVENT,
  IN_STATE,
  joinUnits,
  noUnits,
  readUnits,
  writeUnits,
} from './amounts.js';
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
  empty: emptyCosts,
  add: (kpi, draft, event, path) => addCosts(kpi, draft, event, path, IN_EVENT),
  read(kpi, data, path) {
    const draft = emptyCosts();
    addCosts(kpi, draft, data, path, IN_STATE);
    return draft;
  },
  join(draft, other) {
    draft.count = addCounts(draft.count, other.count);
    joinUnits(draft.amount, other.amount);
  },
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

function emptyCosts(): KindDrafts['amount-per-count'] {
  return { amount: noUnits(), count: 0 };
}

/** Reads everything before it adds anything. */
function addCosts(
  { currency }: AmountPerCountDefinition,
  draft: KindDrafts['amount-per-count'],
  fields: Fields,
  path: string,
  presence: AmountPresence,
): void {
  const amount = readUnits(fields.amount, currency, path, 'amount', presence);
  const count = countOf(fields.count, path, 'count', presence.optional ? 0 : undefined);
  draft.count = addCounts(draft.count, count);
  addUnits(draft.amount, amount);
}
