import { describe, expect, it } from 'vitest';
import { evaluateSigns, type WatchedClient } from '../../../src/kpi/index.js';
import { wilsonInterval } from '../../../src/statistics/index.js';
import { expectRefusal, shuffled, wrong } from '../support.js';

const policy = { signs: [{ id: 'complaint', kind: 'open-complaint', days: 7 }] } as const;
const options = {
  looks: ['2025-10-31', '2025-11-30', '2025-12-31'],
  horizonDays: 60,
  asOf: '2026-06-30',
  minimumSample: 1,
} as const;
const client = (id: string, opened: string | null, rest: object = {}): WatchedClient => ({
  history: { id, complaints: opened === null ? [] : [wrong({ openedOn: opened })] },
  from: '2020-01-01',
  ...rest,
});

/**
 * By hand, with a horizon of 60 days:
 * a fires on all looks and leaves on 12-10: warned on 10-31, 40 days ahead;
 * b fires on all looks and stays: the warnings of 10-31 and 11-30 are one (to 12-30), that of 12-31 is another, both false;
 * c leaves on 12-05 without a sign: missed; d stays without a sign;
 * e leaves on 2026-03-02, 61 days after the last look: no look could have warned of it;
 * f leaves on 2026-03-01, 60 days after the last look, with a complaint on that look only: warned 60 days ahead;
 * g left before the first look; h joined after the last one.
 */
const CLIENTS: readonly WatchedClient[] = [
  client('a', '2025-10-01', { to: '2025-12-10' }),
  client('b', '2025-10-01'),
  client('c', null, { to: '2025-12-05' }),
  client('d', null),
  client('e', null, { to: '2026-03-02' }),
  client('f', '2025-12-20', { to: '2026-03-01' }),
  client('g', '2025-10-01', { to: '2025-10-31' }),
  client('h', '2025-10-01', { from: '2026-01-01' }),
];

describe('evaluateSigns', () => {
  it('counts warnings, who left, and the days between', () => {
    const [complaint] = evaluateSigns(CLIENTS, policy, options);
    expect(complaint).toMatchObject({
      sign: 'complaint',
      precision: { value: 2 / 4, numerator: 2, denominator: 4, interval: wilsonInterval(2, 4) },
      recall: { value: 2 / 3, numerator: 2, denominator: 3 },
      // 2 · ½ · ⅔ / (½ + ⅔) = 4/7, which is 2 · 2 / (2 · 2 + 2 + 1).
      f1: { value: 4 / 7, numerator: 4, denominator: 7 },
      // Of 40 and 60 days half stay within 40.
      leadTime: { n: 2, method: 'durations-median' },
      unknown: 0,
    });
  });

  it('leaves warnings open whose horizon is not over', () => {
    const early = { ...options, asOf: '2026-01-31' } as const;
    const members = CLIENTS.filter(({ history }) => !'ef'.includes(history.id));
    const [complaint] = evaluateSigns(members, policy, early);
    // That of b on 12-31 runs to 2026-03-01.
    expect(complaint!.precision).toMatchObject({
      numerator: 1,
      denominator: 2,
      excluded: [{ id: 'open', count: 1 }],
    });
    // a was warned of, b was warned of in vain, and c was not warned of: 2 / (2 + 1 + 1).
    expect(complaint!.f1).toMatchObject({
      value: 2 / 4,
      excluded: [{ id: 'open', count: 1 }],
    });
  });

  it('counts looks at which the records did not say, and never takes them for a sign', () => {
    const silent = { history: { id: 's' }, from: '2020-01-01', to: '2025-12-15' } as const;
    const [complaint] = evaluateSigns([silent], policy, options);
    expect(complaint).toMatchObject({
      unknown: 2,
      precision: { status: 'insufficient', reason: { code: 'kpi.no-cases' } },
      recall: { value: 0, denominator: 1 },
      leadTime: { status: 'insufficient' },
    });
  });

  it('gives no figure for too few, by default fewer than five', () => {
    const { minimumSample: _, ...usual } = options;
    const [complaint] = evaluateSigns(CLIENTS, policy, usual);
    expect(complaint!.precision).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.sample-too-small', parameters: { n: 4, minimum: 5 } },
    });
  });

  it('does not depend on the order of clients and looks', () => {
    const keys = [5, 2, 7, 1, 0, 3, 6, 4];
    const looks = [...options.looks].reverse();
    expect(evaluateSigns(shuffled(CLIENTS, keys), policy, { ...options, looks })).toEqual(
      evaluateSigns(CLIENTS, policy, options),
    );
  });

  it('refuses what cannot be', () => {
    const make =
      (clients: unknown, changed: object = {}) =>
      () =>
        evaluateSigns(wrong(clients), policy, wrong({ ...options, ...changed }));
    expectRefusal(make([], { looks: [] }), 'empty', 'options.looks');
    const day = '2025-10-31';
    expectRefusal(make([], { looks: [day, day] }), 'duplicate-id', 'options.looks[1]');
    expectRefusal(make([], { looks: ['2026-07-01'] }), 'inconsistent', 'options.looks[0]');
    expectRefusal(make([], { horizonDays: 0 }), 'out-of-range', 'options.horizonDays');
    expectRefusal(make([], { minimumSample: 0 }), 'out-of-range', 'options.minimumSample');
    expectRefusal(make([CLIENTS[0], CLIENTS[0]]), 'duplicate-id', 'clients[1].history.id');
    expectRefusal(make([{ ...CLIENTS[0], to: '2019-01-01' }]), 'inconsistent', 'clients[0].to');
    expectRefusal(make([{ ...CLIENTS[0], to: '2026-07-01' }]), 'inconsistent', 'clients[0].to');
    expectRefusal(make([{ from: '2020-01-01' }]), 'missing-value', 'clients[0].history');
  });
});
