import { makeReason, type Reason } from '../../evidence/index.js';
import type { Money } from '../../money/index.js';
import type { Hindrance } from '../reach/bounds.js';

/** Puts hindrances into reasons, each code once, with what the product's own terms say behind it. */
export function reasonsFrom(
  hindrances: readonly Hindrance[],
  product: string,
  amount: Money,
): readonly Reason[] {
  const seen = new Set<string>();
  return hindrances.flatMap(({ code, parameters, details = [] }) => {
    if (seen.has(code)) return [];
    seen.add(code);
    return [makeReason(code, 'info', { product, amount, ...parameters }), ...details];
  });
}
