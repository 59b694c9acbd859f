import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { command } from '../command.js';
import { filesUnder } from '../files.js';
import { failure, type GateResult } from '../gate.js';

interface Place {
  readonly file: string;
  /** From 1, as the compiler counts. */
  readonly line: number;
}

interface TypeTest {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Compiles everything. A type test is one whose assertions are the compiler's: each `it(…)` of a
 * `*.test-d.ts` counts, and fails when an error lies inside it.
 */
export async function allTypes(): Promise<GateResult> {
  const { ok, output } = await command('tsc', ['-p', 'tsconfig.dev.json', '--pretty', 'false']);
  const errors = [...output.matchAll(/^(\S+)\((\d+),\d+\): error/gm)].map(([, file = '', line]) => {
    return { file, line: Number(line) };
  });
  const tests = filesUnder('test', '.test-d.ts').flatMap(typeTests);
  const failedTests = tests.filter((test) => errors.some((place) => isInside(place, test))).length;
  const passed = tests.length - failedTests;
  if (!ok) return failure(output, { passed, failed: Math.max(1, failedTests) });
  return { passed: passed + 1, failed: 0, note: `${passed} type tests` };
}

function typeTests(file: string): TypeTest[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const found: TypeTest[] = [];
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(it|test)$/.test(node.expression.getText(source))) {
      found.push({ file, first: line(node.getStart(source)), last: line(node.end) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isInside(place: Place, test: TypeTest): boolean {
  return place.file === test.file && test.first <= place.line && place.line <= test.last;
}
