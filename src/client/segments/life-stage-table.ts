import { ageOn, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
} from '../../errors/index.js';
import type { LifeStage } from '../profile/life-stage.js';
import { compileSegments } from './compile-segments.js';
import { type SegmentAssignment, segmentOf } from './segment-of.js';
import type { CompiledSegmentTable, SegmentFacts, SegmentTable } from './segment-table.js';

/** Ages between the life stages, years. */
export interface LifeStageBounds {
  /** From this age a person decides alone. Default 18. */
  readonly adultAge?: number;
  /** From this age someone who says nothing about it is taken for retired. Default 60. */
  readonly retirementAge?: number;
  /** Years before it that belong to the stage before retirement. Default 10. */
  readonly yearsBefore?: number;
  /** Below this age a career starts out. Default 30. */
  readonly youngUntil?: number;
}

/** What is known about someone's life; what is left out is not known. */
export interface LifeStageFacts {
  readonly birthDate?: PlainDate;
  /** Whether the client says to be retired. */
  readonly retired?: boolean;
  /** An empty list says that there are none. */
  readonly dependants?: readonly { readonly age: number }[];
}

/** How the life stage is found. */
export interface LifeStageOptions {
  readonly asOf: PlainDate;
  /** Default `lifeStageTable()`, compiled; a bank's own may read `age`, `retired` and `minorDependants`. */
  readonly table?: CompiledSegmentTable;
  /** Age below which a dependant is a minor. Default 18. */
  readonly adultAge?: number;
}

/**
 * The rule table of life stages: what is certain first (a minor, someone who says to be retired), then age, then family.
 *
 * It reads `age`, years; `retired`, one of `yes`, `no` and `not-stated`; `minorDependants`, true or false.
 *
 * @throws AptfolioError for a bound that is no whole number from 0 to 150, path `bounds.adultAge`.
 *
 * @example
 * ```ts
 * import { lifeStageTable } from 'aptfolio/client';
 *
 * lifeStageTable({ youngUntil: 35 }).rules.map(({ id }) => id);
 * // => ['minor', 'retired', 'retired-by-age', 'before-retirement', 'raising-family', 'starting-out']
 * ```
 */
export function lifeStageTable(bounds: LifeStageBounds = {}): SegmentTable {
  checkObject(bounds, 'bounds');
  const years = (name: keyof LifeStageBounds, fallback: number): number =>
    checkInteger(bounds[name] ?? fallback, at('bounds', name), { min: 0, max: 150 });
  const retirementAge = years('retirementAge', 60);
  const rule = (
    segment: LifeStage,
    when: SegmentTable['rules'][number]['when'],
    id: string = segment,
  ) => ({
    id,
    segment,
    when,
  });
  const otherwise: LifeStage = 'established';
  return {
    id: 'life-stage',
    rules: [
      rule('minor', [{ fact: 'age', below: years('adultAge', 18) }]),
      rule('retired', [{ fact: 'retired', oneOf: ['yes'] }]),
      rule(
        'retired',
        [
          { fact: 'retired', oneOf: ['not-stated'] },
          { fact: 'age', from: retirementAge },
        ],
        'retired-by-age',
      ),
      rule('before-retirement', [{ fact: 'age', from: retirementAge - years('yearsBefore', 10) }]),
      rule('raising-family', [{ fact: 'minorDependants', is: true }]),
      rule('starting-out', [{ fact: 'age', below: years('youngUntil', 30) }]),
    ],
    otherwise,
  };
}

/**
 * Finds the life stage by rule table, with the rules and values it rests on.
 *
 * @returns `undetermined` where birth date or dependants are not known and would decide.
 * @throws AptfolioError for malformed facts or options, path `facts.birthDate`.
 *
 * @example
 * ```ts
 * import { findLifeStage } from 'aptfolio/client';
 *
 * const facts = { birthDate: '1988-02-29', dependants: [{ age: 7 }] } as const;
 * findLifeStage(facts, { asOf: '2026-03-02' }).segment; // => 'raising-family'
 * findLifeStage({ birthDate: '1988-02-29' }, { asOf: '2026-03-02' }).missing; // => ['minorDependants']
 * findLifeStage({ retired: true }, { asOf: '2026-03-02' }).possible; // => ['minor', 'retired']
 * ```
 */
export function findLifeStage(facts: LifeStageFacts, options: LifeStageOptions): SegmentAssignment {
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const adultAge = checkInteger(options.adultAge ?? 18, 'options.adultAge', { min: 0, max: 150 });
  checkObject(facts, 'facts');
  const age = facts.birthDate === undefined ? null : ageOf(facts.birthDate, asOf);
  const table = options.table ?? compileSegments(lifeStageTable({ adultAge }));
  return segmentOf(lifeStageFacts(age, facts, adultAge), table);
}

function ageOf(birthDate: PlainDate, asOf: PlainDate): number {
  const path = 'facts.birthDate';
  if (parsePlainDate(birthDate, path) <= asOf) return ageOn(birthDate, asOf);
  throw new AptfolioError('inconsistent', path, `a date up to ${asOf}`, birthDate);
}

/** What the table reads, from an age and what is known about family and work. */
export function lifeStageFacts(
  age: number | null,
  { retired, dependants }: LifeStageFacts,
  adultAge: number,
): SegmentFacts {
  if (retired !== undefined) checkBoolean(retired, 'facts.retired');
  return {
    age,
    retired: retired === undefined ? 'not-stated' : retired ? 'yes' : 'no',
    minorDependants: dependants === undefined ? null : hasMinor(dependants, adultAge),
  };
}

function hasMinor(dependants: readonly { readonly age: number }[], adultAge: number): boolean {
  const path = 'facts.dependants';
  const ages = checkList<{ readonly age: number }>(dependants, path).map((dependant, index) => {
    const where = at(path, index);
    return checkRange(checkObject(dependant, where).age, at(where, 'age'), { min: 0, max: 150 });
  });
  return ages.some((age) => age < adultAge);
}
