import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulate,
  accumulateAll,
  defineKpi,
  emptyState,
  type Kpi,
  type KpiEvents,
  type KpiKind,
  merge,
  serviceKpis,
  summarise,
} from '../../src/kpi/index.js';
import { fromMinorUnits, type Money } from '../../src/money/index.js';
import { DESCRIPTION, shuffled } from './support.js';

const kpis = serviceKpis({ currency: 'CNY' });
const nps = defineKpi({
  ...DESCRIPTION,
  kind: 'ratings',
  scale: { lowest: 0, highest: 10 },
  measure: { name: 'net-promoter' },
});

const cents: fc.Arbitrary<Money> = fc
  .bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  .map((units) => fromMinorUnits('CNY', units));
const small = fc.nat(50);
const share = fc.tuple(small, small).map(([a, b]) => ({ successes: a, trials: a + b }));
const duration = fc
  .record(
    {
      duration: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e6, noNaN: true })),
      open: fc.boolean(),
    },
    { requiredKeys: ['duration'] },
  )
  .map((event) => ({ ...event }));
const cases = fc.record({
  truePositives: small,
  falsePositives: small,
  falseNegatives: small,
});
const bridge = fc.record(
  {
    opening: cents,
    lines: fc.record({ 'net-flow': cents, 'market-effect': cents }, { requiredKeys: [] }),
    closing: cents,
    cases: small,
  },
  { requiredKeys: [] },
);
const ratio = fc.record(
  { numerator: cents, denominator: cents, cases: small },
  { requiredKeys: [] },
);
const rates = fc.record({ count: small, exposure: small }, { requiredKeys: [] });
const counts = fc.record({ numerator: small, denominator: small }, { requiredKeys: [] });

/** Every kind obeys the same laws. */
function describeLaws<K extends KpiKind>(
  name: string,
  kpi: Kpi<K>,
  event: fc.Arbitrary<KpiEvents[K]>,
): void {
  const events = fc.array(event, { maxLength: 12 });
  const keys = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
  const batch = (list: readonly KpiEvents[K][]) => accumulateAll(kpi, list).state;
  const bytes = (value: unknown) => JSON.stringify(value);

  describe(name, () => {
    it('folded event by event equals the batch, in any order, to the byte', () => {
      fc.assert(
        fc.property(events, keys, (list, order) => {
          let folded = emptyState(kpi);
          for (const one of shuffled(list, order)) folded = accumulate(kpi, folded, one);
          expect(bytes(folded)).toBe(bytes(batch(list)));
        }),
        { numRuns: 50 },
      );
    });

    it('merges associatively and commutatively, with the empty state as nothing', () => {
      fc.assert(
        fc.property(events, events, events, (a, b, c) => {
          const [x, y, z] = [batch(a), batch(b), batch(c)];
          const whole = bytes(batch([...a, ...b, ...c]));
          expect(bytes(merge(kpi, merge(kpi, x, y), z))).toBe(whole);
          expect(bytes(merge(kpi, x, merge(kpi, y, z)))).toBe(whole);
          expect(bytes(merge(kpi, y, x))).toBe(bytes(merge(kpi, x, y)));
          expect(bytes(merge(kpi, x, emptyState(kpi)))).toBe(bytes(x));
        }),
        { numRuns: 50 },
      );
    });

    it('survives storage as JSON at any point', () => {
      fc.assert(
        fc.property(events, event, (list, one) => {
          const state = batch(list);
          const stored = JSON.parse(bytes(state)) as typeof state;
          expect(bytes(accumulate(kpi, stored, one))).toBe(bytes(accumulate(kpi, state, one)));
          expect(summarise(kpi, stored)).toEqual(summarise(kpi, state));
        }),
        { numRuns: 50 },
      );
    });

    it('gives a finite value with its sample, or a reason; never less than the minimum', () => {
      fc.assert(
        fc.property(events, fc.integer({ min: 1, max: 60 }), (list, minimumSample) => {
          const strict = defineKpi({ ...kpi, minimumSample } as never) as Kpi<K>;
          const state = accumulateAll(strict, list).state;
          const result = summarise(strict, state);
          if (result.status === 'ok') {
            expect(result.n).toBeGreaterThanOrEqual(minimumSample);
            expect(Number.isFinite(result.value)).toBe(true);
            expect(Object.is(result.value, -0)).toBe(false);
            if (result.interval !== undefined) {
              expect(result.interval.low).toBeLessThanOrEqual(result.interval.high);
            }
          } else {
            expect(result.reason.code).toMatch(/^kpi\./);
            if (result.reason.code === 'kpi.sample-too-small') {
              expect(result.n).toBeLessThan(minimumSample);
            }
          }
        }),
        { numRuns: 50 },
      );
    });
  });
}

describeLaws('a proportion', kpis.renewalRate, share);
describeLaws('an annualised proportion', kpis.annualisedClientChurn, share);
describeLaws('a ratio of counts', kpis.newClientGrowth, counts);
describeLaws(
  'a rating mean',
  kpis.satisfactionMean,
  fc.record({ score: fc.integer({ min: 1, max: 5 }), count: small }),
);
describeLaws(
  'a top box',
  kpis.satisfactionTopTwoBox,
  fc.record({ score: fc.integer({ min: 1, max: 5 }) }),
);
describeLaws('a net promoter score', nps, fc.record({ score: fc.nat(10), count: small }));
describeLaws('a precision', kpis.riskPrecision, cases);
describeLaws('an F1 score', kpis.riskF1, cases);
describeLaws('a ratio of amounts', kpis.organicGrowth, ratio);
describeLaws('a yearly ratio of amounts', kpis.netNewMoneyRate, ratio);
describeLaws(
  'an amount per case',
  kpis.costPerClient,
  fc.record({ amount: cents, count: small }, { requiredKeys: [] }),
);
describeLaws('a bridge of amounts', kpis.assetGrowth, bridge);
describeLaws('durations within a limit', kpis.withinSla, duration);
describeLaws('a median duration', kpis.medianHandling, duration);
describeLaws('a rate', defineKpi({ ...DESCRIPTION, kind: 'rate', per: 1000 }), rates);
describeLaws(
  'a mean of measurements',
  defineKpi({ ...DESCRIPTION, kind: 'measurements', measure: 'mean' }),
  fc.record({
    value: fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .map((x) => (Math.abs(x) < 1e-90 ? 0 : x)),
  }),
);
describeLaws(
  'a tally',
  defineKpi({
    ...DESCRIPTION,
    kind: 'tally',
    categories: ['fees', 'moved', 'service'],
    of: 'fees',
  }),
  fc.record({ category: fc.constantFrom('fees', 'moved', 'service'), count: small }),
);
describeLaws(
  'a funnel',
  defineKpi({ ...DESCRIPTION, kind: 'funnel', steps: ['reached', 'met', 'bought'] }),
  fc.oneof(
    fc.record({
      reached: fc.constantFrom('reached', 'met', 'bought'),
      open: fc.boolean(),
      count: small,
    }),
    fc.record({
      reached: fc.constantFrom('met', 'bought'),
      open: fc.constant(true),
      early: fc.constant('reached'),
      count: small,
    }),
    fc.record({ reached: fc.constant('bought'), early: fc.constant('met'), count: small }),
  ),
);
const tenure = {
  ...DESCRIPTION,
  kind: 'survival',
  timeUnit: 'day',
  longest: 400,
  causes: ['fees', 'moved'],
} as const;
const leavings = fc.record(
  {
    time: fc.nat(400),
    cause: fc.constantFrom('fees', 'moved'),
    count: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ['time'] },
);
for (const measure of [
  { name: 'survival', time: 90 },
  { name: 'median' },
  { name: 'restricted-mean', until: 90 },
  { name: 'incidence', cause: 'fees', time: 90 },
] as const) {
  describeLaws(`tenure: ${measure.name}`, defineKpi({ ...tenure, measure }), leavings);
}
