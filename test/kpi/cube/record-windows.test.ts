import { describe, expect, it } from 'vitest';
import {
  campaignRecords,
  compileKpiCube,
  defineKpi,
  handlingRecords,
  type KpiRecord,
  reopenedRecord,
  requestRecords,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, draftOf, expectRefusal, wrong } from '../support.js';

const asOf = '2026-12-31T00:00:00+08:00';
const at = '2026-03-02T09:00:00+08:00';
const cubeFor = (options: object) => {
  const kpis = Object.values(serviceKpis({ currency: 'CNY', periodsPerYear: 1, ...options }));
  return compileKpiCube({ kpis, period: 'year', zone: 'Asia/Shanghai' });
};
const adder = (options: object, records: readonly KpiRecord[]) => () => {
  const cube = cubeFor(options);
  return cube.encode(draftOf(cube, records));
};

const client = { id: 'c-1', contacts: [{ campaign: 'x', at }], purchases: [], won: { at } };
/** What each function makes of one case by a window, and the setting of the definitions that must be the same. */
const made: readonly (readonly [string, (window: number) => readonly KpiRecord[], string])[] = [
  [
    'attributionDays',
    (windowDays) => campaignRecords(client, { campaigns: ['x'], windowDays, touch: 'last', asOf }),
    'days',
  ],
  [
    'reopenDays',
    (windowDays) => [reopenedRecord({ id: 'k-1', closedAt: at }, { windowDays, asOf })],
    'days',
  ],
  [
    'followUpDays',
    (followUpDays) =>
      handlingRecords({ id: 'e-1', openedAt: at }, { asOf, followUpDays, outcomesRecorded: true }),
    'days',
  ],
  [
    'apdexSeconds',
    (apdexSeconds) =>
      requestRecords({ at, outcome: 'answered' }, { apdexSeconds, asOf, timesRecorded: true }),
    'seconds',
  ],
];

describe('records judged by a window', () => {
  it.each(made)('are refused by a cube whose definitions have another: %s', (name, make, unit) => {
    const fit = make(12);
    expect(adder({ [name]: 12 }, fit)).not.toThrow();
    for (const other of [11, 13]) {
      expectRefusal(adder({ [name]: other }, fit), 'inconsistent', `record.windows[0].${unit}`);
    }
  });

  it('leave windows out that are not theirs', () => {
    const ids = (records: readonly KpiRecord[]) =>
      records.filter(({ windows }) => windows !== undefined).map(({ kpi }) => kpi);
    expect(ids(made[0]![1](90)).sort()).toEqual([
      'campaign-conversion',
      'conversion-within-window',
      'converters-median-time',
      'cost-per-client',
      'new-clients-from-campaigns',
      'time-to-convert-median',
    ]);
    expect(ids(made[2]![1](7))).toEqual(['first-contact-resolution']);
    expect(ids(made[3]![1](4))).toEqual(['apdex']);
  });

  it('are kept without them: the definition says what they were judged by', () => {
    const [first] = made[1]![1](30);
    const { windows: _, ...without } = first!;
    expect(adder({}, [first!, without])()).toEqual(adder({}, [without, without])());
  });
});

describe('the windows of a record', () => {
  const kpi = defineKpi({
    ...DESCRIPTION,
    kind: 'rate',
    windows: [
      { id: 'answer', words: 'from asking to the answer', days: 30 },
      { id: 'quiet', words: 'as long as it takes' },
    ],
  });
  const cube = compileKpiCube({ kpis: [kpi], period: 'month', zone: 'UTC' });
  const add = (windows: unknown) => () =>
    cube.add(
      cube.init(),
      wrong({ kpi: kpi.id, at: '2026-03-02', event: { exposure: 1 }, windows }),
    );

  it('are those of its definition', () => {
    for (const windows of [undefined, [], [{ id: 'answer', days: 30 }], [{ id: 'quiet' }]]) {
      expect(add(windows)).not.toThrow();
    }
    const first = (entry: object) => add([entry]);
    expectRefusal(first({ id: 'other', days: 30 }), 'unknown-id', 'record.windows[0].id');
    expectRefusal(first({ id: 'answer' }), 'inconsistent', 'record.windows[0].days');
    expectRefusal(first({ id: 'answer', days: 29 }), 'inconsistent', 'record.windows[0].days');
    expect(first({ id: 'answer', days: 29 })).toThrow('30, as the definition of under-test says');
    const both = { id: 'answer', days: 30, seconds: 30 };
    expectRefusal(first(both), 'inconsistent', 'record.windows[0].seconds');
    expectRefusal(first({ id: 'quiet', days: 1 }), 'inconsistent', 'record.windows[0].days');
    const misspelt = { id: 'answer', day: 30 };
    expectRefusal(first(misspelt), 'unknown-id', 'record.windows[0].day');
    expectRefusal(first({ days: 30 }), 'missing-value', 'record.windows[0].id');
    expectRefusal(add('answer'), 'invalid-type', 'record.windows');
  });

  it('have one length in a definition', () => {
    const define = (window: object) => () =>
      defineKpi({ ...DESCRIPTION, kind: 'rate', windows: [wrong({ ...window })] });
    const window = { id: 'answer', words: 'from asking to the answer' };
    expect(define({ ...window, seconds: 0.5 })).not.toThrow();
    const path = 'definition.windows[0].seconds';
    expectRefusal(define({ ...window, seconds: 0 }), 'out-of-range', path);
    expectRefusal(define({ ...window, seconds: '4' }), 'invalid-type', path);
    expectRefusal(define({ ...window, seconds: 4, days: 1 }), 'inconsistent', path);
  });
});
