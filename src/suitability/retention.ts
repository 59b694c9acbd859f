import { addYears, type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, checkObject } from '../errors/index.js';
import type { Citation } from '../evidence/index.js';
import { type CompiledPack, prepareRetention, type RetentionRule } from '../rules/index.js';
import type { SuitabilityAssessment } from './assessment.js';
import { checkSamePacks } from './same-packs.js';

/** Until when an assessment must be kept. */
export type Retention =
  | {
      /** A day is certain. */
      readonly status: 'dated';
      /** The last day on which it must still be kept. */
      readonly until: PlainDate;
      readonly rules: readonly RetentionDuty[];
    }
  | {
      /** The years of at least one rule begin when the relationship ends, which it has not. */
      readonly status: 'open';
      /** At least until this day; absent if no rule counts from the decision. */
      readonly atLeast?: PlainDate;
      /** The most years after the end of the relationship. */
      readonly yearsAfterEnd: number;
      readonly rules: readonly RetentionDuty[];
    }
  | {
      /** No pack says anything. */
      readonly status: 'none';
      readonly rules: readonly RetentionDuty[];
    };

/** One rule on keeping records. */
export interface RetentionDuty {
  readonly id: string;
  readonly years: number;
  readonly after: RetentionRule['after'];
  readonly citations: readonly Citation[];
}

/**
 * Until when an assessment must be kept: the longest of all rules that apply, or may apply, under any law that was considered.
 *
 * @param options.relationshipEndedOn the day on which the contract with the client ended; absent while it goes on.
 * @throws AptfolioError `inconsistent` for an end before the assessment, and for other packs than those of the assessment.
 *
 * Source: 金融机构产品适当性管理办法 (Order No. 7 of 2025), article 17; 证券期货投资者适当性管理办法, article 32.
 *
 * @example
 * ```ts
 * import { assessSuitability, retentionOf } from 'aptfolio/suitability';
 * import { compilePack } from 'aptfolio/rules';
 * import lending from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const keep = { id: 'KEEP', inForce: { from: '2020-01-01' }, years: 7, after: 'decision', citations: [] } as const;
 * const packs = [compilePack({ ...lending, retention: [keep] })];
 * const facts = { client: { age: 17 }, loan: { amount: 5000 } };
 * const assessment = assessSuitability({ facts }, { packs, asOf: '2026-03-02' });
 * retentionOf(assessment, { packs }).until; // => '2033-03-02'
 * ```
 */
export function retentionOf(
  assessment: SuitabilityAssessment,
  options: { readonly packs: readonly CompiledPack[]; readonly relationshipEndedOn?: PlainDate },
): Retention {
  const { packs, relationshipEndedOn } = checkObject(options, 'options') as {
    packs: readonly CompiledPack[];
    relationshipEndedOn?: PlainDate;
  };
  const { asOf, facts, considered } = checkObject(
    assessment,
    'assessment',
  ) as unknown as SuitabilityAssessment;
  const ended = relationshipEndedOn === undefined ? undefined : readEnd(relationshipEndedOn, asOf);
  checkSamePacks(assessment, packs, 'options.packs');
  const applying = prepareRetention(packs, { asOf });
  const rules = considered.flatMap(({ assumed }) => applying({ ...facts, ...assumed }));
  // By rule, not by id: two packs may use one id, and the longer one counts.
  const duties = [...new Set(rules)].map(dutyOf).sort(byIdThenYears);
  return Object.freeze({ ...longest(duties, asOf, ended), rules: Object.freeze(duties) });
}

function readEnd(value: unknown, asOf: PlainDate): PlainDate {
  const day = parsePlainDate(value, 'options.relationshipEndedOn');
  if (day >= asOf) return day;
  throw new AptfolioError(
    'inconsistent',
    'options.relationshipEndedOn',
    `a day on or after ${asOf}`,
    day,
  );
}

function dutyOf({ id, years, after, citations }: RetentionRule): RetentionDuty {
  return Object.freeze({ id, years, after, citations });
}

function byIdThenYears(a: RetentionDuty, b: RetentionDuty): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return b.years - a.years;
}

type Span =
  | { readonly status: 'dated'; readonly until: PlainDate }
  | { readonly status: 'open'; readonly atLeast?: PlainDate; readonly yearsAfterEnd: number }
  | { readonly status: 'none' };

function longest(
  duties: readonly RetentionDuty[],
  asOf: PlainDate,
  ended: PlainDate | undefined,
): Span {
  if (duties.length === 0) return { status: 'none' };
  const days = duties.flatMap(({ after, years }) => {
    const start = after === 'decision' ? asOf : ended;
    return start === undefined ? [] : addYears(start, years);
  });
  const until = days.sort().at(-1);
  const waiting =
    ended === undefined ? duties.filter(({ after }) => after === 'relationship-end') : [];
  if (waiting.length === 0) return { status: 'dated', until: until as PlainDate };
  return {
    status: 'open',
    ...(until === undefined ? {} : { atLeast: until }),
    yearsAfterEnd: Math.max(...waiting.map(({ years }) => years)),
  };
}
