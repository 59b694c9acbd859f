import { RISK_LEVELS, type ScoredQuestionnaire } from '../../questionnaire/index.js';
import type { GoalNeed } from '../needs/need.js';
import type { Situation } from '../situation.js';
import { bandOf } from './banded-dimension.js';
import { type Contradiction, contradiction } from './contradiction.js';
import { evidence } from './evidence.js';
import { preferenceContradictions, type RiskPreference } from './preference.js';
import type { ReadProfilePolicy } from './profile-policy.js';
import { statementContradictions } from './statement-contradictions.js';

/**
 * Looks for contradictions. None of them ever raises a level, and none is found where one side is not known.
 *
 * Source for the controls between dimensions and for the reserve: ESMA35-43-3172 (2023), guidelines 4 and 8, as read in
 * the MIT-licensed Client-Risk-Profiling-MiFID-II-Suitability-Framework (2026).
 */
export function contradictionsOf(
  situation: Situation,
  policy: ReadProfilePolicy,
  { goals, preference }: { goals: readonly GoalNeed[]; preference: RiskPreference },
): readonly Contradiction[] {
  const { questionnaire } = situation.view;
  const scored = questionnaire?.status === 'scored' ? questionnaire : null;
  const noLoss = noLossWithEquity(situation, policy);
  return Object.freeze([
    ...noLoss,
    ...(scored === null ? [] : dimensionsApart(scored, policy)),
    ...(scored === null ? [] : noReserve(situation, scored)),
    ...statementContradictions(situation, policy, goals),
    ...preferenceContradictions(preference, policy.revealed).filter(
      // Whoever was asked about shares against no loss is not asked about them again.
      ({ reason }) => noLoss.length === 0 || reason.code !== 'client.holds-more-than-stated',
    ),
  ]);
}

function noLossWithEquity(
  { view: { statements }, balance }: Situation,
  { noLossUpTo, equityAbove }: ReadProfilePolicy,
): readonly Contradiction[] {
  const { acceptedLoss } = statements;
  const equityShare = balance.status === 'complete' ? balance.equity.known : null;
  if (acceptedLoss === undefined || equityShare === null) return [];
  if (acceptedLoss > noLossUpTo || equityShare <= equityAbove) return [];
  return [
    contradiction('client.no-loss-but-equity', 'require', { acceptedLoss, equityShare }, [
      evidence('statement', 'view.statements.acceptedLoss', acceptedLoss),
      evidence('holdings', 'view.holdings', equityShare),
    ]),
  ];
}

/** The boldness of one dimension that another does not bear out. */
function dimensionsApart(
  { dimensions }: ScoredQuestionnaire,
  { levelsApart }: ReadProfilePolicy,
): readonly Contradiction[] {
  const tolerance = bandOf(dimensions, 'tolerance');
  if (tolerance === null) return [];
  return (['capacity', 'knowledge'] as const).flatMap((name) => {
    const other = bandOf(dimensions, name);
    if (other === null) return [];
    const apart = RISK_LEVELS.indexOf(tolerance.level) - RISK_LEVELS.indexOf(other.level);
    if (apart <= levelsApart) return [];
    const parameters = {
      tolerance: tolerance.score,
      toleranceLevel: tolerance.level,
      other: other.score,
      otherLevel: other.level,
    };
    return contradiction(CODES[name], 'refer', parameters, [tolerance.evidence, other.evidence]);
  });
}

const CODES = {
  capacity: 'client.tolerance-above-capacity',
  knowledge: 'client.tolerance-above-knowledge',
} as const;

/** A high capacity without a reserve. */
function noReserve(
  { balance, reserve }: Situation,
  { dimensions }: ScoredQuestionnaire,
): readonly Contradiction[] {
  const capacity = bandOf(dimensions, 'capacity');
  const months = balance.status === 'complete' ? balance.emergencyMonths : null;
  if (capacity === null || months === null || months >= reserve.months) return [];
  if (RISK_LEVELS.indexOf(capacity.level) < RISK_LEVELS.indexOf('C3')) return [];
  const parameters = {
    capacity: capacity.score,
    capacityLevel: capacity.level,
    months,
    reserveMonths: reserve.months,
  };
  return [
    contradiction('client.capacity-without-reserve', 'warn', parameters, [
      capacity.evidence,
      evidence('holdings', 'view.holdings', months),
    ]),
  ];
}
