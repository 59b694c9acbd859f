import { compileCalendar, type PlainDate } from '../../../src/dates/index.js';
import { measureDrift } from '../../../src/rebalancing/index.js';
import type { Pacing, Trigger } from '../../../src/rebalancing/policy/policy.js';
import { compileTriggers } from '../../../src/rebalancing/triggers/compile-triggers.js';
import {
  type FoundTriggers,
  findTriggers,
} from '../../../src/rebalancing/triggers/find-triggers.js';
import type { TriggerState } from '../../../src/rebalancing/triggers/reasons-of.js';

const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2025-01-01', to: '2027-07-01' },
  holidays: [],
});

export const driftOf = (weight: number, breached: readonly string[] = [], reentry = 1) =>
  measureDrift(
    { a: weight, b: 1 - weight },
    { a: 0.5, b: 0.5 },
    {
      bands: { default: { absolute: 1 }, byId: { a: { absolute: 0.05 } }, reentry },
      breached,
    },
  );

export const QUIET: TriggerState = {
  drift: driftOf(0.5),
  freeCash: 0,
  events: [],
  lastTradeOn: null,
};
export const OUT: TriggerState = { ...QUIET, drift: driftOf(0.56) };

export const BAND: Trigger = { kind: 'band' };
/** Scheduled on Monday 2 March, Tuesday 2 June, Wednesday 2 September 2026. */
export const QUARTERLY: Trigger = { kind: 'calendar', anchor: '2026-03-02', everyMonths: 3 };

export function find(
  state: TriggerState,
  triggers: readonly Trigger[],
  asOf: PlainDate = '2026-06-15',
  pacing: Pacing = {},
): FoundTriggers {
  const rules = compileTriggers(triggers, pacing, 'policy', { measuresRisk: true });
  return findTriggers(state, rules, { asOf, calendar });
}
