import { AptfolioError, at } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { checkCurrency, type Money, money, ratioOfMoney } from '../../money/index.js';
import type { AmountPerCountDefinition } from '../definition.js';
import type { KpiValue } from '../result.js';
import {
  type AmountPresence,
  addUnits,
  IN_EVENT,
  IN_STATE,
  joinUnits,
  noUnits,
  readerOf,
  readUnits,
  totalUnits,
  writeUnits,
} from './amounts.js';
import {
  addCounts,
  countedPart,
  countOf,
  type Fields,
  joinNamed,
  type KindDrafts,
  type KindMethods,
} from './kind.js';

/** An amount of money for each of so many cases: summed exactly and divided once. All cases are counted, none is drawn, so there is no interval. */
export const amountPerCountKind: KindMethods<'amount-per-count'> = {
  definitionFields: { currency: true },
  eventFields: { amount: true, count: true },
  eventDefaults: { count: 0 },
  leastFields: 0,
  define: (fields, path) => ({
    kind: 'amount-per-count',
    currency: checkCurrency(fields.currency, at(path, 'currency')),
  }),
  empty: emptyCosts,
  add: (_kpi, draft, event, path) => addCosts(draft, event, path, IN_EVENT),
  read(kpi, data, path) {
    const draft = emptyCosts(kpi);
    addCosts(draft, data, path, IN_STATE);
    draft.amounts = readTold(draft, data, path);
    return draft;
  },
  join(draft, other) {
    joinNamed(draft, other, ['count', 'amounts']);
    joinUnits(draft.amount, other.amount);
  },
  write: (kpi, { amount, amounts, count }) =>
    Object.freeze({ amount: writeUnits(amount, kpi.currency), amounts, count }),
  size: (_kpi, { count }) => count,
  value: amountEach,
  sample: () => null,
  part: (kpi, draft) => countedPart(amountEach(kpi, draft), draft.count),
};

function amountEach(
  { currency }: AmountPerCountDefinition,
  { amount: sum, amounts, count }: KindDrafts['amount-per-count'],
): KpiValue<Money | number> | Reason {
  if (amounts === 0) return makeReason('kpi.no-amount', 'info');
  const amount = writeUnits(sum, currency);
  return {
    // As an amount the count divides exactly, and the quotient is rounded once.
    value: ratioOfMoney(amount, money(currency, String(count))),
    numerator: amount,
    denominator: count,
    method: 'amount-per-count',
    reasons: [],
  };
}

function emptyCosts(kpi: AmountPerCountDefinition): KindDrafts['amount-per-count'] {
  return { reader: readerOf(kpi), amount: noUnits(), amounts: 0, count: 0 };
}

/** Reads everything before it adds anything. */
function addCosts(
  draft: KindDrafts['amount-per-count'],
  fields: Fields,
  path: string,
  presence: AmountPresence,
): void {
  const amount = readUnits(draft.reader, fields.amount, path, 'amount', presence);
  const count = countOf(fields.count, path, 'count', presence.optional ? 0 : undefined);
  const amounts = addCounts(draft.amounts, fields.amount === undefined ? 0 : 1);
  draft.count = addCounts(draft.count, count);
  draft.amounts = amounts;
  addUnits(draft.amount, amount);
}

/** How many events told an amount: without any there is none. */
function readTold({ amount }: KindDrafts['amount-per-count'], data: Fields, path: string): number {
  const amounts = countOf(data.amounts, path, 'amounts');
  if (amounts > 0 || totalUnits(amount) === 0n) return amounts;
  const expected = 'at least 1 where there is an amount';
  throw new AptfolioError('inconsistent', at(path, 'amounts'), expected, amounts);
}
