/** A placeholder of a text: `{drift:percent}` has the name `drift` and the format `percent`; a name may have dots. */
export interface Placeholder {
  readonly name: string;
  /** `plain` for a placeholder without a format. */
  readonly format: string;
}

/** Words that go by a number of the text: `{days|day|days}` is `day` where `{days}` is written as 1, else `days`. */
export interface CountedWords {
  readonly name: string;
  readonly one: string;
  readonly other: string;
}

/** A text taken apart: what stands as it is, and what is to be filled in. */
export type TemplatePart = string | Placeholder | CountedWords;

const PLACEHOLDER = /\{([A-Za-z_$][\w$]*(?:\.[\w$]+)*)(?::([a-z0-9]+)|\|([^{}|]*)\|([^{}|]*))?\}/g;

/** Takes a text apart. Braces that enclose no placeholder stay in the texts between; see `strayBraces`. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, name = '', format = 'plain', one, other] = match;
    parts.push(text.slice(from, match.index));
    parts.push(one === undefined ? { name, format } : { name, one, other: other as string });
    from = match.index + whole.length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

/** The placeholders of a text, in their order. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  return parseTemplate(text).filter(isPlaceholder);
}

/** The words of a text that go by a number, in their order. */
export function countedWordsOf(text: string): readonly CountedWords[] {
  return parseTemplate(text).filter((part) => typeof part !== 'string' && 'one' in part);
}

/** Whether a part is to be filled with a parameter. */
export function isPlaceholder(part: TemplatePart): part is Placeholder {
  return typeof part !== 'string' && 'format' in part;
}

/** Whether braces are left that enclose no placeholder: `{drift :percent}`, `{`. */
export function strayBraces(text: string): boolean {
  return parseTemplate(text).some((part) => typeof part === 'string' && /[{}]/.test(part));
}
