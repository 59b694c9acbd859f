import type { Condition } from './condition.js';
import type { LocalisedText } from './definition.js';

/** One question. Without `kind` it is a single choice. */
export type QuestionnaireItem = SingleItem | MultipleItem | NumericItem | MatrixItem;

/** What all questions have in common. */
export interface ItemBase {
  readonly id: string;
  /** What the question asks about, for checks of coverage: `horizon`, `maxLoss`; a dot goes into detail. */
  readonly factor: string;
  /** The dimension it counts for: `capacity`, `tolerance`, `knowledge` or one of the bank's own; `null` for none, unscored. */
  readonly dimension: string | null;
  /** Weight within the dimension, above 0. Without a dimension it has no influence and may be left out. */
  readonly weight?: number;
  /** The question's wording. */
  readonly text?: LocalisedText;
  /** Asked only while this holds; it may read answers only, of items further up. Default: always. */
  readonly showIf?: Condition;
  /** Points that stand for the item while it is not shown. Default: the fewest that it can bring. */
  readonly hiddenPoints?: number;
}

/** One of several options; an answer is an index into `points`. */
export interface SingleItem extends ItemBase {
  readonly kind?: 'single';
  /** Points of each option; negative and decimal ones are allowed. */
  readonly points: readonly number[];
  /** The options' wording, one for each entry of `points`. */
  readonly options?: readonly LocalisedText[];
}

/** Any of several options; an answer is a list of indexes into `points`. */
export interface MultipleItem extends ItemBase {
  readonly kind: 'multiple';
  readonly points: readonly number[];
  readonly options?: readonly LocalisedText[];
  /** How the chosen options' points become the item's. Default `sum`. */
  readonly count?: ChoiceCount;
  /** How many must be chosen at least. Default 1. */
  readonly minChoices?: number;
  /** How many may be chosen at most. Default all. */
  readonly maxChoices?: number;
  /** Options that stand alone, and suffice alone whatever `minChoices` says: “none of these”. */
  readonly exclusive?: readonly number[];
}

/** How the chosen options' points become a multiple choice's. */
export const CHOICE_COUNTS = ['sum', 'highest', 'lowest'] as const;

/** How the chosen options' points become a multiple choice's; see `CHOICE_COUNTS`. */
export type ChoiceCount = (typeof CHOICE_COUNTS)[number];

/** A number; an answer is a value from `min` to `max`. */
export interface NumericItem extends ItemBase {
  readonly kind: 'numeric';
  readonly min: number;
  readonly max: number;
  /** Whether only whole numbers are answers. Default false. */
  readonly integer?: boolean;
  /** What is counted, for people: yuan, years. */
  readonly unit?: LocalisedText;
  /** Points by value: each step runs from its `from`, itself included, to the next; the first from `min`. */
  readonly steps: readonly NumericStep[];
}

/** From a value on, these points. */
export interface NumericStep {
  readonly from: number;
  readonly points: number;
}

/** The same options in several rows; an answer maps each row's id to an index into `points`. */
export interface MatrixItem extends ItemBase {
  readonly kind: 'matrix';
  /** At least one. */
  readonly rows: readonly MatrixRow[];
  /** Points of each column; a row's are multiplied by its weight and added up. */
  readonly points: readonly number[];
  /** The columns' wording, one for each entry of `points`. */
  readonly options?: readonly LocalisedText[];
}

/** One row of a matrix. */
export interface MatrixRow {
  readonly id: string;
  /** Within the item, above 0. Default 1. */
  readonly weight?: number;
  readonly text?: LocalisedText;
}
