import type { RuleConstant, RuleOperand } from '../condition.js';
import type { FactDeclaration, ValueLabels } from '../fact.js';
import { isConstant } from '../reads.js';
import type { Surroundings } from '../rulebook.js';

/** Where it stands what values are called. */
export interface Labelling {
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly around: Surroundings;
  /** What was found for terms, so that each is looked into once. */
  readonly found: Map<string, ValueLabels | undefined>;
}

/** What the texts of an operand can be called: as its fact says, or the facts from which a term takes them. */
export function valueLabelsOf(
  operand: RuleOperand | readonly RuleConstant[],
  labelling: Labelling,
): ValueLabels | undefined {
  if (isConstant(operand)) return undefined;
  if ('fact' in operand) return labelsOfName(operand.fact, labelling);
  if (!('first' in operand)) return undefined;
  let united: ValueLabels | undefined;
  for (const part of operand.first) {
    const labels = valueLabelsOf(part, labelling);
    if (labels !== undefined) united = { ...labels, ...united };
  }
  return united;
}

function labelsOfName(name: string, labelling: Labelling): ValueLabels | undefined {
  const { facts, around, found } = labelling;
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  if (term === undefined) return facts.get(name)?.valueLabels;
  if (found.has(name)) return found.get(name);
  const labels = 'when' in term ? undefined : valueLabelsOf(term.value, labelling);
  found.set(name, labels);
  return labels;
}

/** Of all labels, those of a value, or of what a list holds; none where it has none. */
export function labelsOfValue(
  value: unknown,
  labels: ValueLabels | undefined,
): { readonly valueLabels?: ValueLabels } {
  if (labels === undefined) return {};
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const own = values.filter(
    (one): one is string => typeof one === 'string' && Object.hasOwn(labels, one),
  );
  if (own.length === 0) return {};
  const entries = own.map((one) => [one, labels[one]] as [string, ValueLabels[string]]);
  return { valueLabels: Object.freeze(Object.fromEntries(entries)) };
}
