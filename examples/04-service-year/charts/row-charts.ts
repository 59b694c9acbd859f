import { draw, GRID, INK, MUTED, spans } from '../../01-advise/drawing.js';
import { BLUE, figureAxis, framesFor, GREEN, LEGEND, PALE, RED, rowAxis } from './axes.js';

/** One figure with its interval, and where it lay before something was taken out of it. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Drawn as a hollow dot. */
  readonly raw?: number;
}

/** A bar from low to high and a dot at the value in each row. */
export function drawIntervals(
  name: string,
  rows: readonly IntervalRow[],
  format: (x: number) => string,
  words: { readonly value: string; readonly raw: string },
  line?: number,
): string {
  const withRaw = rows.some(({ raw }) => raw !== undefined);
  const frames = framesFor(rows.length, 30, withRaw);
  return draw(
    name,
    (_, narrow) => ({
      ...(withRaw && { legend: { ...LEGEND, icon: 'circle', itemHeight: 10, itemWidth: 10 } }),
      grid: {
        left: narrow ? 126 : 230,
        right: narrow ? 20 : 40,
        top: 12,
        bottom: withRaw ? 58 : 30,
      },
      xAxis: figureAxis(format, { scale: true, splitNumber: narrow ? 3 : 6 }) as never,
      yAxis: rowAxis(
        rows.map(({ label }) => label),
        narrow,
      ) as never,
      series: [
        spans(
          rows.map(({ low, high }) => [low, high]),
          PALE,
          7,
        ),
        ...(withRaw
          ? [
              {
                ...{ name: words.raw, type: 'scatter' as const, symbolSize: 9 },
                itemStyle: { color: '#fff', borderColor: MUTED, borderWidth: 1.5 },
                data: rows.flatMap(({ raw }, row) => (raw === undefined ? [] : [[raw, row]])),
              },
            ]
          : []),
        {
          ...{ name: words.value, type: 'scatter' as const, symbolSize: 10 },
          itemStyle: { color: BLUE },
          data: rows.map(({ value }, row) => [value, row]),
          ...(line !== undefined && {
            markLine: {
              ...{ symbol: 'none', silent: true, label: { show: false } },
              lineStyle: { color: MUTED, type: 'solid' as const, width: 1 },
              data: [{ xAxis: line }],
            },
          }),
        },
      ],
    }),
    frames,
  );
}

/** From the opening to the closing amount, line by line. */
export function drawBridge(
  name: string,
  steps: readonly { readonly label: string; readonly amount: number; readonly total: boolean }[],
  format: (x: number) => string,
): string {
  let level = 0;
  const bars = steps.map(({ label, amount, total }) => {
    const from = total ? 0 : level;
    level = total ? amount : level + amount;
    return { label, amount, total, low: Math.min(from, level), size: Math.abs(level - from) };
  });
  const changes = bars.filter(({ total }) => !total);
  const least = Math.min(...changes.map(({ low }) => low));
  const most = Math.max(...bars.map(({ low, size }) => low + size));
  // Where changes are small beside what they change, bars that begin at 0 would hide them.
  const step = 10 ** Math.floor(Math.log10(most - least));
  const cut = Math.max(0, Math.floor((least - (most - least) / 3) / step) * step);
  return draw(name, (_, narrow) => ({
    grid: { left: 10, right: 16, top: 26, bottom: narrow ? 54 : 30, containLabel: true },
    xAxis: {
      type: 'category',
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: MUTED } },
      axisLabel: {
        ...{ color: INK, interval: 0, fontSize: narrow ? 10 : 11 },
        ...(narrow ? { rotate: 40 } : { width: 96, overflow: 'break' as const }),
      },
    },
    yAxis: figureAxis(String, { min: cut, splitNumber: 4 }) as never,
    series: [
      {
        ...{ type: 'bar' as const, stack: 'all', silent: true },
        itemStyle: { color: 'transparent' },
        data: bars.map(({ low, total }) => (total ? cut : low)),
      },
      {
        ...{ type: 'bar' as const, stack: 'all', barMaxWidth: 52 },
        data: bars.map(({ amount, total, low, size }) => ({
          value: total ? low + size - cut : size,
          itemStyle: { color: total ? BLUE : amount < 0 ? RED : GREEN },
          label: {
            ...{ show: true, position: 'top' as const, color: INK, fontSize: narrow ? 9 : 11 },
            formatter: format(amount),
          },
        })),
      },
    ],
  }));
}

/** A lying bar for each row, of so many of the whole. */
export function drawBars(
  name: string,
  rows: readonly { readonly label: string; readonly value: number; readonly whole?: number }[],
  format: (x: number) => string,
): string {
  const longest = Math.max(...rows.map(({ value, whole = value }) => whole));
  return draw(
    name,
    (_, narrow) => ({
      grid: { left: narrow ? 126 : 230, right: narrow ? 44 : 60, top: 8, bottom: 10 },
      xAxis: { type: 'value', show: false, max: longest } as never,
      yAxis: rowAxis(
        rows.map(({ label }) => label),
        narrow,
      ) as never,
      series: [
        {
          ...{ type: 'bar' as const, barWidth: 18, barGap: '-100%', silent: true },
          itemStyle: { color: GRID },
          data: rows.map(({ value, whole = value }) => whole),
        },
        {
          ...{ type: 'bar' as const, barWidth: 18, itemStyle: { color: BLUE } },
          label: { show: true, position: 'right' as const, color: INK },
          data: rows.map(({ value }) => ({ value, label: { formatter: format(value) } })),
        },
      ],
    }),
    framesFor(rows.length, 32, false),
  );
}
