import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compileKpiCube,
  funnelRecord,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { createRandom, type Random } from '../../../src/numerics/index.js';
import { expectRefusal, wrong } from '../support.js';

const { acquisitionFunnel, renewalRate } = serviceKpis({
  currency: 'CNY',
  acquisitionSteps: ['contacted', 'met', 'opened'],
  minimumSample: 1,
});
const at = (day: string) => `2026-03-${day}T10:00:00+08:00`;
const look = { asOf: at('31') };
const event = (journey: object, options: object = look) =>
  funnelRecord(wrong({ id: 'p', ...journey }), acquisitionFunnel, wrong(options)).event;

describe('funnelRecord', () => {
  it('tells the furthest step and who may still go on', () => {
    const steps = { contacted: at('02'), met: at('10') };
    expect(event({ steps })).toEqual({ reached: 'met', open: true });
    expect(event({ steps, endedAt: at('12') })).toEqual({ reached: 'met' });
    // 21 days without a step: on the last of them the person may still go on.
    expect(event({ steps }, { ...look, idleDays: 21 })).toMatchObject({
      reached: 'met',
      open: true,
    });
    expect(event({ steps }, { ...look, idleDays: 20 })).toEqual({ reached: 'met' });
  });

  it('tells from which step on somebody went on before the window was over', () => {
    const steps = { contacted: at('02'), met: at('10') };
    const within = (idleDays: number, change: object = {}) =>
      event({ steps, ...change }, { ...look, idleDays });
    // From the second 29 days are over, from the tenth 21.
    expect(within(29)).toEqual({ reached: 'met', open: true, early: 'contacted' });
    expect(within(28)).toEqual({ reached: 'met', open: true });
    expect(within(20)).toEqual({ reached: 'met' });
    // At the end of the way nobody is at a step to be waited for.
    const all = { steps: { ...steps, opened: at('12') } };
    expect(within(29, all)).toMatchObject({ reached: 'opened', early: 'contacted' });
    expect(within(21, all)).toMatchObject({ reached: 'opened', early: 'met' });
    expect(within(20, all)).not.toHaveProperty('early');
    // Without a window nothing is early.
    expect(event(all)).not.toHaveProperty('early');
  });

  it('lets who said no wait for the window as those who went on do', () => {
    const ended = { steps: { contacted: at('02'), met: at('10') }, endedAt: at('11') };
    const within = (idleDays: number) => event(ended, { ...look, idleDays });
    expect(within(20)).toEqual({ reached: 'met' });
    expect(within(21)).toEqual({ reached: 'met', open: true });
    expect(within(29)).toEqual({ reached: 'met', open: true, early: 'contacted' });
    expect(event(ended)).toEqual({ reached: 'met' });
  });

  it('takes a step that was left out as passed when the next one was reached', () => {
    const skipped = { steps: { contacted: at('02'), opened: at('10') } };
    expect(event(skipped)).toMatchObject({ reached: 'opened' });
    const within = (idleDays: number) => event(skipped, { ...look, idleDays });
    expect(within(29)).toMatchObject({ reached: 'opened', early: 'contacted' });
    expect(within(28)).toMatchObject({ reached: 'opened', early: 'met' });
    expect(within(21)).toMatchObject({ reached: 'opened', early: 'met' });
    expect(within(20)).not.toHaveProperty('early');
    // The first one too.
    const late = event({ steps: { met: at('10') } }, { ...look, idleDays: 21 });
    expect(late).toEqual({ reached: 'met', open: true, early: 'contacted' });
  });

  it('makes shares in which the quick do not come before those who stay', () => {
    const DAY = 86_400_000;
    const { acquisitionFunnel: kpi } = serviceKpis({
      currency: 'CNY',
      acquisitionSteps: ['contacted', 'answered'],
    });
    const start = Date.parse('2026-03-01T00:00:00Z');
    // Contacted over so many days. Half answer, after 5 days on average and at most 30; of the others half say no, after 2 days on average.
    const shareOf = (random: Random, span: number) => {
      const wait = (mean: number) => -mean * Math.log(1 - random.uniform());
      const asOf = start + span * DAY;
      const events = Array.from({ length: 400 }, (_, i) => {
        const contacted = start + random.uniform() * span * DAY;
        const [answers, saysNo] = [random.uniform() < 0.5, random.uniform() < 0.5];
        const after = contacted + (answers ? Math.min(wait(5), 30) : wait(2)) * DAY;
        const [answered, endedAt] = [answers && after <= asOf, saysNo && after <= asOf];
        const journey = {
          id: `p-${i}`,
          steps: { contacted, ...(answered && { answered: after }) },
          ...(endedAt && !answers && { endedAt: after }),
        };
        return funnelRecord(journey, kpi, { asOf, idleDays: 30 }).event;
      });
      const result = summarise(kpi, accumulateAll(kpi, wrong(events)).state);
      if (result.status !== 'ok') throw new Error(result.status);
      return result;
    };
    for (const span of [60, 120]) {
      const random = createRandom(20260301);
      const results = Array.from({ length: 20 }, () => shareOf(random, span));
      const within = results.filter(
        ({ interval }) => interval!.low <= 0.5 && interval!.high >= 0.5,
      );
      // Of 20 intervals of 95 per cent fewer than 16 hold the truth once in 3,000 times.
      expect(within.length, `${span} days`).toBeGreaterThanOrEqual(16);
      const mean = results.reduce((sum, { value }) => sum + value / 20, 0);
      expect(Math.abs(mean - 0.5), `${span} days`).toBeLessThan(0.03);
    }
  });

  it('belongs to the earliest step', () => {
    const record = funnelRecord(
      { id: 'p', steps: { contacted: at('02') } },
      acquisitionFunnel,
      look,
    );
    expect(record).toMatchObject({
      kpi: 'acquisition-funnel',
      at: Date.parse(at('02')),
      id: 'acquisition-funnel/p',
    });
  });

  it('makes a funnel with its steps, open ones left out of the share that goes on', () => {
    const cube = compileKpiCube({
      kpis: [acquisitionFunnel],
      period: 'month',
      zone: 'Asia/Shanghai',
    });
    const draft = cube.init();
    const journeys = [
      { steps: { contacted: at('02'), met: at('03'), opened: at('04') } },
      { steps: { contacted: at('02'), met: at('03') }, endedAt: at('05') },
      { steps: { contacted: at('02'), met: at('03') } },
      { steps: { contacted: at('02') }, endedAt: at('05') },
      { steps: { contacted: at('20') } },
    ];
    journeys.forEach((journey, i) => {
      cube.add(draft, funnelRecord({ id: `p-${i}`, ...journey }, acquisitionFunnel, look));
    });
    const [row] = cube.result(draft, { suppressBelow: 1 }).rows;
    // Of 4 decided at the first step 3 met; of 2 decided there 1 opened: 3/4 × 1/2.
    expect(row?.result).toMatchObject({
      status: 'ok',
      value: 0.375,
      open: 2,
      steps: [
        { id: 'contacted', reached: 5, open: 1 },
        { id: 'met', reached: 3, open: 1, fromPrevious: 0.75 },
        { id: 'opened', reached: 1, open: 0, fromPrevious: 0.5 },
      ],
    });
  });

  it('refuses a way that cannot be, with its path', () => {
    const make = (journey: object, options?: object) => () => event(journey, options);
    expectRefusal(make({ steps: {} }), 'empty', 'journey.steps');
    expectRefusal(make({ steps: { signed: at('02') } }), 'unknown-id', 'journey.steps.signed');
    expectRefusal(
      make({ steps: { contacted: at('05'), met: at('04') } }),
      'inconsistent',
      'journey.steps.met',
    );
    expectRefusal(
      make({ steps: { contacted: '2026-04-01T00:00:00Z' } }),
      'inconsistent',
      'journey.steps.contacted',
    );
    expectRefusal(
      make({ steps: { contacted: at('05') }, endedAt: at('04') }),
      'inconsistent',
      'journey.endedAt',
    );
    expectRefusal(
      make({ steps: { contacted: '2026-03-05' } }),
      'invalid-format',
      'journey.steps.contacted',
    );
    expectRefusal(make({}), 'missing-value', 'journey.steps');
    expectRefusal(
      make({ steps: { contacted: at('05') }, lost: true }),
      'unknown-id',
      'journey.lost',
    );
    const steps = { contacted: at('05') };
    expectRefusal(make({ steps }, { ...look, idleDays: 0 }), 'out-of-range', 'options.idleDays');
    expectRefusal(make({ steps }, {}), 'missing-value', 'options.asOf');
    expectRefusal(
      () => funnelRecord({ id: 'p', steps }, wrong(renewalRate), look),
      'inconsistent',
      'kpi.kind',
    );
    expectRefusal(
      () => funnelRecord({ id: 'p', steps }, wrong({}), look),
      'missing-value',
      'kpi.kind',
    );
  });
});
