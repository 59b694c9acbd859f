import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detectAnomaly,
  ewmaChart,
  NELSON_RULES,
  pChart,
  trend,
  uChart,
  xmrChart,
} from '../../../src/kpi/index.js';
import { shuffled } from '../support.js';
import { monthly, months } from './support.js';

const value = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(0, -0, 1e-300, 1e100, -1e100, null),
);
const series = fc.array(value, { minLength: 1, maxLength: 45 });
const keys = fc.array(fc.double({ noNaN: true }), { minLength: 45, maxLength: 45 });
const counts = fc.array(
  fc.record({ successes: fc.integer({ min: 0, max: 50 }), more: fc.integer({ min: 0, max: 900 }) }),
  { minLength: 1, maxLength: 40 },
);

/** Every leaf of a result. */
function leaves(result: unknown): unknown[] {
  return typeof result === 'object' && result !== null
    ? Object.values(result).flatMap(leaves)
    : [result];
}

function expectSound(result: unknown): void {
  for (const leaf of leaves(result)) {
    if (typeof leaf === 'number') {
      expect(Number.isFinite(leaf)).toBe(true);
      expect(Object.is(leaf, -0)).toBe(false);
    }
    expect(leaf).not.toBeUndefined();
  }
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
}

const chartsOf = (rows: ReturnType<typeof monthly>) => [
  xmrChart(rows, { rules: NELSON_RULES, direction: 'higher-is-better' }),
  ewmaChart(rows),
  trend(rows),
];

describe('charts of values', () => {
  it('hold only finite numbers and survive JSON', () => {
    fc.assert(
      fc.property(series, (values) => {
        for (const result of chartsOf(monthly(values))) expectSound(result);
        expectSound(detectAnomaly(xmrChart(monthly(values))));
        expectSound(detectAnomaly(ewmaChart(monthly(values))));
      }),
    );
  });

  it('do not depend on the order of rows, to the byte', () => {
    fc.assert(
      fc.property(series, keys, (values, order) => {
        const rows = monthly(values);
        const texts = (given: typeof rows) =>
          chartsOf(given).map((result) => JSON.stringify(result));
        expect(texts(shuffled(rows, order))).toEqual(texts(rows));
      }),
    );
  });

  it('turn round with the sign of the values', () => {
    const plain = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 8, maxLength: 45 });
    fc.assert(
      fc.property(plain, (values) => {
        const summary = (sign: 1 | -1) =>
          xmrChart(monthly(values.map((x) => sign * x)), { rules: NELSON_RULES }).findings.map(
            ({ rule, periods, direction }) => ({ rule, periods, direction }),
          );
        const turned = summary(-1).map((finding) => ({
          ...finding,
          direction: { up: 'down', down: 'up', none: 'none' }[finding.direction],
        }));
        expect(turned).toEqual(summary(1));
      }),
    );
  });

  it('keep their findings when every value is doubled', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 8, maxLength: 45 }),
        (values) => {
          const rulesOf = (factor: number) =>
            xmrChart(monthly(values.map((x) => factor * x)), { rules: NELSON_RULES }).points.map(
              ({ rules }) => rules,
            );
          expect(rulesOf(2)).toEqual(rulesOf(1));
        },
      ),
    );
  });

  it('mark a point with a rule exactly if it is part of one of its findings', () => {
    fc.assert(
      fc.property(series, (values) => {
        const chart = xmrChart(monthly(values), { rules: NELSON_RULES });
        for (const { period, rules } of chart.points) {
          const found = chart.findings.filter(({ periods }) => periods.includes(period));
          expect([...rules].sort()).toEqual([...new Set(found.map(({ rule }) => rule))].sort());
        }
      }),
    );
  });

  it('lie beyond their limits exactly where rule 1 says so', () => {
    fc.assert(
      fc.property(series, (values) => {
        const chart = xmrChart(monthly(values), { rules: NELSON_RULES });
        for (const { value: x, low, high, rules } of chart.points) {
          const beyond = x !== null && low !== null && high !== null && (x < low || x > high);
          expect(rules.includes('nelson-1')).toBe(beyond);
        }
      }),
    );
  });

  it('do not change for the periods before when later ones are added to a fixed baseline', () => {
    const plain = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 12, maxLength: 30 });
    fc.assert(
      fc.property(plain, (values) => {
        const options = { baseline: { first: 10 } };
        const linesOf = (n: number) =>
          xmrChart(monthly(values.slice(0, n)), options).points.map(({ low, high }) => ({
            low,
            high,
          }));
        expect(linesOf(values.length).slice(0, 10)).toEqual(linesOf(10));
      }),
    );
  });
});

describe('charts of counts', () => {
  it('hold only finite numbers, with limits inside what is possible, in any order', () => {
    fc.assert(
      fc.property(counts, keys, fc.boolean(), (rows, order, widen) => {
        const labels = months(rows.length);
        const dispersion = widen ? ({ dispersion: 'laney' } as const) : {};
        const shares = rows.map(({ successes, more }, i) => {
          return { period: labels[i] as string, successes, trials: successes + more };
        });
        const rates = rows.map(({ successes, more }, i) => {
          return {
            period: labels[i] as string,
            count: more === 0 ? 0 : successes,
            exposure: more / 7,
          };
        });
        const p = pChart(shares, dispersion);
        const u = uChart(rates, dispersion);
        expectSound(p);
        expectSound(u);
        for (const { low, high, centre } of [...p.points, ...u.points]) {
          if (low === null || high === null) continue;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeGreaterThanOrEqual(centre as number);
        }
        expect(p.points.every(({ high }) => high === null || high <= 1)).toBe(true);
        expect(JSON.stringify(pChart(shuffled(shares, order), dispersion))).toBe(JSON.stringify(p));
        expect(JSON.stringify(uChart(shuffled(rates, order), dispersion))).toBe(JSON.stringify(u));
      }),
    );
  });
});
