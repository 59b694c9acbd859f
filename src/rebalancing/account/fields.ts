import type { FieldsOf } from '../../errors/index.js';
import type { Lot } from '../lots/lot.js';
import type { RecentTrade } from '../lots/wash-sale.js';
import type {
  AccountPosition,
  MoneyUnderWay,
  OrderUnderWay,
  RebalancingAccount,
} from './account.js';

/** The fields that an account may have. */
export const ACCOUNT_FIELDS: FieldsOf<RebalancingAccount> = {
  id: true,
  currency: true,
  status: true,
  positions: true,
  target: true,
  cash: true,
  receivables: true,
  openOrders: true,
  deposit: true,
  withdrawal: true,
  withdrawalBy: true,
  fx: true,
  prices: true,
  lastTradeOn: true,
  breached: true,
  events: true,
  restrictions: true,
  lotOrder: true,
  recentTrades: true,
  plannedPurchases: true,
  realisedGains: true,
  tax: true,
  tradedToday: true,
  mode: true,
};

/** The fields that a position may have. */
export const POSITION_FIELDS: FieldsOf<AccountPosition> = {
  product: true,
  value: true,
  units: true,
  price: true,
  lots: true,
};

/** The fields that a lot may have. */
export const LOT_FIELDS: FieldsOf<Lot> = {
  id: true,
  boughtOn: true,
  units: true,
  value: true,
  cost: true,
};

/** The fields that a trade of the last days may have. */
export const RECENT_TRADE_FIELDS: FieldsOf<RecentTrade> = {
  product: true,
  side: true,
  on: true,
  atLoss: true,
};

/** The fields that a planned purchase may have. */
export const PLANNED_PURCHASE_FIELDS = { product: true, on: true } as const;

/** The fields of what was traded today. */
export const TRADED_TODAY_FIELDS = { bought: true, redeemed: true } as const;

/** The fields that money under way may have. */
export const MONEY_UNDER_WAY_FIELDS: FieldsOf<MoneyUnderWay> = {
  amount: true,
  on: true,
  product: true,
};

/** The fields that an order under way may have. */
export const ORDER_UNDER_WAY_FIELDS: FieldsOf<OrderUnderWay> = {
  product: true,
  side: true,
  amount: true,
  units: true,
  net: true,
  orderOn: true,
  dealsOn: true,
  settlesOn: true,
  paid: true,
  lots: true,
};
