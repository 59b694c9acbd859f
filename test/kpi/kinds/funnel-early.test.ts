import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import {
  accumulate,
  accumulateAll,
  accumulatorOf,
  compareBeforeAfter,
  compileKpiCube,
  defineKpi,
  type KpiEvents,
  kpiMessages,
  merge,
  summarise,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose, expectRefusal, wrong } from '../support.js';

const funnel = defineKpi({ ...DESCRIPTION, kind: 'funnel', steps: ['met', 'offered', 'signed'] });
const stateOf = (events: readonly KpiEvents['funnel'][]) => accumulateAll(funnel, events).state;
const resultOf = (events: readonly KpiEvents['funnel'][]) => summarise(funnel, stateOf(events));

function figureOf(events: readonly KpiEvents['funnel'][]) {
  const result = resultOf(events);
  if (result.status !== 'ok' || result.interval === undefined) throw new Error(result.status);
  return { ...result, interval: result.interval, steps: result.steps! };
}

const DECIDED = [
  { reached: 'met', count: 40 },
  { reached: 'offered', count: 25 },
  { reached: 'signed', count: 20 },
  { reached: 'met', open: true, count: 10 },
  { reached: 'offered', open: true, count: 6 },
];
const EARLY = [
  { reached: 'offered', open: true, early: 'met', count: 4 },
  { reached: 'signed', early: 'met', count: 5 },
  { reached: 'signed', early: 'offered', count: 3 },
];

describe('a funnel some of whose people went on early', () => {
  it('leaves them out of the shares and shows that they came', () => {
    const { value, interval, steps, ...rest } = figureOf([...DECIDED, ...EARLY]);
    expect(stateOf([...DECIDED, ...EARLY]).data).toEqual({
      stopped: [40, 25, 28],
      open: [10, 10, 0],
      early: [9, 8, 0],
    });
    expect(steps).toMatchObject([
      { id: 'met', reached: 113, open: 10, early: 9 },
      // (63 − 9) of (113 − 10 − 9), then (28 − 8) of (63 − 10 − 8).
      { id: 'offered', reached: 63, open: 10, early: 8, fromPrevious: 54 / 94 },
      { id: 'signed', reached: 28, open: 0, fromPrevious: 20 / 45 },
    ]);
    expect(steps[2]).not.toHaveProperty('early');
    // R 4.2.2, survival 3.5-3: survfit(Surv(t, d) ~ 1, conf.type = "log-log"), 19 left before the 40 who stopped, 9 before the 25.
    expectClose(value, 0.25531914893617);
    expectClose(interval.low, 0.166898111876541);
    expectClose(interval.high, 0.353080527918959);
    expect(rest).toMatchObject({ n: 113, numerator: null, denominator: null, open: 20 });
    expect(rest.reasons.map(({ code, parameters }) => [code, parameters])).toEqual([
      ['kpi.cases-open', { open: 20 }],
      ['kpi.early-left-out', { early: 17 }],
    ]);
    for (const locale of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const text = formatReason(kpiMessages, rest.reasons[1]!, locale);
      expect(text).toContain('17');
      expect(text).not.toMatch(/kpi\./);
    }
  });

  it('is what it would be had they not been heard of since, wherever they are now', () => {
    const steps = ['a', 'b', 'c', 'd'];
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'funnel', steps });
    const person = fc.tuple(fc.nat(3), fc.boolean(), fc.nat(3));
    fc.assert(
      fc.property(fc.array(person, { maxLength: 20 }), (people) => {
        const told = people.map(([place, open, from]) => ({
          reached: steps[place]!,
          ...(open && { open }),
          ...((open || place === 3) && from < place && { early: steps[from]! }),
        }));
        const unheard = told.map((event) =>
          'early' in event ? { reached: event.early as string, open: true } : event,
        );
        const sides = [told, unheard].map((events) => {
          const { state } = accumulateAll(kpi, events);
          return { state, result: summarise(kpi, state) };
        });
        const [now, then] = [sides[0]!, sides[1]!];
        expect(now.result.status).toBe(then.result.status);
        expect(now.result.n).toBe(then.result.n);
        if (now.result.status !== 'ok' || then.result.status !== 'ok') return;
        expect(now.result.value).toBe(then.result.value);
        expect(now.result.interval).toEqual(then.result.interval);
        expect(now.result.method).toBe(then.result.method);
        const sharesOf = ({ result }: (typeof sides)[number]) =>
          result.status === 'ok' && result.steps!.map((step) => [step.fromPrevious, step.interval]);
        expect(sharesOf(now)).toEqual(sharesOf(then));
        // So it is when it is compared with another time.
        const { state: base } = accumulateAll(kpi, [
          { reached: 'd', count: 7 },
          { reached: 'a', count: 9 },
        ]);
        const changeOf = ({ state }: (typeof sides)[number]) => {
          const change = compareBeforeAfter(kpi, base, state);
          return change.status === 'compared'
            ? [change.difference, change.pValue, change.interval, change.verdict]
            : change.status;
        };
        expect(changeOf(now)).toEqual(changeOf(then));
        // And who came where is told by the steps themselves.
        now.result.steps!.forEach(({ reached }, i) => {
          expect(reached).toBe(people.filter(([place]) => place >= i).length);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('has no open cases where they have all come to the end', () => {
    const { open, reasons, method } = figureOf([
      { reached: 'signed', count: 3 },
      { reached: 'met', count: 3 },
      { reached: 'signed', early: 'met', count: 30 },
    ]);
    expect([open, method]).toEqual([undefined, 'funnel-product-limit']);
    expect(reasons.map(({ code }) => code)).toEqual(['kpi.early-left-out']);
  });

  it('has no value where nobody else is at a step', () => {
    const result = resultOf([
      { reached: 'met', count: 5 },
      { reached: 'signed', early: 'offered', count: 3 },
      { reached: 'offered', open: true, early: 'met', count: 2 },
    ]);
    // Five of whom it is not decided, at all steps together.
    expect(result).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.funnel-undecided', parameters: { open: 5 } },
    });
  });

  it('keeps the bytes of those of whom nobody did, and reads them', () => {
    const state = stateOf(DECIDED);
    expect(JSON.stringify(state.data)).toBe('{"stopped":[40,25,20],"open":[10,6,0]}');
    const stored = JSON.parse(JSON.stringify(state)) as typeof state;
    const both = JSON.stringify(stateOf([...EARLY, ...DECIDED]));
    expect(JSON.stringify(merge(funnel, stored, stateOf(EARLY)))).toBe(both);
    expect(JSON.stringify(merge(funnel, stateOf(EARLY), stored))).toBe(both);
  });

  it('refuses who went on early and is nowhere, and a sum beyond what a count can hold', () => {
    const add = (event: object) => () => accumulate(funnel, stateOf([]), wrong(event));
    expectRefusal(add({ reached: 'offered', early: 'met' }), 'inconsistent', 'event.open');
    expectRefusal(add({ reached: 'signed', early: 'signed' }), 'inconsistent', 'event.early');
    expectRefusal(
      add({ reached: 'met', open: true, early: 'signed' }),
      'inconsistent',
      'event.early',
    );
    expectRefusal(add({ reached: 'signed', early: 'paid' }), 'unknown-id', 'event.early');
    expectRefusal(add({ reached: 'signed', early: 1 }), 'invalid-type', 'event.early');
    const { init, add: addTo, encode } = accumulatorOf(funnel);
    const count = Number.MAX_SAFE_INTEGER;
    const draft = addTo(init(), { reached: 'offered', open: true, early: 'met', count });
    const before = JSON.stringify(encode(draft));
    expectRefusal(() => addTo(draft, { reached: 'signed', early: 'met' }), 'out-of-range', 'state');
    expect(JSON.stringify(encode(draft))).toBe(before);
  });

  it('is kept by a cube, which shows the later look', () => {
    const cube = compileKpiCube({ kpis: [funnel], period: 'month', zone: 'UTC' });
    const draft = cube.init();
    const record = { kpi: funnel.id, id: 'p', at: '2026-03-02' };
    const early = { reached: 'signed', early: 'met' };
    cube.add(draft, { ...record, revision: 1, event: early });
    const kept = cube.decode(JSON.parse(JSON.stringify(cube.encode(draft))));
    expect(cube.result(kept, { suppressBelow: 1 }).rows[0]?.result).toMatchObject({
      reason: { code: 'kpi.funnel-undecided' },
    });
    cube.add(kept, { ...record, revision: 2, event: { reached: 'signed' } });
    expect(cube.result(kept, { suppressBelow: 1 }).rows[0]?.result).toMatchObject({ value: 1 });
  });
});
