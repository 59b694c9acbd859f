import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { SEVERITIES } from '../../evidence/index.js';
import type { RulePack } from '../pack.js';
import { checkCondition } from './check-condition.js';
import { checkValues } from './check-parameters.js';
import { checkCitation } from './check-rule.js';
import { checkEach, checkEntries, checkFields } from './fields.js';
import { checkInForce } from './in-force.js';
import type { Names } from './names.js';

/** Checks how long decisions must be kept. */
export function checkRetention(value: unknown, names: Names): void {
  checkEach(value, 'pack.retention', (entry, path) => {
    const fields = ['id', 'inForce', 'years', 'after', 'scope', 'citations'];
    const rule = checkFields(entry, path, fields);
    checkText(rule.id, at(path, 'id'));
    checkInForce(rule.inForce, at(path, 'inForce'));
    checkInteger(rule.years, at(path, 'years'), { min: 1, max: 200 });
    checkOneOf(rule.after, at(path, 'after'), ['decision', 'relationship-end'] as const);
    if (rule.scope !== undefined) checkCondition(rule.scope, at(path, 'scope'), names);
    checkEach(rule.citations, at(path, 'citations'), checkCitation);
  });
}

/** Checks which values a fact can have that decides which law applies. */
export function checkCandidates(value: unknown, pack: RulePack): void {
  refuseOfPolicy(pack, 'pack.candidates');
  checkEntries(value, 'pack.candidates', (entry, path, name) => {
    const { by, values, otherwise, relative, citation } = checkFields(entry, path, [
      'by',
      'values',
      'otherwise',
      'relative',
      'citation',
    ]);
    const decided = declared(pack, name, path);
    const telling = declared(pack, checkText(by, at(path, 'by')), at(path, 'by'));
    const checkTexts = (list: unknown, where: string): void => {
      checkList(list, where, { minLength: 1 });
      checkEach(list, where, (text, place) => checkOneOf(text, place, decided));
    };
    checkEntries(values, at(path, 'values'), (list, where, told) => {
      checkOneOf(told, where, telling);
      checkTexts(list, where);
    });
    checkTexts(otherwise, at(path, 'otherwise'));
    checkEach(relative ?? [], at(path, 'relative'), (fact, where) =>
      checkOneOf(fact, where, Object.keys(pack.facts)),
    );
    checkCitation(citation, at(path, 'citation'));
  });
}

/** Checks under which values of a fact the pack decides. */
export function checkCovers(value: unknown, pack: RulePack): void {
  refuseOfPolicy(pack, 'pack.covers');
  checkEntries(value, 'pack.covers', (list, path, name) => {
    const known = declared(pack, name, path);
    checkList(list, path, { minLength: 1 });
    checkEach(list, path, (text, where) => checkOneOf(text, where, known));
  });
}

/** Which law applies is not for a bank's policy to say. */
function refuseOfPolicy({ kind }: RulePack, path: string): void {
  if (kind === 'law') return;
  throw new AptfolioError('inconsistent', path, 'none: only a law says which law applies');
}

/** The values that a fact of the pack can have. */
function declared({ facts }: RulePack, name: string, path: string): readonly string[] {
  const values = Object.hasOwn(facts, name) ? facts[name]?.values : undefined;
  if (values !== undefined) return values;
  throw new AptfolioError('unknown-id', path, 'a fact of the pack with a list of values', name);
}

/** Checks what a policy makes stricter elsewhere; whether it is stricter is seen where the other pack is at hand. */
export function checkTightenings(value: unknown, pack: RulePack): void {
  if (pack.kind !== 'policy') {
    throw new AptfolioError(
      'inconsistent',
      'pack.tightens',
      'none: only a policy tightens other packs',
    );
  }
  checkEntries(value, 'pack.tightens', (entry, path, id) => {
    const {
      parameters = {},
      outcomes = {},
      noOverride = [],
    } = checkFields(entry, path, ['parameters', 'outcomes', 'noOverride']);
    if (id === pack.id) throw new AptfolioError('inconsistent', path, 'the id of another pack', id);
    checkEntries(parameters, at(path, 'parameters'), checkValues);
    checkEntries(outcomes, at(path, 'outcomes'), (outcome, where) =>
      checkOneOf(outcome, where, SEVERITIES),
    );
    checkEach(noOverride, at(path, 'noOverride'), (rule, where) => checkText(rule, where));
  });
}
