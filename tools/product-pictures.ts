import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, spans, valueAxis } from '../examples/01-advise/drawing.js';
import { addDays, compileCalendar, daysBetween, type PlainDate } from '../src/dates/index.js';
import { compileProducts, nextDealing, type Product } from '../src/products/index.js';
import { BLUES, legend, picture, readJson, SCENARIO, WARM } from './picture.js';

/** The picture of the guide to products, by path. */
export function productPictures(): ReadonlyMap<string, string> {
  return new Map([['docs/pictures/products-money-back.svg', moneyBackPicture()]]);
}

const AS_OF = '2026-09-01';

/** How far the picture looks ahead, days. */
const AHEAD = 60;

/** The guide's terms, from the soonest to the latest, with a minimum holding beside them. */
const KINDS: readonly (Partial<Product> & {
  readonly kind: string;
  readonly boughtOn?: PlainDate;
})[] = [
  { kind: 'open,\npaid after 2 days', dealing: { redemptionSettlement: 2 } },
  {
    kind: 'closed until\n8 September',
    boughtOn: '2026-03-04',
    dealing: { redemption: 'never', maturity: '2026-09-08' },
  },
  {
    kind: 'rolling over\nevery 30 days',
    boughtOn: '2026-08-10',
    dealing: { rollingTerm: { days: 30, windowDays: 2 } },
  },
  { kind: 'held for 180 days\nat least', boughtOn: '2026-03-24', lockUpDays: 180 },
  {
    kind: 'a window every\n3 months, notice 3',
    dealing: {
      redemption: { from: '2026-01-15', everyMonths: 3, days: 5 },
      redemptionNotice: 3,
    },
  },
];

const calendar = compileCalendar({
  id: 'bank',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: ['2026-10-01', '2026-10-02'],
});

/** What comes of a sale that is asked for on a day, in days from the first. */
interface Sale {
  readonly order: number | undefined;
  readonly deal: number;
  readonly money: number;
}

const dayNumber = (day: PlainDate): number => daysBetween(AS_OF, day);

function sales(): readonly (readonly Sale[])[] {
  const [row] = readJson(`${SCENARIO}/products.json`).products;
  return KINDS.map(({ kind, boughtOn, ...terms }) => {
    const { products } = compileProducts([{ ...row, ...terms }], ['CASH']);
    return Array.from({ length: AHEAD + 1 }, (_, day) => {
      const asOf = addDays(AS_OF, day);
      const question = { side: 'sell', asOf, calendar, ...(boughtOn ? { boughtOn } : {}) } as const;
      return nextDealing(products[0]!, question);
    }).flatMap(({ orderOn, dealsOn, settlesOn }) => {
      if (dealsOn === undefined || settlesOn === undefined) return [];
      // What matures is paid back without an order.
      const isOrdered = orderOn !== undefined && dealsOn !== terms.dealing?.maturity;
      const order = isOrdered ? dayNumber(orderOn) : undefined;
      return [{ order, deal: dayNumber(dealsOn), money: dayNumber(settlesOn) }];
    });
  });
}

/** The days on which each kind can be redeemed, and what comes of a sale asked for on the first. */
function moneyBackPicture(): string {
  const rows = sales();
  const first = rows.map(([sale]) => sale!);
  const names = ['can be redeemed', 'order', 'money is there'] as const;
  const dots = (name: string, days: readonly (number | undefined)[], look: object): object => ({
    ...{ name, type: 'scatter', z: 5, silent: true, itemStyle: { opacity: 1 }, ...look },
    data: days.flatMap((day, row) => (day === undefined ? [] : [[day, row]])),
  });
  const dealt = rows.flatMap((row, index) =>
    [...new Set(row.map(({ deal }) => deal))].map((day) => [index, day - 0.5, day + 0.5]),
  );
  const option = {
    legend: legend(names),
    grid: { left: 144, right: 26, top: 78, bottom: 78 },
    xAxis: valueAxis({
      ...{ min: -1, max: AHEAD, interval: 1 },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { color: MUTED, fontSize: 14, formatter: dayName },
    }),
    yAxis: {
      type: 'category',
      inverse: true,
      data: KINDS.map(({ kind }) => kind),
      axisLabel: { color: INK, fontSize: 14, lineHeight: 17 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GRID } },
    },
    series: [
      { ...spans([], BLUES[2]!, 26), name: names[0], itemStyle: { color: BLUES[2] }, data: dealt },
      spans(
        first.map(({ money }) => [0, money]),
        MUTED,
        1.4,
      ),
      dots(
        names[1],
        first.map(({ order }) => order),
        { symbolSize: 11, itemStyle: { color: BLUES[0], opacity: 1 } },
      ),
      dots(
        names[2],
        first.map(({ money }) => money),
        {
          ...{ symbol: 'diamond', symbolSize: 15, itemStyle: { color: WARM[0], opacity: 1 } },
          label: {
            ...{ show: true, position: 'top', distance: 12, color: INK, fontSize: 14 },
            formatter: ({ value: [day] }: { readonly value: readonly [number, number] }) =>
              shortDay(day),
          },
        },
      ),
    ],
  } as unknown as EChartsOption;
  return picture('products-money-back', TITLE, option);
}

/** A date such as `15 Oct`. */
function shortDay(day: number): string {
  const date = addDays(AS_OF, day);
  return `${Number(date.slice(8))} ${date.slice(5, 7) === '09' ? 'Sep' : 'Oct'}`;
}

/** The first and the middle of the months. */
function dayName(day: number): string {
  const name = shortDay(day);
  return /^(?:1|15) /.test(name) ? name : '';
}

const TITLE = {
  text: 'When money asked for on 1 Sep is there',
  subtext: 'and the days on which five kinds of product can be redeemed',
} as const;
