import type {
  AllocationChart,
  DriftChart,
  FanChart,
  FrontierChart,
  KpiChart,
} from 'aptfolio/report';
import { COLOURS, draw, INK, MUTED, percent, spans, valueAxis } from './drawing.js';

/** Texts of a chart, already in the reader's language. */
export type Label = (key: string) => string;

/** Horizontal stacked bars: one portfolio per row. */
export function drawAllocation(chart: AllocationChart, label: Label): string {
  return draw('allocation', (_, narrow) => ({
    legend: { bottom: 0, textStyle: { color: INK }, itemWidth: 14, itemGap: 22 },
    grid: { left: 10, right: 24, top: 16, bottom: narrow ? 84 : 56, containLabel: true },
    xAxis: valueAxis({ max: 1, axisLabel: { formatter: percent, color: MUTED } }) as never,
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.portfolios.map(({ key }) => label(key)),
      axisLabel: { color: INK, width: narrow ? 84 : 150, overflow: 'break' },
      axisTick: { show: false },
    },
    series: chart.assetClasses.map((assetClass, index) => ({
      name: label(assetClass),
      type: 'bar' as const,
      stack: 'all',
      barMaxWidth: 44,
      data: chart.portfolios.map(({ shares }) => shares[index] ?? 0),
      label: {
        show: true,
        color: '#fff',
        fontSize: 11,
        formatter: ({ value }: { value: unknown }) =>
          Number(value) >= (narrow ? 0.12 : 0.05) ? percent(Number(value)) : '',
      },
    })),
  }));
}

/** The frontier as a line, the asset classes as small dots, the marked portfolios as large ones. */
export function drawFrontier(chart: FrontierChart, label: Label): string {
  const at = (point: { volatility: number; expectedReturn: number }): [number, number] => [
    point.volatility,
    point.expectedReturn,
  ];
  const rightmost = Math.max(...chart.assetClasses.map(({ volatility }) => volatility));
  return draw('frontier', (_, narrow) => ({
    grid: { left: 14, right: narrow ? 30 : 60, top: 40, bottom: 36, containLabel: true },
    xAxis: valueAxis({
      name: label('axis.volatility'),
      nameLocation: 'middle',
      nameGap: 28,
      axisLabel: { formatter: percent, color: MUTED },
    }) as never,
    yAxis: valueAxis({
      name: label('axis.expected-return'),
      nameTextStyle: { color: MUTED, align: 'left' },
      axisLabel: { formatter: percent, color: MUTED },
      scale: true,
    }) as never,
    series: [
      {
        type: 'line',
        showSymbol: false,
        smooth: false,
        lineStyle: { width: 3, color: COLOURS[1] as string },
        data: chart.frontier.map(at),
      },
      {
        type: 'scatter',
        symbolSize: 8,
        itemStyle: { color: COLOURS[0] as string },
        data: chart.assetClasses.map((point) => ({
          value: at(point),
          name: label(point.key),
          label: {
            position: point.volatility > rightmost / 2 ? ('left' as const) : ('right' as const),
          },
        })),
        label: { show: true, color: MUTED, formatter: '{b}' },
        labelLayout: { hideOverlap: true },
      },
      {
        type: 'scatter',
        symbolSize: 14,
        itemStyle: { color: COLOURS[2] as string },
        data: chart.marked.map((point) => ({ value: at(point), name: label(point.key) })),
        label: { show: true, position: 'top', color: INK, fontWeight: 'bold', formatter: '{b}' },
      },
    ],
  }));
}

/** Bands between mirrored quantiles, the median as a line, the target as a dashed line. */
export function drawFan(chart: FanChart, label: Label): string {
  const thousands = (value: number): string => `${Math.round(value / 1000)}k`.replace(/^0k$/, '0');
  const { quantiles } = chart;
  const bands = Math.floor(quantiles.length / 2);
  const series: object[] = [];
  for (let i = 0; i < bands; i++) {
    const low = quantiles[i];
    const high = quantiles[quantiles.length - 1 - i];
    if (low === undefined || high === undefined) continue;
    const shared = {
      type: 'line',
      showSymbol: false,
      lineStyle: { opacity: 0 },
      stack: `band${i}`,
    };
    series.push({ ...shared, data: low.values });
    series.push({
      ...shared,
      name: `${percent(low.probability)} – ${percent(high.probability)}`,
      data: high.values.map((value, year) => value - (low.values[year] ?? 0)),
      itemStyle: { color: COLOURS[1], opacity: 0.3 + 0.15 * i },
      areaStyle: { color: COLOURS[1], opacity: 0.18 + 0.14 * i },
    });
  }
  const median = quantiles[bands];
  return draw('fan', (_, narrow) => ({
    legend: {
      bottom: 0,
      textStyle: { color: INK },
      data: series
        .flatMap((one) => ('name' in one ? [String(one.name)] : []))
        .concat(label('fan.median')),
    },
    grid: { left: 14, right: narrow ? 20 : 40, top: 34, bottom: 62, containLabel: true },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: chart.years.map(String),
      name: label('axis.years'),
      nameLocation: 'middle',
      nameGap: 26,
      axisLabel: { color: MUTED },
    },
    yAxis: valueAxis({
      name: chart.currency,
      axisLabel: { formatter: thousands, color: MUTED },
    }) as never,
    series: [
      ...(series as never[]),
      {
        name: label('fan.median'),
        type: 'line',
        showSymbol: false,
        itemStyle: { color: COLOURS[1] as string },
        lineStyle: { width: 3 },
        data: [...(median?.values ?? [])],
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: COLOURS[2] as string, type: 'dashed', width: 2 },
          label: {
            formatter: `${label('fan.target')} ${thousands(chart.target)}`,
            position: 'insideStartTop',
            color: COLOURS[2] as string,
          },
          data: [{ yAxis: chart.target }],
        },
      },
    ],
  }));
}

/** One line per asset class: the range in which it is in order, its target, where it stood and where the trades bring it. */
export function drawDrift(chart: DriftChart, label: Label): string {
  const { rows } = chart;
  const points = [
    { key: 'drift.target', pick: 'target', colour: INK, symbol: 'rect', size: [3, 18], side: null },
    {
      key: 'drift.before',
      pick: 'before',
      colour: COLOURS[2],
      symbol: 'circle',
      size: 12,
      side: 'top',
    },
    {
      key: 'drift.after',
      pick: 'after',
      colour: COLOURS[1],
      symbol: 'circle',
      size: 12,
      side: 'bottom',
    },
  ] as const;
  return draw('drift', (_, narrow) => ({
    legend: { bottom: 0, textStyle: { color: INK }, itemWidth: 14, itemGap: 18 },
    grid: { left: 10, right: 28, top: 14, bottom: 50, containLabel: true },
    xAxis: valueAxis({ min: 0, axisLabel: { formatter: percent, color: MUTED } }) as never,
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ id, triggered }) => `${label(id)}${triggered ? ' ▲' : ''}`),
      axisLabel: { color: INK, width: narrow ? 84 : 150, overflow: 'break' },
      axisTick: { show: false },
    },
    series: [
      {
        name: label('drift.range'),
        type: 'custom' as const,
        itemStyle: { color: COLOURS[0] as string },
        renderItem: (_params, api) => {
          const [left = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
          const [right = 0] = api.coord([api.value(2), api.value(0)]);
          return {
            type: 'rect',
            shape: { x: left, y: y - 9, width: right - left, height: 18, r: 4 },
            style: { fill: COLOURS[0] as string, opacity: 0.45 },
          };
        },
        encode: { x: [1, 2], y: 0 },
        data: rows.map(({ below, above }, row) => [row, below, above]),
      },
      spans(
        rows.map(({ before, after }) => [before, after]),
        COLOURS[1] as string,
        2,
      ),
      ...points.map(({ key, pick, colour, symbol, size, side }) => ({
        name: label(key),
        type: 'scatter' as const,
        symbol,
        symbolSize: size as number | number[],
        itemStyle: { color: colour as string },
        data: rows.map((row, index) => [row[pick], index]),
        label:
          side === null
            ? { show: false }
            : {
                show: true,
                position: side,
                distance: 5,
                fontSize: 11,
                color: colour as string,
                formatter: ({ value }: { value: unknown }) => percent((value as number[])[0] ?? 0),
              },
      })),
    ],
  }));
}

/** A dot for each share and a line for its interval. */
export function drawKpis(chart: KpiChart, label: Label): string {
  return draw('kpis', (_, narrow) => ({
    grid: { left: narrow ? 140 : 290, right: narrow ? 24 : 40, top: 16, bottom: 30 },
    xAxis: valueAxis({ min: 0, max: 1, axisLabel: { formatter: percent, color: MUTED } }) as never,
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.rows.map(({ kpi }) => label(kpi)),
      axisLabel: { color: INK, width: narrow ? 105 : 270, overflow: 'break', fontSize: 11 },
      axisTick: { show: false },
    },
    series: [
      spans(
        chart.rows.map(({ low, high }) => [low, high]),
        COLOURS[0] as string,
        6,
      ),
      {
        type: 'scatter' as const,
        symbolSize: 10,
        itemStyle: { color: COLOURS[1] as string },
        data: chart.rows.map(({ value }, row) => [value, row]),
        label: {
          show: true,
          position: 'top' as const,
          distance: 2,
          fontSize: 11,
          color: INK,
          formatter: ({ value }: { value: unknown }) => percent((value as number[])[0] ?? 0),
        },
      },
    ],
  }));
}
