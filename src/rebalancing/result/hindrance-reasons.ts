import { makeReason, type Reason } from '../../evidence/index.js';
import type { Money } from '../../money/index.js';
import type { Hindrance } from '../reach/bounds.js';

/** Puts hindrances into reasons, each code once, with what the product's own terms say behind it. */
export function reasonsFrom(
  hindrances: readonly Hindrance[],
  product: string,
  amount: Money,
): readonly Reason[] {
  const reasons: Reason[] = [];
  hindrances.forEach(({ code, parameters, details }, i) => {
    if (hindrances.findIndex((one) => one.code === code) < i) return;
    reasons.push(makeReason(code, 'info', { product, amount, ...parameters }));
    if (details !== undefined) reasons.push(...details);
  });
  return reasons;
}
