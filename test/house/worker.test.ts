import { describe, expect, it } from 'vitest';
import { banFaults } from './bans.js';
import { workerImportFaults } from './imports.js';
import { commentFaults, lengthFaults } from './shape.js';
import { parse, workerFiles } from './source-file.js';

/** What only the worker may do: read and write bytes. */
const ITS_OWN = /: uses (process|Buffer)$/;

const ITS_PROCESS = new Set(['argv', 'stdout', 'stderr', 'exitCode']);

const files = workerFiles();
const importsOf = (text: string) => workerImportFaults(parse('cli/work.ts', text));

describe('cli/', () => {
  it('stands on the public faces of the library and on Node alone', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(workerImportFaults)).toEqual([]);
  });

  it('has no clock, chance, environment or state, as src/ has none', () => {
    expect(files.flatMap(banFaults).filter((fault) => !ITS_OWN.test(fault))).toEqual([]);
    const used = files.flatMap(({ text }) => [...text.matchAll(/\bprocess\.(\w+)/g)]);
    expect(used.filter(([, name = '']) => !ITS_PROCESS.has(name))).toEqual([]);
  });

  it('has short files, and a doc comment on every exported function', () => {
    expect(files.flatMap(lengthFaults)).toEqual([]);
    expect(files.flatMap(commentFaults)).toEqual([]);
  });
});

describe('an import of the worker', () => {
  it.each([
    ["import { work } from './work.js';"],
    ["import { once } from 'node:events';"],
    ["import { defineKpi } from 'aptfolio/kpi';"],
    ["import { version } from '../package.json';"],
  ])('passes: %s', (text) => {
    expect(importsOf(text)).toEqual([]);
  });

  it.each([
    ["import { defineKpi } from '../src/kpi/index.js';"],
    ["import { x } from '../tools/files.js';"],
    ["import * as z from 'zod/mini';"],
    ["import fs from 'fs';"],
  ])('is refused: %s', (text) => {
    expect(importsOf(text)).toHaveLength(1);
  });
});
