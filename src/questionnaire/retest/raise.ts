import { daysBetween, type PlainDate } from '../../dates/index.js';
import { compareLevels, lowestLevel, type RiskLevel } from '../level.js';
import type { LevelChange } from './accept-assessment.js';
import type { ReadAssessment } from './history.js';

/** A level that rose not long ago. */
export interface LevelRaise extends LevelChange {
  /** The day on which it rose. */
  readonly on: PlainDate;
  readonly daysAgo: number;
}

/**
 * Finds a raise of the level within the last days: from the lowest level that stood in them, the one that
 * they began with included, to the level now. A level that fell and came back has risen; one that rose and
 * fell back has not.
 *
 * @param rows up to `asOf`, the earliest first.
 */
export function recentRaise(
  rows: readonly ReadAssessment[],
  days: number,
  asOf: PlainDate,
): LevelRaise | null {
  const firstRecent = rows.findIndex(({ date }) => daysBetween(date, asOf) <= days);
  if (firstRecent === -1) return null;
  const stood = rows.slice(Math.max(0, firstRecent - 1));
  const from = lowestLevel(stood.map(({ level }) => level));
  const to = stood[stood.length - 1]!.level;
  if (from === to) return null;
  const rose = stood[lastAt(stood, from) + 1]!;
  return Object.freeze({ from, to, on: rose.date, daysAgo: daysBetween(rose.date, asOf) });
}

/** Index of the last row with a level; the row after it is above, as the level is the lowest. */
function lastAt(rows: readonly ReadAssessment[], level: RiskLevel): number {
  return rows.reduce(
    (last, row, index) => (compareLevels(row.level, level) === 0 ? index : last),
    -1,
  );
}
