import {
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../errors/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import { CIRCUMSTANCE_KINDS } from './circumstance.js';

/** Why a client may be owed special care: by age, or by circumstances. */
export const CARE_KINDS: readonly [
  'minor',
  'age-65',
  'advanced-age',
  ...typeof CIRCUMSTANCE_KINDS,
] = ['minor', 'age-65', 'advanced-age', ...CIRCUMSTANCE_KINDS];

/** Why a client may be owed special care; see `CARE_KINDS`. */
export type CareKind = (typeof CARE_KINDS)[number];

/** What special care asks for. */
export type CareConsequence =
  /** A talk with an adviser before anything is bought. */
  | { readonly kind: 'adviser-call' }
  /** More time between offer and order. */
  | { readonly kind: 'longer-consideration' }
  | { readonly kind: 'extra-warning' }
  /** Only the legal representative can act. */
  | { readonly kind: 'legal-representative' }
  /** No level above this one. */
  | { readonly kind: 'cap'; readonly level: RiskLevel };

/** How long a reason for care counts, and what follows from it. */
export interface CareRule {
  /** Months from the day on which it came up; `null` for as long as it lasts. */
  readonly months: number | null;
  readonly consequences: readonly CareConsequence[];
}

/** A bank's rules for special care. */
export interface CarePolicy {
  /** Rules that take the place of the usual ones, by kind. */
  readonly rules?: Readonly<Partial<Record<CareKind, CareRule>>>;
  /** Age from which `advanced-age` holds; without it there is no such flag. */
  readonly advancedAge?: number;
  /** Resilience is low where liquid money covers fewer months of essential spending. Default 1. */
  readonly lowResilienceBelowMonths?: number;
}

/** The rules without gaps. */
export interface ReadCarePolicy {
  readonly rules: Readonly<Record<CareKind, CareRule>>;
  readonly advancedAge: number | null;
  readonly lowResilienceBelowMonths: number;
}

const CALL = { kind: 'adviser-call' } as const;
const TIME = { kind: 'longer-consideration' } as const;
const WARNING = { kind: 'extra-warning' } as const;

/** A convention, except that nothing ends what age brings; a bank states its own. */
const RULES: Readonly<Record<CareKind, CareRule>> = {
  minor: { months: null, consequences: [{ kind: 'legal-representative' }] },
  'age-65': { months: null, consequences: [TIME, WARNING] },
  'advanced-age': { months: null, consequences: [TIME, { kind: 'cap', level: 'C3' }] },
  health: { months: 12, consequences: [CALL, TIME] },
  bereavement: { months: 12, consequences: [CALL, TIME] },
  'job-loss': { months: 6, consequences: [CALL, WARNING] },
  divorce: { months: 12, consequences: [CALL, TIME] },
  caring: { months: 12, consequences: [WARNING] },
  'sole-income': { months: 12, consequences: [WARNING] },
  'low-resilience': { months: 6, consequences: [WARNING] },
  'first-investment': { months: 12, consequences: [TIME, WARNING] },
  'limited-capability': { months: 24, consequences: [CALL, WARNING] },
};

const CONSEQUENCE_KINDS = [
  'adviser-call',
  'longer-consideration',
  'extra-warning',
  'legal-representative',
  'cap',
] as const;

/** Checks rules for special care and fills in the usual ones. */
export function readCarePolicy(policy: CarePolicy | undefined, path: string): ReadCarePolicy {
  const { rules = {}, advancedAge, lowResilienceBelowMonths = 1 } = checkObject(policy ?? {}, path);
  const where = at(path, 'rules');
  const own = Object.entries(checkObject(rules, where)).map(
    ([kind, rule]) =>
      [checkOneOf(kind, where, CARE_KINDS), readRule(rule, at(where, kind))] as const,
  );
  return {
    rules: { ...RULES, ...Object.fromEntries(own) },
    advancedAge:
      advancedAge === undefined
        ? null
        : checkInteger(advancedAge, at(path, 'advancedAge'), { min: 0, max: 150 }),
    lowResilienceBelowMonths: checkRange(
      lowResilienceBelowMonths,
      at(path, 'lowResilienceBelowMonths'),
      { min: 0 },
    ),
  };
}

function readRule(rule: unknown, path: string): CareRule {
  const { months, consequences } = checkObject(rule, path);
  return {
    months:
      months === null ? null : checkInteger(months, at(path, 'months'), { min: 1, max: 1200 }),
    consequences: checkList<unknown>(consequences, at(path, 'consequences')).map((one, index) =>
      readConsequence(one, at(at(path, 'consequences'), index)),
    ),
  };
}

function readConsequence(given: unknown, path: string): CareConsequence {
  const { kind, level } = checkObject(given, path);
  const checked = checkOneOf(kind, at(path, 'kind'), CONSEQUENCE_KINDS);
  if (checked !== 'cap') return { kind: checked };
  return { kind: checked, level: checkOneOf(level, at(path, 'level'), RISK_LEVELS) };
}
