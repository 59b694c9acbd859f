import type { RulePack } from '../../../rules/index.js';
import { policyCases } from './cases/policy-cases.js';
import { makePolicyPack } from './make-policy-pack.js';

/**
 * What law leaves to a bank, with the thresholds of a careful house: every rule of `POLICY_RULES`, in CNY. It is no bank's
 * policy; `makePolicyPack` makes one.
 */
export const policyPack: RulePack = /* @__PURE__ */ makePolicyPack({
  id: 'policy',
  version: '2026.1',
  from: '2026-01-01',
  cases: /* @__PURE__ */ policyCases(),
});
