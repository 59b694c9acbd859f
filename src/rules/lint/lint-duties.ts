import { at } from '../../errors/index.js';
import { type CompiledPack, INSIDE } from '../compile.js';
import { clashOf } from '../demands.js';
import type { PackFinding } from './finding.js';

/** Duties that cannot both be fulfilled, should they ever apply together. */
export function lintDuties(compiled: CompiledPack): readonly PackFinding[] {
  const duties = [...compiled[INSIDE].demands].sort(([a], [b]) => (a < b ? -1 : 1));
  return duties.flatMap(([id, demands], index) =>
    duties.slice(index + 1).flatMap(([other, theirs]): PackFinding[] => {
      const fact = clashOf(demands, theirs);
      if (fact === undefined) return [];
      const text = `needs of ${fact} what ${other} forbids`;
      return [{ fault: 'contradictory-duties', severity: 'warning', path: at('rules', id), text }];
    }),
  );
}
