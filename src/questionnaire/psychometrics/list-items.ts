import type { Correlations } from './correlations.js';
import { itemFigures } from './item-figures.js';
import type { ItemMoments } from './item-moments.js';
import type { ItemReliability } from './reliability-result.js';

const WITHOUT_VARIANCE = {
  itemTotal: null,
  itemRest: null,
  itemTotalCorrected: null,
  alphaIfDropped: null,
  smc: null,
  loading: null,
  reversed: false,
} as const;

/** Every item with its figures, those without variance too. `covariances` and the rest are of the `kept` items. */
export function listItems(
  ids: readonly string[],
  moments: ItemMoments,
  kept: readonly number[],
  covariances: Float64Array,
  correlations: Correlations,
  loadings: readonly number[],
): readonly ItemReliability[] {
  const figures = itemFigures(covariances, correlations);
  const items = ids.map((id, item) => {
    const own = { id, mean: moments.means[item]! + 0 };
    const place = kept.indexOf(item);
    if (place < 0) return Object.freeze({ ...own, sd: 0, ...WITHOUT_VARIANCE });
    return Object.freeze({
      ...own,
      sd: correlations.deviations[place]!,
      ...figures[place]!,
      loading: loadings[place]!,
      reversed: correlations.keys[place] === -1,
    });
  });
  return Object.freeze(items);
}
