import type { Account } from '../01-advise/account.js';
import type { Run } from './run.js';
import { advisers, training } from './sections/adviser-sections.js';
import { response, satisfaction } from './sections/client-sections.js';
import { limits, scenario, scorecard } from './sections/closing-sections.js';
import { acquisition, assets } from './sections/growth-sections.js';
import { changes, fairness } from './sections/judgement-sections.js';
import { machines } from './sections/machines-section.js';
import { retention } from './sections/retention-section.js';
import { risk } from './sections/risk-section.js';
import type { Teller } from './teller.js';

const SECTIONS = [
  ...[satisfaction, response, assets, retention, acquisition, risk, advisers, training],
  ...[changes, fairness, scorecard, machines, scenario, limits],
];

/** The whole account of a year, in one language. */
export function tell(run: Run, teller: Teller): Account {
  const { bank } = run.inputs;
  return {
    title: teller.say('page.title', { year: bank.year }),
    note: teller.sentences([
      ...(run.inputs.isSample ? [teller.say('page.made-up')] : []),
      teller.say('page.note'),
    ]),
    headline: headline(run, teller),
    sections: SECTIONS.map((make, index) => ({ ...make(run, teller), mark: String(index + 1) })),
    footer: teller.say(run.inputs.isSample ? 'page.footer-sample' : 'page.footer', {
      data: run.inputs.folder,
    }),
  };
}

/** The few figures that say most. */
function headline({ kpis, score, tenures, year }: Run, teller: Teller): Account['headline'] {
  const results = [
    year.of(kpis.satisfactionTopTwoBox),
    year.of(kpis.firstResponseMedian),
    tenures.oneYear,
  ];
  return [
    ...results.map((result) => ({ label: teller.kpi(result.kpi), value: teller.value(result) })),
    ...(score.status === 'scored'
      ? [{ label: teller.say('headline.score'), value: teller.figure(score.score) }]
      : []),
  ];
}
