import { makeReason, type Parameters, type Reason, type Severity } from '../../evidence/index.js';
import type { ProfileEvidence } from './evidence.js';

/** Two things known about a client that do not go together. */
export interface Contradiction {
  /** `require` asks for an answer before advice, `refer` for a person's look, `warn` only says so. */
  readonly severity: Severity;
  /** Of this severity; its parameters are the figures that were compared. */
  readonly reason: Reason;
  /** What to ask the client. */
  readonly question: Reason;
  /** What is said or assessed, and what stands against it. */
  readonly evidence: readonly [ProfileEvidence, ProfileEvidence];
}

/** A contradiction with its question. */
export function contradiction(
  code: string,
  severity: Severity,
  parameters: Parameters,
  evidence: readonly [ProfileEvidence, ProfileEvidence],
): Contradiction {
  return Object.freeze({
    severity,
    reason: makeReason(code, severity, parameters),
    question: makeReason(`${code}.question`, 'require', parameters),
    evidence: Object.freeze(evidence),
  });
}
