import { parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import type { RulePack } from '../pack.js';
import { DECISION_STATUSES } from '../status.js';
import { checkEach, checkFields } from './fields.js';

/** Checks the form of the cases that travel with the pack; `checkCases` runs them. */
export function checkCasesOf(pack: RulePack): void {
  const seen = new Set<string>();
  checkEach(pack.cases ?? [], 'pack.cases', (value, path) => {
    const { id, asOf, facts, expect, why } = checkFields(value, path, [
      'id',
      'asOf',
      'facts',
      'expect',
      'why',
    ]);
    const name = checkText(id, at(path, 'id'));
    if (seen.has(name))
      throw new AptfolioError('duplicate-id', at(path, 'id'), 'an id not used before', name);
    seen.add(name);
    parsePlainDate(asOf, at(path, 'asOf'));
    checkObject(facts, at(path, 'facts'));
    checkText(why, at(path, 'why'), 2000);
    const where = at(path, 'expect');
    const { status, deciding = [] } = checkFields(expect, where, ['status', 'deciding']);
    checkOneOf(status, at(where, 'status'), DECISION_STATUSES);
    checkEach(deciding, at(where, 'deciding'), (rule, at_) => checkText(rule, at_));
  });
}
