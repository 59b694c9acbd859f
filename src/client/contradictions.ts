import { makeReason, type Reason, type Severity } from '../evidence/index.js';
import { RISK_LEVELS, type ScoredQuestionnaire } from '../questionnaire/index.js';
import type { ReadProfilePolicy } from './profile-policy.js';
import type { Situation } from './situation.js';

/** Two things known about a client that do not go together. */
export interface Contradiction {
  /** Its parameters are the evidence; `require` asks for an answer before advice, `refer` for a person's look. */
  readonly reason: Reason;
  /** What to ask the client. */
  readonly question: Reason;
}

/**
 * Looks for contradictions. None of them ever raises a level.
 *
 * Source for the controls between dimensions and for the reserve: ESMA35-43-3172 (2023), guidelines 4 and 8, as read in
 * the MIT-licensed Client-Risk-Profiling-MiFID-II-Suitability-Framework (2026).
 */
export function contradictionsOf(
  situation: Situation,
  policy: ReadProfilePolicy,
): readonly Contradiction[] {
  const { questionnaire } = situation.view;
  const scored = questionnaire?.status === 'scored' ? questionnaire : null;
  const found = [
    ...noLossWithEquity(situation, policy),
    ...(scored === null ? [] : dimensionsApart(scored, policy)),
    ...(scored === null ? [] : noReserve(situation, scored)),
  ];
  return Object.freeze(found.map((one) => Object.freeze(one)));
}

function noLossWithEquity(
  { view: { acceptedLoss }, balance }: Situation,
  { noLossUpTo, equityAbove }: ReadProfilePolicy,
): readonly Contradiction[] {
  const equityShare = balance.status === 'complete' ? balance.equity.known : null;
  if (acceptedLoss === null || equityShare === null) return [];
  if (acceptedLoss > noLossUpTo || equityShare <= equityAbove) return [];
  return [contradiction('client.no-loss-but-equity', 'require', { acceptedLoss, equityShare })];
}

/** The boldness of one dimension that another does not bear out. */
function dimensionsApart(
  { dimensions }: ScoredQuestionnaire,
  { levelsApart }: ReadProfilePolicy,
): readonly Contradiction[] {
  const { tolerance } = dimensions;
  if (tolerance === undefined) return [];
  return (['capacity', 'knowledge'] as const).flatMap((name) => {
    const other = dimensions[name];
    if (other === undefined) return [];
    const apart = RISK_LEVELS.indexOf(tolerance.level) - RISK_LEVELS.indexOf(other.level);
    if (apart <= levelsApart) return [];
    return contradiction(CODES[name], 'refer', {
      tolerance: tolerance.score,
      toleranceLevel: tolerance.level,
      other: other.score,
      otherLevel: other.level,
    });
  });
}

const CODES = {
  capacity: 'client.tolerance-above-capacity',
  knowledge: 'client.tolerance-above-knowledge',
} as const;

/** A high capacity without a reserve. */
function noReserve(
  { balance, reserve }: Situation,
  { dimensions: { capacity } }: ScoredQuestionnaire,
): readonly Contradiction[] {
  const months = balance.status === 'complete' ? balance.emergencyMonths : null;
  if (capacity === undefined || months === null || months >= reserve.months) return [];
  if (RISK_LEVELS.indexOf(capacity.level) < RISK_LEVELS.indexOf('C3')) return [];
  return [
    contradiction('client.capacity-without-reserve', 'warn', {
      capacity: capacity.score,
      capacityLevel: capacity.level,
      months,
      reserveMonths: reserve.months,
    }),
  ];
}

function contradiction(
  code: string,
  severity: Severity,
  evidence: Readonly<Record<string, number | string>>,
): Contradiction {
  return {
    reason: makeReason(code, severity, evidence),
    question: makeReason(`${code}.question`, 'require', evidence),
  };
}
