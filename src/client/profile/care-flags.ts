import {
  addDays,
  addMonths,
  ageOn,
  dateParts,
  isLeapYear,
  makeDate,
  type PlainDate,
} from '../../dates/index.js';
import { type Citation, makeReason, type Parameter, type Reason } from '../../evidence/index.js';
import { compareLevels, type RiskLevel } from '../../questionnaire/index.js';
import type { BalanceSheet } from '../balance-sheet/balance-sheet.js';
import type { ClientFacts } from '../view.js';
import { type CareDriver, driverOf } from './care-driver.js';
import {
  CARE_KINDS,
  type CareConsequence,
  type CareKind,
  type ReadCarePolicy,
} from './care-policy.js';
import type { Circumstance } from './circumstance.js';
import { evidence, type ProfileEvidence } from './evidence.js';
import { minorGate, specialCareGate } from './gates.js';

/** Why a client is owed special care, for how long, and what follows. */
export interface CareFlag {
  readonly kind: CareKind;
  /** `expired` and `upcoming` ones are listed and have no effect. */
  readonly status: 'active' | 'expired' | 'upcoming';
  readonly driver: ProfileEvidence & { readonly category: CareDriver };
  readonly since: PlainDate;
  /** The last day on which it counts; `null` for as long as it lasts. */
  readonly expires: PlainDate | null;
  readonly consequences: readonly CareConsequence[];
  readonly citation: Citation;
  readonly reason: Reason;
}

/** What care flags are drawn from. */
export interface CareFacts {
  readonly client: ClientFacts;
  readonly balance: BalanceSheet;
  readonly asOf: PlainDate;
}

/** The ages and rules that decide. */
export interface CareThresholds {
  readonly adultAge: number;
  readonly specialCareAge: number;
  readonly care: ReadCarePolicy;
}

/**
 * Finds why a client is owed special care: by age, by circumstances on file, by money that lasts for few months.
 * They come in the order of `CARE_KINDS`, then by day; the order of the circumstances and repeated ones have no influence.
 *
 * Source: the four drivers of vulnerability, FCA FG21/1 (2021), chapter 2; for clients of 65 and over,
 * 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), article 18.
 */
export function careFlagsOf(facts: CareFacts, thresholds: CareThresholds): readonly CareFlag[] {
  const found = [
    ...agesOf(facts, thresholds),
    ...(facts.client.circumstances ?? []).map(findingOf),
    ...lowResilience(facts, thresholds.care),
  ];
  const byText = new Map(found.map((one) => [`${one.kind} ${one.since} ${one.until ?? ''}`, one]));
  const flags = [...byText.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, finding]) => flagOf(finding, facts, thresholds));
  return Object.freeze(flags.sort((a, b) => rankOf(a.kind) - rankOf(b.kind)));
}

/** The level that active flags leave: none raises it. */
export function capLevel(
  level: RiskLevel,
  flags: readonly CareFlag[],
): { readonly level: RiskLevel; readonly reasons: readonly Reason[] } {
  const caps = flags
    .filter(({ status }) => status === 'active')
    .flatMap(({ kind, consequences }) =>
      consequences.flatMap((one) => (one.kind === 'cap' ? [{ kind, cap: one.level }] : [])),
    );
  const cap = caps.map((one) => one.cap).sort(compareLevels)[0] ?? level;
  if (compareLevels(cap, level) >= 0) return { level, reasons: [] };
  const kinds = [...new Set(caps.filter((one) => one.cap === cap).map(({ kind }) => kind))];
  return {
    level: cap,
    reasons: [makeReason('client.level-capped', 'warn', { level, cap, kinds })],
  };
}

interface Finding {
  readonly kind: CareKind;
  readonly since: PlainDate;
  readonly until?: PlainDate;
  readonly evidence: ProfileEvidence;
}

function agesOf(
  { client: { birthDate }, asOf }: CareFacts,
  { adultAge, specialCareAge, care: { advancedAge } }: CareThresholds,
): readonly Finding[] {
  const age = ageOn(birthDate, asOf);
  const known = evidence('facts', 'view.client.birthDate', birthDate);
  const from = (kind: CareKind, years: number): readonly Finding[] =>
    age < years ? [] : [{ kind, since: birthdayOf(birthDate, years), evidence: known }];
  const until = (): PlainDate => addDays(birthdayOf(birthDate, adultAge), -1);
  return [
    ...(age < adultAge
      ? [{ kind: 'minor' as const, since: birthDate, until: until(), evidence: known }]
      : []),
    ...from('age-65', specialCareAge),
    ...(advancedAge === null ? [] : from('advanced-age', advancedAge)),
  ];
}

/** As `ageOn` counts: somebody born on 29 February is a year older on 1 March of a common year. */
function birthdayOf(birthDate: PlainDate, years: number): PlainDate {
  const { year, month, day } = dateParts(birthDate, 'birthDate');
  const leapDay = month === 2 && day === 29 && !isLeapYear(year + years);
  return makeDate({ year: year + years, ...(leapDay ? { month: 3, day: 1 } : { month, day }) });
}

function findingOf(circumstance: Circumstance): Finding {
  const known = evidence('facts', 'view.client.circumstances', circumstance.kind);
  return { ...circumstance, evidence: known };
}

function lowResilience(
  { balance, asOf }: CareFacts,
  { lowResilienceBelowMonths }: ReadCarePolicy,
): readonly Finding[] {
  const months = balance.status === 'complete' ? balance.emergencyMonths : null;
  if (months === null || months >= lowResilienceBelowMonths) return [];
  const known = evidence('holdings', 'view.holdings', months);
  return [{ kind: 'low-resilience', since: asOf, evidence: known }];
}

function flagOf(
  { kind, since, until, evidence: known }: Finding,
  facts: CareFacts,
  thresholds: CareThresholds,
): CareFlag {
  const { asOf } = facts;
  const { months, consequences } = thresholds.care.rules[kind];
  const expires = until ?? (months === null ? null : addMonths(since, months));
  const { category, citation } = driverOf(kind);
  const late = expires !== null && asOf > expires;
  return Object.freeze({
    kind,
    status: late ? 'expired' : asOf < since ? 'upcoming' : 'active',
    driver: Object.freeze({ category, ...known }),
    since,
    expires,
    consequences: Object.freeze(consequences.map((one) => Object.freeze(one))),
    citation,
    reason: reasonOf(kind, { since, expires, consequences, citation }, facts, thresholds),
  });
}

function reasonOf(
  kind: CareKind,
  {
    since,
    expires,
    consequences,
    citation,
  }: Pick<CareFlag, 'since' | 'expires' | 'consequences' | 'citation'>,
  { client, asOf }: CareFacts,
  { adultAge, specialCareAge }: CareThresholds,
): Reason {
  const age = ageOn(client.birthDate, asOf);
  if (kind === 'minor') return minorGate(age, adultAge);
  if (kind === 'age-65') return specialCareGate(age, specialCareAge);
  const calls = consequences.some((one) => one.kind === 'adviser-call');
  const end: Readonly<Record<string, Parameter>> = expires === null ? {} : { expires };
  return makeReason(`client.care-${kind}`, calls ? 'refer' : 'warn', { since, ...end }, [citation]);
}

function rankOf(kind: CareKind): number {
  return CARE_KINDS.indexOf(kind);
}
