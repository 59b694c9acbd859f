import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { Operand, Plain } from '../condition.js';
import type { LocalisedText } from '../definition.js';
import type { RiskLevel } from '../level.js';

/**
 * The answer to one item: of a single choice the option's index, from 0; of a multiple choice the list of the
 * chosen ones; of a numeric item the number; of a matrix the option's index by row id.
 */
export type AnswerValue = number | readonly number[] | Readonly<Record<string, number>>;

/** Item id → answer. A missing, `undefined` or `null` entry is no answer. */
export type Answers = Readonly<Record<string, AnswerValue | null | undefined>>;

/** Which form was filled in. */
export interface DefinitionName {
  readonly id: string;
  readonly version?: string;
}

/** What a form's answers say. */
export type QuestionnaireResult =
  | ScoredQuestionnaire
  | IncompleteQuestionnaire
  | StoppedQuestionnaire;

/** A score and where it lies among the bands. */
export interface BandedScore {
  /** On the form's scale, 0 to 100 unless that is `points`; rounded to nine digits after the point. */
  readonly score: number;
  readonly level: RiskLevel;
  /** Points of score to the next band; `null` in the highest. */
  readonly distanceToNextBand: number | null;
  /** The next band's level; `null` in the highest. */
  readonly nextLevel: RiskLevel | null;
  /** Points of score above where its own band begins; `null` in the lowest. */
  readonly distanceToLowerBand: number | null;
}

/** A dimension's score. */
export interface DimensionScore extends Omit<BandedScore, 'level'> {
  /** Σ(weight · points) of its items. */
  readonly raw: number;
  /** `null` for a dimension without bands, on the scale `points`. */
  readonly level: RiskLevel | null;
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
  /** What the lowest of the overall band and the capping dimensions' would have said, before any rule. */
  readonly lowestLevel: RiskLevel;
  /** By dimension, in the order in which the items first name them. */
  readonly dimensions: Readonly<Record<string, DimensionScore>>;
  readonly overall: BandedScore;
  /** What holds the level where it is: `overall`, names of dimensions, ids of rules. At least one. */
  readonly determinedBy: readonly string[];
  /** Knock-outs, ceilings and controls that held or could not be known, in the order of the form. */
  readonly findings: readonly Finding[];
  /** What each answer to a scored item brought, in the order of the items. */
  readonly contributions: readonly Contribution[];
  /**
   * Every other answer to a single item that would change the level, with the level it would give. Of a number that is not
   * whole and with which a rule reckons, only the beginning of each step is tried.
   */
  readonly singleAnswerChanges: readonly AnswerChange[];
  /** Items that were not shown. */
  readonly hidden: readonly string[];
  /** Items without an answer for which the fewest points were taken. */
  readonly imputed: readonly string[];
  readonly assessedOn: PlainDate;
  /** The last day on which the assessment counts. */
  readonly validThrough: PlainDate;
  readonly reasons: readonly Reason[];
  readonly definition: DefinitionName;
}

/** No level, because answers or facts are missing. */
export interface IncompleteQuestionnaire {
  readonly status: 'incomplete';
  /** The items without an answer, in the order of the form. */
  readonly missing: readonly string[];
  /** What else is needed to decide, ascending: `facts.age`, `secondsTaken`, `previous.level`. */
  readonly missingFacts: readonly string[];
  readonly reasons: readonly Reason[];
  readonly definition: DefinitionName;
}

/** No level, because a knock-out stops or a control blocks. */
export interface StoppedQuestionnaire {
  readonly status: 'stopped';
  readonly findings: readonly Finding[];
  readonly assessedOn: PlainDate;
  readonly reasons: readonly Reason[];
  readonly definition: DefinitionName;
}

/** A knock-out, a ceiling or a control that held, or of which it cannot be known. */
export interface Finding {
  readonly kind: 'knock-out' | 'ceiling' | 'control';
  readonly id: string;
  readonly truth: 'held' | 'unknown';
  readonly effect: 'stop' | 'block' | 'cap' | 'refer' | 'note';
  /** What it caps the level at; `null` where it caps nothing. */
  readonly level: RiskLevel | null;
  /** Whether the level stands where it caps. */
  readonly binding: boolean;
  /** What was read; `value` is `null` where it is missing. */
  readonly evidence: readonly Evidence[];
  /** What is missing to know it, ascending. */
  readonly missing: readonly string[];
  /** The definition's words for it. */
  readonly text?: LocalisedText;
}

/** A value that a rule read. */
export interface Evidence {
  readonly operand: Exclude<Operand, Plain>;
  readonly value: Plain | readonly number[] | null;
}

/** What one answer brought to its dimension. */
export interface Contribution {
  readonly item: string;
  readonly dimension: string;
  /** Weight × points of the answer. */
  readonly points: number;
  /** Weight × the item's highest points. */
  readonly maximum: number;
  /** Part of its dimension's highest sum, decimal fraction; above the item's fewest points on the scale `share-of-range`. */
  readonly share: number;
}

/** Another answer to one item, all else equal. */
export interface AnswerChange {
  readonly item: string;
  /** The row of a matrix. */
  readonly row?: string;
  /**
   * Index of the option or of the numeric step; of a multiple choice, the one taken in or out. An exclusive one replaces
   * the others, and is replaced.
   */
  readonly option: number;
  /** Of a numeric item one of the numbers that give the level. */
  readonly value?: number;
  /**
   * The level that the form would give; `null` if it would give none, or none before more is answered or known.
   */
  readonly level: RiskLevel | null;
}
