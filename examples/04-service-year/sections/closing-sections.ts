import type { Score } from 'aptfolio/kpi';
import { panelFigures } from '../../shared/panel-figures.js';
import { drawBars } from '../charts/row-charts.js';
import type { Teller } from '../teller.js';
import { key, type Make, note, reasonList, resultTable, section, table } from './section.js';

/** The year in one number, and what no number of points makes up for. */
export const scorecard: Make = ({ score, kpis }, teller) => {
  if (score.status !== 'scored') {
    return section('scorecard', teller, score.reasons.map(teller.reason), []);
  }
  const { contributions } = score;
  const units = new Map(Object.values(kpis).map(({ id, unit }) => [id, unit]));
  return section(
    'scorecard',
    teller,
    [scoreDecision(score, teller)],
    [
      {
        kind: 'chart',
        title: teller.say('chart.scorecard'),
        svg: drawBars(
          'scorecard',
          contributions.map(({ id, points, weight }) => ({
            ...{ label: teller.kpi(id), value: points, whole: 100 * weight },
          })),
          teller.figure,
        ),
      },
      table(
        ['kpi', 'weight', 'value', 'points', 'points-range'],
        contributions.map(({ id, weight, value, points, range }) => [
          teller.kpi(id),
          teller.percent(weight),
          teller.inUnit(value, units.get(id)!),
          teller.figure(points),
          range === undefined
            ? teller.say('cell.none')
            : teller.range(teller.signed(range.low), teller.signed(range.high)),
        ]),
        teller,
      ),
      note(teller.say('scorecard.how')),
      ...(score.reasons.length === 0
        ? []
        : [{ kind: 'list' as const, items: score.reasons.map(teller.reason) }]),
    ],
  );
};

function scoreDecision(
  { score, uncapped }: Extract<Score, { readonly status: 'scored' }>,
  teller: Teller,
): string {
  const figures = { score: teller.figure(score), uncapped: teller.figure(uncapped) };
  return teller.say(score < uncapped ? 'scorecard.capped' : 'scorecard.decision', figures);
}

/** The quarter of the scenario: its panel, and what changed between its two surveys. */
export const scenario: Make = ({ panel }, teller) => {
  const results = panelFigures(panel);
  const { change } = panel.satisfaction;
  const compared =
    change.status === 'compared' &&
    change.method === 'two-proportion-z-pooled' &&
    teller.say('scenario.change', {
      before: teller.percent(change.before.value),
      after: teller.percent(change.after.value),
      difference: teller.points(change.difference),
      low: teller.points(change.interval.low),
      high: teller.points(change.interval.high),
      p: change.pValue.toFixed(4),
    });
  return section(
    'scenario',
    teller,
    [teller.say('scenario.decision')],
    [
      resultTable(results, teller),
      ...(compared ? [key(compared)] : []),
      { kind: 'list', items: change.reasons.map(teller.reason) },
      ...reasonList(results, teller),
    ],
  );
};

/** What figures like these cannot say. */
export const limits: Make = (_, teller) =>
  section(
    'limits',
    teller,
    [teller.say('limits.decision')],
    [
      {
        kind: 'list',
        items: ['causes', 'answers', 'recorded', 'small', 'goals'].map((one) =>
          teller.say(`limits.${one}`),
        ),
      },
    ],
  );
