import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compileKpiCube,
  type KpiEvent,
  RESPONSE_MEASURES,
  responseRecords,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const at = (time: string) => `2026-03-02T${time}+08:00`;
/** Opened three hours before the look; the two in which giving up counts are over. */
const enquiry = { id: 'e-1', openedAt: at('09:00:00'), steps: {} };
const asOf = at('12:00:00');
const records = (change: object, options: object = {}) =>
  responseRecords(wrong({ ...enquiry, ...change }), { asOf, abandonmentHours: 2, ...options });
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

  it('tells who gave up in time from who was answered first and who waits on', () => {
    expect(abandonment({ abandonedAt: at('09:20:00') })).toEqual(YES);
    expect(abandonment({ abandonedAt: at('11:00:00') })).toEqual(YES);
    expect(abandonment({ abandonedAt: at('11:00:01') })).toEqual(NO);
    expect(abandonment({})).toEqual(NO);
    expect(abandonment({ steps: { closed: at('10:00:00') } })).toEqual(NO);
    const answered = { steps: { 'first-response': at('09:10:00') }, abandonedAt: at('09:20:00') };
    expect(abandonment(answered)).toEqual(NO);
  });

  it('leaves everybody out until the time in which giving up counts is over, whatever came of it', () => {
    const early = { asOf: at('10:59:59') };
    for (const change of [
      {},
      { abandonedAt: at('09:20:00') },
      { steps: { 'first-response': at('09:10:00') } },
      { steps: { closed: at('10:00:00') } },
    ]) {
      expect(abandonment(change, early)).toEqual({ excluded: 'window-open' });
      expect(abandonment(change, { asOf: at('11:00:00') })).not.toHaveProperty('excluded');
    }
    // A mistake is one from the first seconds on.
    const mistake = { abandonedAt: at('09:00:05') };
    expect(abandonment(mistake, early)).toEqual({ excluded: 'short-abandon' });
    // By the clock on the wall, and a day unless said otherwise.
    const day = { abandonmentHours: undefined };
    expect(abandonment({}, { ...day, asOf: '2026-03-03T08:59:59+08:00' })).toHaveProperty(
      'excluded',
    );
    expect(abandonment({}, { ...day, asOf: '2026-03-03T09:00:00+08:00' })).toEqual(NO);
  });

  it('says how many give up, and not how fast: at any look the share is that of those who could be watched', () => {
    // One enquiry each minute: of four, one is given up after 10 minutes, the others are answered after 90.
    const kpi = serviceKpis({ currency: 'CNY', abandonmentHours: 2, minimumSample: 1 }).abandonment;
    const minute = (n: number) => Date.parse(at('09:00:00')) + n * 60_000;
    for (const look of [180, 200, 300]) {
      const events = Array.from({ length: look }, (_, i) => {
        const told = (after: number) => (i + after <= look ? minute(i + after) : undefined);
        const fate =
          i % 4 === 0 ? { abandonedAt: told(10) } : { steps: { 'first-response': told(90) } };
        const change = { openedAt: minute(i), ...fate };
        return abandonment(change, { asOf: minute(look) });
      });
      const result = summarise(kpi, accumulateAll(kpi, events as KpiEvent<'proportion'>[]).state);
      if (result.status !== 'ok') throw new Error(result.status);
      expect(Math.abs(result.value - 1 / 4), `${look}`).toBeLessThan(0.02);
      // Within the last two hours.
      expect(result.excluded).toMatchObject([{ id: 'window-open', count: 119 }]);
    }
  });

  it('says its window, so that a cube of another refuses the record', () => {
    const told = records({}).at(-1)!;
    expect(told.windows).toEqual([{ id: 'abandonment', seconds: 7200 }]);
    const cubeOf = (abandonmentHours: number) => {
      const { abandonment: kpi } = serviceKpis({ currency: 'CNY', abandonmentHours });
      return compileKpiCube({ kpis: [kpi], period: 'month', zone: 'Asia/Shanghai' });
    };
    const [same, other] = [cubeOf(2), cubeOf(24)];
    expect(() => same.add(same.init(), told)).not.toThrow();
    const path = 'record.windows[0].seconds';
    expectRefusal(() => other.add(other.init(), told), 'inconsistent', path);
  });

  it('leaves out who gave up within the first seconds', () => {
    const mistake = { excluded: 'short-abandon' };
    expect(abandonment({ abandonedAt: at('09:00:05') })).toEqual(mistake);
    expect(abandonment({ abandonedAt: at('09:00:06') })).toEqual(YES);
    expect(abandonment({ abandonedAt: at('09:00:06') }, { shortSeconds: 10 })).toEqual(mistake);
  });

  it('lets a later look decide', () => {
    const options = { currency: 'CNY', abandonmentHours: 2, minimumSample: 1 } as const;
    const { abandonment: kpi } = serviceKpis(options);
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
    for (const abandonmentHours of [0, -1, Number.NaN]) {
      const told = () => records({}, { abandonmentHours });
      expectRefusal(
        told,
        Number.isNaN(abandonmentHours) ? 'not-finite' : 'out-of-range',
        'options.abandonmentHours',
      );
    }
    expectRefusal(() => records({}, { measures: [] }), 'unknown-id', 'options.measures');
  });
});
