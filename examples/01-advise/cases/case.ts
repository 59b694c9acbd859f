import type { AdviceRecord, ProposedAdvice } from 'aptfolio/advice';
import { AptfolioError, describeIssue } from 'aptfolio/errors';
import type { LocalisedText, Parameter, Parameters, Reason } from 'aptfolio/evidence';
import type { CompiledAssumptions } from 'aptfolio/market';
import type { ProductUniverse } from 'aptfolio/products';
import type { RiskLevel } from 'aptfolio/questionnaire';
import type { Inputs } from '../inputs.js';
import type { Notice } from './notice.js';
import type { Ruling } from './ruling.js';

/** What the awkward cases start from: the example's client after the advice. */
export interface CaseContext {
  readonly inputs: Inputs;
  readonly universe: ProductUniverse;
  readonly assumptions: CompiledAssumptions;
  readonly advice: AdviceRecord;
  readonly outcome: ProposedAdvice;
  readonly level: RiskLevel;
}

/** One awkward case: figures for its sentence, and below it what the library itself says. */
export interface CaseResult {
  readonly id: string;
  /** Fill in the text `case.<id>.outcome`. */
  readonly figures: Parameters;
  /** What the packs of rules say, where they have a say. */
  readonly rulings: readonly Ruling[];
  readonly remarks: readonly Remark[];
  /** What the client is to be told. */
  readonly notices: readonly Notice[];
}

/** A reason of the library, or a sentence of the account's own. */
export type Remark = Reason | Sentence;

/** A sentence of the account's own, filled in with figures and names. */
export interface Sentence {
  readonly say: string;
  readonly figures: Readonly<Record<string, Parameter | LocalisedText>>;
}

export type Case = (context: CaseContext) => CaseResult;

/** What came of a case. */
export function caseResult(
  id: string,
  figures: Parameters,
  remarks: readonly Remark[] = [],
  { rulings = [], notices = [] }: Partial<Pick<CaseResult, 'rulings' | 'notices'>> = {},
): CaseResult {
  return { id, figures, rulings, remarks, notices };
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
