import { makeReason, type Reason } from '../evidence/index.js';
import type { CompiledProblem } from './compile-problem.js';
import { type RuleKind, slackOf } from './rules.js';
import { shadowPrices } from './shadow-prices.js';

/** A rule that the portfolio meets exactly. */
export interface BindingRule {
  /** `min:CASH`, `max:GOLD`, `group-min:…`, `group-max:equity` or `target-return`. */
  readonly rule: string;
  readonly kind: RuleKind;
  /** The asset or group that is ruled; empty for the target return. */
  readonly subject: string;
  /** The bound as it was stated. */
  readonly bound: number;
  /** Gain of the objective per unit by which this rule alone is loosened, at least 0. */
  readonly shadowPrice: number;
  /** False where the multiplier is not unique: tightening costs more than loosening gains. */
  readonly unique: boolean;
}

/** A rule is met exactly when this part of the budget, or less, is left to its bound. */
const AT_LIMIT = 1e-10;

/** The rules that a portfolio meets exactly, in the order of the problem's rules. */
export function bindingRules(
  problem: CompiledProblem,
  weights: Float64Array,
  prices: Float64Array,
  scale: number,
): readonly BindingRule[] {
  const atLimit = AT_LIMIT * Math.max(1, problem.budget.bound);
  const active = problem.rules
    .map((rule, r) => ({ rule, price: prices[r]! }))
    .filter(({ rule }) => slackOf(rule, weights) <= atLimit);
  const shadow = shadowPrices(
    problem,
    active.map(({ rule }) => rule),
    active.map(({ price }) => price),
    scale,
  );
  return Object.freeze(
    active.map(({ rule: { name, kind, subject, bound, unit } }, k) => {
      const { price, unique } = shadow[k]!;
      return Object.freeze({ rule: name, kind, subject, bound, shadowPrice: price / unit, unique });
    }),
  );
}

/** One reason for each binding rule that costs something, and for each asset that is not held. */
export function explainBinding(binding: readonly BindingRule[]): readonly Reason[] {
  return Object.freeze(
    binding.filter((rule) => rule.shadowPrice > 0 || isLeftOut(rule)).map(explain),
  );
}

function explain(rule: BindingRule): Reason {
  const { kind, subject, bound, shadowPrice } = rule;
  if (kind === 'target-return') {
    return makeReason('allocation.target-return-binding', 'info', { target: bound });
  }
  const code = isLeftOut(rule) ? 'not-held' : `${kind}-binding`;
  return makeReason(`allocation.${code}`, 'info', { subject, bound, price: shadowPrice });
}

/** Nothing of an asset is held, by its floor of 0. */
function isLeftOut({ kind, bound }: BindingRule): boolean {
  return kind === 'min' && bound === 0;
}
