import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import {
  type AccountPeriod,
  accumulateAll,
  assetBridgeEvent,
  type FunnelStep,
  type KpiEvents,
  serviceKpis,
  summarise,
  translateAccount,
} from '../src/kpi/index.js';
import { type Money, moneyToNumber } from '../src/money/index.js';
import { BLUES, legend, picture, readJson, WARM } from './picture.js';

/** The pictures of the pages on growth of assets and clients, by path. */
export function growthPictures(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/pictures/kpi-asset-bridge.svg', bridgePicture()],
    ['docs/pictures/kpi-acquisition-funnel.svg', funnelPicture()],
  ]);
}

const kpis = serviceKpis({ currency: 'CNY' });

/** Where the axis of the bridge begins: the lines are small beside what they change. */
const FROM = 2200;

const LINE_NAMES: Readonly<Record<string, string>> = {
  'net-new-money': 'net new money',
  scope: 'scope',
};

/** A bar of the bridge, thousands. */
interface Bar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

/** Opening, each line from where the one before it ended, closing. */
function bridgePicture(): string {
  const bars = bridgeBars();
  const option = {
    grid: { left: 124, right: 78, top: 70, bottom: 40 },
    xAxis: valueAxis({
      ...{ min: FROM, max: 3000, interval: 200 },
      axisLabel: { color: MUTED, fontSize: 14, formatter: thousands },
    }),
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: { color: INK, fontSize: 14 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GRID } },
    },
    series: [
      {
        type: 'bar',
        stack: 'all',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map(({ from, to }) => Math.min(from, to)),
      },
      {
        type: 'bar',
        stack: 'all',
        barWidth: 18,
        label: { show: true, position: 'right', color: INK, fontSize: 14 },
        data: bars.map(({ name, from, to, colour }) => ({
          value: Math.abs(to - from),
          itemStyle: { color: colour },
          label: { formatter: from === FROM ? thousands(to) : signed(to - from, name) },
        })),
      },
    ],
  } as unknown as EChartsOption;
  return picture('kpi-asset-bridge', TITLES.bridge, option);
}

function bridgeBars(): readonly Bar[] {
  const { accounts, rates } = readJson('examples/data/kpi/accounts.json');
  const events = (accounts as readonly AccountPeriod[]).map((account) =>
    assetBridgeEvent(translateAccount(account, { currency: 'CNY', rates })),
  );
  const result = summarise(kpis.assetBridge, accumulateAll(kpis.assetBridge, events).state);
  if (result.status !== 'ok') throw new Error(result.status);
  const { opening, steps, closing } = result.bridge!;
  const inThousands = (amount: Money): number => moneyToNumber(amount) / 1000;
  const lines = steps.map(({ id, amount, value }) => {
    const to = inThousands(value);
    const by = inThousands(amount);
    const colour = by < 0 ? WARM[0]! : BLUES[1]!;
    return { name: LINE_NAMES[id] ?? id, from: to - by, to, colour };
  });
  const whole = (name: string, amount: Money): Bar => ({
    name,
    from: FROM,
    to: inThousands(amount),
    colour: BLUES[0]!,
  });
  return [whole('opening', opening), ...lines, whole('closing', closing)];
}

const thousands = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: 0 });

const signed = (by: number, name: string): string =>
  `${by < 0 ? '−' : '+'}${Math.abs(by).toLocaleString('en', { maximumFractionDigits: name === 'fees' ? 2 : 0 })}`;

/** Of those at each step: who went on, who may still, who stopped. */
function funnelPicture(): string {
  const steps = funnelSteps();
  const part = (name: string, colour: string, counts: readonly number[]): object => ({
    name,
    type: 'bar',
    stack: 'all',
    barWidth: 34,
    itemStyle: { color: colour },
    data: counts,
  });
  const after = (i: number): number => steps[i + 1]?.reached ?? 0;
  const last = steps.length - 1;
  const names = ['went on', 'may still go on', 'stopped'] as const;
  const option = {
    legend: { ...legend(names), icon: 'rect' },
    grid: { left: 90, right: 74, top: 78, bottom: 56 },
    xAxis: { type: 'value', show: false, min: 0, max: 1500 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ id }) => id),
      axisLabel: { color: INK, fontSize: 14 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GRID } },
    },
    series: [
      part(
        names[0],
        BLUES[0]!,
        steps.map(({ reached }, i) => (i === last ? reached : after(i))),
      ),
      part(
        names[1],
        BLUES[2]!,
        steps.map(({ open }) => open),
      ),
      {
        ...part(
          names[2],
          WARM[0]!,
          steps.map(({ reached, open }, i) => (i === last ? 0 : reached - open - after(i))),
        ),
        label: {
          show: true,
          position: 'right',
          color: INK,
          fontSize: 14,
          formatter: wordsOf(steps),
        },
      },
    ],
  } as unknown as EChartsOption;
  return picture('kpi-acquisition-funnel', TITLES.funnel, option);
}

function funnelSteps(): readonly FunnelStep[] {
  const { prospects } = readJson('examples/data/kpi/prospects.json');
  const events = prospects as readonly KpiEvents['funnel'][];
  const { state } = accumulateAll(kpis.acquisitionFunnel, events);
  const result = summarise(kpis.acquisitionFunnel, state);
  if (result.status !== 'ok') throw new Error(result.status);
  return result.steps!;
}

function wordsOf(steps: readonly FunnelStep[]) {
  return ({ dataIndex }: { readonly dataIndex: number }): string => {
    const { reached, fromPrevious } = steps[dataIndex]!;
    if (fromPrevious === undefined) return thousands(reached);
    return `${thousands(reached)} · ${Math.round(100 * fromPrevious)} %`;
  };
}

const TITLES = {
  bridge: {
    text: 'Where the growth came from',
    subtext: `CNY thousands; the axis begins at ${thousands(FROM)}`,
  },
  funnel: {
    text: 'Who may still go on is not lost',
    subtext: 'prospects at each step, and their share of those decided before',
  },
} as const;
