import type { PlainDate } from '../../dates/index.js';
import { at, type BatchFailure, checkList, checkObject } from '../../errors/index.js';
import type { CompiledPack } from '../compile.js';
import type { PackReference, RuleDecision } from '../decision.js';
import type { RuleFacts } from '../fact.js';
import { openRulebook } from '../rulebook.js';
import type { DecisionStatus } from '../status.js';
import { planScreening } from './plan/plan.js';
import { checkPlace, numberOfKept, numberOfStatus, ruleFinder } from './result/arguments.js';
import { decideAlone } from './result/decide-alone.js';
import { countNumber, numberAt, type Planes, rowsOf } from './result/planes.js';
import { hitFinder, type KeptStanding, type RuleHit } from './result/standings.js';
import { statusOfNumber } from './result/statuses.js';
import { screenRows } from './screen-rows.js';

/** How to screen. */
export interface ScreenOptions {
  /** The day whose rules and parameters count. */
  readonly asOf: PlainDate;
}

/**
 * What many cases come to under the same packs. A row that cannot be decided has no status, and is in `failures`: who picks the rows
 * that may go ahead asks for those that have a status in `PERMITTED_STATUSES`, never for those that have none.
 */
export interface Screening {
  readonly asOf: PlainDate;
  readonly packs: readonly PackReference[];
  /** How many rows were given. */
  readonly rows: number;
  /** The rows for which `decide` would throw, with the reason, ascending: the paths begin with `rows[7]`. */
  readonly failures: readonly BatchFailure[];
  /** How many rows have a status. The counts of all statuses and the failures add up to `rows`. */
  readonly count: (status: DecisionStatus) => number;
  /** The status of a row; `undefined` if it failed. */
  readonly statusOf: (row: number) => DecisionStatus | undefined;
  readonly has: (row: number, status: DecisionStatus) => boolean;
  /** The rows with a status, ascending. */
  readonly rowsWith: (status: DecisionStatus) => readonly number[];
  /** The rows in which a rule stands so, ascending. */
  readonly rowsWhere: (rule: string, standing: KeptStanding) => readonly number[];
  /** The rules that bite, or of which nobody can say, the hardest first, then by id; none for a row that failed. */
  readonly firedAt: (row: number) => readonly RuleHit[];
  /**
   * The full decision of a row, made only now, from the row as it is now.
   *
   * @throws AptfolioError for a row that failed.
   */
  readonly decide: (row: number) => RuleDecision;
}

/**
 * Decides many cases at once, for their status and the rules that bite. Every status, and every rule that bites or is unknown, is
 * that of `decide`; the reasons are worked out only for the rows for which somebody asks. It pays from some dozens of rows on.
 *
 * @param rows the facts of each case; the whole list is looked through once. A row that is wrong does not stop the others.
 * @throws AptfolioError as `decide`, for the packs and the day; `rows` if it is no list.
 *
 * @example
 * ```ts
 * import { compilePack, screen } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const rows = [
 *   { 'client.age': 17, 'loan.amount': 5000 },
 *   { 'client.age': 30, 'loan.amount': 5000 },
 *   { 'client.age': 30 },
 *   { 'client.age': -1 },
 * ];
 * const screening = screen([compilePack(pack)], rows, { asOf: '2026-03-02' });
 * [0, 1, 2, 3].map(screening.statusOf); // => ['block', 'allow', 'undetermined', undefined]
 * screening.rowsWith('block'); // => [0]
 * screening.firedAt(0);
 * // => [{ rule: 'LEND-AGE', pack: 'lending', outcome: 'block', standing: 'fired' }]
 * screening.decide(0).deciding; // => ['LEND-AGE']
 * screening.failures[0].issues[0].path; // => 'rows[3]["client.age"]'
 * ```
 */
export function screen(
  packs: readonly CompiledPack[] | CompiledPack,
  rows: readonly RuleFacts[],
  options: ScreenOptions,
): Screening {
  const { asOf } = checkObject(options, 'options') as unknown as ScreenOptions;
  const book = openRulebook(packs, asOf);
  const list = checkList<RuleFacts>(rows, 'rows');
  const { statuses, standings, failures } = screenRows(planScreening(book), list);
  const size = list.length;
  const place = (row: number): number => checkPlace(row, size, 'row');
  const [placeOfRule, hitsAt] = [ruleFinder(book), hitFinder(book, standings)];
  const screening: Screening = {
    asOf: book.asOf,
    packs: book.packs,
    rows: size,
    failures,
    count: (status) => countNumber(statuses, 0, size, numberOfStatus(status)),
    statusOf: (row) => statusOfNumber(numberAt(statuses, place(row))),
    has: (row, status) => numberAt(statuses, place(row)) === numberOfStatus(status),
    rowsWith: (status) => rowsOf(statuses, 0, size, numberOfStatus(status)),
    rowsWhere(rule, standing) {
      return rowsOf(standings[placeOfRule(rule)] as Planes, 0, size, numberOfKept(standing));
    },
    firedAt: (row) => hitsAt(place(row)),
    decide: (row) => decideAlone(book, list[place(row)] as RuleFacts, at('rows', row)),
  };
  return Object.freeze(screening);
}
