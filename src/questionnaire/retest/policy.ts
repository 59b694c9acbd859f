import { compileZone, type PlainDate, parsePlainDate, type Zone } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkText,
  renamePaths,
} from '../../errors/index.js';
import { type Citation, makeCitation } from '../../evidence/index.js';

/**
 * How often a client may be assessed, how long an assessment counts, what a changed level asks for. Dated
 * data: each rule says from when it applies, and on what it rests. Rules of one list must not overlap.
 */
export interface RetestPolicy {
  readonly id: string;
  /** The zone, an IANA name, in which an instant becomes a day. */
  readonly zone: string;
  /** How many assessments one institution may make. */
  readonly limits: readonly RetestLimit[];
  /** How long an assessment counts. */
  readonly validity: readonly ValidityRule[];
  /** Since when a level that differs from the last must be confirmed by the client. */
  readonly confirmation: readonly DatedRule[];
  /** How recent a raise of the level must be to be looked at by a person. */
  readonly raiseNotice: readonly RaiseNotice[];
}

/** A rule with the days on which it applies. */
export interface DatedRule {
  /** The first day on which it applies. */
  readonly from: PlainDate;
  /** The first day on which it no longer applies. Default: it goes on. */
  readonly to?: PlainDate;
  /** On what it rests. */
  readonly citation: Citation;
}

/** How many assessments one institution may make of one client. */
export interface RetestLimit extends DatedRule {
  /** On one day, at least 1. */
  readonly perDay: number;
  /** In any twelve months, at least 1. */
  readonly perTwelveMonths: number;
}

/** How long an assessment counts. */
export interface ValidityRule extends DatedRule {
  /** Whole calendar months, at least 1. */
  readonly months: number;
}

/** How recent a raise is noticed. */
export interface RaiseNotice extends DatedRule {
  /** Days after the raise, the last included; 0 for its own day alone. */
  readonly days: number;
}

/** A policy as it was checked, each list by date. */
export interface ReadRetestPolicy extends RetestPolicy {
  readonly dateOf: Zone['dateOf'];
}

/** Checks a policy that came from outside. */
export function readRetestPolicy(policy: RetestPolicy): ReadRetestPolicy {
  checkObject(policy, 'policy');
  const zone = renamePaths({ zone: 'policy.zone' }, () => compileZone(policy.zone));
  return {
    id: checkText(policy.id, 'policy.id'),
    zone: zone.name,
    dateOf: zone.dateOf,
    limits: readRules(policy.limits, 'policy.limits', (rule: RetestLimit, path) => ({
      perDay: checkInteger(rule.perDay, at(path, 'perDay'), { min: 1 }),
      perTwelveMonths: checkInteger(rule.perTwelveMonths, at(path, 'perTwelveMonths'), { min: 1 }),
    })),
    validity: readRules(policy.validity, 'policy.validity', (rule: ValidityRule, path) => ({
      months: checkInteger(rule.months, at(path, 'months'), { min: 1, max: 1200 }),
    })),
    confirmation: readRules(policy.confirmation, 'policy.confirmation', () => ({})),
    raiseNotice: readRules(policy.raiseNotice, 'policy.raiseNotice', (rule: RaiseNotice, path) => ({
      days: checkInteger(rule.days, at(path, 'days'), { min: 0, max: 36_600 }),
    })),
  };
}

/** The rule that applies on a day, if any. */
export function ruleOn<R extends DatedRule>(rules: readonly R[], day: PlainDate): R | undefined {
  return rules.find(({ from, to }) => from <= day && (to === undefined || day < to));
}

function readRules<R extends DatedRule>(
  rules: readonly R[],
  path: string,
  readRest: (rule: R, path: string) => Omit<R, keyof DatedRule>,
): readonly R[] {
  const read = checkList<R>(rules, path).map((rule, index) => {
    const where = at(path, index);
    checkObject(rule, where);
    return { ...readDays(rule, where), ...readRest(rule, where) } as R;
  });
  read.forEach((rule, index) => {
    const other = read.find((one) => one !== rule && overlap(one, rule) && one.from <= rule.from);
    if (other === undefined) return;
    const expected = `days of which the rule from ${other.from} has none`;
    throw new AptfolioError('inconsistent', at(at(path, index), 'from'), expected, rule.from);
  });
  return read;
}

function readDays(rule: DatedRule, path: string): DatedRule {
  const from = parsePlainDate(rule.from, at(path, 'from'));
  const to = rule.to === undefined ? undefined : parsePlainDate(rule.to, at(path, 'to'));
  if (to !== undefined && to <= from) {
    throw new AptfolioError('inconsistent', at(path, 'to'), `a date after ${from}`, to);
  }
  const citation = renamePaths({ citation: at(path, 'citation') }, () =>
    makeCitation(rule.citation),
  );
  return { from, ...(to === undefined ? {} : { to }), citation };
}

function overlap(a: DatedRule, b: DatedRule): boolean {
  return (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to);
}
