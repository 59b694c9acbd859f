import { describe, expect, it } from 'vitest';
import { compileKpiCube, funnelRecord, serviceKpis } from '../../../src/kpi/index.js';
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
    expect(event({ steps }, { ...look, idleDays: 21 })).toEqual({ reached: 'met', open: true });
    expect(event({ steps }, { ...look, idleDays: 20 })).toEqual({ reached: 'met' });
  });

  it('takes a step that was left out as passed', () => {
    expect(event({ steps: { contacted: at('02'), opened: at('03') } })).toMatchObject({
      reached: 'opened',
    });
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
