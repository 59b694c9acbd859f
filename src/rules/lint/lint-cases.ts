import { at } from '../../errors/index.js';
import type { CaseCheck } from '../cases.js';
import type { PackFinding } from './finding.js';

/** Cases that fail, and rules that the cases do not test from both sides. */
export function lintCases({ failed, coverage }: CaseCheck): readonly PackFinding[] {
  const failures = failed.map(({ id, expected, found }): PackFinding => {
    const text = `expected ${expected.status}, found ${found.status} by ${found.deciding.join(', ') || 'no rule'}`;
    return { fault: 'failed-case', severity: 'error', path: at('cases', id), text };
  });
  const untested = Object.entries(coverage).flatMap(([id, { hits, misses, elsewhere }]) => {
    const path = at('rules', id);
    const findings: PackFinding[] = [];
    if (hits === 0)
      findings.push({ fault: 'not-hit', severity: 'warning', path, text: 'no case hits it' });
    if (misses + elsewhere === 0) {
      findings.push({ fault: 'not-missed', severity: 'warning', path, text: 'no case misses it' });
    }
    return findings;
  });
  return [...failures, ...untested];
}
