import type { RuleCondition } from '../../../rules/index.js';

/** Holds if each of these facts is true. */
export function done(...facts: readonly string[]): RuleCondition {
  const parts = facts.map((holds): RuleCondition => ({ holds }));
  return { all: parts };
}

/** Holds if a fact has one value. */
export function is(fact: string, value: string | boolean): RuleCondition {
  return { left: { fact }, is: '=', right: value };
}

/** Holds if a list of faults has one of these; an empty list says that somebody looked and found none. */
export function found(fact: string, ...faults: readonly string[]): RuleCondition {
  return { left: { fact }, is: 'overlaps', right: faults };
}

/** Holds if a list has each of these. */
export function listsAll(fact: string, ...entries: readonly string[]): RuleCondition {
  return {
    all: entries.map((right): RuleCondition => ({ left: { fact }, is: 'includes', right })),
  };
}

/** Holds while one of these is being done. */
export function during(...activities: readonly string[]): RuleCondition {
  return { left: { fact: 'conduct.activity' }, is: 'in', right: activities };
}

/** A sale; giving up or reducing a holding is none. */
export const SALE: RuleCondition = { all: [during('sale'), is('order.effect', 'increase')] };

/** An investor with all protections. */
export const ORDINARY: RuleCondition = { not: { holds: 'client.professional' } };
