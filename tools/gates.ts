import { commandGate } from './command.js';
import type { Gate } from './gate.js';
import { apiReports } from './gates/api-reports.js';
import { browser } from './gates/browser.js';
import { build, exportsField, publint, typesWrong } from './gates/package.js';
import { schemas } from './gates/schemas.js';
import { sizes } from './gates/sizes.js';
import { testsIn } from './gates/tests.js';
import { allTypes } from './gates/types.js';

/** Every gate of `npm test`, in the order in which they start. */
export const GATES: readonly Gate[] = [
  {
    name: 'exports',
    about: 'package.json exports every room',
    cores: 1,
    run: exportsField,
  },
  {
    name: 'build',
    about: 'ESM, CJS and types are built and packed',
    cores: 1,
    run: build,
  },
  {
    name: 'types',
    about: 'src/ compiles as it is shipped',
    cores: 1,
    run: () => commandGate('tsc', '-p', 'tsconfig.json', '--pretty', 'false'),
  },
  {
    name: 'type-tests',
    about: 'tests, tools and examples compile',
    cores: 1,
    run: allTypes,
  },
  {
    name: 'lint',
    about: 'lint and format',
    cores: 1,
    run: () => commandGate('biome', 'check', '--error-on-warnings', '--colors=off', '.'),
  },
  {
    name: 'unused',
    about: 'no unused file, export or dependency',
    cores: 1,
    run: () => commandGate('knip', '--no-progress'),
  },
  {
    name: 'tests',
    about: 'unit, property, docs, examples, house, in UTC',
    cores: 2,
    run: () => testsIn('UTC', 'unit'),
  },
  {
    name: 'shanghai',
    about: 'the tests of what knows dates, in Asia/Shanghai',
    cores: 2,
    run: () => testsIn('Asia/Shanghai', 'unit'),
  },
  {
    name: 'new-york',
    about: 'the tests of what knows dates, in America/New_York',
    cores: 2,
    run: () => testsIn('America/New_York', 'unit'),
  },
  {
    name: 'package',
    about: 'the packed package loads as ESM and as CJS',
    cores: 1,
    needsBuild: true,
    run: () => testsIn('UTC', 'package'),
  },
  {
    name: 'api',
    about: 'the API reports in etc/ are up to date',
    cores: 1,
    needsBuild: true,
    run: apiReports,
  },
  {
    name: 'schemas',
    about: 'the JSON Schema files in etc/schema are up to date',
    cores: 1,
    run: schemas,
  },
  {
    name: 'publint',
    about: 'the package is well formed',
    cores: 1,
    needsBuild: true,
    run: publint,
  },
  {
    name: 'attw',
    about: 'its types resolve in Node and in bundlers',
    cores: 1,
    needsBuild: true,
    run: typesWrong,
  },
  {
    name: 'sizes',
    about: 'every subpath keeps its size budget',
    cores: 1,
    needsBuild: true,
    run: sizes,
  },
  {
    name: 'browser',
    about: 'the same bytes in Chromium as in Node',
    cores: 1,
    run: browser,
  },
];
