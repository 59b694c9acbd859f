import type { BusinessCalendar, PlainDate } from '../../dates/index.js';
import { makeReason, type Parameters, type Reason } from '../../evidence/index.js';
import type { Drift, DriftLine } from '../drift/drift.js';
import { ROUNDING } from '../drift/drift-of.js';
import type { Trigger } from '../policy/policy.js';
import type { ScheduledDays } from './scheduled-days.js';

/** What triggers look at. */
export interface TriggerState {
  readonly drift: Drift;
  /** Annual, decimal fractions; absent where nothing says how risk is measured. */
  readonly trackingError?: number;
  readonly volatility?: number;
  /** Free money above what is to be kept, as a share of what is to be invested; below 0 where money is missing. */
  readonly freeCash: number;
  readonly events: readonly string[];
  /** `null` if there was none; absent is unknown. */
  readonly lastTradeOn?: PlainDate | null;
}

/** The day that is asked about. */
export interface TriggerContext {
  readonly asOf: PlainDate;
  readonly calendar: BusinessCalendar;
  /** Where days of the same calendar are remembered; absent: they are looked up anew. */
  readonly days?: ScheduledDays;
}

/** Why a trigger is pulled, pacing aside; nothing if it is not. */
export function reasonsOf(
  trigger: Trigger,
  state: TriggerState,
  { asOf }: TriggerContext,
  days: ScheduledDays,
): readonly Reason[] {
  switch (trigger.kind) {
    case 'calendar':
      return reasonsOfCalendar(state, days.lastScheduledDay(trigger, asOf));
    case 'band':
      return state.drift.lines.filter((line) => line.triggered).map(reasonOfLine);
    case 'portfolio-drift':
      return whenAbove('rebalancing.portfolio-drift', state.drift.portfolioDrift, trigger.above);
    case 'tracking-error':
      return whenAbove('rebalancing.tracking-error', state.trackingError, trigger.above);
    case 'volatility':
      return whenAbove('rebalancing.volatility', state.volatility, trigger.above);
    case 'cash-flow': {
      const code = state.freeCash < 0 ? 'rebalancing.money-missing' : 'rebalancing.money-to-invest';
      return whenAbove(code, Math.abs(state.freeCash), trigger.above);
    }
    case 'event':
      return [...new Set(state.events)]
        .filter((event) => trigger.events.includes(event))
        .sort()
        .map((event) => info('rebalancing.event', { event }));
  }
}

function reasonsOfCalendar(
  { lastTradeOn }: TriggerState,
  on: PlainDate | undefined,
): readonly Reason[] {
  if (on === undefined) return [];
  const isDone = typeof lastTradeOn === 'string' && lastTradeOn >= on;
  return isDone ? [] : [info('rebalancing.scheduled', { on })];
}

function reasonOfLine(line: DriftLine): Reason {
  const { id, kind, current, target, drift, band, below, above } = line;
  if (kind === 'cash') return info('rebalancing.cash-out-of-band', { share: current, band });
  const isBeyondBand = Math.abs(drift) >= band - ROUNDING;
  if (isBeyondBand) {
    const edge = drift < 0 ? target - band : target + band;
    const parameters = { class: id, drift, band, edge, weight: current, target };
    return info('rebalancing.out-of-band', parameters);
  }
  return info('rebalancing.not-back', { class: id, weight: current, below, above });
}

function whenAbove(code: string, value: number | undefined, above: number): readonly Reason[] {
  return value !== undefined && value > above + ROUNDING ? [info(code, { value, above })] : [];
}

function info(code: string, parameters: Parameters): Reason {
  return makeReason(code, 'info', Object.freeze(parameters));
}
