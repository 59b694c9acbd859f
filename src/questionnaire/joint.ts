import { at, checkList, checkOneOf, checkUniqueIds } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { lowestLevel, RISK_LEVELS, type RiskLevel } from './level.js';

/** One owner's own level. */
export interface OwnerLevel {
  /** Opaque reference. */
  readonly id: string;
  readonly level: RiskLevel;
}

/** The level that counts for all owners together. */
export interface JointLevel {
  readonly level: RiskLevel;
  /** Ids of the most cautious owners, in ascending order. */
  readonly determinedBy: readonly string[];
  readonly reasons: readonly Reason[];
}

/**
 * The level of clients who own an account together: the most cautious one's, never an average.
 *
 * @param owners at least one; their order has no influence.
 * @throws AptfolioError `empty`, `duplicate-id`, `unknown-value` with the path `owners[1].level`.
 *
 * Source: ESMA35-43-3172 (2023), guideline 6, which asks for a policy stated beforehand; the most cautious
 * is the one that protects each owner.
 *
 * @example
 * ```ts
 * import { lowestOfOwners } from 'aptfolio/questionnaire';
 *
 * const joint = lowestOfOwners([{ id: 'a', level: 'C5' }, { id: 'b', level: 'C2' }]);
 * joint.level; // => 'C2'
 * joint.determinedBy; // => ['b']
 * ```
 */
export function lowestOfOwners(owners: readonly OwnerLevel[]): JointLevel {
  const list = checkList<OwnerLevel>(owners, 'owners', { minLength: 1 });
  checkUniqueIds(list, 'owners');
  const levels = list.map((owner, index) =>
    checkOneOf(owner.level, at(at('owners', index), 'level'), RISK_LEVELS),
  );
  const level = lowestLevel(levels);
  const determinedBy = list.filter((owner) => owner.level === level).map((owner) => owner.id);
  const highest = RISK_LEVELS[Math.max(...levels.map((one) => RISK_LEVELS.indexOf(one)))]!;
  const reasons =
    list.length === 1
      ? []
      : [makeReason('questionnaire.joint-lowest', 'info', { level, highest, owners: list.length })];
  return Object.freeze({
    level,
    determinedBy: Object.freeze(determinedBy.sort()),
    reasons: Object.freeze(reasons),
  });
}
