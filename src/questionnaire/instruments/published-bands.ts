import type { KnockOut, ScoreBand } from '../definition.js';
import { type FiveStarts, fiveBands } from './five-bands.js';

/** Where an institution draws the lines between the levels, for the points of its own form. */
export interface PublishedBands {
  /** Who uses them. */
  readonly publisher: string;
  /** The version of the form, where it is known. */
  readonly version?: string;
  readonly bands: readonly ScoreBand[];
  /** An answer that decides by itself, where the form has one. */
  readonly knockOut?: PublishedKnockOut;
  /** Where they can be read; absent where the form was found without a lasting address. */
  readonly address?: string;
  /** `found-in-text`: read on the form itself, or in a copy of it. */
  readonly confidence: 'found-in-text';
}

/** An answer that decides by itself: the lowest option of the item at a position, counted from 1. */
export interface PublishedKnockOut {
  readonly item: number;
  readonly option: 'lowest';
  readonly outcome: KnockOut['outcome'];
}

/**
 * Bands that institutions in mainland China publish with their questionnaires, for comparison and for tests of a
 * bank’s own. Forms of whole points: a band that ends at 15 where the next begins at 16 runs up to 16 here, so
 * that a score between the two stays in the lower one.
 *
 * Source: the institutions’ own forms; the address where there is one.
 *
 * @example
 * ```ts
 * import { publishedBands } from 'aptfolio/questionnaire';
 *
 * publishedBands.founderSecurities.bands.map((band) => band.from); // => [0, 20, 37, 54, 83]
 * publishedBands.privateFund.knockOut; // => { item: 12, option: 'lowest', outcome: 'lowest-level' }
 * ```
 */
export const publishedBands: Readonly<
  Record<'broker' | 'founderSecurities' | 'suzhouBank' | 'privateFund', PublishedBands>
> = Object.freeze({
  broker: published([0, 20, 40, 60, 80], { publisher: 'A securities broker, scores 0 to 100' }),
  founderSecurities: published([0, 20, 37, 54, 83], {
    publisher: '方正证券 (Founder Securities)',
    address: 'https://www.foundersc.com/invEduSuitMagMethodSolve/55722_3.jhtml',
  }),
  suzhouBank: published([0, 16, 36, 61, 81], {
    publisher: '苏州银行 (Bank of Suzhou)',
    version: 'V.202308',
  }),
  privateFund: published([0, 33, 39, 44, 49], {
    publisher: 'A private-fund manager, form of 12 items',
    knockOut: Object.freeze({ item: 12, option: 'lowest', outcome: 'lowest-level' }),
  }),
});

function published(
  starts: FiveStarts,
  facts: Omit<PublishedBands, 'bands' | 'confidence'>,
): PublishedBands {
  return Object.freeze({ ...facts, bands: fiveBands(starts), confidence: 'found-in-text' });
}
