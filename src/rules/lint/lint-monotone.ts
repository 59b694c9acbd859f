import { at } from '../../errors/index.js';
import type { CompiledPack } from '../compile.js';
import { prepareDecisions } from '../decide.js';
import type { FactDeclaration, FactValue, RuleFacts, SourcedFact } from '../fact.js';
import type { GoldenCase } from '../pack.js';
import { PERMITTED_STATUSES } from '../status.js';
import type { PackFinding } from './finding.js';

/** Ranges with more steps than this are tried at a few values only. */
const MOST_STEPS = 20;

/**
 * Raises, in every case, every fact that is declared to bring more risk, step by step, and reports where an answer turns from a
 * stop to a pass.
 */
export function lintMonotone(
  pack: CompiledPack,
  others: readonly CompiledPack[],
): readonly PackFinding[] {
  const risky = Object.entries(pack.pack.facts).filter(([, { riskier }]) => riskier !== undefined);
  return (pack.pack.cases ?? []).flatMap((golden) => {
    const decide = prepareDecisions([pack, ...others], { asOf: golden.asOf });
    return risky.flatMap(([name, declared]): PackFinding[] => {
      const values = climb(declared, golden.facts[name]);
      const stops = values.map((value) => {
        const { status, deciding } = decide({ ...golden.facts, [name]: value } as RuleFacts);
        return { value, stopped: !PERMITTED_STATUSES.includes(status), deciding };
      });
      const index = stops.findIndex(
        ({ stopped }, i) => i > 0 && !stopped && stops[i - 1]?.stopped === true,
      );
      return index < 0
        ? []
        : [turned(golden, name, stops[index - 1] as Stop, stops[index] as Stop)];
    });
  });
}

interface Stop {
  readonly value: number;
  readonly deciding: readonly string[];
}

function turned({ id }: GoldenCase, name: string, before: Stop, after: Stop): PackFinding {
  const rules = before.deciding.join(', ');
  return {
    fault: 'not-monotone',
    severity: 'error',
    path: at('facts', name),
    text: `in case ${id} ${rules} stops ${before.value} and lets ${after.value} pass, which is more risk`,
  };
}

/** The values of a fact from little risk to much, where the case gives one. */
function climb(
  declared: FactDeclaration,
  given: FactValue | SourcedFact | undefined,
): readonly number[] {
  if (given === undefined || given === null) return [];
  const value = typeof given === 'number' ? given : (given as SourcedFact).value;
  if (typeof value !== 'number') return [];
  const { min = 0, max = 2 * Math.abs(value) + 1, whole = false, riskier } = declared;
  const steps = whole && max - min <= MOST_STEPS ? max - min : MOST_STEPS;
  const values = Array.from({ length: steps + 1 }, (_, step) => {
    const point = min + ((max - min) * step) / steps;
    return whole ? Math.round(point) : point;
  });
  const sorted = [...new Set([...values, value])].sort((a, b) => a - b);
  return riskier === 'higher' ? sorted : sorted.reverse();
}
