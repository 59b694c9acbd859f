import type { Account } from '../01-advise/account.js';
import type { PolicyReport, Run } from './run.js';
import { costs, flows } from './sections/money-sections.js';
import { outcome, returnsOfTraders } from './sections/outcome-section.js';
import { parts } from './sections/parts-section.js';
import type { Part } from './sections/section.js';
import { stretches } from './sections/stretches-section.js';
import type { Teller } from './teller.js';

/** The whole account of a run, in one language: the first portfolio in full, the others in short. */
export function tell(run: Run, teller: Teller): Account {
  const { inputs, portfolios } = run;
  const sections = portfolios.flatMap((report, i) => {
    const made = i === 0 ? [outcome, parts, stretches, costs, flows] : [outcome, parts, stretches];
    return made.map((make) => make(report, inputs, teller));
  });
  const years = inputs.years.length;
  return {
    title: teller.say('page.title', { years }),
    note: teller.say('page.note', { costs: teller.name('costs', inputs.usualCosts) }),
    headline: headline(run, teller),
    sections: [...sections, limits(run, teller)].map((section, index) => ({
      ...section,
      mark: String(index + 1),
    })),
    footer: teller.say('page.footer', { source: inputs.source }),
  };
}

/** The few figures of the first portfolio that say most. */
function headline({ portfolios }: Run, teller: Teller): Account['headline'] {
  const first = portfolios[0]!;
  const { reference, furthest, portfolio } = first;
  const returns = returnsOfTraders(first);
  const policyOf = ({ id }: PolicyReport): { policy: string } => ({
    policy: teller.name('policy', id),
  });
  return [
    ...(returns.length < 2
      ? []
      : [
          {
            label: teller.say('headline.spread'),
            value: teller.points(Math.max(...returns) - Math.min(...returns)),
          },
        ]),
    {
      label: teller.say('headline.average', {
        ...policyOf(furthest),
        class: teller.name('class', portfolio.watched),
      }),
      value: teller.percent(furthest.replay.meanWeights[portfolio.watched]!),
    },
    ...[furthest, reference].map((one) => ({
      label: teller.say('headline.fall', policyOf(one)),
      value: teller.percent(one.replay.maxDrawdown),
    })),
  ];
}

/** What the past cannot say. */
function limits({ inputs }: Run, teller: Teller): Part {
  const items = ['risk', 'one-past', 'within-years', 'costs', 'flows'];
  const ofSample = inputs.isSample ? ['smoothed'] : [];
  return {
    title: teller.say('step.limits'),
    decision: teller.say('limits.decision'),
    blocks: [
      { kind: 'list', items: [...items, ...ofSample].map((one) => teller.say(`limits.${one}`)) },
    ],
  };
}
