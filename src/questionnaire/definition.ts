import type { Citation, LocalisedText } from '../evidence/index.js';

export type { LocalisedText } from '../evidence/index.js';

import type { Condition } from './condition.js';
import type { QuestionnaireItem } from './item.js';
import type { RiskLevel } from './level.js';

/** A risk questionnaire as data: a bank's JSON file fits. Further fields are ignored. */
export interface QuestionnaireDefinition {
  /** Names the form, for the record of each assessment. */
  readonly id: string;
  /** Names the form's version, unless `id` does. */
  readonly version?: string;
  /** How the form is called. */
  readonly title?: LocalisedText;
  /** How long an assessment counts, whole calendar months, at least 1. */
  readonly validMonths: number;
  /** What a score is; see `SCORE_SCALES`. Default `share-of-maximum`. */
  readonly scale?: ScoreScale;
  /** Bands of the overall score, and of every dimension without bands of its own; ascending in score and in level. */
  readonly bands: readonly ScoreBand[];
  /**
   * Weight of each dimension in the overall score, at least 0. Names every dimension in use. The weights sum to 1,
   * except on the scale `points`, where they may be left out: every dimension then counts once.
   */
  readonly overallWeights?: Readonly<Record<string, number>>;
  /** What is particular about a dimension. */
  readonly dimensions?: Readonly<Record<string, DimensionDefinition>>;
  /**
   * Ids of the items without whose answers nobody may be advised: a missing one is a reason of severity `block`, and one of
   * a scored item only `require`. Where the most cautious reading is asked for, it is taken for both.
   */
  readonly mandatory: readonly string[];
  /** The questions, at least one of them scored. */
  readonly items: readonly QuestionnaireItem[];
  /**
   * Dimensions whose band caps the level. Default: all of `overallWeights` but `knowledge`, which
   * limits how complex a product may be and never how risky; on the scale `points`, those of them with bands of their own.
   */
  readonly levelDimensions?: readonly string[];
  /**
   * How the bands make the level. `lowest` (default): the lowest of the overall band and the caps.
   * `weighted-sum`: the overall band alone; what the lowest would have been stands beside it.
   */
  readonly combination?: Combination;
  /** Answers that decide by themselves, whatever the sum. */
  readonly knockOuts?: readonly KnockOut[];
  /** Circumstances above which no score lifts the level: knowledge, age, horizon. */
  readonly ceilings?: readonly Ceiling[];
  /** What in the answers, or between answers and facts, does not go together. */
  readonly controls?: readonly ConsistencyControl[];
}

/**
 * What a score is, `sum` being Σ(weight · points).
 *
 * - `share-of-maximum`: 100 · sum / highest sum. No points below 0.
 * - `share-of-range`: 100 · (sum − lowest sum) / (highest sum − lowest sum).
 * - `points`: the sum itself.
 */
export const SCORE_SCALES = ['share-of-maximum', 'share-of-range', 'points'] as const;

/** What a score is; see `SCORE_SCALES`. */
export type ScoreScale = (typeof SCORE_SCALES)[number];

/** How the bands make the level; see `QuestionnaireDefinition.combination`. */
export const COMBINATIONS = ['lowest', 'weighted-sum'] as const;

/** How the bands make the level; see `QuestionnaireDefinition.combination`. */
export type Combination = (typeof COMBINATIONS)[number];

/**
 * A band of scores. It runs to where the next one begins, the last one without end; `to` is only needed to say so
 * and is checked.
 */
export interface ScoreBand {
  /** Where the band begins, on the form's scale; the first one at or below the lowest score. */
  readonly from: number;
  /** Whether `from` itself belongs to it. Default true; false for “above 20”. */
  readonly fromIncluded?: boolean;
  /** Where the band ends: where the next one begins. */
  readonly to?: number;
  /** Whether `to` itself belongs to it. Default: whatever the next band leaves. */
  readonly toIncluded?: boolean;
  readonly level: RiskLevel;
}

/** What is particular about a dimension. */
export interface DimensionDefinition {
  readonly name?: LocalisedText;
  /** Default: the form's bands; none on the scale `points`, where sums of parts cannot be held against bands of the whole. */
  readonly bands?: readonly ScoreBand[];
}

/** What ceilings, knock-outs and controls have in common. */
interface Rule {
  /** Unique among all of the form's knock-outs, ceilings and controls. */
  readonly id: string;
  readonly when: Condition;
  /** What is told to people when it holds. */
  readonly text?: LocalisedText;
  /** What it rests on. */
  readonly citations?: readonly Citation[];
}

/** An answer that decides by itself. */
export interface KnockOut extends Rule {
  /** `lowest-level`: the level is C1. `stop`: there is no level. */
  readonly outcome: 'lowest-level' | 'stop';
}

/** A level that is not exceeded while a condition holds. */
export interface Ceiling extends Rule {
  readonly level: RiskLevel;
}

/** What does not go together. */
export type ConsistencyControl = Rule &
  (
    | {
        /** `block`: no level until it is cleared up. `refer`: a person looks at it. `note`: it is said. */
        readonly severity: 'block' | 'refer' | 'note';
      }
    | {
        /** The level goes no higher than another one. */
        readonly severity: 'cap';
        /** A level, or the name of the dimension whose band it is. */
        readonly to: RiskLevel | { readonly bandOf: string };
      }
  );
