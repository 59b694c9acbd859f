import { drawParts } from '../charts.js';
import { isUnclear, type PolicyReport, type PortfolioReport } from '../run.js';
import { type Make, note, section, table } from './section.js';

/** How much of a difference is the risk that was taken, and how much is the rule. */
export const parts: Make = (report, _, teller) => {
  const { portfolio, reference, furthest } = report;
  const compared = others(report);
  const names = [teller.say('head.of-weights'), teller.say('head.of-rule')] as const;
  const heads = [teller.say('head.difference'), ...names, teller.say('head.interval')];
  const named = { reference: teller.name('policy', reference.id) };
  const [ofWeights, ofRule] = partsOf(furthest, reference);
  const decisions = [
    teller.say('parts.decision', {
      ...named,
      policy: teller.name('policy', furthest.id),
      total: teller.points(ofWeights + ofRule),
      weights: teller.points(ofWeights),
      rule: teller.points(ofRule),
    }),
    teller.say('parts.unclear', {
      unclear: compared.filter(({ aboveSameWeights }) => isUnclear(aboveSameWeights)).length,
      compared: compared.length,
    }),
  ];
  return section('parts', report, teller, decisions, [
    note(teller.say('parts.how', named)),
    table(heads, compared, teller, (one) => {
      const both = partsOf(one, reference);
      return [
        ...[both[0] + both[1], ...both].map(teller.points),
        teller.range(one.aboveSameWeights.interval),
      ];
    }),
    {
      kind: 'chart',
      title: teller.say('chart.parts', named),
      svg: drawParts(
        `parts-${portfolio.id}`,
        compared.map((one) => ({
          label: teller.name('policy', one.id),
          parts: partsOf(one, reference),
        })),
        names,
        teller.points,
      ),
    },
  ]);
};

/** Annual return above the reference: by the average weights alone, and by the rule. */
export function partsOf(
  { replay, sameWeights }: PolicyReport,
  reference: PolicyReport,
): readonly [number, number] {
  return [
    sameWeights.annualReturn - reference.replay.annualReturn,
    replay.annualReturn - sameWeights.annualReturn,
  ];
}

/** All policies but the reference. */
export function others({ policies, reference }: PortfolioReport): readonly PolicyReport[] {
  return policies.filter(({ id }) => id !== reference.id);
}
