import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { canonicalJson, type Parameters } from '../../evidence/index.js';
import { equalsMoney } from '../../money/index.js';
import { PRODUCT_STATUSES, RISK_RATINGS } from '../../products/index.js';
import { RISK_LEVELS } from '../../questionnaire/index.js';
import type { OrderEvent } from '../life/events.js';
import type { Order } from '../life/order.js';
import { isSameEvent } from '../life/same-event.js';
import { checkUnaltered } from '../proposal/verify-proposals.js';
import type { NotifiableChange, NotificationTopic } from './notification.js';

/** A change as it is told. */
export interface Told {
  readonly topic: NotificationTopic;
  /** Which order, product or proposal. */
  readonly subject: string;
  /** Id of the event. */
  readonly because: string;
  readonly parameters: Parameters;
  /** Ids of the owners who are told; absent where the client is one. */
  readonly owners?: readonly string[];
}

/** What of a change is told; `undefined` if it is no news. */
export function tell(
  change: NotifiableChange,
  nameOf: (product: string) => string,
): Told | undefined {
  checkObject(change, 'change');
  switch (checkOneOf(change.kind, 'change.kind', KINDS)) {
    case 'order-event':
      return tellEvent(change as Change<'order-event'>, nameOf);
    case 'product-status':
      return tellStatus(change as Change<'product-status'>, nameOf);
    case 'product-rating':
      return tellRating(change as Change<'product-rating'>, nameOf);
    default:
      return tellProposal(change as ProposalChange);
  }
}

type Kind = NotifiableChange['kind'];
type Change<K extends Kind> = Extract<NotifiableChange, { readonly kind: K }>;

type ProposalChange = Change<'consent-needed' | 'proposal-expired'>;

const KINDS: readonly Kind[] = [
  'order-event',
  'product-status',
  'product-rating',
  'consent-needed',
  'proposal-expired',
];

function tellEvent(
  { step, event }: Change<'order-event'>,
  nameOf: (product: string) => string,
): Told | undefined {
  const { status, order } = checkObject(step, 'change.step') as Change<'order-event'>['step'];
  checkOneOf(status, 'change.step.status', ['advanced', 'repeated', 'illegal']);
  checkObject(order, 'change.step.order');
  const because = checkText(checkObject(event, 'change.event').id, 'change.event.id');
  checkText(order.id, 'change.step.order.id');
  // An order's id is unique in its plan and an event's in its order alone: the key tells two plans apart, the time two plans alike.
  const key = checkText(order.idempotencyKey, 'change.step.order.idempotencyKey');
  const when = checkText(event.at, 'change.event.at');
  const base = { subject: canonicalJson([order.id, key, when]), because };
  const product = nameOf(order.product);
  if (step.status === 'illegal') {
    const parameters = { order: order.id, product, event: event.kind, reason: step.reason.code };
    return { ...base, topic: 'event-refused', parameters };
  }
  if (step.status === 'repeated') return undefined;
  if (!hasEvent(order, event)) {
    throw new AptfolioError('inconsistent', 'change.event', 'the event of the step', event.id);
  }
  const topic = topicOf(event, order);
  const { gross, filled } = order;
  const parameters = { order: order.id, product, gross, filled, ...reasonOf(event) };
  return { ...base, topic, parameters };
}

function hasEvent({ events }: Order, event: OrderEvent): boolean {
  const path = 'change.step.order.events';
  return checkList<OrderEvent>(events, path).some((one, i) => {
    checkObject(one, at(path, i));
    return isSameEvent(one, event);
  });
}

function topicOf({ kind }: OrderEvent, order: Order): NotificationTopic {
  switch (kind) {
    case 'check':
      return 'order-checked';
    case 'confirm':
      return 'order-confirmed';
    case 'submit':
      return 'order-submitted';
    case 'accept':
      return 'order-accepted';
    case 'fill':
      return isWhole(order) ? 'order-filled' : 'order-partly-filled';
    case 'correct':
    case 'bust':
      return 'fill-corrected';
    case 'settle':
      return 'order-settled';
    case 'reject':
      return 'order-rejected';
    case 'cancel-request':
      return 'cancel-requested';
    case 'cancel':
      return 'order-cancelled';
    case 'cancel-refused':
      return 'cancel-refused';
    case 'expire':
      return 'order-expired';
  }
}

/** Whether all of an order was carried out, whatever came of it since. */
function isWhole({ gross, filled, units, filledUnits }: Order): boolean {
  return units === undefined ? equalsMoney(filled, gross) : filledUnits === units;
}

/** The code that came with the event, for those who look into it. */
function reasonOf(event: OrderEvent): { readonly reason?: string } {
  const mayHave = event.kind === 'reject' || event.kind === 'cancel-refused';
  return { reason: (mayHave ? event.reasonCode : '') ?? 'not-given' };
}

function tellStatus(
  { id, product, status }: Change<'product-status'>,
  nameOf: (product: string) => string,
): Told {
  return {
    topic: `product-${checkOneOf(status, 'change.status', PRODUCT_STATUSES)}`,
    subject: checkText(product, 'change.product'),
    because: checkText(id, 'change.id'),
    parameters: { product: nameOf(product) },
  };
}

function tellRating(
  { id, product, was, now, level }: Change<'product-rating'>,
  nameOf: (product: string) => string,
): Told | undefined {
  checkOneOf(was, 'change.was', RISK_RATINGS);
  const rating = RISK_RATINGS.indexOf(checkOneOf(now, 'change.now', RISK_RATINGS));
  const most = RISK_LEVELS.indexOf(checkOneOf(level, 'change.level', RISK_LEVELS));
  if (was === now) return undefined;
  return {
    topic: rating > most ? 'product-re-rated-above' : 'product-re-rated',
    subject: checkText(product, 'change.product'),
    because: checkText(id, 'change.id'),
    parameters: { product: nameOf(product), was, now, level },
  };
}

function tellProposal(change: ProposalChange): Told {
  const { kind, id, proposal } = change;
  checkUnaltered(proposal, 'change.proposal');
  const { id: subject, version, validUntil } = proposal;
  const all = proposal.owners.map((owner) => owner.id);
  return {
    topic: kind,
    subject: `${checkText(subject, 'change.proposal.id')}/${version}`,
    because: checkText(id, 'change.id'),
    parameters: { proposal: subject, version, validUntil },
    owners: change.owners === undefined ? all : readOwners(change.owners, all),
  };
}

/** Owners of the proposal, who alone have to do with it. */
function readOwners(given: readonly string[], all: readonly string[]): readonly string[] {
  const path = 'change.owners';
  return checkList<string>(given, path).map((owner, i) => {
    if (all.includes(checkText(owner, at(path, i)))) return owner;
    throw new AptfolioError('unknown-id', at(path, i), 'an owner of the proposal', owner);
  });
}
