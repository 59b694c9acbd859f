import type { CurrencyCode } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';
import type { Rebalancing } from '../result/result.js';
import type { BookOutcome } from './outcome.js';
import { type BookReporting, type Outcome, runEach } from './run-each.js';
import type { BookSummary } from './summary.js';
import { reasonCodes, type Tallied } from './tally.js';

/** Decides one account; its errors' paths begin with `account`. */
export type DecideAccount<C extends CurrencyCode> = (
  account: RebalancingAccount<C>,
) => Rebalancing<C>;

/** Decides accounts one after another as they are asked for. */
export function runBook<C extends CurrencyCode>(
  accounts: Iterable<RebalancingAccount<C>>,
  decide: DecideAccount<C>,
  reporting: BookReporting,
  ownRules = false,
): Generator<BookOutcome<C>, BookSummary, undefined> {
  const kind = { one: 'account', many: 'accounts', ownRules, tally } as const;
  return runEach(accounts, decide, reporting, kind, writeOutcome);
}

function tally(result: Rebalancing): Tallied {
  return { decision: result.decision, codes: reasonCodes([result]), results: [result] };
}

function writeOutcome<C extends CurrencyCode>(outcome: Outcome<Rebalancing<C>>): BookOutcome<C> {
  const { index } = outcome;
  if (outcome.status === 'failed') {
    const { id: account, issues } = outcome;
    return Object.freeze({ status: 'failed', index, account, issues });
  }
  const { value } = outcome;
  return Object.freeze({ status: 'decided', index, account: value.account, value });
}
