import { readFileSync, rmSync } from 'node:fs';
import { CACHE, command } from '../command.js';
import { failure, type GateResult } from '../gate.js';

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The first zone's tests are counted one by one; a further zone is one gate over the same tests. */
const COUNTED_ZONE = 'UTC';

/**
 * The folders of `test/` that are run in one time zone only: their code reaches no dates, which alone may ask for the zone (`test/house` holds
 * both), or they are the house itself or solvers to compare with.
 */
export const WITHOUT_DATES: readonly string[] = [
  'allocation/arrays',
  'allocation/oracles',
  'house',
  'numerics',
  'statistics',
];

/** Runs the tests of one Vitest project in a time zone, in a further zone without those that cannot differ there. */
export async function testsIn(zone: string, project: 'unit' | 'package'): Promise<GateResult> {
  const file = `${CACHE}/tests-${project}-${zone.replace('/', '-')}.json`;
  rmSync(file, { force: true });
  const reporters = ['--reporter=json', `--outputFile.json=${file}`, '--reporter=dot'];
  const isCounted = zone === COUNTED_ZONE;
  const left = isCounted ? [] : WITHOUT_DATES.map((folder) => `test/${folder}/**`);
  const args = ['run', '--project', project, '--allowOnly=false', ...reporters];
  const { ok, output } = await command('vitest', args, { TZ: zone, LEFT_OUT: left.join(',') });
  const faults = output.slice(Math.max(0, output.indexOf('Failed')));
  const report = readReport(file);
  if (report === undefined) return failure(output);

  const { numPassedTests: tests } = report;
  const skipped = skippedTests(report);
  // A file that cannot be loaded, or an error outside any test, is a failure without a failed test.
  const failed = Math.max(report.numFailedTests, ok && tests > 0 ? 0 : 1);
  if (failed > 0) return failure(faults, isCounted ? { passed: tests, failed } : {});
  if (skipped.length > 0) {
    return failure(`skipped: ${skipped.join(', ')}`, isCounted ? { passed: tests } : {});
  }
  return { passed: isCounted ? tests : 1, failed: 0, note: `${tests} tests` };
}

/** A skipped test says nothing, so it may not stand in the suite. */
function skippedTests(report: TestReport): string[] {
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
}

function readReport(file: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestReport;
  } catch {
    return undefined;
  }
}
