import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWorker, type Worker } from './worker.js';

let worker: Worker;
beforeAll(() => {
  worker = installWorker();
});
afterAll(() => worker.remove());

/** Every block for the shell, and what is said to come of it. */
const blocks = [
  ...readFileSync('docs/kpi/worker.md', 'utf8').matchAll(
    /^```sh\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?/gms,
  ),
].map(([, script = '', output]) => ({ script, output }));

describe('the guide to the worker', () => {
  it('prints what it says, in a shell', () => {
    expect(blocks.length).toBeGreaterThan(5);
    const folder = dirname(worker.file('marker', ''));
    for (const { script, output = '' } of blocks) {
      const program = script.replaceAll('npx aptfolio', 'node "$WORKER"');
      const options = { cwd: folder, env: { ...process.env, WORKER: `${folder}/cli.mjs` } };
      const printed = execFileSync('sh', ['-e', '-c', program], { ...options, encoding: 'utf8' });
      expect(printed).toBe(output);
    }
  });
});
