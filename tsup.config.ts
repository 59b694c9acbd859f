import { defineConfig } from 'tsup';
import { pureTables } from './tools/pure-tables.js';
import { subpaths } from './tools/subpaths.js';

const WORKER = 'cli.js';

export default defineConfig([
  {
    name: 'library',
    entry: {
      ...Object.fromEntries(subpaths().map(({ name, source }) => [name, source])),
      // On its own, so that a subpath that only looks a currency up does not bring decimal.js along.
      'money-currency': 'src/money/currency.ts',
    },
    format: ['esm', 'cjs'],
    // Without splitting the CJS build would repeat shared modules in every subpath, and an
    // AptfolioError of one subpath would not be an instance of another's.
    splitting: true,
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    // Both parts are built at once, and what this one clears away must not be the other's.
    clean: [`!${WORKER}`],
    target: 'es2022',
    treeshake: true,
    esbuildPlugins: [pureTables],
  },
  {
    name: 'worker',
    entry: { cli: 'cli/main.ts' },
    format: ['esm'],
    target: 'es2022',
    // It takes the library as a host does, by its subpaths.
    external: [/^aptfolio(\/|$)/],
  },
]);
