import type { CheckedDefinition } from '../definition/check-definition.js';
import type { Ceiling, ConsistencyControl, KnockOut } from '../definition.js';
import { RISK_LEVELS } from '../level.js';
import { planCondition, planReads } from './evaluate.js';
import type { PlannedRule } from './plan.js';

/** Makes the rules ready: knock-outs, then ceilings, then controls, which see the level that the others leave. */
export function planRules(
  { knockOuts, ceilings, controls }: CheckedDefinition,
  dimensions: readonly string[],
): readonly PlannedRule[] {
  const plan = (
    kind: PlannedRule['kind'],
    rule: PlannedRule['rule'],
    own: Pick<PlannedRule, 'effect' | 'rank' | 'bandOf'>,
  ): PlannedRule =>
    Object.freeze({
      kind,
      rule,
      ...own,
      evaluate: planCondition(rule.when),
      reads: planReads(rule.when),
    });
  return Object.freeze([
    ...knockOuts.map((rule) => plan('knock-out', rule, knockOutEffect(rule))),
    ...ceilings.map((rule) => plan('ceiling', rule, ceilingEffect(rule))),
    ...controls.map((rule) => plan('control', rule, controlEffect(rule, dimensions))),
  ]);
}

type Effect = Pick<PlannedRule, 'effect' | 'rank' | 'bandOf'>;

const HIGHEST = RISK_LEVELS.length - 1;

function knockOutEffect({ outcome }: KnockOut): Effect {
  return outcome === 'stop'
    ? { effect: 'stop', rank: HIGHEST, bandOf: null }
    : { effect: 'cap', rank: 0, bandOf: null };
}

function ceilingEffect({ level }: Ceiling): Effect {
  return { effect: 'cap', rank: RISK_LEVELS.indexOf(level), bandOf: null };
}

function controlEffect(control: ConsistencyControl, dimensions: readonly string[]): Effect {
  const { severity: effect } = control;
  if (effect !== 'cap') return { effect, rank: HIGHEST, bandOf: null };
  const { to } = control;
  return typeof to === 'string'
    ? { effect, rank: RISK_LEVELS.indexOf(to), bandOf: null }
    : { effect, rank: HIGHEST, bandOf: dimensions.indexOf(to.bandOf) };
}
