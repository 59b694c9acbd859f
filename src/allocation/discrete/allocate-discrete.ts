import { AptfolioError, checkInteger, checkRange } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { breachesOf, type RuleBreach } from './breaches.js';
import { lotsOf } from './candidate.js';
import { describe, explainBreaches } from './describe.js';
import { discreteConflict } from './discrete-conflict.js';
import { checkDiscrete, type DiscreteModel, modelOf, type StatedModel } from './discrete-model.js';
import type { DiscreteProblem } from './discrete-problem.js';
import type { DiscreteResult, InfeasibleDiscrete, UncertifiedDiscrete } from './discrete-result.js';
import type { DiscreteOptions, DiscreteRules } from './discrete-rules.js';
import { nearestLots } from './fill-lots.js';
import { checkFields } from './known-fields.js';
import { accountOf } from './lots.js';
import { wholeBox } from './node.js';
import { relaxationOf } from './relaxation.js';
import { type SearchLimits, search } from './search.js';
import { statedValue } from './value.js';

const MAX_NODES = 100_000;

/**
 * Finds the best weights under rules that no weighted sum expresses: a number of holdings, minimum tickets and trades, whole lots.
 *
 * Takes the objectives `utility`, `minimum-variance` and `target-return`, with all rules of `allocate` but a limit on the tracking error.
 * Returns `optimal` where it is proved that nothing is better; `feasible` with the gap that is left where the search ended
 * before that; `infeasible` with the names of rules that contradict each other; or `no-convergence`.
 *
 * With lots, weights and fees together use up a budget of one figure but for `maxCash`; a budget with `min` and `max` is on
 * weights alone, and fees come out of the rest. Fees also count against the return. Every rule is checked on the whole lots that
 * are delivered, and money is exact: cash is never below 0.
 *
 * @param options `maxNodes`, `gap` and `onProgress`, which say when to stop.
 * @throws AptfolioError as `allocate`, and with paths under `rules` and `options`.
 *
 * Source: A. H. Land and A. G. Doig, Econometrica 28 (1960); D. Bienstock, Mathematical Programming 74 (1996);
 * T.-J. Chang, N. Meade, J. E. Beasley and Y. M. Sharaiha, Computers & Operations Research 27 (2000).
 *
 * @example
 * ```ts
 * import { allocateDiscrete } from 'aptfolio/allocation';
 *
 * const problem = {
 *   assets: ['A', 'B', 'C'],
 *   expectedReturn: [0, 0, 0],
 *   covariance: [[0.01, 0, 0], [0, 0.02, 0], [0, 0, 0.04]],
 *   objective: { kind: 'minimum-variance' },
 * } as const;
 * // Of all three 4/7, 2/7 and 1/7; of two, the variance of A and B is the least: 1 / (1/0.01 + 1/0.02).
 * const result = allocateDiscrete(problem, { maxHoldings: 2 });
 * result.status; // => 'optimal'
 * result.weights; // => { A: 0.6666666667, B: 0.3333333333, C: 0 }
 * result.objectiveValue; // => 0.00666666666667
 * ```
 */
export function allocateDiscrete(
  problem: DiscreteProblem,
  rules: DiscreteRules,
  options: DiscreteOptions = {},
): DiscreteResult {
  const stated = checkDiscrete(problem, rules);
  const model = modelOf(stated);
  const limits = limitsOf(model, options);
  const found = search(model, relaxationOf(model), limits);
  if (found.best !== undefined) {
    return describe(model, found, found.best) ?? uncertified(found.nodes);
  }
  if (found.bound < Number.POSITIVE_INFINITY) return uncertified(found.nodes);
  return infeasible(stated, model);
}

function limitsOf(model: DiscreteModel, options: DiscreteOptions): SearchLimits {
  checkFields(options, 'options', ['maxNodes', 'gap', 'onProgress']);
  const { maxNodes = MAX_NODES, gap = 0, onProgress } = options;
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new AptfolioError('invalid-type', 'options.onProgress', 'a function', onProgress);
  }
  return {
    maxNodes: checkInteger(maxNodes, 'options.maxNodes', { min: 1 }),
    gap: checkRange(gap, 'options.gap', { min: 0 }),
    first: false,
    onProgress:
      onProgress === undefined
        ? undefined
        : (nodes, best, bound) => {
            const so = best === undefined ? {} : { best: statedValue(model, best) };
            return onProgress({ nodes, ...so, bound: statedValue(model, bound) }) !== false;
          },
  };
}

function uncertified(nodes: number): UncertifiedDiscrete {
  return Object.freeze({
    status: 'no-convergence',
    nodes,
    reasons: Object.freeze([makeReason('allocation.search-ended', 'block', { nodes })]),
  });
}

function infeasible(stated: StatedModel, model: DiscreteModel): InfeasibleDiscrete {
  const conflicting = discreteConflict(stated);
  const breaches = Object.freeze(
    nearestBreaches(stated, model).map((one) => Object.freeze({ ...one })),
  );
  return Object.freeze({
    status: 'infeasible',
    conflicting,
    breaches,
    reasons: Object.freeze([
      makeReason('allocation.rules-conflict', 'block', { rules: conflicting }),
      ...explainBreaches(breaches, 'block'),
    ]),
  });
}

/** What the whole lots nearest to the best weights without lots break. */
function nearestBreaches(stated: StatedModel, model: DiscreteModel): readonly RuleBreach[] {
  if (model.lots === undefined) return [];
  const box = wholeBox(model);
  const without = modelOf(stated, new Set(['lots']));
  const around = wholeBox(without);
  if (box === undefined || around === undefined) return [];
  const relaxed = relaxationOf(without)(around);
  if (relaxed.status !== 'solved') return [];
  const nearest = nearestLots(model, box, relaxed.weights);
  if (nearest === undefined) return [];
  return breachesOf(model, nearest.weights, accountOf(model.lots, lotsOf(model, nearest.weights)));
}
