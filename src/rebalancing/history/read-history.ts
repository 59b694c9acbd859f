import {
  type BusinessCalendar,
  compileCalendar,
  daysBetween,
  type PlainDate,
  parsePlainDate,
} from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkText,
  checkVector,
} from '../../errors/index.js';
import { checkWeights } from '../drift/check-weights.js';
import type { History, HistoryCosts } from './history.js';

/** A checked stretch of the past. */
export interface ReadHistory {
  readonly assetClasses: readonly string[];
  readonly from: PlainDate;
  readonly periods: readonly { readonly to: PlainDate; readonly returns: Float64Array }[];
  readonly target: ReadonlyMap<string, number>;
  readonly buyCosts: Float64Array;
  readonly sellCosts: Float64Array;
  readonly flow: number;
  /** From the first to the last day. */
  readonly years: number;
  /** On every day something can be done. */
  readonly calendar: BusinessCalendar;
}

/** Days of a year on the average of the Gregorian calendar. */
const YEAR = 365.2425;

/** Checks a history from its first field to its last. */
export function readHistory(history: History): ReadHistory {
  checkObject(history, 'history');
  const assetClasses = readClasses(history.assetClasses);
  const from = parsePlainDate(history.from, 'history.from');
  const periods = readPeriods(history, from, assetClasses.length);
  const target = checkWeights(history.target, 'history.target');
  for (const id of target.keys()) checkClass(id, assetClasses, at('history.target', id));
  const costs = checkObject(history.costs ?? {}, 'history.costs') as HistoryCosts;
  return {
    assetClasses,
    from,
    periods,
    target,
    buyCosts: readCosts(costs.buy, assetClasses, 'history.costs.buy'),
    sellCosts: readCosts(costs.sell, assetClasses, 'history.costs.sell'),
    flow: checkRange(history.flow ?? 0, 'history.flow', { exclusiveMin: -1, max: 10 }),
    years: yearsFrom(from, periods),
    calendar: compileCalendar({
      id: 'every-day',
      covers: { from: parsePlainDate('0001-01-01', ''), to: parsePlainDate('9999-12-31', '') },
      weekend: [],
      holidays: [],
    }),
  };
}

/** Years from a day to the end of the last period. */
export function yearsFrom(from: PlainDate, periods: ReadHistory['periods']): number {
  return daysBetween(from, periods[periods.length - 1]!.to) / YEAR;
}

function readClasses(value: unknown): readonly string[] {
  const seen = new Set<string>();
  checkList<unknown>(value, 'history.assetClasses', { minLength: 1 }).forEach((one, i) => {
    const path = at('history.assetClasses', i);
    const id = checkText(one, path);
    if (seen.has(id)) {
      throw new AptfolioError('duplicate-id', path, 'an asset class not named before', id);
    }
    seen.add(id);
  });
  return [...seen];
}

function readPeriods(history: History, from: PlainDate, classes: number): ReadHistory['periods'] {
  let before = from;
  return checkList<History['periods'][number]>(history.periods, 'history.periods', {
    minLength: 1,
  }).map((period, i) => {
    const path = at('history.periods', i);
    checkObject(period, path);
    const to = parsePlainDate(period.to, at(path, 'to'));
    if (to <= before) {
      throw new AptfolioError('inconsistent', at(path, 'to'), `a day after ${before}`, to);
    }
    before = to;
    const returns = checkVector(period.returns, at(path, 'returns'), classes);
    returns.forEach((one, k) => {
      checkRange(one, at(at(path, 'returns'), k), { exclusiveMin: -1 });
    });
    return { to, returns };
  });
}

function readCosts(
  value: HistoryCosts['buy'],
  assetClasses: readonly string[],
  path: string,
): Float64Array {
  const limits = { min: 0, exclusiveMax: 1 };
  if (value === undefined || typeof value === 'number') {
    return new Float64Array(assetClasses.length).fill(checkRange(value ?? 0, path, limits));
  }
  const byClass = checkObject(value, path);
  for (const id of Object.keys(byClass)) checkClass(id, assetClasses, at(path, id));
  return Float64Array.from(assetClasses, (id) =>
    Object.hasOwn(byClass, id) ? checkRange(byClass[id], at(path, id), limits) : 0,
  );
}

function checkClass(id: string, assetClasses: readonly string[], path: string): void {
  if (assetClasses.includes(id)) return;
  throw new AptfolioError('unknown-id', path, 'one of the asset classes', id);
}
