import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import {
  type ControlChart,
  type ControlFinding,
  type PeriodProportion,
  type PeriodValue,
  pChart,
  xmrChart,
} from '../src/kpi/index.js';
import { kaplanMeier, type SurvivalCount, type SurvivalCurve } from '../src/statistics/index.js';
import { barPictures } from './kpi-bar-pictures.js';
import { BLUES, band, legend, type Point, picture, readJson, WARM } from './picture.js';

/** Where the figures of the guide are. */
const SERVICE = 'examples/data/service/months.json';

/** `aml` of R's survival: R. G. Miller, Survival Analysis (1997). */
const REMISSION = 'test/fixtures/statistics/survival.json';

/** The pictures of the guide to service KPIs, by path. */
export function kpiPictures(): ReadonlyMap<string, string> {
  const service = readJson(SERVICE);
  return new Map([
    ['docs/pictures/kpi-survival.svg', survivalPicture()],
    ['docs/pictures/kpi-xmr.svg', xmrPicture(service.resolutionHours)],
    ['docs/pictures/kpi-laney.svg', laneyPicture(service.firstAnswers)],
    ...barPictures(service.quarters),
  ]);
}

const BETTER = WARM[1]!;
const WORSE = WARM[0]!;
const GRID_BOX = { left: 14, right: 22, top: 80, bottom: 56, containLabel: true };

interface Group {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

const GROUPS: readonly Group[] = [
  { id: 'Maintained', name: 'maintained', colour: BLUES[0]! },
  { id: 'Nonmaintained', name: 'not maintained', colour: WARM[0]! },
];

/** Up to here the picture shows the curves; the one client seen for longer changes none of them. */
const LAST_WEEK = 60;

/** Two Kaplan–Meier curves, each in its band, with a tick for everybody last seen without the event. */
function survivalPicture(): string {
  const { groups } = readJson(REMISSION).sets[0] as {
    readonly groups: readonly { readonly id: string; readonly counts: readonly number[][] }[];
  };
  const curves = GROUPS.map((group) => {
    const rows = groups.find(({ id }) => id === group.id)!.counts;
    const counts = rows.map(([time, events, censored]) => ({ time, events, censored }));
    return { ...group, curve: kaplanMeier(counts as SurvivalCount[]) };
  });
  const option = {
    legend: legend(GROUPS.map(({ name }) => name)),
    grid: GRID_BOX,
    xAxis: valueAxis({
      ...{ min: 0, max: LAST_WEEK, axisLine: { lineStyle: { color: GRID } } },
      axisLabel: { color: MUTED, fontSize: 14 },
    }),
    yAxis: valueAxis({
      ...{ min: 0, max: 100, interval: 25, axisLine: { show: false }, axisTick: { show: false } },
      axisLabel: { color: MUTED, fontSize: 14, formatter: '{value} %' },
    }),
    series: curves.flatMap(({ name, colour, curve }) => [
      band(bandOf(curve), colour, 0.16),
      {
        ...{ name, type: 'line', step: 'end', showSymbol: false },
        ...{ color: colour, lineStyle: { color: colour, width: 2.4 } },
        data: stepsOf(curve),
      },
      {
        ...{ type: 'scatter', symbol: 'rect', symbolSize: [2, 11] },
        itemStyle: { color: colour, opacity: 1 },
        data: lastSeen(curve),
      },
    ]),
  } as unknown as EChartsOption;
  return picture('kpi-survival', TITLES.survival, option);
}

function stepsOf({ steps }: SurvivalCurve): readonly Point[] {
  const shown = steps.filter(({ time }) => time <= LAST_WEEK);
  const points = shown.map(({ time, survival }): Point => [time, 100 * survival]);
  const [, level] = points.at(-1)!;
  return [[0, 100], ...points, ...(level > 0 ? [[LAST_WEEK, level] as const] : [])];
}

function lastSeen({ steps }: SurvivalCurve): readonly Point[] {
  return steps
    .filter(({ censored, time }) => censored > 0 && time <= LAST_WEEK)
    .map(({ time, survival }) => [time, 100 * survival]);
}

/** The outline of the band: along the upper ends and back along the lower ones. */
function bandOf({ steps }: SurvivalCurve): readonly Point[] {
  const known = steps.filter(({ low, time }) => low !== null && time <= LAST_WEEK);
  const end = steps.find(({ survival }) => survival === 0)?.time ?? LAST_WEEK;
  const edge = (side: 'low' | 'high'): readonly Point[] =>
    known.flatMap((step, i) => {
      const until = known[i + 1]?.time ?? Math.min(end, LAST_WEEK);
      const level = 100 * step[side]!;
      return [[step.time, level] as const, [until, level] as const];
    });
  return [...edge('high'), ...[...edge('low')].reverse()];
}

/** An individuals chart with its limits; each finding stands at the month at which its rule was met. */
function xmrPicture(values: readonly PeriodValue[]): string {
  const chart = xmrChart(values, { baseline: { first: 12 }, direction: 'lower-is-better' });
  const names = ['better', 'worse'] as const;
  const option = {
    legend: { ...legend(names), icon: 'circle' },
    grid: { ...GRID_BOX, right: 52 },
    xAxis: monthAxis(chart),
    yAxis: levelAxis({ min: 22, max: 40, interval: 3 }),
    series: [
      limitLine(chart, 'high', { label: true }),
      limitLine(chart, 'centre', { label: true }),
      limitLine(chart, 'low', { label: true }),
      valueLine(chart),
      ...names.map((verdict) => findingPoints(chart, verdict)),
    ],
  } as unknown as EChartsOption;
  return picture('kpi-xmr', TITLES.xmr, option);
}

/** A chart of shares with the limits that the counts explain, and with Laney's. */
function laneyPicture(rows: readonly PeriodProportion[]): string {
  const options = { baseline: { first: 12 }, direction: 'higher-is-better' } as const;
  const binomial = pChart(rows, options);
  const laney = pChart(rows, { ...options, dispersion: 'laney' });
  const names = ['by counts', 'Laney’s', 'beyond Laney’s'] as const;
  const scaled = [scale(binomial), scale(laney)] as const;
  const option = {
    legend: { ...legend(names), itemWidth: 20 },
    grid: GRID_BOX,
    xAxis: monthAxis(laney),
    yAxis: levelAxis({
      ...{ min: 76, max: 90, interval: 2 },
      axisLabel: { color: MUTED, fontSize: 14, formatter: '{value} %' },
    }),
    series: [
      ...(['high', 'low'] as const).flatMap((side) => [
        limitLine(scaled[0], side, { name: names[0], colour: WARM[2]!, dash: 'solid' }),
        limitLine(scaled[1], side, { name: names[1] }),
      ]),
      limitLine(scaled[1], 'centre'),
      valueLine(scaled[1]),
      { ...findingPoints(scaled[1], 'worse'), name: names[2] },
    ],
  } as unknown as EChartsOption;
  return picture('kpi-laney', TITLES.laney, option);
}

/** A chart in per cent. */
function scale(chart: ControlChart): ControlChart {
  const percent = (share: number | null): number | null => (share === null ? null : 100 * share);
  const points = chart.points.map((point) => ({
    ...point,
    value: percent(point.value),
    centre: percent(point.centre),
    low: percent(point.low),
    high: percent(point.high),
  }));
  return { ...chart, points };
}

function monthAxis({ points }: ControlChart): object {
  return {
    type: 'category',
    data: points.map(({ period }) => period),
    axisLabel: { color: MUTED, fontSize: 14, interval: 5 },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: GRID } },
  };
}

function levelAxis(extra: object): object {
  return valueAxis({ axisLabel: { color: MUTED, fontSize: 14 }, ...extra });
}

interface LineLook {
  readonly name?: string;
  readonly colour?: string;
  readonly dash?: 'solid' | 'dashed';
  readonly label?: boolean;
}

function limitLine(
  { points }: ControlChart,
  side: 'low' | 'centre' | 'high',
  { name, colour = BLUES[1]!, dash, label = false }: LineLook = {},
): object {
  return {
    ...{ name, type: 'line', step: 'middle', showSymbol: false, color: colour },
    lineStyle: {
      color: colour,
      width: 1.6,
      type: dash ?? (side === 'centre' ? 'solid' : 'dashed'),
    },
    endLabel: {
      show: label,
      ...{ color: BLUES[0], fontSize: 14 },
      formatter: ({ value }: { readonly value: number }) => value.toFixed(1),
    },
    data: points.map((point) => point[side]),
  };
}

function valueLine({ points }: ControlChart): object {
  return {
    ...{ type: 'line', symbol: 'circle', symbolSize: 6, color: INK },
    lineStyle: { color: INK, width: 1.4 },
    data: points.map(({ value }) => value),
  };
}

/** Every month of a finding, with the number of the rule at the month at which it was met. */
function findingPoints({ points, findings }: ControlChart, verdict: 'better' | 'worse'): object {
  const own = findings.filter((finding) => finding.verdict === verdict);
  const months = new Set(own.flatMap(({ periods }) => periods));
  const colour = verdict === 'better' ? BETTER : WORSE;
  return {
    ...{ name: verdict, type: 'scatter', symbolSize: 12, z: 5 },
    itemStyle: { color: colour, opacity: 1 },
    data: points.flatMap(({ period, value }) => {
      if (!months.has(period)) return [];
      const label = ruleLabel(
        own.filter((finding) => finding.period === period),
        colour,
      );
      return [{ value: [period, value], label }];
    }),
  };
}

function ruleLabel(met: readonly ControlFinding[], color: string): object {
  const numbers = met.map(({ rule }) => rule.replace('nelson-', '')).join(', ');
  const position = numbers === '1' ? 'right' : 'bottom';
  return {
    ...{ show: met.length > 0, position, distance: 7, color, fontSize: 14 },
    formatter: numbers,
  };
}

const TITLES = {
  survival: {
    text: 'Share without relapse by week',
    subtext: 'Kaplan–Meier with 95 % bands; a tick: last seen',
  },
  xmr: {
    text: 'Median hours to resolve an enquiry',
    subtext: 'limits from the first 12 months; a number: Nelson’s rule',
  },
  laney: {
    text: 'Answered within four hours',
    subtext: 'per month, of some 10,000 enquiries; two kinds of limits',
  },
} as const;
