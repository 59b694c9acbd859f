import type { ClientView } from '../client/index.js';
import type { PlainDate } from '../dates/index.js';
import type { CurrencyCode } from '../money/index.js';
import type { PastOrder } from '../orders/index.js';
import type { Answers, ScoreOptions } from '../questionnaire/index.js';
import type { CaseFacts } from '../suitability/index.js';

/** One client's case: what is known, what was answered, and what the money is for. Plain data. */
export interface AdviceRequest<C extends CurrencyCode = CurrencyCode> {
  /** The fields of the intake that are known; see `CompletenessPolicy`. */
  readonly known: readonly string[];
  /** The 360° view. The risk assessment is made here, from `answers`. */
  readonly view: Omit<ClientView<C>, 'questionnaire'>;
  /** The client's answers to the risk questionnaire. */
  readonly answers: Answers;
  /** The day on which the answers were given, not after that of the advice: the assessment is of that day. Default: that of the advice. */
  readonly answeredOn?: PlainDate;
  /**
   * What the questionnaire's rules read beside the answers: facts, the time taken, the assessment before. The fact `age` is
   * always the one that the view's birth date gives.
   */
  readonly assessment?: Pick<ScoreOptions, 'facts' | 'secondsTaken' | 'previous'>;
  /** The goal of the view that the investment serves. */
  readonly goal: string;
  /**
   * Codes of reasons of severity `require` or `refer` that have been seen to: the question was answered, the special care
   * was taken, a person has looked, the evidence is kept by the bank. Default none.
   */
  readonly acknowledged?: readonly string[];
  /**
   * What the packs read of client, household and history before an order. Level, day of the assessment, birth date and age are found
   * here, and must not be contradicted.
   */
  readonly facts?: CaseFacts;
  /** The client's past orders, those of the day too; none is `[]`. Absent: not known, which is no yes where a limit or a rule asks for it. */
  readonly history?: readonly PastOrder[];
  /** The demand deposit in the base currency that pays; more than it has is not invested. */
  readonly funding: string;
}
