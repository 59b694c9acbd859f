import { checkList, checkObject } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import type { RejectedProduct, ScreeningResult } from './screening-result.js';

/** A product that may be sold and not bought: a restriction as `rebalance` takes it. */
export interface SellOnly {
  readonly kind: 'sell-only';
  /** What stands against a purchase first; the screening has all that does. */
  readonly reason: Reason;
}

/**
 * The restrictions of a rebalancing account that follow from a screening: what is not open to the client is sold and not bought.
 *
 * Every product that is rejected or only to be kept is `sell-only`, with the first of its reasons. Screen on the day of the rebalancing, for
 * a rating, a status or a client's level may have changed.
 *
 * @param screening a result of `screenProducts`, or of `selectProducts`.
 * @returns by product id, ascending; eligible products have none.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), article 22.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { restrictionsOf, screenProducts } from 'aptfolio/selection';
 *
 * const terms = {
 *   lookThrough: { EQUITY: 1 }, annualFee: 0.008, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Balanced', issuerRisk: 'R3', distributorRisk: 'R3' },
 *     { ...terms, id: 'B', name: 'Shares', issuerRisk: 'R3', distributorRisk: 'R5' },
 *   ],
 *   ['EQUITY'],
 * );
 * const restrictions = restrictionsOf(screenProducts(universe, { level: 'C3', held: ['B'] }));
 * Object.keys(restrictions); // => ['B']
 * restrictions.B.kind; // => 'sell-only'
 * restrictions.B.reason.code; // => 'selection.risk-above-level'
 * ```
 */
export function restrictionsOf(
  screening: Pick<ScreeningResult, 'rejected' | 'holdOnly'>,
): Readonly<Record<string, SellOnly>> {
  const { rejected, holdOnly } = checkObject(screening, 'screening');
  const rows = [
    ...checkList<RejectedProduct>(rejected, 'screening.rejected'),
    ...checkList<RejectedProduct>(holdOnly, 'screening.holdOnly'),
  ];
  rows.sort((a, b) => (a.product.id < b.product.id ? -1 : 1));
  return Object.freeze(
    Object.fromEntries(
      rows.map(({ product, reasons }) => [
        product.id,
        Object.freeze({ kind: 'sell-only', reason: reasons[0]! } as const),
      ]),
    ),
  );
}
