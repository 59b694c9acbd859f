import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { TARBALL } from '../../tools/gates/package.js';
import { readPackage, subpaths } from '../../tools/subpaths.js';

/** What hosts write to import each subpath. */
export const SPECIFIERS: readonly string[] = subpaths().map(({ name }) => {
  return name === 'index' ? 'aptfolio' : `aptfolio/${name}`;
});

export interface Host {
  /** A folder outside the project, with the packed package and its dependencies installed. */
  readonly folder: string;
  /** Runs a script there, as `module` or as `commonjs`, and returns what it prints. */
  readonly run: (script: string, type: 'module' | 'commonjs', flags?: readonly string[]) => string;
  readonly remove: () => void;
}

/** A host's project that has the package installed as it would be published. */
export function installHost(): Host {
  if (!existsSync(TARBALL)) throw new Error('run this first: npm test -- --only build');
  const folder = mkdtempSync(join(tmpdir(), 'aptfolio-host-'));
  // A scope of its own: a package.json further up must not be taken for the host's.
  writeFileSync(join(folder, 'package.json'), '{ "name": "host", "private": true }');
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  execFileSync('tar', ['-xzf', resolve(TARBALL), '-C', modules]);
  execFileSync('mv', [join(modules, 'package'), join(modules, 'aptfolio')]);
  for (const name of Object.keys(readPackage().dependencies as Record<string, string>)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name), 'dir');
  }
  return {
    folder,
    run: (script, type, flags = []) => {
      const args = [...flags, `--input-type=${type}`, '-e', script];
      return execFileSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function readInstalled(host: Host, path: string): string {
  return readFileSync(join(host.folder, 'node_modules/aptfolio', path), 'utf8');
}
