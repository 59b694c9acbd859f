import type { Booking } from './booking.js';
import { type Cadence, isCountedInDays } from './cadence.js';
import { likelyCadences, likelyGrids } from './candidates.js';
import { countedCadences } from './counted-days.js';
import { fitGrid } from './fit.js';
import type { Grid } from './grid.js';
import type { MonthTable } from './months.js';
import { likelyNthWeekdays } from './nth-weekdays.js';
import { fitRolling } from './rolling.js';
import type { Series } from './series.js';

/** The series of a view that has most evidence, if it has so many occurrences. */
export function bestSeries(
  view: readonly Booking[],
  months: MonthTable,
  least: number,
): Series | undefined {
  let best: Series | undefined;
  const offer = (series: Series | undefined): void => {
    if (series === undefined || series.members.length < least) return;
    if (best === undefined || series.evidence > best.evidence) best = series;
  };
  const calendar = likelyCadences(view, least);
  for (const cadence of calendar) offer(bestOnGrids(view, cadence, months));
  if (best !== undefined && isExact(best) && hasAll(best, view)) return best;
  const counted = countedCadences(view);
  for (const cadence of counted) offer(bestOnGrids(view, cadence, months));
  if (best !== undefined && isExact(best) && hasAll(best, view)) return best;
  for (const cadence of calendar) offer(fitRolling(view, cadence));
  for (const cadence of counted) offer(fitRolling(view, cadence));
  return best;
}

function hasAll({ members }: Series, view: readonly Booking[]): boolean {
  return members.length === view.length;
}

function isExact({ deviations }: Series): boolean {
  return deviations.every((days) => days === 0);
}

function bestOnGrids(
  view: readonly Booking[],
  cadence: Cadence,
  months: MonthTable,
): Series | undefined {
  let best: Series | undefined;
  const offer = (grid: Grid): Series | undefined => {
    const fit = fitGrid(view, grid);
    if (fit === undefined || !isCredible(fit, grid)) return fit;
    if (best === undefined || fit.evidence > best.evidence + LEAST_GAIN) best = fit;
    return fit;
  };
  const isMovable = cadence.unit === 'month' || cadence.length % 7 !== 0;
  for (const grid of likelyGrids(view, cadence, months)) {
    const plain = offer(grid);
    if (plain === undefined || !isMovable || (plain.missed === 0 && isExact(plain))) continue;
    offer({ ...grid, weekend: 'following' });
    offer({ ...grid, weekend: 'preceding' });
  }
  if (cadence.unit === 'day' || (best !== undefined && isExact(best))) return best;
  for (const grid of likelyNthWeekdays(view, cadence, months)) offer(grid);
  return best;
}

/**
 * Any number of days, and any weekday by its place in the month, is a free choice: it must be met to the day by three
 * quarters of the bookings (a holiday may move some), and two equal gaps of any length are chance.
 */
function isCredible({ deviations, members }: Series, { cadence, nthWeekday }: Grid): boolean {
  const isCounted = isCountedInDays(cadence);
  if (!isCounted && nthWeekday === undefined) return true;
  if (isCounted && members.length < LEAST_COUNTED) return false;
  return 4 * deviations.filter((days) => days === 0).length >= 3 * deviations.length;
}

const LEAST_COUNTED = 4;
/** A less simple rule must gain more than rounding. */
const LEAST_GAIN = 1e-9;
