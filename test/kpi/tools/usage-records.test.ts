import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compileKpiCube,
  type KpiEvent,
  periodOf,
  serviceKpis,
  summarise,
  usageRecords,
} from '../../../src/kpi/index.js';
import { expectClose, expectRefusal, wrong } from '../support.js';

const april = periodOf('2026-04-01', 'month');
const look = { period: april, zone: 'Asia/Shanghai', asOf: '2026-05-03T00:00:00+08:00' };
const session = (id: string, at: string, crashed?: boolean) => ({
  id,
  at: `2026-${at}:00+08:00`,
  ...(crashed !== undefined && { crashed }),
});
const usage = {
  client: 'c-1',
  tool: 'app',
  eligible: true,
  sessions: [
    session('s-1', '04-02T09:00', false),
    session('s-2', '04-02T21:00', false),
    session('s-3', '04-20T09:00', false),
  ],
};
const events = (change: object, options: object = {}) => {
  const records = usageRecords(wrong({ ...usage, ...change }), { ...look, ...options });
  return Object.fromEntries(records.map(({ kpi, event }) => [kpi, event]));
};

describe('usageRecords', () => {
  it('counts a client once, however many sessions', () => {
    expect(events({})).toEqual({
      'tool-adoption': { successes: 1, trials: 1 },
      'sessions-per-client': { value: 3 },
      'tool-stickiness': { value: 2 / 30 },
      'crash-free-sessions': { successes: 3, trials: 3 },
      'crash-free-clients': { successes: 1, trials: 1 },
    });
  });

  it('counts a client without sessions as one who did not take the tool up, and in nothing else', () => {
    expect(events({ sessions: [] })).toEqual({
      'tool-adoption': { successes: 0, trials: 1 },
      'sessions-per-client': null,
      'tool-stickiness': null,
      'crash-free-sessions': null,
      'crash-free-clients': null,
    });
  });

  it('takes back the sessions of an earlier look that were none', () => {
    const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
    const cube = compileKpiCube({
      kpis: [
        kpis.toolAdoption,
        kpis.sessionsPerClient,
        kpis.toolStickiness,
        kpis.crashFreeSessions,
        kpis.crashFreeClients,
      ],
      period: 'month',
      zone: 'Asia/Shanghai',
    });
    const draft = cube.init();
    const robot = usageRecords(usage, { ...look, asOf: '2026-05-01T00:00:00+08:00' });
    for (const record of [...usageRecords({ ...usage, sessions: [] }, look), ...robot]) {
      cube.add(draft, record);
    }
    const { rows } = cube.result(draft);
    const adoption = rows.find(({ kpi }) => kpi === 'tool-adoption')!.result;
    expect(adoption).toMatchObject({ value: 0, n: 1 });
    const others = rows.filter(({ kpi }) => kpi !== 'tool-adoption');
    expect(others.every(({ result }) => result.status === 'insufficient')).toBe(true);
  });

  it('leaves sessions of other periods to theirs, by the days of the zone', () => {
    const sessions = [
      session('a', '03-31T23:59'),
      // 16:30 on 31 March in UTC.
      { id: 'b', at: '2026-03-31T16:30:00Z' },
      { id: 'c', at: '2026-04-30T16:00:00Z' },
    ];
    expect(events({ sessions })['sessions-per-client']).toEqual({ value: 1 });
  });

  it('says nothing yet of a period that is still running, good or bad', () => {
    const running = { excluded: 'period-running' };
    const asOf = (moment: string, sessions: readonly object[]) =>
      events({ sessions }, { asOf: `2026-${moment}+08:00` });
    const [early] = usage.sessions;
    // From its first instant to its last in the zone; on the first day whoever is active is so on every day.
    expect(asOf('04-01T00:00:00', [])['tool-adoption']).toEqual(running);
    expect(asOf('04-30T23:59:59', [])['tool-adoption']).toEqual(running);
    expect(asOf('05-01T00:00:00', [])['tool-adoption']).toEqual({ successes: 0, trials: 1 });
    expect(asOf('04-10T12:00:00', [early!])).toEqual({
      'tool-adoption': running,
      'sessions-per-client': running,
      'tool-stickiness': running,
      // A session is over, whatever the rest of the month brings.
      'crash-free-sessions': { successes: 1, trials: 1 },
      'crash-free-clients': running,
    });
    expect(asOf('04-10T12:00:00', [])['sessions-per-client']).toBeNull();
    expect(asOf('05-01T00:00:00', [early!])['tool-stickiness']).toEqual({ value: 1 / 30 });
  });

  it('can be taken in by a cube while the period is running, and counts once it is over', () => {
    const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1, periodsPerYear: 12 });
    const cube = compileKpiCube({
      kpis: Object.values(kpis),
      period: 'month',
      zone: 'Asia/Shanghai',
    });
    const draft = cube.init();
    const adoption = () =>
      cube.result(draft).rows.find(({ kpi }) => kpi === 'tool-adoption')!.result;
    const tell = (options: typeof look) => {
      for (const record of usageRecords(usage, options)) cube.add(draft, record);
    };
    tell({ ...look, asOf: '2026-04-25T00:00:00+08:00' });
    expect(adoption()).toMatchObject({ n: 0, excluded: [{ id: 'period-running', count: 1 }] });
    tell(look);
    expect(adoption()).toMatchObject({ value: 1, n: 1, excluded: [] });
  });

  it('goes by the sessions that were watched, for good and for bad', () => {
    const with2 = (first?: boolean, second?: boolean) => {
      const sessions = [session('a', '04-02T09:00', first), session('b', '04-03T09:00', second)];
      const found = events({ sessions });
      return [found['crash-free-sessions'], found['crash-free-clients']];
    };
    const notWatched = { excluded: 'not-watched' };
    const no = { successes: 0, trials: 1 };
    expect(with2(false, true)).toEqual([{ successes: 1, trials: 2 }, no]);
    expect(with2(undefined, true)).toEqual([no, no]);
    const yes = { successes: 1, trials: 1 };
    expect(with2(undefined, false)).toEqual([yes, yes]);
    expect(with2()).toEqual([notWatched, notWatched]);
  });

  it('does not let sessions that nobody watched decide who counts', () => {
    // Twenty clients with a clean session each; of the second sessions five crashed, and fifteen were not watched.
    const { crashFreeClients } = serviceKpis({ currency: 'CNY' });
    const found = Array.from({ length: 20 }, (_, i) => {
      const second = session('b', '04-03T09:00', i < 5 ? true : undefined);
      return events({ sessions: [session('a', '04-02T09:00', false), second] })[
        'crash-free-clients'
      ];
    }) as KpiEvent<'proportion'>[];
    const result = summarise(crashFreeClients, accumulateAll(crashFreeClients, found).state);
    expect(result).toMatchObject({ value: 0.75, n: 20 });
  });

  it('never takes an unknown right to use the tool for one, nor for none', () => {
    const adoption = (change: object) => events(change)['tool-adoption'];
    expect(adoption({ eligible: undefined })).toEqual({ excluded: 'eligibility-unknown' });
    expect(adoption({ eligible: false, sessions: [] })).toEqual({ excluded: 'not-eligible' });
  });

  it('counts a session told twice once, and refuses one that contradicts itself', () => {
    const twice = [session('s-1', '04-02T09:00', false), session('s-1', '04-02T09:00', false)];
    expect(events({ sessions: twice })['sessions-per-client']).toEqual({ value: 1 });
    const changed = [session('s-1', '04-02T09:00', false), session('s-1', '04-02T09:00', true)];
    expectRefusal(() => events({ sessions: changed }), 'inconsistent', 'usage.sessions[1]');
  });

  it('gives DAU over MAU', () => {
    const { toolStickiness } = serviceKpis({ currency: 'CNY', minimumSample: 1 });
    const cube = compileKpiCube({ kpis: [toolStickiness], period: 'month', zone: 'Asia/Shanghai' });
    const draft = cube.init();
    const days = { a: ['02', '03', '09'], b: ['02'], c: ['09', '10'], d: [] };
    for (const [client, on] of Object.entries(days)) {
      const sessions = on.map((day) => session(`${client}${day}`, `04-${day}T09:00`));
      for (const record of usageRecords({ ...usage, client, sessions }, look)) {
        if (record.kpi === toolStickiness.id) cube.add(draft, record);
      }
    }
    const { result } = cube.result(draft).rows[0]!;
    if (result.status !== 'ok') throw new Error(result.status);
    // Two clients on the 2nd, one on the 3rd, two on the 9th, one on the 10th: 6 over 30 days a day, of 3 active.
    expectClose(result.value, 6 / 30 / 3);
    expect(result.n).toBe(3);
  });

  it('refuses what cannot be', () => {
    const make =
      (change: object, options: object = {}) =>
      () =>
        events(change, options);
    expectRefusal(make({ eligible: false }), 'inconsistent', 'usage.eligible');
    expectRefusal(make({ eligible: 'yes' }), 'invalid-type', 'usage.eligible');
    expectRefusal(make({ sessions: {} }), 'invalid-type', 'usage.sessions');
    const future = [session('s', '05-04T09:00')];
    expectRefusal(make({ sessions: future }), 'inconsistent', 'usage.sessions[0].at');
    expectRefusal(make({ sessions: [{ id: 's' }] }), 'missing-value', 'usage.sessions[0].at');
    expectRefusal(make({ client: '' }), 'empty', 'usage.client');
    expectRefusal(make({ device: 'phone' }), 'unknown-id', 'usage.device');
    const before = { asOf: '2026-03-31T23:59:59+08:00' };
    expectRefusal(make({ sessions: [] }, before), 'inconsistent', 'options.asOf');
    expectRefusal(make({}, { zone: 'Shanghai/East' }), 'unknown-zone', 'options.zone');
    expectRefusal(make({}, { period: 'month' }), 'invalid-type', 'options.period');
  });
});
