import type { CurrencyCode } from '../../money/index.js';
import type { Order, OrderLife } from './order.js';

/** What of an order its life changes. */
export type Changes<C extends CurrencyCode> = Omit<OrderLife<C>, 'proposalHash' | 'idempotencyKey'>;

/** The fields of most orders as `draftOrder` puts them one after the other; that of the proposal may be missing. */
const USUAL: readonly string[] = [
  'id',
  'product',
  'side',
  'gross',
  'fee',
  'net',
  'day',
  'funding',
  'proposalHash',
  'idempotencyKey',
  'state',
  'filled',
  'events',
] satisfies readonly (keyof Order)[];

const PROPOSAL = USUAL.indexOf('proposalHash');

/** An order with what its life has changed; its fields stay where they stand. */
export function changedOrder<C extends CurrencyCode>(
  order: Order<C>,
  changes: Changes<C>,
): Order<C> {
  const isSimple = changes.pendingCancel === undefined && isUsual(order);
  return Object.freeze(isSimple ? rewritten(order, changes) : spread(order, changes));
}

/** Whether an order has the usual fields and no others, and these in their order. */
function isUsual(order: Order): boolean {
  let place = 0;
  for (const name in order) {
    if (place === PROPOSAL && name !== USUAL[place]) place += 1;
    if (name !== USUAL[place]) return false;
    place += 1;
  }
  return place === USUAL.length;
}

/** Field by field, in the usual order: engines take four times as long to spread what is frozen. */
function rewritten<C extends CurrencyCode>(
  order: Order<C>,
  { state, filled, events }: Changes<C>,
): Order<C> {
  const { id, product, gross, fee, net, day, funding, proposalHash, idempotencyKey } = order;
  const side = order.side as 'buy' | 'sell';
  const changed: Unfinished<C> = { id, product, side, gross, fee, net, day, funding };
  if (proposalHash !== undefined) changed.proposalHash = proposalHash;
  changed.idempotencyKey = idempotencyKey;
  changed.state = state;
  changed.filled = filled;
  changed.events = events;
  return changed as Order<C>;
}

/** An order that is being written. */
type Unfinished<C extends CurrencyCode> = {
  -readonly [K in keyof Order<C>]?: Order<C>[K] | undefined;
};

function spread<C extends CurrencyCode>(order: Order<C>, changes: Changes<C>): Order<C> {
  const { pendingCancel: _, ...rest } = order;
  return { ...rest, ...changes };
}
