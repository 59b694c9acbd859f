import { AptfolioError, at, checkRange } from '../../errors/index.js';
import type { Kpi } from '../definition.js';
import type { PeriodLength } from '../period/period.js';

/** How many periods a year has. An ISO year has 52 or 53 weeks, a year 365 or 366 days, whichever of them a bank takes for all. */
const IN_A_YEAR: Readonly<Record<PeriodLength, readonly [fewest: number, most: number]>> = {
  day: [365, 366],
  week: [52, 53],
  month: [12, 12],
  quarter: [4, 4],
  'half-year': [2, 2],
  year: [1, 1],
};

/** Days of a year, on average. */
const YEAR = 365.2425;

/** By how much a span may miss the period: a month between two working days has 28 to 33 days. */
const TOLERANCE = 0.1;

/**
 * Refuses a KPI stated for a year by another period than the cube keeps apart: 2 per cent lost in a month are not 2 per cent of a quarter. Longer periods are read off by
 * joining, which gives the mean of the shorter ones, so that the number of these in a year stays right.
 */
export function checkYearly(kpi: Kpi, period: PeriodLength, path: string): void {
  const periods = periodsPerYearOf(kpi);
  if (periods === undefined) return;
  const [fewest, most] = IN_A_YEAR[period];
  if (periods >= fewest && periods <= most) return;
  const many = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
  const expected = `${many}, since the cube keeps each ${period} apart: a year has so many`;
  throw new AptfolioError('inconsistent', at(path, 'periodsPerYear'), expected, periods);
}

/** Refuses an event of a span that is not one of the periods by which its KPI is stated for a year. */
export function checkSpan(kpi: Kpi, value: unknown, path: string): void {
  const days = checkRange(value, path, { exclusiveMin: 0 });
  const periods = periodsPerYearOf(kpi);
  if (periods === undefined) return;
  const length = YEAR / periods;
  if (Math.abs(days - length) <= TOLERANCE * length) return;
  const expected = `about ${Math.round(length)} days, of which a year has ${periods}, as the definition of ${kpi.id} says`;
  throw new AptfolioError('inconsistent', path, expected, days);
}

function periodsPerYearOf(kpi: Kpi): number | undefined {
  return 'periodsPerYear' in kpi ? kpi.periodsPerYear : undefined;
}
