import type { EChartsOption } from 'echarts';
import { COLOURS, GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import {
  type AllocationProblem,
  allocate,
  costOfRules,
  type EfficientFrontier,
  efficientFrontier,
  type FrontierPoint,
  frontierPoints,
  problemForLevel,
} from '../src/allocation/index.js';
import { compileAssumptions } from '../src/market/index.js';
import { RISK_LEVELS } from '../src/questionnaire/index.js';
import { BLUES, legend, picture, readJson, SCENARIO, WARM } from './picture.js';

/** The pictures of the guide to allocation, by path. */
export function allocationPictures(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/pictures/allocation-frontier.svg', frontierPicture()],
    ['docs/pictures/allocation-transition.svg', transitionPicture()],
    ['docs/pictures/allocation-rule-costs.svg', ruleCostsPicture()],
  ]);
}

const percent = (value: number): number => 100 * value;

function levelProblem(level: (typeof RISK_LEVELS)[number]): AllocationProblem {
  const file = readJson(`${SCENARIO}/capital-market-assumptions.json`);
  return problemForLevel(compileAssumptions(file), file.policy, level);
}

/** The policy's bounds without any level's cap on equity. */
function withoutCap(): Omit<AllocationProblem, 'objective'> {
  const { objective: _, groups: __, ...problem } = levelProblem('C5');
  return problem;
}

function cornersOf(problem: Omit<AllocationProblem, 'objective'>): EfficientFrontier {
  const frontier = efficientFrontier(problem);
  if (frontier.status !== 'corners') throw new Error(frontier.status);
  return frontier;
}

function pointsOf(problem: Omit<AllocationProblem, 'objective'>): readonly FrontierPoint[] {
  const result = frontierPoints(problem, { count: 120 });
  if (result.status !== 'points') throw new Error(result.status);
  return result.points;
}

const place = ({ volatility, expectedReturn }: FrontierPoint): [number, number] => [
  percent(volatility),
  percent(expectedReturn),
];

function axis(name: string, more: object): object {
  return valueAxis({
    name,
    nameLocation: 'middle',
    nameGap: 30,
    nameTextStyle: { color: INK, fontSize: 14 },
    axisLabel: { color: MUTED, fontSize: 14 },
    ...more,
  });
}

/** The frontier as a line, its corners as dots, and where the five levels stand under their caps. */
function frontierPicture(): string {
  const problem = withoutCap();
  const levels = RISK_LEVELS.map((level) => {
    const result = allocate(levelProblem(level));
    if (result.status !== 'optimal') throw new Error(result.status);
    return { name: level, value: place(result) };
  });
  const option = {
    legend: legend(['frontier', 'corners', 'risk levels under their caps']),
    grid: { left: 14, right: 20, top: 84, bottom: 104, containLabel: true },
    xAxis: axis('volatility a year, %', { min: 0 }),
    yAxis: axis('', { min: 0 }),
    series: [
      {
        name: 'frontier',
        type: 'line',
        showSymbol: false,
        lineStyle: { color: BLUES[0], width: 2.5 },
        itemStyle: { color: BLUES[0] },
        data: pointsOf(problem).map(place),
      },
      {
        name: 'corners',
        type: 'scatter',
        symbolSize: 9,
        itemStyle: { color: '#fff', borderColor: BLUES[0], borderWidth: 2 },
        data: cornersOf(problem).corners.map(place),
      },
      {
        name: 'risk levels under their caps',
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 13,
        itemStyle: { color: WARM[0] },
        label: { show: true, position: 'right', color: INK, fontSize: 14, formatter: '{b}' },
        data: levels,
      },
    ],
  } as unknown as EChartsOption;
  return picture('allocation-frontier', TITLES.frontier, option);
}

/** The weights along the frontier, stacked, from the least variance to the highest return. */
function transitionPicture(): string {
  const problem = withoutCap();
  const points = pointsOf(problem);
  const held = problem.assets.filter((asset) =>
    points.some(({ weights }) => weights[asset]! > 1e-6),
  );
  const option = {
    legend: { ...legend(held), icon: 'rect' },
    grid: { left: 14, right: 20, top: 84, bottom: 112, containLabel: true },
    xAxis: axis('volatility a year, %', {
      min: percent(points[0]!.volatility),
      max: percent(points.at(-1)!.volatility),
      axisLabel: {
        color: MUTED,
        fontSize: 14,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (x: number) => String(Math.round(x)),
      },
    }),
    yAxis: axis('', { min: 0, max: 100 }),
    series: held.map((asset, k) => ({
      name: asset,
      type: 'line',
      stack: 'all',
      showSymbol: false,
      lineStyle: { width: 0.5, color: '#fff' },
      itemStyle: { color: COLOURS[k] },
      areaStyle: { color: COLOURS[k], opacity: 1 },
      data: points.map(({ volatility, weights }) => [
        percent(volatility),
        percent(weights[asset]!),
      ]),
    })),
  } as unknown as EChartsOption;
  return picture('allocation-transition', TITLES.transition, option);
}

/** What each binding rule of level C3 gives up at the same risk, in hundredths of a per cent a year. */
function ruleCostsPicture(): string {
  const result = costOfRules(levelProblem('C3'));
  if (result.status !== 'optimal') throw new Error(result.status);
  const costs = [...result.costs].reverse();
  const option = {
    grid: { left: 30, right: 60, top: 84, bottom: 20, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      data: costs.map(({ rule, bound }) => `${rule}\n${Math.round(percent(bound))} %`),
      axisLabel: { color: INK, fontSize: 14, lineHeight: 18 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GRID } },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 46,
        itemStyle: { color: WARM[0] },
        label: {
          show: true,
          position: 'right',
          color: INK,
          fontSize: 15,
          formatter: ({ value }: { readonly value: number }) => value.toFixed(1),
        },
        data: costs.map(({ expectedReturn }) => 1e4 * expectedReturn),
      },
    ],
  } as unknown as EChartsOption;
  return picture('allocation-rule-costs', TITLES.ruleCosts, option);
}

const TITLES = {
  frontier: {
    text: 'The efficient frontier and its corners',
    subtext: 'expected return a year, %, under the sample policy',
  },
  transition: {
    text: 'What is held along the frontier',
    subtext: 'per cent of the portfolio; straight between corners',
  },
  ruleCosts: {
    text: 'What level C3’s rules cost',
    subtext: 'basis points of expected return a year, at the same risk',
  },
} as const;
