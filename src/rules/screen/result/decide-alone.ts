import type { AptfolioError } from '../../../errors/index.js';
import { renamePaths } from '../../../errors/index.js';
import { decideIn } from '../../decide.js';
import type { RuleDecision, RuleStanding } from '../../decision.js';
import { readFacts } from '../../evaluate/fact-book.js';
import type { RuleFacts } from '../../fact.js';
import type { Rulebook } from '../../rulebook.js';
import { DECISION_STATUSES } from '../../status.js';
import { refusal } from '../read/fact-reader.js';
import { type Planes, putNumber } from './planes.js';
import { numberOfStanding, putStandings } from './standings.js';
import { FAILED } from './statuses.js';

/** Decides one row in full by the scalar engine; `path` tells where it stands in the caller's input. */
export function decideAlone(book: Rulebook, facts: RuleFacts, path: string): RuleDecision {
  return renamePaths({ facts: path }, () => {
    const situation = { book: readFacts(facts, book), memory: [] };
    return decideIn(book, situation, new Set(), false);
  });
}

/**
 * Has the scalar engine decide a row of which columns could not say what becomes of it, and writes that down.
 *
 * @returns why the row cannot be decided, if it cannot.
 */
export function settleAlone(
  book: Rulebook,
  facts: RuleFacts,
  path: string,
  row: number,
  statuses: Planes,
  standings: readonly Planes[],
): AptfolioError | undefined {
  const decision = refusal(() => decideAlone(book, facts, path));
  if (decision instanceof Error) {
    putNumber(statuses, row, FAILED);
    putStandings(standings, row, () => 0);
    return decision;
  }
  const { status, standings: found } = decision;
  putNumber(statuses, row, DECISION_STATUSES.indexOf(status));
  putStandings(standings, row, (rule) => {
    const id = book.rules[rule]?.rule.id as string;
    return numberOfStanding(found[id] as RuleStanding);
  });
  return undefined;
}
