import type { Booking } from './booking.js';
import type { Cadence } from './cadence.js';
import { likelyCadences, likelyGrids } from './candidates.js';
import { fitGrid } from './fit.js';
import type { MonthTable } from './months.js';
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
  const cadences = likelyCadences(view, least);
  for (const cadence of cadences) offer(bestOnGrids(view, cadence, months));
  if (best !== undefined && 4 * (best as Series).members.length >= 3 * view.length) return best;
  for (const cadence of cadences) offer(fitRolling(view, cadence));
  return best;
}

function bestOnGrids(
  view: readonly Booking[],
  cadence: Cadence,
  months: MonthTable,
): Series | undefined {
  let best: Series | undefined;
  for (const grid of likelyGrids(view, cadence, months)) {
    const plain = fitGrid(view, grid);
    if (plain === undefined) continue;
    const fits = [plain];
    if (
      cadence.unit === 'month' &&
      (plain.missed > 0 || plain.deviations.some((days) => days !== 0))
    ) {
      for (const weekend of ['following', 'preceding'] as const) {
        const moved = fitGrid(view, { ...grid, weekend });
        if (moved !== undefined) fits.push(moved);
      }
    }
    for (const fit of fits) {
      if (best === undefined || fit.evidence > best.evidence + LEAST_GAIN) best = fit;
    }
  }
  return best;
}

/** A less simple rule must gain more than rounding. */
const LEAST_GAIN = 1e-9;
