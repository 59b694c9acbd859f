import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import { formatMessage } from '../src/evidence/index.js';
import {
  accumulateAll,
  type ComparedShares,
  compareBeforeAfter,
  compareSeveral,
  compileScorecard,
  type JudgedTogether,
  type Kpi,
  type KpiState,
  kpiMessages,
  type ScoreContribution,
  scoreScorecard,
  serviceKpis,
  summarise,
} from '../src/kpi/index.js';
import { BLUES, legend, onTop, picture, ranges, signed, upright, WARM } from './picture.js';

type Cases = readonly [successes: number, cases: number];

/** Shares of two quarters, by the id of the KPI. */
export type Quarters = Readonly<Record<string, { readonly before: Cases; readonly after: Cases }>>;

/** The pictures of the guide that have a row for each KPI, by path. */
export function barPictures(quarters: Quarters): ReadonlyMap<string, string> {
  return new Map([
    ['docs/pictures/kpi-before-after.svg', changePicture(quarters)],
    ['docs/pictures/kpi-scorecard.svg', scorePicture(quarters)],
  ]);
}

const KPIS = serviceKpis({ currency: 'CNY' });
const SHARES: readonly Kpi[] = [
  ...[KPIS.personalisedProposals, KPIS.satisfactionTopTwoBox, KPIS.renewalRate],
  ...[KPIS.abandonment, KPIS.surveyResponse],
];

function stateOf(kpi: Kpi, [successes, cases]: Cases): KpiState {
  const answers = [
    { score: 5, count: successes },
    { score: 1, count: cases - successes },
  ];
  const events = kpi.kind === 'ratings' ? answers : [{ successes, trials: cases }];
  return accumulateAll(kpi, events).state;
}

/** A name in at most two lines. */
function nameOf(id: string): string {
  const name = formatMessage(kpiMessages, `kpi.name.${id}`, 'en').replace(/ \(.*/, '');
  return name.replace(/^(\S+) /, '$1\n');
}

type Compared = Extract<JudgedTogether, ComparedShares>;

/** What becomes of a change when five figures are judged together. */
const KINDS = {
  better: { name: 'better', color: WARM[1]! },
  alone: { name: 'only if alone', color: WARM[2]! },
  open: { name: 'not shown', color: MUTED },
} as const;

/** Each change as a point in its interval. */
function changePicture(quarters: Quarters): string {
  const alone = SHARES.map((kpi) => {
    const { before, after } = quarters[kpi.id]!;
    return compareBeforeAfter(kpi, stateOf(kpi, before), stateOf(kpi, after));
  });
  const together = compareSeveral(alone) as readonly Compared[];
  const kinds = together.map(({ verdict }, i) => {
    if (verdict === 'better') return KINDS.better;
    return (alone[i] as Compared).verdict === 'better' ? KINDS.alone : KINDS.open;
  });
  const option = {
    legend: { ...legend(Object.values(KINDS).map(({ name }) => name)), icon: 'circle' },
    grid: { left: 26, right: 26, top: 76, bottom: 56, containLabel: true },
    xAxis: valueAxis({
      ...{ min: -6, max: 15, interval: 3 },
      axisLabel: { color: MUTED, fontSize: 14, formatter: signed },
    }),
    yAxis: rowAxis(together.map(({ kpi }) => nameOf(kpi))),
    series: [
      upright(0),
      ...Object.values(KINDS).flatMap((kind) => {
        const rows = together.flatMap((row, i) => (kinds[i] === kind ? [{ ...row, i }] : []));
        return [
          ranges(
            rows.map(({ interval: { low, high }, i }) => [100 * low, 100 * high, i]),
            kind.color,
          ),
          {
            ...{ name: kind.name, type: 'scatter', symbolSize: 13, z: 6 },
            itemStyle: { color: kind.color, opacity: 1 },
            label: { ...onTop, distance: 7 },
            data: rows.map((row) => ({
              value: [100 * row.difference, row.i],
              label: { formatter: wayOf(row) },
            })),
          },
        ];
      }),
    ],
  } as unknown as EChartsOption;
  return picture('kpi-before-after', TITLES.change, option);
}

function wayOf({ before, after }: Compared): string {
  return `${percent(before.value)} → ${percent(after.value)} %`;
}

const percent = (share: number): string => (100 * share).toFixed(1);

/** The scorecard of the guide. */
const CARD = compileScorecard({
  id: 'branch',
  version: '1',
  lines: [
    { id: 'satisfaction-top-two-box', weight: 0.3, worst: 0.6, best: 0.9 },
    { id: 'personalised-proposals', weight: 0.25, worst: 0.6, best: 0.95 },
    { id: 'renewal-rate', weight: 0.3, worst: 0.7, best: 0.95, priorCases: 100 },
    { id: 'abandonment', weight: 0.15, worst: 0.15, best: 0.03 },
  ],
});

/** The points of each line as a part of those that could be had, and what chance leaves open. */
function scorePicture(quarters: Quarters): string {
  const results = Object.fromEntries(
    SHARES.map((kpi) => [kpi.id, summarise(kpi, stateOf(kpi, quarters[kpi.id]!.after))]),
  );
  const score = scoreScorecard(CARD, results, { group: { 'renewal-rate': 0.84 } });
  if (score.status !== 'scored') throw new Error(score.status);
  const rows = score.contributions;
  const { text, subtext, names } = TITLES.score;
  const title = { text: `${text}: ${score.score.toFixed(1)} of 100`, subtext };
  const bar = (name: string, color: string, data: readonly number[]): object => ({
    ...{ name, type: 'bar', barWidth: 22, barGap: '-100%', itemStyle: { color }, data },
  });
  const option = {
    legend: { ...legend(names), icon: 'rect' },
    grid: { left: 26, right: 26, top: 76, bottom: 56, containLabel: true },
    xAxis: valueAxis({ min: 0, max: 30, axisLabel: { color: MUTED, fontSize: 14 } }),
    yAxis: rowAxis(rows.map(({ id }) => nameOf(id))),
    series: [
      bar(
        names[0],
        GRID,
        rows.map(({ weight }) => 100 * weight),
      ),
      {
        ...bar(
          names[1],
          BLUES[1]!,
          rows.map(({ points }) => points),
        ),
        label: {
          ...{ show: true, position: 'insideLeft', distance: 8, color: '#fff', fontSize: 14 },
          formatter: ({ value }: { readonly value: number }) => value.toFixed(1),
        },
      },
      ranges(rows.map(spanOf), INK),
    ],
  } as unknown as EChartsOption;
  return picture('kpi-scorecard', title, option);
}

function spanOf({ points, range }: ScoreContribution, row: number): [number, number, number] {
  return [points + (range?.low ?? 0), points + (range?.high ?? 0), row];
}

function rowAxis(names: readonly string[]): object {
  return {
    ...{ type: 'category', inverse: true, data: names },
    axisLabel: { color: INK, fontSize: 14, lineHeight: 17 },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: GRID } },
  };
}

const TITLES = {
  change: {
    text: 'What changed between two quarters',
    subtext: 'percentage points with 95 % intervals; before → after',
  },
  score: {
    text: 'A branch’s score',
    subtext: 'points by line; a dark line: the 95 % interval',
    names: ['could be had', 'reached'],
  },
} as const;
