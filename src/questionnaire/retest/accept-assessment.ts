import { checkBoolean, checkObject, checkOneOf, renamePaths } from '../../errors/index.js';
import { type Citation, makeReason, type Reason } from '../../evidence/index.js';
import { lowestLevel, RISK_LEVELS, type RiskLevel } from '../level.js';

/** Where a client stands after an assessment. */
export type LevelStanding = AcceptedLevel | UnconfirmedLevel;

/** The last assessment's level counts. */
export interface AcceptedLevel {
  readonly status: 'accepted';
  readonly level: RiskLevel;
  readonly change: null;
  readonly reasons: readonly Reason[];
}

/** The last assessment's level differs from the one before, and the client has not confirmed it. */
export interface UnconfirmedLevel {
  readonly status: 'needs-confirmation';
  /** What counts until then: the lowest of the level that last counted and those assessed since. */
  readonly level: RiskLevel;
  readonly change: LevelChange;
  readonly reasons: readonly Reason[];
}

/** From one assessment's level to another's. */
export interface LevelChange {
  readonly from: RiskLevel;
  readonly to: RiskLevel;
}

/** What became of an assessment's result. */
export interface AcceptanceOptions {
  /** Whether the client was shown the change and confirmed it. */
  readonly confirmed: boolean;
  /** On what the duty to confirm rests. */
  readonly citations?: readonly Citation[];
}

/**
 * Takes the level of a new assessment over, if it need not be confirmed or is.
 *
 * A level that differs from the last one, up or down, asks for the client's confirmation. Until then the
 * lower one counts: the law does not say which, and nothing can be sold by the lower level that the
 * higher one would forbid. Taking the form again with the same result is no confirmation.
 *
 * @param previous where the client stood before; `null` for the first assessment, which changes nothing.
 * @param next the new assessment's level.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025),
 * article 29(1).
 *
 * @example
 * ```ts
 * import { acceptAssessment } from 'aptfolio/questionnaire';
 *
 * const first = acceptAssessment(null, 'C2', { confirmed: false });
 * first.status; // => 'accepted'
 * const second = acceptAssessment(first, 'C4', { confirmed: false });
 * second.status; // => 'needs-confirmation'
 * second.level; // => 'C2'
 * acceptAssessment(second, 'C4', { confirmed: true }).level; // => 'C4'
 * ```
 */
export function acceptAssessment(
  previous: LevelStanding | null,
  next: RiskLevel,
  options: AcceptanceOptions,
): LevelStanding {
  const to = checkOneOf(next, 'next', RISK_LEVELS);
  checkObject(options, 'options');
  const confirmed = checkBoolean(options.confirmed, 'options.confirmed');
  const before = previous === null ? null : readStanding(previous);
  if (before === null || confirmed) return accepted(to);
  const latest = before.change?.to ?? before.level;
  if (before.change === null && latest === to) return accepted(to);
  const from = latest === to ? before.change!.from : latest;
  return renamePaths({ citations: 'options.citations' }, () =>
    unconfirmed({ from, to }, lowestLevel([before.level, to]), options.citations ?? []),
  );
}

function accepted(level: RiskLevel): AcceptedLevel {
  return Object.freeze({ status: 'accepted', level, change: null, reasons: Object.freeze([]) });
}

function unconfirmed(
  change: LevelChange,
  level: RiskLevel,
  citations: readonly Citation[],
): UnconfirmedLevel {
  const parameters = { ...change, level };
  const reason = makeReason(
    'questionnaire.level-change-unconfirmed',
    'require',
    parameters,
    citations,
  );
  return Object.freeze({
    status: 'needs-confirmation',
    level,
    change: Object.freeze(change),
    reasons: Object.freeze([reason]),
  });
}

function readStanding(standing: LevelStanding): Pick<LevelStanding, 'level' | 'change'> {
  const { level, change } = checkObject(standing, 'previous');
  return {
    level: checkOneOf(level, 'previous.level', RISK_LEVELS),
    change: change === null ? null : readChange(change),
  };
}

function readChange(change: unknown): LevelChange {
  const { from, to } = checkObject(change, 'previous.change');
  return {
    from: checkOneOf(from, 'previous.change.from', RISK_LEVELS),
    to: checkOneOf(to, 'previous.change.to', RISK_LEVELS),
  };
}
