import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, installHost, SPECIFIERS } from './install.js';

let host: Host;
beforeAll(() => {
  host = installHost();
});
afterAll(() => host.remove());

describe.each(SPECIFIERS)('%s', (specifier) => {
  it('adds nothing to a bundle that imports it and uses nothing', async () => {
    const { code } = await bundle(`import * as face from '${specifier}'; export const one = 1;`);
    expect(code.length).toBeLessThan(60);
  });
});

describe('a page that imports only allocation', () => {
  it('pays for no zod and no decimal.js', async () => {
    const { packages } = await bundle("export * from 'aptfolio/allocation';");
    expect(packages).not.toContain('zod');
    expect(packages).not.toContain('decimal.js');
  });
});

describe('zod', () => {
  const elsewhere = SPECIFIERS.filter((s) => !['aptfolio', 'aptfolio/schema'].includes(s));

  it('is paid for by schema alone', async () => {
    const all = elsewhere.map((s, i) => `export * as face${i} from '${s}';`).join('\n');
    expect((await bundle(all)).packages).not.toContain('zod');
  });
});

/** The minified bundle of an entry that a host might write, and the packages that are in it. */
async function bundle(contents: string): Promise<{ code: string; packages: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: host.folder },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const packages = used
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /node_modules\/((@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? '');
  return { code: outputFiles[0]?.text ?? '', packages: [...new Set(packages)] };
}
