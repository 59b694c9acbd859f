import {
  AptfolioError,
  at,
  checkInteger,
  checkOneOf,
  type Issue,
  joinPath,
  makeIssue,
} from '../../errors/index.js';
import type { BookProgress, BookSummary } from './summary.js';
import { openTally, type Tallied } from './tally.js';

/** How the caller is told how far it is. */
export interface BookReporting {
  /** Called after every `progressEvery` accounts or households and once at the end. What it throws ends the run. */
  readonly onProgress?: (progress: BookProgress) => void;
  /** Default 1,000. */
  readonly progressEvery?: number;
  /**
   * `checked` (the default) makes a failure of whatever has the id of one before it, for which every id is kept. `unchecked` keeps nothing: for books
   * whose ids are known to differ, such as a part of a database's table.
   */
  readonly ids?: 'checked' | 'unchecked';
}

/** What a book is made of. */
export interface BookKind<R> {
  readonly one: 'account' | 'household';
  readonly many: 'accounts' | 'households';
  /** Whether each has a rebalancer of its own, so that what is wrong with one is no fault of the call. */
  readonly ownRules: boolean;
  /** What is counted of a result. */
  readonly tally: (result: R) => Tallied;
}

/** What became of one of them. */
export type Outcome<R> = { readonly index: number; readonly id: string | null } & (
  | { readonly status: 'decided'; readonly id: string; readonly value: R }
  | { readonly status: 'failed'; readonly issues: readonly Issue[] }
);

/** Decides one after another as they are asked for. Nothing is kept but ids, if they are checked. */
export function runEach<T, R, O>(
  items: Iterable<T>,
  decide: (item: T) => R,
  { onProgress, progressEvery = 1000, ids = 'checked' }: BookReporting,
  kind: BookKind<R>,
  write: (outcome: Outcome<R>) => O,
): Generator<O, BookSummary, undefined> {
  // Checked here and not in the generator, which would find a fault only when it is first asked.
  const every = checkInteger(progressEvery, 'options.progressEvery', { min: 1 });
  const isChecked = checkOneOf(ids, 'options.ids', ['checked', 'unchecked']) === 'checked';
  const seen = isChecked ? new Map<string, number>() : undefined;
  return outcomesOf(
    checkIterable(items, kind.many),
    decide,
    { every, onProgress, seen },
    kind,
    write,
  );
}

interface Run {
  readonly every: number;
  readonly onProgress: BookReporting['onProgress'];
  /** The place of each id that has come; absent where ids are not checked. */
  readonly seen: Map<string, number> | undefined;
}

function* outcomesOf<T, R, O>(
  items: Iterable<T>,
  decide: (item: T) => R,
  { every, onProgress, seen }: Run,
  kind: BookKind<R>,
  write: (outcome: Outcome<R>) => O,
): Generator<O, BookSummary, undefined> {
  const tally = openTally();
  let index = 0;
  for (const item of items) {
    const outcome = decideOne(item, index, seen, decide, kind);
    tally.add(outcome.status === 'failed' ? outcome : kind.tally(outcome.value));
    index++;
    if (index % every === 0) onProgress?.(tally.progress());
    yield write(outcome);
  }
  if (index === 0 || index % every !== 0) onProgress?.(tally.progress());
  return tally.summary();
}

/** A text can be iterated over too, but is no list of accounts. */
function checkIterable<T>(items: Iterable<T>, many: string): Iterable<T> {
  const given = items as unknown;
  const expected = `a list or another iterable of ${many}`;
  if (given === undefined || given === null) {
    throw new AptfolioError('missing-value', many, expected, given);
  }
  if (typeof given === 'object' && Symbol.iterator in given) return items;
  throw new AptfolioError('invalid-type', many, expected, given);
}

function decideOne<T, R>(
  item: T,
  index: number,
  seen: Map<string, number> | undefined,
  decide: (item: T) => R,
  { one, many, ownRules }: BookKind<R>,
): Outcome<R> {
  const path = at(many, index);
  const id = idOf(item);
  const fail = (issues: readonly Issue[]): Outcome<R> => ({
    status: 'failed',
    index,
    id,
    issues: Object.freeze(issues),
  });
  if (id !== null && seen !== undefined) {
    const first = seen.get(id);
    if (first !== undefined) {
      const expected = `an id that ${at(many, first)} does not have`;
      return fail([makeIssue('duplicate-id', at(path, 'id'), expected, id)]);
    }
    seen.set(id, index);
  }
  try {
    return { status: 'decided', index, id: id!, value: decide(item) };
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    if (!ownRules && error.issues.some(isOfTheCall)) throw error;
    return fail(error.issues.map((issue) => underItem(issue, one, path)));
  }
}

/** Where one policy serves all, what is wrong with it or with the day is wrong for every account: no failure of this one. */
function isOfTheCall({ path }: Issue): boolean {
  return /^(?:rebalancer|options)(?:[.[]|$)/.test(path);
}

function idOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const { id } = item as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : null;
}

/** `account.positions[0]` becomes `accounts[3].positions[0]`. */
function underItem(issue: Issue, one: string, path: string): Issue {
  if (isOfTheCall(issue)) return issue;
  const isOwn = new RegExp(`^${one}(?:\\.|(?=\\[)|$)`);
  return Object.freeze({ ...issue, path: joinPath(path, issue.path.replace(isOwn, '')) });
}
