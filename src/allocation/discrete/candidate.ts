import { type Box, HOLDING } from './box.js';
import { breachesOf, isWithinTolerance, meetsSizes } from './breaches.js';
import type { DiscreteModel } from './discrete-model.js';
import { pieceAt } from './domain.js';
import { accountOf } from './lots.js';
import type { Relaxation } from './relaxation.js';
import { valueAt } from './value.js';

/** A portfolio that meets all rules. */
export interface Candidate {
  readonly weights: Float64Array;
  readonly value: number;
  /** The stretch in which each weight was chosen to be; within it there is none better. */
  readonly box: Box;
}

/** The best portfolio with the stretches of some weights; nothing where none meets all rules. */
export function candidateAt(
  model: DiscreteModel,
  relax: Relaxation,
  weights: Float64Array,
): Candidate | undefined {
  const box = boxAround(model, weights);
  if (model.lots !== undefined) return lotCandidate(model, box);
  const relaxed = relax(box);
  if (relaxed.status !== 'solved' || !meetsSizes(model, relaxed.weights)) return undefined;
  return { weights: relaxed.weights, value: relaxed.bound, box };
}

function boxAround({ domains }: DiscreteModel, weights: Float64Array): Box {
  const lower = new Float64Array(weights.length);
  const upper = new Float64Array(weights.length);
  const holding = new Int8Array(weights.length);
  domains.forEach((domain, a) => {
    const { low, high } = pieceAt(domain, weights[a]!);
    lower[a] = low;
    upper[a] = high;
    holding[a] = low === 0 && high === 0 ? HOLDING.out : HOLDING.held;
  });
  return { lower, upper, holding };
}

/** Whole lots as they are, with every rule and the money checked. */
function lotCandidate(model: DiscreteModel, box: Box): Candidate | undefined {
  const weights = box.lower;
  if (!meetsSizes(model, weights)) return undefined;
  const lots = model.lots!;
  const account = accountOf(lots, lotsOf(model, weights));
  if (!isWithinTolerance(model, breachesOf(model, weights, account))) return undefined;
  const fees = Number(account.fees) / Number(lots.value);
  return { weights, value: valueAt(model, weights, fees), box };
}

/** Lots by asset. */
export function lotsOf(
  { lots }: Pick<DiscreteModel, 'lots'>,
  weights: Float64Array,
): readonly number[] {
  return Array.from(weights, (weight, a) => Math.round(weight / lots!.steps[a]!) + 0);
}
