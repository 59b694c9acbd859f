import type { RulePack } from '../../rules/index.js';

/** Freezes a pack throughout, so that no part of a program changes the law for another. */
export function definePack(pack: RulePack): RulePack {
  return freeze(pack);
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const entry of Object.values(value)) freeze(entry);
  return value;
}
