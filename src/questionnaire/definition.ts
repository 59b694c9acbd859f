import type { Locale } from '../evidence/index.js';
import type { RiskLevel } from './level.js';

/** A text in the library's languages. */
export type LocalisedText = Readonly<Record<Locale, string>>;

/** A risk questionnaire as data: a bank's JSON file fits. Further fields are ignored. */
export interface QuestionnaireDefinition {
  /** Names the form and its version, for the record of each assessment. */
  readonly id: string;
  /** How long an assessment counts, whole calendar months, at least 1. */
  readonly validMonths: number;
  /** Bands of the scores 0 to 100, the first from 0, ascending in score and in level. */
  readonly bands: readonly ScoreBand[];
  /** Share of each dimension in the overall score: at least 0, sum 1. Names every dimension in use. */
  readonly overallWeights: Readonly<Record<string, number>>;
  /** Ids of the items without whose answers nobody may be advised. */
  readonly mandatory: readonly string[];
  /** The questions, at least one. */
  readonly items: readonly QuestionnaireItem[];
  /**
   * Dimensions whose band caps the level. Default: all of `overallWeights` but `knowledge`, which
   * limits how complex a product may be and never how risky.
   */
  readonly levelDimensions?: readonly string[];
  /** How the bands make the level. `lowest` (default): the lowest of the overall band and the caps. */
  readonly combination?: 'lowest';
}

/** A band of scores, [from, next band's from). */
export interface ScoreBand {
  /** Score from which the band runs, itself included; 0 to below 100. */
  readonly from: number;
  readonly level: RiskLevel;
}

/** One question with one answer to choose. */
export interface QuestionnaireItem {
  readonly id: string;
  /** What the question asks about, for checks of coverage: `horizon`, `maxLoss`. */
  readonly factor: string;
  /** The dimension it counts for: `capacity`, `tolerance`, `knowledge` or one of the bank's own. */
  readonly dimension: string;
  /** Weight within the dimension, above 0. */
  readonly weight: number;
  /** Points of each option, at least 0, at least one above 0; an answer is an index into this list. */
  readonly points: readonly number[];
  /** The question's wording. */
  readonly text?: LocalisedText;
  /** The options' wording, one for each entry of `points`. */
  readonly options?: readonly LocalisedText[];
}
