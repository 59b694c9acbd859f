import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Folders that serve other folders only: they have an index, but no subpath of their own. */
const INTERNAL = new Set(['numerics']);

/** Each jurisdiction pack is a subpath of its own, so that a host pays only for the law it is under. */
const PACKS = 'src/suitability/packs';

export interface Subpath {
  /** The name hosts import: `money` for `aptfolio/money`, `index` for the root. */
  readonly name: string;
  readonly source: string;
}

/** Every public entry of the package, from what stands in src/. */
export function subpaths(): readonly Subpath[] {
  const rooms = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !INTERNAL.has(entry.name))
    .map((entry) => entry.name)
    .filter((name) => existsSync(`src/${name}/index.ts`))
    .sort();
  const packs = existsSync(PACKS) ? readdirSync(PACKS).sort() : [];
  const nested = packs
    .filter((name) => existsSync(`${PACKS}/${name}/index.ts`))
    .map((name) => ({ name: `suitability/packs/${name}`, source: `${PACKS}/${name}/index.ts` }));
  const root = existsSync('src/index.ts') ? [{ name: 'index', source: 'src/index.ts' }] : [];
  return [...root, ...rooms.map((name) => ({ name, source: `src/${name}/index.ts` })), ...nested];
}

/** The `exports` field that belongs to these subpaths. */
export function exportsField(): Record<string, unknown> {
  const entries = subpaths().map(({ name }) => [
    name === 'index' ? '.' : `./${name}`,
    {
      import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
      require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
    },
  ]);
  return { ...Object.fromEntries(entries), './package.json': './package.json' };
}

export function readPackage(): Record<string, unknown> {
  return JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
}
