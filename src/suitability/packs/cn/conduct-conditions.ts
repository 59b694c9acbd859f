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

/** The client acquires something, also in a switch; giving up a holding acquires nothing. */
export const ACQUIRES: RuleCondition = { holds: 'order.acquires' };

/** More risk than before. Nobody is kept from bearing less by a level, an old assessment or short means. */
export const BEARS_MORE: RuleCondition = is('order.effect', 'increase');

/** A sale; a switch is one too. */
export const SALE: RuleCondition = { all: [during('sale'), ACQUIRES] };

/** An investor with all protections. */
export const ORDINARY: RuleCondition = { not: { holds: 'client.professional' } };
