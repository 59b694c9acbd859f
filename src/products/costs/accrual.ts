import {
  addDays,
  type DateInterval,
  dateParts,
  daysBetween,
  isLeapYear,
  type PlainDate,
} from '../../dates/index.js';
import { divideHalfEven, RATE_SCALE, scaled } from '../fees/units.js';
import { feesOn } from '../fees-on.js';
import type { Product } from '../product.js';
import type { ValueStep } from './value-steps.js';

/** What accrued on a product's value in a period. */
export interface Accrual {
  /** Recurring charges in smallest units, rounded once. */
  readonly ongoing: bigint;
  /** What of them the distributor was paid, in smallest units. */
  readonly rebate: bigint;
  /** Values at the days' starts added up, in smallest units. */
  readonly valueDays: bigint;
  /** `ongoing` before rounding, in a common scale: by the names of parts on days that have them, and on others. */
  readonly parts: ReadonlyMap<string, bigint>;
  readonly whole: bigint;
}

/** 1/365 and 1/366 of a year are whole parts of it. */
const YEAR = 365n * 366n;

/**
 * Adds up, day by day, the charges on the value at the end of the day before: value × rate / days of the calendar year.
 * The charge of a day, its parts and the rebate go by the rates of that day.
 */
export function accrue(
  product: Product,
  steps: readonly ValueStep[],
  period: DateInterval,
): Accrual {
  let [charged, whole, rebate, valueDays] = [0n, 0n, 0n, 0n];
  const parts = new Map<string, bigint>();
  for (const { from, to } of evenSpans(product, steps, period)) {
    const days = BigInt(daysBetween(from, to));
    const value = valueBefore(from, steps) * days;
    const ofYear = value * (isLeapYear(dateParts(from).year) ? 365n : 366n);
    const { annualFee, fees } = feesOn(product, from);
    const ofSpan = ofYear * scaled(annualFee);
    charged += ofSpan;
    if (fees?.annualParts === undefined) whole += ofSpan;
    else
      for (const [name, rate] of Object.entries(fees.annualParts)) {
        parts.set(name, (parts.get(name) ?? 0n) + ofYear * scaled(rate));
      }
    rebate += ofYear * scaled(fees?.rebate ?? 0);
    valueDays += value;
  }
  const unit = YEAR * RATE_SCALE;
  const ongoing = divideHalfEven(charged, unit);
  return { ongoing, rebate: divideHalfEven(rebate, unit), valueDays, parts, whole };
}

/** The period cut where the value, the rate or the year changes. */
function evenSpans(
  { changes = [] }: Product,
  steps: readonly ValueStep[],
  { from, to }: DateInterval,
): readonly DateInterval[] {
  const cuts = [
    ...steps.map(({ on }) => addDays(on, 1)),
    ...changes.map((change) => change.from),
    ...newYears(from, to),
  ].filter((day) => from < day && day < to);
  const starts = [...new Set([from, ...cuts])].sort();
  return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }));
}

function newYears(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const first = dateParts(from).year + 1;
  const count = Math.max(0, dateParts(to).year - first + 1);
  return Array.from({ length: count }, (_, index) => {
    const year = String(first + index).padStart(4, '0');
    return `${year}-01-01` as PlainDate;
  });
}

/** The value at the end of the day before; nothing before the first that is known. */
function valueBefore(day: PlainDate, steps: readonly ValueStep[]): bigint {
  let value = 0n;
  for (const step of steps) if (step.on < day) value = step.value;
  return value;
}
