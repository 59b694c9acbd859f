import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type IntervalEnds, readIntervalAround } from '../interval-around.js';
import type { KpiInsufficient } from '../result.js';

/** What a KPI should reach. */
export interface KpiTarget {
  /** The target itself: a value on it meets it. */
  readonly green: number;
  /** The warning line, no better than the target: a value on it or between is at risk; without it there is no such zone. */
  readonly amber?: number;
  /** Which way is better. */
  readonly direction: 'higher-is-better' | 'lower-is-better';
}

/** A figure to be held against a target; every `KpiOk` is one. */
export interface TargetedFigure {
  readonly value: number | null;
  /** Of a figure that is sure, since every case is counted and none is drawn, both ends are the value. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** A KPI's result says here that it has a value, … */
  readonly status?: 'ok';
  /** … and by `kpi.interval-unknown` that the sample does not tell how sure it is; one without interval and without that is a count of everything. */
  readonly reasons?: readonly Reason[];
}

/** How a figure stands against its target. */
export interface TargetStatus {
  /** What the figure shows beyond chance; `not-shown` if its interval reaches across a line, nobody knows how sure it is, or there is no value. */
  readonly status: 'met' | 'at-risk' | 'missed' | 'not-shown';
  /** What the bare value says; null without one. */
  readonly byValue: 'met' | 'at-risk' | 'missed' | null;
  readonly reasons: readonly Reason[];
}

const DIRECTIONS = ['higher-is-better', 'lower-is-better'] as const;

/**
 * Holds a figure against its target, and says `not-shown` where chance leaves it open.
 *
 * With an interval the status is what its whole span says. Without one it is `not-shown`, whatever the value: a sample that is too small for an interval shows less, not
 * more. Only a KPI's result that counts every case, such as a sum of money, has the status of its value, with a caveat.
 *
 * @param figure a value with its interval; a KPI's result is one, and one that is `insufficient` has no value.
 * @throws AptfolioError with path `figure…` or `target…`; `inconsistent` for an amber line better than the green one,
 * an interval whose ends are crossed or one that the value lies outside of.
 *
 * @example
 * ```ts
 * import { targetStatus } from 'aptfolio/kpi';
 *
 * const target = { green: 0.9, amber: 0.8, direction: 'higher-is-better' } as const;
 * targetStatus({ value: 0.95, interval: { low: 0.92, high: 0.97 } }, target).status; // => 'met'
 * const open = targetStatus({ value: 0.93, interval: { low: 0.87, high: 0.96 } }, target);
 * open.status; // => 'not-shown'
 * open.byValue; // => 'met'
 * targetStatus({ value: 0.95 }, target).status; // => 'not-shown'
 * targetStatus({ value: null }, target).status; // => 'not-shown'
 * ```
 */
export function targetStatus(
  figure: TargetedFigure | KpiInsufficient,
  target: KpiTarget,
): TargetStatus {
  const { value, interval, isCounted } = readFigure(figure);
  const lines = readTarget(target);
  if (value === null)
    return outcome('not-shown', null, [makeReason('kpi.target.no-value', 'info')]);
  const byValue = zoneOf(value, lines);
  if (interval === null && !isCounted) {
    return outcome('not-shown', byValue, [makeReason('kpi.interval-unknown', 'info')]);
  }
  if (interval === null) {
    const caveat = makeReason('kpi.target.no-interval', 'info');
    return outcome(byValue, byValue, [zoneReason(byValue, value, lines), caveat]);
  }
  const { low, high } = interval;
  const crossed = [lines.green, lines.amber].find((line) => isBetween(line, low, high, lines));
  if (crossed === undefined) {
    const zone = zoneOf(low, lines);
    return outcome(zone, byValue, [zoneReason(zone, value, lines)]);
  }
  const reason = makeReason('kpi.target.not-shown', 'info', { low, high, line: crossed });
  return outcome('not-shown', byValue, [reason]);
}

type Zone = 'met' | 'at-risk' | 'missed';

/** A target whose amber line is the green one where none was given. */
type Lines = Required<KpiTarget>;

function readFigure(figure: unknown): {
  readonly value: number | null;
  readonly interval: IntervalEnds | null;
  /** Every case is counted, so that chance has no part in it. */
  readonly isCounted: boolean;
} {
  const { value, interval, status, reasons } = checkObject(figure, 'figure');
  if (value === undefined || value === null) {
    return { value: null, interval: null, isCounted: false };
  }
  const number = checkNumber(value, 'figure.value');
  return {
    value: number,
    interval: readIntervalAround(number, interval, 'figure.interval'),
    isCounted: status === 'ok' && !isUnknown(reasons),
  };
}

/** Whether a result says that its sample does not tell how sure it is. */
function isUnknown(reasons: unknown): boolean {
  return checkList(reasons, 'figure.reasons').some((reason, i) => {
    return checkObject(reason, at('figure.reasons', i)).code === 'kpi.interval-unknown';
  });
}

function readTarget(target: unknown): Lines {
  const given = checkObject(target, 'target');
  refuseUnknown(given, 'target', { green: true, amber: true, direction: true });
  const direction = checkOneOf(given.direction, 'target.direction', DIRECTIONS);
  const green = checkNumber(given.green, 'target.green');
  if (given.amber === undefined) return { green, amber: green, direction };
  const amber = checkNumber(given.amber, 'target.amber');
  if (reaches(green, amber, direction)) return { green, amber, direction };
  throw new AptfolioError('inconsistent', 'target.amber', 'a line no better than green', amber);
}

function reaches(value: number, line: number, direction: KpiTarget['direction']): boolean {
  return direction === 'higher-is-better' ? value >= line : value <= line;
}

function zoneOf(value: number, { green, amber, direction }: Lines): Zone {
  if (reaches(value, green, direction)) return 'met';
  return reaches(value, amber, direction) ? 'at-risk' : 'missed';
}

/** Whether one end of the interval reaches the line and the other does not. */
function isBetween(line: number, low: number, high: number, { direction }: Lines): boolean {
  return reaches(low, line, direction) !== reaches(high, line, direction);
}

/** Names every line that the value does not reach: it must not read as if it had reached one. */
function zoneReason(zone: Zone, value: number, { green, amber }: Lines): Reason {
  if (zone === 'met') return makeReason('kpi.target.met', 'info', { value, green });
  if (amber === green) return makeReason('kpi.target.missed-outright', 'warn', { value, green });
  return makeReason(`kpi.target.${zone}`, 'warn', { value, green, amber });
}

function outcome(
  status: TargetStatus['status'],
  byValue: TargetStatus['byValue'],
  reasons: readonly Reason[],
): TargetStatus {
  return Object.freeze({ status, byValue, reasons: Object.freeze([...reasons]) });
}
