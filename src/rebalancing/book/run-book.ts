import {
  AptfolioError,
  at,
  checkInteger,
  type Issue,
  joinPath,
  makeIssue,
} from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';
import type { Rebalancing } from '../result/result.js';
import type { BookOutcome } from './outcome.js';
import type { BookProgress, BookSummary } from './summary.js';
import { openTally } from './tally.js';

/** How the caller is told how far it is. */
export interface BookReporting {
  /** Called after every `progressEvery` accounts and once at the end. What it throws ends the run. */
  readonly onProgress?: (progress: BookProgress) => void;
  /** Default 1,000. */
  readonly progressEvery?: number;
}

/** Decides one account; its errors' paths begin with `account`. */
export type DecideAccount<C extends CurrencyCode> = (
  account: RebalancingAccount<C>,
) => Rebalancing<C>;

/** Decides accounts one after another as they are asked for. Nothing of an account is kept but its id. */
export function runBook<C extends CurrencyCode>(
  accounts: Iterable<RebalancingAccount<C>>,
  decide: DecideAccount<C>,
  { onProgress, progressEvery = 1000 }: BookReporting,
): Generator<BookOutcome<C>, BookSummary, undefined> {
  // Checked here and not in the generator, which would find a fault only when it is first asked.
  const every = checkInteger(progressEvery, 'options.progressEvery', { min: 1 });
  return outcomesOf(checkIterable(accounts), decide, every, onProgress);
}

function* outcomesOf<C extends CurrencyCode>(
  accounts: Iterable<RebalancingAccount<C>>,
  decide: DecideAccount<C>,
  every: number,
  onProgress: BookReporting['onProgress'],
): Generator<BookOutcome<C>, BookSummary, undefined> {
  const tally = openTally();
  const seen = new Map<string, number>();
  let index = 0;
  for (const account of accounts) {
    const outcome = decideOne(account, index, seen, decide);
    tally.add(outcome);
    index++;
    if (index % every === 0) onProgress?.(tally.progress());
    yield outcome;
  }
  if (index === 0 || index % every !== 0) onProgress?.(tally.progress());
  return tally.summary();
}

/** A text can be iterated over too, but is no list of accounts. */
function checkIterable<T>(accounts: Iterable<T>): Iterable<T> {
  const given = accounts as unknown;
  if (given === undefined || given === null) {
    throw new AptfolioError('missing-value', 'accounts', ITERABLE, given);
  }
  if (typeof given === 'object' && Symbol.iterator in given) return accounts;
  throw new AptfolioError('invalid-type', 'accounts', ITERABLE, given);
}

const ITERABLE = 'a list or another iterable of accounts';

function decideOne<C extends CurrencyCode>(
  account: RebalancingAccount<C>,
  index: number,
  seen: Map<string, number>,
  decide: DecideAccount<C>,
): BookOutcome<C> {
  const path = at('accounts', index);
  const id = idOf(account);
  const fail = (issues: readonly Issue[]): BookOutcome<C> =>
    Object.freeze({ status: 'failed', index, account: id, issues: Object.freeze(issues) });
  if (id !== null) {
    const first = seen.get(id);
    if (first !== undefined) {
      const expected = `an id that ${at('accounts', first)} does not have`;
      return fail([makeIssue('duplicate-id', at(path, 'id'), expected, id)]);
    }
    seen.set(id, index);
  }
  try {
    const value = decide(account);
    return Object.freeze({ status: 'decided', index, account: value.account, value });
  } catch (error) {
    if (!(error instanceof AptfolioError) || isOfTheCall(error)) throw error;
    return fail(error.issues.map((issue) => underAccount(issue, path)));
  }
}

/** What is wrong with the policy or the day is wrong for every account: no failure of this one. */
function isOfTheCall({ issues }: AptfolioError): boolean {
  return issues.some(({ path }) => /^(?:rebalancer|options)(?:[.[]|$)/.test(path));
}

function idOf(account: unknown): string | null {
  if (typeof account !== 'object' || account === null) return null;
  const { id } = account as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : null;
}

/** `account.positions[0]` becomes `accounts[3].positions[0]`. */
function underAccount(issue: Issue, path: string): Issue {
  const own = issue.path.replace(/^account(?:\.|(?=\[)|$)/, '');
  return Object.freeze({ ...issue, path: joinPath(path, own) });
}
