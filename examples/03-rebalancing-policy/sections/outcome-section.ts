import type { Block } from '../../01-advise/account.js';
import { drawWeights } from '../charts.js';
import type { Inputs } from '../inputs.js';
import type { PolicyReport, PortfolioReport } from '../run.js';
import type { Teller } from '../teller.js';
import { type Make, note, section, table } from './section.js';

/** What each policy came to: return, risk, drift and trading. */
export const outcome: Make = (report, inputs, teller) =>
  section('outcome', report, teller, decisions(report, teller), [
    madeOf(report, inputs, teller),
    returnTable(report, teller),
    driftTable(report, teller),
    ...(inputs.isSample ? [note(teller.say('outcome.rules'))] : []),
    ...alike(report, teller),
    chart(report, inputs, teller),
  ]);

function decisions(report: PortfolioReport, teller: Teller): readonly string[] {
  const { portfolio, reference, furthest } = report;
  const { target, watched } = portfolio;
  const drifted = teller.say('outcome.furthest', {
    policy: teller.name('policy', furthest.id),
    return: teller.percent2(furthest.replay.annualReturn),
    class: teller.name('class', watched),
    average: teller.percent(furthest.replay.meanWeights[watched]!),
    target: teller.percent(target[watched]!),
    fall: teller.percent(furthest.replay.maxDrawdown),
    reference: teller.name('policy', reference.id),
    referenceFall: teller.percent(reference.replay.maxDrawdown),
  });
  return [...spread(report, teller), drifted];
}

function spread(report: PortfolioReport, teller: Teller): readonly string[] {
  const returns = returnsOfTraders(report);
  if (returns.length < 2) return [];
  const [low, high] = [Math.min(...returns), Math.max(...returns)].map(teller.percent2);
  return [teller.say('outcome.spread', { count: returns.length, low: low!, high: high! })];
}

/** Annual returns of the policies that ever traded. */
export function returnsOfTraders({ policies }: PortfolioReport): readonly number[] {
  return policies
    .filter(({ replay }) => replay.trades > 0)
    .map(({ replay }) => replay.annualReturn);
}

function madeOf({ portfolio }: PortfolioReport, { years, source }: Inputs, teller: Teller): Block {
  const weights = Object.entries(portfolio.target).map(([id, weight]) =>
    teller.say('cell.weight', { class: teller.name('class', id), weight }),
  );
  const [from, to] = [years[0]!, years.at(-1)!];
  return note(teller.say('outcome.made-of', { target: teller.list(weights), from, to, source }));
}

function returnTable({ policies }: PortfolioReport, teller: Teller): Block {
  const heads = ['real', 'nominal', 'volatility', 'fall', 'wealth'];
  return table(headsOf(heads, teller), policies, teller, ({ replay, nominalReturn }) => [
    teller.percent2(replay.annualReturn),
    teller.percent2(nominalReturn),
    teller.percent(replay.volatility),
    teller.percent(replay.maxDrawdown),
    replay.wealth.toFixed(replay.wealth < 10 ? 2 : 0),
  ]);
}

function driftTable({ policies, portfolio: { watched } }: PortfolioReport, teller: Teller): Block {
  const share = { class: teller.name('class', watched) };
  const heads = [
    ...['average', 'largest'].map((key) => teller.say(`head.${key}`, share)),
    ...headsOf(['tracking', 'trades', 'turnover', 'cost'], teller),
  ];
  return table(heads, policies, teller, ({ replay }) => [
    teller.percent(replay.meanWeights[watched]!),
    teller.percent(replay.largestWeights[watched]!),
    teller.percent2(replay.trackingError),
    String(replay.trades),
    teller.percent(replay.turnover),
    teller.basisPoints(replay.costs),
  ]);
}

/** Two rules may be the same for one target; then so are all their figures. */
function alike({ policies }: PortfolioReport, teller: Teller): readonly Block[] {
  return policies.flatMap((one, i) => {
    const twin = policies.slice(0, i).find(({ replay }) => replay.wealth === one.replay.wealth);
    if (twin === undefined) return [];
    const first = teller.name('policy', twin.id);
    return [note(teller.say('outcome.alike', { first, second: teller.name('policy', one.id) }))];
  });
}

function chart(
  { policies, portfolio }: PortfolioReport,
  { drawn, years }: Inputs,
  teller: Teller,
): Block {
  const { id, watched } = portfolio;
  const lines = drawn.map((policy) => ({
    name: teller.name('policy', policy),
    weights: weightsOf(policies.find((one) => one.id === policy)!, watched),
  }));
  return {
    kind: 'chart',
    title: teller.say('chart.weights', { class: teller.name('class', watched) }),
    svg: drawWeights(`weights-${id}`, years, lines),
  };
}

/** An asset class's weight at the end of each year, before trading. */
export function weightsOf({ replay }: PolicyReport, assetClass: string): readonly number[] {
  return replay.steps.map(({ before }) => before[assetClass]!);
}

function headsOf(keys: readonly string[], teller: Teller): readonly string[] {
  return keys.map((key) => teller.say(`head.${key}`));
}
