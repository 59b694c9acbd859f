import { addDays } from '../../dates/index.js';
import { type Day, monthNumber } from './day.js';
import { addTo, emptyGap, type Gap, type GapsByName, named, ofName } from './gap.js';
import type { History } from './history.js';
import { OTHER_INCOME } from './income.js';
import { mayBeLeg, type OwnTransferRule, withinDaysOf } from './own-transfers.js';
import type { Reading } from './reading.js';
import { isCardKind, type Side, sideOf } from './side.js';
import type { UnusableRow } from './unusable-row.js';

/** What is open, figure by figure. */
export interface Gaps {
  readonly income: Gap;
  readonly spending: Gap;
  readonly card: Gap;
  readonly essential: Gap;
  readonly debtService: Gap;
  /** By income, those to which a row belongs that could not be used; `any` is open for every one of them. */
  readonly streams: GapsByName;
  /** By category. */
  readonly incomeCategories: GapsByName;
  readonly spendingCategories: GapsByName;
}

/**
 * Which figures rows could change that could not be used. What is known of a row decides: where only its rate or amount is
 * missing, its month, side and category are known, and all other figures stay; a row without a date may belong to any month,
 * one without a kind to any figure. Rows dated outside the window change none; one in a month of it before the first
 * usable booking leaves the totals open all the same.
 *
 * @param ownTransfers the rule, if own transfers are looked for: the counterpart of a broken row may be among the others.
 */
export function gapsOf(
  rows: readonly UnusableRow[],
  { covered, firstMonth, firstOpen }: History,
  reading: Reading,
  ownTransfers: OwnTransferRule | undefined,
): Gaps {
  const [income, spending, card] = [emptyGap(), emptyGap(), emptyGap()];
  const [essential, debtService, streams] = [emptyGap(), emptyGap(), named()];
  const [incomeCategories, spendingCategories] = [named(), named()];
  for (const row of rows) {
    addOwn(row);
    // Without a rate it has been paired with those of its own currency, which have none either.
    if (row.booking === null && mayBeLeg(row, ownTransfers, reading)) addAsLeg(row);
  }
  const categories = { incomeCategories, spendingCategories };
  return { income, spending, card, essential, debtService, streams, ...categories };

  function addOwn({ day, kind, isOutgoing, fields, missing }: UnusableRow): void {
    const months = day === null ? allMonths() : inside(day.month, day.month);
    if (day !== null && !isOpen(day.month, day.month)) return;
    const text = (fields?.text ?? '').toLowerCase();
    const open = (gap: Gap): void => addTo(gap, missing, months);
    const sides = sidesOf(kind, isOutgoing);
    const category = fields === null ? null : (reading.categoryOf?.(fields, text) ?? null);
    if (sides.includes('income')) {
      open(income);
      open(ofName(streams, fields === null ? null : reading.incomeOf(fields, text)));
      open(ofName(incomeCategories, category));
    }
    if (sides.includes('spending')) {
      open(spending);
      if (kind === null || isCardKind(kind)) open(card);
      const bearsOnEssential =
        kind === null || isCardKind(kind) || fields === null || reading.isEssential(fields, text);
      if (bearsOnEssential) open(essential);
      if (fields === null || reading.isDebtService(fields, text)) open(debtService);
      open(ofName(spendingCategories, category));
    }
  }

  /** With the row, another one might turn out to be an own transfer, and be left out. */
  function addAsLeg({ day, missing }: UnusableRow): void {
    const around = day === null ? null : monthsAround(day);
    if (around !== null && !isOpen(...around)) return;
    const months = around === null ? allMonths() : inside(...around);
    const open = (gap: Gap): void => addTo(gap, missing, months);
    for (const gap of [income, spending, ofName(streams, OTHER_INCOME)]) open(gap);
    for (const gaps of [incomeCategories, spendingCategories]) open(ofName(gaps, null));
  }

  /** The first and the last month in which its counterpart may be. */
  function monthsAround({ date, month }: Day): readonly [number, number] {
    const days = withinDaysOf(ownTransfers);
    if (!isOpen(month - 2, month + 2)) return [month, month];
    return [monthNumber(addDays(date, -days)), monthNumber(addDays(date, days))];
  }

  /** Whether any month from one to another may be left open. */
  function isOpen(from: number, to: number): boolean {
    return from < firstMonth + covered && to >= firstOpen;
  }

  function allMonths(): readonly number[] {
    return inside(firstMonth, firstMonth + covered - 1);
  }

  /** Covered months from one to another, counted from the first covered one. */
  function inside(from: number, to: number): readonly number[] {
    const first = Math.max(from - firstMonth, 0);
    const last = Math.min(to - firstMonth, covered - 1);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  }
}

/** Where a row may count, as far as its kind and sign are known. */
function sidesOf(
  kind: UnusableRow['kind'],
  isOutgoing: UnusableRow['isOutgoing'],
): readonly Side[] {
  if (kind === null) return ['income', 'spending'];
  return isOutgoing === null
    ? [sideOf(kind, false), sideOf(kind, true)]
    : [sideOf(kind, isOutgoing)];
}
