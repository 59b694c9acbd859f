import {
  type Citation,
  makeReason,
  type Parameters,
  type Reason,
  type Severity,
} from '../../evidence/index.js';

/** Something about a form that should be looked at before clients see it. */
export interface LintFinding {
  /** Where it is: `definition.items[3].points`. */
  readonly path: string;
  /** Severity `block` where the form cannot be used, else `warn`; its code begins with `questionnaire.lint`. */
  readonly reason: Reason;
}

/** Makes a finding. */
export function finding(
  path: string,
  code: string,
  parameters: Parameters = {},
  severity: Severity = 'warn',
  citations: readonly Citation[] = [],
): LintFinding {
  return Object.freeze({ path, reason: makeReason(code, severity, parameters, citations) });
}
