import { type Messages, mergeMessages } from '../evidence/index.js';
import { alternativesMessages } from './alternatives/messages.js';
import { clientFirstMessages } from './client-first/messages.js';
import { fitMessages } from './fit/messages.js';
import { nearMissMessages } from './near-misses/messages.js';
import { screeningMessages } from './screening/messages.js';
import { selectionTerms } from './terms.js';

/**
 * Texts for the reasons of this room in three languages. Reasons that packs, target markets and dealing days give stand in
 * `suitabilityMessages` and `productsMessages`.
 */
export const selectionMessages: Messages = mergeMessages(
  screeningMessages,
  fitMessages,
  nearMissMessages,
  alternativesMessages,
  clientFirstMessages,
  selectionTerms,
);
