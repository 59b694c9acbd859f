import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import {
  type AdviserRating,
  accumulateAll,
  type ComparedGroup,
  compareGroups,
  compareLikeWithLike,
  type FunnelBounds,
  type FunnelPoint,
  funnelPlot,
  type GroupGap,
  type KpiState,
  rateAdvisers,
  serviceKpis,
} from '../src/kpi/index.js';
import {
  BLUES,
  legend,
  onTop,
  picture,
  ranges,
  readJson,
  signed,
  upright,
  WARM,
} from './picture.js';

/** The pictures of the pages on advisers and on groups of clients, by path. */
export function peoplePictures(): ReadonlyMap<string, string> {
  const { scores, renewals } = readJson('examples/data/kpi/advisers.json');
  return new Map([
    ['docs/pictures/kpi-adviser-ratings.svg', ratingsPicture(scores)],
    ['docs/pictures/kpi-adviser-funnel.svg', funnelPicture(renewals)],
    ['docs/pictures/kpi-fairness-gaps.svg', gapsPicture()],
    ['docs/pictures/kpi-like-with-like.svg', alikePicture()],
  ]);
}

const { renewalRate } = serviceKpis({ currency: 'CNY' });
const BETTER = WARM[1]!;
const WORSE = WARM[0]!;

/** The axis of names, from the top down. */
function rowAxis(names: readonly string[]): object {
  return {
    ...{ type: 'category', inverse: true, data: names },
    axisLabel: { color: INK, fontSize: 14 },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: GRID } },
  };
}

type Rated = Extract<AdviserRating, { readonly status: 'rated' }>;

const STANDINGS = { above: BETTER, around: MUTED, below: WORSE } as const;

/** Each adviser by name: the raw score hollow, the score in its interval. */
function ratingsPicture(scores: Parameters<typeof rateAdvisers>[0]): string {
  const ratings = rateAdvisers(scores, { weights: { test: 0.4, practice: 0.6 } });
  if (ratings.status !== 'rated') throw new Error(ratings.status);
  const rows = (ratings.advisers as readonly Rated[]).map((one, i) => ({ ...one, i }));
  const option = {
    legend: { ...legend([...Object.keys(STANDINGS), 'raw score']), icon: 'circle' },
    grid: { left: 14, right: 26, top: 74, bottom: 54, containLabel: true },
    xAxis: valueAxis({ min: 60, max: 90, interval: 5, axisLabel: { color: MUTED, fontSize: 14 } }),
    yAxis: rowAxis(rows.map(({ id, n }) => `${id}  ${n}`)),
    series: [
      upright(ratings.centre),
      ...Object.entries(STANDINGS).flatMap(([name, color]) => {
        const own = rows.filter(({ standing }) => standing === name);
        return [
          ranges(
            own.map(({ interval, i }) => [interval.low, interval.high, i]),
            color,
          ),
          {
            ...{ name, type: 'scatter', symbolSize: 12, z: 5 },
            itemStyle: { color, opacity: 1 },
            data: own.map(({ score, i }) => [score, i]),
          },
        ];
      }),
      {
        ...{ name: 'raw score', type: 'scatter', symbolSize: 10, z: 6 },
        itemStyle: { color: '#fff', borderColor: INK, borderWidth: 1.6, opacity: 1 },
        data: rows.map(({ raw, i }) => [raw, i]),
      },
    ],
  } as unknown as EChartsOption;
  return picture('kpi-adviser-ratings', TITLES.ratings, option);
}

/** Shares by size, between two pairs of lines. */
function funnelPicture(renewals: Parameters<typeof funnelPlot>[0]): string {
  const plot = funnelPlot(renewals);
  if (plot.status !== 'drawn') throw new Error(plot.status);
  const line = (which: 'inner' | 'outer', side: keyof FunnelBounds): object => ({
    ...{ type: 'line', showSymbol: false, silent: true },
    lineStyle: { color: MUTED, width: 1.6, type: which === 'inner' ? 'dashed' : 'solid' },
    data: plot.limits.map((limits) => [limits.n, 100 * limits[which][side]]),
  });
  const beyond = plot.points.filter(({ position }) => position.startsWith('very'));
  const option = {
    grid: { left: 14, right: 26, top: 78, bottom: 20, containLabel: true },
    xAxis: valueAxis({
      ...{ min: 0, max: 240, interval: 40, axisLabel: { color: MUTED, fontSize: 14 } },
      splitLine: { show: false },
    }),
    yAxis: valueAxis({
      ...{ min: 20, max: 100, interval: 20 },
      axisLabel: { color: MUTED, fontSize: 14, formatter: '{value} %' },
    }),
    series: [
      line('inner', 'low'),
      line('inner', 'high'),
      line('outer', 'low'),
      line('outer', 'high'),
      {
        ...{ type: 'line', data: [], silent: true },
        markLine: {
          ...{ symbol: 'none', label: { show: false }, data: [{ yAxis: 100 * plot.target }] },
          lineStyle: { color: INK, width: 1.4, type: 'solid' },
        },
      },
      {
        ...{ type: 'scatter', symbolSize: 10 },
        itemStyle: { color: BLUES[0], opacity: 1 },
        data: plot.points.flatMap((point) => (beyond.includes(point) ? [] : [placeOf(point)])),
      },
      {
        ...{ type: 'scatter', symbolSize: 10, itemStyle: { color: WARM[2], opacity: 1 } },
        label: { show: true, color: INK, fontSize: 14, distance: 7 },
        data: beyond.map((point) => ({
          value: placeOf(point),
          label: {
            formatter: point.id,
            position: point.position === 'very-high' ? 'top' : 'bottom',
          },
        })),
      },
    ],
  } as unknown as EChartsOption;
  return picture('kpi-adviser-funnel', TITLES.funnel, option);
}

const placeOf = ({ n, value }: FunnelPoint): readonly number[] => [n, 100 * value];

function renewed(successes: number, trials: number): KpiState<'proportion'> {
  return accumulateAll(renewalRate, [{ successes, trials }]).state;
}

/** The age bands of the page, youngest first. */
const BANDS = [
  { id: 'under 40', state: renewed(216, 250) },
  { id: '40 to 64', state: renewed(540, 620) },
  { id: '65 to 79', state: renewed(205, 250) },
  { id: '80 and over', state: renewed(47, 80) },
];

const VERDICTS = [
  { verdict: 'better', name: 'better', color: BETTER },
  { verdict: 'not-shown', name: 'not shown', color: MUTED },
  { verdict: 'worse', name: 'worse', color: WORSE },
] as const;

/** The gap of each band to all others, as a point in its interval. */
function gapsPicture(): string {
  const { groups } = compareGroups(renewalRate, BANDS);
  const rows = BANDS.map(({ id }, i) => ({ ...shown(groups, id), i }));
  const option = {
    legend: { ...legend(VERDICTS.map(({ name }) => name)), icon: 'circle' },
    grid: { left: 26, right: 32, top: 84, bottom: 56, containLabel: true },
    xAxis: valueAxis({
      ...{ min: -40, max: 20, interval: 10 },
      axisLabel: { color: MUTED, fontSize: 14, formatter: signed },
    }),
    yAxis: rowAxis(rows.map(({ id }) => id)),
    series: [
      upright(0),
      ...VERDICTS.flatMap(({ verdict, name, color }) => {
        const own = rows.filter((row) => row.verdict === verdict);
        return [
          ranges(
            own.map(({ interval, i }) => [100 * interval!.low, 100 * interval!.high, i]),
            color,
          ),
          {
            ...{ name, type: 'scatter', symbolSize: 13, z: 6 },
            itemStyle: { color, opacity: 1 },
            label: { ...onTop, distance: 8 },
            data: own.map(({ value, reference, gap, i }) => ({
              value: [100 * gap!, i],
              label: { formatter: `${percent(value!)} against ${percent(reference.value!)} %` },
            })),
          },
        ];
      }),
    ],
  } as unknown as EChartsOption;
  return picture('kpi-fairness-gaps', TITLES.gaps, option);
}

function shown(groups: readonly GroupGap[], id: string): ComparedGroup {
  const found = groups.find((group) => group.id === id);
  if (found?.status !== 'compared') throw new Error(id);
  return found;
}

const percent = (share: number): string => (100 * share).toFixed(1);

/** Two branches by kind of client, over all, and with the same mix. */
function alikePicture(): string {
  const alike = compareLikeWithLike(renewalRate, [
    { id: 'North', strata: { new: renewed(192, 263), old: renewed(81, 87) } },
    { id: 'South', strata: { new: renewed(55, 80), old: renewed(234, 270) } },
  ]);
  if (alike.status !== 'compared') throw new Error(alike.status);
  const colours = [BLUES[0]!, WARM[2]!];
  const option = {
    legend: { ...legend(['North', 'South']), icon: 'rect' },
    grid: { left: 26, right: 84, top: 78, bottom: 56, containLabel: true },
    xAxis: valueAxis({
      ...{ min: 0, max: 100, interval: 25 },
      axisLabel: { color: MUTED, fontSize: 14, formatter: '{value} %' },
    }),
    yAxis: rowAxis(['new clients', 'old clients', 'all, as they are', 'all, same mix']),
    series: alike.groups.map((group, i) => {
      if (group.status !== 'standardised') throw new Error(group.status);
      const strata = group.strata.map(({ value, n }) => ({ value: value!, n }));
      const bars = [...strata, { value: group.crude, n: 350 }, { value: group.value, n: null }];
      return {
        ...{ name: group.id, type: 'bar', barWidth: 20, barGap: '12%' },
        itemStyle: { color: colours[i] },
        label: { show: true, position: 'right', color: INK, fontSize: 14 },
        data: bars.map(({ value, n }) => ({
          value: 100 * value,
          label: { formatter: n === null ? percent(value) : `${percent(value)} of ${n}` },
        })),
      };
    }),
  } as unknown as EChartsOption;
  return picture('kpi-like-with-like', TITLES.alike, option);
}

const TITLES = {
  ratings: {
    text: 'Most advisers cannot be told from their group',
    subtext: 'score and its 95 % interval, number of scores; colour by Holm',
  },
  funnel: {
    text: 'What chance keeps, and what it does not',
    subtext: 'mandates renewed by mandates due; dashed 95 %, solid 99.8 %',
  },
  gaps: {
    text: 'Who renews less often than all others',
    subtext: 'gap in percentage points, 95 % intervals; verdicts by Holm',
  },
  alike: {
    text: 'With one mix the branches swap places',
    subtext: 'share of mandates renewed',
  },
} as const;
