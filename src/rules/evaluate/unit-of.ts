import type { RuleConstant, RuleOperand } from '../condition.js';
import type { FactDeclaration } from '../fact.js';
import type { Surroundings } from '../rulebook.js';

/** Where it stands what numbers count. */
export interface Units {
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly around: Surroundings;
}

/** What an operand counts: as its fact or parameter says, or what it is worked out from. */
export function unitOfOperand(
  operand: RuleOperand | readonly RuleConstant[],
  units: Units,
  seen: Set<string> = new Set(),
): string | undefined {
  if (typeof operand !== 'object' || Array.isArray(operand)) return undefined;
  const { fact, parameter, ...reckoning } = operand as Readonly<Record<string, unknown>>;
  if (typeof fact === 'string') return unitOfName(fact, units, seen);
  if (typeof parameter === 'string') return units.around.parameters.get(parameter)?.unit;
  const [how, parts] = Object.entries(reckoning)[0] as [string, readonly RuleOperand[]];
  return reckonedUnit(how, () => parts.map((part) => unitOfOperand(part, units, seen)));
}

/** Looks into each term once. */
function unitOfName(name: string, units: Units, seen: Set<string>): string | undefined {
  const { facts, around } = units;
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  if (term === undefined) return facts.get(name)?.unit;
  if (seen.has(name) || 'when' in term) return undefined;
  seen.add(name);
  return unitOfOperand(term.value, units, seen);
}

const KEEPS_UNIT: ReadonlySet<string> = new Set(['plus', 'minus', 'max', 'min', 'first', 'is']);

/** What a reckoning counts, from what its parts do. */
export function reckonedUnit(
  how: string,
  parts: () => readonly (string | undefined)[],
): string | undefined {
  if (how === 'years' || how === 'months' || how === 'days') return how;
  if (!KEEPS_UNIT.has(how)) return undefined;
  const unit = parts().reduce(closerUnit, undefined);
  return how === 'minus' && unit !== undefined && PLACES.has(unit) ? 'levels' : unit;
}

/** Places on a scale, which a distance between two of them is not. */
const PLACES: ReadonlySet<string> = new Set(['level', 'C-level', 'R-level', 'class']);

/** Units that say more closely what another one counts. */
const CLOSER: Readonly<Record<string, readonly string[]>> = {
  level: ['C-level', 'R-level'],
  years: ['age'],
};

/** The unit itself, or the other one where there is none or the other says more. */
export function closerUnit(
  unit: string | undefined,
  other: string | undefined,
): string | undefined {
  if (unit === undefined || other === undefined) return unit ?? other;
  return Object.hasOwn(CLOSER, unit) && CLOSER[unit]?.includes(other) === true ? other : unit;
}
