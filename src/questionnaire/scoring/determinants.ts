import type { Reason } from '../../evidence/index.js';
import type { Decision } from './decide.js';
import type { ScoringPlan } from './plan.js';
import type { Finding } from './result.js';
import type { Standing } from './standing.js';

/** What stands at the level, so that it goes no higher: `overall`, capping dimensions, binding rules. */
export function determinants(
  plan: ScoringPlan,
  { dimensions }: Standing,
  { rank, weighted }: Decision,
  findings: readonly Finding[],
): readonly string[] {
  let bits = weighted === rank ? 1 : 0;
  if (!plan.weightedSum) {
    let bit = 2;
    for (let d = 0; d < dimensions.length; d++, bit *= 2) {
      if (plan.dimensions[d]!.capsLevel && dimensions[d]!.cap === rank) bits += bit;
    }
  }
  const names = plan.memory.determinedBy(bits);
  if (findings.length === 0) return names;
  const binding = findings.filter((finding) => finding.binding).map(({ id }) => id);
  return Object.freeze([...names, ...binding]);
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
