import type { AllocationProblem } from './problem.js';
import type { BindingRule } from './solve/binding.js';

/** A problem without one of its rules; nothing for what is no rule of the caller's: a default, a target, the budget. */
export function withoutRule(
  problem: AllocationProblem,
  { kind, subject, bound }: Pick<BindingRule, 'kind' | 'subject' | 'bound'>,
): AllocationProblem | undefined {
  switch (kind) {
    case 'min':
      // A floor of 0 or less is about short positions, and there they begin.
      return bound > 0 ? withoutBound(problem, subject, 'min') : undefined;
    case 'max':
      return problem.bounds?.[subject]?.max === undefined
        ? undefined
        : withoutBound(problem, subject, 'max');
    case 'group-min':
    case 'group-max':
      return { ...problem, groups: withoutSide(problem.groups, subject, kind) };
    case 'rule-min':
    case 'rule-max':
      return { ...problem, rules: withoutSide(problem.rules, subject, kind) };
    case 'relative-min':
    case 'relative-max':
      return { ...problem, relative: withoutSide(problem.relative, subject, kind) };
    case 'short':
      return without(problem, 'maxShort');
    case 'leverage':
      return without(problem, 'maxLeverage');
    case 'frozen': {
      const { frozen = [], ...trading } = problem.trading!;
      return {
        ...problem,
        trading: { ...trading, frozen: frozen.filter((name) => name !== subject) },
      };
    }
    case 'turnover': {
      const { maxTurnover: _, ...trading } = problem.trading!;
      return { ...problem, trading };
    }
    default:
      return undefined;
  }
}

function withoutBound(
  problem: AllocationProblem,
  asset: string,
  side: 'min' | 'max',
): AllocationProblem {
  const bounds = problem.bounds ?? {};
  return { ...problem, bounds: { ...bounds, [asset]: without(bounds[asset] ?? {}, side) } };
}

function withoutSide<
  T extends { readonly id: string; readonly min?: number; readonly max?: number },
>(rules: readonly T[] | undefined, id: string, kind: string): readonly T[] {
  const side = kind.endsWith('-min') ? 'min' : 'max';
  return (rules ?? []).map((rule) => (rule.id === id ? (without(rule, side) as T) : rule));
}

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> & T {
  const { [key]: _, ...rest } = value;
  return rest as Omit<T, K> & T;
}
