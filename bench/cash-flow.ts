import {
  analyseCashFlow,
  type CashFlowPolicy,
  findRecurring,
  ISO_20022_CATEGORIES,
  type Transaction,
  type TransactionKind,
} from 'aptfolio/client';
import { makeDate } from 'aptfolio/dates';
import { createRandom } from '../src/numerics/index.js';
import { type Contest, compare } from './measure.js';

const options = {
  asOf: '2026-03-02',
  window: { from: '2025-03-01', to: '2026-03-01' },
  currency: 'CNY',
} as const;

const policy: CashFlowPolicy = {
  incomes: [{ id: 'salary', match: [{ text: 'booking 0' }] }],
  irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
  debtService: [{ purposeCode: 'HLRP' }],
  essentialPayments: [{ purposeCode: 'RENT' }, { purposeCode: 'INSU' }],
  essentialShareOfCardSpending: 0.7,
  categories: ISO_20022_CATEGORIES,
  ownTransfers: {},
};

const SIZES = [1_000, 100_000, 1_000_000] as const;
const rowsOf = new Map(SIZES.map((size) => [size, makeTransactions(size)] as const));
const given = (size: (typeof SIZES)[number]): readonly Transaction[] => rowsOf.get(size)!;

const plain = compare(
  'Cash flow of a year, rows per second',
  SIZES.map((size) =>
    contest('analyseCashFlow', size, () => analyseCashFlow(given(size), options)),
  ),
);
const whole = compare(
  'The same with categories of ISO 20022 and a search for own transfers',
  SIZES.map((size) =>
    contest('analyseCashFlow', size, () => analyseCashFlow(given(size), { ...options, policy })),
  ),
);
console.log('\nTime per row over that at 1000 rows (1: linear)');
for (const [index, size] of SIZES.entries()) {
  const growth = (results: typeof plain): string =>
    (results[0]!.ours / results[index]!.ours).toFixed(2);
  console.log(`${size}: ${growth(plain)}, with everything ${growth(whole)}`);
}

const both = Array.from({ length: 30 }, () => {
  const begun = performance.now();
  analyseCashFlow(given(1_000), { ...options, policy });
  findRecurring(given(1_000), options);
  return performance.now() - begun;
});
const median = both.slice(9).sort((a, b) => a - b)[10]!;
console.log(`\nCash flow and streams of 1000 rows: ${median.toFixed(1)} ms (at most 10 wanted)`);

function contest(name: string, size: (typeof SIZES)[number], ours: () => unknown): Contest {
  const transactions = given(size);
  checkSums(transactions);
  return {
    name: `${name}, ${size} rows`,
    peer: 'monthly sums',
    items: size,
    ours,
    theirs: () => monthlySums(transactions),
    floor: 0.05,
  };
}

function checkSums(transactions: readonly Transaction[]): void {
  const { income, expense } = analyseCashFlow(transactions, options).observed;
  const net = monthlySums(transactions).reduce((sum, cents) => sum + cents, 0);
  if (Math.round((Number(income.amount) - Number(expense.amount)) * 100) === net) return;
  throw new Error(`${transactions.length} rows: the sums differ`);
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
  const purposes = ['RENT', 'INSU', 'HLRP', 'PHON', 'ELEC', 'OTHR'] as const;
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
      account: `A${i % 3}`,
      purposeCode: purposes[i % purposes.length]!,
    };
  });
}
