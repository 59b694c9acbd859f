import type { LocalisedText } from '../definition.js';
import type { SingleItem } from '../item.js';

/** One option: its points and its wording, side by side, so that their order can be read. */
export type ChoiceOption = readonly [points: number, text: LocalisedText];

/** Makes a frozen single choice from options in the order in which they are shown. */
export function choiceItem(
  question: Required<Pick<SingleItem, 'id' | 'factor' | 'weight' | 'text'>> & {
    readonly dimension: string;
  },
  options: readonly ChoiceOption[],
): SingleItem {
  return Object.freeze({
    ...question,
    points: Object.freeze(options.map(([points]) => points)),
    options: Object.freeze(options.map(([, text]) => text)),
  });
}
