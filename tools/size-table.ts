import { existsSync, readFileSync } from 'node:fs';
import type { Size } from './gates/sizes.js';

const README = 'README.md';
const TABLE = /(<!-- sizes -->)([\s\S]*?)(<!-- \/sizes -->)/;

/** A measured size may differ this much from the table's before it is out of date. */
const RELATIVE_SLACK = 0.05;
const SLACK_KB = 0.2;

interface Row {
  readonly subpath: string;
  readonly purpose: string;
  readonly kilobytes: number;
}

/** The README's table of subpaths; empty when it has none. */
export function readTable(): readonly Row[] {
  const text = existsSync(README) ? readFileSync(README, 'utf8') : '';
  const lines = (TABLE.exec(text)?.[2] ?? '').split('\n');
  return lines.flatMap((line) => {
    const [, subpath, purpose, size] = /^\| `(.+?)` \| (.*) \| ([\d.]+) kB \|$/.exec(line) ?? [];
    if (subpath === undefined || purpose === undefined) return [];
    return [{ subpath, purpose, kilobytes: Number(size) }];
  });
}

/** The README with its table brought up to date. */
export function withTable(measured: readonly Size[]): string {
  const rows = measured.map(rowFor).map(({ subpath, purpose, kilobytes }) => {
    return `| \`${subpath}\` | ${purpose} | ${kilobytes.toFixed(1)} kB |`;
  });
  const head = ['| subpath | what it is for | min + gzip |', '|---|---|---|'];
  const table = ['', ...head, ...rows, ''].join('\n');
  const text = readFileSync(README, 'utf8');
  if (!TABLE.test(text)) throw new Error(`${README} has no <!-- sizes --> … <!-- /sizes -->`);
  return text.replace(
    TABLE,
    (_, open: string, _old: string, close: string) => open + table + close,
  );
}

/** Where the README's table is out of date. */
export function tableFaults(table: readonly Row[], measured: readonly Size[]): string[] {
  if (table.length === 0) return [`${README} has no table of sizes`];
  const expected = measured.map(rowFor);
  const extra = table.filter((row) => !expected.some(({ subpath }) => subpath === row.subpath));
  return [
    ...expected.flatMap((row) => {
      const found = table.find(({ subpath }) => subpath === row.subpath);
      return found !== undefined && isCurrent(found, row) ? [] : [outOfDate(row.subpath)];
    }),
    ...extra.map(({ subpath }) => outOfDate(subpath)),
  ];
}

function outOfDate(subpath: string): string {
  return `${README}: the row of ${subpath} is out of date`;
}

function isCurrent(found: Row, expected: Row): boolean {
  const difference = Math.abs(found.kilobytes - expected.kilobytes);
  const slack = Math.max(SLACK_KB, RELATIVE_SLACK * expected.kilobytes);
  return found.purpose === expected.purpose && difference <= slack;
}

function rowFor({ name, size }: Size): Row {
  const subpath = name === 'index' ? 'aptfolio' : `aptfolio/${name}`;
  return { subpath, purpose: purposeOf(name), kilobytes: Math.round(size / 100) / 10 };
}

/** The first sentence of the room's README. */
function purposeOf(name: string): string {
  if (name === 'index') return 'Everything below in one import.';
  const [, paragraph = ''] = readFileSync(`src/${name}/README.md`, 'utf8').split(/\n\s*\n/);
  const sentence = /^.*?\.(?=\s|$)/.exec(paragraph.replaceAll('\n', ' ').trim());
  return (sentence?.[0] ?? paragraph.replaceAll('\n', ' ')).replaceAll('|', '\\|');
}
