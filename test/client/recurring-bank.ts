import type { Transaction } from '../../src/client/index.js';
import {
  addDays,
  addMonths,
  lastOfMonth,
  makeDate,
  type PlainDate,
} from '../../src/dates/index.js';
import { createRandom } from '../../src/numerics/index.js';
import { type Sample, shuffled, type TrueStream } from './recurring-generator.js';

/**
 * Accounts made up after the financial data set of the PKDD'99 Discovery Challenge (P. Berka and M. Sochorova: 4500
 * accounts of a Czech bank, 1993 to 1998, 6471 standing orders, 1056320 transactions), whose licence and place allow no
 * copy here. What is taken from its description: one to five orders to an account (household, loan, insurance,
 * leasing, others), each monthly on a day of its own and of a fixed amount to a partner's bank and account; around
 * them cash drawn and paid in on any day, one income a month, interest and a charge of 14.60 on the last day of the
 * month; rows of a day in no order.
 */
export function bankAccount(seed: number): Sample {
  const random = createRandom(seed);
  const whole = (low: number, high: number): number =>
    low + Math.floor((high - low + 1) * random.uniform());
  const rows: Transaction[] = [];
  const truth: TrueStream[] = [];
  const add = (bookingDate: PlainDate, amount: number, more: Partial<Transaction>): string => {
    const id = `${whole(1, 1e9)}.${rows.length}`;
    rows.push({
      id,
      bookingDate,
      kind: 'payment',
      currency: 'CNY',
      amount: amount.toFixed(2),
      ...more,
    });
    return id;
  };
  const months = whole(12, 71);
  const opened = addMonths('1999-01-01', -months);
  const orders = [1, 1, 1, 2, 2, 3, 4, 5][whole(0, 7)]!;
  let amount = 0;
  for (let order = 0; order < orders; order++) {
    const day = whole(5, 14);
    // Many amounts are whole hundreds, and now and then two orders of an account are of the same amount.
    if (amount === 0 || whole(1, 20) > 1) {
      amount = whole(1, 3) === 1 ? whole(1, 60) * 100 : whole(1000, 140000) / 10;
    }
    const counterparty = `${String.fromCharCode(65 + whole(0, 12))}${whole(65, 90)}-${whole(1e6, 1e8)}`;
    const text = ['SIPO', 'UVER', 'POJISTNE', 'LEASING', ''][whole(0, 4)]!;
    const from = whole(0, Math.min(8, months - 4));
    const ids = Array.from({ length: months - from }, (_, i) =>
      add(dayOf(addMonths(opened, from + i), day), -amount, { counterparty, text }),
    );
    truth.push({ cadence: 'monthly', ids });
  }
  const pay = whole(3000, 30000);
  const payDay = whole(5, 14);
  for (let month = 0; month < months; month++) {
    const first = addMonths(opened, month);
    const last = lastOfMonth(first);
    add(dayOf(first, payDay), pay, { kind: 'transfer-in', counterparty: 'employer' });
    add(last, whole(200, 4000) / 10, { kind: 'interest', text: 'UROK' });
    add(last, -14.6, { kind: 'fee', text: 'SLUZBY' });
    for (let n = whole(3, 12); n > 0; n--) {
      add(addDays(first, whole(0, 27)), -whole(1, 200) * 100, { kind: 'cash' });
    }
    for (let n = whole(0, 3); n > 0; n--) {
      add(addDays(first, whole(0, 27)), -whole(1, 900) * 10, {
        kind: 'payment',
        counterparty: `shop ${whole(1, 400)}`,
      });
    }
  }
  return { rows: shuffled(rows, random), truth };
}

/** The same rows as a bank that does not tell the other side would give them. */
export function withoutCounterparty({ rows, truth }: Sample): Sample {
  return { truth, rows: rows.map(({ counterparty: _, ...row }) => row) };
}

/** What a simple detector finds: an amount (and a payee) three times, the middle gap about a month. */
export function simpleStreams(
  rows: readonly Transaction[],
): readonly { readonly cadence: 'monthly'; readonly transactions: readonly string[] }[] {
  const groups = new Map<string, Transaction[]>();
  for (const row of rows) {
    const key = `${row.counterparty} ${row.amount} ${row.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const days = group.map((row) => Date.parse(row.bookingDate) / 86_400_000).sort((a, b) => a - b);
    const gaps = days.slice(1).map((day, i) => day - days[i]!);
    const gap = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
    if (group.length < 3 || gap < 26 || gap > 35) return [];
    return [{ cadence: 'monthly' as const, transactions: group.map(({ id }) => id) }];
  });
}

function dayOf(first: PlainDate, day: number): PlainDate {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return makeDate({ year, month, day });
}
