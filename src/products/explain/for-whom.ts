import { makeReason, type Reason } from '../../evidence/index.js';
import type { Product } from '../product.js';
import { isLiability } from '../product-type.js';

/** For whom a product is made, and for whom it is not. */
export function tellForWhom(product: Product): readonly Reason[] {
  if (isLiability(product)) return [];
  const { targetMarket } = product;
  if (targetMarket === undefined) return [makeReason('products.no-target-market', 'info')];
  const { clientKinds, minimumKnowledge, objectives } = targetMarket;
  const { minimumHorizonYears, minimumLossCapacity, not = [] } = targetMarket;
  return [
    ...(clientKinds === undefined
      ? []
      : [makeReason('products.for-client-kinds', 'info', { kinds: clientKinds })]),
    ...(minimumKnowledge === undefined
      ? []
      : [makeReason('products.for-knowledge', 'info', { minimum: minimumKnowledge })]),
    ...(objectives === undefined
      ? []
      : [makeReason('products.for-objectives', 'info', { objectives })]),
    ...tellHorizon(minimumHorizonYears),
    ...(minimumLossCapacity === undefined
      ? []
      : [makeReason('products.for-loss-capacity', 'info', { share: minimumLossCapacity })]),
    ...(not.length === 0 ? [] : [makeReason('products.not-for', 'warn', { traits: not })]),
  ];
}

function tellHorizon(years = 0): readonly Reason[] {
  if (years === 0) return [];
  return years === 1
    ? [makeReason('products.for-horizon-one-year', 'info')]
    : [makeReason('products.for-horizon', 'info', { years })];
}
