import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import { allocate, problemForLevel } from '../src/allocation/index.js';
import { type CompiledAssumptions, compileAssumptions } from '../src/market/index.js';
import { money } from '../src/money/index.js';
import { compileProducts, type ProductUniverse } from '../src/products/index.js';
import {
  compareAlternatives,
  type Selection,
  type SelectionContext,
  selectProducts,
} from '../src/selection/index.js';
import { BLUES, legend, picture, readJson, SCENARIO, WARM } from './picture.js';

/** The pictures of the guide to selection, by path. */
export function selectionPictures(): ReadonlyMap<string, string> {
  const shelf = openShelf();
  return new Map([
    ['docs/pictures/selection-target.svg', targetPicture(shelf)],
    ['docs/pictures/selection-costs.svg', costsPicture(shelf)],
  ]);
}

/** The sample products, with the target of level C3 for which they are selected. */
interface Shelf {
  readonly assumptions: CompiledAssumptions;
  readonly universe: ProductUniverse;
  readonly target: Readonly<Record<string, number>>;
}

function openShelf(): Shelf {
  const file = readJson(`${SCENARIO}/capital-market-assumptions.json`);
  const assumptions = compileAssumptions(file);
  const allocation = allocate(problemForLevel(assumptions, file.policy, 'C3'));
  if (allocation.status !== 'optimal') throw new Error(allocation.status);
  const { products } = readJson(`${SCENARIO}/products.json`);
  const universe = compileProducts(products, assumptions.assetClasses);
  return { assumptions, universe, target: allocation.weights };
}

/** The client of the scenario; every picture changes one thing. */
function contextOf({ assumptions }: Shelf, amount: string): SelectionContext {
  const { covariance } = assumptions;
  return { level: 'C3', amount: money('CNY', amount), maxLockUpDays: 90, covariance };
}

function selectFor(shelf: Shelf, context: SelectionContext): Selection {
  const selection = selectProducts(shelf.target, shelf.universe, context);
  if (selection.status !== 'selected') throw new Error(selection.status);
  return selection;
}

const percent = (value: number): number => 100 * value;

const CLASS_NAMES: Readonly<Record<string, string>> = {
  CASH: 'cash',
  BOND: 'bonds',
  EQ_CN: 'shares, China',
  EQ_GL: 'shares, world',
  GOLD: 'gold',
};

/** The target beside what the selected products hold, for the whole amount and for one that minimums cut into. */
function targetPicture(shelf: Shelf): string {
  const bars = [
    { name: 'target', shares: shelf.target, colour: BLUES[0] },
    {
      name: 'with 341,262',
      shares: selectFor(shelf, contextOf(shelf, '341262.00')).lookThrough,
      colour: BLUES[2],
    },
    {
      name: 'with 1,000',
      shares: selectFor(shelf, contextOf(shelf, '1000.00')).lookThrough,
      colour: WARM[0],
    },
  ];
  const classes = shelf.universe.assetClasses;
  const option = {
    legend: { ...legend(bars.map(({ name }) => name)), icon: 'rect' },
    grid: { left: 14, right: 60, top: 76, bottom: 48, containLabel: true },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: classes.map((id) => CLASS_NAMES[id] ?? id),
      axisLabel: { color: INK, fontSize: 14 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GRID } },
    },
    series: bars.map(({ name, shares, colour }) => ({
      name,
      type: 'bar',
      barWidth: 14,
      barGap: '15%',
      itemStyle: { color: colour },
      label: {
        show: true,
        position: 'right',
        color: INK,
        fontSize: 13,
        formatter: ({ value }: { readonly value: number }) => `${value.toFixed(1)} %`,
      },
      data: classes.map((id) => percent(shares[id] ?? 0)),
    })),
  } as unknown as EChartsOption;
  return picture('selection-target', TITLES.target, option);
}

/** How much nearness to the target lower costs are bought with, and where simpler portfolios stand. */
function costsPicture(shelf: Shelf): string {
  const { universe, target, assumptions } = shelf;
  const context = contextOf(shelf, '341262.00');
  const place = (fee: number, error: number): [number, number] => [percent(fee), percent(error)];
  const frontier = AVERSIONS.map((costAversion) =>
    selectFor(shelf, { ...context, costAversion, horizonYears: 5 }),
  );
  const { expectedReturn } = assumptions;
  const { alternatives } = compareAlternatives(
    frontier[0]!,
    [
      { id: 'best product', find: 'best-product' },
      { id: 'best pair', find: 'best-pair' },
    ],
    { universe, target, context, expectedReturn },
  );
  const simpler = alternatives.map((one) => {
    if (one.status !== 'compared') throw new Error(one.id);
    return { name: one.id, value: place(one.yearlyCostRate, one.trackingError) };
  });
  const points = frontier.map(({ weightedFee, trackingError }) =>
    place(weightedFee, trackingError),
  );
  const option = {
    grid: { left: 14, right: 26, top: 84, bottom: 44, containLabel: true },
    xAxis: axis('annual fee, %', 0.5, 1, 0.1),
    yAxis: axis('', 0, 4, 1),
    series: [
      {
        type: 'line',
        showSymbol: false,
        lineStyle: { color: BLUES[0], width: 2.5 },
        data: points,
      },
      scatter(BLUES[0]!, 'right', [
        { name: 'selection', value: points[0]! },
        ...NAMED.map((costAversion) => ({
          name: `costs weigh ${costAversion}`,
          value: points[AVERSIONS.indexOf(costAversion)]!,
        })),
      ]),
      scatter(WARM[0]!, 'left', simpler),
    ],
  } as unknown as EChartsOption;
  return picture('selection-costs', TITLES.costs, option);
}

const AVERSIONS = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

/** Cost aversions that the picture names. */
const NAMED = [0.2, 0.5];

interface Mark {
  readonly name: string;
  readonly value: readonly [number, number];
}

function scatter(color: string, position: string, data: readonly Mark[]): object {
  const label = {
    show: true,
    position,
    offset: [0, -9],
    color: INK,
    fontSize: 14,
    formatter: '{b}',
  };
  return { type: 'scatter', symbolSize: 11, itemStyle: { color }, label, data };
}

function axis(name: string, min: number, max: number, interval: number): object {
  return valueAxis({
    ...{ name, min, max, interval, nameLocation: 'middle', nameGap: 30 },
    nameTextStyle: { color: INK, fontSize: 14 },
    axisLabel: { color: MUTED, fontSize: 14 },
  });
}

const TITLES = {
  target: {
    text: 'How near the products come',
    subtext: 'per cent of the portfolio, by look-through, CNY',
  },
  costs: {
    text: 'What a better fit costs',
    subtext: 'tracking error a year, %; each point of the line is proved best',
  },
} as const;
