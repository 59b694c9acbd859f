import type { KpiResult } from 'aptfolio/kpi';
import { type Money, moneyToNumber } from 'aptfolio/money';
import type { Block } from '../../01-advise/account.js';
import { drawBars, drawBridge } from '../charts/row-charts.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import {
  excludedOf,
  key,
  type Make,
  note,
  reasonList,
  resultRow,
  resultTable,
  section,
  table,
} from './section.js';

/** How assets came from the opening to the closing amount. */
export const assets: Make = ({ inputs, kpis, netNewMoney, year }, teller) => {
  const growth = year.of(kpis.assetBridge);
  const organic = year.of(kpis.organicGrowth);
  const decisions = [
    teller.say('assets.decision', {
      growth: teller.value(growth),
      organic: teller.value(organic),
    }),
  ];
  const blocks =
    growth.status === 'ok' && growth.bridge !== undefined ? bridge(growth.bridge, teller) : [];
  return section('assets', teller, decisions, [
    ...blocks,
    key(
      teller.say('assets.meanings', {
        ours: teller.value(netNewMoney.ours),
        theirs: teller.value(netNewMoney.theirs),
      }),
    ),
    note(teller.say('assets.how', { branches: inputs.records.accounts.length })),
    ...reasonList([growth, organic], teller),
  ]);
};

type Bridge = NonNullable<Extract<KpiResult, { readonly status: 'ok' }>['bridge']>;

function bridge({ status, opening, steps, closing }: Bridge, teller: Teller): readonly Block[] {
  const lines = [
    { id: 'opening', amount: opening, total: true },
    ...steps.map(({ id, amount }) => ({ id, amount, total: false })),
    { id: 'closing', amount: closing, total: true },
  ];
  const millions = (x: number): string => teller.figure(x).replace('-', '−');
  const inMillions = (amount: Money): number => moneyToNumber(amount) / 1e6;
  return [
    {
      kind: 'chart',
      title: teller.say('chart.bridge', { currency: opening.currency }),
      svg: drawBridge(
        'bridge',
        lines.map(({ id, amount, total }) => ({
          ...{ label: teller.name('line', id), amount: inMillions(amount), total },
        })),
        millions,
      ),
    },
    table(
      ['line', 'amount'],
      lines.map(({ id, amount }) => [teller.name('line', id), teller.money(amount)]),
      teller,
    ),
    note(teller.say(`assets.${status}`)),
  ];
}

/** How clients are won, in both meanings of conversion. */
export const acquisition: Make = (run, teller) => {
  const { inputs, kpis, year } = run;
  const conversion = year.of(kpis.campaignConversion);
  const brought = year.of(kpis.newClientsFromCampaigns);
  const results = [
    conversion,
    year.of(kpis.conversionWithinWindow),
    brought,
    year.of(kpis.referralShare),
    year.of(kpis.costPerClient),
  ];
  const decisions = [
    teller.say('acquisition.decision', {
      conversion: teller.value(conversion),
      brought: teller.value(brought),
    }),
  ];
  return section('acquisition', teller, decisions, [
    key(teller.say('acquisition.meanings')),
    resultTable(results, teller),
    table(
      ['campaign', 'value', 'interval', 'counted', 'running'],
      inputs.bank.campaigns.flatMap(({ id }) => {
        const row = year.by(kpis.campaignConversion, 'campaign').find((one) => one.id === id);
        if (row === undefined) return [];
        const running = String(excludedOf(row.result, 'window-open'));
        return [[teller.name('campaign', id), ...resultRow(row.result, teller).slice(1), running]];
      }),
      teller,
    ),
    note(
      teller.say('acquisition.how', {
        days: inputs.bank.kpis.attributionDays,
        running: excludedOf(conversion, 'window-open'),
        unknown: excludedOf(year.of(kpis.referralShare), 'origin-unknown'),
      }),
    ),
    ...funnel(run, teller),
  ]);
};

function funnel({ inputs, kpis, year }: Run, teller: Teller): readonly Block[] {
  const result = year.of(kpis.acquisitionFunnel);
  if (result.status !== 'ok' || result.steps === undefined) return reasonList([result], teller);
  const { steps } = result;
  return [
    {
      kind: 'chart',
      title: teller.say('chart.funnel'),
      svg: drawBars(
        'funnel',
        steps.map(({ id, reached }) => ({
          ...{ label: teller.name('step', id), value: reached, whole: steps[0]!.reached },
        })),
        String,
      ),
    },
    table(
      ['step', 'reached', 'from-previous', 'interval', 'open'],
      steps.map(({ id, reached, fromPrevious, interval, open }) => [
        teller.name('step', id),
        String(reached),
        fromPrevious === undefined ? teller.say('cell.none') : teller.percent(fromPrevious),
        interval === undefined
          ? teller.say('cell.none')
          : teller.range(teller.percent(interval.low), teller.percent(interval.high)),
        String(open),
      ]),
      teller,
    ),
    note(
      teller.say('acquisition.funnel', {
        value: teller.value(result),
        interval: teller.interval(result),
        open: result.open ?? 0,
        days: inputs.bank.idleDays,
      }),
    ),
  ];
}
