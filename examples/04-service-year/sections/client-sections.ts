import { drawControl, drawMonths } from '../charts/time-charts.js';
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

/** What clients say, month by month, and where it changed. */
export const satisfaction: Make = ({ inputs, kpis, satisfaction: chart, year }, teller) => {
  const share = year.of(kpis.satisfactionTopTwoBox);
  const response = year.of(kpis.surveyResponse);
  const results = [share, year.of(kpis.satisfactionMean), response];
  const decisions = [
    teller.say('satisfaction.decision', {
      share: teller.value(share),
      interval: teller.interval(share),
    }),
    teller.say('satisfaction.response', {
      response: teller.value(response),
      unreached: excludedOf(response, 'not-reached'),
    }),
  ];
  return section('satisfaction', teller, decisions, [
    {
      kind: 'chart',
      title: teller.say('chart.satisfaction'),
      svg: drawControl('satisfaction', chart, {
        value: teller.say('legend.month'),
        centre: teller.say('legend.centre'),
        limits: teller.say('legend.limits'),
      }),
    },
    key(teller.say('satisfaction.findings', { count: chart.findings.length })),
    { kind: 'list', items: chart.findings.map(({ reason }) => teller.reason(reason)) },
    note(
      teller.sentences([
        teller.say('satisfaction.how', { year: inputs.bank.year - 1 }),
        ...chart.reasons.map(teller.reason),
      ]),
    ),
    resultTable(results, teller),
  ]);
};

/** How fast clients are answered; who still waits is counted. */
export const response: Make = ({ inputs, kpis, naive, year }, teller) => {
  const median = year.of(kpis.firstResponseMedian);
  const nineInTen = year.of(kpis.firstResponseP90);
  const within = year.of(kpis.firstResponseWithin);
  const callBacks = year.of(kpis.callBacksKept);
  const results = [median, nineInTen, within, callBacks];
  const monthly = (kpi: typeof kpis.firstResponseMedian) =>
    year.byMonth(kpi).filter(({ id }) => id.startsWith(String(inputs.bank.year)));
  const line = (name: string, kpi: typeof kpis.firstResponseMedian) => ({
    name: teller.say(name),
    values: monthly(kpi).map(({ result }) => (result.status === 'ok' ? result.value : null)),
  });
  const decisions = [
    teller.say('response.decision', {
      median: teller.value(median),
      nineInTen: teller.value(nineInTen),
      within: teller.value(within),
      limit: teller.hours(kpis.firstResponseWithin.limit),
    }),
  ];
  return section('response', teller, decisions, [
    key(
      teller.say('response.naive', {
        mean: teller.hours(naive.firstResponse),
        median: teller.value(median),
        nineInTen: teller.value(nineInTen),
      }),
    ),
    {
      kind: 'chart',
      title: teller.say('chart.response'),
      svg: drawMonths(
        'response',
        monthly(kpis.firstResponseMedian).map(({ id }) => id),
        [
          line('legend.median', kpis.firstResponseMedian),
          line('legend.nine-in-ten', kpis.firstResponseP90),
        ],
        teller.number,
      ),
    },
    resultTable(results, teller),
    note(
      teller.sentences([
        teller.say('response.how', {
          hours: teller.list(inputs.bank.openingHours.map(([from, to]) => teller.range(from, to))),
          cancelled: excludedOf(callBacks, 'cancelled'),
        }),
        ...(median.status === 'ok' && median.relativeError !== undefined
          ? [teller.say('response.bins', { error: median.relativeError })]
          : []),
      ]),
    ),
    ...reasonList(results, teller),
    table(
      ['branch', 'value', 'interval', 'counted'],
      year
        .by(kpis.firstResponseWithin, 'branch')
        .map(({ id, result }) => [
          teller.name('branch', id),
          ...resultRow(result, teller).slice(1),
        ]),
      teller,
    ),
    note(teller.say('response.branches', { name: teller.kpi(kpis.firstResponseWithin.id) })),
  ]);
};
