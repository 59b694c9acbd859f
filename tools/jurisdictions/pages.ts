import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { filesUnder } from '../files.js';
import { indexPage } from './index-page.js';
import { jurisdictions } from './jurisdictions.js';
import { jurisdictionPage } from './page.js';

const FOLDER = 'docs/jurisdictions';

/** The pages by path, as they should be. */
export function jurisdictionPages(): ReadonlyMap<string, string> {
  const all = jurisdictions();
  return new Map([
    [`${FOLDER}/README.md`, indexPage(all)],
    ...all.map((one) => [`${FOLDER}/${one.code}.md`, jurisdictionPage(one)] as const),
  ]);
}

/** Pages that are missing, out of date or left over. */
export function jurisdictionFaults(): readonly string[] {
  const pages = jurisdictionPages();
  const stale = filesUnder(FOLDER, '.md').filter((path) => !pages.has(path));
  const changed = [...pages].flatMap(([path, text]) => {
    return existsSync(path) && readFileSync(path, 'utf8') === text ? [] : [path];
  });
  return [...changed, ...stale.map((path) => `${path} has no packs`)];
}

/** Writes them anew. */
export function writeJurisdictions(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [path, text] of jurisdictionPages()) writeFileSync(path, text);
}
