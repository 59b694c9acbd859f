import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import { compileAssumptions } from '../src/market/index.js';
import { type Money, money } from '../src/money/index.js';
import { compileProducts, type ProductUniverse } from '../src/products/index.js';
import {
  compileRebalancing,
  type Rebalancing,
  rebalance,
  valueHoldings,
} from '../src/rebalancing/index.js';
import { BLUES, legend, picture, readJson, SCENARIO, type Title, WARM } from './picture.js';

/** The pictures of the guide to rebalancing, by path: the account of the guide before and after its trades. */
export function accountPictures(): ReadonlyMap<string, string> {
  const file = readJson(`${SCENARIO}/capital-market-assumptions.json`);
  const universe = compileProducts(
    readJson(`${SCENARIO}/products.json`).products,
    file.assetClasses,
  );
  const result = decide(universe, file);
  return new Map([
    ['docs/pictures/rebalancing-classes.svg', classesPicture(result)],
    ['docs/pictures/rebalancing-products.svg', productsPicture(result, universe)],
  ]);
}

const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

/** What the guide buys in March, and the target it works with. */
const BOUGHT = {
  P01: cny('17065.00'),
  P03: cny('131146.31'),
  P06: cny('90726.27'),
  P07: cny('94806.79'),
  P08: cny('7201.68'),
};

const TARGET = {
  P01: 0.05,
  P03: 0.384528770169,
  P06: 0.266122018149,
  P07: 0.278231651542,
  P08: 0.02111756014,
};

// biome-ignore lint/suspicious/noExplicitAny: sample data, whose shape the calls rely on
function decide(universe: ProductUniverse, file: any): Rebalancing {
  const { assetClasses, expectedReturn, covariance } = compileAssumptions(file);
  const market = readJson(`${SCENARIO}/market-2026-09-01.json`);
  const { values } = valueHoldings(BOUGHT, universe, {
    classReturns: market['marketReturnSince2026-03-02'],
    feeYears: 0.5,
    additions: [{ product: 'P01', amount: cny('33000.00'), periodReturn: 0.004 }],
  });
  const rebalancer = compileRebalancing<'CNY'>(
    {
      id: 'house',
      bands: { default: { absolute: 0.05, relative: 0.25, minimum: 0.005 } },
      trading: { minimumTrade: { amount: cny('100') } },
      residualProduct: 'P01',
      utility: {
        assetClasses,
        expectedReturn,
        covariance,
        riskAversion: file.policy.levels.C3.lambda,
      },
    },
    { universe },
  );
  const positions = Object.entries(values).map(([product, value]) => ({ product, value }));
  const account = { id: '4711', currency: 'CNY', target: TARGET, positions } as const;
  return rebalance(account, rebalancer, { asOf: market.asOf });
}

/** One line of a picture; weights are decimal fractions. */
interface Row {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly target: number;
  readonly band?: { readonly from: number; readonly to: number };
}

function classesPicture({ before, after }: Rebalancing): string {
  const rows = before.drift.lines.map((line): Row => {
    const { id, current, target, below, above, triggered } = line;
    return {
      name: triggered ? `${id}\nout of its band` : id,
      before: current,
      after: after.drift.lines.find((other) => other.id === id)!.current,
      target,
      band: { from: below, to: above },
    };
  });
  return drawn('rebalancing-classes', TITLES.classes, rows);
}

function productsPicture({ before, after }: Rebalancing, { byId }: ProductUniverse): string {
  const rows = Object.keys(before.weights).map((id) => ({
    name: `${id}\n${byId[id]!.name.replace(' QDII', '\nQDII')}`,
    before: before.weights[id]!,
    after: after.weights[id]!,
    target: TARGET[id as keyof typeof TARGET],
  }));
  return drawn('rebalancing-products', TITLES.products, rows);
}

const percent = (weight: number): number => 100 * weight;

function drawn(name: string, title: Title, rows: readonly Row[]): string {
  const banded = rows.some(({ band }) => band !== undefined);
  const option = {
    legend: legend([...(banded ? ['accepted'] : []), 'target', 'before', 'after']),
    grid: { left: 14, right: 26, top: 76, bottom: 56, containLabel: true },
    xAxis: valueAxis({ min: 0, axisLabel: { color: MUTED, fontSize: 14, formatter: '{value} %' } }),
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLabel: { color: INK, fontSize: 14, lineHeight: 17 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GRID } },
    },
    series: [
      ...(banded ? bandSeries(rows) : []),
      points('target', rows, { symbol: 'rect', symbolSize: [3, 24], itemStyle: { color: INK } }),
      points('before', rows, { symbolSize: 12, itemStyle: { color: WARM[0], opacity: 1 } }, 'top'),
      points(
        'after',
        rows,
        { symbolSize: 12, itemStyle: { color: BLUES[0], opacity: 1 } },
        'bottom',
      ),
    ],
  } as unknown as EChartsOption;
  return picture(name, title, option);
}

/** A bar from the lowest to the highest weight accepted. */
function bandSeries(rows: readonly Row[]): readonly object[] {
  const shared = { type: 'bar', stack: 'band', barWidth: 24, silent: true };
  const lows = rows.map(({ band }) => percent(band?.from ?? 0));
  const widths = rows.map(({ band }) => percent((band?.to ?? 0) - (band?.from ?? 0)));
  return [
    { ...shared, itemStyle: { color: 'transparent' }, data: lows },
    { ...shared, name: 'accepted', itemStyle: { color: BLUES[2] }, data: widths },
  ];
}

interface Look {
  readonly symbol?: string;
  readonly symbolSize: number | readonly number[];
  readonly itemStyle: { readonly color: string | undefined; readonly opacity?: number };
}

function points(
  name: 'target' | 'before' | 'after',
  rows: readonly Row[],
  look: Look,
  position?: 'top' | 'bottom',
): object {
  const label = {
    show: position !== undefined,
    position,
    distance: 6,
    color: look.itemStyle.color,
    fontSize: 13,
    formatter: ({ value }: { readonly value: readonly number[] }) => value[0]!.toFixed(1),
  };
  const data = rows.map((row, i) => [percent(row[name]), i]);
  return { name, type: 'scatter', ...look, label, data };
}

const TITLES = {
  classes: {
    text: 'Asset classes before and after the trades',
    subtext: 'per cent of the account, 1 September 2026',
  },
  products: {
    text: 'Products before and after the trades',
    subtext: 'per cent of the account, 1 September 2026',
  },
} as const;
