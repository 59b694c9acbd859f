import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { Ceiling, ConsistencyControl, KnockOut, ScoreScale } from '../definition.js';
import type { QuestionnaireItem } from '../item.js';
import type { RiskLevel } from '../level.js';
import type { Evaluate, Reads } from './evaluate.js';
import type { Memory } from './memory.js';
import type {
  AnswerChange,
  BandedScore,
  Contribution,
  DefinitionName,
  DimensionScore,
} from './result.js';

/** The definition laid out for scoring: indexes for names, products worked out beforehand. */
export interface ScoringPlan {
  readonly items: readonly PlannedItem[];
  /** The items' figures by column, for the loops that run for every client. */
  readonly columns: ItemColumns;
  /** Place of each item. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly dimensions: readonly PlannedDimension[];
  /** Bands of the overall score. */
  readonly bands: PlannedBands;
  /** Names the form in every result. */
  readonly name: DefinitionName;
  readonly scale: ScoreScale;
  /** Points are whole multiples of 1 / unit where that is possible, so that their sums are exact. */
  readonly unit: number;
  /** Whether the overall band alone makes the level. */
  readonly weightedSum: boolean;
  readonly rules: readonly PlannedRule[];
  /** Whether on another answer nothing but bands decides, apart from those that rules read. */
  readonly bandsDecide: boolean;
  /** Whether every item is a single choice that is always shown. */
  readonly plain: boolean;
  readonly memory: ScoringMemory;
}

/**
 * What has been worked out before and comes again with most clients. It has no influence on any result but the
 * time it takes.
 */
export interface ScoringMemory {
  /** The last day of validity, by day of assessment; refuses what is no day. */
  readonly validThrough: Memory<PlainDate, PlainDate>;
  /** Where an overall score stands, by score. */
  readonly overall: Memory<number, OverallStanding>;
  /** What determined the level, by a bit for the overall band and one for each dimension. */
  readonly determinedBy: Memory<number, readonly string[]>;
}

/** Figures of the items, each in the order of the form. */
export interface ItemColumns {
  readonly ids: readonly string[];
  /** Index of the dimension; −1 for an item that is not scored. */
  readonly dimensions: readonly number[];
  /** Weight × points × unit of each option where an answer is an index into them; else empty. */
  readonly points: readonly (readonly number[])[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** Whether a rule reads the answer. */
  readonly read: readonly boolean[];
  /** How many items are scored. */
  readonly scored: number;
  /** Scored items that follow each other in one dimension. */
  readonly runs: readonly ItemRun[];
}

/** Items [from, to) of one dimension. */
export interface ItemRun {
  readonly dimension: number;
  readonly from: number;
  readonly to: number;
}

/** Where an overall score stands. */
export interface OverallStanding {
  readonly score: BandedScore;
  /** Place of the band's level among `RISK_LEVELS`. */
  readonly rank: number;
  /** What the score, as it is rounded, must gain for each level; see `waysTo`. */
  readonly ways: readonly number[];
}

/** An item, ready for scoring. */
export interface PlannedItem {
  readonly id: string;
  readonly item: QuestionnaireItem;
  readonly mandatory: boolean;
  /** Index of its dimension; −1 for an item that is not scored. */
  readonly dimension: number;
  /** Weight × points × unit of each option, step or column. */
  readonly points: readonly number[];
  /** What each option or step brings, made once and shared by all results; empty for other kinds. */
  readonly contributions: readonly Contribution[];
  /** What each option would give at each level, made once and shared by all results; empty for other kinds. */
  readonly changes: readonly (readonly AnswerChange[])[];
  /** Weight × fewest points × unit; an item that may be hidden can bring its points for that, too. */
  readonly lowest: number;
  /** Weight × most points × unit. */
  readonly highest: number;
  /** Weight × points × unit while it is not shown. */
  readonly hidden: number;
  /** Of a numeric item one number of each stretch that the form treats alike, see `stretchesOf`; else empty. */
  readonly stretches: readonly number[] | null;
  /** Whether a rule or a `showIf` reads the answer. */
  readonly isRead: boolean;
  /** `null` for an item that is always shown. */
  readonly showIf: Evaluate | null;
}

/** A dimension, ready for scoring: its score is factor · (sum − base) / span. */
export interface PlannedDimension {
  readonly name: string;
  /** What is said of a sum of points, made once and shared by all results. */
  readonly standings: Memory<number, DimensionStanding>;
  readonly factor: number;
  /** Score by point: factor / span. */
  readonly slope: number;
  readonly base: number;
  readonly span: number;
  /** The highest sum. */
  readonly highest: number;
  /** Whether a share is one of the range, and not of the highest sum. */
  readonly ofRange: boolean;
  readonly weight: number;
  readonly capsLevel: boolean;
  /** `null` for a dimension without bands. */
  readonly bands: PlannedBands | null;
}

/** Where a sum of points stands. */
export interface DimensionStanding {
  readonly score: DimensionScore;
  /** Place of the band's level among `RISK_LEVELS`; the highest for a dimension that caps nothing. */
  readonly cap: number;
  /** What the sum brings to the overall score. */
  readonly part: number;
  /** What the dimension's score, before it is rounded, must gain for each level, see `waysTo`; empty where it caps nothing. */
  readonly ways: readonly number[];
  /** Why the level is held by this dimension, by the weighted level's place. */
  readonly heldBy: Memory<number, Reason>;
}

/** Bands, ready for looking scores up. */
export interface PlannedBands {
  /** Score from which each band runs, itself included: half a digit above an edge that is not. */
  readonly edges: readonly number[];
  /** The edges as they were given. */
  readonly from: readonly number[];
  /** Each band's level by its place among `RISK_LEVELS`. */
  readonly ranks: readonly number[];
  readonly levels: readonly RiskLevel[];
}

/** A knock-out, ceiling or control, ready for use. */
export interface PlannedRule {
  readonly kind: 'knock-out' | 'ceiling' | 'control';
  readonly rule: KnockOut | Ceiling | ConsistencyControl;
  readonly effect: 'stop' | 'block' | 'cap' | 'refer' | 'note';
  /** Place of the level that caps, among `RISK_LEVELS`; 4 where the rule caps nothing by itself. */
  readonly rank: number;
  /** Index of the dimension whose band caps, −1 for the overall band; `null` where `rank` says it. */
  readonly bandOf: number | null;
  readonly evaluate: Evaluate;
  readonly reads: Reads;
}
