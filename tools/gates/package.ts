import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { CACHE, command } from '../command.js';
import { failure, type GateResult, verdict } from '../gate.js';
import { exportsField as expectedExports, readPackage } from '../subpaths.js';

/** The package as it would be published. */
export const TARBALL = `${CACHE}/package/aptfolio.tgz`;

export async function exportsField(): Promise<GateResult> {
  const same = isDeepStrictEqual(readPackage().exports, expectedExports());
  return verdict(same ? [] : ['package.json and src/ disagree; run: npm run exports']);
}

/** Builds dist/ and packs it. */
export async function build(): Promise<GateResult> {
  const built = await command('tsup', ['--silent']);
  if (!built.ok) return failure(built.output);
  const folder = `${CACHE}/package`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packed = await command('npm', ['pack', '--silent', '--pack-destination', folder]);
  const [file] = readdirSync(folder);
  if (!packed.ok || file === undefined) return failure(packed.output);
  renameSync(`${folder}/${file}`, TARBALL);
  return verdict([]);
}

/** Suggestions count too: only a package without any remark passes. */
export async function publint(): Promise<GateResult> {
  const { ok, output } = await command('publint', ['run', TARBALL, '--strict']);
  return ok && output.includes('All good!') ? verdict([]) : failure(output);
}

/** "Are the types wrong?" Its report is long, so only what is wrong is shown. */
export async function typesWrong(): Promise<GateResult> {
  const args = ['--profile', 'node16', '--no-emoji', '--format', 'ascii', TARBALL];
  const { ok, output } = await command('attw', args);
  return ok ? verdict([]) : failure(output);
}
