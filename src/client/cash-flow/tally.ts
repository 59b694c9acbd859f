import type { TransactionKind } from '../transaction.js';
import { addToCategory, type CategoryTally } from './category.js';
import type { History } from './history.js';
import type { Booking } from './read-bookings.js';
import type { Reading } from './reading.js';
import { addUnits, emptySum, emptySums, totalOf, type UnitSum } from './unit-sum.js';

/** Exact totals over the covered months, in smallest units; spending is positive. */
export interface Tally {
  /** By income, then by covered month. */
  readonly incomes: ReadonlyMap<string, readonly bigint[]>;
  /** By covered month. */
  readonly income: readonly bigint[];
  /** By covered month. */
  readonly expense: readonly bigint[];
  readonly netCardSpending: bigint;
  readonly debtService: bigint;
  /** Essential payments other than by card. */
  readonly essentialPayments: bigint;
  readonly incomeCategories: ReadonlyMap<string, CategoryTally>;
  readonly spendingCategories: ReadonlyMap<string, CategoryTally>;
  /** Bookings of any kind in the covered months. */
  readonly bookings: number;
  /** Covered months that have one. */
  readonly monthsObserved: number;
}

/**
 * Adds bookings up, in one pass and in any order.
 *
 * @param isOwn tells own transfers that are not labelled.
 */
export function tallyBookings(
  bookings: readonly Booking[],
  { covered, firstMonth }: History,
  reading: Reading,
  isOwn: (booking: Booking) => boolean,
): Tally {
  const incomes = new Map<string, readonly UnitSum[]>();
  const [income, expense] = [emptySums(covered), emptySums(covered)];
  const [card, debtService, essential] = [emptySum(), emptySum(), emptySum()];
  const incomeCategories = new Map<string, CategoryTally>();
  const spendingCategories = new Map<string, CategoryTally>();
  const observed = new Set<number>();
  let inside = 0;

  for (const booking of bookings) {
    const month = booking.day.month - firstMonth;
    if (month < 0 || month >= covered) continue;
    inside++;
    observed.add(month);
    const side = SIDE[booking.row.kind];
    if (side === 'neither' || isOwn(booking)) continue;
    const text = (booking.row.text ?? '').toLowerCase();
    if (side === 'income') addIncome(booking, month, text);
    else addExpense(booking, month, text);
  }

  const totals = (sums: readonly UnitSum[]): readonly bigint[] => sums.map(totalOf);
  return {
    incomes: new Map([...incomes].map(([id, sums]) => [id, totals(sums)])),
    income: totals(income),
    expense: totals(expense).map((units) => -units),
    netCardSpending: -totalOf(card),
    debtService: -totalOf(debtService),
    essentialPayments: -totalOf(essential),
    incomeCategories,
    spendingCategories,
    bookings: inside,
    monthsObserved: observed.size,
  };

  function addIncome({ row, units }: Booking, month: number, text: string): void {
    addUnits(income[month]!, units);
    const id = reading.incomeOf(row, text);
    const sums = incomes.get(id) ?? emptySums(covered);
    incomes.set(id, sums);
    addUnits(sums[month]!, units);
    if (reading.categoryOf === null) return;
    addToCategory(incomeCategories, reading.categoryOf(row, text), units);
  }

  function addExpense({ row, units }: Booking, month: number, text: string): void {
    addUnits(expense[month]!, units);
    const isCard = row.kind === 'card' || row.kind === 'refund';
    if (isCard) addUnits(card, units);
    else if (reading.isEssential(row, text)) addUnits(essential, units);
    if (reading.isDebtService(row, text)) addUnits(debtService, units);
    if (reading.categoryOf === null) return;
    addToCategory(spendingCategories, reading.categoryOf(row, text), -units);
  }
}

const SIDE: Readonly<Record<TransactionKind, 'income' | 'spending' | 'neither'>> = {
  'transfer-in': 'income',
  interest: 'income',
  payment: 'spending',
  card: 'spending',
  cash: 'spending',
  fee: 'spending',
  refund: 'spending',
  investment: 'neither',
  'own-transfer': 'neither',
  loan: 'neither',
};
