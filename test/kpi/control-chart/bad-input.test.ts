import { describe, expect, it } from 'vitest';
import {
  cChart,
  detectAnomaly,
  ewmaChart,
  pChart,
  targetStatus,
  trend,
  uChart,
  xmrChart,
} from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';
import { monthly, months } from './support.js';

const byValue = { xmrChart, ewmaChart, trend };
const GOOD = monthly([1, 2, 3, 4, 5, 6, 7, 8]);

describe.each(Object.entries(byValue))('%s', (_, make) => {
  it.each([
    ['no list', 'x', 'invalid-type', 'values'],
    ['nothing', undefined, 'missing-value', 'values'],
    ['an empty list', [], 'empty', 'values'],
    ['a row that is null', [null], 'missing-value', 'values[0]'],
    ['no period', [{ value: 1 }], 'missing-value', 'values[0].period'],
    ['a period that is a number', [{ period: 2026, value: 1 }], 'invalid-type', 'values[0].period'],
    ['no value', [{ period: '2026' }], 'missing-value', 'values[0].value'],
    ['a value that is a text', [{ period: '2026', value: '1' }], 'invalid-type', 'values[0].value'],
    ['NaN', [{ period: '2026', value: Number.NaN }], 'not-finite', 'values[0].value'],
    [
      'infinity',
      [{ period: '2026', value: Number.POSITIVE_INFINITY }],
      'not-finite',
      'values[0].value',
    ],
    ['a value too large', [{ period: '2026', value: 1e101 }], 'out-of-range', 'values[0].value'],
  ] as const)('refuses %s', (_name, values, code, path) => {
    expectRefusal(() => make(wrong(values)), code, path);
  });

  it.each([
    'March',
    '2026-3',
    '2026-00',
    '2026-13',
    '2026-Q5',
    '2026-H3',
    '2026-W00',
    '2025-W53',
    '2026-W54',
    '2026-02-30',
    '0000',
    '2026-03-01T00',
  ])('refuses the label %s', (period) => {
    expectRefusal(() => make([{ period, value: 1 }]), 'invalid-format', 'values[0].period');
  });

  it('refuses labels of two lengths, periods that stand twice, and too many periods', () => {
    const mixed = [
      { period: '2026', value: 1 },
      { period: '2026-01', value: 1 },
    ];
    expectRefusal(() => make(mixed), 'inconsistent', 'values[1].period');
    const twice = [
      { period: '2026', value: 1 },
      { period: '2026', value: 1 },
    ];
    expectRefusal(() => make(twice), 'duplicate-id', 'values[1].period');
    const far = [
      { period: '1000-01', value: 1 },
      { period: '2999-01', value: 1 },
    ];
    expectRefusal(() => make(far), 'too-long', 'values');
  });

  it('refuses options that there are not', () => {
    expectRefusal(() => make(GOOD, wrong(null)), 'missing-value', 'options');
    expectRefusal(() => make(GOOD, wrong({ basline: 1 })), 'unknown-id', 'options.basline');
    expectRefusal(
      () => make(GOOD, wrong({ direction: 'up' })),
      'unknown-value',
      'options.direction',
    );
  });

  it('leaves its arguments alone and turns -0 into 0', () => {
    const rows = Object.freeze(monthly([-0, 1, -0, 1, -0, 1, -0, 1]).reverse().map(Object.freeze));
    const text = JSON.stringify(rows);
    const result = make(rows as never);
    expect(JSON.stringify(rows)).toBe(text);
    const numbers = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [value];
    expect(numbers(result).filter((value) => Object.is(value, -0))).toEqual([]);
    expect(Object.isFrozen(result)).toBe(true);
  });
});

describe('options of a chart', () => {
  const withOptions = (options: unknown) => () => xmrChart(GOOD, wrong(options));
  const phase = { from: '2001-04', reason: 'x' };

  it.each([
    [{ baseline: {} }, 'inconsistent', 'options.baseline'],
    [{ baseline: { first: 3, without: [] } }, 'inconsistent', 'options.baseline'],
    [{ baseline: { last: 3 } }, 'unknown-id', 'options.baseline.last'],
    [{ baseline: { first: 0 } }, 'out-of-range', 'options.baseline.first'],
    [{ baseline: { first: 2.5 } }, 'invalid-type', 'options.baseline.first'],
    [{ baseline: { periods: [] } }, 'empty', 'options.baseline.periods'],
    [
      { baseline: { periods: ['2001-01', '2002-01'] } },
      'unknown-id',
      'options.baseline.periods[1]',
    ],
    [{ baseline: { without: ['2002-01'] } }, 'unknown-id', 'options.baseline.without[0]'],
    [
      { baseline: { without: ['2001-05'] }, phases: [phase] },
      'inconsistent',
      'options.baseline.without[0]',
    ],
    [{ phases: {} }, 'invalid-type', 'options.phases'],
    [{ phases: [{ reason: 'x' }] }, 'missing-value', 'options.phases[0].from'],
    [{ phases: [{ from: '2001-04' }] }, 'missing-value', 'options.phases[0].reason'],
    [{ phases: [{ from: '2001-04', reason: '' }] }, 'empty', 'options.phases[0].reason'],
    [{ phases: [{ from: '2003-04', reason: 'x' }] }, 'unknown-id', 'options.phases[0].from'],
    [{ phases: [{ from: '2001-01', reason: 'x' }] }, 'inconsistent', 'options.phases[0].from'],
    [{ phases: [phase, phase] }, 'duplicate-id', 'options.phases'],
    [
      { phases: [{ ...phase, baseline: { periods: ['2001-01'] } }] },
      'inconsistent',
      'options.phases[0].baseline.periods[0]',
    ],
    [{ constants: '2.66' }, 'unknown-value', 'options.constants'],
    [{ range: 3 }, 'invalid-type', 'options.range'],
    [{ range: { min: Number.NaN } }, 'not-finite', 'options.range.min'],
    [{ range: { min: 2, max: 1 } }, 'inconsistent', 'options.range.max'],
    [{ range: { min: 3 } }, 'out-of-range', 'values[0].value'],
  ] as const)('%j are refused', (options, code, path) => {
    expectRefusal(withOptions(options), code, path);
  });

  it.each([
    [{ lambda: 0 }, 'out-of-range', 'options.lambda'],
    [{ lambda: 1.1 }, 'out-of-range', 'options.lambda'],
    [{ width: 0 }, 'out-of-range', 'options.width'],
    [{ target: Number.NaN }, 'not-finite', 'options.target'],
    [{ sigma: 0 }, 'out-of-range', 'options.sigma'],
    [{ rules: [] }, 'unknown-id', 'options.rules'],
  ] as const)('%j are refused by ewmaChart', (options, code, path) => {
    expectRefusal(() => ewmaChart(GOOD, wrong(options)), code, path);
  });
});

describe('rows of counts', () => {
  const period = '2026-01';

  it.each([
    [{ period, successes: 1 }, 'missing-value', 'rows[0].trials'],
    [{ period, successes: 3, trials: 2 }, 'out-of-range', 'rows[0].successes'],
    [{ period, successes: -1, trials: 2 }, 'out-of-range', 'rows[0].successes'],
    [{ period, successes: 0.5, trials: 2 }, 'invalid-type', 'rows[0].successes'],
    [{ period, successes: 0, trials: 2e12 }, 'out-of-range', 'rows[0].trials'],
  ] as const)('%j are refused by pChart', (row, code, path) => {
    expectRefusal(() => pChart(wrong([row])), code, path);
  });

  it.each([
    [{ period, count: 1 }, 'missing-value', 'rows[0].exposure'],
    [{ period, count: 1, exposure: 0 }, 'inconsistent', 'rows[0].exposure'],
    [{ period, count: 1, exposure: -1 }, 'out-of-range', 'rows[0].exposure'],
    [{ period, count: 1, exposure: 1e-200 }, 'out-of-range', 'rows[0].exposure'],
    [{ period, count: 0, exposure: 1e-200 }, 'out-of-range', 'rows[0].exposure'],
    [{ period, count: 0, exposure: 1e13 }, 'out-of-range', 'rows[0].exposure'],
    [{ period, count: -1, exposure: 1 }, 'out-of-range', 'rows[0].count'],
    [{ period, count: null, exposure: 1 }, 'missing-value', 'rows[0].count'],
  ] as const)('%j are refused by uChart', (row, code, path) => {
    expectRefusal(() => uChart(wrong([row])), code, path);
  });

  it('are refused by cChart with half an event, and with options that there are not', () => {
    expectRefusal(() => cChart([{ period, count: 0.5 }]), 'invalid-type', 'rows[0].count');
    const good = months(8).map((label) => ({ period: label, count: 1 }));
    expectRefusal(
      () => cChart(good, wrong({ dispersion: 'binomial' })),
      'unknown-value',
      'options.dispersion',
    );
    expectRefusal(
      () => cChart(good, wrong({ constants: 'nist' })),
      'unknown-id',
      'options.constants',
    );
  });
});

describe('detectAnomaly', () => {
  it('refuses a threshold that is none', () => {
    const chart = xmrChart(GOOD);
    expectRefusal(
      () => detectAnomaly(chart, { threshold: 0 }),
      'out-of-range',
      'options.threshold',
    );
    expectRefusal(() => detectAnomaly(chart, wrong({ limit: 3 })), 'unknown-id', 'options.limit');
  });

  it.each([
    [null, 'missing-value', 'chart'],
    [{}, 'missing-value', 'chart.kind'],
    [{ kind: 'pie' }, 'unknown-value', 'chart.kind'],
    [{ kind: 'p' }, 'missing-value', 'chart.points'],
    [{ kind: 'p', points: [] }, 'empty', 'chart.points'],
    [{ kind: 'p', points: [null] }, 'missing-value', 'chart.points[0]'],
    [{ kind: 'p', points: [{}] }, 'missing-value', 'chart.findings'],
  ] as const)('refuses a chart that is none: %j', (chart, code, path) => {
    expectRefusal(() => detectAnomaly(wrong(chart)), code, path);
  });

  const stored = JSON.parse(JSON.stringify(xmrChart(monthly([5, 6, 5, 7, 6, 5, 6, 7, 6, 90]))));

  it.each([
    [9, { value: undefined }, 'missing-value', 'value'],
    [9, { value: '50 h' }, 'invalid-type', 'value'],
    [9, { value: Number.NaN }, 'not-finite', 'value'],
    [3, { value: undefined }, 'missing-value', 'value'],
    [3, { value: '7' }, 'invalid-type', 'value'],
    [9, { period: undefined }, 'missing-value', 'period'],
    [3, { phase: undefined }, 'missing-value', 'phase'],
    [3, { phase: '0' }, 'invalid-type', 'phase'],
    [9, { high: undefined }, 'missing-value', 'high'],
    [9, { centre: '6' }, 'invalid-type', 'centre'],
    [9, { sigma: 0 }, 'out-of-range', 'sigma'],
  ] as const)('refuses a stored chart whose point %i has %j', (i, change, code, field) => {
    const points = stored.points.with(i, { ...stored.points[i], ...change });
    const path = `chart.points[${i}].${field}`;
    expectRefusal(() => detectAnomaly(wrong({ ...stored, points })), code, path);
  });

  it.each([
    [null, 'missing-value', ''],
    [{ periods: undefined }, 'missing-value', '.periods'],
    [{ verdict: 'bad' }, 'unknown-value', '.verdict'],
    [{ reason: undefined }, 'missing-value', '.reason'],
  ] as const)('refuses a stored chart with the finding %j', (change, code, path) => {
    const finding = change && { periods: [], verdict: 'worse', reason: {}, ...change };
    const chart = wrong({ ...stored, findings: [finding] });
    expectRefusal(() => detectAnomaly(chart), code, `chart.findings[0]${path}`);
  });

  it('takes a stored chart as it was', () => {
    const chart = xmrChart(monthly([5, 6, 5, 7, 6, 5, 6, 7, 6, 90]));
    expect(detectAnomaly(stored)).toEqual(detectAnomaly(chart));
    expectRefusal(
      () => detectAnomaly({ ...stored, direction: 'up' }),
      'unknown-value',
      'chart.direction',
    );
  });
});

describe('targetStatus', () => {
  const target = { green: 0.9, amber: 0.8, direction: 'higher-is-better' } as const;

  it.each([
    [null, target, 'missing-value', 'figure'],
    [{ value: Number.NaN }, target, 'not-finite', 'figure.value'],
    [{ value: 1, interval: { low: 2, high: 1 } }, target, 'inconsistent', 'figure.interval'],
    [{ value: 0.5, interval: { low: 0.86, high: 0.9 } }, target, 'inconsistent', 'figure.interval'],
    [{ value: 1, interval: { low: 0.8, high: 0.9 } }, target, 'inconsistent', 'figure.interval'],
    [{ value: 1, interval: { low: 0 } }, target, 'missing-value', 'figure.interval.high'],
    [{ value: 1 }, undefined, 'missing-value', 'target'],
    [{ value: 1 }, { ...target, green: '1' }, 'invalid-type', 'target.green'],
    [{ value: 1 }, { ...target, direction: 'neutral' }, 'unknown-value', 'target.direction'],
    [{ value: 1 }, { ...target, amber: 0.95 }, 'inconsistent', 'target.amber'],
    [{ value: 1 }, { ...target, red: 0.5 }, 'unknown-id', 'target.red'],
  ] as const)('refuses %j against %j', (figure, given, code, path) => {
    expectRefusal(() => targetStatus(wrong(figure), wrong(given)), code, path);
  });
});

describe('trend', () => {
  it('refuses a confidence that is none', () => {
    expectRefusal(() => trend(GOOD, { confidence: 1 }), 'out-of-range', 'options.confidence');
  });
});
