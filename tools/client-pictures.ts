import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import {
  analyseCashFlow,
  balanceSheet,
  type CompleteBalanceSheet,
  findRecurring,
  type RecurringStream,
  type Transaction,
} from '../src/client/index.js';
import { type Money, moneyToNumber } from '../src/money/index.js';
import { BLUES, legend, picture, readJson, SCENARIO, type Title, WARM } from './picture.js';

/** The pictures of the guide to the client, by path. */
export function clientPictures(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/pictures/client-cash-flow.svg', cashFlowPicture()],
    ['docs/pictures/client-liquidity.svg', liquidityPicture()],
  ]);
}

const AS_OF = '2026-03-02';

/** Each month's income above the line and spending below it, told apart by what recurs, and what March is expected to bring. */
function cashFlowPicture(): string {
  const rows: readonly Transaction[] = readJson(`${SCENARIO}/transactions.json`);
  const { months } = analyseCashFlow(rows, { asOf: AS_OF });
  const { streams } = findRecurring(rows, { asOf: AS_OF });
  const earned = streams.filter(({ direction }) => direction === 'in');
  const payments = streams.filter(
    ({ direction, kind }) => direction === 'out' && kind === 'payment',
  );
  const monthly = payments.filter(({ cadence }) => cadence === 'monthly');
  const rarer = payments.filter(({ cadence }) => cadence !== 'monthly');
  const card = streams.filter(({ kind }) => kind === 'card');

  // A booking may come twice.
  const amounts = new Map(rows.map((row) => [row.id, row]));
  const byMonth = (some: readonly RecurringStream[]): number[] =>
    months.map(({ month }) =>
      some
        .flatMap(({ transactions }) => transactions.map((id) => amounts.get(id)!))
        .filter(({ bookingDate }) => bookingDate.startsWith(month))
        .reduce((sum, row) => sum + Math.abs(moneyToNumber(row)), 0),
    );
  const recurringIncome = byMonth(earned);
  const recurringSpending = byMonth(payments);
  const once = months.map(({ income }, i) => moneyToNumber(income!) - recurringIncome[i]!);
  const shopping = months.map(({ expense }, i) => moneyToNumber(expense!) - recurringSpending[i]!);
  const bars = [
    ...earned.map((stream, i) => bar(stream.text!, byMonth([stream]), next([stream]), BLUES[i]!)),
    bar('once only', once, 0, BLUES[2]!),
    bar('monthly payments', byMonth(monthly).map(minus), minus(next(monthly)), WARM[0]!),
    ...rarer.map((stream) =>
      bar(stream.text!, byMonth([stream]).map(minus), minus(next([stream])), WARM[1]!),
    ),
    bar('card, less refunds', shopping.map(minus), minus(next(card)), WARM[2]!),
  ];
  return picture('client-cash-flow', TITLES.cashFlow, {
    legend: legend(bars.map(({ name }) => name)),
    grid: { left: 10, right: 14, top: 76, bottom: 88, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...months.map(({ month }) => month), '2026-03'].map(monthName),
      axisLabel: { color: INK, fontSize: 14, interval: (i: number) => i % 2 === 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK, width: 1.5 } },
    },
    yAxis: valueAxis({
      interval: 50_000,
      min: -50_000,
      max: 150_000,
      axisLabel: {
        color: MUTED,
        fontSize: 14,
        formatter: (x: number) => String(Math.abs(x) / 1000),
      },
    }) as never,
    series: bars,
  });
}

/** What is expected in March; what comes later is not. */
function next(streams: readonly RecurringStream[]): number {
  return streams
    .filter((stream) => stream.next?.date.startsWith('2026-03'))
    .reduce((sum, stream) => sum + moneyToNumber(stream.next!.amount), 0);
}

function bar(name: string, past: readonly number[], expected: number, color: string) {
  return {
    name,
    type: 'bar' as const,
    stack: 'all',
    barCategoryGap: '22%',
    itemStyle: { color, borderColor: '#fff', borderWidth: 0.5 },
    data: [...past, { value: expected, itemStyle: { color, opacity: 0.4 } }],
  };
}

function minus(x: number): number {
  return x === 0 ? 0 : -x;
}

const NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function monthName(month: string, index: number): string {
  const name = NAMES[Number(month.slice(5)) - 1]!;
  return index === 12 ? `${name}?` : name;
}

/** How much of the financial assets can be had within a day, a week, … a year. */
function liquidityPicture(): string {
  const client = readJson(`${SCENARIO}/client.json`);
  const fx = { base: client.baseCurrency, rates: client.fx };
  const sheet = balanceSheet(client.holdings, client.liabilities, fx, { asOf: AS_OF });
  const { rungs } = (sheet as CompleteBalanceSheet).liquidity;
  const steps = rungs.filter(({ withinDays }) => withinDays !== null);
  const thousands = (amount: Money): number => moneyToNumber(amount) / 1000;
  const parts = [
    {
      name: 'sooner',
      color: BLUES[2]!,
      of: (i: number) => (i === 0 ? 0 : thousands(steps[i - 1]!.cumulative)),
    },
    {
      name: 'by then',
      color: BLUES[0]!,
      of: (i: number) => thousands(steps[i]!.value) - thousands(steps[i]!.breakable),
    },
    {
      name: 'by then, or at a cost before',
      color: WARM[2]!,
      of: (i: number) => thousands(steps[i]!.breakable),
    },
  ];
  const total = {
    name: 'in all',
    type: 'bar' as const,
    stack: 'all',
    data: steps.map(({ cumulative }) => ({ value: 0, label: { formatter: written(cumulative) } })),
    label: { show: true, position: 'top' as const, color: INK, fontSize: 15 },
  };
  return picture('client-liquidity', TITLES.liquidity, {
    legend: legend(parts.map(({ name }) => name)),
    grid: { left: 14, right: 14, top: 84, bottom: 76, containLabel: false },
    xAxis: {
      type: 'category',
      data: steps.map(({ id }) => `a ${id}`),
      axisLabel: { color: INK, fontSize: 15, interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GRID } },
    },
    // Each bar says its value.
    yAxis: { type: 'value', show: false },
    series: [
      ...parts.map(({ name, color, of }) => ({
        name,
        type: 'bar' as const,
        stack: 'all',
        barCategoryGap: '30%',
        itemStyle: { color },
        data: steps.map((_, i) => of(i)),
      })),
      total,
    ],
  });
}

function written(amount: Money): string {
  return String(Math.round(moneyToNumber(amount) / 1000)).replace(/\B(?=(\d{3})+$)/g, ',');
}

const TITLES: Readonly<Record<'cashFlow' | 'liquidity', Title>> = {
  cashFlow: {
    text: 'Income above, spending below the line',
    subtext: 'thousand yuan a month; pale: expected for March',
  },
  liquidity: { text: 'Money that can be had within …', subtext: 'thousand yuan' },
};
