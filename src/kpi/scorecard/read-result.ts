import { AptfolioError, at, checkList, checkObject, checkRange } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import { type IntervalEnds, readIntervalAround } from '../interval-around.js';
import type { ScorecardResults } from './scorecard.js';
import { limitsOf, type ValueLimits } from './value-limits.js';

/** What a scorecard reads of a result that has a value. */
export interface ScoredFigure {
  readonly value: number;
  /** What it can be. */
  readonly limits: ValueLimits;
  /** Above 0. */
  readonly n: number;
  /** Null where the result has none. */
  readonly interval: IntervalEnds | null;
  /** It has none, because the sample is too small for one or all alike. */
  readonly intervalUnknown: boolean;
}

/** The figure of a KPI; null where it is missing or has no value. */
export function readResult(results: ScorecardResults, id: string): ScoredFigure | null {
  if (!Object.hasOwn(results, id)) return null;
  const path = at('results', id);
  const { status, kpi, value, n, interval, range, method, reasons } = checkObject(
    results[id],
    path,
  );
  if (status !== 'ok') return null;
  if (kpi !== id) throw new AptfolioError('inconsistent', at(path, 'kpi'), id, kpi);
  const limits = limitsOf(range, method, at(path, 'range'));
  const figure = checkRange(value, at(path, 'value'), limits);
  const codes = checkList<Reason>(reasons, at(path, 'reasons')).map(
    (reason, i) => checkObject(reason, at(at(path, 'reasons'), i)).code,
  );
  return {
    value: figure,
    limits,
    n: checkRange(n, at(path, 'n'), { exclusiveMin: 0 }),
    interval: readIntervalAround(figure, interval, at(path, 'interval')),
    intervalUnknown: codes.includes('kpi.interval-unknown'),
  };
}
