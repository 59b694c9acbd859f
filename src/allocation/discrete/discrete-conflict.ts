import { solveLp } from '../../numerics/index.js';
import { conflictingRules } from '../conflicts.js';
import { BEYOND, type DiscreteModel, modelOf, type StatedModel } from './discrete-model.js';
import { boxLayout, plainWeights, type Relaxation } from './relaxation.js';
import { search } from './search.js';
import { compileWithin } from './within-bounds.js';

/** Nodes that are spent on whether some rules can hold together. */
const NODES = 500;

/**
 * Names of rules that cannot hold together.
 *
 * A deletion filter, as for linear rules: kinds of rules are left out together first, then rules one by one. A rule stays
 * where it could not be settled within some nodes whether the others conflict without it.
 *
 * Source: J. W. Chinneck and E. W. Dravnieks (1991).
 */
export function discreteConflict(narrow: StatedModel): readonly string[] {
  const stated = widened(narrow);
  const linear = stated.problem.rules.map(({ name }) => name);
  const own = discreteNames(stated);
  if (stated.tolerances.size === 0 && !canHold(stated, new Set(own))) {
    const found = conflictingRules(stated.strict);
    if (found.length > 0) return found;
  }
  const left = new Set<string>();
  const leaveOut = (names: readonly string[]): void => {
    const fewer = new Set([...left, ...names]);
    if (fewer.size > left.size && !canHold(stated, fewer)) for (const name of names) left.add(name);
  };
  const firm = new Set(stated.problem.rules.filter((rule) => !rule.stated).map(({ name }) => name));
  const candidates = [...linear.filter((name) => !firm.has(name)), ...own];
  const kinds = [...new Set(candidates.map(kindOf))];
  for (const kind of kinds) leaveOut(candidates.filter((name) => kindOf(name) === kind));
  for (const name of candidates) if (!left.has(name)) leaveOut([name]);
  return Object.freeze(inOrder(candidates.filter((name) => !left.has(name))));
}

/** The same rules with room for every weight, so that one can be left out and what then is traded still counts. */
function widened(stated: StatedModel): StatedModel {
  const { source, strict } = stated;
  const reach = strict.assets.map(() => ({ min: -BEYOND, max: BEYOND }));
  const problem = compileWithin(source, strict, reach);
  const target = problem.rules.find(({ kind }) => kind === 'target-return');
  return { ...stated, problem, returnUnit: target?.unit ?? 1 };
}

function kindOf(name: string): string {
  return name.split(':', 1)[0]!;
}

/** The budget last, as for linear rules. */
function inOrder(names: readonly string[]): readonly string[] {
  const isBudget = (name: string): boolean => name.startsWith('budget');
  return [...names.filter((name) => !isBudget(name)), ...names.filter(isBudget)];
}

/** The names of the discrete rules that were stated. */
function discreteNames({
  problem,
  book,
  lots,
  minTicket,
  minTrade,
  maxHoldings,
  minHoldings,
}: StatedModel): readonly string[] {
  const { assets } = problem;
  const sized = (kind: string, sizes: Float64Array): readonly string[] =>
    assets
      .filter((_, a) => sizes[a]! > 0 && book.floors[a] !== book.ceilings[a])
      .map((name) => `${kind}:${name}`);
  return [
    ...sized('min-ticket', minTicket),
    ...sized('min-trade', minTrade),
    ...(maxHoldings < assets.length ? ['max-holdings'] : []),
    ...(minHoldings > 0 ? ['min-holdings'] : []),
    ...(lots === undefined ? [] : ['lots']),
  ];
}

/** Whether some portfolio meets all rules but those left out, as far as is known. */
function canHold(stated: StatedModel, left: ReadonlySet<string>): boolean {
  const model = modelOf(stated, left);
  const limits = { maxNodes: NODES, gap: 0, first: true, onProgress: undefined };
  const { best, bound } = search(model, feasibilityOf(model), limits);
  return best !== undefined || bound < Number.POSITIVE_INFINITY;
}

/** A relaxation in which every portfolio is as good as any other. */
function feasibilityOf(model: DiscreteModel): Relaxation {
  const layout = boxLayout(model);
  return (box) => {
    layout.set(box);
    const { size, rows, lower, upper } = layout.program;
    const result = solveLp({ cost: new Float64Array(size), rows, lower, upper });
    if (result.status === 'infeasible') return { status: 'infeasible' };
    if (result.status !== 'optimal') return { status: 'unknown' };
    return { status: 'solved', weights: plainWeights(model.problem.holdings, result.x), bound: 0 };
  };
}
