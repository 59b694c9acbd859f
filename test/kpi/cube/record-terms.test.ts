import { describe, expect, it } from 'vitest';
import { compileBusinessHours, compileCalendar } from '../../../src/dates/index.js';
import {
  type AccountPeriod,
  accountRecords,
  campaignRecords,
  caseRecords,
  clientReturnRecords,
  compileKpiCube,
  defineKpi,
  HANDLING_MEASURES,
  type KpiRecord,
  periodOf,
  personalisationRecord,
  processRecords,
  RESPONSE_MEASURES,
  type ServiceKpiOptions,
  serviceKpis,
  tenureRecords,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, draftOf, expectRefusal, wrong } from '../support.js';

const asOf = '2026-12-31T00:00:00+08:00';
const at = '2026-03-02T09:00:00+08:00';
const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
const calendar = compileCalendar({
  id: 'CN',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: [],
});
const spans = [['09:00', '18:00']] as const;
const businessHours = compileBusinessHours({ zone: 'Asia/Shanghai', calendar, spans });
const desk = compileBusinessHours({ zone: 'Asia/Shanghai', calendar, spans, id: 'desk' });

const adder = (options: Omit<ServiceKpiOptions, 'currency'>, records: readonly KpiRecord[]) => {
  const kpis = Object.values(serviceKpis({ currency: 'CNY', ...options }));
  const cube = compileKpiCube({
    ...{ kpis, period: 'quarter', zone: 'Asia/Shanghai' },
    dimensions: ['step', 'touchPoint'],
  });
  return () => cube.encode(draftOf(cube, records));
};

const enquiry = { id: 'e-1', openedAt: at, steps: {} };
const account: AccountPeriod = {
  id: 'a-1',
  from: '2026-03-31',
  to: '2026-06-30',
  opening: cny('100.00'),
  closing: cny('100.00'),
  movements: [],
};
const { processCompletion } = serviceKpis({ currency: 'CNY' });

/** What a maker told by a choice, the setting of the definitions that says the same, another one, and the term. */
const made: readonly (readonly [
  term: string,
  records: readonly KpiRecord[],
  same: Omit<ServiceKpiOptions, 'currency'>,
  other: Omit<ServiceKpiOptions, 'currency'>,
])[] = [
  [
    'clock',
    caseRecords(enquiry, { measures: RESPONSE_MEASURES, asOf }),
    {},
    { responseClock: 'desk' },
  ],
  [
    'clock',
    caseRecords(enquiry, { measures: RESPONSE_MEASURES, asOf, hours: businessHours }),
    { responseClock: 'business-hours' },
    {},
  ],
  [
    'clock',
    caseRecords(enquiry, { measures: HANDLING_MEASURES.slice(4), asOf, hours: desk }),
    { riskClock: 'desk' },
    { riskClock: 'business-hours' },
  ],
  [
    'clock',
    processRecords({ id: 'j-1', steps: { started: at } }, processCompletion, { asOf, hours: desk }),
    { processClock: 'desk' },
    {},
  ],
  [
    'touch',
    campaignRecords(
      { id: 'c-1', contacts: [{ campaign: 'x', at }], purchases: [] },
      { campaigns: ['x'], windowDays: 90, touch: 'first', asOf },
    ),
    { touch: 'first' },
    {},
  ],
  [
    'tolerance',
    personalisationRecord(
      { id: 'p-1', at, weights: { BOND: 1 }, model: { BOND: 1 } },
      { reasons: ['tax'], asOf, tolerance: 0.1 },
    ).records,
    { tolerance: 0.1 },
    {},
  ],
  ['netNewMoney', accountRecords(account, { asOf }), {}, { netNewMoney: [] }],
  [
    'netNewMoney',
    accountRecords(account, { asOf, netNewMoney: ['interest', 'dividend', 'interest'] }),
    { netNewMoney: ['dividend', 'interest'] },
    { netNewMoney: ['dividend'] },
  ],
  [
    'flowTiming',
    clientReturnRecords(
      {
        ...{ id: 'c-1', from: '2026-03-31', to: '2026-06-30', flows: [] },
        ...{ opening: cny('1.00'), closing: cny('1.00') },
      },
      { period: periodOf('2026-06-30', 'quarter'), flowTiming: 'start-of-day', asOf },
    ),
    { flowTiming: 'start-of-day' },
    {},
  ],
];

describe('records made by a choice', () => {
  it.each(made)(
    'are refused by a cube whose definitions have another: %s',
    (term, records, same, other) => {
      const told = records.filter(({ terms }) => terms !== undefined);
      expect(told.length).toBeGreaterThan(1);
      expect(adder(same, records)).not.toThrow();
      for (const record of told) {
        expectRefusal(adder(other, [record]), 'inconsistent', `record.terms.${term}`);
      }
    },
  );

  it('count time in the unit of the definition, whatever its terms', () => {
    const tenure = (unit: 'day' | 'month') =>
      tenureRecords(
        { id: 'c-1', from: '2026-01-10', to: '2026-03-01', cause: 'cost' },
        { asOf: '2026-06-30', unit, causes: ['service', 'cost'] },
      );
    expect(adder({}, tenure('month'))).not.toThrow();
    expectRefusal(adder({}, tenure('day')), 'inconsistent', 'record.terms.timeUnit');
  });

  it('go into a definition that does not name it', () => {
    const own = defineKpi({
      ...{ ...DESCRIPTION, id: 'wait', kind: 'durations' },
      measure: { name: 'quantile', probability: 0.5 },
    });
    const cube = compileKpiCube({ kpis: [own], period: 'month', zone: 'Asia/Shanghai' });
    const measures = [{ kpi: 'wait', until: 'closed' }];
    const records = caseRecords(enquiry, { measures, asOf, hours: desk });
    expect(records[0]!.terms).toEqual({ clock: 'desk' });
    const { terms: _, ...without } = records[0]!;
    // Kept without them: the definition says what it was made by.
    expect(cube.encode(draftOf(cube, records))).toEqual(cube.encode(draftOf(cube, [without])));
  });
});

describe('the terms of a definition', () => {
  const define = (terms: unknown) => () =>
    defineKpi({ ...DESCRIPTION, kind: 'rate', terms: wrong(terms) });
  const cubeOf = (terms: Readonly<Record<string, string>> | undefined) =>
    compileKpiCube({
      kpis: [defineKpi({ ...DESCRIPTION, kind: 'rate', ...(terms && { terms }) })],
      ...{ period: 'month', zone: 'UTC' },
    });

  it('are texts by name', () => {
    expect(define({ clock: 'hours' })().terms).toEqual({ clock: 'hours' });
    expect(Object.isFrozen(define({ clock: 'hours' })().terms)).toBe(true);
    expectRefusal(define({ clock: 8 }), 'invalid-type', 'definition.terms.clock');
    expectRefusal(define({ clock: '' }), 'empty', 'definition.terms.clock');
    expectRefusal(define('hours'), 'invalid-type', 'definition.terms');
  });

  it('belong to the meaning of a state', () => {
    const [hours, other, none] = [{ clock: 'hours' }, { clock: 'desk' }, undefined].map(cubeOf);
    expect(new Set([hours!.version, other!.version, none!.version]).size).toBe(3);
    expect(cubeOf({ clock: 'hours', touch: 'last' }).version).toBe(
      cubeOf({ touch: 'last', clock: 'hours' }).version,
    );
    const state = hours!.encode(hours!.init());
    expectRefusal(() => other!.decode(state), 'inconsistent', 'state.version');
  });

  it('are those of a record, which has texts too', () => {
    const cube = cubeOf({ clock: 'hours' });
    const add = (terms: unknown) => () =>
      cube.add(
        cube.init(),
        wrong({ kpi: DESCRIPTION.id, at: '2026-03-02', event: { exposure: 1 }, terms }),
      );
    for (const terms of [undefined, {}, { clock: 'hours' }, { touch: 'last' }]) {
      expect(add(terms)).not.toThrow();
    }
    expectRefusal(add({ clock: 'desk' }), 'inconsistent', 'record.terms.clock');
    expect(add({ clock: 'desk' })).toThrow('“hours”, as the definition of under-test says');
    expectRefusal(add({ clock: 8 }), 'invalid-type', 'record.terms.clock');
    expectRefusal(add({ touch: null }), 'missing-value', 'record.terms.touch');
    expectRefusal(add(new Map([['clock', 'desk']])), 'invalid-type', 'record.terms');
    // No name of its own.
    expect(add({ toString: 'x' })).not.toThrow();
  });
});
