import type { EChartsOption } from 'echarts';
import { INK } from '../examples/01-advise/drawing.js';
import {
  partsOption,
  rangesOption,
  weightsOption,
} from '../examples/03-rebalancing-policy/charts.js';
import { load } from '../examples/03-rebalancing-policy/load.js';
import { type PolicyReport, run } from '../examples/03-rebalancing-policy/run.js';
import { weightsOf } from '../examples/03-rebalancing-policy/sections/outcome-section.js';
import { partsOf } from '../examples/03-rebalancing-policy/sections/parts-section.js';
import { tellerFor } from '../examples/03-rebalancing-policy/teller.js';
import { picture } from './picture.js';

/** The pictures of the guide to rebalancing policies, by path: 60 % shares and 40 % bonds. */
export function rebalancingPictures(): ReadonlyMap<string, string> {
  const { inputs, portfolios } = run(load({ out: '', locale: 'en' }));
  const { portfolio, policies, reference } = portfolios[0]!;
  const named = (ids: readonly string[]): readonly PolicyReport[] =>
    ids.map((id) => policies.find((policy) => policy.id === id)!);
  const label = ({ id }: PolicyReport): string => teller.name('policy', id);

  const lines = named(inputs.drawn).map((policy) => ({
    name: label(policy),
    weights: weightsOf(policy, portfolio.watched),
  }));
  const compared = named(COMPARED);
  const parts = compared.map((policy) => ({
    label: label(policy),
    parts: partsOf(policy, reference),
  }));
  const ranges = compared.map((policy) => ({ ...policy.stretches, label: label(policy) }));
  const names = ['by the weights', 'by the rule'] as const;
  return new Map([
    drawn('weights', TITLES.weights, weightsOption(inputs.years, lines, false, FONT)),
    drawn('parts', TITLES.parts, partsOption(parts, names, teller.points, false, FONT)),
    drawn('stretches', TITLES.stretches, rangesOption(ranges, teller.points, false, FONT)),
  ]);
}

const FONT = 14;
const teller = tellerFor('en');

/** There is room for these. */
const COMPARED = ['never', 'two-years', 'five-years', '5-25-target', '5-25-half', '5-25-edge'];

const TITLES = {
  weights: {
    text: 'Weight of shares, target 60 per cent',
    subtext: 'at each year’s end, before trading',
  },
  parts: {
    text: 'Risk or rule?',
    subtext: 'real return above trading every year, points a year, 1928 to 2025',
  },
  stretches: {
    text: 'How sure are the differences?',
    subtext: 'the same over 69 stretches of 30 years: median, 5 to 95 per cent',
  },
} as const;

function drawn(
  name: string,
  title: (typeof TITLES)[keyof typeof TITLES],
  { grid, legend, ...option }: EChartsOption,
): readonly [string, string] {
  const id = `rebalancing-${name}`;
  const rows = name === 'weights' ? { left: 14, containLabel: true } : { left: 144 };
  const textStyle = { color: INK, fontSize: FONT };
  const svg = picture(id, title, {
    ...option,
    ...(legend === undefined ? {} : { legend: { ...legend, bottom: 10, itemGap: 20, textStyle } }),
    grid: { ...grid, right: 24, top: 84, bottom: legend === undefined ? 44 : 58, ...rows },
  });
  return [`docs/pictures/${id}.svg`, svg];
}
