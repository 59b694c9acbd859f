import { makeReason, type Reason } from '../../evidence/index.js';
import { multiplyMoney } from '../../money/index.js';
import type { ScreeningTerms } from '../screening/screening-context.js';
import type { ProductParts } from './make-program.js';

const NONE: readonly Reason[] = Object.freeze([]);

/** Products of which daily limits let no more be bought, or no more be back when all money is needed. */
export function dayReasons(
  { products, choices, amount }: ProductParts,
  { weights, bought }: Readonly<Record<'weights' | 'bought', Float64Array>>,
  { moneyNeededOn: on }: ScreeningTerms,
): readonly Reason[] {
  if (amount === undefined) return [];
  const inMoney = (part: number) => multiplyMoney(amount, part, { rounding: 'half-even' });
  return products.flatMap(({ name }, i) => {
    const limits = choices[i]!;
    if (bought[i] === 0) return NONE;
    const reasons: Reason[] = [];
    if (weights[i]! >= limits.inTime && limits.inTime < 1) {
      const parameters = { name, on: on!, most: inMoney(limits.inTime) };
      reasons.push(makeReason('selection.redemption-limit-binds', 'info', parameters));
    }
    if (weights[i]! >= limits.held + limits.bought && limits.bought < 1) {
      const parameters = { name, most: inMoney(limits.bought) };
      reasons.push(makeReason('selection.purchase-limit-binds', 'info', parameters));
    }
    return reasons;
  });
}
