import { incidenceAt } from 'aptfolio/statistics';
import { drawCauses, drawSurvival } from '../charts/time-charts.js';
import { excludedOf, key, type Make, note, resultTable, section, table } from './section.js';

/** How long clients stay, and why they leave. */
export const retention: Make = ({ inputs, tenures }, teller) => {
  const { oneYear, median, reasons, curve, causes, meanOfLeavers } = tenures;
  const decisions = [
    teller.say('retention.decision', {
      share: teller.value(oneYear),
      interval: teller.interval(oneYear),
    }),
    ...(median.status === 'ok'
      ? [teller.say('retention.median', { months: median.value })]
      : [teller.reason(median.reason)]),
  ];
  const months = teller.say('axis.months');
  const after = (cause: string, time: number): string => {
    const found = incidenceAt(causes, cause, time);
    return found.status === 'observed' ? teller.percent(found.share) : teller.say('cell.none');
  };
  const shares = reasons.status === 'ok' ? (reasons.shares ?? []) : [];
  return section('retention', teller, decisions, [
    key(
      teller.say('retention.naive', {
        mean: teller.figure(meanOfLeavers),
        still: curve.n - curve.events,
        clients: curve.n,
      }),
    ),
    {
      kind: 'chart',
      title: teller.say('chart.survival'),
      svg: drawSurvival('survival', curve, { share: teller.kpi(oneYear.kpi), months }),
    },
    resultTable([oneYear, median], teller),
    {
      kind: 'chart',
      title: teller.say('chart.causes'),
      svg: drawCauses('causes', causes, { nameOf: (cause) => teller.name('cause', cause), months }),
    },
    table(
      ['cause', 'left', 'share', 'interval', 'after-12', 'after-36'],
      shares.map(({ id, count, share, interval }) => [
        teller.name('cause', id),
        String(count),
        teller.percent(share),
        teller.range(teller.percent(interval.low), teller.percent(interval.high)),
        after(id, 12),
        after(id, 36),
      ]),
      teller,
    ),
    note(
      teller.say('retention.how', {
        early: excludedOf(oneYear, 'delayed-entry'),
        since: inputs.bank.registerSince,
        unknown: excludedOf(reasons, 'not-recorded'),
      }),
    ),
  ]);
};
