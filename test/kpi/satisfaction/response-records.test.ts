import { describe, expect, it } from 'vitest';
import {
  compileKpiCube,
  RESPONSE_MEASURES,
  responseRecords,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const at = (time: string) => `2026-03-02T${time}+08:00`;
const enquiry = { id: 'e-1', openedAt: at('09:00:00'), steps: {} };
const asOf = at('12:00:00');
const records = (change: object, options: object = {}) =>
  responseRecords(wrong({ ...enquiry, ...change }), { asOf, ...options });
const abandonment = (change: object, options: object = {}) =>
  records(change, options).at(-1)!.event;
const YES = { successes: 1, trials: 1 };
const NO = { successes: 0, trials: 1 };

describe('responseRecords', () => {
  it('measures every ready definition of response', () => {
    const steps = { 'first-response': at('09:30:00'), closed: at('11:00:00') };
    const events = Object.fromEntries(records({ steps }).map(({ kpi, event }) => [kpi, event]));
    expect(events).toEqual({
      'first-response-median': { duration: 0.5 },
      'first-response-p90': { duration: 0.5 },
      'first-response-p95': { duration: 0.5 },
      'first-response-within': { duration: 0.5 },
      'resolution-median': { duration: 2 },
      'resolution-p90': { duration: 2 },
      'resolution-p95': { duration: 2 },
      'resolution-within': { duration: 2 },
      abandonment: NO,
    });
    const ids = new Set(Object.values(serviceKpis({ currency: 'CNY' })).map(({ id }) => id));
    for (const { kpi } of RESPONSE_MEASURES) expect(ids).toContain(kpi);
  });

  it('tells who gave up from who was answered and who still waits', () => {
    expect(abandonment({ abandonedAt: at('09:20:00') })).toEqual(YES);
    expect(abandonment({})).toEqual({ excluded: 'still-waiting' });
    expect(abandonment({ steps: { closed: at('10:00:00') } })).toEqual(NO);
    const answered = { steps: { 'first-response': at('09:10:00') }, abandonedAt: at('09:20:00') };
    expect(abandonment(answered)).toEqual(NO);
  });

  it('leaves out who gave up within the first seconds', () => {
    const mistake = { excluded: 'short-abandon' };
    expect(abandonment({ abandonedAt: at('09:00:05') })).toEqual(mistake);
    expect(abandonment({ abandonedAt: at('09:00:06') })).toEqual(YES);
    expect(abandonment({ abandonedAt: at('09:00:06') }, { shortSeconds: 10 })).toEqual(mistake);
  });

  it('lets a later look decide', () => {
    const { abandonment: kpi } = serviceKpis({ currency: 'CNY', minimumSample: 1 });
    const cube = compileKpiCube({ kpis: [kpi], period: 'month', zone: 'Asia/Shanghai' });
    const draft = cube.init();
    cube.add(draft, records({ abandonedAt: at('09:20:00') }).at(-1)!);
    cube.add(draft, records({}, { asOf: at('09:10:00') }).at(-1)!);
    expect(cube.result(draft).rows[0]!.result).toMatchObject({ value: 1, n: 1, excluded: [] });
  });

  it('waits for a first answer until the enquiry is closed, however late the look', () => {
    const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1, responseHours: 4 });
    const withinAt = (closed: string, look: string) => {
      const cube = compileKpiCube({
        kpis: [kpis.firstResponseWithin],
        period: 'month',
        zone: 'Asia/Shanghai',
      });
      const draft = cube.init();
      const steps = { closed: at(closed) };
      for (const record of records({ steps }, { asOf: look })) {
        if (record.kpi === 'first-response-within') cube.add(draft, record);
      }
      return cube.result(draft).rows[0]!.result;
    };
    // Closed after half an hour without an answer: whether it would have come within four, nobody can say.
    for (const look of [at('12:00:00'), at('23:00:00'), '2026-06-30T12:00:00+08:00']) {
      expect(withinAt('09:30:00', look)).toMatchObject({ reason: { code: 'kpi.none-decided' } });
    }
    // Closed after five hours without an answer: the four had passed.
    expect(withinAt('14:00:00', at('15:00:00'))).toMatchObject({ value: 0, denominator: 1 });
  });

  it('takes an enquiry that was tidied up after the client had given up for no resolution', () => {
    const given = { abandonedAt: at('09:30:00') };
    const events = (change: object) => records(change).map(({ event }) => event);
    expect(events({ ...given, steps: { closed: at('11:00:00') } })).toEqual(events(given));
    // Closed as the client gave up is one and the same moment.
    expect(events({ ...given, steps: { closed: at('09:30:00') } }).at(-1)).toEqual(YES);
  });

  it('refuses an order of times that cannot be', () => {
    const told =
      (steps: Readonly<Record<string, string>>, more: object = {}) =>
      () =>
        records({ steps, ...more });
    const [ten, eleven] = [at('10:00:00'), at('11:00:00')];
    // Nobody gives up waiting for what is over.
    expectRefusal(
      told({ closed: ten }, { abandonedAt: eleven }),
      'inconsistent',
      'case.abandonedAt',
    );
    const answered = { 'first-response': eleven };
    const path = 'case.steps["first-response"]';
    expectRefusal(told(answered, { abandonedAt: ten }), 'inconsistent', path);
    expectRefusal(told({ ...answered, closed: ten }), 'inconsistent', path);
    // Answered and closed in one moment, and withdrawn after the answer, can be.
    expect(told({ 'first-response': ten, closed: ten })).not.toThrow();
    expect(told({ 'first-response': ten }, { abandonedAt: eleven })).not.toThrow();
  });

  it('refuses steps that it does not know', () => {
    const step = (name: string) => () => records({ steps: { [name]: at('10:00:00') } });
    expectRefusal(step('Closed'), 'unknown-id', 'case.steps.Closed');
    expectRefusal(step('first_response'), 'unknown-id', 'case.steps.first_response');
    expect(() => records({ steps: { closed: undefined } })).not.toThrow();
  });

  it('refuses what cannot be', () => {
    const early = { abandonedAt: at('08:59:00') };
    expectRefusal(() => records(early), 'inconsistent', 'case.abandonedAt');
    expectRefusal(() => records({ id: 1 }), 'invalid-type', 'case.id');
    expectRefusal(() => records({}, { shortSeconds: -1 }), 'out-of-range', 'options.shortSeconds');
    expectRefusal(() => records({}, { measures: [] }), 'unknown-id', 'options.measures');
  });
});
