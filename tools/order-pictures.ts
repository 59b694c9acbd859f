import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import { compileCalendar, daysBetween, type PlainDate } from '../src/dates/index.js';
import { money, moneyToNumber } from '../src/money/index.js';
import {
  advanceOrder,
  draftOrder,
  type Order,
  type OrderEvent,
  type OrderState,
  type PlannedOrder,
  planTransition,
} from '../src/orders/index.js';
import { compileProducts } from '../src/products/index.js';
import { BLUES, legend, picture, readJson, SCENARIO, WARM } from './picture.js';

/** The pictures of the guide to orders, by path. */
export function orderPictures(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/pictures/orders-days.svg', daysPicture()],
    ['docs/pictures/orders-life.svg', lifePicture()],
  ]);
}

const AS_OF = '2026-03-02';
const CASH = '1262.00';

/** The switch of the guide. */
function switchOrders(): readonly PlannedOrder[] {
  const { products } = readJson(`${SCENARIO}/products.json`);
  const { calendar } = readJson('examples/data/bank-policy.json');
  const locked = money('CNY', '60000.00');
  const plan = planTransition({
    ...{ currency: 'CNY', funding: 'DEMAND_CNY', amountStep: '1', residualProduct: 'P01' },
    universe: compileProducts(products, ['CASH', 'BOND', 'EQ_CN', 'EQ_GL', 'GOLD']),
    weights: {
      ...{ P01: 0.05, P03: 0.3845287701694, P06: 0.2661220181493 },
      ...{ P07: 0.2782316515422, P08: 0.0211175601391 },
    },
    holdings: [
      { product: 'P02', value: locked, lots: [{ boughtOn: '2026-02-24', value: locked }] },
      { product: 'P04', value: money('CNY', '200000.00') },
    ],
    cash: [money('CNY', CASH)],
    asOf: AS_OF,
    calendar: compileCalendar(calendar),
  });
  if (plan.status !== 'planned') throw new Error(plan.status);
  return plan.orders;
}

const dayNumber = (day: PlainDate | undefined): number => daysBetween(AS_OF, day!);

/** Each order waiting and then under way, and below it the money left after each day. */
function daysPicture(): string {
  const orders = switchOrders();
  const last = Math.max(...orders.map(({ settlesOn }) => dayNumber(settlesOn)));
  const stretch = (name: string, colour: string, days: readonly number[]): object => ({
    name,
    type: 'bar',
    stack: 'all',
    barWidth: 15,
    itemStyle: { color: colour },
    data: days,
  });
  const underWay = (side: 'buy' | 'sell'): readonly number[] =>
    orders.map((order) =>
      order.side === side ? dayNumber(order.settlesOn) - dayNumber(order.orderOn) : 0,
    );
  const names = ['waits', 'sale to booking', 'purchase to booking'] as const;
  const days = (gridIndex: number, show: boolean): object =>
    valueAxis({
      ...{ gridIndex, min: 0, max: last, interval: 7 },
      axisLabel: { show, color: MUTED, fontSize: 14, formatter: dayName },
    });
  const option = {
    legend: { ...legend(names), icon: 'rect' },
    grid: [
      { left: 136, right: 32, top: 78, height: 176 },
      { left: 136, right: 32, top: 276, height: 62 },
    ],
    xAxis: [days(0, false), days(1, true)],
    yAxis: [
      {
        type: 'category',
        inverse: true,
        data: orders.map(({ side, product, gross }) => `${side} ${product} ${thousands(gross)}`),
        axisLabel: { color: INK, fontSize: 14 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: GRID } },
      },
      valueAxis({
        ...{ gridIndex: 1, min: 0, max: 20, interval: 20 },
        name: 'money left',
        nameLocation: 'middle',
        nameGap: 52,
        nameRotate: 0,
        nameTextStyle: { color: INK, fontSize: 14 },
        axisLabel: { color: MUTED, fontSize: 14 },
      }),
    ],
    series: [
      stretch(
        names[0],
        GRID,
        orders.map(({ orderOn }) => dayNumber(orderOn)),
      ),
      stretch(names[1], WARM[0]!, underWay('sell')),
      stretch(names[2], BLUES[0]!, underWay('buy')),
      {
        type: 'line',
        step: 'end',
        showSymbol: false,
        ...{ xAxisIndex: 1, yAxisIndex: 1 },
        lineStyle: { color: INK, width: 2 },
        areaStyle: { color: BLUES[2] },
        data: [...balances(orders), [last, 0]],
      },
    ],
  } as unknown as EChartsOption;
  return picture('orders-days', TITLES.days, option);
}

/** Thousands of money after each day on which some comes or goes. */
function balances(orders: readonly PlannedOrder[]): readonly [number, number][] {
  const moves = orders.map(({ side, gross, net, orderOn, settlesOn }) =>
    side === 'sell'
      ? { on: dayNumber(settlesOn), by: moneyToNumber(net) }
      : { on: dayNumber(orderOn), by: -moneyToNumber(gross) },
  );
  const days = [...new Set([0, ...moves.map(({ on }) => on)])].sort((a, b) => a - b);
  return days.map((day) => {
    const sum = moves.reduce((all, { on, by }) => (on <= day ? all + by : all), Number(CASH));
    return [day, sum / 1000];
  });
}

const thousands = (gross: PlannedOrder['gross']): string =>
  moneyToNumber(gross).toLocaleString('en', { maximumFractionDigits: 0 });

/** The sample days lie in one month. */
const dayName = (day: number): string => `${day + 2} Mar`;

/** Every state that events lead to, drawn as a way down with the ways out beside it. */
function lifePicture(): string {
  const boxes = Object.entries(PLACES).map(([name, { at, width, colour }]) => ({
    name,
    value: at,
    symbolSize: [width, BOX],
    itemStyle: { color: colour },
  }));
  const option = {
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    // In pixels, so that lines meet the edges of the boxes.
    xAxis: { type: 'value', min: 0, max: 480, show: false },
    yAxis: { type: 'value', min: 0, max: 420, inverse: true, show: false },
    series: [
      {
        type: 'lines',
        coordinateSystem: 'cartesian2d',
        symbol: ['none', 'arrow'],
        symbolSize: 8,
        data: movesOf().map(lineOf),
      },
      {
        type: 'scatter',
        symbol: 'rect',
        itemStyle: { opacity: 1 },
        label: { show: true, color: '#fff', fontSize: 14, formatter: '{b}' },
        data: boxes,
      },
    ],
  } as unknown as EChartsOption;
  return picture('orders-life', TITLES.life, option);
}

interface Place {
  /** The middle of the box, pixels. */
  readonly at: readonly [number, number];
  readonly width: number;
  readonly colour: string;
}

/** Height of a box. */
const BOX = 26;

/** From one box on the way down to the next. */
const STEP = 43;

/** The straight way down. */
const WAY: readonly OrderState[] = [
  ...(['draft', 'checked', 'confirmed', 'submitted', 'accepted'] as const),
  ...(['partly-filled', 'filled', 'settled'] as const),
];

const ENDS = 'cancelled or expired';

const PLACES: Readonly<Record<string, Place>> = {
  ...Object.fromEntries(
    WAY.map((state, i) => [state, { at: [110, 90 + i * STEP], width: 112, colour: BLUES[0]! }]),
  ),
  rejected: { at: [380, 133], width: 112, colour: WARM[0]! },
  [ENDS]: { at: [380, 305], width: 158, colour: WARM[0]! },
};

interface Move {
  readonly from: string;
  readonly to: string;
}

/** Down from box to box, past a box on its left, out to the side, or back from there. */
function lineOf({ from, to }: Move): object {
  const [start, end] = [PLACES[from]!, PLACES[to]!];
  const ahead = { color: BLUES[0], width: 2, opacity: 1 };
  const aside = { color: MUTED, width: 1.2, opacity: 1 };
  if (from === ENDS) return { coords: [below(start, 1), beside(end, 1)], lineStyle: aside };
  if (!isOnWay(to)) return { coords: [beside(start, 1), into(end, start)], lineStyle: aside };
  if (end.at[1] - start.at[1] === STEP) {
    return { coords: [below(start, 1), below(end, -1)], lineStyle: ahead };
  }
  const lineStyle = { ...ahead, curveness: -0.5 };
  return { coords: [beside(start, -1), beside(end, -1)], lineStyle };
}

const isOnWay = (name: string): boolean => WAY.some((state) => state === name);

/** The middle of a box's lower edge, or of its upper one. */
function below({ at: [x, y] }: Place, side: number): readonly number[] {
  return [x, y + (side * BOX) / 2];
}

/** The middle of a box's right edge, or of its left one. */
function beside({ at: [x, y], width }: Place, side: number): readonly number[] {
  return [x + (side * width) / 2, y];
}

/** A place of a box's left edge on the side of where a line comes from, so that arrows do not meet in one point. */
function into(box: Place, from: Place): readonly number[] {
  const [x, y] = beside(box, -1) as [number, number];
  return [x, y + (from.at[1] - y) / 22];
}

/** Where events lead from each state, as `advanceOrder` has it; corrections and requests lead nowhere else. */
function movesOf(): readonly Move[] {
  const cny = (amount: string) => money('CNY', amount);
  const draft = draftOrder({
    ...{ id: 'o', product: 'P', side: 'buy', day: 0, funding: 'F' },
    ...{ gross: cny('2.00'), fee: cny('0.00'), net: cny('2.00') },
  } as const);
  const at = '2026-03-02T10:00:00+08:00';
  const { idempotencyKey } = draft;
  const events: readonly OrderEvent<'CNY'>[] = [
    { id: 'check', at, kind: 'check', status: 'allowed' },
    { id: 'confirm', at, kind: 'confirm' },
    { id: 'submit', at, kind: 'submit', idempotencyKey },
    { id: 'accept', at, kind: 'accept' },
    { id: 'a half', at, kind: 'fill', amount: cny('1.00') },
    { id: 'the other half', at, kind: 'fill', amount: cny('1.00') },
    { id: 'all', at, kind: 'fill', amount: cny('2.00') },
    { id: 'settle', at, kind: 'settle' },
    { id: 'reject', at, kind: 'reject', reasonCode: 'no' },
    { id: 'cancel', at, kind: 'cancel' },
    { id: 'expire', at, kind: 'expire' },
  ];
  const moves = new Map<string, Move>();
  const reached = new Map([[keyOf(draft), draft]]);
  for (const order of reached.values()) {
    for (const event of events) {
      const { status, order: next } = advanceOrder(order, event);
      if (status !== 'advanced') continue;
      const move = { from: nameOf(order), to: nameOf(next) };
      moves.set(JSON.stringify(move), move);
      if (!reached.has(keyOf(next))) reached.set(keyOf(next), next);
    }
  }
  return [...moves.values()];
}

/** Orders of one state that differ in what was filled lead to different ones. */
function keyOf({ state, filled }: Order): string {
  return `${state} ${filled.amount}`;
}

function nameOf({ state }: Order): string {
  return state === 'cancelled' || state === 'expired' ? ENDS : state;
}

const TITLES = {
  days: {
    text: 'Sales first, then what they pay for',
    subtext: 'two sales and five purchases, CNY; below: thousands left',
  },
  life: {
    text: 'An order’s life',
    subtext: 'what was filled before an end is still settled',
  },
} as const;
