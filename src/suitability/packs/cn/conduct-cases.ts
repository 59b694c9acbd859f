import type { PlainDate } from '../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../rules/index.js';

/** What must come out: the status and the rules that decide. */
export type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

/** Cases that differ from one in which everything is as it should be: what differs, what must come out, why. */
export function casesFrom(
  usual: RuleFacts,
  today: PlainDate,
): (
  id: string,
  differing: RuleFacts,
  expected: Expected,
  why: string,
  asOf?: PlainDate,
) => GoldenCase {
  return (id, differing, [status, ...deciding], why, asOf = today) => ({
    id,
    asOf,
    facts: { ...usual, ...differing },
    expect: { status, deciding },
    why,
  });
}

/** The facts without some of them: nobody has said. */
export function without(facts: RuleFacts, ...names: readonly string[]): RuleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}
