import { expectTypeOf } from 'vitest';
import type { PlainDate } from '../../src/dates/index.js';
import {
  type Citation,
  type DecisionRecord,
  type Locale,
  type Messages,
  makeCitation,
  makeReason,
  type Reason,
  type ReplayResult,
  recordDecision,
  replay,
  type Severity,
  verifyChain,
  verifyRecord,
} from '../../src/evidence/index.js';
import { money } from '../../src/money/index.js';

const reason = makeReason('a.b', 'block', { amount: money('CNY', '1'), rules: ['x'], n: 1 });
expectTypeOf(reason).toEqualTypeOf<Reason>();
expectTypeOf<Severity>().toEqualTypeOf<'block' | 'require' | 'refer' | 'warn' | 'info'>();
expectTypeOf<Locale>().toEqualTypeOf<'zh-Hans' | 'zh-Hant' | 'en'>();

// @ts-expect-error no such severity
makeReason('a.b', 'fatal');
// @ts-expect-error an absent value is no parameter
makeReason('a.b', 'info', { x: undefined });
// @ts-expect-error null is no parameter
makeReason('a.b', 'info', { x: null });
// @ts-expect-error a reason cannot be changed
reason.code = 'c.d';
// @ts-expect-error whether it was verified must be said
makeCitation({ instrument: 'Law', article: '1' });
// @ts-expect-error a citation's day is a civil date
export const day: Citation['inForceFrom'] = 'yesterday';
// @ts-expect-error a language is missing
export const messages: Messages = { 'a.b': { en: 'x', 'zh-Hans': 'x' } };

const decision = {
  kind: 'app.limit',
  asOf: '2026-03-02',
  inputs: { income: 30000 },
  outcome: { limit: 9000 },
  versions: { app: '7' },
} as const;
const record = recordDecision<{ income: number }, { limit: number }>(decision);
expectTypeOf(record).toEqualTypeOf<DecisionRecord<{ income: number }, { limit: number }>>();
expectTypeOf(record.asOf).toEqualTypeOf<PlainDate>();
expectTypeOf(record.previousHash).toEqualTypeOf<string | null>();
recordDecision({ ...decision, previous: record });
// @ts-expect-error a link is a record, not a hash
recordDecision({ ...decision, previous: record.hash });
// @ts-expect-error a decision has a day
recordDecision({ kind: 'a', inputs: 1, outcome: 1, versions: { a: '1' } });

const result = replay(record, {
  'app.limit': ({ income }: { income: number }, { asOf }) => ({ limit: income, asOf }),
});
expectTypeOf(result).toEqualTypeOf<ReplayResult>();
// @ts-expect-error the caller must look at the status first
result.differences;
if (result.status === 'different') {
  expectTypeOf(result.differences).toEqualTypeOf<readonly string[]>();
}

const verified = verifyRecord(record);
// @ts-expect-error only an altered record has another hash
verified.found;
const chain = verifyChain([record]);
if (chain.status === 'broken') expectTypeOf(chain.index).toEqualTypeOf<number>();
else expectTypeOf(chain.head).toEqualTypeOf<string | null>();
