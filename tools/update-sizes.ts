import { writeFileSync } from 'node:fs';
import { kilobytes, measure, readBudgets } from './gates/sizes.js';
import { withTable } from './size-table.js';
import { subpaths } from './subpaths.js';

// `npm run sizes`: measures dist/ and writes the README's table. A new subpath gets a budget of a
// quarter above what it has now; existing budgets are changed by hand only. Build first.
const GENEROUS = '1 MB';

const known = readBudgets();
const names = subpaths().map(({ name }) => name);
writeBudgets(Object.fromEntries(names.map((name) => [name, known[name] ?? GENEROUS])));
const measured = await measure();
writeBudgets(
  Object.fromEntries(measured.map(({ name, size }) => [name, known[name] ?? budgetFor(size)])),
);
writeFileSync('README.md', withTable(measured));
for (const { name, size } of measured) console.log(`${name.padEnd(16)} ${kilobytes(size)} kB`);

function budgetFor(size: number): string {
  return `${Math.ceil((size * 1.25) / 500) / 2} kB`;
}

function writeBudgets(budgets: Readonly<Record<string, string>>): void {
  writeFileSync('tools/size-budgets.json', `${JSON.stringify(budgets, null, 2)}\n`);
}
