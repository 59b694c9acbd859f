import * as echarts from 'echarts';

/** How large a picture is drawn, pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

const FRAMES: Readonly<Record<'wide' | 'narrow', Frame>> = {
  wide: { width: 860, height: 380 },
  narrow: { width: 350, height: 330 },
};

export const COLOURS = [
  '#9db4c0',
  '#33658a',
  '#c8553d',
  '#e9a15b',
  '#c9b458',
  '#6a8d73',
  '#8b6b9c',
  '#555b6e',
];
export const INK = '#22303c';
export const MUTED = '#66757f';
export const GRID = '#e3e8ec';

/** Single quotes, because the text becomes an attribute of the SVG. */
const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

export const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;

/**
 * Draws one option for a desktop and for a phone; the page shows the one that fits.
 *
 * @param name unique on the page.
 */
export function draw(
  name: string,
  optionFor: (frame: Frame, narrow: boolean) => echarts.EChartsOption,
  frames: typeof FRAMES = FRAMES,
): string {
  return (['wide', 'narrow'] as const)
    .map((size) => {
      const frame = frames[size];
      const svg = drawSvg(`${name}-${size}`, frame, optionFor(frame, size === 'narrow'));
      return `<div class="chart ${size}">${svg}</div>`;
    })
    .join('');
}

/** Draws one picture: the same option gives the same text. */
export function drawSvg(name: string, frame: Frame, option: echarts.EChartsOption): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...frame });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    color: COLOURS,
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // Styles for a pointer have no use on paper, and ECharts numbers its drawings through the process.
  return svg
    .replace(/<style[\s\S]*?<\/style>\s*/g, '')
    .replace(/ class="zr[^"]*"/g, '')
    .replace(/\bzr\d+-/g, `${name}-`);
}

export function valueAxis(extra: object): echarts.EChartsOption['xAxis'] & object {
  return {
    type: 'value' as const,
    axisLabel: { color: MUTED },
    splitLine: { lineStyle: { color: GRID } },
    nameTextStyle: { color: MUTED },
    ...extra,
  };
}

/** A line in each row, from one figure to another. */
export function spans(
  ends: readonly (readonly [number, number])[],
  stroke: string,
  lineWidth: number,
): echarts.CustomSeriesOption {
  return {
    type: 'custom',
    renderItem: (_params, api) => {
      const [x1 = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
      const [x2 = 0] = api.coord([api.value(2), api.value(0)]);
      return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke, lineWidth } };
    },
    encode: { x: [1, 2], y: 0 },
    data: ends.map(([from, to], row) => [row, from, to]),
  };
}
