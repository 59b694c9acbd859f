import { type LinearProgram, type LpResult, solveLp } from '../../numerics/index.js';
import type { Rule } from '../compile/rules.js';
import type { OpenProgram } from './open-program.js';

/**
 * Variables that break soft rules as little as their priorities ask for; nothing where no variables meet the other rules.
 *
 * The sum of the breaches of the highest priority is minimised first. Then only what keeps it as small is left: a variable whose change
 * would cost something stays at its bound, a row with a price at its limit. And so on down the priorities. Last, each breach is
 * weighed by the place of its rule's name, so that of equal answers always the same one is taken.
 */
export function leastBreaches({ program, columns }: OpenProgram): Float64Array | undefined {
  const broken = columns.map(({ breaks }) => breaks);
  const soft = [...new Set(broken)].filter((rule) => rule !== undefined);
  const priorities = [...new Set(soft.map(({ priority }) => Number(priority)))];
  const byName = nameWeights(soft);
  const costs = [
    ...priorities
      .sort((p, q) => q - p)
      .map((priority) => broken.map((rule) => (rule?.priority === priority ? 1 : 0))),
    broken.map((rule) => (rule === undefined ? 0 : byName.get(rule)!)),
  ];
  let left = program;
  let x: Float64Array | undefined;
  for (const cost of costs) {
    const result = solveLp({ ...left, cost: Float64Array.from(cost) });
    if (result.status !== 'optimal') return undefined;
    x = result.x;
    left = stayOptimal(left, result);
  }
  return x;
}

/** Weights that grow with the place of a rule's name, with square roots so that sums of them hardly ever tie. */
function nameWeights(rules: readonly Rule[]): ReadonlyMap<Rule, number> {
  const sorted = [...rules].sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(sorted.map((rule, place) => [rule, Math.sqrt(2 + place)]));
}

/** The program cut down to its optima. */
function stayOptimal(
  program: LinearProgram,
  { x, reducedCosts, rowDuals, basis }: LpResult & { readonly status: 'optimal' },
): LinearProgram {
  const { rows } = program;
  const fixed = (limits: Float64Array): Float64Array =>
    limits.map((limit, j) => (reducedCosts[j] === 0 ? limit : x[j]!));
  return {
    ...program,
    lower: fixed(program.lower),
    upper: fixed(program.upper),
    rows: {
      ...rows,
      lower: rows.lower.map((limit, i) => (rowDuals[i]! < 0 ? rows.upper[i]! : limit)),
      upper: rows.upper.map((limit, i) => (rowDuals[i]! > 0 ? rows.lower[i]! : limit)),
    },
    startBasis: basis,
  };
}
