import { COLOURS, GRID, INK, MUTED, valueAxis } from '../../01-advise/drawing.js';

export const [PALE, BLUE, RED, AMBER, OLIVE, GREEN] = COLOURS as [
  string,
  string,
  string,
  string,
  string,
  string,
];

/** Months from left to right, as many names as there is room for. */
export function monthAxis(months: readonly string[], narrow: boolean): object {
  return {
    type: 'category',
    data: months,
    boundaryGap: false,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: MUTED } },
    axisLabel: {
      color: MUTED,
      interval: Math.ceil(months.length / (narrow ? 4 : 8)) - 1,
      showMaxLabel: false,
    },
  };
}

/** A row for each label, the first on top. */
export function rowAxis(labels: readonly string[], narrow: boolean): object {
  return {
    type: 'category',
    inverse: true,
    data: labels,
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: true, lineStyle: { color: GRID } },
    axisLabel: {
      color: INK,
      interval: 0,
      fontSize: narrow ? 11 : 12,
      // A fifth less than there is room for: some fonts are wider than is reckoned here.
      width: narrow ? 98 : 186,
      overflow: 'break',
    },
  };
}

/** Figures along an axis, in the words of the reader. */
export function figureAxis(format: (x: number) => string, extra: object = {}): object {
  return valueAxis({
    axisLabel: { color: MUTED, formatter: format, hideOverlap: true },
    ...extra,
  }) as object;
}

export const LEGEND = {
  bottom: 0,
  icon: 'roundRect',
  itemHeight: 4,
  itemWidth: 16,
  itemGap: 18,
  textStyle: { color: INK },
} as const;

/** How much room rows need. */
export function framesFor(rows: number, perRow: number, legend: boolean) {
  const height = 46 + perRow * rows + (legend ? 34 : 0);
  return { wide: { width: 860, height }, narrow: { width: 350, height: height + 10 } };
}
