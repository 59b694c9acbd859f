import { describe, expect, it } from 'vitest';
import { banFaults } from './bans.js';
import { parse, sourceFiles } from './source-file.js';

const faultsOf = (text: string, path = 'src/market/returns.ts') => banFaults(parse(path, text));

describe('src/', () => {
  it('has no clock, chance, host or state, and no arithmetic that differs between engines', () => {
    expect(sourceFiles().flatMap(banFaults)).toEqual([]);
  });
});

describe('the bans', () => {
  it.each([
    ['const now = Date.now();'],
    ['const now = new Date();'],
    ['const day = new Date(0);'],
    ['const r = Math.random();'],
    ['const e = Math.exp(1);'],
    ['const p = Math.pow(2, 3);'],
    ["const e = Math['exp'](1);"],
    ['const { exp } = Math;'],
    ['const m = Math;'],
    ['const p = 2 ** 3;'],
    ['function f(x: number) { x **= 2; }'],
    ['console.log(1);'],
    ['const zone = process.env.TZ;'],
    ['const g = globalThis;'],
    ['const id = crypto.randomUUID();'],
    ['setTimeout(() => {}, 1);'],
    ["const f = new Function('return 1');"],
    ["const f = Function('return 1');"],
    ["eval('1');"],
    ["const f = new Intl.NumberFormat('en');"],
    ["const c = 'a'.localeCompare('b');"],
    ['const t = (1).toLocaleString();'],
    ["const t = (1)['toLocaleString']();"],
    ['const f = (d: { getMonth(): number }) => d.getMonth();'],
    ['let count = 0;'],
    ['export let count = 0;'],
    ['var count = 0;'],
    ['const cache = new Map<string, number>();'],
    ['const cache: Record<string, number> = {};'],
    ['const seen: string[] = [];'],
    ['declare const host: unknown;'],
  ])('refuse %s', (text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });

  it.each([
    ['// Math.exp(1), Date.now(), console.log'],
    ["const text = 'Math.exp(1) ** Date.now()';"],
    ['/** `Math.exp` */ const a = Math.sqrt(2) + Math.max(1, Math.PI);'],
    ['const b = 10n ** BigInt(digits);'],
    ['const o = { process: 1, console: 2 };'],
    ['interface A { readonly process: string; Date: number }'],
    ['const v = record.process + record.Function;'],
    ['function f() { let i = 0; const list = []; const map = new Map(); }'],
    ['const TABLE = new Map([[1, 2]]); const ROWS = [1]; const SET = new Set(ROWS);'],
    ['type F = (value: Date) => void;'],
    ['declare const brand: unique symbol;'],
  ])('let pass %s', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it('leave to dates what only dates may do', () => {
    const inDates = (text: string) => faultsOf(text, 'src/dates/zone.ts');
    expect(inDates('const d = new Date(0); const u = Date.UTC(2026, 1);')).toEqual([]);
    expect(inDates("const f = new Intl.DateTimeFormat('en-US');")).toEqual([]);
    expect(inDates('const d = new Date();')).toHaveLength(1);
    expect(inDates('const d = new Date(2026, 1, 1);')).toHaveLength(1);
    expect(inDates('const d = Date.now();')).toHaveLength(1);
    expect(inDates('const d = Date();')).toHaveLength(1);
  });
});
