import type { PlainDate } from '../../dates/index.js';
import { checkObject, checkText, refuseUnknown } from '../../errors/index.js';
import { type CurrencyCode, checkCurrency, parseMoneyIn, toMinorUnits } from '../../money/index.js';
import { most } from '../account/exact.js';
import { INSIDE, type Rebalancer } from '../compile-rebalancing.js';
import type { Rebalancing } from '../result/result.js';
import { type Act, actOnHousehold, type DecideShare } from './act-on-household.js';
import { describeHousehold } from './describe-household.js';
import { HOUSEHOLD_FIELDS } from './fields.js';
import type { Household } from './household.js';
import { readLocation } from './location-cost.js';
import { type HouseholdLook, type LookRule, lookAtHousehold } from './look-at-household.js';
import { readTarget } from './read-household.js';
import type { HouseholdRebalancing } from './result.js';
import { type SplitWithdrawal, splitWithdrawal } from './split-withdrawal.js';

/** Measures a household once, and where something is due shares its target out and has each account brought to its share. */
export function runHousehold<C extends CurrencyCode>(
  household: Household<C>,
  rebalancer: Rebalancer,
  asOf: PlainDate,
  decide: DecideShare,
): HouseholdRebalancing<C> {
  checkObject(household, 'household');
  refuseUnknown(household, 'household', HOUSEHOLD_FIELDS);
  const { universe, [INSIDE]: inside } = rebalancer;
  checkText(household.id, 'household.id');
  const target = readTarget(household.target, universe);
  const costOf = readLocation(household.location, universe, 'household.location');
  const rule: LookRule = { target, costOf, inside, asOf };
  const act = (look: HouseholdLook<C>): Act<C> => actOnHousehold(look, rebalancer, asOf, decide);
  const write = (look: HouseholdLook<C>, done: Act<C>, split?: SplitWithdrawal) =>
    describeHousehold({ rebalancer, asOf, ...look, ...done, ...(split && { split }) });

  const own = lookAtHousehold(household, rule);
  if (household.withdrawal === undefined) return write(own, act(own));
  const amount = readWithdrawal(household);
  // Each time around an account pays less than it was to, at last nothing.
  const caps = new Map<string, bigint>();
  for (;;) {
    const { look, split } = payOut(amount, own, rule, caps);
    const done = act(look);
    const short = split.parts.findIndex((part, i) => part > 0n && isShort(done.results[i]));
    if (short < 0) return write(look, done, split);
    const { account } = look.accounts[short]!;
    caps.set(account.id, caps.has(account.id) ? 0n : payableBy(short, look, split, done));
  }
}

/** Whether an account does not pay out what it is to. */
function isShort(result: Rebalancing | undefined): boolean {
  if (result?.withdrawal === undefined) return false;
  const { asked, paid } = result.withdrawal;
  return toMinorUnits(paid) < toMinorUnits(asked);
}

/** The most that an account can pay of its part, in the household's currency. */
function payableBy<C extends CurrencyCode>(
  place: number,
  { accounts }: HouseholdLook<C>,
  { parts }: SplitWithdrawal,
  { results }: Act<C>,
): bigint {
  const { toHousehold, toOwn } = accounts[place]!;
  const { asked, paid, possible } = results[place]!.withdrawal!;
  // What is paid in part is what steps and charges let out.
  const out = toMinorUnits(paid) > 0n ? paid : possible;
  const missing = toMinorUnits(asked) - toMinorUnits(out);
  const payable = toHousehold(toOwn(parts[place]!) - missing);
  return most(payable - (toHousehold(1n) - 1n), 0n);
}

function readWithdrawal({ withdrawal, currency }: Household): bigint {
  const own = checkCurrency(currency, 'household.currency');
  const limits = { sign: 'not-negative' } as const;
  return toMinorUnits(parseMoneyIn(withdrawal, own, 'household.withdrawal', limits));
}

/** Splits a withdrawal over the accounts: as if money were raised alone, and anew where something is due once it is paid. */
function payOut<C extends CurrencyCode>(
  amount: bigint,
  own: HouseholdLook<C>,
  rule: LookRule,
  caps: ReadonlyMap<string, bigint>,
): { readonly look: HouseholdLook<C>; readonly split: SplitWithdrawal } {
  const costsAdd = own.household.location?.kind === 'costs';
  const payWhere = (isDue: boolean) => {
    const split = splitWithdrawal(amount, own.problem, own.accounts, {
      ...rule,
      pool: own.pool,
      desk: own.desk,
      isDue,
      costsAdd,
      caps,
    });
    const paid = own.accounts.map(
      ({ account, toOwn }, i) => [account.id, toOwn(split.parts[i]!)] as const,
    );
    return { split, look: lookAtHousehold(own.household, rule, new Map(paid)) };
  };
  const raised = payWhere(false);
  const { look, split } = raised.look.isDue ? payWhere(true) : raised;
  const isUnpaid = amount > 0n && split.parts.every((part) => part === 0n);
  return { look: isUnpaid ? waiting(look) : look, split };
}

/** The household as if nothing were due: what else would be done waits until its withdrawal is settled. */
function waiting<C extends CurrencyCode>(look: HouseholdLook<C>): HouseholdLook<C> {
  return { ...look, isDue: false, weighedBy: { ...look.weighedBy, isDue: false } };
}
