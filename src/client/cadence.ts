/** How often a stream comes, from the most to the least often. */
export const CADENCES = [
  'weekly',
  'fortnightly',
  'monthly',
  'quarterly',
  'semi-annual',
  'annual',
] as const;

/** How often a stream comes. */
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
  /** Days after an expected day on which the stream counts as lapsed. */
  readonly grace: number;
}

/** Ours, and coarse on purpose: a tolerance is well below half of the period, a grace about a third of it, up to 45 days. */
const TABLE: readonly Cadence[] = [
  { name: 'weekly', unit: 'day', length: 7, days: 7, tolerance: 1, grace: 3 },
  { name: 'fortnightly', unit: 'day', length: 14, days: 14, tolerance: 2, grace: 5 },
  { name: 'monthly', unit: 'month', length: 1, days: 30.4, tolerance: 4, grace: 10 },
  { name: 'quarterly', unit: 'month', length: 3, days: 91.3, tolerance: 7, grace: 20 },
  { name: 'semi-annual', unit: 'month', length: 6, days: 182.6, tolerance: 10, grace: 30 },
  { name: 'annual', unit: 'month', length: 12, days: 365.2, tolerance: 15, grace: 45 },
];

/** The cadence whose period a typical gap between two bookings fits, if any does. */
export function cadenceOfGap(days: number): Cadence | undefined {
  // A month has 28 to 31 days, three have 89 to 92, and so on: two days of play for the calendar itself.
  const slack = ({ unit, tolerance }: Cadence): number => tolerance + (unit === 'month' ? 2 : 0);
  return TABLE.find((cadence) => {
    const distance = days - cadence.days;
    return (distance < 0 ? -distance : distance) <= slack(cadence);
  });
}
