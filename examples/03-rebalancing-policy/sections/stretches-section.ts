import { drawRanges } from '../charts.js';
import { isUnclear } from '../run.js';
import { others } from './parts-section.js';
import { type Make, note, section, table } from './section.js';

const HEADS = ['median', 'range', 'ahead', 'deeper', 'yearly', 'interval'];

/** How sure the differences are. */
export const stretches: Make = (report, { years, windowYears }, teller) => {
  const { portfolio, reference, windows } = report;
  const compared = others(report);
  const named = { reference: teller.name('policy', reference.id), years: windowYears };
  const decisions = [
    teller.say('stretches.windows', {
      windows,
      years: windowYears,
      apart: Math.floor(years.length / windowYears),
    }),
    teller.say('stretches.unclear', {
      reference: named.reference,
      unclear: compared.filter(({ aboveReference }) => isUnclear(aboveReference)).length,
      compared: compared.length,
      years: years.length,
    }),
  ];
  return section('stretches', report, teller, decisions, [
    note(teller.say('stretches.how', named)),
    table(
      HEADS.map((key) => teller.say(`head.${key}`)),
      compared,
      teller,
      ({ stretches: one, aboveReference }) => [
        teller.points(one.median),
        teller.range(one),
        teller.say('cell.of', { count: one.ahead, all: windows }),
        teller.say('cell.of', { count: one.deeper, all: windows }),
        teller.points(aboveReference.mean),
        teller.range(aboveReference.interval),
      ],
    ),
    {
      kind: 'chart',
      title: teller.say('chart.stretches', named),
      svg: drawRanges(
        `stretches-${portfolio.id}`,
        compared.map(({ id, stretches: one }) => ({ ...one, label: teller.name('policy', id) })),
        teller.points,
      ),
    },
  ]);
};
