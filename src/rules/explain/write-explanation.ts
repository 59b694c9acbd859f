import type { Truth } from '../decision.js';
import type { Explanation } from './explanation.js';

/**
 * Writes an explanation as plain text, what it rests on indented below: a tick before a condition that holds, a cross before one
 * that does not, a question mark before one that is unknown.
 *
 * @example
 * ```ts
 * import { writeExplanation } from 'aptfolio/rules';
 *
 * const part = { kind: 'condition', text: 'age (17) is below 18', truth: true, parts: [] } as const;
 * writeExplanation({ kind: 'rule', text: 'LEND-AGE', parts: [part] }); // => 'LEND-AGE\n  ✓ age (17) is below 18\n'
 * ```
 */
export function writeExplanation(explanation: Explanation): string {
  return linesOf(explanation, '').join('');
}

function linesOf({ text, truth, parts }: Explanation, indent: string): readonly string[] {
  const below = parts.flatMap((part) => linesOf(part, `${indent}  `));
  return [`${indent}${markOf(truth)}${text}\n`, ...below];
}

function markOf(truth: Truth | undefined): string {
  if (truth === undefined) return '';
  if (truth === 'unknown') return '? ';
  return truth ? '✓ ' : '✗ ';
}
