import type { PolicyReport } from '../run.js';
import { type Make, note, section, table } from './section.js';

/** What trading costs, by how dear it is. */
export const costs: Make = (report, { costs: all }, teller) => {
  const { policies } = report;
  const dearest = all
    .flatMap(({ id }) => policies.map((policy) => ({ id, policy, lost: policy.lost[id]! })))
    .reduce((a, b) => (b.lost > a.lost ? b : a));
  const decision = teller.say('costs.decision', {
    costs: teller.name('costs', dearest.id),
    policy: teller.name('policy', dearest.policy.id),
    lost: teller.basisPoints(dearest.lost),
  });
  return section(
    'costs',
    report,
    teller,
    [decision],
    [
      note(teller.say('costs.how')),
      table(
        [teller.say('head.turnover'), ...all.map(({ id }) => teller.name('costs', id))],
        policies,
        teller,
        ({ replay, lost }) => [
          teller.percent(replay.turnover),
          ...all.map(({ id }) => teller.basisPoints(lost[id]!)),
        ],
      ),
    ],
  );
};

/** What a policy comes to when money comes in or goes out. */
export const flows: Make = (report, { flows: all }, teller) => {
  const { furthest, policies, portfolio } = report;
  const { watched } = portfolio;
  const average = (one: PolicyReport['replay']): string =>
    teller.percent(one.meanWeights[watched]!);
  const decisions = all.map(({ id }) =>
    teller.say('flows.decision', {
      flow: teller.name('flow', id),
      policy: teller.name('policy', furthest.id),
      class: teller.name('class', watched),
      average: average(furthest.withFlow[id]!),
      without: average(furthest.replay),
      tracking: teller.percent(furthest.withFlow[id]!.trackingError),
      trackingWithout: teller.percent(furthest.replay.trackingError),
    }),
  );
  return section('flows', report, teller, decisions, [
    note(teller.say('flows.how')),
    ...all.flatMap(({ id }) => [
      { kind: 'text' as const, text: teller.name('flow', id), tone: 'key' as const },
      table(
        [
          teller.say('head.average', { class: teller.name('class', watched) }),
          teller.say('head.largest', { class: teller.name('class', watched) }),
          ...['real', 'tracking', 'trades', 'cost'].map((key) => teller.say(`head.${key}`)),
        ],
        policies,
        teller,
        ({ withFlow }) => {
          const replay = withFlow[id]!;
          return [
            average(replay),
            teller.percent(replay.largestWeights[watched]!),
            teller.percent2(replay.annualReturn),
            teller.percent2(replay.trackingError),
            String(replay.trades),
            teller.basisPoints(replay.costs),
          ];
        },
      ),
    ]),
  ]);
};
