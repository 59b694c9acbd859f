import { AptfolioError, at, checkList, checkText, renamePaths } from '../../errors/index.js';
import { type Citation, makeCitation } from '../../evidence/index.js';

/** Checks a SHA-256. */
export function checkHash(value: unknown, path: string): string {
  const text = checkText(value, path);
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new AptfolioError('invalid-format', path, '64 hexadecimal digits in lower case', text);
}

/** Ids in ascending order, each once. */
export function readIds(value: unknown, path: string, minLength: number): readonly string[] {
  const ids = checkList<string>(value, path, { minLength }).map((id, i) =>
    checkText(id, at(path, i)),
  );
  return Object.freeze([...new Set(ids)].sort());
}

/** Copies citations, each checked. */
export function readCitations(value: readonly Citation[], path: string): readonly Citation[] {
  return Object.freeze(
    checkList<Citation>(value, path).map((one, i) =>
      renamePaths({ citation: at(path, i) }, () => makeCitation(one)),
    ),
  );
}
