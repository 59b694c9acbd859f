import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES } from '../../../src/evidence/index.js';
import { measureDrift, rebalancingMessages } from '../../../src/rebalancing/index.js';
import type { Trigger } from '../../../src/rebalancing/policy/policy.js';
import { triggerMessages } from '../../../src/rebalancing/triggers/messages.js';
import type { TriggerState } from '../../../src/rebalancing/triggers/reasons-of.js';
import { BAND, driftOf, find, OUT, QUARTERLY, QUIET } from './support.js';

describe('triggerMessages', () => {
  it('are complete and part of the room’s', () => {
    expect(checkMessages(triggerMessages)).toEqual([]);
    expect(rebalancingMessages).toMatchObject(triggerMessages);
  });

  it('put every reason into words, in every language', () => {
    const drift = driftOf(0.54, ['a'], 0.5);
    const all: TriggerState = {
      drift,
      trackingError: 0.03,
      volatility: 0.12,
      freeCash: 0.2,
      events: ['crash'],
      lastTradeOn: '2026-01-05',
    };
    const triggers: readonly Trigger[] = [
      QUARTERLY,
      BAND,
      { kind: 'portfolio-drift', above: 0.01 },
      { kind: 'tracking-error', above: 0.01 },
      { kind: 'volatility', above: 0.01 },
      { kind: 'cash-flow', above: 0.01 },
      { kind: 'event', events: ['crash'] },
    ];
    const { lastTradeOn: _, ...unknown } = all;
    const yearly = { anchor: '2026-07-01', everyMonths: 12 } as const;
    const idle = measureDrift(
      { a: 0.9, cash: 0.1 },
      { a: 1 },
      {
        bands: { default: { absolute: 1 }, byId: { cash: { absolute: 0.02 } } },
      },
    );
    const found = [
      find(all, triggers),
      find({ ...QUIET, drift: idle }, [BAND]),
      find(OUT, [BAND]),
      find({ ...all, freeCash: -0.2 }, triggers),
      find(all, triggers, '2026-06-15', { minimumDays: 365 }),
      find(unknown, triggers),
      find(all, triggers, '2026-08-03', { look: yearly }),
    ];
    const reasons = found.flatMap(({ fired, waiting }) => [
      ...fired.flatMap((one) => one.reasons),
      ...waiting,
    ]);
    const used = new Set(reasons.map(({ code }) => code));
    for (const code of Object.keys(triggerMessages)) expect(used).toContain(code);
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(rebalancingMessages, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });
});
