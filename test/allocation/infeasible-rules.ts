import type { AllocationProblem } from '../../src/allocation/problem.js';

type Weights = Readonly<Record<string, number>>;

/** By how much weights break each rule of a problem, read off the problem as it was stated. */
export function breachesOf(problem: AllocationProblem, weights: Weights): Record<string, number> {
  const { assets, bounds = {}, groups = [], rules = [], relative = [], trading } = problem;
  const breaches: Record<string, number> = {};
  const add = (name: string, value: number, least?: number, most?: number): void => {
    breaches[name] = Math.max(0, (least ?? value) - value, value - (most ?? value));
  };
  const of = (asset: string): number => weights[asset] as number;
  const sum = (members: readonly string[]): number =>
    members.reduce((total, asset) => total + of(asset), 0);
  const total = (read: (asset: string, i: number) => number): number =>
    assets.reduce((all, asset, i) => all + read(asset, i), 0);
  const budget = budgetOf(problem);
  for (const asset of assets) {
    if (trading?.frozen?.includes(asset)) {
      const held = trading.current[asset] ?? 0;
      add(`frozen:${asset}`, of(asset), held, held);
      continue;
    }
    const { min = 0, max = Math.max(budget.max, min) } = bounds[asset] ?? {};
    add(`min:${asset}`, of(asset), min);
    add(`max:${asset}`, of(asset), undefined, max);
  }
  for (const { id, members, min, max } of groups) {
    add(`group-min:${id}`, sum(members), min);
    add(`group-max:${id}`, sum(members), undefined, max);
  }
  for (const { id, coefficients, min, max } of rules) {
    const value = total((asset) => (coefficients[asset] ?? 0) * of(asset));
    add(`rule-min:${id}`, value, min);
    add(`rule-max:${id}`, value, undefined, max);
  }
  for (const { id, members, of: others, min, max } of relative) {
    if (min !== undefined) add(`relative-min:${id}`, sum(members) - min * sum(others), 0);
    if (max !== undefined) {
      add(`relative-max:${id}`, sum(members) - max * sum(others), undefined, 0);
    }
  }
  const held = (asset: string): number => trading?.current[asset] ?? 0;
  const cost = (side: 'buyCost' | 'sellCost', asset: string): number => {
    const given = trading?.[side] ?? 0;
    return typeof given === 'number' ? given : (given[asset] as number);
  };
  add(
    'short',
    total((asset) => Math.max(0, -of(asset))),
    undefined,
    problem.maxShort,
  );
  add(
    'leverage',
    total((asset) => Math.abs(of(asset))),
    undefined,
    problem.maxLeverage,
  );
  const turnover = total((asset) => Math.abs(of(asset) - held(asset)) / 2);
  add('turnover', turnover, undefined, trading?.maxTurnover);
  if (problem.objective.kind === 'target-return') {
    const net = total((asset, i) => {
      const trade = of(asset) - held(asset);
      const paid = trade > 0 ? trade * cost('buyCost', asset) : -trade * cost('sellCost', asset);
      return of(asset) * (problem.expectedReturn[i] as number) - paid;
    });
    add('target-return', net, problem.objective.expectedReturn);
  }
  const all = total(of);
  if (budget.min === budget.max) add('budget', all, budget.min, budget.max);
  else {
    add('budget-min', all, budget.min);
    add('budget-max', all, undefined, budget.max);
  }
  return breaches;
}

/** The problem with one rule stated otherwise. */
export function withBound(problem: AllocationProblem, rule: string, to: number): AllocationProblem {
  const [kind, subject] = rule.split(':') as [string, string];
  const end = kind.endsWith('min') ? 'min' : 'max';
  const changed = <T extends { readonly id: string }>(list: readonly T[] = []): readonly T[] =>
    list.map((one) => (one.id === subject ? { ...one, [end]: to } : one));
  const { bounds = {}, trading } = problem;
  const bounded = (own: object): NonNullable<AllocationProblem['bounds']> => ({
    ...bounds,
    [subject]: { ...bounds[subject], ...own },
  });
  switch (kind) {
    case 'min':
    case 'max':
      return { ...problem, bounds: bounded({ [end]: to }) };
    case 'frozen': {
      if (trading === undefined) throw new Error(rule);
      const frozen = trading.frozen?.filter((asset) => asset !== subject) ?? [];
      return { ...problem, bounds: bounded({ min: to, max: to }), trading: { ...trading, frozen } };
    }
    case 'group-min':
    case 'group-max':
      return { ...problem, groups: changed(problem.groups) };
    case 'rule-min':
    case 'rule-max':
      return { ...problem, rules: changed(problem.rules) };
    case 'relative-min':
    case 'relative-max':
      return { ...problem, relative: changed(problem.relative) };
    case 'short':
      return { ...problem, maxShort: to };
    case 'leverage':
      return { ...problem, maxLeverage: to };
    case 'turnover':
      if (trading === undefined) throw new Error(rule);
      return { ...problem, trading: { ...trading, maxTurnover: to } };
    case 'target-return':
      return { ...problem, objective: { kind: 'target-return', expectedReturn: to } };
    case 'budget':
      return { ...problem, budget: to };
    case 'budget-min':
    case 'budget-max':
      return { ...problem, budget: { ...budgetOf(problem), [end]: to } };
    default:
      throw new Error(rule);
  }
}

function budgetOf({ budget = 1 }: AllocationProblem): {
  readonly min: number;
  readonly max: number;
} {
  return typeof budget === 'number' ? { min: budget, max: budget } : budget;
}
