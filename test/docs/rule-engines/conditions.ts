/** A condition that every engine can say, with its operands as JavaScript has them. */
export type Condition =
  | { readonly left: Operand; readonly is: Relation; readonly right: Operand }
  | { readonly not: Condition }
  | { readonly any: readonly Condition[] };

export type Relation = '<' | '>' | '>=' | '=' | '!=';

/** A number, or the name of a fact. */
export type Operand = number | string;

/** What is known; a fact that is not named is absent. */
export type Facts = Readonly<Record<string, number | string | null>>;

/** What an engine answers; `refused` where it says of the facts that they cannot be right. */
export type Answer = 'true' | 'false' | 'unknown' | 'throws' | 'refused';

/** Reads a condition as a table of the document writes it: `not (level >= 3)`, `level < 3 or risk > 3`. */
export function readCondition(text: string): Condition {
  const inner = /^not \((.*)\)$/.exec(text)?.[1];
  if (inner !== undefined) return { not: readCondition(inner) };
  const parts = text.split(' or ');
  if (parts.length > 1) return { any: parts.map(readCondition) };
  const [left = '', is = '', right = ''] = text.split(' ');
  return { left: operandOf(left), is: is as Relation, right: operandOf(right) };
}

function operandOf(text: string): Operand {
  return /^\d/.test(text) ? Number(text) : text;
}
