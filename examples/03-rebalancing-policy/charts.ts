import type { EChartsOption } from 'echarts';
import {
  COLOURS,
  draw,
  GRID,
  INK,
  MUTED,
  percent,
  spans,
  valueAxis,
} from '../01-advise/drawing.js';

const [PALE, BLUE, RED, AMBER] = COLOURS as [string, string, string, string];

/** What a policy held year after year. */
export interface WeightSeries {
  readonly name: string;
  /** Decimal fractions. */
  readonly weights: readonly number[];
}

/** A line for each policy, the last one drawn on top. */
export function drawWeights(
  name: string,
  years: readonly number[],
  series: readonly WeightSeries[],
): string {
  return draw(name, (_, narrow) => weightsOption(years, series, narrow));
}

/** What is drawn. A picture by itself may have larger letters. */
export function weightsOption(
  years: readonly number[],
  series: readonly WeightSeries[],
  narrow: boolean,
  fontSize = 12,
): EChartsOption {
  const colours = [RED, AMBER, BLUE, PALE];
  return {
    legend: {
      bottom: 0,
      icon: 'roundRect',
      itemHeight: 4,
      itemWidth: 16,
      itemGap: 24,
      textStyle: { color: INK, fontSize },
    },
    grid: { left: 8, right: 18, top: 20, bottom: narrow ? 72 : 48, containLabel: true },
    xAxis: valueAxis({
      min: years[0]!,
      max: years.at(-1)!,
      interval: narrow ? 40 : 20,
      splitLine: { show: false },
      axisLabel: {
        color: MUTED,
        fontSize,
        showMinLabel: true,
        formatter: (year: number) => String(year),
      },
    }) as never,
    yAxis: valueAxis({
      max: 1,
      min: 0,
      axisLabel: { color: MUTED, fontSize, formatter: percent },
    }) as never,
    series: series.map(({ name: one, weights }, i) => ({
      name: one,
      type: 'line' as const,
      showSymbol: false,
      lineStyle: { width: 2, color: colours[i % 4]! },
      itemStyle: { color: colours[i % 4]! },
      data: weights.map((weight, k) => [years[k]!, weight]),
    })),
  };
}

/** How a difference to the reference is made up. */
export interface PartsRow {
  readonly label: string;
  /** Decimal fractions a year. */
  readonly parts: readonly [number, number];
}

/** Two lying bars for each policy. */
export function drawParts(
  name: string,
  rows: readonly PartsRow[],
  names: readonly [string, string],
  points: (x: number) => string,
): string {
  const height = 70 + 38 * rows.length;
  const frames = { wide: { width: 860, height }, narrow: { width: 350, height } };
  return draw(name, (_, narrow) => partsOption(rows, names, points, narrow), frames);
}

/** What is drawn. A picture by itself may have larger letters. */
export function partsOption(
  rows: readonly PartsRow[],
  names: readonly [string, string],
  points: (x: number) => string,
  narrow: boolean,
  fontSize = 12,
): EChartsOption {
  return {
    legend: { bottom: 0, itemGap: 28, textStyle: { color: INK, fontSize } },
    grid: { left: narrow ? 134 : 230, right: 20, top: 8, bottom: narrow ? 60 : 44 },
    // Where there is no room for the figures at the bars, the axis has to do.
    xAxis: (narrow ? pointsAxis(fontSize) : bareAxis) as never,
    yAxis: rowsAxis(rows, narrow, fontSize) as never,
    series: names.map((one, k) => ({
      name: one,
      type: 'bar' as const,
      barMaxWidth: 13,
      barGap: '10%',
      itemStyle: { color: k === 0 ? RED : BLUE },
      data: rows.map(({ parts }) => ({
        value: 100 * parts[k]!,
        label: {
          position: parts[k]! < 0 ? ('left' as const) : ('right' as const),
          formatter: points(parts[k]!),
        },
      })),
      label: { show: !narrow, color: INK, fontSize: fontSize - 1 },
    })),
  };
}

/** Where a figure lies over many stretches. */
export interface RangeRow {
  readonly label: string;
  /** Decimal fractions a year. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** A bar from low to high and a dot at the median for each policy. */
export function drawRanges(
  name: string,
  rows: readonly RangeRow[],
  points: (x: number) => string,
): string {
  const height = 44 + 32 * rows.length;
  const frames = { wide: { width: 860, height }, narrow: { width: 350, height: height + 16 } };
  return draw(name, (_, narrow) => rangesOption(rows, points, narrow), frames);
}

/** What is drawn. A picture by itself may have larger letters. */
export function rangesOption(
  rows: readonly RangeRow[],
  points: (x: number) => string,
  narrow: boolean,
  fontSize = 12,
): EChartsOption {
  return {
    grid: { left: narrow ? 134 : 230, right: narrow ? 20 : 40, top: 14, bottom: 30 },
    xAxis: pointsAxis(fontSize) as never,
    yAxis: rowsAxis(rows, narrow, fontSize) as never,
    series: [
      spans(
        rows.map(({ low, high }) => [100 * low, 100 * high]),
        PALE,
        8,
      ),
      {
        type: 'scatter' as const,
        symbolSize: 9,
        itemStyle: { color: BLUE },
        data: rows.map(({ median }, row) => ({
          value: [100 * median, row],
          label: { formatter: points(median) },
        })),
        label: {
          show: true,
          position: 'top' as const,
          distance: 1,
          fontSize: fontSize - 1,
          color: INK,
        },
      },
    ],
  };
}

/** Without figures of its own, and with room for those at the ends of the bars. */
const bareAxis: object = {
  type: 'value',
  min: ({ min, max }: Extent) => min - (max - min) / 5,
  max: ({ min, max }: Extent) => max + (max - min) / 8,
  axisLabel: { show: false },
  splitLine: { show: false },
};

interface Extent {
  readonly min: number;
  readonly max: number;
}

/** Percentage points, with a line at none. */
function pointsAxis(fontSize: number): object {
  return valueAxis({
    scale: true,
    axisLabel: {
      color: MUTED,
      fontSize,
      formatter: (x: number) => `${x > 0 ? '+' : ''}${x}`.replace('-', '−'),
    },
  });
}

function rowsAxis(
  rows: readonly { readonly label: string }[],
  narrow: boolean,
  fontSize: number,
): object {
  return {
    type: 'category',
    inverse: true,
    data: rows.map(({ label }) => label),
    axisLabel: {
      color: INK,
      interval: 0,
      fontSize: narrow ? fontSize - 1 : fontSize,
      width: narrow ? 106 : 216,
      overflow: 'break',
    },
    axisTick: { show: false },
    // Where nothing is gained or lost.
    axisLine: { onZero: true, lineStyle: { color: MUTED } },
    splitLine: { show: true, lineStyle: { color: GRID } },
  };
}
