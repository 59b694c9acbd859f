import type { KpiResult } from 'aptfolio/kpi';
import { kpiChart } from 'aptfolio/report';
import { panelFigures } from '../../shared/panel-figures.js';
import type { Section } from '../account.js';
import { drawKpis } from '../charts.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import { section } from './section.js';

/** Step 15: every KPI with what it was counted from, and its interval. */
export function service({ panel }: Run, teller: Teller): Section {
  const { satisfaction, retention, acquisition, risk } = panel;
  const results = panelFigures(panel);
  const decision = teller.say('service.decision', {
    topTwo: shareOf(satisfaction.after.topTwoBox),
    renewal: shareOf(retention.renewalRate),
    sla: shareOf(risk.withinSla),
  });
  const shares = results.filter((result) => result.status === 'ok' && result.unit === 'fraction');
  return section('15', teller, decision, [
    {
      kind: 'chart',
      title: teller.say('chart.kpi'),
      svg: drawKpis(kpiChart(shares), (kpi) => teller.say(`kpi.name.${kpi}`)),
    },
    {
      kind: 'table',
      head: ['kpi', 'value', 'interval', 'of'].map((key) => teller.say(`head.${key}`)),
      rows: results.map((result) => row(result, teller)),
      figuresFrom: 1,
    },
    {
      kind: 'text',
      text: teller.say('service.conversion', {
        converted: shareOf(acquisition.campaignConversion),
        brought: shareOf(acquisition.newClientsFromCampaigns),
      }),
    },
  ]);
}

function row(result: KpiResult, teller: Teller): readonly string[] {
  const name = teller.say(`kpi.name.${result.kpi}`);
  const none = teller.say('cell.none');
  if (result.status === 'insufficient') return [name, none, none, teller.reason(result.reason)];
  const { value, interval, numerator, denominator, unit, n } = result;
  const share = unit === 'fraction';
  const between = share ? 'cell.interval' : 'cell.interval-number';
  const counted =
    typeof numerator === 'number' && typeof denominator === 'number'
      ? teller.say('cell.ratio', { numerator, denominator })
      : typeof numerator === 'object' && typeof denominator === 'object' && numerator && denominator
        ? `${teller.money(numerator)} / ${teller.money(denominator)}`
        : `n = ${teller.number(n)}`;
  return [
    name,
    share ? teller.percent2(value) : teller.number(value),
    interval === undefined ? none : teller.say(between, { low: interval.low, high: interval.high }),
    counted,
  ];
}

function shareOf(result: KpiResult): number {
  return result.status === 'ok' ? result.value : 0;
}

/** Step 16: what changed between the two surveys, tested, with its caveat. */
export function improvement({ panel }: Run, teller: Teller): Section {
  const { change } = panel.satisfaction;
  const reasons = { kind: 'list', items: change.reasons.map(teller.reason) } as const;
  if (change.status !== 'compared' || change.method !== 'two-proportion-z-pooled') {
    return section('16', teller, teller.say('improvement.none'), [reasons]);
  }
  const { before, after, difference, interval, pValue } = change;
  const decision = teller.say('improvement.decision', {
    before: before.value,
    after: after.value,
    // In percentage points: the difference of two shares is no percentage of either.
    difference: 100 * difference,
    low: 100 * interval.low,
    high: 100 * interval.high,
    p: pValue,
  });
  return section('16', teller, decision, [reasons]);
}
