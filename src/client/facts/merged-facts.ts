import type { PlainDate } from '../../dates/index.js';
import type { BatchFailure } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import type { RecordedFact } from './fact.js';
import type { FactCriterion } from './fact-policy.js';
import type { JsonValue } from './json-value.js';

/** A path that has a value. */
export interface SettledField {
  /** `stale`: older than the policy allows or past its end. The value is shown, and counts as missing. */
  readonly status: 'fresh' | 'stale';
  readonly value: JsonValue;
  readonly asOf: PlainDate;
  readonly source: string;
  readonly confidence: number;
  readonly validUntil: PlainDate | null;
  readonly recordedAt: PlainDate;
  /** The last day on which it is fresh, from the policy and `validUntil`; `null` without one. */
  readonly freshUntil: PlainDate | null;
  /** Other sources that say the same and are as fresh, sorted. */
  readonly confirmedBy: readonly string[];
}

/** A path that was spoken of and has no value. */
export interface UnsettledField {
  /**
   * `unresolved`: sources of equal standing contradict each other. `empty`: the sources have no answer. `weak`: nobody is
   * sure enough. `retracted`: what was said is withdrawn.
   */
  readonly status: 'unresolved' | 'empty' | 'weak' | 'retracted';
  readonly value: null;
  /** The latest day on which anyone said so. */
  readonly asOf: PlainDate;
  /** Who said so, sorted. */
  readonly sources: readonly string[];
}

/** What is known about one path; look at the status first. */
export type MergedField = SettledField | UnsettledField;

/** One side of a conflict. */
export interface FactEvidence extends Omit<RecordedFact, 'path' | 'retracted'> {
  /** `tied`: of equal standing with one that says otherwise. */
  readonly verdict: 'won' | 'confirmed' | 'lost' | 'tied';
  /** What set it apart from the winner, or from those that are tied; `null` unless it lost. */
  readonly lostBy: FactCriterion | null;
}

/** Sources that say different things about one path. */
export interface FactConflict {
  readonly path: string;
  readonly status: 'resolved' | 'unresolved';
  /** What set the winner apart from the strongest that says otherwise; `null` while unresolved. */
  readonly decidedBy: FactCriterion | null;
  /** All sides that are as fresh as the strongest, the strongest first. */
  readonly evidence: readonly FactEvidence[];
  /** Shows path and sources, no value. Severity `warn`, or `require` while unresolved. */
  readonly reason: Reason;
}

/** A client's facts on a day, merged. */
export interface MergedFacts {
  readonly asOf: PlainDate;
  /** What became known later is left out. */
  readonly knownOn: PlainDate;
  /** By path, sorted. */
  readonly fields: Readonly<Record<string, MergedField>>;
  /** By path, sorted. */
  readonly conflicts: readonly FactConflict[];
  /** Facts that could not be used, of those that were true and known by then; `row` counts the facts as they were given. */
  readonly failures: readonly BatchFailure[];
}
