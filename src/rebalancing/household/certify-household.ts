import { type Money, toMinorUnits } from '../../money/index.js';
import { check } from '../certificate/evidence.js';
import type { AccountState, Rebalancing, RuleCheck } from '../result/result.js';
import type { HouseholdAccount } from './household.js';
import { whatIsMade } from './what-is-made.js';

/** An account of a household as it was given, with its result. */
export interface CertifiedAccount {
  readonly given: HouseholdAccount;
  /** What of it is to be invested, money that is left over included: its limits are shares of that. */
  readonly investable: bigint;
  /** Absent where the account is frozen, closed or empty. */
  readonly result: Rebalancing | undefined;
  /** An amount of the account's currency in the household's. */
  readonly toHousehold: (amount: bigint) => bigint;
}

/**
 * Checks on what is written that nothing is lost, that every account lives on its own money, and that each keeps to its rules and limits.
 *
 * `missedBy` is in smallest units of money, rules that are broken, or weight.
 */
export function certifyHousehold(
  accounts: readonly CertifiedAccount[],
  before: AccountState,
  after: AccountState,
): readonly RuleCheck[] {
  let paid = 0n;
  // Every amount of another currency is rounded as it is converted.
  let roundings = 0n;
  const checks: RuleCheck[] = [];
  for (const { given, investable, result, toHousehold } of accounts) {
    if (result === undefined) continue;
    const { values, cash, charges, paidOut } = whatIsMade(result);
    paid += toHousehold(charges + paidOut);
    if (given.currency !== before.cash.currency) {
      roundings += 2n * BigInt(Object.keys(values).length + 2);
    }
    const own = totalValue(result.before.values, toMinorUnits(result.before.cash));
    const apart = own - charges - paidOut - totalValue(values, cash);
    const broken = result.decision === 'trade' ? result.certificate.filter(isBroken).length : 0;
    checks.push(
      check(`own-money:${given.id}`, Math.abs(Number(apart))),
      check(`account-rules:${given.id}`, broken),
      ...checkLimits(
        given,
        { before: Number(investable), after: Number(investable - charges) },
        result,
        values,
      ),
    );
  }
  const [whole, left] = [before, after].map(({ values, cash }) =>
    totalValue(values, toMinorUnits(cash)),
  );
  const lost = Math.abs(Number(whole! - paid - left!));
  return Object.freeze([check('sum', lost > Number(roundings) ? lost : 0), ...checks]);
}

/** Whether trades take a product of an account beyond a limit of the account. */
export function isBeyondLimits({
  given,
  investable,
  result,
}: Pick<CertifiedAccount, 'given' | 'investable' | 'result'>): boolean {
  if (result === undefined) return false;
  const { values, charges } = whatIsMade(result);
  const whole = { before: Number(investable), after: Number(investable - charges) };
  return checkLimits(given, whole, result, values).some(isBroken);
}

function isBroken({ holds }: RuleCheck): boolean {
  return !holds;
}

function totalValue(values: Readonly<Record<string, Money>>, cash: bigint): bigint {
  return Object.values(values).reduce((sum, value) => sum + toMinorUnits(value), cash);
}

/** Weights come from divisions and amounts are whole units. */
const ROUNDING = 1e-9;

/**
 * Least and most of products, of what is to be invested before charges or after them; what misses its limit and is not moved further from it is
 * no fault of the trades.
 */
function checkLimits(
  { id, limits = {} }: HouseholdAccount,
  whole: { readonly before: number; readonly after: number },
  { before, trades }: Rebalancing,
  values: Readonly<Record<string, Money>>,
): readonly RuleCheck[] {
  if (whole.after <= 0) return [];
  return Object.entries(limits)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([product, { least = 0, most = 1 }]) => {
      const now = unitsOf(before.values[product]);
      const then = unitsOf(values[product]);
      const sideOf = trades.find((trade) => trade.product === product)?.side;
      const tolerance = ROUNDING + 1 / whole.after;
      const rule = (name: string, missed: number, isWorse: boolean): RuleCheck =>
        missed > 0 && !isWorse
          ? check(`${name}-not-worsened:${id}:${product}`, 0)
          : check(`${name}:${id}:${product}`, missed);
      return [
        rule('least', least - then / whole.after - tolerance, sideOf === 'sell' && then < now),
        rule('most', then / whole.before - most - tolerance, sideOf === 'buy' && then > now),
      ];
    });
}

function unitsOf(value: Money | undefined): number {
  return value === undefined ? 0 : Number(toMinorUnits(value));
}
