import type { PlainDate } from '../../dates/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { GlideStage } from './glide-path.js';
import { EQUAL_WITHIN } from './size-up.js';

/** The years in which far more is traded than in the others. */
export interface UnevenTurnover {
  /** The days of all stages in them. */
  readonly dates: readonly PlainDate[];
  readonly count: number;
  /** How many whole years of the path have a turnover that is known. */
  readonly years: number;
  /** The last stage of the year with the highest turnover, of equals the first. */
  readonly date: PlainDate;
  readonly turnover: number;
  /** The mean of all other years with trades; 0 where there are none. */
  readonly mean: number;
}

/** A year in which less is traded does not stand out. */
const LEAST = 0.1;

/** A year stands out beyond this many times the mean of the others. */
const TIMES = 2;

/**
 * The years whose turnover is above 10 % and more than twice the mean of the other years with trades; null where there are none.
 *
 * Years are counted back from the goal. Only whole ones are compared. Years without trades say nothing: a path may be at rest before its
 * longest knot, or while the level is more careful.
 */
export function unevenTurnover(stages: readonly GlideStage[]): UnevenTurnover | null {
  const years = wholeYears(stages);
  if (years.length < 2) return null;
  const outstanding = years.filter(({ turnover }, k) => {
    const most = Math.max(LEAST, TIMES * meanOfOthers(years, k));
    return turnover > most + EQUAL_WITHIN;
  });
  if (outstanding.length === 0) return null;
  const greatest = outstanding.reduce((a, b) => (b.turnover > a.turnover + EQUAL_WITHIN ? b : a));
  return {
    dates: outstanding.flatMap(({ dates }) => dates),
    count: outstanding.length,
    years: years.length,
    date: greatest.dates.at(-1)!,
    turnover: greatest.turnover,
    mean: meanOfOthers(years, years.indexOf(greatest)),
  };
}

interface YearOfPath {
  readonly dates: readonly PlainDate[];
  readonly turnover: number;
}

/** The whole years between the first stage and the goal that have a stage, and whose turnover is known. */
function wholeYears(stages: readonly GlideStage[]): readonly YearOfPath[] {
  const longest = Math.floor(stages[0]!.yearsToGoal);
  const years = Array.from({ length: longest }, (_, k) =>
    stages.filter(({ yearsToGoal }) => Math.floor(yearsToGoal) === longest - 1 - k),
  );
  return years.flatMap((within) => {
    const known = within.flatMap(({ turnover }) => (turnover === null ? [] : [turnover]));
    if (within.length === 0 || known.length < within.length) return [];
    return [{ dates: within.map(({ date }) => date), turnover: neumaierSum(known) }];
  });
}

function meanOfOthers(years: readonly YearOfPath[], k: number): number {
  const trades = years.flatMap(({ turnover }, i) =>
    i !== k && turnover > EQUAL_WITHIN ? [turnover] : [],
  );
  return trades.length === 0 ? 0 : neumaierSum(trades) / trades.length;
}
