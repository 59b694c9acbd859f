import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WITHOUT_DATES } from '../../tools/gates/tests.js';
import { filesReached, importFaults } from './imports.js';
import { FLOOR_OF, HOME_OF } from './rooms.js';
import { parse, sourceFiles } from './source-file.js';

const faultsOf = (path: string, text: string) => importFaults(parse(path, text));

describe('the floors', () => {
  it('hold in src/', () => {
    expect(sourceFiles().flatMap(importFaults)).toEqual([]);
  });

  it('have a place for every room that stands', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((e) => e.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => !(name in FLOOR_OF))).toEqual([]);
  });

  it('give every run-time dependency one home', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(Object.keys(HOME_OF).sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('keep dates from what is tested in one time zone only', () => {
    const files = sourceFiles();
    const known = (folder: string) =>
      filesReached(files, `src/${folder}/`).filter((path) => path.startsWith('src/dates/'));
    expect(known('allocation/model-portfolios')).not.toEqual([]);
    const folders = WITHOUT_DATES.filter((folder) => existsSync(`src/${folder}`));
    expect(folders).toEqual(['allocation/arrays', 'numerics', 'statistics']);
    expect(folders.flatMap(known)).toEqual([]);
  });

  it('are those of docs/architecture.md', () => {
    const rows = readFileSync('docs/architecture.md', 'utf8').matchAll(
      /^\| (\d) \| `([a-z]+)` \|/gm,
    );
    const documented = [...rows].map(([, floor, room]) => [room, Number(floor)]);
    expect(documented.length).toBeGreaterThan(0);
    expect(documented.filter(([room]) => FLOOR_OF[String(room)] === undefined)).toEqual([]);
    expect(documented).toEqual(documented.map(([room]) => [room, FLOOR_OF[String(room)]]));
    const missing = Object.keys(FLOOR_OF).filter((room) => {
      return existsSync(`src/${room}`) && !documented.some(([name]) => name === room);
    });
    expect(missing).toEqual([]);
  });
});

describe('an import', () => {
  it.each([
    ["import { at } from './error.js';"],
    ["import { at } from '../errors/index.js';"],
    ["import type { PlainDate } from '../dates/index.js';"],
    ["import { Decimal } from 'decimal.js';"],
    ["const text = \"import '../kpi/index.js'\"; // import '../kpi/index.js'"],
  ])('of the own room, a lower floor or the own package passes: %s', (text) => {
    expect(faultsOf('src/money/money.ts', text)).toEqual([]);
  });

  it.each([
    ["import { x } from '../kpi/index.js';", 'not lower'],
    ["import type { X } from '../kpi/index.js';", 'not lower'],
    ["import { x } from '../evidence/index.js';", 'not lower'],
    ["export { x } from '../kpi/index.js';", 'not lower'],
    ["type X = import('../kpi/index.js').X;", 'not lower'],
    ["const x = await import('../kpi/index.js');", 'not lower'],
    ["import { x } from '../index.js';", 'not lower'],
    ["import { at } from '../errors/error.js';", 'past the index'],
    ["import { x } from '../../tools/subpaths.js';", 'outside src/'],
    ["import { x } from '../cellar/index.js';", 'no floor'],
    ["import { z } from 'zod';", 'whose home is schema'],
    ["import { addDays } from 'date-fns/addDays';", 'whose home is dates'],
    ["import { UTCDate } from '@date-fns/utc';", 'whose home is dates'],
    ["import { readFileSync } from 'node:fs';", 'no home'],
    ["import lodash from 'lodash';", 'no home'],
    ["const fs = require('fs');", 'no home'],
    ['const x = await import(name);', 'no home'],
  ])('of anything else is refused: %s', (text, fault) => {
    expect(faultsOf('src/money/money.ts', text)).toEqual([expect.stringContaining(fault)]);
  });

  it('of errors is open to floor 0, and errors itself imports nothing', () => {
    expect(faultsOf('src/dates/zone.ts', "import { at } from '../errors/index.js';")).toEqual([]);
    expect(
      faultsOf('src/dates/zone.ts', "import { exp } from '../numerics/index.js';"),
    ).toHaveLength(1);
    expect(
      faultsOf('src/errors/error.ts', "import { exp } from '../numerics/index.js';"),
    ).toHaveLength(1);
  });

  it('from the root may reach every room, through its index only', () => {
    expect(faultsOf('src/index.ts', "export * from './schema/index.js';")).toEqual([]);
    expect(faultsOf('src/index.ts', "export * from './schema/parse.js';")).toHaveLength(1);
  });

  it('is reported with file and line', () => {
    const [fault] = faultsOf('src/money/money.ts', "\n\nimport { z } from 'zod';");
    expect(fault).toMatch(/^src\/money\/money\.ts:3: /);
  });
});
