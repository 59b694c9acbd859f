import type { Account } from './account.js';
import type { Run, StoppedRun } from './run.js';
import { cases } from './sections/case-section.js';
import { intake, needs, profile, questionnaire, required } from './sections/client-sections.js';
import { orders, period, proposal } from './sections/execution-sections.js';
import { allocation, costs, projection, selection } from './sections/portfolio-sections.js';
import { monitoring, rebalancing } from './sections/review-sections.js';
import { levelName } from './sections/section.js';
import { improvement, service } from './sections/service-sections.js';
import type { Teller } from './teller.js';

const SECTIONS = [
  ...[intake, questionnaire, profile, needs, required],
  ...[allocation, selection, costs, projection],
  ...[proposal, orders, monitoring, rebalancing, period],
  ...[service, improvement, cases],
];

/** The whole account of a run, in one language. */
export function tell(run: Run, teller: Teller): Account {
  const { inputs, outcome, review, chain, proof } = run;
  const { amount, costs: cost, goal } = outcome;
  return {
    title: teller.say('page.title', { client: inputs.request.view.client.id }),
    note: note(run, teller),
    headline: [
      [teller.say('headline.level'), levelName(run.level, teller)],
      [teller.say('headline.amount'), teller.money(amount)],
      [teller.say('headline.return'), teller.percent2(goal.netReturn)],
      [teller.say('headline.probability'), teller.percent(goal.projection.probability)],
      [teller.say('headline.costs'), teller.money(cost.firstYear)],
      [
        teller.say('headline.review'),
        teller.say(`decision.${review.outcome.rebalancing.decision}`),
      ],
    ].map(([label = '', value = '']) => ({ label, value })),
    sections: SECTIONS.map((make) => make(run, teller)),
    footer: teller.say('page.footer', {
      count: chain.length,
      chain: teller.say(proof.chain === 'verified' ? 'proof.verified' : 'proof.broken'),
      replays: teller.say(
        proof.replays.every((status) => status === 'same') ? 'proof.same' : 'proof.other',
      ),
      hash: chain.at(-1)?.hash ?? '',
    }),
  };
}

/** The account of a case that ended before there was anything to invest. */
export function tellStopped({ inputs, records }: StoppedRun, teller: Teller): Account {
  const last = records.at(-1)!;
  const { outcome, hash } = last;
  const step = outcome.status === 'proposed' ? 'orders' : outcome.step;
  const decision = teller.say('stopped.decision', {
    step: teller.say(`stopped.step.${step}`),
    status: teller.say(`stopped.${outcome.status}`),
  });
  return {
    title: teller.say('page.title', { client: inputs.request.view.client.id }),
    note: note({ inputs }, teller),
    headline: [],
    sections: [
      {
        mark: '1',
        title: teller.say(`stopped.step.${step}`),
        decision,
        blocks: [{ kind: 'list', items: [...new Set(outcome.reasons.map(teller.reason))] }],
      },
    ],
    footer: teller.say('page.footer', {
      count: records.length,
      chain: teller.say('proof.verified'),
      replays: teller.say('proof.same'),
      hash,
    }),
  };
}

function note({ inputs }: Pick<Run, 'inputs'>, teller: Teller): string {
  const { asOf, request, reference, isSample } = inputs;
  const words = teller.say('page.note', {
    asOf,
    currency: request.view.baseCurrency,
    source: reference.assumptions.source ?? teller.say('page.sample-assumptions'),
  });
  return isSample ? words : `${words} ${teller.say('page.sample-facts')}`;
}
