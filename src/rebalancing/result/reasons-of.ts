import { makeReason, type Reason } from '../../evidence/index.js';
import { type Decided, isEmpty, type Weighed } from '../decide.js';
import type { Situation } from '../reach/situation.js';
import type { Plan } from '../rounding/plan.js';
import type { Writer } from './writer.js';

/** Why the account is traded or not, as a whole. */
export function reasonsOf(
  situation: Situation,
  decided: Decided,
  weightsAfter: Float64Array,
  write: Writer,
): Reason[] {
  const { considered, fired, waiting, decision } = decided;
  return [
    ...statusReasons(situation),
    ...fired.flatMap(({ reasons }) => reasons),
    ...waiting,
    ...(decided.givenUp === undefined ? [] : [weighingReason(situation, decided.givenUp, write)]),
    ...(considered === undefined || isExchangeOnly(considered.plan)
      ? nothingPlanned(situation, decided)
      : plannedReasons(situation, considered.plan, write)),
    ...tooLarge(situation, weightsAfter),
    ...moneyReasons(situation, decided, write),
    ...(considered === undefined || isExchangeOnly(considered.plan)
      ? []
      : considered.plan.trades.fits.length === 0
        ? [makeReason('rebalancing.nothing-to-trade', 'info')]
        : considered.weighing === undefined || considered.plan.occasion.task === 'raise'
          ? []
          : [weighingReason(situation, considered.weighing, write, decision)]),
  ];
}

/** Nothing was to be traded: money is only changed for what is to be paid. */
function isExchangeOnly({ occasion, trades }: Plan): boolean {
  return occasion.task === 'raise' && !occasion.money.mustRaise && trades.fits.length === 0;
}

function statusReasons({ account }: Situation): readonly Reason[] {
  return account.status === 'active'
    ? []
    : [makeReason(`rebalancing.account-${account.status}`, 'block')];
}

function nothingPlanned(situation: Situation, { fired, waiting }: Decided): Reason[] {
  const { now } = situation;
  if (isEmpty(situation)) return [makeReason('rebalancing.nothing-held', 'info')];
  if (fired.length > 0 || waiting.length > 0) return [];
  const code = now.drift.triggered.length === 0 ? 'within-bands' : 'no-trigger';
  return [makeReason(`rebalancing.${code}`, 'info')];
}

function plannedReasons({ account }: Situation, plan: Plan, write: Writer): Reason[] {
  const { goals, trades, reasons } = plan;
  const isFrozen = account.status !== 'active';
  const list: Reason[] = [...reasons];
  if (!goals.isReached && !isFrozen)
    list.push(makeReason('rebalancing.target-out-of-reach', 'warn'));
  if (trades.factor < 1) {
    for (const code of trades.exceeded) {
      list.push(makeReason(`${code}-caps-trades`, 'info', { factor: trades.factor }));
    }
  } else if (trades.exceeded.length > 0) {
    for (const code of trades.exceeded) list.push(makeReason(`${code}-exceeded`, 'warn'));
  }
  const floor = plan.occasion.inside.policy.cash.floor;
  if (plan.cashAfter < floor && account.status === 'active') {
    const missing = write(floor - plan.cashAfter);
    list.push(makeReason('rebalancing.money-still-missing', 'warn', { missing }));
  }
  return list;
}

/** Weights come from divisions. */
const ROUNDING = 1e-9;

/** Products that stay above the most that the policy allows. */
function tooLarge({ account, inside }: Situation, weightsAfter: Float64Array): Reason[] {
  const { maxWeight } = inside.policy.trading;
  if (maxWeight.size === 0) return [];
  return account.holdings.flatMap(({ id }, place) => {
    const most = maxWeight.get(id);
    const weight = weightsAfter[place]!;
    if (most === undefined || weight <= most + ROUNDING) return [];
    return [makeReason('rebalancing.max-weight-exceeded', 'warn', { product: id, weight, most })];
  });
}

function moneyReasons({ account, money }: Situation, decided: Decided, write: Writer): Reason[] {
  const list: Reason[] = [];
  const plan = decided.considered?.plan;
  if (account.withdrawal > 0n) {
    const isPaid = plan === undefined || plan.paidOut > 0n;
    const code = !isPaid ? 'not-covered' : money.mustRaise ? 'raised' : 'from-cash';
    const parameters = { amount: write(account.withdrawal) };
    list.push(makeReason(`rebalancing.withdrawal-${code}`, isPaid ? 'info' : 'warn', parameters));
  }
  if (account.deposit > 0n) {
    const isInvested = decided.decision === 'trade' && money.free > 0n;
    const code = isInvested ? 'invested' : 'waits';
    list.push(
      makeReason(`rebalancing.deposit-${code}`, 'info', { amount: write(account.deposit) }),
    );
  }
  return list;
}

function weighingReason(
  { inside }: Situation,
  { gain, cost }: Weighed,
  write: Writer,
  decision?: Decided['decision'],
): Reason {
  const code =
    gain > cost ? 'gain-above-cost' : decision === 'trade' ? 'cost-accepted' : 'cost-above-gain';
  const { years } = inside.policy.weighing;
  return makeReason(`rebalancing.${code}`, 'info', { gain: write(gain), cost: write(cost), years });
}
