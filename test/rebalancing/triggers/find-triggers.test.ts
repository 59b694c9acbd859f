import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/dates/index.js';
import { measureDrift } from '../../../src/rebalancing/index.js';
import type { Trigger } from '../../../src/rebalancing/policy/policy.js';
import type { TriggerState } from '../../../src/rebalancing/triggers/reasons-of.js';
import { BAND, driftOf, find, OUT, QUARTERLY, QUIET } from './support.js';

/** Codes of what fired, and what waits with its day. */
function outcome(...args: Parameters<typeof find>) {
  const { fired, waiting } = find(...args);
  return {
    fired: fired.flatMap(({ reasons }) => reasons.map(({ code }) => code.split('.')[1])),
    waiting: waiting.map(({ code, parameters }) => [
      code.split('.')[1],
      parameters.trigger,
      parameters.on,
    ]),
  };
}

const fires = (...codes: readonly string[]) => ({ fired: codes, waiting: [] });
const NOTHING = fires();

describe('the calendar trigger', () => {
  it('fires from the scheduled day until a trade is made', () => {
    const at = (asOf: PlainDate, lastTradeOn: PlainDate | null) =>
      outcome({ ...QUIET, lastTradeOn }, [QUARTERLY], asOf);
    expect(at('2026-06-01', '2026-03-02')).toEqual(NOTHING);
    expect(at('2026-06-02', '2026-03-02')).toEqual(fires('scheduled'));
    expect(at('2026-06-20', '2026-06-01')).toEqual(fires('scheduled'));
    expect(at('2026-06-20', '2026-06-02')).toEqual(NOTHING);
    expect(at('2026-06-20', null)).toEqual(fires('scheduled'));
    expect(at('2026-03-01', null)).toEqual(NOTHING);
  });

  it('waits where nobody knows whether a trade was made since, urgent or not', () => {
    const { lastTradeOn: _, ...unknown } = QUIET;
    const waiting = { fired: [], waiting: [['last-trade-unknown', 'calendar', undefined]] };
    expect(outcome(unknown, [QUARTERLY])).toEqual(waiting);
    expect(outcome(unknown, [QUARTERLY], '2026-06-15', { urgent: ['calendar'] })).toEqual(waiting);
    expect(outcome(unknown, [QUARTERLY], '2026-03-01')).toEqual(NOTHING);
  });

  it('has days of its own and waits for no look', () => {
    const look = { anchor: '2026-01-20', everyMonths: 12 } as const;
    expect(outcome(QUIET, [QUARTERLY], '2026-06-02', { look })).toEqual(fires('scheduled'));
  });
});

describe('triggers by what is measured', () => {
  it('fire on each line that is out of its band, with its figures', () => {
    const { fired } = find(OUT, [BAND]);
    expect(fired).toHaveLength(1);
    expect(fired[0]).toMatchObject({
      kind: 'band',
      reasons: [{ code: 'rebalancing.out-of-band' }],
    });
    const { parameters } = fired[0]!.reasons[0]!;
    expect(parameters).toMatchObject({ class: 'a', band: 0.05, weight: 0.56, target: 0.5 });
    expect(parameters.drift).toBeCloseTo(0.06, 12);
    expect(outcome(QUIET, [BAND])).toEqual(NOTHING);
  });

  it('tell what is not yet back from what is out', () => {
    const drift = driftOf(0.54, ['a'], 0.5);
    const { fired } = find({ ...QUIET, drift }, [BAND]);
    expect(fired[0]!.reasons[0]).toMatchObject({
      code: 'rebalancing.not-back',
      parameters: { class: 'a', weight: 0.54, below: 0.475, above: 0.525 },
    });
  });

  it('have a word of their own for free money', () => {
    const drift = measureDrift(
      { a: 0.9, cash: 0.1 },
      { a: 1 },
      {
        bands: { default: { absolute: 1 }, byId: { cash: { absolute: 0.02 } } },
      },
    );
    const { fired } = find({ ...QUIET, drift, freeCash: 0.1 }, [BAND]);
    expect(fired[0]!.reasons[0]).toMatchObject({
      code: 'rebalancing.cash-out-of-band',
      parameters: { share: 0.1, band: 0.02 },
    });
  });

  it('fire above their limit, not at it', () => {
    // Portfolio drift of 0.56/0.44 against 0.5/0.5: 0.06.
    const kinds = [
      ['portfolio-drift', 'portfolio-drift', OUT, 0.06],
      ['tracking-error', 'tracking-error', { ...QUIET, trackingError: 0.03 }, 0.03],
      ['volatility', 'volatility', { ...QUIET, volatility: 0.12 }, 0.12],
      ['cash-flow', 'money-to-invest', { ...QUIET, freeCash: 0.04 }, 0.04],
      ['cash-flow', 'money-missing', { ...QUIET, freeCash: -0.04 }, 0.04],
    ] as const;
    for (const [kind, code, state, value] of kinds) {
      expect(outcome(state, [{ kind, above: value }])).toEqual(NOTHING);
      const above = value - 0.001;
      expect(outcome(state, [{ kind, above }])).toEqual(fires(code));
      const { parameters } = find(state, [{ kind, above }]).fired[0]!.reasons[0]!;
      expect(parameters.value).toBeCloseTo(value, 12);
      expect(parameters.above).toBe(above);
    }
  });

  it('do not fire on a risk that was not measured', () => {
    expect(outcome(QUIET, [{ kind: 'volatility', above: 0 }])).toEqual(NOTHING);
  });

  it('fire on the events that the policy names, once each', () => {
    const trigger: Trigger = { kind: 'event', events: ['job-loss', 'crash'] };
    const events = ['crash', 'birthday', 'job-loss', 'crash'];
    const { fired } = find({ ...QUIET, events }, [trigger]);
    expect(fired[0]!.reasons.map(({ parameters }) => parameters.event)).toEqual([
      'crash',
      'job-loss',
    ]);
    expect(outcome({ ...QUIET, events: ['birthday'] }, [trigger])).toEqual(NOTHING);
  });

  it('never fire from an empty list', () => {
    expect(outcome({ ...OUT, freeCash: 1, events: ['crash'] }, [])).toEqual(NOTHING);
  });

  it('come by the order of the policy', () => {
    const triggers: readonly Trigger[] = [
      { kind: 'portfolio-drift', above: 0.01 },
      QUARTERLY,
      BAND,
    ];
    expect(find(OUT, triggers).fired.map(({ kind }) => kind)).toEqual([
      'portfolio-drift',
      'calendar',
      'band',
    ]);
  });
});

describe('pacing', () => {
  const look = { anchor: '2026-01-15', everyMonths: 1 } as const;
  const event: Trigger = { kind: 'event', events: ['crash'] };
  const crash: TriggerState = { ...OUT, events: ['crash'], freeCash: 0.5 };
  const cashFlow: Trigger = { kind: 'cash-flow', above: 0.1 };

  it('looks on the days of the look and names the next one on others', () => {
    // 15 June 2026 is a Monday, 15 August a Saturday.
    expect(outcome(OUT, [BAND], '2026-06-15', { look })).toEqual(fires('out-of-band'));
    expect(outcome(OUT, [BAND], '2026-06-16', { look })).toEqual({
      fired: [],
      waiting: [['waits-until', 'band', '2026-07-15']],
    });
    expect(outcome(OUT, [BAND], '2026-08-15', { look }).waiting).toEqual([
      ['waits-until', 'band', '2026-08-17'],
    ]);
    expect(outcome(OUT, [BAND], '2026-08-17', { look })).toEqual(fires('out-of-band'));
    expect(outcome(QUIET, [BAND], '2026-06-16', { look })).toEqual(NOTHING);
  });

  it('rests after a trade for calendar days, to a business day', () => {
    // 30 days after Thursday 4 June is Saturday 4 July.
    const state = { ...OUT, lastTradeOn: '2026-06-04' } as const;
    const at = (asOf: PlainDate) => outcome(state, [BAND], asOf, { minimumDays: 30 });
    const waits = { fired: [], waiting: [['waits-until', 'band', '2026-07-06']] };
    expect(at('2026-07-03')).toEqual(waits);
    // On the Saturday, too, the day that was named is still to come; on the next one it is over.
    expect(at('2026-07-04')).toEqual(waits);
    expect(at('2026-07-06')).toEqual(fires('out-of-band'));
    expect(at('2026-07-11')).toEqual(fires('out-of-band'));
    expect(
      outcome({ ...state, lastTradeOn: null }, [BAND], '2026-06-05', { minimumDays: 30 }),
    ).toEqual(fires('out-of-band'));
  });

  it('names the first look after the rest', () => {
    // 30 days after 4 June is 4 July; the next look is on 15 July.
    const state = { ...OUT, lastTradeOn: '2026-06-04' } as const;
    const pacing = { look, minimumDays: 30 };
    expect(outcome(state, [BAND], '2026-06-15', pacing).waiting).toEqual([
      ['waits-until', 'band', '2026-07-15'],
    ]);
  });

  it('makes the calendar rest too', () => {
    const state = { ...QUIET, lastTradeOn: '2026-05-28' } as const;
    expect(outcome(state, [QUARTERLY], '2026-06-02', { minimumDays: 10 })).toEqual({
      fired: [],
      waiting: [['waits-until', 'calendar', '2026-06-08']],
    });
  });

  it('does not know that the rest is over where the last trade is not known', () => {
    const { lastTradeOn: _, ...unknown } = OUT;
    expect(outcome(unknown, [BAND], '2026-06-15', { minimumDays: 1 })).toEqual({
      fired: [],
      waiting: [['last-trade-unknown', 'band', undefined]],
    });
    expect(outcome(unknown, [BAND], '2026-06-15', { minimumDays: 0 })).toEqual(
      fires('out-of-band'),
    );
    expect(outcome(unknown, [BAND])).toEqual(fires('out-of-band'));
  });

  it('does not hold up what is urgent', () => {
    const state = { ...crash, lastTradeOn: '2026-06-15' } as const;
    const pacing = { look, minimumDays: 365 };
    const urgent = outcome(state, [BAND, event, cashFlow], '2026-06-16', pacing);
    expect(urgent.fired).toEqual(['event', 'money-to-invest']);
    expect(urgent.waiting.map(([, kind]) => kind)).toEqual(['band']);
    const other = outcome(state, [BAND, event], '2026-06-16', { ...pacing, urgent: ['band'] });
    expect(other.fired).toEqual(['out-of-band']);
    expect(other.waiting.map(([, kind]) => kind)).toEqual(['event']);
    const { lastTradeOn: _, ...unknown } = state;
    expect(outcome(unknown, [event], '2026-06-16', pacing)).toEqual(fires('event'));
  });

  it('names no day that the calendar does not know', () => {
    // The calendar ends with June 2027.
    const yearly = { anchor: '2026-07-01', everyMonths: 12 } as const;
    expect(outcome(OUT, [BAND], '2026-08-03', { look: yearly }).waiting).toEqual([
      ['waits', 'band', undefined],
    ]);
  });
});
