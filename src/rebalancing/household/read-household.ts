import type { PlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  refuseUnknown,
  renamePaths,
} from '../../errors/index.js';
import { checkCurrency } from '../../money/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { findProduct, type ProductUniverse } from '../../products/index.js';
import { divideMoney, type Money } from '../account/cash-to-keep.js';
import { divideUp, most } from '../account/exact.js';
import { readRates, toAccount } from '../account/rates.js';
import { type ReadAccount, readAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import { settleCash } from '../account/settle-cash.js';
import type { RecentTrade } from '../lots/wash-sale.js';
import type { Inside } from '../policy/compiled-policy.js';
import { type Bound, findBounds } from '../reach/bounds.js';
import { refuseLiability } from '../refuse-liability.js';
import { HOUSEHOLD_ACCOUNT_FIELDS, LIMIT_FIELDS, TARGET_FIELDS } from './fields.js';
import type { Household, HouseholdAccount, HouseholdTarget } from './household.js';
import { tradesOfOthers } from './trades-of-others.js';

/** An account of a household, checked and valued. */
export interface ReadShareAccount {
  readonly given: HouseholdAccount;
  readonly path: string;
  readonly account: ReadAccount;
  readonly money: Money;
  /** By the places of the account's holdings. */
  readonly bounds: readonly Bound[];
  /** An amount of the account's currency in the household's. */
  readonly toHousehold: (amount: bigint) => bigint;
  /** What pays an amount of the household's currency of at least 0 in the account's, rounded up. */
  readonly toOwn: (amount: bigint) => bigint;
}

/** What a household is to hold, checked. */
export interface ReadTarget {
  /** Products or asset classes, ascending. */
  readonly weights: ReadonlyMap<string, number>;
  /** Products that may be bought; where asset classes are wanted, the most preferred first. */
  readonly products: readonly string[];
  readonly kind: HouseholdTarget['kind'];
}

/** Whether an account may sell and pay out. */
export function mayTrade({ status }: ReadAccount): boolean {
  return status === 'active' || status === 'no-purchases';
}

/** Whether there is anything in an account: holdings or money. */
function hasAnything({ account: { value, holdings } }: ReadShareAccount): boolean {
  return value !== 0n || holdings.some(({ local }) => local > 0n);
}

/** The account that has all that a household has; `undefined` where several have something, or none. */
export function onlyOneOf(accounts: readonly ReadShareAccount[]): ReadShareAccount | undefined {
  const [one, ...others] = accounts.filter(hasAnything);
  return others.length > 0 ? undefined : one;
}

/** Whether an account can trade and there is something to trade with. */
export function isTraded(one: ReadShareAccount): boolean {
  return mayTrade(one.account) && hasAnything(one);
}

const SUM_TOLERANCE = 1e-6;

/** Checks a household's target. */
export function readTarget(target: HouseholdTarget, universe: ProductUniverse): ReadTarget {
  const path = 'household.target';
  const { kind } = checkObject(target, path) as unknown as HouseholdTarget;
  checkOneOf(kind, at(path, 'kind'), ['products', 'classes'] as const);
  refuseUnknown(target, path, TARGET_FIELDS[kind]);
  const where = at(path, 'weights');
  const given = Object.entries(checkObject(target.weights, where));
  if (given.length === 0) throw new AptfolioError('empty', where, 'at least one weight');
  const entries = given
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, weight]) => {
      if (kind === 'products')
        refuseLiability(findProduct(id, universe, at(where, id)), at(where, id));
      else if (!universe.assetClasses.includes(id)) {
        throw new AptfolioError('unknown-id', at(where, id), 'an asset class of the universe', id);
      }
      return [id, checkRange(weight, at(where, id), { min: 0, max: 1 })] as const;
    });
  const sum = neumaierSum(entries.map(([, weight]) => weight));
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('inconsistent', where, 'weights that sum to 1', sum);
  }
  const weights = new Map(entries);
  if (target.kind === 'products') return { kind, weights, products: [...weights.keys()] };
  const list = checkList<string>(target.products, at(path, 'products'), { minLength: 1 });
  const ids = list.map((id, i) => {
    const place = at(at(path, 'products'), i);
    return refuseLiability(findProduct(id, universe, place), place).id;
  });
  return { kind, weights, products: [...new Set(ids)] };
}

/** Checks and values every account of a household; by ascending id, so that their order has no influence. */
export function readAccounts(
  household: Household,
  { kind, products }: ReadTarget,
  inside: Inside,
  asOf: PlainDate,
): readonly ReadShareAccount[] {
  const currency = checkCurrency(household.currency, 'household.currency');
  const desk = inside.deskOn(asOf);
  const rateOf = readRates(household.fx, currency, 'household.fx');
  const path = 'household.accounts';
  const accounts = checkList<HouseholdAccount>(household.accounts, path, { minLength: 1 });
  checkUniqueIds(accounts, path);
  const readOne = (given: HouseholdAccount, where: string, ids: readonly string[]): ReadAccount => {
    const { kind: _kind, limits: _limits, ...own } = given;
    // Every product that may be bought is looked at; which weights they are to have is not known yet.
    const target = Object.fromEntries([...new Set(ids)].map((id, i) => [id, i === 0 ? 1 : 0]));
    return renamePaths({ account: where }, () => readAccount({ ...own, target }, inside, asOf));
  };
  const alone = accounts.map((given, i) => {
    const where = at(path, i);
    refuseUnknown(given, where, HOUSEHOLD_ACCOUNT_FIELDS);
    if (given.kind !== undefined) checkText(given.kind, at(where, 'kind'));
    checkLimits(given.limits, at(where, 'limits'), inside);
    const account = readOne(given, where, [...products, ...requiredIn(given)]);
    return { given, path: where, account };
  });
  const held = alone.flatMap(({ account }) => account.holdings);
  const read = alone.map((one) => {
    const missing = kind === 'products' ? heldElsewhere(one.account, held) : [];
    if (missing.length === 0) return one;
    const ids = [...products, ...requiredIn(one.given), ...missing];
    return { ...one, account: readOne(one.given, one.path, ids) };
  });
  const all = read.map(({ account }) => account);
  const shared = read.map(({ given, path: where, account: own }) => {
    const others = tradesOfOthers(all, own, inside);
    const account = withTrades(own, others);
    const rate = rateOf(account.currency);
    const cash = settleCash(inside.policy.cash, account, asOf);
    const money = divideMoney(account, { ...inside.policy, cash });
    return {
      given:
        others.length === 0
          ? given
          : { ...given, recentTrades: [...(given.recentTrades ?? []), ...others] },
      path: where,
      account,
      money,
      bounds: findBounds(
        account,
        { investable: most(money.investable, 0n), lost: 0n },
        inside,
        desk,
      ),
      toHousehold: (amount: bigint) => toAccount(amount, rate),
      toOwn: (amount: bigint) => divideUp(amount * rate.under, rate.over),
    };
  });
  return shared.sort((a, b) => (a.account.id < b.account.id ? -1 : 1));
}

/** What an account is to hold at least of, by its own limits. */
export function requiredIn({ limits = {} }: HouseholdAccount): readonly string[] {
  return Object.keys(limits).filter((id) => (limits[id]!.least ?? 0) > 0);
}

/** What other accounts hold and an account in its currency could buy as well where it has to stand in for something. */
function heldElsewhere(
  { currency, holdings }: ReadAccount,
  held: readonly Holding[],
): readonly string[] {
  const own = new Set(holdings.map(({ id }) => id));
  const others = held.filter((one) => one.currency === currency && !own.has(one.id));
  return [...new Set(others.map(({ id }) => id))];
}

function withTrades(account: ReadAccount, trades: readonly RecentTrade[]): ReadAccount {
  const { history } = account;
  if (trades.length === 0) return account;
  return {
    ...account,
    history: { ...history, recentTrades: [...history.recentTrades, ...trades] },
  };
}

function checkLimits(limits: HouseholdAccount['limits'], path: string, inside: Inside): void {
  if (limits === undefined) return;
  for (const [id, limit] of Object.entries(checkObject(limits, path))) {
    const where = at(path, id);
    if (!inside.products.has(id)) {
      throw new AptfolioError('unknown-id', where, 'a product of the universe', id);
    }
    const { least = 0, most: atMost = 1 } = checkObject(limit, where);
    refuseUnknown(limit, where, LIMIT_FIELDS);
    const low = checkRange(least, at(where, 'least'), { min: 0, max: 1 });
    const high = checkRange(atMost, at(where, 'most'), { min: 0, max: 1 });
    if (low > 0) refuseLiability(inside.products.get(id)!.product, where);
    if (low > high) {
      throw new AptfolioError(
        'inconsistent',
        where,
        'a least share that is not above the most',
        low,
      );
    }
  }
}
