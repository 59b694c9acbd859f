import { percent } from '../../01-advise/drawing.js';
import { drawIntervals } from '../charts/row-charts.js';
import { key, type Make, note, reasonList, resultTable, section } from './section.js';

/** How risks are found and handled. */
export const risk: Make = ({ inputs, kpis, naive, year }, teller) => {
  const precision = year.of(kpis.riskPrecision);
  const recall = year.of(kpis.riskRecall);
  const found = [precision, recall, year.of(kpis.riskF1)];
  const median = year.of(kpis.medianHandling);
  const nineInTen = year.of(kpis.handlingP90);
  const within = year.of(kpis.withinSla);
  const handled = [year.of(kpis.acknowledgeMedian), median, nineInTen, within];
  const decisions = [
    teller.say('risk.decision', {
      recall: teller.value(recall),
      precision: teller.value(precision),
    }),
    teller.say('risk.handling', {
      median: teller.value(median),
      nineInTen: teller.value(nineInTen),
      within: teller.value(within),
      limit: teller.hours(kpis.withinSla.limit),
    }),
  ];
  const shares = [precision, recall, within].flatMap((result) =>
    result.status === 'ok' && result.interval !== undefined
      ? [
          {
            label: teller.kpi(result.kpi),
            value: result.value,
            low: result.interval.low,
            high: result.interval.high,
          },
        ]
      : [],
  );
  return section('risk', teller, decisions, [
    key(teller.say('risk.naive', { mean: teller.hours(naive.closing) })),
    {
      kind: 'chart',
      title: teller.say('chart.risk'),
      svg: drawIntervals('risk', shares, percent, {
        value: teller.say('legend.value'),
        raw: teller.say('legend.raw'),
      }),
    },
    resultTable([...found, ...handled], teller),
    note(teller.say('risk.how', { alerts: inputs.records.alerts.length })),
    ...reasonList([...found, ...handled], teller),
  ]);
};
