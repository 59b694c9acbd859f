import { analyseCashFlow, findRecurring, type Transaction } from 'aptfolio/client';
import { addDays, addMonths } from 'aptfolio/dates';
import { createRandom } from '../src/numerics/index.js';
import { compare } from './measure.js';

const AS_OF = '2026-03-02';
const window = { from: '2025-03-01', to: '2026-03-01' } as const;
const sizes = [1_000, 10_000, 100_000];

const results = compare('Recurring streams, rows per second', sizes.map(contest));
for (const [i, rows] of sizes.entries()) {
  const growth = results[0]!.ours / results[i]!.ours;
  console.log(
    `time per row at ${rows} rows over that at ${sizes[0]}: ${growth.toFixed(2)} (1: linear)`,
  );
}
const client = makeTransactions(1_000);
const both = compare('Cash flow and streams of one client, clients per second', [
  {
    name: 'both, 1000 rows',
    peer: 'gaps alone',
    ours: () => [
      findRecurring(client, { asOf: AS_OF }),
      analyseCashFlow(client, { asOf: AS_OF, window, currency: 'CNY' }),
    ],
    theirs: () => gapsByPayeeAndAmount(client),
    floor: 0.02,
  },
]);
console.log(
  `one client of 1000 rows: ${(1000 / both[0]!.ours).toFixed(2)} ms (at most 10 are wanted)`,
);
// Too long to be repeated: once each.
console.log(`1000000 rows: ${once(makeTransactions(1_000_000))} ms`);
for (const rows of [10_000, 100_000]) {
  const crowd = makeTransactions(rows).map((row) => ({ ...row, counterparty: 'one' }));
  console.log(`${rows} rows with one payee: ${once(crowd)} ms`);
}

function once(transactions: readonly Transaction[]): string {
  const begun = performance.now();
  findRecurring(transactions, { asOf: AS_OF });
  return (performance.now() - begun).toFixed(0);
}

function contest(rows: number) {
  const transactions = makeTransactions(rows);
  const { length } = findRecurring(transactions, { asOf: AS_OF }).streams;
  const put = transactions.filter(({ id }) => id.endsWith('-0')).length;
  if (length < put) throw new Error(`${rows} rows: ${length} of ${put} streams`);
  return {
    name: `findRecurring, ${rows} rows`,
    peer: 'gaps alone',
    items: rows,
    ours: () => findRecurring(transactions, { asOf: AS_OF }),
    theirs: () => gapsByPayeeAndAmount(transactions),
    floor: 0.02,
  };
}

/** The bare minimum: the same payee and amount three times, the middle gap about a month. No checks, nothing else. */
function gapsByPayeeAndAmount(transactions: readonly Transaction[]): number {
  const groups = new Map<string, number[]>();
  for (const { bookingDate, amount, counterparty } of transactions) {
    const key = `${counterparty} ${amount}`;
    const days = groups.get(key);
    if (days === undefined) groups.set(key, [Date.parse(bookingDate) / 86_400_000]);
    else days.push(Date.parse(bookingDate) / 86_400_000);
  }
  let found = 0;
  for (const days of groups.values()) {
    if (days.length < 3) continue;
    days.sort((a, b) => a - b);
    const gaps = days.slice(1).map((day, i) => day - days[i]!);
    const gap = gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
    if (gap >= 26 && gap <= 35) found++;
  }
  return found;
}

/** Two years of a customer for each thousand rows: ten monthly streams, the rest card spending in forty shops. */
function makeTransactions(rows: number): readonly Transaction[] {
  const random = createRandom(rows);
  const common = { currency: 'CNY' } as const;
  return Array.from({ length: rows }, (_, i): Transaction => {
    const client = Math.floor(i / 1_000);
    const place = i % 1_000;
    if (place < 240) {
      const stream = Math.floor(place / 24);
      const bookingDate = addMonths(addDays('2024-03-01', 2 * stream), place % 24);
      const payee = `${client}-P${stream}`;
      const amount = `-${100 + stream}.00`;
      return {
        id: `${payee}-${place % 24}`,
        bookingDate,
        kind: 'payment',
        ...common,
        amount,
        counterparty: payee,
      };
    }
    const bookingDate = addDays('2024-03-01', Math.floor(random.uniform() * 730));
    const amount = `-${(random.uniform() * 500 + 1).toFixed(2)}`;
    const shop = `${client}-S${i % 40}`;
    return {
      id: `T${i}`,
      bookingDate,
      kind: 'card',
      ...common,
      amount,
      counterparty: shop,
      text: `till ${i}`,
    };
  });
}
