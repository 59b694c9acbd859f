import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, type Reason } from '../../../src/evidence/index.js';
import {
  detectAnomaly,
  ewmaChart,
  kpiMessages,
  NELSON_RULES,
  pChart,
  targetStatus,
  trend,
  uChart,
  xmrChart,
} from '../../../src/kpi/index.js';
import oracle from '../../fixtures/kpi/control-chart/oracle.json' with { type: 'json' };
import { monthly, months, standardBaseline } from './support.js';

/** Charts, trends and targets that between them give every reason. */
function everyReason(): Reason[] {
  const rules = oracle.individuals.flatMap(({ values }) => {
    const chart = xmrChart(monthly(values), { rules: NELSON_RULES });
    return [...chart.findings, ...chart.movingRanges.findings].map(({ reason }) => reason);
  });
  const wave = Array.from({ length: 36 }, (_, i) => Math.abs((i % 12) - 6));
  const step = xmrChart(monthly([...standardBaseline(), 9]), { baseline: { first: 20 } });
  const charts = [
    step,
    xmrChart(monthly(wave)),
    xmrChart(monthly([1, 2])),
    xmrChart(monthly([1, 1, 1, 1, 1, 1, 1, 1])),
    xmrChart(monthly([1, null, 2, null, 1, null, 2, null, 1, null, 2, null, 1, null, 2])),
    pChart(months(9).map((period, i) => ({ period, successes: i % 3, trials: 20 }))),
    uChart(months(9).map((period, i) => ({ period, count: (i % 2) * 900 + 50, exposure: 1 }))),
  ];
  const others = [
    trend(monthly([1, 2])),
    trend(monthly([1, 1, 1, 1, 1])),
    trend(monthly([1, 3, 2, 4, 1])),
    trend(monthly(Array.from({ length: 24 }, (_, i) => i + (i % 12 < 6 ? 3 : -3)))),
    trend(monthly([8, 7, 6, 5, 4, 3])),
    trend(monthly([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2])),
    trend(monthly([0, 0, 0, 0, 2, 1, 1, 1, 1, 2, 2, 2, null, 1, 1, 2, 2, 2, 2, 1, 3])),
    detectAnomaly(step),
    detectAnomaly(xmrChart(monthly([1, 2]))),
    detectAnomaly(xmrChart(monthly([1, 1, 1, 1, 1, 1, 1, 1, 1]))),
    detectAnomaly(xmrChart(monthly([1, 2, null]))),
    detectAnomaly(xmrChart(monthly(standardBaseline()))),
  ];
  const target = { green: 0.9, amber: 0.8, direction: 'higher-is-better' } as const;
  const counted = (value: number | null) => ({ value, status: 'ok', reasons: [] }) as const;
  const targets = [null, 0.95, 0.85, 0.7].map((value) => targetStatus(counted(value), target));
  targets.push(targetStatus(counted(0.7), { green: 0.9, direction: 'higher-is-better' }));
  const open = targetStatus({ value: 0.9, interval: { low: 0.8, high: 0.95 } }, target);
  const shifted = ewmaChart(monthly([...standardBaseline(), 9]), { baseline: { first: 20 } });
  rules.push(...shifted.findings.map(({ reason }) => reason));
  return [...rules, ...[...charts, ...others, ...targets, open].flatMap(({ reasons }) => reasons)];
}

describe('messages of charts, trends, anomalies and targets', () => {
  const reasons = everyReason();

  it('are without fault', () => {
    expect(checkMessages(kpiMessages)).toEqual([]);
  });

  it('are all given somewhere', () => {
    const given = new Set(reasons.map(({ code }) => code));
    const ours = Object.keys(kpiMessages).filter((key) =>
      /^kpi\.(control|trend|anomaly|target)\./.test(key),
    );
    expect(ours.filter((key) => !given.has(key))).toEqual([]);
  });

  it('put every reason into words, without a code in them', () => {
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        const words = formatReason(kpiMessages, reason, locale);
        expect(words).not.toMatch(/side-|way-|kpi\.|nelson|\{/);
        if (locale !== 'en') expect(words).toMatch(/[。]$/);
      }
    }
  });

  it('read as sentences', () => {
    const [reason] = xmrChart(monthly([...standardBaseline(), 9]), {
      baseline: { first: 20 },
    }).findings.map((finding) => finding.reason);
    expect(formatReason(kpiMessages, reason as Reason, 'en')).toBe(
      'In 2002-09 the figure of 9 lay above the control limit of 3: more than a stable process varies from one period to the next.',
    );
    expect(formatReason(kpiMessages, reason as Reason, 'zh-Hans')).toBe(
      '2002-09的数值9高于控制限3，不属于平稳过程的日常波动。',
    );
    expect(formatReason(kpiMessages, reason as Reason, 'zh-Hant')).toBe(
      '2002-09的數值9高於控制界限3，並非平穩過程的日常波動。',
    );
  });
});
