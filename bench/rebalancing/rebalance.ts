import { type Rebalancing, rebalance } from 'aptfolio/rebalancing';
import { type Contest, compare, kept } from '../measure.js';
import {
  type Account,
  AS_OF,
  byClasses,
  IDS,
  type Kind,
  RESIDUAL,
  rebalancer,
  someAccounts,
} from './case.js';
import { type BareAccount, bareOf, driftAndSplit } from './drift-and-split.js';

/** On one core. */
const AT_LEAST = 5_000;

const ACCOUNTS = 100;

/** A bank runs a book at a stretch, and an account leaves some two hundred thousand bytes of garbage. */
const TURN = 250;

/** So much code is only as fast as it will be in a book after some ten thousands of accounts. */
const WARM_UP = 200;

/** The largest step of a product, and the smallest trade, in smallest units. */
const STEP = 10_000;
const SMALL = 10_000;

compare('Accounts of ten positions rebalanced per second, with costs, certificate and reasons', [
  contest('all can be traded', 'drifted'),
  contest('one locked, one only sold', 'hindered'),
  contest('within bands', 'quiet'),
  contest('measured by asset classes', 'drifted', byClasses),
]);

function contest(name: string, kind: Kind, by = rebalancer): Contest {
  const accounts = [...someAccounts(ACCOUNTS, kind)];
  const bare = accounts.map(bareOf);
  accounts.forEach((account, i) => {
    checkCertificate(account, by);
    if (by === rebalancer) checkAgreement(account, bare[i]!, kind);
  });
  const all = (): void => {
    // Results are let go of, as a book does that writes one after the other.
    for (const account of accounts) kept.result = ours(account, by);
  };
  for (let round = 0; round < WARM_UP; round++) all();
  return {
    name,
    peer: 'drift and split',
    items: ACCOUNTS,
    turn: TURN,
    apart: true,
    ours: all,
    theirs: () => {
      for (const one of bare) kept.result = driftAndSplit(one);
    },
    floor: 0.001,
    atLeast: AT_LEAST,
  };
}

function ours(account: Account, by = rebalancer): Rebalancing<'CNY'> {
  return rebalance(account, by, { asOf: AS_OF });
}

function checkCertificate(account: Account, by: typeof rebalancer): void {
  const fault = ours(account, by).certificate.find(({ holds }) => !holds);
  if (fault !== undefined) throw new Error(`account ${account.id}: ${fault.rule} does not hold`);
}

/** Both must find the same accounts out of their bands, and trade the same but for what is charged and rounded. */
function checkAgreement(account: Account, bare: BareAccount, kind: Kind): void {
  const { considered, costs, fired } = ours(account);
  const trades = driftAndSplit(bare);
  if ((trades === undefined) !== (fired.length === 0)) {
    throw new Error(`account ${account.id} is out of its bands for one side only`);
  }
  if (trades === undefined || kind === 'hindered') return;
  const room = unitsOf(costs.total.amount) + STEP;
  IDS.forEach((id, i) => {
    const trade = considered.find(({ product }) => product === id);
    const size = trade === undefined ? 0 : unitsOf(trade.amount.amount);
    const apart = Math.abs((trade?.side === 'sell' ? -size : size) - trades[i]!);
    if (apart > room * (id === RESIDUAL ? IDS.length : 1) + (size === 0 ? SMALL : 0)) {
      throw new Error(`account ${account.id}: trades of ${id} are ${apart} units apart`);
    }
  });
}

function unitsOf(amount: string): number {
  return Number(amount.replace('.', ''));
}
