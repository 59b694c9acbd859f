import type { Section } from '../account.js';
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
