import type { PlainDate } from '../dates/index.js';
import type { CurrencyCode } from '../money/index.js';
import type { RebalancingAccount } from './account/account.js';
import { divideMoney } from './account/cash-to-keep.js';
import { least } from './account/exact.js';
import { type ReadAccount, readAccount } from './account/read-account.js';
import { settleCash } from './account/settle-cash.js';
import { checkRebalancer } from './check-rebalancer.js';
import type { Rebalancer } from './compile-rebalancing.js';
import {
  type Decided,
  decide,
  decideWithout,
  raiseInTime,
  type Unpaid,
  type Verdict,
} from './decide.js';
import { type StandIns, withStandIns } from './lots/stand-in.js';
import type { Inside } from './policy/compiled-policy.js';
import { capRowsOf } from './reach/caps.js';
import { withClassTarget } from './reach/class-target.js';
import { aimOf, measure, weigh } from './reach/measure.js';
import type { Situation } from './reach/situation.js';
import { describe } from './result/describe.js';
import type { Rebalancing } from './result/result.js';

/** Reads an account, decides and writes what was decided. */
export function rebalanceAccount<C extends CurrencyCode>(
  account: RebalancingAccount<C>,
  rebalancer: Rebalancer<C>,
  asOf: PlainDate,
  verdict: Verdict,
): Rebalancing<C> {
  const inside = checkRebalancer(rebalancer, asOf);
  const read = inTimeIfPossible(readAccount(account, inside, asOf), inside, asOf);
  const situation = lookAt(read, inside, asOf);
  const decided = decide(situation, verdict);
  // Every amount below comes from the account's own, so it is in its currency.
  const { unpaid } = decided;
  if (unpaid === undefined) return describe(situation, decided, rebalancer) as Rebalancing<C>;
  const inPart = payInPart(read, inside, asOf, unpaid, verdict);
  if (inPart !== undefined && inside.policy.cash.paysInPart) {
    return describe(inPart.situation, inPart.decided, rebalancer) as Rebalancing<C>;
  }
  // What could be paid is what a payment of it was found for.
  const most = inPart?.decided.unpaid?.most ?? unpaid.most;
  const refused = { ...decided, unpaid: { ...unpaid, most } };
  const without = lookAt({ ...read, withdrawal: 0n }, inside, asOf);
  return describe(without, decideWithout(without, refused), rebalancer) as Rebalancing<C>;
}

/** The account as it is, or with later money for a withdrawal that no sale pays by its day beside what is on its way. */
function inTimeIfPossible(read: ReadAccount, inside: Inside, asOf: PlainDate): ReadAccount {
  const { withdrawal, withdrawalBy, underWay } = read;
  if (withdrawal === 0n || withdrawalBy === undefined || underWay === undefined) return read;
  const situation = lookAt(read, inside, asOf);
  const isLate = situation.money.mustRaise && raiseInTime(situation) === undefined;
  return isLate ? { ...read, isLateAnyway: true } : read;
}

/** How often a part is made smaller: rounding does not let it out, or the less is paid the more is to stay, where that is a share of what is left. */
const TRIES = 40;

/** Decides as if as much was asked for as can be raised; nothing where that is nothing. */
function payInPart(
  read: ReadAccount,
  inside: Inside,
  asOf: PlainDate,
  unpaid: Unpaid,
  verdict: Verdict,
): { readonly situation: Situation; readonly decided: Decided } | undefined {
  let paid = unpaid.most;
  for (let tries = 0; tries < TRIES && paid > 0n; tries++) {
    const situation = lookAt({ ...read, withdrawal: paid }, inside, asOf);
    const decided = decide(situation, verdict);
    if (decided.unpaid === undefined) {
      return { situation, decided: { ...decided, unpaid: { ...unpaid, most: paid, paid } } };
    }
    paid = least(decided.unpaid.most, paid - 1n);
  }
  return undefined;
}

/** The policy with what it keeps as money in this account on this day. */
function withCashOf(read: ReadAccount, inside: Inside, asOf: PlainDate): Inside {
  const { cash } = inside.policy;
  const settled = settleCash(cash, read, asOf);
  return settled === cash ? inside : { ...inside, policy: { ...inside.policy, cash: settled } };
}

/** An account on a day, measured. */
export function lookAt(read: ReadAccount, given: Inside, asOf: PlainDate): Situation {
  const inside = withCashOf(read, given, asOf);
  const money = divideMoney(read, inside.policy);
  const { history, wantedClasses: wanted } = read;
  const values = read.holdings.map(({ value }) => value);
  const weights = weigh(read.holdings, values, money.free, money.investable, inside);
  const { holdings, reasons } = investedIn(
    wanted === undefined
      ? withStandIns(read, inside.policy, money, asOf)
      : withClassTarget(read.holdings, weights.products, wanted, inside),
    inside,
  );
  const isSame = holdings === read.holdings;
  const account = isSame ? read : { ...read, holdings, standIns: reasons };
  const aim = aimOf(holdings, inside, wanted?.weights);
  const now = measure(weights, aim, holdings, inside, history.breached);
  const caps = capRowsOf(holdings, inside.policy.trading.caps);
  return { inside, account, desk: inside.deskOn(asOf), money, aim, now, caps };
}

/** Targets as weights of all that is to be invested, where a part of it stays money. */
function investedIn(targets: StandIns, { policy }: Inside): StandIns {
  const { invested = 1 } = policy.way;
  if (invested === 1) return targets;
  const holdings = targets.holdings.map((one) => ({ ...one, target: one.target * invested }));
  return { ...targets, holdings };
}
