import { amountBridgeKind } from './amount-bridge.js';
import { amountRatioKind } from './amount-ratio.js';
import { countRatioKind } from './count-ratio.js';
import type { KpiKind } from './definition.js';
import { detectionKind } from './detection.js';
import { durationsKind } from './durations.js';
import type { KindMethods } from './kind.js';
import { proportionKind } from './proportion.js';
import { ratingsKind } from './ratings.js';

/** The kinds of KPI and what each can do; a new kind is one entry here and its types. */
export const KINDS: { readonly [K in KpiKind]: KindMethods<K> } = Object.freeze({
  proportion: proportionKind,
  'count-ratio': countRatioKind,
  ratings: ratingsKind,
  detection: detectionKind,
  'amount-ratio': amountRatioKind,
  'amount-bridge': amountBridgeKind,
  durations: durationsKind,
});

/** The names of the kinds. */
export const KPI_KINDS: readonly KpiKind[] = Object.freeze(Object.keys(KINDS) as KpiKind[]);
