import type { Citation, LocalisedText } from '../../../../evidence/index.js';
import type { Rule } from '../../../../rules/index.js';
import type { PolicyRuleName } from './rule-names.js';

/** A rule before a bank makes it its own: without the bank's id, its document and its date. */
export interface PolicyRule
  extends Omit<Rule, 'id' | 'citations' | 'inForce' | 'exceptionTo' | 'message'> {
  readonly name: PolicyRuleName;
  readonly text: LocalisedText;
  /** Names of the rules that say nothing where this one bites. */
  readonly exceptionTo?: readonly PolicyRuleName[];
  /** What the rule takes up from a law or a guideline. */
  readonly sources?: readonly Citation[];
}
