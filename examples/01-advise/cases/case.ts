import type { AdviceRecord, ProposedAdvice } from 'aptfolio/advice';
import { AptfolioError, describeIssue } from 'aptfolio/errors';
import type { Parameters, Reason } from 'aptfolio/evidence';
import type { CompiledAssumptions } from 'aptfolio/market';
import type { ProductUniverse } from 'aptfolio/products';
import type { RiskLevel } from 'aptfolio/questionnaire';
import type { Inputs } from '../inputs.js';

/** What the awkward cases start from: the example's client after the advice. */
export interface CaseContext {
  readonly inputs: Inputs;
  readonly universe: ProductUniverse;
  readonly assumptions: CompiledAssumptions;
  readonly advice: AdviceRecord;
  readonly outcome: ProposedAdvice;
  readonly level: RiskLevel;
}

/** One awkward case: figures for its sentence, and the library's own reasons below it. */
export interface CaseResult {
  readonly id: string;
  /** Fill in the text `case.<id>.outcome`. */
  readonly figures: Parameters;
  readonly reasons: readonly Reason[];
  /** Whether a part is not supported yet; the text `case.<id>.gap` says which. */
  readonly gap: boolean;
}

export type Case = (context: CaseContext) => CaseResult;

/** A case that is supported in full. */
export function supported(
  id: string,
  figures: Parameters,
  reasons: readonly Reason[] = [],
): CaseResult {
  return { id, figures, reasons, gap: false };
}

/** A case of which something is still missing. */
export function inPart(
  id: string,
  figures: Parameters,
  reasons: readonly Reason[] = [],
): CaseResult {
  return { id, figures, reasons, gap: true };
}

/** The first fault that a call reports, in one line: `assumptions.correlation: expected …`. */
export function faultOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof AptfolioError) return describeIssue(error.issues[0]!);
    throw error;
  }
  return 'nothing was refused';
}
