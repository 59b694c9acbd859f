import { driftChart } from 'aptfolio/report';
import type { Section } from '../account.js';
import { drawDrift } from '../charts.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import { levelName, section } from './section.js';

/** Step 10: the proposal, complete or not shown. */
export function proposal({ proposal: shown, outcome }: Run, teller: Teller): Section {
  if (shown.status === 'incomplete') {
    return section('10', teller, teller.say('proposal.incomplete'), [
      { kind: 'list', items: shown.reasons.map(teller.reason) },
    ]);
  }
  const { risk, returns, liquidity, conflicts, direction } = shown;
  const rows = returns.scenarios.map(({ scenario, return: value }) => [
    teller.say(`report.scenario.${scenario}`),
    teller.percent2(value),
  ]);
  const classes = teller.list(
    Object.entries(direction.assetClasses).map(
      ([id, weight]) => `${teller.assetClass(id)} ${teller.percent2(weight)}`,
    ),
  );
  return section('10', teller, teller.say('proposal.complete'), [
    {
      kind: 'list',
      items: [
        teller.say('proposal.risk', {
          level: levelName(risk.level, teller),
          rating: teller.say(`products.rating.${risk.highestRating}`),
          volatility: risk.volatility,
        }),
        classes,
        teller.say('proposal.liquidity', {
          free: liquidity.withoutLockUp,
          days: liquidity.longestLockUpDays,
        }),
        ...conflicts.map((statement) => statement[teller.locale]),
      ],
    },
    {
      kind: 'table',
      head: [teller.say('head.scenario'), teller.say('head.return')],
      rows,
      figuresFrom: 1,
    },
    { kind: 'text', text: teller.reasons(shown.reasons), tone: 'key' },
    {
      kind: 'text',
      text: teller.say('proposal.hash', { hash: outcome.proposalHash }),
      tone: 'muted',
    },
  ]);
}

/** Step 11: the orders, their checks and their lives. */
export function orders({ outcome, orders: lives, inputs }: Run, teller: Teller): Section {
  const { orders: plan, checks } = outcome;
  const decision = teller.say('orders.decision', {
    count: plan.orders.length,
    gross: plan.totalGross,
    fee: plan.totalFee,
  });
  const rows = lives.map(({ order }) => [
    order.id,
    teller.say(`check.${checks[order.id]!.status}`),
    teller.say(`state.${order.state}`),
    teller.money(order.gross),
    teller.money(order.fee),
    teller.money(order.net),
  ]);
  const refused = lives[0]?.steps.find(({ status }) => status === 'illegal');
  const twice =
    refused?.status === 'illegal'
      ? [teller.say('orders.twice', { reason: teller.reason(refused.reason) })]
      : [];
  const { residualProduct: product } = inputs.reference.orders;
  return section('11', teller, decision, [
    {
      kind: 'table',
      head: ['order', 'check', 'state', 'gross', 'entry-fee', 'net'].map((key) =>
        teller.say(`head.${key}`),
      ),
      rows,
      figuresFrom: 3,
    },
    {
      kind: 'list',
      items: [teller.say('orders.residual', { residual: plan.residual, product }), ...twice],
    },
  ]);
}

/** Step 12: today's value, and which classes have left their bands. */
export function monitoring({ review, inputs }: Run, teller: Teller): Section {
  const { valuation, rebalancing } = review.outcome;
  const { lines, triggered } = rebalancing.drift;
  const decision = teller.say('monitoring.decision', {
    total: valuation.total,
    asOf: inputs.market.asOf,
    classes: triggered.length === 0 ? teller.say('cell.none') : triggered.map(teller.assetClass),
  });
  return section('12', teller, decision, [
    {
      kind: 'table',
      head: [
        ...['class', 'target', 'current', 'drift', 'band'].map((key) => teller.say(`head.${key}`)),
        '',
      ],
      rows: lines.map((line) => [
        teller.assetClass(line.id),
        teller.percent2(line.target),
        teller.percent2(line.current),
        teller.percent2(line.drift),
        teller.percent2(line.band),
        teller.say(line.triggered ? 'cell.out-of-band' : 'cell.within'),
      ]),
      figuresFrom: 1,
    },
  ]);
}

/** Step 13: trade or hold, with both numbers. */
export function rebalancing({ review }: Run, teller: Teller): Section {
  const { decision, gain, cost, considered, dropped, drift, after, reasons } =
    review.outcome.rebalancing;
  return section('13', teller, teller.say(`rebalancing.${decision}`, { gain, cost }), [
    {
      kind: 'chart',
      title: teller.say('chart.drift'),
      svg: drawDrift(driftChart(drift, after.drift), (key) =>
        key.startsWith('drift.') ? teller.say(key) : teller.assetClass(key),
      ),
    },
    {
      kind: 'table',
      head: ['trade', 'product', 'amount', 'entry-fee'].map((key) => teller.say(`head.${key}`)),
      rows: considered.map(({ side, product, amount, entryFee }) => [
        teller.say(`side.${side}`),
        product,
        teller.money(amount),
        teller.money(entryFee),
      ]),
      figuresFrom: 2,
    },
    {
      kind: 'list',
      items: [
        ...dropped.map(({ side, product, amount, reasons: why }) =>
          teller.say('rebalancing.dropped', {
            side: teller.say(`side.${side}`),
            product,
            amount,
            reasons: teller.reasons(why),
          }),
        ),
        ...reasons.map(teller.reason),
      ],
    },
  ]);
}

/** Step 14: returns and the bridge. */
export function period({ period: report }: Run, teller: Teller): Section {
  const { beforeEntryFees, afterEntryFees, moneyWeighted, bridge } = report;
  const decision = teller.say('report.decision', {
    before: beforeEntryFees.status === 'return' ? beforeEntryFees.rate : 0,
    after: afterEntryFees.status === 'return' ? afterEntryFees.rate : 0,
    xirr:
      moneyWeighted.status === 'rate'
        ? teller.percent2(moneyWeighted.rate)
        : teller.say('report.undefined'),
  });
  const rows = [
    [teller.say('bridge.opening'), teller.money(bridge.opening)],
    ...bridge.steps.map(({ id, amount }) => [
      teller.say(`report.bridge.${id}`),
      teller.money(amount),
    ]),
    [teller.say('bridge.closing'), teller.money(bridge.closing)],
  ];
  const head = [teller.say('head.line'), teller.say('head.amount')];
  const note = teller.say(`bridge.status.${bridge.status}`, { rest: bridge.unexplained });
  return section('14', teller, decision, [
    { kind: 'table', head, rows, figuresFrom: 1 },
    { kind: 'text', text: note },
  ]);
}
