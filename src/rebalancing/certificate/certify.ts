import type { RuleCheck } from '../result/result.js';
import { checkAmounts } from './check-amounts.js';
import { checkLimits } from './check-limits.js';
import { checkMoney } from './check-money.js';
import { checkPermissions } from './check-permissions.js';
import type { Evidence } from './evidence.js';
import { readTrades } from './trade-row.js';

/**
 * Checks every rule on the trades as they are written and on the portfolio that they lead to, by arithmetic of its own: from the account, the
 * products and the policy as they were given.
 */
export function certify(evidence: Evidence): readonly RuleCheck[] {
  const rows = readTrades(evidence);
  return Object.freeze([
    ...checkMoney(evidence, rows),
    ...checkPermissions(evidence, rows),
    ...checkAmounts(evidence, rows),
    ...checkLimits(evidence, rows),
  ]);
}
