import { riskFigures } from 'aptfolio/allocation';
import { effectiveRisk } from 'aptfolio/products';
import { RISK_LEVELS } from 'aptfolio/questionnaire';
import { allocationChart, fanChart, frontierChart } from 'aptfolio/report';
import type { Block, Section } from '../account.js';
import { drawAllocation, drawFan, drawFrontier } from '../charts.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import { levelName, section } from './section.js';

/** Step 6: all five levels, the client's own with its proof and the price of its limits. */
export function allocation({ outcome, inputs, level, frontier }: Run, teller: Teller): Section {
  const { allocation: own, allocations } = outcome;
  const { primal, stationarity, complementarity } = own.certificate;
  const decision = teller.say('allocation.decision', {
    level: levelName(level, teller),
    mean: own.expectedReturn,
    volatility: own.volatility,
    residual: Math.max(primal, stationarity, complementarity),
  });
  const { assumptions } = inputs.reference;
  const { assetClasses } = assumptions;
  const optimal = RISK_LEVELS.flatMap((one) => {
    const result = allocations[one];
    return result.status === 'optimal' ? [{ level: one, result }] : [];
  });
  const rows = optimal.map(({ level: one, result }) => [
    levelName(one, teller),
    ...assetClasses.map((name) => teller.percent2(result.weights[name] ?? 0)),
    teller.percent2(result.expectedReturn),
    teller.percent2(result.volatility),
  ]);
  const { valueAtRisk, expectedShortfall } = riskFigures(own);
  const weights = Object.fromEntries(
    optimal.map(({ level: one, result }) => [one, result.weights]),
  );
  const point = teller.say('point.client');
  return section('6', teller, decision, [
    {
      kind: 'chart',
      title: teller.say('chart.allocation'),
      svg: drawAllocation(allocationChart(assetClasses, weights), (key) =>
        key in weights ? key : teller.assetClass(key),
      ),
    },
    {
      kind: 'table',
      head: [
        teller.say('head.level'),
        ...assetClasses.map(teller.assetClass),
        teller.say('head.return'),
        teller.say('head.volatility'),
      ],
      rows,
      figuresFrom: 1,
    },
    {
      kind: 'table',
      head: ['limit', 'bound', 'price'].map((key) => teller.say(`head.${key}`)),
      rows: own.binding.map(({ kind, subject, bound, shadowPrice }) => [
        teller.say(`limit.${kind}`, { subject: teller.assetClass(subject) }),
        teller.percent2(bound),
        teller.number(shadowPrice),
      ]),
      figuresFrom: 1,
    },
    { kind: 'text', text: teller.say('allocation.price'), tone: 'muted' },
    { kind: 'list', items: own.reasons.map(teller.reason) },
    {
      kind: 'text',
      text: teller.say('allocation.risk', { var: valueAtRisk, es: expectedShortfall }),
    },
    {
      kind: 'chart',
      title: teller.say('chart.frontier'),
      svg: drawFrontier(frontierChart(frontier, assumptions, { [point]: own }), (key) =>
        key.startsWith('axis.') ? teller.say(key) : teller.assetClass(key),
      ),
    },
  ]);
}

/** Step 7: the products chosen, and a reason for every one that was not. */
export function selection({ outcome, universe, level }: Run, teller: Teller): Section {
  const { weights, eligible, rejected, trackingError, reasons } = outcome.selection;
  const decision = teller.say('selection.decision', {
    eligible: eligible.length,
    count: universe.products.length,
    level: levelName(level, teller),
    chosen: Object.keys(weights).length,
    trackingError,
  });
  const rows = Object.entries(weights).map(([id, weight]) => {
    const product = universe.byId[id]!;
    return [
      `${id} ${product.name}`,
      teller.say(`products.rating.${effectiveRisk(product)}`),
      teller.percent2(weight),
      teller.percent2(product.annualFee),
    ];
  });
  return section('7', teller, decision, [
    {
      kind: 'table',
      head: ['product', 'rating', 'weight', 'fee'].map((key) => teller.say(`head.${key}`)),
      rows,
      figuresFrom: 2,
    },
    {
      kind: 'list',
      items: [
        ...reasons.map(teller.reason),
        ...rejected.map(({ product: { id, name }, reasons: why }) =>
          teller.say('selection.rejected', { id, name, reasons: teller.reasons(why) }),
        ),
      ],
    },
  ]);
}

/** Step 8: what it costs. */
export function costs({ outcome, universe }: Run, teller: Teller): Section {
  const { firstYear, ongoing, reductionInYield, years, lines, entryFees, annualFeeRate } =
    outcome.costs;
  const decision = teller.say('costs.decision', {
    firstYear,
    ongoing,
    years,
    ry: reductionInYield,
  });
  const rows = lines.map((line) => [
    `${line.product} ${universe.byId[line.product]!.name}`,
    teller.percent2(line.annualFeeRate),
    teller.money(line.entryFee),
    teller.money(line.ongoing),
  ]);
  const total = [
    teller.say('head.total'),
    teller.percent2(annualFeeRate),
    teller.money(entryFees),
    teller.money(ongoing),
  ];
  return section('8', teller, decision, [
    {
      kind: 'table',
      head: [
        teller.say('head.product'),
        teller.say('head.fee'),
        teller.say('products.cost.entry-fees'),
        teller.say('products.cost.ongoing'),
      ],
      rows: [...rows, total],
      figuresFrom: 1,
    },
  ]);
}

/** Step 9: the goal by closed form and by simulation. */
export function projection({ outcome, inputs }: Run, teller: Teller): Section {
  const { projection: closed, simulation, contribution, target } = outcome.goal;
  const { paths, generator, seed, probabilityInterval } = simulation;
  const decision = teller.say('projection.decision', {
    target,
    closed: closed.probability,
    paths,
    simulated: simulation.probability,
  });
  const method = teller.say('projection.method', {
    generator,
    seed: String(seed),
    low: probabilityInterval.low,
    high: probabilityInterval.high,
  });
  const chart: Block = {
    kind: 'chart',
    title: teller.say('chart.fan'),
    svg: drawFan(
      fanChart(simulation, {
        currency: inputs.request.view.baseCurrency,
        target: Number(target.amount),
      }),
      teller.say,
    ),
  };
  const items = [...contribution.reasons, ...closed.reasons].map(teller.reason);
  return section('9', teller, decision, [
    chart,
    { kind: 'list', items: [...new Set(items)] },
    { kind: 'text', text: method, tone: 'muted' },
  ]);
}
