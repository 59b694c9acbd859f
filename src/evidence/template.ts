/** A placeholder of a text: `{drift:percent}` has the name `drift` and the format `percent`; a name may have dots. */
export interface Placeholder {
  readonly name: string;
  /** `plain` for a placeholder without a format. */
  readonly format: string;
}

/** A text taken apart: what stands as it is, and what is to be filled in. */
export type TemplatePart = string | Placeholder;

const PLACEHOLDER = /\{([A-Za-z_$][\w$]*(?:\.[\w$]+)*)(?::([a-z0-9]+))?\}/g;

/** Takes a text apart. Braces that enclose no placeholder stay in the texts between; see `strayBraces`. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    parts.push(text.slice(from, match.index));
    parts.push({ name: match[1] as string, format: match[2] ?? 'plain' });
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

/** The placeholders of a text, in their order. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  return parseTemplate(text).filter((part) => typeof part !== 'string');
}

/** Whether braces are left that enclose no placeholder: `{drift :percent}`, `{`. */
export function strayBraces(text: string): boolean {
  return parseTemplate(text).some((part) => typeof part === 'string' && /[{}]/.test(part));
}
