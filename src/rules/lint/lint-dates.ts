import { at } from '../../errors/index.js';
import type { ParameterValue, RulePack } from '../pack.js';
import { parametersRead } from '../reads.js';
import type { InForce } from '../rule.js';
import type { PackFinding } from './finding.js';

/** Rules that are never in force, and days on which they read a parameter that has no value. */
export function lintDates(pack: RulePack): readonly PackFinding[] {
  return pack.rules.flatMap((rule) => {
    const path = at('rules', rule.id);
    const span = common(rule.inForce, pack.inForce);
    if (span === undefined) {
      const text = 'is in force on no day on which the pack can be asked';
      return [{ fault: 'never-in-force', severity: 'error', path, text } as const];
    }
    return [...parametersRead(rule, pack)].flatMap((name): PackFinding[] => {
      const gap = gapIn(pack.parameters?.[name]?.history ?? [], span);
      if (gap === undefined) return [];
      const text = `reads ${name}, which has no value on ${gap}`;
      return [{ fault: 'parameter-gap', severity: 'error', path, text }];
    });
  });
}

function common(a: InForce, b: InForce): InForce | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const ends = [a.to, b.to].filter((end) => end !== undefined).sort();
  const [to] = ends;
  if (to === undefined) return { from };
  return from < to ? { from, to } : undefined;
}

/** The first day of a span on which a history says nothing. */
function gapIn(history: readonly ParameterValue[], { from, to }: InForce): string | undefined {
  let day: string = from;
  for (const entry of history) {
    if (to !== undefined && day >= to) return undefined;
    if (entry.from > day) return day;
    if (entry.to === undefined) return undefined;
    if (entry.to > day) day = entry.to;
  }
  return to !== undefined && day >= to ? undefined : day;
}
