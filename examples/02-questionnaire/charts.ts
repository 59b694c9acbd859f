import { type LevelDistribution, RISK_LEVELS, type RiskLevel } from 'aptfolio/questionnaire';
import type { EChartsOption } from 'echarts';
import { COLOURS, draw, type Frame, INK, MUTED, percent, valueAxis } from '../01-advise/drawing.js';

const [PALE, BLUE, RED] = COLOURS as [string, string, string];

/** A named distribution. */
export interface LevelSeries {
  readonly name: string;
  readonly distribution: LevelDistribution;
}

/** How a share is written. */
export type Share = (x: number) => string;

/** A group of bars for each level, one bar for each distribution: upright, or lying where there is little width. */
export function drawLevels(
  name: string,
  series: readonly LevelSeries[],
  label: (level: RiskLevel) => string,
  share: Share,
): string {
  return draw(name, (_, narrow) => levelsOption(series, label, share, narrow), {
    wide: { width: 860, height: 360 },
    narrow: { width: 350, height: 360 },
  });
}

/** What is drawn: shares of all completions by level. A picture by itself may have larger letters. */
export function levelsOption(
  series: readonly LevelSeries[],
  label: (level: RiskLevel) => string,
  share: Share,
  lying: boolean,
  fontSize = 12,
): EChartsOption {
  const category = {
    type: 'category' as const,
    data: RISK_LEVELS.map(label),
    inverse: lying,
    axisLabel: {
      color: INK,
      fontSize,
      interval: 0,
      ...(lying ? { width: 84, overflow: 'break' } : {}),
    },
    axisTick: { show: false },
  };
  const shares = valueAxis({
    min: 0,
    axisLabel: { show: !lying, color: MUTED, formatter: percent },
    ...(lying ? { splitLine: { show: false } } : {}),
  });
  return {
    legend: { bottom: 0, textStyle: { color: INK }, itemGap: 22 },
    grid: { left: 10, right: lying ? 52 : 16, top: 24, bottom: 40, containLabel: true },
    ...({ xAxis: lying ? shares : category, yAxis: lying ? category : shares } as object),
    series: series.map(({ name, distribution }, index) => ({
      name,
      type: 'bar' as const,
      barMaxWidth: 48,
      barGap: '14%',
      barCategoryGap: '16%',
      itemStyle: { color: series.length > 1 && index === 0 ? PALE : BLUE },
      data: RISK_LEVELS.map((level) => distribution.levels[level].share),
      label: {
        show: true,
        position: lying ? ('right' as const) : ('top' as const),
        color: INK,
        fontSize,
        formatter: ({ value }: { value: unknown }) => share(Number(value)),
      },
    })),
  };
}

/** One row of a bar chart. */
export interface Row {
  readonly label: string;
  readonly value: number;
  readonly written: string;
  /** Set apart by its colour. */
  readonly odd?: boolean;
}

/** Lying bars, the first row on top; values below 0 to the left. */
export function drawRows(
  name: string,
  rows: readonly Row[],
  range: readonly [number, number],
): string {
  const height = 34 + 27 * rows.length;
  const frames = { wide: { width: 860, height }, narrow: { width: 350, height: height + 20 } };
  return draw(name, (frame, narrow) => rowsOption(rows, range, frame, narrow), frames);
}

function rowsOption(
  rows: readonly Row[],
  [min, max]: readonly [number, number],
  { height }: Frame,
  narrow: boolean,
): EChartsOption {
  return {
    grid: {
      left: narrow ? 110 : 190,
      right: narrow ? 62 : 70,
      top: 8,
      bottom: 26,
      height: height - 34,
    },
    xAxis: valueAxis({ min, max, axisLabel: { color: MUTED } }) as never,
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisLabel: {
        color: INK,
        interval: 0,
        fontSize: narrow ? 11 : 12,
        margin: 8,
        width: narrow ? 98 : 176,
        overflow: 'truncate',
      },
      axisTick: { show: false },
      axisLine: { onZero: false, show: false },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        data: rows.map(({ value, written, odd }) => ({
          value,
          itemStyle: { color: odd === true ? RED : BLUE },
          label: {
            formatter: written,
            position: value < 0 ? ('left' as const) : ('right' as const),
          },
        })),
        label: { show: true, color: INK, fontSize: 12 },
      },
    ],
  };
}
