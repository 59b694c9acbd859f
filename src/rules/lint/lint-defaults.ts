import { at } from '../../errors/index.js';
import type { RulePack } from '../pack.js';
import { isConstant } from '../reads.js';
import type { PackFinding } from './finding.js';

/** Constants at the end of a `first`: what holds where nobody knows, which somebody should have chosen on purpose. */
export function lintDefaults({ rules, terms = {} }: RulePack): readonly PackFinding[] {
  const places = [
    ...rules.map(({ id, scope, when, satisfiedBy }) => ({
      path: at('rules', id),
      parts: [scope, when, satisfiedBy],
    })),
    ...Object.entries(terms).map(([name, term]) => ({
      path: at('terms', name),
      parts: ['when' in term ? term.when : term.value],
    })),
  ];
  return places
    .filter(({ parts }) => parts.some(hasDefault))
    .map(({ path }) => ({
      fault: 'default-in-first',
      severity: 'note',
      path,
      text: 'takes a constant where no part of a first is known',
    }));
}

function hasDefault(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasDefault);
  return Object.entries(value).some(([key, entry]) => {
    if (key !== 'first' || !Array.isArray(entry)) return hasDefault(entry);
    return isConstant(entry.at(-1)) || hasDefault(entry);
  });
}
