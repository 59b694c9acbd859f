import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkOneOf,
  checkText,
  renamePaths,
} from '../../errors/index.js';
import { type Citation, makeCitation, SEVERITIES, type Severity } from '../../evidence/index.js';
import type { Rule } from '../rule.js';
import { checkCondition } from './check-condition.js';
import { checkEach, checkFields } from './fields.js';
import { checkInForce } from './in-force.js';
import type { Names } from './names.js';

const FIELDS = [
  'id',
  'citations',
  'inForce',
  'scope',
  'when',
  'outcome',
  'satisfiedBy',
  'whenUnknown',
  'exceptionTo',
  'override',
  'message',
];

/** Checks one rule; that ids are unique and exceptions acyclic is seen where all rules are at hand. */
export function checkRule(value: unknown, path: string, names: Names): Rule {
  const rule = checkFields(value, path, FIELDS);
  checkText(rule.id, at(path, 'id'));
  checkEach(rule.citations, at(path, 'citations'), checkCitation);
  checkInForce(rule.inForce, at(path, 'inForce'));
  if (rule.scope !== undefined) checkCondition(rule.scope, at(path, 'scope'), names);
  checkCondition(rule.when, at(path, 'when'), names);
  const outcome = checkOneOf(rule.outcome, at(path, 'outcome'), SEVERITIES);
  if (rule.satisfiedBy !== undefined) {
    checkCondition(rule.satisfiedBy, at(path, 'satisfiedBy'), names);
    refuseUnless(
      outcome === 'require',
      at(path, 'satisfiedBy'),
      'none: only a duty can be fulfilled',
    );
  }
  if (rule.whenUnknown !== undefined) checkWhenUnknown(rule.whenUnknown, outcome, path);
  if (rule.exceptionTo !== undefined) {
    checkEach(rule.exceptionTo, at(path, 'exceptionTo'), (id, where) => checkText(id, where));
  }
  if (rule.override !== undefined) checkOverride(rule.override, at(path, 'override'));
  if (rule.message !== undefined) checkText(rule.message, at(path, 'message'));
  return value as Rule;
}

/** Checks a citation at a path. */
export function checkCitation(value: unknown, path: string): Citation {
  return renamePaths({ citation: path }, () => makeCitation(value as Citation));
}

function refuseUnless(allowed: boolean, path: string, expected: string): void {
  if (!allowed) throw new AptfolioError('inconsistent', path, expected);
}

function checkWhenUnknown(value: unknown, outcome: Severity, path: string): void {
  const where = at(path, 'whenUnknown');
  const chosen = checkOneOf(value, where, ['undetermined', 'bite', 'ignore'] as const);
  const mild = outcome === 'warn' || outcome === 'info';
  refuseUnless(chosen !== 'ignore' || mild, where, 'ignore for warn and info only');
  refuseUnless(chosen !== 'undetermined' || !mild, where, 'bite or ignore for warn and info');
}

function checkOverride(value: unknown, path: string): void {
  const { roles, evidence, fourEyes } = checkFields(value, path, ['roles', 'evidence', 'fourEyes']);
  checkList(roles, at(path, 'roles'), { minLength: 1 });
  checkEach(roles, at(path, 'roles'), (role, where) => checkText(role, where));
  checkEach(evidence, at(path, 'evidence'), (name, where) => checkText(name, where));
  checkBoolean(fourEyes, at(path, 'fourEyes'));
}
