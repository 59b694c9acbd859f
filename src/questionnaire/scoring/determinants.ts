import { makeReason, type Reason } from '../../evidence/index.js';
import { RISK_LEVELS } from '../level.js';
import type { Decision } from './decide.js';
import type { ScoringPlan } from './plan.js';
import type { DimensionScore, Finding } from './result.js';
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
  const names = plan.memory.determinedBy(bits, () => namesOf(plan, bits));
  if (findings.length === 0) return names;
  const binding = findings.filter((finding) => finding.binding).map(({ id }) => id);
  return Object.freeze([...names, ...binding]);
}

function namesOf({ dimensions }: ScoringPlan, bits: number): readonly string[] {
  const names = ['overall', ...dimensions.map(({ name }) => name)];
  let rest = bits;
  return Object.freeze(
    names.filter(() => {
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
    const { cap, score, heldBy: memory } = dimensions[d]!;
    const { name, capsLevel } = plan.dimensions[d]!;
    if (capsLevel && cap === rank) {
      reasons.push(memory(weighted, () => heldByReason(name, score, weighted)));
    }
  }
  return reasons;
}

function heldByReason(
  dimension: string,
  { score, level }: DimensionScore,
  weighted: number,
): Reason {
  const code = NAMED.has(dimension) ? `questionnaire.held-by-${dimension}` : OTHER;
  const weightedLevel = RISK_LEVELS[weighted]!;
  return makeReason(code, 'info', { dimension, score, level: level!, weightedLevel });
}

/** Dimensions that have a wording of their own in the messages. */
const NAMED: ReadonlySet<string> = new Set(['capacity', 'tolerance']);
const OTHER = 'questionnaire.held-by-dimension';
