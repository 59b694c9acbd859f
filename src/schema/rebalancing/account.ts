import * as z from 'zod/mini';
import {
  ACCOUNT_STATUSES,
  type AccountPosition,
  type AccountTarget,
  type Household,
  type HouseholdAccount,
  type Lot,
  type MoneyUnderWay,
  type NestedWeights,
  type OrderUnderWay,
  type RealisedGains,
  type RebalancingAccount,
  type Restriction,
  type RestrictionTerms,
} from '../../rebalancing/index.js';
import { reason } from '../evidence.js';
import type { FieldsOf } from '../fields.js';
import { fxRates } from '../money.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import {
  currency,
  date,
  fraction,
  money,
  nonNegative,
  quantity,
  quantityOrNone,
  text,
  weightById,
} from '../primitives.js';
import { taxPolicy } from './policy.js';

const lotFields: FieldsOf<Lot> = {
  id: text,
  boughtOn: date,
  units: z.exactOptional(quantity),
  value: z.exactOptional(money),
  cost: z.exactOptional(money),
};

/** A price may have more digits than the currency's smallest unit. */
const price = z.strictObject({ currency, amount: quantity });

const positionFields: FieldsOf<AccountPosition> = {
  product: text,
  value: z.exactOptional(money),
  units: z.exactOptional(quantityOrNone),
  price: z.exactOptional(price),
  lots: z.exactOptional(z.array(z.strictObject(lotFields))),
};

const positions = z.array(z.strictObject(positionFields));

const moneyUnderWayFields: FieldsOf<MoneyUnderWay> = {
  amount: money,
  on: date,
  product: z.exactOptional(text),
};

const orderUnderWayFields: FieldsOf<OrderUnderWay> = {
  product: text,
  side: z.enum(['buy', 'sell']),
  amount: money,
  units: z.exactOptional(quantity),
  net: z.exactOptional(money),
  orderOn: z.exactOptional(date),
  dealsOn: z.exactOptional(date),
  settlesOn: date,
  paid: z.exactOptional(z.boolean()),
  lots: z.exactOptional(z.array(text)),
};

const restrictionKind: z.ZodMiniType<Restriction> = z.enum(['locked', 'sell-only', 'buy-only']);

const restrictionFields: FieldsOf<RestrictionTerms> = {
  kind: restrictionKind,
  reason: z.exactOptional(reason),
  until: z.exactOptional(date),
  amount: z.exactOptional(money),
};

const restriction = z.union([restrictionKind, z.strictObject(restrictionFields)]);

const recentTrade = z.strictObject({
  product: text,
  side: z.enum(['buy', 'sell']),
  on: date,
  atLoss: z.exactOptional(z.boolean()),
});

const realisedFields: FieldsOf<RealisedGains> = {
  short: z.exactOptional(money),
  long: z.exactOptional(money),
};
const realisedGains = z.strictObject(realisedFields);

const sharedFields: FieldsOf<Omit<RebalancingAccount, 'target' | 'positions'>> = {
  id: text,
  currency,
  status: z.exactOptional(z.enum(ACCOUNT_STATUSES)),
  cash: z.exactOptional(z.array(money)),
  receivables: z.exactOptional(z.array(z.strictObject(moneyUnderWayFields))),
  openOrders: z.exactOptional(z.array(z.strictObject(orderUnderWayFields))),
  deposit: z.exactOptional(money),
  withdrawal: z.exactOptional(money),
  withdrawalBy: z.exactOptional(date),
  fx: z.exactOptional(fxRates),
  prices: z.exactOptional(z.record(z.string(), price)),
  lastTradeOn: z.exactOptional(z.nullable(date)),
  breached: z.exactOptional(z.array(text)),
  events: z.exactOptional(z.array(text)),
  restrictions: z.exactOptional(z.record(z.string(), restriction)),
  lotOrder: z.exactOptional(z.record(z.string(), z.array(text))),
  recentTrades: z.exactOptional(z.array(recentTrade)),
  plannedPurchases: z.exactOptional(z.array(z.strictObject({ product: text, on: date }))),
  realisedGains: z.exactOptional(z.union([money, realisedGains])),
  tax: z.exactOptional(z.union([z.literal('none'), taxPolicy])),
  tradedToday: z.exactOptional(
    z.record(
      z.string(),
      z.strictObject({ bought: z.exactOptional(money), redeemed: z.exactOptional(money) }),
    ),
  ),
  mode: z.exactOptional(z.enum(['mandate', 'advice'])),
};

const nestedWeights: z.ZodMiniType<NestedWeights> = z.record(
  z.string(),
  z.union([
    fraction,
    z.strictObject({
      weight: fraction,
      of: z.lazy((): z.ZodMiniType<NestedWeights> => nestedWeights),
    }),
  ]),
);

const target: z.ZodMiniType<AccountTarget> = z.union([
  z.strictObject({ kind: z.literal('products'), weights: nestedWeights }),
  z.strictObject({
    kind: z.literal('classes'),
    weights: nestedWeights,
    products: z.array(text).check(z.minLength(1)),
  }),
  nestedWeights,
]);

export const rebalancingAccount: z.ZodMiniType<RebalancingAccount> = z.strictObject({
  ...sharedFields,
  positions,
  target,
});

/** An account whose positions may come from elsewhere. */
export const reviewedAccount: z.ZodMiniType<
  Omit<RebalancingAccount, 'positions'> & Partial<Pick<RebalancingAccount, 'positions'>>
> = z.strictObject({ ...sharedFields, positions: z.exactOptional(positions), target });

/** What was out of its band is the household's. */
const { breached: _breached, ...householdSharedFields } = sharedFields;

const householdAccountFields: FieldsOf<HouseholdAccount> = {
  ...householdSharedFields,
  positions,
  kind: z.exactOptional(text),
  limits: z.exactOptional(
    z.record(
      z.string(),
      z.strictObject({ least: z.exactOptional(fraction), most: z.exactOptional(fraction) }),
    ),
  ),
};

const householdFields: FieldsOf<Household> = {
  id: text,
  currency,
  accounts: z.array(z.strictObject(householdAccountFields)).check(z.minLength(1)),
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('products'), weights: weightById }),
    z.strictObject({
      kind: z.literal('classes'),
      weights: weightById,
      products: z.array(text),
    }),
  ]),
  location: z.exactOptional(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('ranked'),
        order: z.record(z.string(), z.array(text)),
      }),
      z.strictObject({
        kind: z.literal('costs'),
        costs: z.record(z.string(), z.record(z.string(), nonNegative)),
      }),
    ]),
  ),
  withdrawal: z.exactOptional(money),
  breached: z.exactOptional(z.array(text)),
  fx: z.exactOptional(fxRates),
};

export const household: z.ZodMiniType<Household> = z.strictObject(householdFields);

/**
 * Checks an account to be brought back to its target, field by field; `rebalance` checks it against products and policy.
 *
 * @example
 * ```ts
 * import { parseRebalancingAccount } from 'aptfolio/schema';
 *
 * const position = { product: 'P01', units: '100', price: { currency: 'CNY', amount: '1.2345' } };
 * const account = { id: '1', currency: 'CNY', positions: [position], target: { P01: 1 } };
 * parseRebalancingAccount(account).positions.length; // => 1
 * parseRebalancingAccount({ ...account, positions: [{ ...position, units: 100 }] });
 * // => throws 'invalid-type', 'account.positions[0].units'
 * ```
 */
export const parseRebalancingAccount: Parse<RebalancingAccount> = parser(
  rebalancingAccount,
  'account',
);

/** Like `parseRebalancingAccount`, but returns the faults. */
export const safeParseRebalancingAccount: SafeParse<RebalancingAccount> = safeParser(
  rebalancingAccount,
  'account',
);

/**
 * Checks several accounts with one target, for `rebalanceHousehold`.
 *
 * @example
 * ```ts
 * import { parseHousehold } from 'aptfolio/schema';
 *
 * const household = {
 *   id: 'H1', currency: 'CNY', accounts: [{ id: '1', currency: 'CNY', positions: [] }],
 *   target: { kind: 'products', weights: { P01: 1 } },
 * };
 * parseHousehold(household).accounts.length; // => 1
 * parseHousehold({ ...household, accounts: [] }); // => throws 'empty', 'household.accounts'
 * ```
 */
export const parseHousehold: Parse<Household> = parser(household, 'household');

/** Like `parseHousehold`, but returns the faults. */
export const safeParseHousehold: SafeParse<Household> = safeParser(household, 'household');
