import { makeReason, type Parameters, type Reason } from '../../evidence/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import type { Situation } from '../situation.js';
import { bandOf } from './banded-dimension.js';
import { type Contradiction, contradiction } from './contradiction.js';
import { evidence, type ProfileEvidence } from './evidence.js';
import type { ReadRevealedPolicy } from './revealed-policy.js';

/** What a client states about risk, held against what the client does. */
export interface RiskPreference {
  /** `undetermined` where one side is not known, or holdings that mix leave both answers open. */
  readonly status: 'in-line' | 'holds-more' | 'holds-less' | 'undetermined';
  /** `null` without an assessment that gives a level. */
  readonly stated: {
    /** Of the client alone. */
    readonly level: RiskLevel;
    /** `null` where the form has no bands for it. */
    readonly tolerance: RiskLevel | null;
  } | null;
  /** `null` without financial assets, or where a rate is missing. */
  readonly revealed: {
    /** Part of the financial assets that surely is in shares of companies, decimal fraction. */
    readonly equityShare: number;
    /** Part of which nobody knows. */
    readonly unknownShare: number;
    /** The level that goes with what surely is in shares, and with all that may be. */
    readonly lowest: RiskLevel;
    readonly highest: RiskLevel;
  } | null;
  /** Levels by which what is held lies above what is stated, below 0 where it lies under it. */
  readonly difference: {
    readonly fromLevel: LevelsApart;
    readonly fromTolerance: LevelsApart | null;
  } | null;
  /** `null` where nobody counted. */
  readonly panicSales: number | null;
  readonly evidence: readonly ProfileEvidence[];
  readonly reason: Reason;
}

/** A number of levels, or what it lies between where holdings mix. */
export interface LevelsApart {
  readonly lowest: number;
  readonly highest: number;
}

/** Holds what a client states against holdings and conduct. It raises no level, whatever comes out. */
export function riskPreference(
  situation: Situation,
  { equityBands }: ReadRevealedPolicy,
): RiskPreference {
  const { questionnaire, behaviour } = situation.view;
  const scored = questionnaire?.status === 'scored' ? questionnaire : null;
  const tolerance = scored === null ? null : bandOf(scored.dimensions, 'tolerance');
  const stated =
    scored === null
      ? null
      : Object.freeze({ level: scored.level, tolerance: tolerance?.level ?? null });
  const revealed = revealedBy(situation, equityBands);
  const panicSales = behaviour.panicSales ?? null;
  const difference = stated === null || revealed === null ? null : differenceOf(stated, revealed);
  const status = difference === null ? 'undetermined' : statusOf(difference.fromLevel);
  return Object.freeze({
    status,
    stated,
    revealed,
    difference,
    panicSales,
    evidence: Object.freeze([
      ...(stated === null
        ? []
        : [evidence('questionnaire', 'view.questionnaire.level', stated.level)]),
      ...(tolerance === null ? [] : [tolerance.evidence]),
      ...(revealed === null ? [] : [evidence('holdings', 'view.holdings', revealed.equityShare)]),
      ...(panicSales === null
        ? []
        : [evidence('behaviour', 'view.behaviour.panicSales', panicSales)]),
    ]),
    reason: reasonOf(status, stated, revealed),
  });
}

/** Where holdings or conduct do not bear out what was stated. Holding less than one may is no contradiction. */
export function preferenceContradictions(
  { stated, revealed, difference, panicSales }: RiskPreference,
  { levelsApart, panicSalesFrom, panicToleranceFrom }: ReadRevealedPolicy,
): readonly Contradiction[] {
  const found: Contradiction[] = [];
  if (stated === null) return found;
  if (revealed !== null && difference !== null && difference.fromLevel.lowest > levelsApart) {
    const { equityShare, lowest: heldLevel } = revealed;
    const parameters = { level: stated.level, heldLevel, equityShare };
    found.push(
      contradiction('client.holds-more-than-stated', 'refer', parameters, [
        evidence('questionnaire', 'view.questionnaire.level', stated.level),
        evidence('holdings', 'view.holdings', equityShare),
      ]),
    );
  }
  const { tolerance } = stated;
  if (panicSales === null || panicSales < panicSalesFrom || tolerance === null) return found;
  if (rankOf(tolerance) < rankOf(panicToleranceFrom)) return found;
  const parameters = { panicSales, toleranceLevel: tolerance };
  found.push(
    contradiction('client.panic-sales-against-tolerance', 'warn', parameters, [
      evidence('questionnaire', 'view.questionnaire.dimensions.tolerance.level', tolerance),
      evidence('behaviour', 'view.behaviour.panicSales', panicSales),
    ]),
  );
  return found;
}

function revealedBy(
  { balance }: Situation,
  bands: ReadRevealedPolicy['equityBands'],
): RiskPreference['revealed'] {
  if (balance.status !== 'complete') return null;
  const { known, unknown } = balance.equity;
  if (known === null || unknown === null) return null;
  return Object.freeze({
    equityShare: known,
    unknownShare: unknown,
    lowest: levelFor(known, bands),
    highest: levelFor(known + unknown, bands),
  });
}

/** Rounded to nine digits first: a share that is a band's edge by arithmetic may miss it by the last binary digit. */
function levelFor(share: number, bands: ReadRevealedPolicy['equityBands']): RiskLevel {
  const rounded = Math.min(1, Math.round(share * 1e9) / 1e9);
  return bands.find(({ equityUpTo }) => rounded <= equityUpTo)!.level;
}

function differenceOf(
  { level, tolerance }: NonNullable<RiskPreference['stated']>,
  { lowest, highest }: NonNullable<RiskPreference['revealed']>,
): NonNullable<RiskPreference['difference']> {
  const from = (stated: RiskLevel): LevelsApart =>
    Object.freeze({
      lowest: rankOf(lowest) - rankOf(stated),
      highest: rankOf(highest) - rankOf(stated),
    });
  return Object.freeze({
    fromLevel: from(level),
    fromTolerance: tolerance === null ? null : from(tolerance),
  });
}

function statusOf({ lowest, highest }: LevelsApart): RiskPreference['status'] {
  if (lowest > 0) return 'holds-more';
  if (highest < 0) return 'holds-less';
  return lowest === 0 && highest === 0 ? 'in-line' : 'undetermined';
}

function reasonOf(
  status: RiskPreference['status'],
  stated: RiskPreference['stated'],
  revealed: RiskPreference['revealed'],
): Reason {
  if (stated === null || revealed === null) return makeReason('client.preference-unknown', 'info');
  const { equityShare, unknownShare, lowest, highest } = revealed;
  const parameters: Parameters = {
    level: stated.level,
    equityShare,
    unknownShare,
    heldLevel: lowest,
    highest,
  };
  return makeReason(`client.preference-${status}`, 'info', parameters);
}

function rankOf(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}
