import type { KpiKind } from '../definition.js';
import { amountBridgeKind } from './amount-bridge.js';
import { amountPerCountKind } from './amount-per-count.js';
import { amountRatioKind } from './amount-ratio.js';
import { countRatioKind } from './count-ratio.js';
import { detectionKind } from './detection.js';
import { durationsKind } from './durations.js';
import { funnelKind } from './funnel.js';
import type { KindMethods } from './kind.js';
import { measurementsKind } from './measurements.js';
import { proportionKind } from './proportion.js';
import { rateKind } from './rate.js';
import { ratingsKind } from './ratings.js';
import { survivalKind } from './survival.js';
import { tallyKind } from './tally.js';
import { withinLimitKind } from './within-limit.js';

/** The kinds of KPI and what each can do; a new kind is one entry here and its types. */
export const KINDS: { readonly [K in KpiKind]: KindMethods<K> } = Object.freeze({
  proportion: proportionKind,
  'count-ratio': countRatioKind,
  rate: rateKind,
  ratings: ratingsKind,
  detection: detectionKind,
  'amount-ratio': amountRatioKind,
  'amount-per-count': amountPerCountKind,
  'amount-bridge': amountBridgeKind,
  'within-limit': withinLimitKind,
  durations: durationsKind,
  survival: survivalKind,
  measurements: measurementsKind,
  tally: tallyKind,
  funnel: funnelKind,
});

/** The names of the kinds. */
export const KPI_KINDS: readonly KpiKind[] = Object.freeze(Object.keys(KINDS) as KpiKind[]);
