import { addToCategory, type CategoryTally } from './category.js';
import type { History } from './history.js';
import type { Booking } from './read-bookings.js';
import type { Reading } from './reading.js';
import { isCardKind, sideOf } from './side.js';
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
  /** Bookings that bear on essential spending: those payments and what was paid by card. */
  readonly essentialRows: number;
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
  let essentialRows = 0;

  for (const booking of bookings) {
    const month = booking.day.month - firstMonth;
    if (month < 0 || month >= covered) continue;
    inside++;
    observed.add(month);
    const side = sideOf(booking.row.kind, booking.units < 0);
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
    essentialRows,
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
    const isCard = isCardKind(row.kind);
    const isEssential = !isCard && reading.isEssential(row, text);
    if (isCard) addUnits(card, units);
    if (isEssential) addUnits(essential, units);
    if (isCard || isEssential) essentialRows++;
    if (reading.isDebtService(row, text)) addUnits(debtService, units);
    if (reading.categoryOf === null) return;
    addToCategory(spendingCategories, reading.categoryOf(row, text), -units);
  }
}
