import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, installHost, readInstalled, SPECIFIERS } from './install.js';

let host: Host;
beforeAll(() => {
  host = installHost();
});
afterAll(() => host.remove());

describe.each(SPECIFIERS)('%s', (specifier) => {
  const print =
    'console.log(JSON.stringify(Object.keys(face).filter((k) => k !== "default").sort()))';
  const asModule = () => host.run(`import * as face from '${specifier}'; ${print}`, 'module');
  const asCommonJs = () => host.run(`const face = require('${specifier}'); ${print}`, 'commonjs');

  it('gives the same names to import and to require', () => {
    const names = JSON.parse(asModule());
    expect(names.length).toBeGreaterThan(0);
    expect(JSON.parse(asCommonJs())).toEqual(names);
  });
});

describe('AptfolioError', () => {
  // Any room will do that checks its arguments with the errors room.
  const check = `
    let thrown;
    try { dates.parsePlainDate('no date'); } catch (error) { thrown = error; }
    console.log(thrown instanceof errors.AptfolioError, thrown.code);`;

  it('thrown by one subpath is an instance of the class that another exports, in ESM', () => {
    const imports =
      "import * as dates from 'aptfolio/dates'; import * as errors from 'aptfolio/errors';";
    expect(host.run(imports + check, 'module')).toBe('true invalid-date');
  });

  it('thrown by one subpath is an instance of the class that another exports, in CJS', () => {
    const requires =
      "const dates = require('aptfolio/dates'); const errors = require('aptfolio/errors');";
    expect(host.run(requires + check, 'commonjs')).toBe('true invalid-date');
  });
});

describe('a strict Content Security Policy', () => {
  it('lets rules decide: nothing is made from text', () => {
    const decide = `
      const { compilePack, decide, screen } = require('aptfolio/rules');
      const { cnNfra } = require('aptfolio/suitability/packs/cn');
      let made = 'code from text';
      try { new Function('return 1'); } catch (error) { made = error.name; }
      const packs = [compilePack(cnNfra)];
      const { facts, asOf } = cnNfra.cases.find(({ id }) => id === 'N05');
      const rows = screen(packs, [facts], { asOf });
      console.log(made, decide(packs, facts, { asOf }).status, rows.statusOf(0));`;
    const flags = ['--disallow-code-generation-from-strings'];
    expect(host.run(decide, 'commonjs', flags)).toBe('EvalError block block');
  });
});

describe('the package', () => {
  it('cannot be entered past its subpaths', () => {
    const reach = "require('aptfolio/dist/errors.cjs')";
    expect(() => host.run(reach, 'commonjs')).toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('carries its licence, its changes and nothing of the project around it', () => {
    expect(readInstalled(host, 'LICENSE')).toContain('Apache License');
    expect(readInstalled(host, 'CHANGELOG.md')).toContain('# Changelog');
    expect(() => readInstalled(host, 'src/errors/index.ts')).toThrow('ENOENT');
  });

  it('is loaded without a word on the console', () => {
    const all = SPECIFIERS.map((specifier) => `import '${specifier}';`).join('\n');
    expect(host.run(all, 'module')).toBe('');
  });
});
