import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  renamePaths,
} from '../../errors/index.js';
import { type Citation, makeCitation } from '../../evidence/index.js';
import { isChildOn } from './child.js';
import { comparePatterns, fitsPattern, type PathPattern, readPattern } from './path-pattern.js';
import { SENSITIVE_INFORMATION } from './personal-information-law.js';

/**
 * How far a field has to be protected, from the least up: `public` for anyone, `internal` for the bank, `personal` for
 * what concerns a person, `sensitive` for what harms a person in the wrong hands.
 */
export const FIELD_CLASSES = ['public', 'internal', 'personal', 'sensitive'] as const;

/** How far a field has to be protected; see `FIELD_CLASSES`. */
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** The class of the fields at a path. */
export interface FieldRule {
  /**
   * Names joined by dots; `*` stands for any one name or place in a list, `**` at the end for all that lies below:
   * `holdings.*.amount`, `transactions.**`. Where several fit, the one that says most counts: from the left, a name
   * before `*`, `*` before `**`.
   */
  readonly path: string;
  readonly fieldClass: FieldClass;
  /** What the class rests on. */
  readonly citations?: readonly Citation[];
}

/**
 * The classes of a client view's fields: what concerns accounts, health and children is sensitive, the
 * rest personal. A bank adds
 * rules for fields of its own; a field without a rule is shown to nobody.
 *
 * Source: Personal Information Protection Law of China, article 28.
 *
 * @example
 * ```ts
 * import { clientFieldRules } from 'aptfolio/client';
 *
 * clientFieldRules.find(({ path }) => path === 'holdings.**').fieldClass; // => 'sensitive'
 * clientFieldRules.find(({ path }) => path === 'client.birthDate').fieldClass; // => 'personal'
 * ```
 */
export const clientFieldRules: readonly FieldRule[] = Object.freeze([
  ...rules('personal', [
    'client.id',
    'client.birthDate',
    'client.status',
    'client.retired',
    'client.consents.**',
    'coOwners.**',
    'goals.**',
    'questionnaire.**',
    'statements.**',
    'plannedWithdrawals.**',
    'behaviour.**',
    'historyFrom',
  ]),
  ...rules('public', ['baseCurrency', 'fx.**']),
  ...rules(
    'sensitive',
    [
      'holdings.**',
      'liabilities.**',
      'cover.**',
      'transactions.**',
      'client.dependants.**',
      'client.circumstances.**',
    ],
    [SENSITIVE_INFORMATION],
  ),
]);

function rules(
  fieldClass: FieldClass,
  paths: readonly string[],
  citations: readonly Citation[] = [],
): readonly FieldRule[] {
  Object.freeze(citations);
  return paths.map((path) => Object.freeze({ path, fieldClass, citations }));
}

/** Whose record it is. */
export interface RuleSubject {
  /** `null` where it is not known; the person may then be a child. */
  readonly birthDate: PlainDate | null;
  readonly asOf: PlainDate;
}

/**
 * The rules for one person's record: for a child under 14, and where the age is not known, everything personal is sensitive.
 *
 * Source: Personal Information Protection Law of China, article 28.
 *
 * @throws AptfolioError with the path `rules[2].path` or `subject.birthDate`.
 *
 * @example
 * ```ts
 * import { clientFieldRules, fieldRulesFor } from 'aptfolio/client';
 *
 * const classOf = (rules) => rules.find(({ path }) => path === 'goals.**').fieldClass;
 * classOf(fieldRulesFor(clientFieldRules, { birthDate: '2014-05-01', asOf: '2026-03-02' })); // => 'sensitive'
 * classOf(fieldRulesFor(clientFieldRules, { birthDate: '1988-02-29', asOf: '2026-03-02' })); // => 'personal'
 * ```
 */
export function fieldRulesFor(
  rules: readonly FieldRule[],
  subject: RuleSubject,
): readonly FieldRule[] {
  readFieldRules(rules, 'rules');
  const { birthDate, asOf } = checkObject(subject, 'subject');
  const day = parsePlainDate(asOf, 'subject.asOf');
  const born = birthDate === null ? null : parsePlainDate(birthDate, 'subject.birthDate');
  if (born !== null && !isChildOn(born, day)) return rules;
  return Object.freeze(
    rules.map((rule) =>
      rule.fieldClass === 'personal'
        ? Object.freeze({
            ...rule,
            fieldClass: 'sensitive',
            citations: Object.freeze([...(rule.citations ?? []), SENSITIVE_INFORMATION]),
          } as const)
        : rule,
    ),
  );
}

/** A rule with its pattern taken apart. */
export interface ReadFieldRule {
  readonly pattern: PathPattern;
  readonly fieldClass: FieldClass;
}

/** Checks rules and sorts them, those that say most first. */
export function readFieldRules(given: unknown, path: string): readonly ReadFieldRule[] {
  const seen = new Set<string>();
  const read = checkList<FieldRule>(given, path).map((rule, index) => {
    const where = at(path, index);
    checkObject(rule, where);
    const pattern = readPattern(rule.path, at(where, 'path'));
    if (seen.has(rule.path)) {
      throw new AptfolioError('duplicate-id', at(where, 'path'), 'each path once', rule.path);
    }
    seen.add(rule.path);
    checkCitations(rule.citations ?? [], at(where, 'citations'));
    const fieldClass = checkOneOf(rule.fieldClass, at(where, 'fieldClass'), FIELD_CLASSES);
    return { pattern, fieldClass };
  });
  return read.sort((a, b) => comparePatterns(a.pattern, b.pattern));
}

function checkCitations(given: readonly Citation[], path: string): void {
  checkList<Citation>(given, path).forEach((citation, index) => {
    renamePaths({ citation: at(path, index) }, () => makeCitation(citation));
  });
}

/** The rule of a place in a record, or `undefined` where none fits. `read` is sorted. */
export function ruleAt(
  read: readonly ReadFieldRule[],
  place: readonly (string | number)[],
): ReadFieldRule | undefined {
  return read.find(({ pattern }) => fitsPattern(pattern, place));
}
