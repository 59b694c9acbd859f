import { makeReason, type Parameters, type Reason, type Severity } from '../../evidence/index.js';

/** Something about assumptions that should be looked at before clients' money follows them. */
export interface AssumptionsFinding {
  /** Where it is: `assumptions.expectedReturn[2]`. */
  readonly path: string;
  /** Severity `block` where the assumptions cannot be used, else `warn`; its code begins with `market.assumptions`. */
  readonly reason: Reason;
}

/** Makes a finding. */
export function finding(
  path: string,
  code: string,
  parameters: Parameters,
  severity: Severity = 'warn',
): AssumptionsFinding {
  return Object.freeze({
    path: `assumptions.${path}`,
    reason: makeReason(code, severity, parameters),
  });
}
