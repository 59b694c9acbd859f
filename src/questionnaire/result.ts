import type { PlainDate } from '../dates/index.js';
import type { Reason } from '../evidence/index.js';
import type { RiskLevel } from './level.js';

/** Item id → index of the chosen option, from 0. A missing, `undefined` or `null` entry is no answer. */
export type Answers = Readonly<Record<string, number | null | undefined>>;

/** What a form's answers say. */
export type QuestionnaireResult = ScoredQuestionnaire | IncompleteQuestionnaire;

/** A score from 0 to 100 and where it lies among the bands. */
export interface BandedScore {
  /** 0 to 100, rounded to nine digits after the point. */
  readonly score: number;
  readonly level: RiskLevel;
  /** Points of score to the next band; `null` in the highest. */
  readonly distanceToNextBand: number | null;
  /** The next band's level; `null` in the highest. */
  readonly nextLevel: RiskLevel | null;
}

/** A dimension's score. */
export interface DimensionScore extends BandedScore {
  /** Whether its band caps the client's level. */
  readonly capsLevel: boolean;
}

/** The level that the answers give, and how it came about. */
export interface ScoredQuestionnaire {
  readonly status: 'scored';
  /** The level that counts. */
  readonly level: RiskLevel;
  /** What the weighted score alone would have said. */
  readonly weightedLevel: RiskLevel;
  /** By dimension, in the order in which the items first name them. */
  readonly dimensions: Readonly<Record<string, DimensionScore>>;
  readonly overall: BandedScore;
  /** What holds the level where it is: `overall` or names of dimensions. At least one. */
  readonly determinedBy: readonly string[];
  /** What each answer brought, in the order of the items. */
  readonly contributions: readonly Contribution[];
  /** Every other answer to a single item that would change the level, with the level it would give. */
  readonly singleAnswerChanges: readonly AnswerChange[];
  /** Items without an answer for which the most cautious option was taken. */
  readonly imputed: readonly string[];
  readonly assessedOn: PlainDate;
  /** The last day on which the assessment counts. */
  readonly validThrough: PlainDate;
  readonly reasons: readonly Reason[];
  readonly definition: { readonly id: string };
}

/** No level, because answers are missing. */
export interface IncompleteQuestionnaire {
  readonly status: 'incomplete';
  /** The items without an answer, in the order of the form. */
  readonly missing: readonly string[];
  readonly reasons: readonly Reason[];
  readonly definition: { readonly id: string };
}

/** What one answer brought to its dimension. */
export interface Contribution {
  readonly item: string;
  readonly dimension: string;
  /** Weight × points of the answer. */
  readonly points: number;
  /** Weight × the item's highest points. */
  readonly maximum: number;
  /** Part of its dimension's maximum, decimal fraction: a dimension's shares sum to its score / 100. */
  readonly share: number;
}

/** Another answer to one item, all else equal. */
export interface AnswerChange {
  readonly item: string;
  /** Index of the option. */
  readonly option: number;
  /** The level that the form would give. */
  readonly level: RiskLevel;
}
