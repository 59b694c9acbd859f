import { makeReason, type Reason } from '../../evidence/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import type { Rule, RuleKind } from '../compile/rules.js';
import type { Proof } from './proof.js';
import { shadowPrices } from './shadow-prices.js';

/** A rule that the portfolio meets exactly. */
export interface BindingRule {
  /** `min:CASH`, `max:GOLD`, `group-max:equity`, `rule-min:…`, `turnover`, `target-return` and the like. */
  readonly rule: string;
  readonly kind: RuleKind;
  /** The asset, group or rule that is meant; empty for the rules on the whole portfolio. */
  readonly subject: string;
  /** The bound as it was stated. */
  readonly bound: number;
  /**
   * Gain of the objective per unit by which this rule alone is loosened, in the unit of its bound (a multiple for a relative
   * rule, either side for what is frozen) and net of what trading costs beyond it; at least 0. Also 0 for a limit at the least
   * risk there is, where the gain per unit has no end.
   */
  readonly shadowPrice: number;
  /** False where the multiplier is not unique: tightening costs more than loosening gains. */
  readonly unique: boolean;
}

/** A rule is met exactly when this part of its largest term, or less, is left to its bound. */
const AT_LIMIT = 1e-10;

/** The rules that a portfolio meets exactly, in the order of the problem's rules. */
export function bindingRules(problem: CompiledProblem, proof: Proof): readonly BindingRule[] {
  const active = problem.rules.filter((rule) => rule.kind !== 'budget' && isMet(rule, proof));
  const shadow = shadowPrices(problem, proof, active);
  const binding = active.map(({ name, kind, subject, bound }, k): BindingRule => {
    const { price, unique } = shadow[k]!;
    return Object.freeze({ rule: name, kind, subject, bound, shadowPrice: price + 0, unique });
  });
  for (const [kind, limit] of [
    ['tracking-error', proof.trackingError],
    ['target-volatility', proof.volatilityLimit],
  ] as const) {
    if (limit === undefined) continue;
    const { limit: bound, price: shadowPrice } = limit;
    binding.push(
      Object.freeze({
        rule: kind,
        kind,
        subject: '',
        bound,
        shadowPrice,
        unique: shadowPrice > 0,
      }),
    );
  }
  return Object.freeze(binding);
}

function isMet({ place }: Rule, { program, x }: Proof): boolean {
  const { of, index, side } = place;
  if (side === 'both') return true;
  const { rows, size } = program;
  let value = 0;
  let largest = 1;
  if (of === 'variable') {
    value = x[index]!;
    largest = Math.max(1, Math.abs(value));
  } else {
    for (let i = 0; i < size; i++) {
      const term = rows.matrix[index * size + i]! * x[i]!;
      value += term;
      largest = Math.max(largest, Math.abs(term));
    }
  }
  const limits = of === 'variable' ? program : rows;
  const slack = side === 'lower' ? value - limits.lower[index]! : limits.upper[index]! - value;
  return slack <= AT_LIMIT * largest;
}

/** One reason for each binding rule that costs something, and for each asset that is not held. */
export function explainBinding(
  binding: readonly BindingRule[],
  { active, objective }: Pick<CompiledProblem, 'active' | 'objective'>,
): readonly Reason[] {
  const notHeld = objective.kind === 'minimum-variance' ? 'not-held-for-least-risk' : 'not-held';
  const codeOf = (rule: BindingRule): string => {
    if (isLeftOut(rule)) return notHeld;
    // Where risk is that of the deviation from the benchmark, so is the limit on it.
    if (rule.kind === 'target-volatility' && active) return 'tracking-error-binding';
    return `${rule.kind}-binding`;
  };
  return Object.freeze(
    binding
      .filter((rule) => rule.shadowPrice > 0 || isLeftOut(rule))
      .map((rule) => {
        const { kind, subject, bound, shadowPrice } = rule;
        if (kind === 'target-return') {
          return makeReason('allocation.target-return-binding', 'info', { target: bound });
        }
        const parameters = { subject, bound, price: shadowPrice };
        return makeReason(`allocation.${codeOf(rule)}`, 'info', parameters);
      }),
  );
}

/** Nothing of an asset is held, by its floor of 0. */
function isLeftOut({ kind, bound }: BindingRule): boolean {
  return kind === 'min' && bound === 0;
}
