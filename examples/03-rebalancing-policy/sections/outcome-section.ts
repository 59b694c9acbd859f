import type { Block } from '../../01-advise/account.js';
import { drawWeights } from '../charts.js';
import type { PolicyReport } from '../run.js';
import type { Teller } from '../teller.js';
import { type Make, note, section, table } from './section.js';

/** What each policy came to: return, risk, drift and trading. */
export const outcome: Make = (report, { source, years, drawn }, teller) => {
  const { portfolio, policies, reference, furthest } = report;
  const { id, target, watched } = portfolio;
  const watchedName = teller.name('class', watched);
  const share = { class: watchedName };
  const traded = policies.filter(({ replay }) => replay.trades > 0);
  const returns = traded.map(({ replay }) => replay.annualReturn);
  const decisions = [
    ...(traded.length < 2
      ? []
      : [
          teller.say('outcome.spread', {
            count: traded.length,
            low: teller.percent2(Math.min(...returns)),
            high: teller.percent2(Math.max(...returns)),
          }),
        ]),
    teller.say('outcome.furthest', {
      policy: teller.name('policy', furthest.id),
      return: teller.percent2(furthest.replay.annualReturn),
      class: watchedName,
      average: teller.percent(furthest.replay.meanWeights[watched]!),
      target: teller.percent(target[watched]!),
      fall: teller.percent(furthest.replay.maxDrawdown),
      reference: teller.name('policy', reference.id),
      referenceFall: teller.percent(reference.replay.maxDrawdown),
    }),
  ];
  const lines = drawn.map((one) => ({
    name: teller.name('policy', one),
    weights: weightsOf(policies.find((policy) => policy.id === one)!, watched),
  }));
  return section('outcome', report, teller, decisions, [
    note(
      teller.say('outcome.made-of', {
        target: teller.list(
          Object.entries(target).map(([one, weight]) =>
            teller.say('cell.weight', { class: teller.name('class', one), weight }),
          ),
        ),
        ...{ from: years[0]!, to: years.at(-1)!, source },
      }),
    ),
    table(
      heads(['real', 'nominal', 'volatility', 'fall', 'wealth'], teller),
      policies,
      teller,
      (one) => [
        teller.percent2(one.replay.annualReturn),
        teller.percent2(one.nominalReturn),
        teller.percent(one.replay.volatility),
        teller.percent(one.replay.maxDrawdown),
        Math.round(one.replay.wealth).toString(),
      ],
    ),
    table(
      [
        teller.say('head.average', share),
        teller.say('head.largest', share),
        ...heads(['tracking', 'trades', 'turnover', 'cost'], teller),
      ],
      policies,
      teller,
      ({ replay }) => [
        teller.percent(replay.meanWeights[watched]!),
        teller.percent(replay.largestWeights[watched]!),
        teller.percent2(replay.trackingError),
        String(replay.trades),
        teller.percent(replay.turnover),
        teller.basisPoints(replay.costs),
      ],
    ),
    ...alike(policies, teller),
    {
      kind: 'chart',
      title: teller.say('chart.weights', share),
      svg: drawWeights(`weights-${id}`, years, lines),
    },
  ]);
};

/** An asset class's weight at the end of each year, before trading. */
export function weightsOf({ replay }: PolicyReport, assetClass: string): readonly number[] {
  return replay.steps.map(({ before }) => before[assetClass]!);
}

function heads(keys: readonly string[], teller: Teller): readonly string[] {
  return keys.map((key) => teller.say(`head.${key}`));
}

/** Two rules may be the same for one target; then so are all their figures. */
function alike(policies: readonly PolicyReport[], teller: Teller): readonly Block[] {
  return policies.flatMap((one, i) => {
    const twin = policies.slice(0, i).find(({ replay }) => replay.wealth === one.replay.wealth);
    if (twin === undefined) return [];
    const [first, second] = [twin, one].map(({ id }) => teller.name('policy', id));
    return [note(teller.say('outcome.alike', { first: first!, second: second! }))];
  });
}
