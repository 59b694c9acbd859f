import { readFileSync } from 'node:fs';
import type { EChartsOption } from 'echarts';
import { drawSvg, INK, MUTED } from '../examples/01-advise/drawing.js';

/** Where the sample client's data are. */
export const SCENARIO = 'examples/data/scenario';

/** Narrow, so that its letters can still be read where a phone shrinks it. */
const FRAME = { width: 480, height: 420 };

export const BLUES = ['#33658a', '#7fa3bd', '#b5cbd9'];
export const WARM = ['#c8553d', '#6a8d73', '#e9a15b'];

/** What stands above a picture. */
export interface Title {
  readonly text: string;
  readonly subtext: string;
}

/** The picture of a guide as SVG. */
export function picture(name: string, title: Title, option: EChartsOption): string {
  const textStyle = { fontSize: 17, fontWeight: 600, color: INK } as const;
  const subtextStyle = { fontSize: 14, color: MUTED } as const;
  return `${drawSvg(name, FRAME, {
    ...option,
    // Its own ground: a page may be dark.
    backgroundColor: '#fff',
    title: { ...title, left: 14, top: 12, itemGap: 6, textStyle, subtextStyle },
  })}\n`;
}

/** Sample data. */
// biome-ignore lint/suspicious/noExplicitAny: sample data, whose shape the calls above rely on
export function readJson(path: string): any {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A legend below the picture. */
export function legend(data: readonly string[]): NonNullable<EChartsOption['legend']> {
  const textStyle = { color: INK, fontSize: 14 };
  return { data: [...data], bottom: 10, itemGap: 18, itemWidth: 14, textStyle };
}

export type Point = readonly [x: number, y: number];

/** Lines from one value to another, each in its row. */
export function ranges(
  rows: readonly (readonly [low: number, high: number, row: number])[],
  color: string,
): object {
  return {
    ...{ type: 'lines', coordinateSystem: 'cartesian2d', silent: true, z: 4 },
    lineStyle: { color, width: 3, opacity: 1 },
    data: rows.map(([low, high, row]) => ({
      coords: [
        [low, row],
        [high, row],
      ],
    })),
  };
}

/** The ground within an outline. */
export function band(outline: readonly Point[], fill: string, opacity: number): object {
  return {
    type: 'custom',
    silent: true,
    data: [0],
    renderItem: (_: unknown, api: { readonly coord: (point: Point) => readonly number[] }) => ({
      type: 'polygon',
      shape: { points: outline.map((point) => api.coord(point)) },
      style: { fill, opacity },
    }),
  };
}

/** A line from top to bottom. */
export function upright(x: number): object {
  return {
    ...{ type: 'line', data: [], silent: true },
    markLine: {
      ...{ symbol: 'none', label: { show: false }, data: [{ xAxis: x }] },
      lineStyle: { color: INK, width: 1.4, type: 'solid' },
    },
  };
}

/** A label over its point, on a ground of its own where a line runs behind it. */
export const onTop = {
  ...{ show: true, position: 'top', color: INK, fontSize: 14 },
  ...{ backgroundColor: '#fff', padding: [1, 2] },
} as const;

/** With its sign. */
export const signed = (x: number): string => `${x > 0 ? '+' : ''}${x}`.replace('-', '−');
