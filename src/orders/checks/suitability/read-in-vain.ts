import type { ConditionTrace, MissingFact, RuleTrace, ValueTrace } from '../../../rules/index.js';

/** The facts that a rule read and that nobody knows; what fulfils a duty counts once the duty is certain. */
export function readInVain({ scope, when, satisfiedBy }: RuleTrace): readonly MissingFact[] {
  const bites = [...ofPart(scope), ...ofPart(when)];
  return bites.length > 0 ? bites : ofPart(satisfiedBy);
}

function ofPart(part: ConditionTrace | undefined): readonly MissingFact[] {
  if (part?.truth !== 'unknown') return [];
  if ('parts' in part) return part.parts.flatMap(ofPart);
  return 'value' in part ? ofValue(part.value) : [...ofValue(part.left), ...ofValue(part.right)];
}

function ofValue({
  value,
  fact,
  gap,
  label,
  of = [],
  condition,
}: ValueTrace): readonly MissingFact[] {
  if (value !== undefined) return [];
  const behind = [...of.flatMap(ofValue), ...(condition === undefined ? [] : ofPart(condition))];
  if (behind.length > 0 || fact === undefined || gap === undefined || label === undefined) {
    return behind;
  }
  return [Object.freeze({ fact, gap, label })];
}
