import type { FieldsOf } from '../../errors/index.js';
import type { Order } from '../life/order.js';
import type {
  HoldingLot,
  OrderAccount,
  OrderContext,
  OrderPolicy,
  PastOrder,
  Receivable,
} from './order-context.js';
import type { OpenOrder } from './order-to-check.js';

// A misspelt field would be a question that silently is not asked, or a limit that is lost.

/** A planned order or one in its life fits an order to check, so that it may have their fields too. */
type AnyOrder = Extract<OpenOrder, { readonly side: 'switch' }> & Omit<Order, 'side'>;

export const ORDER_FIELDS: FieldsOf<AnyOrder> = {
  id: true,
  product: true,
  side: true,
  from: true,
  gross: true,
  net: true,
  fee: true,
  day: true,
  replaces: true,
  units: true,
  funding: true,
  after: true,
  orderOn: true,
  dealsOn: true,
  settlesOn: true,
  proposalHash: true,
  idempotencyKey: true,
  solicited: true,
  facts: true,
  acknowledged: true,
  approved: true,
  overrides: true,
  assessment: true,
  documents: true,
  evidence: true,
  reserved: true,
  state: true,
  filled: true,
  filledUnits: true,
  events: true,
  pendingCancel: true,
};

export const CONTEXT_FIELDS: FieldsOf<OrderContext> = {
  asOf: true,
  universe: true,
  account: true,
  packs: true,
  facts: true,
  productFacts: true,
  portfolio: true,
  calendar: true,
  time: true,
  available: true,
  receivables: true,
  holdings: true,
  lots: true,
  fx: true,
  moneyNeededOn: true,
  moneyNeeded: true,
  openOrders: true,
  history: true,
  prices: true,
  consent: true,
  demands: true,
  policy: true,
};

export const ACCOUNT_FIELDS: FieldsOf<OrderAccount> = { status: true, owners: true };
export const LOT_FIELDS: FieldsOf<HoldingLot> = { boughtOn: true, value: true };
export const RECEIVABLE_FIELDS: FieldsOf<Receivable> = { amount: true, on: true };
export const PAST_FIELDS: FieldsOf<PastOrder> = {
  id: true,
  product: true,
  from: true,
  side: true,
  gross: true,
  on: true,
  minutesAgo: true,
};
export const POLICY_FIELDS: FieldsOf<OrderPolicy> = {
  duplicateMinutes: true,
  sizeMultiple: true,
  sizeScore: true,
  sizeScoreFrom: true,
  priceDeviation: true,
};
