/**
 * The part of a view that goes where a path cannot be relied upon, as its names; `null` where it has to stay, because without
 * it somebody might be told more than with it.
 *
 * Whoever reads a view takes the absence of these parts for not known, never for a no: no consent, no level, no cover that
 * anybody knows of. What is stated and done is only ever held against something else. What is planned is not among them: a planned
 * withdrawal takes from what is idle.
 */
export function optionalPartOf(path: string): readonly string[] | null {
  const names = path.split('.');
  const part = PARTS.find((each) => each.every((name, index) => name === names[index]));
  if (part === undefined) return null;
  return FIELDWISE.has(part.join('.')) ? names.slice(0, part.length + 1) : part;
}

const PARTS: readonly (readonly string[])[] = [
  ['client', 'consents'],
  ['cover'],
  ['questionnaire'],
  ['statements'],
  ['behaviour'],
];

/** Each field of them stands for itself. */
const FIELDWISE: ReadonlySet<string> = new Set(['client.consents', 'statements', 'behaviour']);
