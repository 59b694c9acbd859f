import { readFileSync } from 'node:fs';
import { command } from '../command.js';
import { type GateResult, verdict } from '../gate.js';
import { readTable, tableFaults } from '../size-table.js';
import { subpaths } from '../subpaths.js';

const BUDGETS = 'tools/size-budgets.json';

export interface Size {
  readonly name: string;
  /** Bytes of the subpath with all it imports, minified and gzipped. */
  readonly size: number;
  readonly passed?: boolean;
  readonly sizeLimit?: number;
}

/** Measures every subpath, holds it against its budget and the README's table against both. */
export async function sizes(): Promise<GateResult> {
  const budgets = readBudgets();
  const names = subpaths().map(({ name }) => name);
  const measured = await measure();
  const faults = [
    ...names.filter((name) => !(name in budgets)).map((name) => `${name} has no budget`),
    ...Object.keys(budgets)
      .filter((name) => !names.includes(name))
      .map((name) => `the budget of ${name} has no subpath`),
    ...measured.filter(({ passed }) => passed === false).map(overBudget),
    ...tableFaults(readTable(), measured),
  ];
  const note = measured.map(({ name, size }) => `${name} ${kilobytes(size)}`).join(', ');
  return verdict(faults.length > 0 ? [...faults, 'See: npm run sizes'] : [], `kB: ${note}`);
}

export function readBudgets(): Record<string, string> {
  return JSON.parse(readFileSync(BUDGETS, 'utf8')) as Record<string, string>;
}

/** Runs size-limit on every subpath that has a budget. */
export async function measure(): Promise<readonly Size[]> {
  const { output } = await command('size-limit', ['--json']);
  // Warnings of the bundler may come first, and begin with a bracket too.
  const start = output.search(/^\[\s*\{/m);
  if (start < 0) throw new Error(output);
  return JSON.parse(output.slice(start, output.lastIndexOf(']') + 1)) as readonly Size[];
}

export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function overBudget({ name, size, sizeLimit = 0 }: Size): string {
  return `${name} has ${kilobytes(size)} kB, more than its budget of ${kilobytes(sizeLimit)} kB`;
}
