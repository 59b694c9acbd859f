import { readFileSync } from 'node:fs';

const DOCUMENT = 'docs/why-not-a-rule-engine.md';

/** The rows of the table that follows a mark of the document: the first cell, then the others by the head of their column. */
export function rowsAfter(mark: string): readonly (readonly [string, Record<string, string>])[] {
  const [, after] = readFileSync(DOCUMENT, 'utf8').split(`<!-- ${mark} -->\n`);
  const lines = (after ?? '').split('\n\n')[0]?.split('\n') ?? [];
  const [head = [], , ...rows] = lines.map(cellsOf);
  return rows.map(([first = '', ...cells]) => {
    const named = cells.map((cell, i) => [head[i + 1] ?? '', cell] as const);
    return [first.replaceAll('`', ''), Object.fromEntries(named)];
  });
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
