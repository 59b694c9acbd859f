import { describe, expect, it } from 'vitest';
import { accumulate, accumulatorOf, emptyState, serviceKpis } from '../../../src/kpi/index.js';
import { expectRefusal } from '../support.js';

const versions = (options: Parameters<typeof serviceKpis>[0]) =>
  new Map(Object.values(serviceKpis(options)).map(({ id, version }) => [id, version]));

const changed = (options: Omit<Parameters<typeof serviceKpis>[0], 'currency'>) =>
  [...versions({ currency: 'CNY', ...options })]
    .filter(([, version]) => version !== '1')
    .map(([id]) => id)
    .sort();

describe('versions of the ready definitions', () => {
  it('are 1 without settings, whatever the currency and the least sample', () => {
    expect(changed({})).toEqual([]);
    expect(changed({ minimumSample: 30 })).toEqual([]);
    expect(new Set(versions({ currency: 'HKD' }).values())).toEqual(new Set(['1']));
  });

  it('are 1 where a setting says what is usual anyway', () => {
    expect(changed({ slaHours: 8, responseHours: 4, attributionDays: 90 })).toEqual([]);
    const terms = {
      responseClock: 'hours',
      touch: 'last',
      netNewMoney: ['loan-interest'],
    } as const;
    expect(changed(terms)).toEqual([]);
  });

  it.each([
    [{ slaHours: 4 }, ['backlog-within-sla', 'handled-within-sla']],
    [{ responseHours: 2 }, ['first-response-within']],
    [{ abandonmentHours: 8 }, ['abandonment']],
    [{ resolutionHours: 48 }, ['resolution-within']],
    [{ acquisitionSteps: ['met', 'opened'] }, ['acquisition-funnel']],
    [{ processSteps: ['met', 'signed'] }, ['process-completion']],
    [{ periodsPerYear: 12 }, ['annualised-client-churn', 'net-new-money-rate']],
    [
      { responseClock: 'business-hours' },
      [
        'first-response-median',
        'first-response-p90',
        'first-response-p95',
        'first-response-within',
        'resolution-median',
        'resolution-p90',
        'resolution-p95',
        'resolution-within',
      ],
    ],
    [
      { riskClock: 'desk' },
      [
        'acknowledge-median',
        'acknowledge-p90',
        'backlog-age-median',
        'backlog-age-p90',
        'backlog-within-sla',
        'contain-median',
        'contain-p90',
        'handled-within-sla',
        'handling-p90',
        'median-handling-time',
      ],
    ],
    [{ processClock: 'desk' }, ['step-time-median', 'step-time-p90']],
    [
      { touch: 'first' },
      [
        'campaign-conversion',
        'conversion-within-window',
        'converters-median-time',
        'cost-per-client',
        'time-to-convert-median',
      ],
    ],
    [
      { netNewMoney: ['fee', 'dividend'] },
      ['asset-bridge', 'net-new-money-rate', 'organic-growth'],
    ],
    [{ tolerance: 0.1 }, ['personalised-proposals', 'unexplained-deviations']],
    [
      { flowTiming: 'start-of-day' },
      [
        'ahead-of-benchmark',
        'asset-weighted-return',
        'asset-weighted-time-weighted-return',
        'client-return-dispersion',
        'mean-client-return',
        'mean-time-weighted-return',
        'time-weighted-return-dispersion',
      ],
    ],
  ] as const)('differ where %j changes what is counted, and only there', (options, ids) => {
    expect(changed(options)).toEqual(ids);
  });

  it('are the same for the same settings, and others for others', () => {
    const of = (slaHours: number) => serviceKpis({ currency: 'CNY', slaHours }).withinSla.version;
    expect(of(4)).toBe(of(4));
    expect(of(4)).not.toBe(of(24));
  });

  it('keep apart what was counted within four hours and within eight', () => {
    const [four, eight] = [4, 8].map(
      (slaHours) => serviceKpis({ currency: 'CNY', slaHours }).withinSla,
    );
    const state = accumulate(four!, emptyState(four!), { duration: 5 });
    expectRefusal(() => accumulatorOf(eight!).decode(state), 'inconsistent', 'state.version');
  });
});
