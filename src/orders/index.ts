export { CHECK_STATUSES, type CheckStatus, checkOrder, type OrderCheck } from './check-order.js';
export {
  advanceOrder,
  type OrderReplay,
  type OrderStep,
  type ReplayStep,
  replayOrder,
} from './life/advance-order.js';
export { type DraftOptions, draftOrder, hashOrders } from './life/draft-order.js';
export type { FillContent, OrderEvent } from './life/events.js';
export { ORDER_STATES, type Order, type OrderState, type PlannedOrder } from './life/order.js';
export { ordersMessages } from './messages.js';
export type { OrderContext, OrderToCheck } from './order-context.js';
export type { OrderRequest } from './order-request.js';
export { type NotOrdered, type OrderPlan, planOrders } from './plan-orders.js';
