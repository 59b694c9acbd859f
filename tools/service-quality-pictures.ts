import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import {
  accumulateAll,
  type KpiEvents,
  nonResponse,
  type QueueVisit,
  queueRecords,
  serviceKpis,
} from '../src/kpi/index.js';
import { kaplanMeier, survivalCounts } from '../src/statistics/index.js';
import { BLUES, band, legend, type Point, picture, readJson, WARM } from './picture.js';

/** The pictures of the pages on satisfaction and on efficiency, by path. */
export function serviceQualityPictures(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/pictures/kpi-non-response.svg', silencePicture()],
    ['docs/pictures/kpi-queue-wait.svg', waitPicture()],
  ]);
}

const GRID_BOX = { left: 14, right: 26, top: 80, bottom: 62, containLabel: true };

/** Of those asked on the page. */
const INVITED = 1000;
/** Of those who answered, in both places. */
const SATISFIED = 0.8;

/** What the figure could be at each response rate, with four in five of those who answered satisfied. */
function silencePicture(): string {
  const rates = Array.from({ length: 20 }, (_, i) => (i + 1) / 20);
  const bounds = [{ rate: 0, low: 0, high: 1 }, ...rates.map(boundsAt)];
  const edge = (side: 'low' | 'high'): readonly Point[] =>
    bounds.map((bound) => [100 * bound.rate, 100 * bound[side]]);
  const line = (name: string, colour: string, data: readonly Point[]): object => ({
    ...{ name, type: 'line', showSymbol: false, color: colour },
    lineStyle: { color: colour, width: 2.4 },
    data,
  });
  const names = ['silent: satisfied', 'those who answered', 'silent: not'] as const;
  const option = {
    legend: { ...legend(names), icon: 'roundRect', itemGap: 26 },
    grid: GRID_BOX,
    xAxis: percentAxis({ axisLine: { lineStyle: { color: GRID } } }),
    yAxis: percentAxis({ axisLine: { show: false }, axisTick: { show: false } }),
    series: [
      band([...edge('high'), ...[...edge('low')].reverse()], BLUES[2]!, 0.35),
      line(names[0], BLUES[0]!, edge('high')),
      line(names[1], INK, [
        [0, 100 * SATISFIED],
        [100, 100 * SATISFIED],
      ]),
      line(names[2], WARM[0]!, edge('low')),
      atRate(0.2),
    ],
  } as unknown as EChartsOption;
  return picture('kpi-non-response', TITLES.silence, option);
}

function percentAxis(more: object): object {
  return valueAxis({
    ...{ min: 0, max: 100, interval: 20, ...more },
    axisLabel: { color: MUTED, fontSize: 14, formatter: '{value} %' },
  });
}

function boundsAt(rate: number): {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
} {
  const kpi = serviceKpis({ currency: 'CNY' }).satisfactionTopTwoBox;
  const answered = Math.round(INVITED * rate);
  const satisfied = Math.round(answered * SATISFIED);
  const { state } = accumulateAll(kpi, [
    { score: 5, count: satisfied },
    { score: 1, count: answered - satisfied },
  ]);
  const result = nonResponse(kpi, state, { invited: INVITED });
  if (result.status !== 'ok') throw new Error(result.status);
  return { rate, ...result.bounds };
}

/** The survey of the page: from the lowest to the highest that its figure could be. */
function atRate(rate: number): object {
  const { low, high } = boundsAt(rate);
  const label = (position: readonly number[], value: number): object => ({
    value: [100 * rate, 100 * value],
    label: {
      show: true,
      position,
      color: INK,
      fontSize: 14,
      formatter: `${Math.round(100 * value)} %`,
    },
  });
  return {
    type: 'line',
    ...{ symbol: 'circle', symbolSize: 7, color: INK },
    lineStyle: { color: INK, width: 1.4, type: 'dashed' },
    data: [label([12, 4], low), label([10, -16], high)],
  };
}

const LAST_MINUTE = 16;

/** Who is still in line after so many minutes: with those who left, and as it looks without them. */
function waitPicture(): string {
  const { visits } = readJson('examples/data/kpi/queue.json');
  const asOf = '2026-03-03T00:00:00+08:00';
  const waits = (visits as readonly QueueVisit[]).map(
    (visit) => queueRecords(visit, { asOf })[0]!.event as KpiEvents['durations'],
  );
  const served = waits.filter(({ open }) => open !== true);
  const names = ['who left still waits', 'served only'] as const;
  const curve = (name: string, colour: string, events: typeof waits): object => ({
    ...{ name, type: 'line', step: 'end', showSymbol: false, color: colour },
    lineStyle: { color: colour, width: 2.4 },
    data: stillInLine(events),
    markLine: {
      ...{ silent: true, symbol: 'none', lineStyle: { color: MUTED, width: 1, type: 'dashed' } },
      label: { show: false },
      data: [{ yAxis: 50 }, { yAxis: 10 }],
    },
  });
  const option = {
    legend: { ...legend(names), icon: 'roundRect', itemGap: 34 },
    grid: GRID_BOX,
    xAxis: valueAxis({
      ...{ min: 0, max: LAST_MINUTE, interval: 4, axisLine: { lineStyle: { color: GRID } } },
      axisLabel: { color: MUTED, fontSize: 14, formatter: '{value} min' },
    }),
    yAxis: percentAxis({ axisLine: { show: false }, axisTick: { show: false } }),
    series: [curve(names[0], BLUES[0]!, waits), curve(names[1], WARM[0]!, served)],
  } as unknown as EChartsOption;
  return picture('kpi-queue-wait', TITLES.wait, option);
}

function stillInLine(events: readonly KpiEvents['durations'][]): readonly Point[] {
  const rows = events.map(({ duration, open }) => ({ time: duration, event: open !== true }));
  const { steps } = kaplanMeier(survivalCounts(rows));
  const shown = steps.filter(({ time }) => time <= LAST_MINUTE);
  const last = shown.at(-1)!.survival;
  return [
    [0, 100],
    ...shown.map(({ time, survival }): Point => [time, 100 * survival]),
    ...(last > 0 ? [[LAST_MINUTE, 100 * last] as const] : []),
  ];
}

const TITLES = {
  silence: {
    text: 'What silence can hide',
    subtext: 'satisfied of all clients asked, by the share who answered',
  },
  wait: {
    text: 'Leaving out who left flatters the line',
    subtext: 'share still waiting; dashed: half, and one in ten',
  },
} as const;
