export { advanceOrder, type OrderReplay, type OrderStep, replayOrder } from './advance-order.js';
export { CHECK_STATUSES, type CheckStatus, checkOrder, type OrderCheck } from './check-order.js';
export { type DraftOptions, draftOrder, hashOrders } from './draft-order.js';
export type { OrderEvent } from './events.js';
export { ordersMessages } from './messages.js';
export { ORDER_STATES, type Order, type OrderState, type PlannedOrder } from './order.js';
export type { OrderContext, OrderToCheck } from './order-context.js';
export type { OrderRequest } from './order-request.js';
export { type NotOrdered, type OrderPlan, planOrders } from './plan-orders.js';
