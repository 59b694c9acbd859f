import type { EChartsOption } from 'echarts';
import { INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import {
  type ClientTenure,
  type CohortCell,
  caseRecords,
  cohorts,
  type KpiEvents,
  type ServiceCase,
} from '../src/kpi/index.js';
import { kaplanMeier, survivalCounts } from '../src/statistics/index.js';
import { BLUES, legend, picture, readJson, WARM } from './picture.js';

/** The pictures of the pages on retention and risk, by path. */
export function retentionRiskPictures(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/pictures/kpi-cohorts.svg', cohortPicture()],
    ['docs/pictures/kpi-risk-handling.svg', handlingPicture()],
  ]);
}

const OLDEST = 7;
/** From all gone to all there. */
const SHADES = ['#f6e3df', '#dbe6ee', '#7fa3bd', '#33658a'];
const UNSEEN = '#f3f5f6';

/** Each cohort's share still there, quarter by quarter; what cannot be seen yet stays grey. */
function cohortPicture(): string {
  const { asOf, clients } = readJson('examples/data/kpi/clients.json');
  const table = cohorts(clients as readonly ClientTenure[], {
    by: 'quarter',
    asOf,
    oldest: OLDEST,
  });
  const names = table.cohorts.map(({ period, size }) => `${period.id} (${size})`);
  const cells = table.cohorts.flatMap((cohort, row) =>
    cohort.cells.map((cell) => cellOf(cell, row)),
  );
  const axis = { type: 'category', axisTick: { show: false }, axisLine: { show: false } } as const;
  const option = {
    grid: { left: 112, right: 18, top: 96, bottom: 18 },
    xAxis: {
      ...axis,
      position: 'top',
      data: Array.from({ length: OLDEST + 1 }, (_, age) => String(age)),
      axisLabel: { color: MUTED, fontSize: 14 },
    },
    yAxis: { ...axis, inverse: true, data: names, axisLabel: { color: INK, fontSize: 14 } },
    visualMap: { show: false, min: 0.3, max: 1, inRange: { color: SHADES } },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: '#fff', borderWidth: 2 } }],
  } as unknown as EChartsOption;
  return picture('kpi-cohorts', TITLES.cohorts, option);
}

function cellOf(cell: CohortCell, row: number): object {
  if (cell.status !== 'observed') {
    return {
      value: [cell.age, row, 0.3],
      visualMap: false,
      itemStyle: { color: UNSEEN },
      label: { show: false },
    };
  }
  const dark = cell.share > 0.8;
  return {
    value: [cell.age, row, cell.share],
    label: {
      show: true,
      formatter: String(Math.round(100 * cell.share)),
      color: dark ? '#fff' : INK,
      fontSize: 14,
    },
  };
}

const HOURS = 48;

/** The share of risk events not yet closed, by hours since the opening: with the open ones, and without them. */
function handlingPicture(): string {
  const { asOf, cases } = readJson('examples/data/kpi/risk-cases.json');
  const measures = [{ kpi: 'time', until: 'closed' }];
  const times = (cases as readonly ServiceCase[]).flatMap((one) =>
    caseRecords(one, { measures, asOf }).map(({ event }) => event as KpiEvents['durations']),
  );
  const names = ['open ones counted', 'closed ones only'] as const;
  const line = (
    name: string,
    colour: string,
    cases: readonly KpiEvents['durations'][],
  ): object => ({
    name,
    type: 'line',
    step: 'end',
    showSymbol: false,
    lineStyle: { color: colour, width: 2.5 },
    itemStyle: { color: colour },
    data: curveOf(cases),
  });
  const option = {
    legend: legend(names),
    grid: { left: 58, right: 24, top: 78, bottom: 84 },
    xAxis: valueAxis({
      ...{ min: 0, max: HOURS, interval: 8 },
      name: 'hours since the opening',
      nameLocation: 'middle',
      nameGap: 30,
      nameTextStyle: { color: MUTED, fontSize: 14 },
      axisLabel: { color: MUTED, fontSize: 14 },
    }),
    yAxis: valueAxis({
      ...{ min: 0, max: 1, interval: 0.25 },
      axisLabel: {
        color: MUTED,
        fontSize: 14,
        formatter: (share: number) => `${Math.round(100 * share)}%`,
      },
    }),
    series: [
      line(names[0], BLUES[0]!, times),
      line(
        names[1],
        WARM[0]!,
        times.filter(({ open }) => open !== true),
      ),
      {
        type: 'line',
        data: [],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: MUTED, type: 'dashed' },
          label: { color: INK, fontSize: 14, position: 'insideEndTop', formatter: 'one in ten' },
          data: [{ yAxis: 0.1 }],
        },
      },
    ],
  } as unknown as EChartsOption;
  return picture('kpi-risk-handling', TITLES.handling, option);
}

/** The share still open at each hour at which one was closed (Kaplan–Meier). */
function curveOf(cases: readonly KpiEvents['durations'][]): readonly (readonly number[])[] {
  const rows = cases.map(({ duration, open }) => ({ time: duration, event: open !== true }));
  const steps = kaplanMeier(survivalCounts(rows)).steps.filter(({ time }) => time <= HOURS);
  const last = steps[steps.length - 1]!;
  return [[0, 1], ...steps.map(({ time, survival }) => [time, survival]), [HOURS, last.survival]];
}

const TITLES = {
  cohorts: {
    text: 'Clients still there, %',
    subtext: 'by quarter of joining and quarters since; grey: too early',
  },
  handling: {
    text: 'Risk events not yet closed',
    subtext: '48 events of a quarter, five of them still open',
  },
};
