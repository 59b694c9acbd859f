/** How often a stream comes, from the most to the least often. */
export const CADENCES = [
  'weekly',
  'fortnightly',
  'four-weekly',
  'monthly',
  'bi-monthly',
  'quarterly',
  'semi-annual',
  'annual',
] as const;

/** How often a stream comes; `bi-monthly` is every other month. */
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

/** Ours, and coarse on purpose: a tolerance is well below half of the period, a grace about a third of it, up to 45 days. */
export const CADENCE_TABLE: readonly Cadence[] = Object.freeze([
  row('weekly', 'day', 7, 1, 3, 0.5),
  row('fortnightly', 'day', 14, 2, 5, 1),
  row('four-weekly', 'day', 28, 3, 9, 1.5),
  row('monthly', 'month', 1, 4, 10, 0),
  row('bi-monthly', 'month', 2, 5, 15, 1.5),
  row('quarterly', 'month', 3, 7, 20, 0.5),
  row('semi-annual', 'month', 6, 10, 30, 1),
  row('annual', 'month', 12, 15, 45, 0.5),
]);

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
