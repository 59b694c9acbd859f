import { AptfolioError, at, checkList, checkText } from '../../errors/index.js';

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
