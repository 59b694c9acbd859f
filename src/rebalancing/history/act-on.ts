import type { PlainDate } from '../../dates/index.js';
import { destinationOf } from '../destination/destination-of.js';
import { CASH, type Drift } from '../drift/drift.js';
import { driftOf } from '../drift/drift-of.js';
import { findTriggers } from '../triggers/find-triggers.js';
import type { HistoryStep } from './history.js';
import { placeFlow } from './place-flow.js';
import type { ReadHistory } from './read-history.js';
import type { ReadPolicy } from './replay-policy.js';
import { type Traded, tradeTo } from './trade-to.js';

/** What is carried from one period to the next. */
export interface HistoryState {
  readonly values: Float64Array;
  readonly lastTradeOn: PlainDate;
  readonly breached: ReadonlySet<string>;
}

/** What a policy does at the end of a period whose returns are in `grown` already. */
export function actOn(
  grown: Float64Array,
  on: PlainDate,
  state: HistoryState,
  history: ReadHistory,
  policy: ReadPolicy,
): { readonly state: HistoryState; readonly step: HistoryStep } {
  const earned = total(grown);
  const flow = history.flow * earned;
  const money = earned + flow;
  const drift = driftWith(grown, flow, state.breached, history, policy);
  const fires = hasFired(drift, flow / money, on, state, history, policy);
  const weights = fires
    ? destinationWeights(drift, history, policy)
    : weightsWithFlow(grown, flow, history, policy);
  const done = weights === undefined ? untouched(grown) : tradeTo(grown, money, weights, history);
  const { values, bought, sold, cost } = done;
  const traded = fires && bought + sold > 0;
  const opened = total(state.values);
  return {
    state: {
      values,
      lastTradeOn: traded ? on : state.lastTradeOn,
      breached: stillOut(values, drift, history, policy),
    },
    step: Object.freeze({
      on,
      periodReturn: (earned / opened) * (1 - cost / money) - 1 + 0,
      before: shares(grown, history),
      after: shares(values, history),
      drift: flow === 0 ? drift.portfolioDrift : distance(grown, history),
      traded,
      turnover: (bought + sold) / 2 / money,
      cost: cost / money,
      wealth: total(values),
    }),
  };
}

/** What is not back yet: nothing where whatever is within its band counts as back, as it is then measured anew in any case. */
function stillOut(
  values: Float64Array,
  { triggered }: Drift,
  history: ReadHistory,
  policy: ReadPolicy,
): ReadonlySet<string> {
  if (policy.bands.reentry === 1) return new Set();
  return new Set(driftWith(values, 0, new Set(triggered), history, policy).triggered);
}

function driftWith(
  values: Float64Array,
  flow: number,
  breached: ReadonlySet<string>,
  { assetClasses, target }: ReadHistory,
  { bands }: ReadPolicy,
): Drift {
  const money = total(values) + flow;
  const current = new Map(assetClasses.map((id, i) => [id, values[i]! / money]));
  if (flow !== 0) current.set(CASH, flow / money);
  return driftOf(current, target, bands, breached);
}

function hasFired(
  drift: Drift,
  freeCash: number,
  asOf: PlainDate,
  { lastTradeOn }: HistoryState,
  { calendar }: ReadHistory,
  { triggers }: ReadPolicy,
): boolean {
  const seen = { drift, freeCash, events: [], lastTradeOn };
  return findTriggers(seen, triggers, { asOf, calendar }).fired.length > 0;
}

function destinationWeights(
  drift: Drift,
  { assetClasses }: ReadHistory,
  { destination, scope }: ReadPolicy,
): Float64Array {
  const weights = destinationOf(drift, destination, scope);
  return Float64Array.from(assetClasses, (id) => weights.get(id) ?? 0);
}

function weightsWithFlow(
  grown: Float64Array,
  flow: number,
  { assetClasses, target }: ReadHistory,
  { towardsTarget }: ReadPolicy,
): Float64Array | undefined {
  if (flow === 0) return undefined;
  const aim = Float64Array.from(assetClasses, (id) => target.get(id) ?? 0);
  return placeFlow(grown, flow, aim, towardsTarget);
}

function untouched(values: Float64Array): Traded {
  return { values, bought: 0, sold: 0, cost: 0 };
}

function shares(
  values: Float64Array,
  { assetClasses }: ReadHistory,
): Readonly<Record<string, number>> {
  const sum = total(values);
  return Object.freeze(Object.fromEntries(assetClasses.map((id, i) => [id, values[i]! / sum])));
}

function distance(values: Float64Array, { assetClasses, target }: ReadHistory): number {
  const sum = total(values);
  let apart = 0;
  assetClasses.forEach((id, i) => {
    apart += Math.abs(values[i]! / sum - (target.get(id) ?? 0));
  });
  return apart / 2;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
