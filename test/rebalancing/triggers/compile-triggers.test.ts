import { describe, expect, it } from 'vitest';
import { compileTriggers } from '../../../src/rebalancing/triggers/compile-triggers.js';
import { expectRefusal } from '../../refusal.js';
import { BAND, QUARTERLY } from './support.js';

describe('compileTriggers', () => {
  const ask =
    (triggers: unknown, pacing?: unknown, measuresRisk = true) =>
    () =>
      compileTriggers(triggers as never, pacing as never, 'policy', { measuresRisk });

  it('looks at bands if nothing else is said, and lets events and flows of money through', () => {
    expect(compileTriggers(undefined, undefined, 'policy', { measuresRisk: false })).toEqual({
      triggers: [BAND],
      minimumDays: 0,
      urgent: new Set(['event', 'cash-flow']),
    });
  });

  it('refuses triggers by field', () => {
    const path = 'policy.triggers[0]';
    expectRefusal(ask({}), 'invalid-type', 'policy.triggers');
    expectRefusal(ask([null]), 'missing-value', path);
    expectRefusal(ask([{ kind: 'moon' }]), 'unknown-value', `${path}.kind`);
    expectRefusal(ask([{ kind: 'volatility' }]), 'missing-value', `${path}.above`);
    expectRefusal(ask([{ kind: 'portfolio-drift', above: -0.1 }]), 'out-of-range', `${path}.above`);
    expectRefusal(ask([{ kind: 'event', events: [] }]), 'empty', `${path}.events`);
    expectRefusal(ask([{ kind: 'event', events: [1] }]), 'invalid-type', `${path}.events[0]`);
    const calendarTrigger = (fields: object) => ask([{ ...QUARTERLY, ...fields }]);
    expectRefusal(calendarTrigger({ anchor: '2026-02-30' }), 'invalid-date', `${path}.anchor`);
    expectRefusal(calendarTrigger({ everyMonths: 0 }), 'out-of-range', `${path}.everyMonths`);
    expectRefusal(calendarTrigger({ adjust: 'none' }), 'unknown-value', `${path}.adjust`);
    expectRefusal(calendarTrigger({ everyDays: 7 }), 'inconsistent', `${path}.everyDays`);
    const noInterval = { kind: 'calendar', anchor: '2026-01-05' };
    expectRefusal(ask([noInterval]), 'missing-value', `${path}.everyMonths`);
    expectRefusal(ask([{ ...noInterval, everyDays: 0 }]), 'out-of-range', `${path}.everyDays`);
    expectRefusal(calendarTrigger({ everyMonths: 1.5 }), 'invalid-type', `${path}.everyMonths`);
  });

  it('refuses triggers on risk where nothing says how it is measured', () => {
    for (const kind of ['tracking-error', 'volatility']) {
      expectRefusal(
        ask([BAND, { kind, above: 0.1 }], {}, false),
        'missing-value',
        'policy.utility',
      );
    }
  });

  it('refuses pacing by field', () => {
    const pace = (pacing: unknown) => ask([BAND], pacing);
    expectRefusal(pace([]), 'invalid-type', 'policy.pacing');
    expectRefusal(pace({ minimumDays: -1 }), 'out-of-range', 'policy.pacing.minimumDays');
    expectRefusal(pace({ minimumDays: 0.5 }), 'invalid-type', 'policy.pacing.minimumDays');
    expectRefusal(pace({ urgent: ['moon'] }), 'unknown-value', 'policy.pacing.urgent[0]');
    expectRefusal(pace({ look: null }), 'missing-value', 'policy.pacing.look');
    expectRefusal(
      pace({ look: { anchor: '2026-01-01', everyMonths: Number.NaN } }),
      'not-finite',
      'policy.pacing.look.everyMonths',
    );
  });
});
