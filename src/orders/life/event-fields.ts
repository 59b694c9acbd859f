import type { FieldsOf } from '../../errors/index.js';
import type { EventKind, OrderEvent } from './events.js';

type EventOf<K extends EventKind> = Extract<OrderEvent, { readonly kind: K }>;

const BASE: FieldsOf<EventOf<'accept'>> = { id: true, at: true, kind: true };

const FILL: FieldsOf<EventOf<'fill'>> = {
  ...BASE,
  amount: true,
  units: true,
  price: true,
  fee: true,
  tradeDate: true,
  reference: true,
};

/** The fields that an event of each kind may have. */
export const EVENT_FIELDS: { readonly [K in EventKind]: FieldsOf<EventOf<K>> } = {
  check: { ...BASE, status: true },
  confirm: { ...BASE, proposalHash: true },
  submit: { ...BASE, idempotencyKey: true },
  accept: BASE,
  fill: FILL,
  correct: { ...FILL, fill: true },
  bust: { ...BASE, fill: true },
  'cancel-request': BASE,
  'cancel-refused': { ...BASE, request: true, reasonCode: true },
  cancel: { ...BASE, request: true },
  settle: { ...BASE, settledOn: true, amount: true },
  reject: { ...BASE, reasonCode: true },
  expire: BASE,
};
