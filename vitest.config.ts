import { defineConfig } from 'vitest/config';
import { docExamples } from './tools/doc-examples.js';

const root = import.meta.dirname;

export default defineConfig({
  plugins: [docExamples(root)],
  resolve: {
    // Tests and examples import what hosts import, and get what stands in src/.
    alias: [
      { find: /^aptfolio$/, replacement: `${root}/src/index.ts` },
      { find: /^aptfolio\/(.*)$/, replacement: `${root}/src/$1/index.ts` },
    ],
  },
  test: {
    // The library has no state, so test files may share their modules; that halves the time.
    pool: 'threads',
    isolate: false,
    // Both cores: left to itself, a run keeps one of them for the command line.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          // `npm test` leaves out in further time zones what cannot differ there.
          exclude: ['test/package/**', ...(process.env.LEFT_OUT ?? '').split(',').filter(Boolean)],
          setupFiles: ['test/property-seed.ts'],
          // Generous: three zones share two cores, and no test is about time.
          testTimeout: 120_000,
        },
      },
      // Tests of the packed package: they need `npm run build` first.
      {
        extends: true,
        test: { name: 'package', include: ['test/package/**/*.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
});
