import { readFileSync, rmSync } from 'node:fs';
import { CACHE, command } from '../command.js';
import { failure, type GateResult } from '../gate.js';

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** The first zone's tests are counted one by one; a further zone is one gate over the same tests. */
const COUNTED_ZONE = 'UTC';

/** Runs the tests of one Vitest project in a time zone. */
export async function testsIn(zone: string, project: 'unit' | 'package'): Promise<GateResult> {
  const file = `${CACHE}/tests-${project}-${zone.replace('/', '-')}.json`;
  rmSync(file, { force: true });
  const reporters = ['--reporter=json', `--outputFile.json=${file}`, '--reporter=dot'];
  const args = ['run', '--project', project, '--allowOnly=false', ...reporters];
  const { ok, output } = await command('vitest', args, { TZ: zone });
  const faults = output.slice(Math.max(0, output.indexOf('Failed')));
  const report = readReport(file);
  if (report === undefined) return failure(output);

  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  const skipped = numPendingTests + numTodoTests;
  if (skipped > 0)
    return { passed, failed: skipped, output: `${skipped} tests are skipped\n${faults}` };
  // A file that cannot be loaded, or an error outside any test, is a failure without a failed test.
  const failed = Math.max(numFailedTests, ok && passed > 0 ? 0 : 1);
  if (failed > 0) return { passed, failed, output: faults };
  const note = `${passed} tests`;
  return { passed: zone === COUNTED_ZONE ? passed : 1, failed: 0, note };
}

function readReport(file: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestReport;
  } catch {
    return undefined;
  }
}
