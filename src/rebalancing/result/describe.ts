import { sizeOf } from '../account/exact.js';
import { certify } from '../certificate/certify.js';
import type { Rebalancer } from '../compile-rebalancing.js';
import type { Considered, Decided } from '../decide.js';
import type { Measured } from '../reach/measure.js';
import type { Situation } from '../reach/situation.js';
import { certaintyEquivalent } from '../weighing/certainty-equivalent.js';
import { writeState } from './account-state.js';
import { type CostUnits, NO_COSTS, writeCosts } from './costs.js';
import { describeExchanges, writeCash } from './describe-cash.js';
import { describeTrades } from './describe-trades.js';
import { inputHashOf } from './input-hash.js';
import { instructionOf } from './instruction.js';
import { describeNotTraded, nothingTraded } from './not-traded.js';
import { describeOutOfReach } from './out-of-reach.js';
import { reasonsOf } from './reasons-of.js';
import { recordOf } from './record-of.js';
import type { Rebalancing } from './result.js';
import { writeWithdrawal } from './withdrawal.js';
import { makeWriter } from './writer.js';

/** Writes what was decided. */
export function describe(
  situation: Situation,
  decided: Decided,
  rebalancer: Rebalancer,
): Rebalancing {
  const { account, inside, desk, money, now } = situation;
  const { holdings } = account;
  const write = makeWriter(account.currency);
  const { considered, decision } = decided;
  const after = stateAfter(situation, considered);
  const values = holdings.map(({ value }) => value);
  const before = writeState(holdings, values, account.cashTotal, now, write);
  const stateWritten = writeState(holdings, after.values, after.cash, after.measured, write);
  const costs: CostUnits = considered?.costs.all ?? NO_COSTS;
  const weights = { before: now.products, after: after.measured.products };
  const trades = Object.freeze(
    considered === undefined
      ? []
      : describeTrades(considered.plan, considered.costs, considered.harvest, weights, write),
  );
  const cash = writeCash(situation, considered, write);
  const writtenCosts = writeCosts(costs, write);
  const notTraded =
    considered === undefined
      ? nothingTraded(situation, decided, write)
      : describeNotTraded(considered, decided, weights.before, write);
  const certificate = certify({
    account: account.given,
    policy: rebalancer.policy,
    universe: rebalancer.universe,
    desk,
    rateOf: account.rateOf,
    taxUnderWay: account.taxUnderWay,
    value: write(account.value),
    investable: write(money.investable),
    before,
    after: stateWritten,
    trades,
    costs: writtenCosts,
    cash,
  });
  const isTrade = decision === 'trade';
  return Object.freeze({
    decision,
    account: account.id,
    policy: inside.policy.id,
    asOf: desk.asOf,
    inputHash: inputHashOf(account, inside, desk.asOf),
    value: write(account.value),
    investable: write(money.investable),
    before,
    after: stateWritten,
    fired: Object.freeze([...decided.fired]),
    trades: isTrade ? trades : Object.freeze([]),
    considered: trades,
    notTraded: Object.freeze(notTraded),
    outOfReach: Object.freeze(
      considered === undefined
        ? []
        : describeOutOfReach(considered.plan, after.measured.products, write),
    ),
    exchanges: describeExchanges(considered, account.currency),
    costs: writtenCosts,
    cash,
    fit: fitOf(situation, considered),
    certificate,
    next: Object.freeze({
      breached: isTrade ? after.measured.drift.triggered : now.drift.triggered,
    }),
    consent: isTrade && account.mode === 'advice' ? 'needed' : 'not-needed',
    instruction: instructionOf(
      account.id,
      recordOf(
        holdings.filter(({ target }) => target > 0),
        ({ target }) => target,
      ),
      now.drift.lines,
      inside.policy,
      desk.asOf,
    ),
    reasons: Object.freeze(reasonsOf(situation, decided, after.measured, write)),
    ...weighingOf(situation, considered, write),
    ...writeWithdrawal(situation, decided, write),
  });
}

interface After {
  readonly values: readonly bigint[];
  readonly cash: bigint;
  readonly measured: Measured;
}

/** The account once the considered trades are done, charges and withdrawal paid. */
function stateAfter({ account, now }: Situation, considered: Considered | undefined): After {
  if (considered === undefined) {
    const values = account.holdings.map(({ value }) => value);
    return { values, cash: account.cashTotal - account.withdrawal, measured: now };
  }
  const { valuesAfter: values, cashAfter: cash, after: measured } = considered.plan;
  return { values, cash, measured };
}

function weighingOf(
  { inside, account, now }: Situation,
  considered: Considered | undefined,
  write: ReturnType<typeof makeWriter>,
): Pick<Rebalancing, 'gain' | 'utilityBefore' | 'utilityAfter'> {
  const { utility } = inside.policy;
  if (utility === undefined) return {};
  const weighing = considered?.weighing;
  if (weighing === undefined) {
    const same = certaintyEquivalent(utility, account.holdings, now);
    return { gain: write(0n), utilityBefore: same, utilityAfter: same };
  }
  const { gain, utilityBefore, utilityAfter } = weighing;
  return { gain: write(gain), utilityBefore, utilityAfter };
}

/** The noise of weights. */
const NOISE = 1e-12;

function fitOf(
  { now, account }: Situation,
  considered: Considered | undefined,
): Rebalancing['fit'] {
  if (considered === undefined) return now.drift.largest <= NOISE ? 'exact' : 'inexact';
  const { goals, trades } = considered.plan;
  if (goals.isAmbiguous) return 'ambiguous';
  if (!goals.isReached || trades.drops.length > 0 || trades.factor < 1) return 'inexact';
  const change = new Map(
    trades.fits.map(({ place, side, amount }) => [place, side === 'buy' ? amount : -amount]),
  );
  // What rounding leaves over is a unit or so a product, and a unit of its currency.
  const isExact = trades.asked.every((asked, place) => {
    const { over, under } = account.holdings[place]!.rate;
    const apart = (change.get(place) ?? 0n) - asked;
    return sizeOf(apart) <= BigInt(account.holdings.length) + (over === under ? 0n : over / under);
  });
  return isExact ? 'exact' : 'inexact';
}
