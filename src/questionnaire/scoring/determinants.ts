import type { Reason } from '../../evidence/index.js';
import type { Decision } from './decide.js';
import type { ScoringPlan } from './plan.js';
import type { Finding } from './result.js';
import type { Standing } from './standing.js';

/** What stands at the level, so that it goes no higher: `overall`, capping dimensions, binding rules. */
export function determinants(
  plan: ScoringPlan,
  standing: Standing,
  decision: Decision,
  findings: readonly Finding[],
): readonly string[] {
  const { dimensions } = standing;
  const { rank, weighted } = decision;
  let bits = weighted === rank ? 1 : 0;
  if (!plan.weightedSum) {
    let bit = 2;
    for (let d = 0; d < dimensions.length; d++, bit *= 2) {
      if (plan.dimensions[d]!.capsLevel && dimensions[d]!.cap === rank) bits += bit;
    }
  }
  const names =
    dimensions.length < MOST_BITS
      ? plan.memory.determinedBy(bits)
      : namesOf(plan, standing, decision);
  if (findings.length === 0) return names;
  const binding = findings.filter((finding) => finding.binding).map(({ id }) => id);
  return Object.freeze([...names, ...binding]);
}

/** A number holds this many bits apart. */
const MOST_BITS = 53;

function namesOf(
  { dimensions, weightedSum }: ScoringPlan,
  standing: Standing,
  { rank, weighted }: Decision,
): readonly string[] {
  const holding = dimensions.filter(
    ({ capsLevel }, d) => !weightedSum && capsLevel && standing.dimensions[d]!.cap === rank,
  );
  const names = holding.map(({ name }) => name);
  return Object.freeze(weighted === rank ? ['overall', ...names] : names);
}

/** The names that bits stand for: the lowest for the overall band, the next ones for the dimensions. */
export function determinantNames(dimensions: readonly string[], bits: number): readonly string[] {
  let rest = bits;
  return Object.freeze(
    ['overall', ...dimensions].filter(() => {
      const isSet = rest % 2 === 1;
      rest = Math.floor(rest / 2);
      return isSet;
    }),
  );
}

/** Why the level is lower than the weighted score alone: one reason for each dimension that holds it. */
export function heldBy(
  plan: ScoringPlan,
  { dimensions }: Standing,
  { rank, weighted }: Decision,
): Reason[] {
  const reasons: Reason[] = [];
  if (rank >= weighted || plan.weightedSum) return reasons;
  for (let d = 0; d < dimensions.length; d++) {
    const { cap, heldBy: reasonFor } = dimensions[d]!;
    if (plan.dimensions[d]!.capsLevel && cap === rank) reasons.push(reasonFor(weighted));
  }
  return reasons;
}
