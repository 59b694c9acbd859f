import {
  comparePolicies,
  type History,
  type PolicyReplay,
  type PolicyWindow,
  replayPolicy,
} from 'aptfolio/rebalancing';
import { type Interval, mean, meanInterval, quantile } from 'aptfolio/statistics';
import type { Inputs, Portfolio } from './inputs.js';

/** What was found out. */
export interface Run {
  readonly inputs: Inputs;
  readonly portfolios: readonly PortfolioReport[];
}

/** One portfolio under every policy. */
export interface PortfolioReport {
  readonly portfolio: Portfolio;
  readonly policies: readonly PolicyReport[];
  readonly reference: PolicyReport;
  /** The policy that was furthest from the target on average. */
  readonly furthest: PolicyReport;
  readonly windows: number;
}

/** One policy. Returns and wealth are after inflation and the usual costs unless said otherwise. */
export interface PolicyReport {
  readonly id: string;
  readonly replay: PolicyReplay;
  readonly nominalReturn: number;
  /** The policy's own average weights as a target, traded by the reference policy: as much risk on average, without its drift. */
  readonly sameWeights: PolicyReplay;
  /** Year by year above the reference, and above the same weights. */
  readonly aboveReference: YearByYear;
  readonly aboveSameWeights: YearByYear;
  readonly stretches: Stretches;
  /** Annual return that is lost to costs, by costs. */
  readonly lost: Readonly<Record<string, number>>;
  /** By flow. */
  readonly withFlow: Readonly<Record<string, PolicyReplay>>;
}

/** Mean difference of single years, with its 95 % interval. */
export interface YearByYear {
  readonly mean: number;
  readonly interval: Interval;
}

/** The policy against the reference over every stretch. */
export interface Stretches {
  /** Annual return above the reference: the middle one, and all but the lowest and highest twentieth. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** In how many it returned more. */
  readonly ahead: number;
  /** In how many its largest fall was deeper. */
  readonly deeper: number;
}

/** Pure: the same inputs give the same run. */
export function run(inputs: Inputs): Run {
  return {
    inputs,
    portfolios: inputs.portfolios.map((portfolio) => compare(portfolio, inputs)),
  };
}

function compare(portfolio: Portfolio, inputs: Inputs): PortfolioReport {
  const { policies, costs, flows, windowYears } = inputs;
  const usual = { costs: costs.find(({ id }) => id === inputs.usualCosts)! };
  const real = historyOf(portfolio, portfolio.real);
  const replays = (history: History): readonly PolicyReplay[] =>
    comparePolicies(history, policies).policies;

  const main = comparePolicies({ ...real, ...usual }, policies, { windowPeriods: windowYears });
  const nominal = replays({ ...historyOf(portfolio, portfolio.nominal), ...usual });
  const free = replays(real);
  const dear = costs.map((one) => [one.id, replays({ ...real, costs: one })] as const);
  const flowing = flows.map(({ id, flow }) => [id, replays({ ...real, ...usual, flow })] as const);

  const reference = policies.findIndex(({ id }) => id === inputs.reference);
  const reports = main.policies.map((replay, i): PolicyReport => {
    const target = replay.meanWeights;
    const sameWeights = replayPolicy({ ...real, ...usual, target }, policies[reference]!);
    return {
      id: replay.policy,
      replay,
      nominalReturn: nominal[i]!.annualReturn,
      sameWeights,
      aboveReference: yearByYear(replay, main.policies[reference]!),
      aboveSameWeights: yearByYear(replay, sameWeights),
      stretches: over(main.windows, replay.policy, inputs.reference),
      lost: byId(dear, (one) => free[i]!.annualReturn - one[i]!.annualReturn),
      withFlow: byId(flowing, (one) => one[i]!),
    };
  });
  return {
    portfolio,
    policies: reports,
    reference: reports[reference]!,
    furthest: reports.reduce((a, b) => (b.replay.meanDrift > a.replay.meanDrift ? b : a)),
    windows: main.windows.length,
  };
}

function historyOf(
  { assetClasses, from, target }: Portfolio,
  periods: History['periods'],
): History {
  return { assetClasses, from, periods, target };
}

function yearByYear(one: PolicyReplay, other: PolicyReplay): YearByYear {
  const ahead = one.steps.map(({ periodReturn }, i) => periodReturn - other.steps[i]!.periodReturn);
  return { mean: mean(ahead), interval: meanInterval(ahead) };
}

/** Whether a mean difference could as well be none. */
export function isUnclear({ interval: { low, high } }: YearByYear): boolean {
  return low <= 0 && high >= 0;
}

/** Two policies that trade alike may differ by the last digit. */
const SAME = 1e-12;

function over(windows: readonly PolicyWindow[], policy: string, reference: string): Stretches {
  const above = (figure: 'annualReturn' | 'maxDrawdown'): readonly number[] =>
    windows.map((one) => one[figure][policy]! - one[figure][reference]!);
  const returns = above('annualReturn');
  return {
    median: quantile(returns, 0.5),
    low: quantile(returns, 0.05),
    high: quantile(returns, 0.95),
    ahead: returns.filter((one) => one > SAME).length,
    deeper: above('maxDrawdown').filter((one) => one > SAME).length,
  };
}

function byId<T, U>(
  entries: readonly (readonly [string, T])[],
  figure: (one: T) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(entries.map(([id, one]) => [id, figure(one)]));
}
