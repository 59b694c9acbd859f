import { readFileSync } from 'node:fs';
import { drawSvg } from '../examples/01-advise/drawing.js';
import { levelsOption } from '../examples/02-questionnaire/charts.js';
import { enumerateLevels, type QuestionnaireDefinition } from '../src/questionnaire/index.js';
import { accountPictures } from './account-pictures.js';
import { allocationPictures } from './allocation-pictures.js';
import { clientPictures } from './client-pictures.js';
import { growthPictures } from './growth-pictures.js';
import { kpiPictures } from './kpi-pictures.js';
import { orderPictures } from './order-pictures.js';
import { peoplePictures } from './people-pictures.js';
import { productPictures } from './product-pictures.js';
import { rebalancingPictures } from './rebalancing-pictures.js';
import { retentionRiskPictures } from './retention-risk-pictures.js';
import { selectionPictures } from './selection-pictures.js';
import { serviceQualityPictures } from './service-quality-pictures.js';

/** The pictures of the guides by path, as they should be. */
export function pictures(): ReadonlyMap<string, string> {
  const drawn = new Map([
    ['docs/pictures/level-distribution.svg', levelDistribution()],
    ...clientPictures(),
    ...allocationPictures(),
    ...productPictures(),
    ...rebalancingPictures(),
    ...accountPictures(),
    ...selectionPictures(),
    ...orderPictures(),
    ...kpiPictures(),
    ...serviceQualityPictures(),
    ...growthPictures(),
    ...retentionRiskPictures(),
    ...peoplePictures(),
  ]);
  return new Map([...drawn].map(([path, svg]) => [path, titled(svg, TITLES[path] ?? '')]));
}

/** What a picture shows, for people who cannot see it. */
const TITLES: Readonly<Record<string, string>> = {
  'docs/pictures/level-distribution.svg':
    'How often each level comes out over all ways to fill the form in, by the weighted sum and by the lowest',
  'docs/pictures/client-cash-flow.svg': 'Income and spending of twelve months, month by month',
  'docs/pictures/allocation-frontier.svg':
    'The efficient frontier with its corner portfolios, and the portfolios of the five risk levels on or below it',
  'docs/pictures/allocation-transition.svg':
    'Weights of the asset classes along the frontier, from the least to the greatest risk',
  'docs/pictures/allocation-rule-costs.svg':
    'Expected return that each rule of level C3 gives up at the same risk',
  'docs/pictures/products-money-back.svg':
    'Days on which five kinds of product can be redeemed in September and October, and when the money of a sale asked for on 1 September is there',
  'docs/pictures/rebalancing-weights.svg':
    'Weight of shares over 98 years when never rebalanced, every 5 years, by bands and every year',
  'docs/pictures/rebalancing-parts.svg':
    'Return above yearly rebalancing, split into the part of the average weights and the part of the rule',
  'docs/pictures/rebalancing-stretches.svg':
    'Return above yearly rebalancing over 69 stretches of 30 years, by policy',
  'docs/pictures/rebalancing-classes.svg':
    'Weight of each asset class before and after the trades, with its accepted band and its target',
  'docs/pictures/rebalancing-products.svg':
    'Weight of each product before and after the trades, with its target',
  'docs/pictures/selection-target.svg':
    'Weight of each asset class in the target and in the selected products, for CNY 341,262 and for CNY 1,000',
  'docs/pictures/selection-costs.svg':
    'Annual fee against tracking error as costs weigh more, with the best single product and the best pair',
  'docs/pictures/orders-days.svg':
    'Two sales and five purchases on their days, from waiting to booking, and the money left after each day',
  'docs/pictures/orders-life.svg':
    'The states of an order, from draft to settled, with the ways to rejected, cancelled and expired',
  'docs/pictures/kpi-asset-bridge.svg':
    'Opening assets, net new money, market, currency, income, fees and scope, and closing assets, each bar from where the one before it ended',
  'docs/pictures/kpi-acquisition-funnel.svg':
    'Prospects at each of four steps, split into who went on, who may still go on and who stopped',
  'docs/pictures/kpi-non-response.svg':
    'What share of all clients asked can be satisfied, from lowest to highest, as more of them answer',
  'docs/pictures/kpi-queue-wait.svg':
    'Share still waiting by minute, with those who left counted as waiting and with only those served',
  'docs/pictures/kpi-cohorts.svg':
    'Share of clients still there by quarter of joining and quarters since, from 100 per cent down; cells of the future are grey',
  'docs/pictures/kpi-risk-handling.svg':
    'Share of risk events not yet closed by hours, with the open events counted and without them',
  'docs/pictures/kpi-survival.svg':
    'Share without relapse by week in two groups of patients, with 95 per cent bands',
  'docs/pictures/kpi-xmr.svg':
    'Median hours to resolve an enquiry by month, with control limits, one month too slow and six fast ones',
  'docs/pictures/kpi-laney.svg':
    'Share of enquiries answered within four hours by month, with limits by the counts and with Laney’s wider ones',
  'docs/pictures/kpi-before-after.svg':
    'Change of five shares between two quarters, with 95 per cent intervals',
  'docs/pictures/kpi-scorecard.svg':
    'Points of each line of a scorecard, of those that could be had, with what the intervals leave open',
  'docs/pictures/kpi-adviser-ratings.svg':
    'Each adviser’s raw score and the score drawn towards the group with its interval, about the group’s centre',
  'docs/pictures/kpi-adviser-funnel.svg':
    'Share of mandates renewed by number due for 26 advisers, between limits of 95 and 99.8 per cent',
  'docs/pictures/kpi-fairness-gaps.svg':
    'Gap of four age bands to all others in renewals, with 95 per cent intervals',
  'docs/pictures/kpi-like-with-like.svg':
    'Renewals of two branches among new clients, old clients, all as they are, and all with the same mix',
  'docs/pictures/client-liquidity.svg': 'How much of the assets can be had by when',
};

function titled(svg: string, title: string): string {
  return svg.replace(/^<svg ([^>]*)>/, `<svg role="img" $1>\n<title>${title}</title>`);
}

/** Narrow, so that its letters can still be read where a phone shrinks it. */
const FRAME = { width: 480, height: 340 };

/** What the scenario's form can say, by the weighted sum and by the lowest. */
function levelDistribution(): string {
  const {
    answers: _,
    finalRule: __,
    ...form
  } = JSON.parse(readFileSync('examples/data/scenario/questionnaire.json', 'utf8'));
  const definition = form as QuestionnaireDefinition;
  const series = [
    {
      name: 'weighted sum',
      distribution: enumerateLevels({ ...definition, combination: 'weighted-sum' }),
    },
    { name: 'lowest counts', distribution: enumerateLevels(definition) },
  ];
  const share = (x: number): string => (x < 0.01 ? '<1%' : `${Math.round(100 * x)}%`);
  const { legend, grid, ...option } = levelsOption(series, (level) => level, share, false, 15);
  const ink = '#22303c';
  return `${drawSvg('level-distribution', FRAME, {
    ...option,
    // Its own ground: a page may be dark.
    backgroundColor: '#fff',
    title: {
      text: 'Level, share of all ways to fill the form in',
      left: 14,
      top: 14,
      textStyle: { fontSize: 17, fontWeight: 600, color: ink },
    },
    legend: { ...legend, bottom: 12, itemGap: 28, textStyle: { fontSize: 15, color: ink } },
    grid: { ...grid, left: 14, right: 14, top: 72, bottom: 54 },
    // Each bar says its value.
    yAxis: { type: 'value', show: false },
  })}\n`;
}
