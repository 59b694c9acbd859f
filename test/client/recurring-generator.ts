import type { CadenceName, RecurringStream, Transaction } from '../../src/client/index.js';
import {
  addDays,
  addMonths,
  dateParts,
  daysInMonth,
  lastOfMonth,
  makeDate,
  type PlainDate,
  weekdayOf,
} from '../../src/dates/index.js';
import { createRandom, type Random } from '../../src/numerics/index.js';

/** What was put into the rows on purpose. */
export interface TrueStream {
  readonly cadence: CadenceName;
  readonly ids: readonly string[];
}

/** Rows with the streams that are in them. */
export interface Sample {
  readonly rows: readonly Transaction[];
  readonly truth: readonly TrueStream[];
}

/** How the days and amounts of a made-up stream come about. */
export interface Recipe {
  readonly cadence?: CadenceName;
  readonly start?: PlainDate;
  /** Days from one booking to the next, in place of the cadence's. */
  readonly every?: number;
  /** The regular day of a month, by its first day, in place of `day`. */
  readonly dayIn?: (first: PlainDate) => PlainDate;
  readonly payee?: string;
  readonly text?: string;
  /** Day of the month; 31 is the last. */
  readonly day?: number;
  /** Days by which a booking misses its day. */
  readonly late?: (date: PlainDate) => number;
  readonly skip?: number;
  readonly amountOf?: (index: number) => number;
  readonly kind?: Transaction['kind'];
}

const END: PlainDate = '2026-03-01';
/** The day after the last row. */
export const AS_OF: PlainDate = '2026-03-02';
const STEPS: Readonly<
  Record<Exclude<CadenceName, 'every-n-days'>, readonly ['day' | 'month', number]>
> = {
  daily: ['day', 1],
  weekly: ['day', 7],
  fortnightly: ['day', 14],
  'four-weekly': ['day', 28],
  monthly: ['month', 1],
  'bi-monthly': ['month', 2],
  quarterly: ['month', 3],
  'four-monthly': ['month', 4],
  'semi-annual': ['month', 6],
  annual: ['month', 12],
};

/** Collects the rows of one client. */
export function sampleMaker(seed: number) {
  const random = createRandom(seed);
  const rows: Transaction[] = [];
  const truth: TrueStream[] = [];
  return {
    random,
    /** A row that belongs to no stream, or to one that the caller keeps. */
    row(bookingDate: PlainDate, amount: number, fields: Partial<Transaction> = {}): string {
      // A random id: nothing may be read from its order.
      const id = `${Math.floor(random.uniform() * 1e12)}-${rows.length}`;
      const kind = fields.kind ?? 'payment';
      const sign = kind === 'transfer-in' ? '' : '-';
      rows.push({
        id,
        bookingDate,
        kind,
        currency: 'CNY',
        amount: sign + amount.toFixed(2),
        ...fields,
      });
      return id;
    },
    stream(recipe: Recipe): TrueStream {
      const { cadence = 'monthly', payee, text, kind = 'payment' } = recipe;
      const ids: string[] = [];
      const dates = datesOf(recipe, random);
      dates.forEach((date, index) => {
        if (random.uniform() < (recipe.skip ?? 0) && index > 0) return;
        const booked = addDays(date, recipe.late?.(date) ?? 0);
        if (booked > END) return;
        const named = payee === undefined ? {} : { counterparty: payee };
        const told = text === undefined ? {} : { text: text.replace('{n}', reference(random)) };
        ids.push(this.row(booked, recipe.amountOf?.(index) ?? 100, { kind, ...named, ...told }));
      });
      const stream = { cadence, ids };
      truth.push(stream);
      return stream;
    },
    sample(): Sample {
      return { rows: shuffled(rows, random), truth };
    },
  };
}

/** The regular days of a stream up to the end. */
function datesOf(
  { cadence = 'monthly', start, day, every, dayIn }: Recipe,
  random: Random,
): readonly PlainDate[] {
  const [unit, length] = stepOf(cadence, every);
  const dates: PlainDate[] = [];
  const first = start ?? '2024-03-01';
  const offset = Math.floor(random.uniform() * (unit === 'day' ? length : 1));
  const anchor = day ?? 1 + Math.floor(random.uniform() * 28);
  for (let step = 0; ; step++) {
    if (unit === 'day') {
      const date = addDays(first, offset + step * length);
      if (date > END) return dates;
      dates.push(date);
      continue;
    }
    const begun = addMonths(first, step * length);
    const { year, month } = dateParts(begun);
    const date =
      dayIn?.(begun) ?? makeDate({ year, month, day: Math.min(anchor, daysInMonth(year, month)) });
    if (date > END) return dates;
    dates.push(date);
  }
}

function stepOf(cadence: CadenceName, every?: number): readonly ['day' | 'month', number] {
  if (every !== undefined) return ['day', every];
  if (cadence === 'every-n-days') throw new Error('every how many days?');
  return STEPS[cadence];
}

/** The so-manieth weekday of a month, by its first day; 0 is the last one. */
export function nthWeekday(first: PlainDate, nth: number, weekday: number): PlainDate {
  if (nth === 0) {
    const last = lastOfMonth(first);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

function reference(random: Random): string {
  return Math.floor(random.uniform() * 1e6).toString(36) + Math.floor(random.uniform() * 100);
}

/** Days to the next working day (Monday to Friday), 0 on one. */
export function toNextWorkday(date: PlainDate): number {
  const weekday = weekdayOf(date);
  return weekday < 6 ? 0 : 8 - weekday;
}

/** Days back to the working day before, 0 on one. */
export function toWorkdayBefore(date: PlainDate): number {
  const weekday = weekdayOf(date);
  return weekday < 6 ? 0 : 5 - weekday;
}

/** In an order that tells nothing. */
export function shuffled<T>(values: readonly T[], random: Random): readonly T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

/** How many true streams were found, and how many found ones are true. */
export interface Score {
  truths: number;
  found: number;
  claims: number;
  right: number;
}

/**
 * A stream is found if one claim has its cadence and shares at least four fifths of the bookings that either has;
 * a claim that is no stream's is wrong.
 */
export function addScore(
  score: Score,
  { truth }: Sample,
  streams: readonly Pick<RecurringStream, 'cadence' | 'transactions'>[],
): void {
  const claims = streams.map(({ cadence, transactions }) => ({
    cadence,
    ids: new Set(transactions),
  }));
  const used = new Set<number>();
  for (const { cadence, ids } of truth) {
    const index = claims.findIndex((claim, i) => {
      if (used.has(i) || claim.cadence !== cadence) return false;
      const both = ids.filter((id) => claim.ids.has(id)).length;
      return both >= 0.8 * (ids.length + claim.ids.size - both);
    });
    if (index >= 0) used.add(index);
  }
  score.truths += truth.length;
  score.found += used.size;
  score.claims += claims.length;
  score.right += used.size;
}
