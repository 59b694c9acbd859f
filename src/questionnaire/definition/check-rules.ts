import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  renamePaths,
} from '../../errors/index.js';
import { type Citation, makeCitation } from '../../evidence/index.js';
import type { Ceiling, ConsistencyControl, KnockOut } from '../definition.js';
import { RISK_LEVELS, type RiskLevel } from '../level.js';
import { type ConditionScope, checkCondition } from './check-condition.js';
import { checkLocalised } from './check-localised.js';

/** The form's rules, checked. */
export interface CheckedRules {
  readonly knockOuts: readonly KnockOut[];
  readonly ceilings: readonly Ceiling[];
  readonly controls: readonly ConsistencyControl[];
}

/** Checks knock-outs, ceilings and controls; their ids are unique among all of them. */
export function checkRules(
  given: Partial<CheckedRules>,
  path: string,
  scope: ConditionScope,
): CheckedRules {
  const ids = new Set<string>();
  const list = <T extends AnyRule>(
    rules: readonly T[] | undefined,
    name: string,
    own: (rule: T, where: string) => object,
  ): readonly T[] => {
    const where = at(path, name);
    const checked = checkList<T>(rules ?? [], where).map((rule, index) => {
      const here = at(where, index);
      const common = checkCommon(rule, here, scope, ids);
      return Object.freeze({ ...common, ...own(rule, here) }) as T;
    });
    return Object.freeze(checked);
  };
  return {
    knockOuts: list(given.knockOuts, 'knockOuts', ({ outcome }, where) => ({
      outcome: checkOneOf(outcome, at(where, 'outcome'), KNOCK_OUT_OUTCOMES),
    })),
    ceilings: list(given.ceilings, 'ceilings', ({ level }, where) => ({
      level: checkOneOf(level, at(where, 'level'), RISK_LEVELS),
    })),
    controls: list(given.controls, 'controls', (control, where) =>
      checkControl(control, where, scope),
    ),
  };
}

type AnyRule = Pick<KnockOut, 'id' | 'when' | 'text' | 'citations'>;

const KNOCK_OUT_OUTCOMES = ['lowest-level', 'stop'] as const;
const CONTROL_SEVERITIES = ['block', 'refer', 'cap', 'note'] as const;

function checkCommon(
  rule: AnyRule,
  path: string,
  scope: ConditionScope,
  ids: Set<string>,
): AnyRule {
  checkObject(rule, path);
  const id = checkText(rule.id, at(path, 'id'));
  if (ids.has(id)) {
    const expected = 'an id that no other rule of the form has';
    throw new AptfolioError('duplicate-id', at(path, 'id'), expected, id);
  }
  ids.add(id);
  const { text, citations } = rule;
  return {
    id,
    when: checkCondition(rule.when, at(path, 'when'), scope),
    ...(text === undefined ? {} : { text: checkLocalised(text, at(path, 'text')) }),
    ...(citations === undefined
      ? {}
      : { citations: checkCitations(citations, at(path, 'citations')) }),
  };
}

function checkCitations(citations: readonly Citation[], path: string): readonly Citation[] {
  return Object.freeze(
    checkList<Citation>(citations, path).map((citation, index) =>
      renamePaths({ citation: at(path, index) }, () => makeCitation(citation)),
    ),
  );
}

/** What is particular about a control. */
type Control =
  | { readonly severity: 'block' | 'refer' | 'note' }
  | { readonly severity: 'cap'; readonly to: RiskLevel | { readonly bandOf: string } };

function checkControl(
  control: ConsistencyControl,
  path: string,
  { bands }: ConditionScope,
): Control {
  checkOneOf(control.severity, at(path, 'severity'), CONTROL_SEVERITIES);
  if (control.severity !== 'cap') return { severity: control.severity };
  const { severity, to } = control;
  const where = at(path, 'to');
  if (typeof to !== 'object') return { severity, to: checkOneOf(to, where, RISK_LEVELS) };
  const bandOf = checkText(checkObject(to, where).bandOf, at(where, 'bandOf'));
  if (bandOf !== 'level' && bands.has(bandOf)) return { severity, to: Object.freeze({ bandOf }) };
  const expected = 'a dimension of the form with bands, or overall';
  throw new AptfolioError('unknown-id', at(where, 'bandOf'), expected, bandOf);
}
