import type { Parameter } from '../../evidence/index.js';

/** Where something about a client is known from. */
export const EVIDENCE_SOURCES = [
  'facts',
  'questionnaire',
  'statement',
  'holdings',
  'bookings',
  'goals',
  'plans',
  'behaviour',
] as const;

/** Where something about a client is known from; see `EVIDENCE_SOURCES`. */
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** One thing known about a client. */
export interface ProfileEvidence {
  readonly source: EvidenceSource;
  /** Where it stands in the input, or what it was computed from: `view.statements.acceptedLoss`. */
  readonly path: string;
  readonly value: Parameter;
}

/** A piece of evidence, frozen. */
export function evidence(source: EvidenceSource, path: string, value: Parameter): ProfileEvidence {
  return Object.freeze({ source, path, value });
}
