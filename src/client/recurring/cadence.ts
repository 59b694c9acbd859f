/** How often a stream comes, from the most to the least often; last what comes every so many days. */
export const CADENCES = [
  'daily',
  'weekly',
  'fortnightly',
  'four-weekly',
  'monthly',
  'bi-monthly',
  'quarterly',
  'four-monthly',
  'semi-annual',
  'annual',
  'every-n-days',
] as const;

/** How often a stream comes; `bi-monthly` is every other month, `four-monthly` every fourth. */
export type CadenceName = (typeof CADENCES)[number];

/** A cadence with the play it is allowed. */
export interface Cadence {
  readonly name: CadenceName;
  readonly unit: 'day' | 'month';
  /** Units from one occurrence to the next. */
  readonly length: number;
  /** The mean length, days. */
  readonly days: number;
  /** Days by which a booking may miss its day: weekends and holidays move bookings. */
  readonly tolerance: number;
  /** Days after an expected day from which the stream counts as lapsed. */
  readonly grace: number;
  /** What this cadence has to make up for because it is rarer than monthly, natural logarithm. */
  readonly handicap: number;
}

const MEAN_MONTH = 365.2425 / 12;
/** What a number of days out of four hundred has to make up for: ours, natural logarithm. */
const ANY_NUMBER = 4;
/** Days that so many months in a row can have, or so many times thirty, from and to; 28 days are four weeks. */
const DAYS_OF_MONTHS: ReadonlyMap<number, readonly [number, number]> = new Map([
  [1, [29, 31]],
  [2, [59, 62]],
  [3, [89, 92]],
  [4, [120, 123]],
  [6, [180, 184]],
  [12, [360, 366]],
]);

/** Ours, and coarse on purpose: a tolerance is well below half of the period, a grace about a third of it, up to 45 days. */
export const CADENCE_TABLE: readonly Cadence[] = Object.freeze([
  row('weekly', 'day', 7, 1, 3, 0.5),
  row('fortnightly', 'day', 14, 2, 5, 1),
  row('four-weekly', 'day', 28, 3, 9, 1.5),
  row('monthly', 'month', 1, 4, 10, 0),
  row('bi-monthly', 'month', 2, 5, 15, 1.5),
  row('quarterly', 'month', 3, 7, 20, 0.5),
  row('four-monthly', 'month', 4, 8, 25, 2),
  row('semi-annual', 'month', 6, 10, 30, 1),
  row('annual', 'month', 12, 15, 45, 0.5),
]);

/** The longest period that is counted in days. */
export const MOST_DAYS = 400;

/**
 * The cadence of what comes every so many days, by days; none for those of whole weeks in the table. A period as
 * long as whole months can be bears their name.
 */
export const COUNTED_DAYS: readonly (Cadence | undefined)[] = Object.freeze(
  Array.from({ length: MOST_DAYS + 1 }, (_, days) => counted(days)),
);

/** Tells a cadence of so many days from those of the calendar. */
export function isCountedInDays(cadence: Cadence): boolean {
  return cadence.unit === 'day' && COUNTED_DAYS[cadence.length] === cadence;
}

function row(
  name: CadenceName,
  unit: 'day' | 'month',
  length: number,
  tolerance: number,
  grace: number,
  handicap: number,
): Cadence {
  const days = unit === 'day' ? length : length * MEAN_MONTH;
  return Object.freeze({ name, unit, length, days, tolerance, grace, handicap });
}

function counted(days: number): Cadence | undefined {
  if (days === 0 || CADENCE_TABLE.some(({ unit, length }) => unit === 'day' && length === days)) {
    return undefined;
  }
  const tolerance = Math.min(4, Math.floor(days / 7));
  const grace = Math.min(45, Math.max(1, Math.round(days / 3)));
  return row(countedName(days), 'day', days, tolerance, grace, ANY_NUMBER);
}

function countedName(days: number): CadenceName {
  if (days === 1) return 'daily';
  const whole = CADENCE_TABLE.find(({ unit, length }) => {
    if (unit === 'day') return false;
    const [from, to] = DAYS_OF_MONTHS.get(length)!;
    return days >= from && days <= to;
  });
  return whole?.name ?? 'every-n-days';
}
