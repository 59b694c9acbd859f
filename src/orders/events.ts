import { at, checkObject, checkOneOf, checkText } from '../errors/index.js';
import { type CurrencyCode, type Money, parseMoneyIn } from '../money/index.js';
import { CHECK_STATUSES, type CheckStatus } from './check-order.js';

interface EventBase {
  /** Unique among the events of one order; the same id again is the same event again. */
  readonly id: string;
  /** When it happened, as the host records time; kept, not interpreted. */
  readonly at: string;
}

/** Something that happened to an order. */
export type OrderEvent<C extends CurrencyCode = CurrencyCode> = EventBase &
  (
    | {
        readonly kind: 'check';
        /** The outcome of `checkOrder`; only `allowed` leads on. */
        readonly status: CheckStatus;
      }
    | {
        readonly kind: 'confirm';
        /** The proposal that the client agreed to; must be the order's own if it has one. */
        readonly proposalHash?: string;
      }
    | { readonly kind: 'submit'; readonly idempotencyKey: string }
    | { readonly kind: 'accept' }
    | {
        readonly kind: 'fill';
        /** What was carried out now, above zero. */
        readonly amount: Money<C>;
      }
    | { readonly kind: 'settle' }
    | {
        readonly kind: 'reject';
        /** Why, as a code of the host's or of this library. */
        readonly reasonCode: string;
      }
    | { readonly kind: 'cancel' }
    | { readonly kind: 'expire' }
  );

/** What can happen to an order. */
export type EventKind = OrderEvent['kind'];

const KINDS: readonly EventKind[] = [
  'check',
  'confirm',
  'submit',
  'accept',
  'fill',
  'settle',
  'reject',
  'cancel',
  'expire',
];

/** Checks an event and keeps what belongs to it. */
export function readEvent<C extends CurrencyCode>(
  event: OrderEvent<C>,
  currency: C,
  path: string,
): OrderEvent<C> {
  checkObject(event, path);
  checkOneOf(event.kind, at(path, 'kind'), KINDS);
  const base = { id: checkText(event.id, at(path, 'id')), at: checkText(event.at, at(path, 'at')) };
  return Object.freeze({ ...base, ...readContent(event, currency, path) });
}

type Content<C extends CurrencyCode> = {
  [K in EventKind]: Omit<Extract<OrderEvent<C>, { kind: K }>, 'id' | 'at'>;
}[EventKind];

function readContent<C extends CurrencyCode>(
  event: OrderEvent<C>,
  currency: C,
  path: string,
): Content<C> {
  const { kind } = event;
  switch (kind) {
    case 'check':
      return { kind, status: checkOneOf(event.status, at(path, 'status'), CHECK_STATUSES) };
    case 'confirm':
      if (event.proposalHash === undefined) return { kind };
      return { kind, proposalHash: checkText(event.proposalHash, at(path, 'proposalHash')) };
    case 'submit':
      return { kind, idempotencyKey: checkText(event.idempotencyKey, at(path, 'idempotencyKey')) };
    case 'fill':
      return {
        kind,
        amount: parseMoneyIn(event.amount, currency, at(path, 'amount'), { sign: 'positive' }),
      };
    case 'reject':
      return { kind, reasonCode: checkText(event.reasonCode, at(path, 'reasonCode')) };
    default:
      return { kind };
  }
}
