import { makeReason, type Reason } from '../../evidence/index.js';
import type { BindingRule } from '../solve/binding.js';
import type { CompiledRiskBudget } from './risk-budget-problem.js';
import type { RiskBudgetSolution } from './risk-certificate.js';

/** A bound at which an asset is held, as `allocate` names it; without a price, as nothing is maximised that it could be in. */
export type BindingBound = Pick<BindingRule, 'rule' | 'kind' | 'subject' | 'bound'>;

/** Bounds that keep assets from their budgets of risk, and why. */
export interface BindingBounds {
  /** In the order of the assets. */
  readonly binding: readonly BindingBound[];
  readonly reasons: readonly Reason[];
}

/** A share of the risk within this of what the budgets say is not kept from it. */
const NOTICEABLE = 1e-9;

/** The bounds at which weights are held though their risk is not as budgeted; assets without a budget too. */
export function bindingBounds(
  problem: CompiledRiskBudget,
  { weights, shares, multiplier }: RiskBudgetSolution,
): BindingBounds {
  const { assets, budgets, lower, upper } = problem;
  const binding: BindingBound[] = [];
  const reasons: Reason[] = [];
  assets.forEach((subject, i) => {
    const [share, budget] = [shares[i]!, budgets[i]!];
    const [min, max] = [lower[i]!, upper[i]!];
    if (budget === 0) {
      if (min > 0) binding.push(bindingBound('min', subject, min));
      reasons.push(makeReason('allocation.no-risk-budget', 'info', { subject, bound: min }));
      return;
    }
    const excess = share - multiplier * budget;
    if (weights[i] === min && min > 0 && excess > NOTICEABLE) {
      binding.push(bindingBound('min', subject, min));
      const read = { subject, bound: min, share, budget };
      reasons.push(makeReason('allocation.risk-held-up', 'info', read));
    } else if (weights[i] === max && excess < -NOTICEABLE) {
      binding.push(bindingBound('max', subject, max));
      const read = { subject, bound: max, share, budget };
      reasons.push(makeReason('allocation.risk-held-down', 'info', read));
    }
  });
  return { binding: Object.freeze(binding), reasons: Object.freeze(reasons) };
}

function bindingBound(kind: 'min' | 'max', subject: string, bound: number): BindingBound {
  return Object.freeze({ rule: `${kind}:${subject}`, kind, subject, bound: bound + 0 });
}
