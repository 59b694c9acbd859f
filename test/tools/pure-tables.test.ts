import { describe, expect, it } from 'vitest';
import { withPureTables } from '../../tools/pure-tables.js';

const wrapped = (source: string): string => withPureTables(source, 'src/room/file.ts');

describe('a module’s top level, as it is built', () => {
  it('marks what is worked out there as pure', () => {
    expect(wrapped("export const T: Names = Object.freeze({ a: text('x') });")).toBe(
      "export const T: Names = /* @__PURE__ */ (() => (Object.freeze({ a: text('x') })))();",
    );
    expect(wrapped('const ALL = [...SOME, 1] as const;')).toBe(
      'const ALL = /* @__PURE__ */ (() => ([...SOME, 1] as const))();',
    );
    expect(wrapped('const SEEN = new Set([1]), TWO = f();')).toBe(
      'const SEEN = /* @__PURE__ */ (() => (new Set([1])))(), TWO = /* @__PURE__ */ (() => (f()))();',
    );
  });

  it('leaves plain values, functions and what is inside functions alone', () => {
    const source = [
      'export const LIMIT = 4 * 8;',
      "export const KINDS = ['a', 'b'] as const;",
      'const double = (x: number) => Math.round(2 * x);',
      'export function make() { const made = new Map(); return made; }',
    ].join('\n');
    expect(wrapped(source)).toBe(source);
  });
});
