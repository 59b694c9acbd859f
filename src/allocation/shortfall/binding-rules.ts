import { makeReason, type Reason } from '../../evidence/index.js';
import type { Rule } from '../compile/rules.js';
import type { BindingRule } from '../solve/binding.js';
import { rulePrices } from './rule-prices.js';
import type { CompiledShortfall } from './shortfall-problem.js';
import type { SolvedTail } from './solve-tail.js';

/** A rule is met exactly when this part of its largest term, or less, is left to its bound. */
const AT_LIMIT = 1e-10;

/** The rules that a portfolio meets exactly, in the order of the problem's rules. */
export function bindingRules(
  problem: CompiledShortfall,
  solved: SolvedTail,
): readonly BindingRule[] {
  const met = problem.frame.rules.filter((rule) => {
    return rule.kind !== 'budget' && isMet(problem, solved.proof.x, rule);
  });
  const prices = rulePrices(problem, solved, met);
  return Object.freeze(
    met.map(({ name, kind, subject, bound }, k): BindingRule => {
      const { price, unique } = prices[k]!;
      return Object.freeze({ rule: name, kind, subject, bound, shadowPrice: price + 0, unique });
    }),
  );
}

function isMet({ frame }: CompiledShortfall, x: Float64Array, { place }: Rule): boolean {
  const { of, index, side } = place;
  if (side === 'both') return true;
  const { program } = frame;
  const { value, size } = of === 'row' ? rowAt(program, index, x) : pointAt(x[index]!);
  const limits = of === 'row' ? program.rows : program;
  const left = side === 'lower' ? value - limits.lower[index]! : limits.upper[index]! - value;
  return left <= AT_LIMIT * size;
}

function pointAt(value: number): { readonly value: number; readonly size: number } {
  return { value, size: Math.max(1, Math.abs(value)) };
}

function rowAt(
  { rows, size: width }: CompiledShortfall['frame']['program'],
  row: number,
  x: Float64Array,
): { readonly value: number; readonly size: number } {
  let value = 0;
  let size = 0;
  for (let i = 0; i < width; i++) {
    const term = rows.matrix[row * width + i]! * x[i]!;
    value += term;
    size = Math.max(size, Math.abs(term));
  }
  return { value, size: Math.max(1, size) };
}

/** One reason for each rule that keeps the expected shortfall up. */
export function explainBinding(binding: readonly BindingRule[]): readonly Reason[] {
  return binding
    .filter(({ shadowPrice }) => shadowPrice > 0)
    .map(({ kind, rule, bound, shadowPrice: price }) => {
      return kind === 'target-return'
        ? makeReason('allocation.shortfall-target-return', 'info', { target: bound, price })
        : makeReason('allocation.shortfall-rule-binding', 'info', { rule, bound, price });
    });
}
