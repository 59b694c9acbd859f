import { checkObject, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type AgreementTable, readAgreementTable, sum } from './agreement-table.js';
import { type Kappa, kappaOf } from './weighted-kappa.js';

/** How sure the intervals are to be. */
export interface RetestReliabilityOptions {
  /** Between 0 and 1, exclusive; default 0.95. */
  readonly confidence?: number;
}

/** How stable results are from one assessment to the next. A coefficient that is not defined is `null`. */
export interface RetestReliability {
  readonly n: number;
  /** The share of equal results; `null` without cases. */
  readonly agreement: number | null;
  readonly kappa: Kappa;
  readonly linearKappa: Kappa;
  readonly quadraticKappa: Kappa;
  /** Correlation of the categories' numbers, one apart. */
  readonly pearson: number | null;
  /** Correlation of the mid-ranks. */
  readonly spearman: number | null;
  /** Kendall's τ_b, corrected for ties. */
  readonly kendallTauB: number | null;
  readonly reasons: readonly Reason[];
}

/**
 * How stable the results of a questionnaire are, from a table of first against second results (see `crossTabulate`).
 *
 * @param table as in `weightedKappa`.
 * @throws AptfolioError as `weightedKappa`.
 *
 * Sources: Cohen (1968); M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945) 239–251.
 *
 * @example
 * ```ts
 * import { crossTabulate, RISK_LEVELS, retestReliability } from 'aptfolio/questionnaire';
 *
 * const table = crossTabulate(
 *   [['C1', 'C1'], ['C3', 'C3'], ['C3', 'C4'], ['C5', 'C5']],
 *   RISK_LEVELS,
 * );
 * const stability = retestReliability(table);
 * stability.agreement; // => 0.75
 * stability.quadraticKappa.value; // => 0.9411764705882353
 * stability.kendallTauB; // => 0.9128709291752769
 * ```
 */
export function retestReliability(
  table: readonly (readonly number[])[],
  options: RetestReliabilityOptions = {},
): RetestReliability {
  const { confidence = 0.95 } = checkObject(options, 'options');
  const sure = checkRange(confidence, 'options.confidence', { exclusiveMin: 0, exclusiveMax: 1 });
  const read = readAgreementTable(table);
  const steps = Array.from({ length: read.size }, (_, i) => i);
  const pearson = correlation(read, steps, steps);
  return Object.freeze({
    n: read.n,
    agreement: read.agreement,
    kappa: kappaOf(read, 'none', sure),
    linearKappa: kappaOf(read, 'linear', sure),
    quadraticKappa: kappaOf(read, 'quadratic', sure),
    pearson,
    spearman: correlation(read, midRanks(read.rowShares), midRanks(read.columnShares)),
    kendallTauB: kendall(read),
    reasons: Object.freeze(
      pearson === null ? [makeReason('questionnaire.retest-without-variance', 'warn')] : [],
    ),
  });
}

function correlation(
  { shares, rowShares, columnShares, n }: AgreementTable,
  rowScores: readonly number[],
  columnScores: readonly number[],
): number | null {
  if (n === 0) return null;
  const rows = centred(rowScores, rowShares);
  const columns = centred(columnScores, columnShares);
  const scale = Math.sqrt(squared(rows, rowShares)) * Math.sqrt(squared(columns, columnShares));
  if (isConstant(rowShares) || isConstant(columnShares)) return null;
  const common = sum(shares.map((row, i) => sum(row.map((p, j) => p * rows[i]! * columns[j]!))));
  return Math.max(-1, Math.min(1, common / scale)) + 0;
}

function centred(scores: readonly number[], shares: readonly number[]): readonly number[] {
  const mean = sum(scores.map((score, i) => score * shares[i]!));
  return scores.map((score) => score - mean);
}

function squared(scores: readonly number[], shares: readonly number[]): number {
  return sum(scores.map((score, i) => score * score * shares[i]!));
}

function isConstant(shares: readonly number[]): boolean {
  return shares.filter((share) => share > 0).length < 2;
}

/** The mean rank of each category, as a share of all. */
function midRanks(shares: readonly number[]): readonly number[] {
  let below = 0;
  return shares.map((share) => {
    const rank = below + share / 2;
    below += share;
    return rank;
  });
}

/** (concordant − discordant) over the geometric mean of the pairs not tied on each side. */
function kendall({ n, shares, rowShares, columnShares }: AgreementTable): number | null {
  if (n === 0 || isConstant(rowShares) || isConstant(columnShares)) return null;
  let surplus = 0;
  shares.forEach((row, i) => {
    row.forEach((p, j) => {
      shares.slice(i + 1).forEach((later) => {
        later.forEach((q, l) => {
          surplus += p * q * Math.sign(l - j);
        });
      });
    });
  });
  const untied = (margin: readonly number[]) => (1 - sum(margin.map((p) => p * p))) / 2;
  const scale = Math.sqrt(untied(rowShares)) * Math.sqrt(untied(columnShares));
  return Math.max(-1, Math.min(1, surplus / scale)) + 0;
}
