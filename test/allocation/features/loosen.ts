import type { AllocationProblem, BindingRule } from '../../../src/allocation/index.js';

type Limits = { readonly min?: number; readonly max?: number };

/** A problem in which one rule is looser by so much, in the unit of its bound. */
export function loosened(
  problem: AllocationProblem,
  { kind, subject, bound }: Pick<BindingRule, 'kind' | 'subject' | 'bound'>,
  by: number,
): AllocationProblem {
  const lower = { min: bound - by };
  const upper = { max: bound + by };
  const within = <T extends Limits & { readonly id: string }>(
    list: readonly T[] | undefined,
    limits: Limits,
  ): readonly T[] => (list ?? []).map((one) => (one.id === subject ? { ...one, ...limits } : one));
  const bounded = (limits: Limits) => ({
    ...problem,
    bounds: { ...problem.bounds, [subject]: { ...problem.bounds?.[subject], ...limits } },
  });
  switch (kind) {
    case 'min':
      return bounded(lower);
    case 'max':
      return bounded(upper);
    case 'frozen': {
      const { frozen = [], ...trading } = problem.trading!;
      const rest = frozen.filter((name) => name !== subject);
      return { ...bounded({ ...lower, ...upper }), trading: { ...trading, frozen: rest } };
    }
    case 'group-min':
      return { ...problem, groups: within(problem.groups, lower) };
    case 'group-max':
      return { ...problem, groups: within(problem.groups, upper) };
    case 'rule-min':
      return { ...problem, rules: within(problem.rules, lower) };
    case 'rule-max':
      return { ...problem, rules: within(problem.rules, upper) };
    case 'relative-min':
      return { ...problem, relative: within(problem.relative, lower) };
    case 'relative-max':
      return { ...problem, relative: within(problem.relative, upper) };
    case 'short':
      return { ...problem, maxShort: bound + by };
    case 'leverage':
      return { ...problem, maxLeverage: bound + by };
    case 'turnover':
      return { ...problem, trading: { ...problem.trading!, maxTurnover: bound + by } };
    case 'tracking-error':
      return { ...problem, maxTrackingError: bound + by };
    case 'target-return':
      return { ...problem, objective: { kind, expectedReturn: bound - by } };
    case 'target-volatility':
      return { ...problem, objective: { kind, volatility: bound + by } };
    case 'budget-min':
    case 'budget-max': {
      const budget = problem.budget as { readonly min: number; readonly max: number };
      return { ...problem, budget: { ...budget, ...(kind === 'budget-min' ? lower : upper) } };
    }
    default:
      throw new Error(`${kind} cannot be loosened`);
  }
}

/** The problem with every bound of an asset written out, so that defaults do not move with the budget. */
export function withBounds(problem: AllocationProblem): AllocationProblem {
  const { assets, budget = 1 } = problem;
  const most = typeof budget === 'number' ? budget : budget.max;
  const bounds = Object.fromEntries(
    assets.map((asset) => {
      const { min = 0, max = Math.max(most, min) } = problem.bounds?.[asset] ?? {};
      return [asset, { min, max }];
    }),
  );
  return { ...problem, bounds };
}

/** How much better an objective value is than another. */
export function gainOf(problem: AllocationProblem, better: number, than: number): number {
  const { kind } = problem.objective;
  return kind === 'minimum-variance' || kind === 'target-return' ? than - better : better - than;
}
