import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { toAccount, toLocal } from '../account/rates.js';
import { paymentFor } from '../reach/find-purchase.js';
import type { Act } from './act-on-household.js';
import { findHouseholdTriggers } from './household-triggers.js';
import type { HouseholdLook } from './look-at-household.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount } from './read-household.js';
import type { Sharing } from './share-problem.js';
import { whatIsMade } from './what-is-made.js';

/** How often charges are set aside and all is shared out anew. */
const ROUNDS = 3;

/**
 * Acts, and where the household would be brought again on the same day, because what it cannot reach keeps it out, shares out only what the
 * charges leave: what fees take from one account is then no reason to trade a second time.
 *
 * @param actWith acts with so much of each account set aside, in smallest units of the household's currency.
 */
export function actNetOfCharges<C extends CurrencyCode>(
  look: HouseholdLook<C>,
  asOf: PlainDate,
  actWith: (charged?: readonly bigint[]) => Act<C>,
): Act<C> {
  const first = actWith();
  if (!first.isBrought || !firesAgain(look, first, asOf)) return first;
  let charged = look.accounts.map(() => 0n);
  let done = first;
  for (let round = 0; round < ROUNDS; round++) {
    const next = chargesOf(look, done);
    if (next.every((amount, i) => amount === charged[i])) break;
    charged = next;
    done = actWith(charged);
  }
  // The plan is told as it is before charges.
  return { ...done, plan: first.plan };
}

/** Whether drift, risk or money would be a reason to trade once all is done; a day or an event has passed then. */
function firesAgain<C extends CurrencyCode>(
  { accounts, pool }: HouseholdLook<C>,
  { after }: Act<C>,
  asOf: PlainDate,
): boolean {
  const { fired } = findHouseholdTriggers(accounts, pool, after.measured, asOf);
  return fired.some(({ kind }) => kind !== 'calendar' && kind !== 'event');
}

function chargesOf<C extends CurrencyCode>(
  { accounts }: HouseholdLook<C>,
  { results }: Act<C>,
): bigint[] {
  return accounts.map(({ toHousehold }, i) => {
    const result = results[i];
    return result === undefined ? 0n : toHousehold(whatIsMade(result).charges);
  });
}

/** The sharing with what is paid for purchases in place of what is left of them once entry fee and spread are paid. */
export function withPayments(
  { cells, origins }: PosedProblem,
  sharing: Sharing,
  accounts: readonly ReadShareAccount[],
): Sharing {
  const amounts = sharing.amounts.map((amount, j) => {
    const { account, held } = cells[j]!;
    if (amount <= held) return amount;
    const { toHousehold, toOwn } = accounts[account]!;
    const { holding } = origins[j]!;
    const net = toLocal(toOwn(amount - held), holding.rate);
    return amount + toHousehold(toAccount(paymentFor(net, holding) - net, holding.rate));
  });
  return { ...sharing, amounts };
}
