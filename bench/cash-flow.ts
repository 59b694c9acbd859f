import { analyseCashFlow, type Transaction, type TransactionKind } from 'aptfolio/client';
import { makeDate } from 'aptfolio/dates';
import { createRandom } from '../src/numerics/index.js';
import { compare } from './measure.js';

const options = {
  asOf: '2026-03-02',
  window: { from: '2025-03-01', to: '2026-03-01' },
  currency: 'CNY',
} as const;

const [few, many] = [1_000, 100_000];
const [first, second] = compare('Cash flow of a year, rows per second', [few, many].map(contest));
const growth = first!.ours / second!.ours;
console.log(`time per row at ${many} rows over that at ${few}: ${growth.toFixed(2)} (1: linear)`);

function contest(rows: number) {
  const transactions = makeTransactions(rows);
  const { incomeTotal, expenseTotal } = analyseCashFlow(transactions, options);
  const bare = monthlySums(transactions);
  const net = bare.reduce((sum, cents) => sum + cents, 0);
  if (Math.round((Number(incomeTotal.amount) - Number(expenseTotal.amount)) * 100) !== net) {
    throw new Error(`${rows} rows: the sums differ`);
  }
  return {
    name: `analyseCashFlow, ${rows} rows`,
    peer: 'monthly sums',
    items: rows,
    ours: () => analyseCashFlow(transactions, options),
    theirs: () => monthlySums(transactions),
    floor: 0.02,
  };
}

/** The bare minimum: cents by month, no checks, no doubles found, nothing told apart. */
function monthlySums(transactions: readonly Transaction[]): readonly number[] {
  const sums = new Map<string, number>();
  for (const { bookingDate, amount } of transactions) {
    const month = bookingDate.slice(0, 7);
    sums.set(month, (sums.get(month) ?? 0) + Math.round(Number(amount) * 100));
  }
  return [...sums.values()];
}

function makeTransactions(rows: number): readonly Transaction[] {
  const random = createRandom(rows);
  const spending: readonly TransactionKind[] = ['card', 'card', 'payment', 'cash', 'fee'];
  return Array.from({ length: rows }, (_, i) => {
    const day = Math.floor(random.uniform() * 28) + 1;
    const month = Math.floor(random.uniform() * 12) + 3;
    const [year, ofYear] = month > 12 ? [2026, month - 12] : [2025, month];
    const income = i % 20 === 0;
    const amount = (random.uniform() * 500 + 1).toFixed(2);
    return {
      id: `T${i}`,
      bookingDate: makeDate({ year, month: ofYear, day }),
      kind: income ? 'transfer-in' : spending[i % spending.length]!,
      currency: 'CNY',
      amount: income ? amount : `-${amount}`,
      counterparty: `CP${i % 40}`,
      text: `booking ${i % 40}`,
    };
  });
}
