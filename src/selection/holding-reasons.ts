import { makeReason, type Reason } from '../evidence/index.js';
import { NO_WEIGHT } from './fit/better.js';
import type { ProductParts } from './fit/make-program.js';
import type { PreparedProducts } from './prepare.js';
import { viewOf } from './screening/dealing-reasons.js';

const NONE: readonly Reason[] = Object.freeze([]);

/** Holdings that stay because they cannot be sold, and those whose sale has to wait for a day. */
export function holdingReasons(
  { products, choices }: ProductParts,
  kept: Float64Array,
  { stays, lasting, context }: PreparedProducts,
): readonly Reason[] {
  const view = viewOf(context);
  return products.flatMap(({ id, name }, i) => {
    if (choices[i]!.held === 0) return NONE;
    if (stays.includes(id)) return [makeReason('selection.cannot-be-sold', 'info', { name })];
    if (view === undefined || choices[i]!.held - kept[i]! <= NO_WEIGHT) return [];
    for (const { status, orderOn: on } of view.redemptions(lasting.byId[id]!, 'held')) {
      return status === 'later' ? [makeReason('selection.sold-later', 'info', { name, on })] : [];
    }
    return NONE;
  });
}
