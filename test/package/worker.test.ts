import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../tools/subpaths.js';
import { DESCRIPTION } from '../kpi/support.js';
import { type Host, installHost, readInstalled } from './install.js';

let host: Host;
beforeAll(() => {
  host = installHost();
});
afterAll(() => host.remove());

describe('the worker', () => {
  const { bin, version } = readPackage() as { bin: Record<string, string>; version: string };
  const run = (args: readonly string[], input = '') => {
    const program = join(host.folder, 'node_modules/aptfolio', bin.aptfolio!);
    return execFileSync(process.execPath, [program, ...args], {
      cwd: host.folder,
      encoding: 'utf8',
      input,
    });
  };

  it('is a program that a shell can start, and takes the library by its subpaths', () => {
    const text = readInstalled(host, bin.aptfolio!);
    expect(text.startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(text).toMatch(/from ["']aptfolio\/kpi["']/);
  });

  it('runs as it is shipped', () => {
    expect(run(['--version'])).toBe(`${version}\n`);
    const definition = JSON.stringify({ ...DESCRIPTION, kind: 'proportion' });
    writeFileSync(join(host.folder, 'kpi.json'), definition);
    const args = ['kpi', 'add', '--definitions', 'kpi.json'];
    const state = run(args, '{"successes":4,"trials":5}\n');
    expect(JSON.parse(state).data).toEqual({ successes: 4, trials: 5 });
  });
});
