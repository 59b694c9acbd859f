import { defineConfig } from 'tsup';
import { pureTables } from './tools/pure-tables.js';
import { subpaths } from './tools/subpaths.js';

export default defineConfig({
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
  clean: true,
  target: 'es2022',
  treeshake: true,
  esbuildPlugins: [pureTables],
});
