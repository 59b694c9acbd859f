/** The id of a record: what it is about, part by part, `a/b` of `c` kept apart from `a` of `b/c`. */
export function recordId(...parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/');
}
