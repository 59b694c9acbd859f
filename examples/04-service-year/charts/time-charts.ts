import type { XmrChart } from 'aptfolio/kpi';
import type { IncidenceCurves, SurvivalCurve } from 'aptfolio/statistics';
import { draw, INK, percent } from '../../01-advise/drawing.js';
import { AMBER, BLUE, figureAxis, GREEN, LEGEND, monthAxis, OLIVE, PALE, RED } from './axes.js';

/** Values by month with their limits; what a rule noticed is marked. */
export function drawControl(
  name: string,
  { points }: XmrChart,
  words: { readonly value: string; readonly centre: string; readonly limits: string },
): string {
  const found = (above: boolean) =>
    points.map(({ value, centre, rules }) =>
      rules.length > 0 && value !== null && centre !== null && value > centre === above
        ? value
        : null,
    );
  const flat = (title: string, pick: 'low' | 'high' | 'centre', colour: string, type: string) => ({
    ...{ name: title, type: 'line' as const, showSymbol: false },
    lineStyle: { width: 1.5, color: colour, type: type as 'solid' },
    itemStyle: { color: colour },
    data: points.map((point) => point[pick]),
  });
  const marked = (data: readonly (number | null)[], colour: string) => ({
    ...{ type: 'scatter' as const, symbolSize: 13, itemStyle: { color: colour }, z: 5 },
    data: [...data],
  });
  const seen = points.flatMap(({ value, low }) => [value ?? 100, low ?? 100]);
  const lowest = Math.max(0, 10 * Math.floor(Math.min(...seen) / 10) - 10);
  return draw(name, (_, narrow) => ({
    legend: { ...LEGEND, data: [words.value, words.centre, words.limits] },
    grid: gridOf(narrow, 44),
    xAxis: monthAxis(
      points.map(({ period }) => period),
      narrow,
    ) as never,
    yAxis: figureAxis((x) => `${x}%`, { min: lowest, max: 100 }) as never,
    series: [
      {
        ...{ name: words.value, type: 'line' as const, symbol: 'circle', symbolSize: 6 },
        lineStyle: { width: 2, color: BLUE },
        itemStyle: { color: BLUE },
        data: points.map(({ value }) => value),
      },
      flat(words.centre, 'centre', PALE, 'solid'),
      flat(words.limits, 'low', AMBER, 'dashed'),
      flat(words.limits, 'high', AMBER, 'dashed'),
      marked(found(true), GREEN),
      marked(found(false), RED),
    ],
  }));
}

/** Several figures by month. */
export function drawMonths(
  name: string,
  months: readonly string[],
  lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[],
  format: (x: number) => string,
): string {
  const colours = [BLUE, RED, AMBER];
  return draw(name, (_, narrow) => ({
    legend: LEGEND,
    grid: gridOf(narrow, 44),
    xAxis: monthAxis(months, narrow) as never,
    yAxis: figureAxis(format, { min: 0 }) as never,
    series: lines.map((line, i) => ({
      ...{ name: line.name, type: 'line' as const, symbol: 'circle', symbolSize: 6 },
      lineStyle: { width: 2, color: colours[i]! },
      itemStyle: { color: colours[i]! },
      data: [...line.values],
    })),
  }));
}

/** The share still there, with its interval as a band. */
export function drawSurvival(
  name: string,
  { steps }: SurvivalCurve,
  words: { readonly share: string; readonly months: string },
): string {
  const line = (pick: 'survival' | 'low' | 'high') =>
    monthly(1, steps, (step) => step[pick] ?? step.survival);
  const band = line('high').map(([time, high], i) => [time, high - line('low')[i]![1]]);
  const hidden = {
    ...{ type: 'line' as const, step: 'end' as const, showSymbol: false, stack: 'band' },
    lineStyle: { opacity: 0 },
  };
  return draw(name, (_, narrow) => ({
    grid: gridOf(narrow, 34),
    xAxis: figureAxis(String, {
      ...{ name: words.months, nameLocation: 'middle', nameGap: 26, interval: 12 },
      ...{ max: wholeYears(steps), splitLine: { show: false } },
    }) as never,
    yAxis: figureAxis(percent, { min: 0, max: 1 }) as never,
    series: [
      { ...hidden, data: line('low') },
      { ...hidden, areaStyle: { color: PALE, opacity: 0.45 }, data: band },
      {
        ...{ name: words.share, type: 'line' as const, step: 'end' as const, showSymbol: false },
        lineStyle: { width: 2.5, color: BLUE },
        data: line('survival'),
      },
    ],
  }));
}

/** Who has left, by cause, on top of each other: together all who have left. */
export function drawCauses(
  name: string,
  { causes, steps }: IncidenceCurves,
  words: { readonly nameOf: (cause: string) => string; readonly months: string },
): string {
  const colours = [BLUE, AMBER, GREEN, OLIVE, PALE, RED];
  return draw(name, (_, narrow) => ({
    legend: { ...LEGEND, itemHeight: 10 },
    grid: gridOf(narrow, narrow ? 92 : 64),
    xAxis: figureAxis(String, {
      ...{ name: words.months, nameLocation: 'middle', nameGap: 26, interval: 12 },
      ...{ max: wholeYears(steps), splitLine: { show: false } },
    }) as never,
    yAxis: figureAxis(percent, { min: 0 }) as never,
    series: causes.map((cause, i) => ({
      ...{ name: words.nameOf(cause), type: 'line' as const, step: 'end' as const, stack: 'all' },
      showSymbol: false,
      lineStyle: { width: 1, color: INK, opacity: 0.3 },
      itemStyle: { color: colours[i % 6]! },
      areaStyle: { color: colours[i % 6]!, opacity: 0.75 },
      data: monthly(0, steps, ({ incidence }) => incidence[cause]!.share),
    })),
  }));
}

function gridOf(narrow: boolean, bottom: number) {
  return { left: 10, right: narrow ? 16 : 28, top: 18, bottom, containLabel: true };
}

/** What holds from the start, and from each step up to the next; the last one holds for the month that follows. */
function monthly<S extends { readonly time: number }>(
  start: number,
  steps: readonly S[],
  pick: (step: S) => number,
): [number, number][] {
  const points = steps.map((step): [number, number] => [step.time, pick(step)]);
  const [time, value] = points.at(-1) ?? [0, start];
  return [[0, start], ...points, [time + 1, value]];
}

/** Months up to the end of the last year of tenure. */
function wholeYears(steps: readonly { readonly time: number }[]): number {
  const last = Math.max(0, ...steps.map(({ time }) => time)) + 1;
  return 12 * Math.ceil(last / 12);
}
