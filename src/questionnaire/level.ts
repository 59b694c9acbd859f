import { at, checkList, checkOneOf } from '../errors/index.js';

/** The five levels of a client, from the most cautious to the boldest. */
export const RISK_LEVELS = ['C1', 'C2', 'C3', 'C4', 'C5'] as const;

/** How much risk a client can and wants to bear: `C1` the least, `C5` the most. */
export type RiskLevel = (typeof RISK_LEVELS)[number];

/**
 * Compares two levels: −1 if the first is the more cautious, 1 if it is the bolder, else 0; fit for
 * `sort`.
 *
 * @throws AptfolioError `unknown-value` if one of them is no level.
 *
 * @example
 * ```ts
 * import { compareLevels } from 'aptfolio/questionnaire';
 *
 * compareLevels('C2', 'C4'); // => -1
 * ```
 */
export function compareLevels(a: RiskLevel, b: RiskLevel): -1 | 0 | 1 {
  const left = RISK_LEVELS.indexOf(checkOneOf(a, 'a', RISK_LEVELS));
  const right = RISK_LEVELS.indexOf(checkOneOf(b, 'b', RISK_LEVELS));
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The most cautious of one or more levels.
 *
 * @throws AptfolioError `empty` for no level, `unknown-value` with the path `levels[1]`.
 *
 * @example
 * ```ts
 * import { lowestLevel } from 'aptfolio/questionnaire';
 *
 * lowestLevel(['C4', 'C2', 'C3']); // => 'C2'
 * ```
 */
export function lowestLevel(levels: readonly RiskLevel[]): RiskLevel {
  const ranks = checkList<RiskLevel>(levels, 'levels', { minLength: 1 }).map((level, index) =>
    RISK_LEVELS.indexOf(checkOneOf(level, at('levels', index), RISK_LEVELS)),
  );
  return RISK_LEVELS[Math.min(...ranks)] as RiskLevel;
}
