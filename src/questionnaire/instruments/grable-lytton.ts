import type { QuestionnaireDefinition } from '../definition.js';
import type { SingleItem } from '../item.js';
import { fiveBands } from './five-bands.js';

/** A scale as it was published: the key to its scores, and how well it measures. */
export interface PublishedScale {
  readonly definition: QuestionnaireDefinition;
  /** What the authors call each band, from the lowest. */
  readonly bandNames: readonly string[];
  readonly reliability: PublishedReliability;
  /** Where the key and the bands were published. */
  readonly source: string;
}

/** A published figure of how well a scale’s items go together. */
export interface PublishedReliability {
  /** Cronbach’s alpha of the raw points. */
  readonly alpha: number;
  /** Number of people who answered. */
  readonly n: number;
  readonly years: string;
  readonly source: string;
}

/** Points of the options a, b, c, … */
const KEY: readonly (readonly number[])[] = [
  [4, 3, 2, 1],
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 2, 3],
  [1, 2, 3],
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 3],
  [1, 3],
  [1, 2, 3, 4],
  [1, 2, 3],
  [1, 2, 3, 4],
];

const ITEMS: readonly SingleItem[] = KEY.map((points, index) =>
  Object.freeze({
    id: `q${index + 1}`,
    factor: 'riskTolerance',
    dimension: 'tolerance',
    weight: 1,
    points: Object.freeze([...points]),
  }),
);

/**
 * The scoring key of the 13-item financial risk tolerance scale of Grable and Lytton: points from 13 to 47, and the
 * five bands published with it. Its wording is its authors’ and is not here: a bank licenses it or writes its own.
 *
 * Ours are the levels, C1 to C5 for the five bands, and the twelve months that an assessment counts. The scale
 * measures tolerance alone; capacity and knowledge must come from elsewhere.
 *
 * Source: Grable and Lytton (1999), Financial Services Review 8(3); key and bands as published with the Rutgers
 * investment risk tolerance quiz; alpha from Kuzniak, Rabbani, Heo, Ruiz-Menjivar and Grable (2015).
 *
 * @example
 * ```ts
 * import { grableLytton } from 'aptfolio/questionnaire';
 *
 * grableLytton.definition.items[0].points; // => [4, 3, 2, 1]
 * grableLytton.reliability.alpha; // => 0.77
 * ```
 */
export const grableLytton: PublishedScale = Object.freeze({
  definition: Object.freeze({
    id: 'grable-lytton-13',
    validMonths: 12,
    scale: 'points',
    bands: fiveBands([13, 19, 23, 29, 33]),
    mandatory: Object.freeze(ITEMS.map(({ id }) => id)),
    items: Object.freeze(ITEMS),
  }),
  bandNames: Object.freeze(['low', 'below average', 'average', 'above average', 'high']),
  reliability: Object.freeze({
    alpha: 0.77,
    n: 160_279,
    years: '2007–2013',
    source:
      'Kuzniak, Rabbani, Heo, Ruiz-Menjivar and Grable (2015), Financial Services Review 24(2), 177–192, https://openjournals.libs.uga.edu/fsr/article/view/3240',
  }),
  source:
    'Grable and Lytton (1999); key and bands as published with the Rutgers investment risk tolerance quiz',
});
