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
