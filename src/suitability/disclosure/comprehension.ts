import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkText,
  checkUniqueIds,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';

/** Questions that show whether somebody has understood what was disclosed. */
export interface ComprehensionCheck {
  readonly id: string;
  /** At least one; their texts stay with whoever shows them. */
  readonly questions: readonly ComprehensionQuestion[];
  /** How many right answers pass, at least 1. */
  readonly passMark: number;
  /** How many attempts there are, at least 1. */
  readonly attempts: number;
}

/** A question of which one option is right. */
export interface ComprehensionQuestion {
  readonly id: string;
  /** Ids of the options, at least two. */
  readonly options: readonly string[];
  /** The right one. */
  readonly right: string;
  /** Whether nobody passes who answers it wrongly, whatever the other answers are. Default false. */
  readonly mustBeRight?: boolean;
}

/** What came of an attempt. */
export interface ComprehensionResult {
  /**
   * `passed`; `failed`; `incomplete`: questions are unanswered, so that nothing was scored and no attempt is used up; `exhausted`:
   * there was no attempt left, and nothing was scored.
   */
  readonly status: 'passed' | 'failed' | 'incomplete' | 'exhausted';
  /** Which attempt it was, from 1. */
  readonly attempt: number;
  readonly attemptsLeft: number;
  /** How many answers were right; `null` where nothing was scored. */
  readonly right: number | null;
  readonly questions: number;
  /** Ids of the questions answered wrongly, in the order of the check. */
  readonly wrong: readonly string[];
  readonly unanswered: readonly string[];
  readonly reasons: readonly Reason[];
}

/**
 * Scores one attempt at a comprehension check.
 *
 * @param answers by question, the id of the option chosen.
 * @param options `attempt`: which attempt it is, from 1, the default.
 * @throws AptfolioError for a malformed check (`check.questions[0].right`), `unknown-id` for an answer to no question, `unknown-value`
 * for an option that there is not (`answers.q1`).
 *
 * @example
 * ```ts
 * import { scoreComprehension } from 'aptfolio/suitability';
 *
 * const check = {
 *   id: 'WMP-1', passMark: 2, attempts: 2,
 *   questions: [
 *     { id: 'loss', options: ['yes', 'no'], right: 'yes', mustBeRight: true },
 *     { id: 'fee', options: ['none', 'annual'], right: 'annual' },
 *     { id: 'exit', options: ['any-day', 'after-90-days'], right: 'after-90-days' },
 *   ],
 * };
 * const answers = { loss: 'no', fee: 'annual', exit: 'after-90-days' };
 * const { status, attemptsLeft, wrong } = scoreComprehension(check, answers);
 * status; // => 'failed'
 * attemptsLeft; // => 1
 * wrong; // => ['loss']
 * scoreComprehension(check, { ...answers, loss: 'yes' }, { attempt: 2 }).status; // => 'passed'
 * ```
 */
export function scoreComprehension(
  check: ComprehensionCheck,
  answers: Readonly<Record<string, string>>,
  options: { readonly attempt?: number } = {},
): ComprehensionResult {
  const { questions, passMark, attempts } = readCheck(check);
  const chosen = readAnswers(answers, questions);
  const { attempt: given = 1 } = checkObject(options, 'options');
  const attempt = checkInteger(given, 'options.attempt', { min: 1 });
  const unanswered = questions.filter(({ id }) => !chosen.has(id)).map(({ id }) => id);
  const base = { attempt, questions: questions.length, unanswered: Object.freeze(unanswered) };
  const unscored = { ...base, right: null, wrong: Object.freeze([]) };
  if (attempt > attempts) {
    const reason = makeReason('suitability.comprehension-exhausted', 'block', { attempts });
    return result({ ...unscored, status: 'exhausted', attemptsLeft: 0, reasons: [reason] });
  }
  if (unanswered.length > 0) {
    const reason = makeReason('suitability.comprehension-incomplete', 'require', { unanswered });
    const attemptsLeft = attempts - attempt + 1;
    return result({ ...unscored, status: 'incomplete', attemptsLeft, reasons: [reason] });
  }
  const faults = questions.filter(({ id, right }) => chosen.get(id) !== right);
  const right = questions.length - faults.length;
  const reasons = reasonsAgainst(faults, right, { questions, passMark });
  return result({
    ...base,
    status: reasons.length === 0 ? 'passed' : 'failed',
    attemptsLeft: attempts - attempt,
    right,
    wrong: Object.freeze(faults.map(({ id }) => id)),
    reasons,
  });
}

function result(value: ComprehensionResult): ComprehensionResult {
  return Object.freeze({ ...value, reasons: Object.freeze([...value.reasons]) });
}

function reasonsAgainst(
  faults: readonly ComprehensionQuestion[],
  right: number,
  { questions, passMark }: Pick<ComprehensionCheck, 'questions' | 'passMark'>,
): readonly Reason[] {
  const vital = faults.filter(({ mustBeRight }) => mustBeRight === true).map(({ id }) => id);
  const all = questions.length;
  return [
    ...(right < passMark
      ? [makeReason('suitability.comprehension-below-mark', 'block', { right, all, passMark })]
      : []),
    ...(vital.length > 0
      ? [makeReason('suitability.comprehension-vital-wrong', 'block', { vital })]
      : []),
  ];
}

function readCheck(value: ComprehensionCheck): ComprehensionCheck {
  const { id, questions, passMark, attempts } = checkObject(value, 'check');
  const rows = checkList<ComprehensionQuestion>(questions, 'check.questions', { minLength: 1 });
  checkUniqueIds(rows, 'check.questions');
  const read = rows.map((row, index) => readQuestion(row, at('check.questions', index)));
  return {
    id: checkText(id, 'check.id'),
    questions: read,
    passMark: checkInteger(passMark, 'check.passMark', { min: 1, max: read.length }),
    attempts: checkInteger(attempts, 'check.attempts', { min: 1 }),
  };
}

function readQuestion(row: ComprehensionQuestion, path: string): ComprehensionQuestion {
  const { id, options, right, mustBeRight = false } = row;
  const where = at(path, 'options');
  const ids = checkList<string>(options, where, { minLength: 2 }).map((option, index) =>
    checkText(option, at(where, index)),
  );
  const twice = ids.findIndex((option, index) => ids.indexOf(option) !== index);
  if (twice >= 0) {
    throw new AptfolioError(
      'duplicate-id',
      at(where, twice),
      'an option not used before',
      ids[twice],
    );
  }
  if (!ids.includes(checkText(right, at(path, 'right')))) {
    throw new AptfolioError('unknown-id', at(path, 'right'), 'one of the options', right);
  }
  return {
    id,
    options: ids,
    right,
    mustBeRight: checkBoolean(mustBeRight, at(path, 'mustBeRight')),
  };
}

function readAnswers(
  answers: unknown,
  questions: readonly ComprehensionQuestion[],
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  for (const [id, answer] of Object.entries(checkObject(answers, 'answers'))) {
    const path = at('answers', id);
    const question = questions.find((one) => one.id === id);
    if (question === undefined) {
      throw new AptfolioError('unknown-id', path, 'an answer to one of the questions', id);
    }
    if (answer === undefined) continue;
    if (!question.options.includes(checkText(answer, path))) {
      throw new AptfolioError('unknown-value', path, 'one of the options', answer);
    }
    chosen.set(id, answer as string);
  }
  return chosen;
}
