import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LONG_TABLES } from './rooms.js';
import { commentFaults, indexFaults, lengthFaults } from './shape.js';
import { parse, sourceFiles } from './source-file.js';

const file = (text: string) => parse('src/market/returns.ts', text);

describe('src/', () => {
  const files = sourceFiles();

  it('has an index and a README in every room', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((e) => e.isDirectory());
    const wanted = rooms.flatMap(({ name }) => [`src/${name}/index.ts`, `src/${name}/README.md`]);
    expect(wanted.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('has nothing but re-exports in an index', () => {
    const indexes = files.filter(({ fileName }) => fileName.endsWith('/index.ts'));
    expect(indexes.flatMap(indexFaults)).toEqual([]);
  });

  it('has no long file that is not a table', () => {
    expect(files.flatMap(lengthFaults)).toEqual([]);
    expect(Object.keys(LONG_TABLES).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('has a doc comment on every exported function', () => {
    expect(files.flatMap(commentFaults)).toEqual([]);
  });
});

describe('the shape of a file', () => {
  it('refuses code in an index', () => {
    expect(indexFaults(file("export { a } from './a.js';"))).toEqual([]);
    expect(indexFaults(file('export const a = 1;'))).toHaveLength(1);
    expect(indexFaults(file("import { a } from './a.js'; export { a };"))).toHaveLength(2);
  });

  it('refuses line 301', () => {
    expect(lengthFaults(file('a;\n'.repeat(300)))).toEqual([]);
    expect(lengthFaults(file('a;\n'.repeat(301)))).toHaveLength(1);
  });

  it.each([
    ['export function f(): void {}'],
    ['export const f = (): void => {};'],
    ['export class A {}'],
    ['// not a doc comment\nexport function f(): void {}'],
    ['/** */ export function f(): void {}'],
  ])('refuses an export without a doc comment: %s', (text) => {
    expect(commentFaults(file(text))).toHaveLength(1);
  });

  it.each([
    ['/** Does it. */ export function f(): void {}'],
    ['/** Does it. */ export const f = (): void => {};'],
    ['/** Does it. */ export function f(): void; export function f(a?: 1): void {}'],
    ['function f(): void {}'],
    ['export const TABLE = [1];'],
  ])('accepts a documented or private function: %s', (text) => {
    expect(commentFaults(file(text))).toEqual([]);
  });
});
