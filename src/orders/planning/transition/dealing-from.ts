import type { PlainDate } from '../../../dates/index.js';
import { makeReason, type Reason } from '../../../evidence/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import { nextDealing, type Product } from '../../../products/index.js';
import type { OrderDays } from '../../life/order.js';
import { dealingAfter, isOrdered } from '../dealing-slices.js';
import type { ReadTransition } from './read-transition.js';

/** The days of a purchase that is paid from a day on, after the one before it; none, and why, where the product has no such days. */
export function dealingFrom<C extends CurrencyCode>(
  product: Product,
  moneyOn: PlainDate,
  before: OrderDays | undefined,
  { days, latest }: ReadTransition<C>,
): { readonly day?: OrderDays; readonly reasons: readonly Reason[] } {
  const { desk, calendar } = days;
  const first =
    before === undefined ? desk.next(product, 'buy') : dealingAfter(product, 'buy', before, days);
  const dealing =
    first.status !== 'never' && first.orderOn < moneyOn
      ? nextDealing(product, { side: 'buy', asOf: moneyOn, calendar })
      : first;
  const why = (...reasons: readonly Reason[]) => [
    makeReason('orders.not-dealing', 'info', { product: product.id }),
    ...reasons,
  ];
  if (!isOrdered(dealing)) return { reasons: why(...dealing.reasons) };
  const { orderOn, dealsOn, settlesOn } = dealing;
  if (latest !== undefined && orderOn > latest) {
    const late = makeReason('orders.too-late', 'info', { product: product.id, orderOn, latest });
    return { reasons: [late] };
  }
  return { day: { orderOn, dealsOn, settlesOn }, reasons: [] };
}
