import type { Rebalancing, RuleCheck } from 'aptfolio/rebalancing';
import { driftChart } from 'aptfolio/report';
import type { Section } from '../account.js';
import { drawDrift } from '../charts.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import { section } from './section.js';

/** Step 12: today's value, and which classes have left their bands. */
export function monitoring({ review, inputs }: Run, teller: Teller): Section {
  const { value, before, fired } = review.outcome.rebalancing;
  const { lines, triggered, portfolioDrift } = before.drift;
  const decision = teller.say('monitoring.decision', {
    total: value,
    asOf: inputs.market.asOf,
    classes: triggered.length === 0 ? teller.say('cell.none') : triggered.map(teller.assetClass),
  });
  return section('12', teller, decision, [
    {
      kind: 'table',
      head: [
        ...['class', 'target', 'current', 'drift', 'range'].map((key) => teller.say(`head.${key}`)),
        '',
      ],
      rows: lines.map((line) => [
        teller.assetClass(line.id),
        teller.percent2(line.target),
        teller.percent2(line.current),
        teller.percent2(line.drift),
        teller.say('cell.range', { low: line.below, high: line.above }),
        teller.say(line.triggered ? 'cell.out-of-band' : 'cell.within'),
      ]),
      figuresFrom: 1,
    },
    {
      kind: 'list',
      items: [
        ...fired.flatMap(({ reasons }) => reasons.map(teller.reason)),
        teller.say('monitoring.whole', {
          drift: portfolioDrift,
          trackingError: before.trackingError ?? 0,
        }),
      ],
    },
  ]);
}

/** Step 13: trade or hold, with both numbers, and a reason for everything that is traded or not. */
export function rebalancing({ review, universe }: Run, teller: Teller): Section {
  const result = review.outcome.rebalancing;
  const { decision, gain, costs, considered, notTraded, before, after, fired } = result;
  // Why the account was looked at stands in step 12.
  const known = new Set(fired.flatMap(({ reasons }) => reasons.map(({ code }) => code)));
  const reasons = result.reasons.filter(({ code }) => !known.has(code));
  const figures = { gain: gain ?? teller.say('cell.none'), cost: costs.total };
  return section('13', teller, teller.say(`rebalancing.${decision}`, figures), [
    {
      kind: 'chart',
      title: teller.say('chart.drift'),
      svg: drawDrift(driftChart(before.drift, after.drift), (key) =>
        key.startsWith('drift.') ? teller.say(key) : teller.assetClass(key),
      ),
    },
    { kind: 'text', text: teller.say('chart.drift.note'), tone: 'muted' },
    {
      kind: 'table',
      head: [
        ...['trade', 'amount', 'entry-fee', 'before', 'after', 'target', 'order-on', 'booked'],
      ].map((key) => teller.say(`head.${key}`)),
      rows: considered.map((trade) => [
        `${teller.say(`side.${trade.side}`)} ${trade.product} ${universe.byId[trade.product]!.name}`,
        teller.money(trade.amount),
        teller.money(trade.costs.entry),
        teller.percent2(trade.weightBefore),
        teller.percent2(trade.weightAfter),
        teller.percent2(trade.targetWeight),
        trade.orderOn,
        trade.settlesOn,
      ]),
      figuresFrom: 1,
    },
    { kind: 'text', text: teller.say('rebalancing.why'), tone: 'key' },
    {
      kind: 'list',
      items: [
        ...reasons.map(teller.reason),
        ...considered.map((trade) => teller.reasons(trade.reasons)),
        ...notTraded.map((one) => untraded(one, teller)),
      ],
    },
    { kind: 'text', text: teller.say('rebalancing.proof'), tone: 'key' },
    { kind: 'list', items: proofOf(result, teller) },
    {
      kind: 'text',
      text: teller.say('rebalancing.hash', { hash: result.inputHash }),
      tone: 'muted',
    },
  ]);
}

/** What is asked for and not done, or needs nothing done. */
function untraded(
  { side, product, amount, reasons }: Rebalancing['notTraded'][number],
  teller: Teller,
): string {
  const why = teller.reasons(reasons);
  if (side === undefined) return why;
  const parameters = { side: teller.say(`side.${side}`), product, amount, reasons: why };
  return teller.say('rebalancing.dropped', parameters);
}

/** What the trades lead to, where the money stays, and the rules that were checked on the rounded trades. */
function proofOf(result: Rebalancing, teller: Teller): readonly string[] {
  const { before, after, cash, certificate, consent } = result;
  const { before: free, proceeds, purchases, charges, after: left } = cash;
  return [
    teller.say('rebalancing.closer', {
      ...{ drift: before.drift.portfolioDrift, driftAfter: after.drift.portfolioDrift },
      ...{ error: before.trackingError ?? 0, errorAfter: after.trackingError ?? 0 },
    }),
    teller.say('rebalancing.cash', { free, proceeds, purchases, charges, left }),
    certified(certificate, teller),
    teller.say(`rebalancing.consent.${consent}`),
  ];
}

function certified(checks: readonly RuleCheck[], teller: Teller): string {
  const missed = checks.filter(({ holds }) => !holds);
  const named = (missed.length === 0 ? checks : missed).map(({ rule }) => nameOf(rule, teller));
  const parameters = { count: checks.length, missed: missed.length, rules: teller.list(named) };
  return teller.say(missed.length === 0 ? 'rebalancing.holds' : 'rebalancing.missed', parameters);
}

/** A rule's name in words; one of a single product has its id behind a colon. */
function nameOf(rule: string, teller: Teller): string {
  const [name = '', id] = rule.split(':');
  const words = teller.say(`rule.${name}`);
  return id === undefined ? words : `${words} (${id})`;
}
