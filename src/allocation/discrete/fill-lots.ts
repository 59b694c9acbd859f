import { imageOf } from '../solve/risk-of.js';
import type { Box } from './box.js';
import { breachesOf, meetsSizes } from './breaches.js';
import { type Candidate, candidateAt, lotsOf } from './candidate.js';
import type { DiscreteModel } from './discrete-model.js';
import { leastFrom, mostUpTo } from './domain.js';
import { accountOf } from './lots.js';
import { roundOff } from './round-off.js';
import { valueAt } from './value.js';

/** How good whole lots are: first what they break, then their value. */
interface Merit {
  readonly breach: number;
  readonly value: number;
}

/** Steps of the search for better lots. */
const STEPS = 60;

/** Whole lots near relaxed weights that meet all rules; nothing where none were found. */
export function fillLots(
  model: DiscreteModel,
  box: Box,
  weights: Float64Array,
): Candidate | undefined {
  const nearest = nearestLots(model, box, weights);
  if (nearest === undefined || nearest.merit.breach > 0) return undefined;
  return candidateAt(model, noRelaxation, nearest.weights);
}

// Whole lots are a portfolio as they are: nothing is solved.
const noRelaxation = () => ({ status: 'unknown' }) as const;

/**
 * Whole lots near relaxed weights: rounded, and then changed by a lot of one asset, or of two, as long as that helps.
 *
 * They break as little as could be reached that way.
 */
export function nearestLots(
  model: DiscreteModel,
  box: Box,
  weights: Float64Array,
): { readonly weights: Float64Array; readonly merit: Merit } | undefined {
  const start = roundOff(model, box, weights);
  if (start === undefined) return undefined;
  let best = { weights: start, merit: meritOf(model, start) };
  for (let step = 0; step < STEPS; step++) {
    const next = bestChange(model, best.weights, best.merit);
    if (next === undefined) break;
    best = next;
  }
  return best;
}

/** The best change of one asset's lots, or of two. */
function bestChange(
  model: DiscreteModel,
  weights: Float64Array,
  merit: Merit,
): { readonly weights: Float64Array; readonly merit: Merit } | undefined {
  let best: { readonly weights: Float64Array; readonly merit: Merit } | undefined;
  const promises = promiseOf(model, weights, merit);
  const consider = (...change: readonly (readonly [number, number])[]): void => {
    if (!promises(change)) return;
    const changed = weights.slice();
    for (const [a, weight] of change) changed[a] = weight;
    if (!meetsSizes(model, changed)) return;
    const own = meritOf(model, changed);
    if (isBetter(own, best?.merit ?? merit)) best = { weights: changed, merit: own };
  };
  for (let a = 0; a < weights.length; a++) {
    const down = neighbour(model, weights, a, -1);
    const up = neighbour(model, weights, a, 1);
    if (Number.isFinite(up)) consider([a, up]);
    if (!Number.isFinite(down)) continue;
    consider([a, down]);
    for (let b = 0; b < weights.length; b++) {
      const more = neighbour(model, weights, b, 1);
      if (b === a || !Number.isFinite(more)) continue;
      consider([a, down], [b, more]);
      // As much of the other as the first makes room for.
      const filled = mostUpTo(model.domains[b]!, weights[b]! + weights[a]! - down);
      if (filled > more) consider([a, down], [b, filled]);
    }
  }
  return best;
}

/** Whether a change of some weights can be for the better: fees set aside, where nothing is broken, the value must fall. */
function promiseOf(
  { problem, t, lots }: DiscreteModel,
  weights: Float64Array,
  { breach }: Merit,
): (change: readonly (readonly [number, number])[]) => boolean {
  if (breach > 0) return () => true;
  const { risk, expectedReturn, benchmark, active } = problem;
  const counted = active ? weights.map((weight, a) => weight - benchmark![a]!) : weights;
  const image = imageOf(risk, counted);
  const fees = Number(accountOf(lots!, lotsOf({ lots }, weights)).fees) / Number(lots!.value);
  const entry = new Float64Array(1);
  const place = new Int32Array(1);
  return (change) => {
    let gain = -t * fees;
    for (const [a, weight] of change) {
      const by = weight - weights[a]!;
      gain += by * (image[a]! - t * expectedReturn[a]!) + (by * by * risk.diagonal[a]!) / 2;
    }
    if (change.length === 2) {
      const [[a, first], [b, second]] = change as readonly [[number, number], [number, number]];
      place[0] = b;
      risk.gather(a, place, 1, entry);
      gain += (first - weights[a]!) * (second - weights[b]!) * entry[0]!;
    }
    return gain < 0;
  };
}

/** The next weight of an asset's domain, down or up; not finite for none. */
function neighbour(
  { domains }: DiscreteModel,
  weights: Float64Array,
  a: number,
  way: 1 | -1,
): number {
  const domain = domains[a]!;
  const half = domain.step / 2;
  return way > 0 ? leastFrom(domain, weights[a]! + half) : mostUpTo(domain, weights[a]! - half);
}

function meritOf(model: DiscreteModel, weights: Float64Array): Merit {
  const lots = model.lots!;
  const account = accountOf(lots, lotsOf(model, weights));
  let breach = 0;
  for (const { rule, by } of breachesOf(model, weights, account)) {
    breach += Math.max(0, by - (model.tolerances.get(rule) ?? 0));
  }
  const fees = Number(account.fees) / Number(lots.value);
  return { breach, value: valueAt(model, weights, fees) };
}

function isBetter(one: Merit, other: Merit): boolean {
  const margin = 1e-12;
  if (one.breach < other.breach - margin) return true;
  if (one.breach > other.breach + margin) return false;
  return one.value < other.value - margin * Math.abs(other.value);
}
