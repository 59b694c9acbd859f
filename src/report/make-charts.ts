import type { FrontierPoint } from '../allocation/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkRange,
  checkText,
  checkVector,
} from '../errors/index.js';
import type { KpiOk, KpiResult } from '../kpi/index.js';
import type { CapitalMarketAssumptions } from '../market/index.js';
import type { FanStep, Simulation } from '../projection/index.js';
import type { Drift, DriftLine } from '../rebalancing/index.js';
import type {
  AllocationChart,
  DriftChart,
  FanChart,
  FrontierChart,
  KpiChart,
  RiskReturnPoint,
} from './charts.js';

/**
 * Portfolios side by side, by asset class; a class that a portfolio does not name is 0 there.
 *
 * @param assetClasses the classes in their order, at least one.
 * @param portfolios weights by asset class under the portfolio's key.
 * @throws AptfolioError `unknown-id` for a class that is not among `assetClasses`, with the path.
 *
 * @example
 * ```ts
 * import { allocationChart } from 'aptfolio/report';
 *
 * const chart = allocationChart(['CASH', 'BOND'], { today: { CASH: 1 }, target: { CASH: 0.2, BOND: 0.8 } });
 * chart.portfolios[0]; // => { key: 'today', shares: [1, 0] }
 * chart.portfolios[1]; // => { key: 'target', shares: [0.2, 0.8] }
 * ```
 */
export function allocationChart(
  assetClasses: readonly string[],
  portfolios: Readonly<Record<string, Readonly<Record<string, number>>>>,
): AllocationChart {
  const classes = checkList<string>(assetClasses, 'assetClasses', { minLength: 1 }).map(
    (name, index) => checkText(name, at('assetClasses', index)),
  );
  const known = new Set(classes);
  const rows = Object.entries(checkObject(portfolios, 'portfolios')).map(([key, weights]) => {
    const path = at('portfolios', key);
    const given = checkObject(weights, path) as Readonly<Record<string, number>>;
    for (const name of Object.keys(given)) {
      if (known.has(name)) continue;
      throw new AptfolioError('unknown-id', at(path, name), 'one of the asset classes', name);
    }
    const shares = classes.map((name) => checkNumber(given[name] ?? 0, at(path, name)));
    return Object.freeze({ key, shares: Object.freeze(shares) });
  });
  return Object.freeze({
    kind: 'allocation',
    assetClasses: Object.freeze(classes),
    portfolios: Object.freeze(rows),
  });
}

/**
 * The efficient frontier with the asset classes it is made of and the portfolios to mark on it.
 *
 * @param frontier efficient portfolios in ascending order of return.
 * @param marked by key, such as the client's own portfolio.
 *
 * @example
 * ```ts
 * import { frontierChart } from 'aptfolio/report';
 *
 * const assumptions = {
 *   asOf: '2026-03-02', assetClasses: ['BOND'], expectedReturn: [0.03], volatility: [0.05], correlation: [[1]],
 * };
 * const point = { expectedReturn: 0.03, volatility: 0.05 };
 * const chart = frontierChart([{ ...point, weights: { BOND: 1 } }], assumptions, { client: point });
 * chart.assetClasses; // => [{ key: 'BOND', volatility: 0.05, expectedReturn: 0.03 }]
 * chart.marked[0].key; // => 'client'
 * ```
 */
export function frontierChart(
  frontier: readonly FrontierPoint[],
  assumptions: CapitalMarketAssumptions,
  marked: Readonly<
    Record<string, { readonly expectedReturn: number; readonly volatility: number }>
  >,
): FrontierChart {
  const points = checkList<unknown>(frontier, 'frontier', { minLength: 1 });
  const { assetClasses, volatility, expectedReturn } = checkObject(assumptions, 'assumptions');
  const names = checkList<unknown>(assetClasses, 'assumptions.assetClasses');
  const risks = checkVector(volatility, 'assumptions.volatility', names.length);
  const returns = checkVector(expectedReturn, 'assumptions.expectedReturn', names.length);
  return Object.freeze({
    kind: 'frontier',
    frontier: Object.freeze(points.map((point, i) => readPoint(point, at('frontier', i)))),
    assetClasses: Object.freeze(
      names.map((name, i) => {
        const key = checkText(name, at('assumptions.assetClasses', i));
        return Object.freeze({ key, volatility: risks[i]!, expectedReturn: returns[i]! });
      }),
    ),
    marked: Object.freeze(
      Object.entries(checkObject(marked, 'marked')).map(([key, point]) =>
        Object.freeze({ key, ...readPoint(point, at('marked', key)) }),
      ),
    ),
  });
}

function readPoint(point: unknown, path: string): RiskReturnPoint {
  const { volatility, expectedReturn } = checkObject(point, path);
  return Object.freeze({
    volatility: checkRange(volatility, at(path, 'volatility'), { min: 0 }),
    expectedReturn: checkNumber(expectedReturn, at(path, 'expectedReturn')),
  });
}

/**
 * A simulation's fan of wealth against the goal.
 *
 * @param target the goal, in units of `currency`.
 *
 * @example
 * ```ts
 * import { simulate } from 'aptfolio/projection';
 * import { fanChart } from 'aptfolio/report';
 *
 * const plan = { initial: 100, monthlyContribution: 10, months: 24, expectedReturn: 0, volatility: 0, target: 340 };
 * const chart = fanChart(simulate(plan, { paths: 10, seed: 1, quantiles: [0.5] }), { currency: 'CNY', target: 340 });
 * chart.years; // => [0, 1, 2]
 * chart.quantiles[0].values; // => [100, 220, 340]
 * ```
 */
export function fanChart(
  simulation: Simulation,
  goal: { readonly currency: string; readonly target: number },
): FanChart {
  const { fan: steps } = checkObject(simulation, 'simulation');
  const fan = checkList<FanStep>(steps, 'simulation.fan', { minLength: 1 });
  fan.forEach((step, i) => {
    const path = at('simulation.fan', i);
    checkList(checkObject(step, path).quantiles, at(path, 'quantiles'));
  });
  checkObject(goal, 'goal');
  const levels = fan[0]?.quantiles.map(({ level }) => level) ?? [];
  return Object.freeze({
    kind: 'fan',
    currency: checkText(goal.currency, 'goal.currency'),
    years: Object.freeze(fan.map(({ month }) => month / 12)),
    quantiles: Object.freeze(
      levels.map((probability, i) =>
        Object.freeze({
          probability,
          values: Object.freeze(fan.map(({ quantiles }) => quantiles[i]!.value)),
        }),
      ),
    ),
    target: checkRange(goal.target, 'goal.target', { min: 0 }),
  });
}

/**
 * What is measured before and after rebalancing, against its target and its band.
 *
 * Free money that is and stays none has no row.
 *
 * @param before drift of today's holdings; `after` that of the holdings once the trades are done.
 *
 * @example
 * ```ts
 * import { measureDrift } from 'aptfolio/rebalancing';
 * import { driftChart } from 'aptfolio/report';
 *
 * const bands = { absolute: 0.05, relative: 0.25 };
 * const drift = (stock) => measureDrift({ stock, bond: 1 - stock }, { stock: 0.5, bond: 0.5 }, { bands });
 * const [bond, stock] = driftChart(drift(0.6), drift(0.5)).rows;
 * [stock.before, stock.after]; // => [0.6, 0.5]
 * [stock.below, stock.above]; // => [0.45, 0.55]
 * [bond.triggered, bond.stillOut]; // => [true, false]
 * ```
 */
export function driftChart(before: Drift, after: Drift): DriftChart {
  const lines = linesOf(before, 'before');
  const later = new Map(linesOf(after, 'after').map((line) => [line.id, line]));
  const rows = lines.map(({ id, kind, target, current, band, below, above, triggered }) =>
    Object.freeze({
      id,
      kind,
      target,
      before: current,
      after: later.get(id)?.current ?? 0,
      band,
      below,
      above,
      triggered,
      stillOut: later.get(id)?.triggered ?? false,
    }),
  );
  const shown = rows.filter((row) => row.kind !== 'cash' || row.before !== 0 || row.after !== 0);
  return Object.freeze({ kind: 'drift', rows: Object.freeze(shown) });
}

function linesOf(drift: unknown, path: string): readonly DriftLine[] {
  const where = at(path, 'lines');
  const lines = checkList<DriftLine>(checkObject(drift, path).lines, where);
  lines.forEach((line, i) => {
    checkText(checkObject(line, at(where, i)).id, at(at(where, i), 'id'));
  });
  return lines;
}

/**
 * Shares with their intervals. A KPI without a value or without an interval has no row: the table beside the
 * picture says why.
 *
 * @example
 * ```ts
 * import { accumulateAll, serviceKpis, summarise } from 'aptfolio/kpi';
 * import { kpiChart } from 'aptfolio/report';
 *
 * const { renewalRate } = serviceKpis({ currency: 'CNY' });
 * const { state } = accumulateAll(renewalRate, [{ successes: 40, trials: 50 }]);
 * kpiChart([summarise(renewalRate, state)]).rows[0].value; // => 0.8
 * ```
 */
export function kpiChart(results: readonly KpiResult[]): KpiChart {
  const list = checkList<KpiResult>(results, 'results');
  list.forEach((result, i) => {
    checkObject(result, at('results', i));
  });
  const shares = list.filter(
    (result): result is KpiOk => result.status === 'ok' && result.interval !== undefined,
  );
  return Object.freeze({
    kind: 'kpi',
    rows: Object.freeze(
      shares.map(({ kpi, value, interval, n }) =>
        Object.freeze({ kpi, value, low: interval!.low, high: interval!.high, n }),
      ),
    ),
  });
}
