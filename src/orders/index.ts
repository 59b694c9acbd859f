export { checkOrder, type OrderCheck } from './checks/check-order.js';
export { checkOrders, type OrdersCheck } from './checks/check-orders.js';
export { CHECK_STATUSES, type CheckStatus } from './checks/check-status.js';
export {
  type HoldingLot,
  ORDER_ACCOUNT_STATUSES,
  type OrderAccount,
  type OrderAccountStatus,
  type OrderContext,
  type OrderPolicy,
  type PastOrder,
  type Receivable,
} from './checks/order-context.js';
export type { OpenOrder, OrderToCheck } from './checks/order-to-check.js';
export { type OrderRecheck, recheckOrder, type StandingChange } from './checks/recheck-order.js';
export {
  advanceOrder,
  type OrderReplay,
  type OrderStep,
  type ReplayStep,
  replayOrder,
} from './life/advance-order.js';
export { checkRelease, type Release, type ReleaseOptions } from './life/check-release.js';
export { type DraftOptions, draftOrder, hashOrders } from './life/draft-order.js';
export type { FillContent, OrderEvent } from './life/events.js';
export { fillsOf, type OrderFills, type StandingFill } from './life/fills-of.js';
export { type FoldedOrder, foldOrder, type HeldEvent } from './life/fold-order.js';
export {
  ORDER_STATES,
  type Order,
  type OrderDays,
  type OrderState,
  type PlannedOrder,
} from './life/order.js';
export { ordersMessages } from './messages.js';
export {
  NOTIFICATION_AUDIENCES,
  NOTIFICATION_TOPICS,
  NOTIFICATION_URGENCIES,
  type NotifiableChange,
  type NotificationAudience,
  type NotificationPolicy,
  type NotificationRoute,
  type NotificationTopic,
  type NotificationUrgency,
  type OrderNotification,
} from './notifications/notification.js';
export { type NotificationOptions, notificationsOf } from './notifications/notifications-of.js';
export { FEE_SIDES, type FeeSide } from './planning/fee-side.js';
export type { OrderingRules, OrderRequest, UnitPrice } from './planning/order-request.js';
export {
  type OrdersOfOptions,
  ordersOf,
  type RebalancingOrders,
  type TradesToOrder,
} from './planning/orders-of.js';
export { type OrderPlan, planOrders } from './planning/plan-orders.js';
export type { NotOrdered } from './planning/planned.js';
export { RESIDUAL_RULES, type ResidualRule } from './planning/spread-amount.js';
export type { FundingLeg } from './planning/transition/make-orders.js';
export { planTransition, type TransitionPlan } from './planning/transition/plan-transition.js';
export type {
  HeldLot,
  HeldPosition,
  TransitionRequest,
} from './planning/transition/transition-request.js';
export { type BindConsentOptions, bindConsent } from './proposal/bind-consent.js';
export {
  type BoundConsent,
  CONSENT_MANNERS,
  type ConsentManner,
  type ConsentOutcome,
  type EvidenceItem,
  type MissingEvidence,
  type ProposalConsent,
} from './proposal/consent.js';
export { type ConsentCover, consentCovers } from './proposal/consent-covers.js';
export {
  demandEvidence,
  type EvidenceFacts,
  type EvidenceRule,
} from './proposal/demand-evidence.js';
export {
  diffProposals,
  type OrderDifference,
  type ProposalDifference,
  type ProposalMatter,
} from './proposal/diff-proposals.js';
export {
  makeProposal,
  type ProposalInput,
  type ProposalRevision,
  reviseProposal,
} from './proposal/make-proposal.js';
export {
  EVIDENCE_KINDS,
  type EvidenceDemand,
  type EvidenceKind,
  type OrderProposal,
  type ProposalContent,
  type ProposalDocument,
  type ProposalOwner,
} from './proposal/proposal.js';
export { type ProposalsCheck, verifyProposals } from './proposal/verify-proposals.js';
