import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';

/** A pattern to look for in a control chart, as data. Only periods without a gap between them count as in a row. */
export type RunRule =
  | {
      readonly id: string;
      /** `points` out of `of` periods in a row lie more than `sigmas` standard deviations from the centre, on one side. */
      readonly kind: 'beyond';
      readonly points: number;
      readonly of: number;
      readonly sigmas: number;
    }
  | {
      readonly id: string;
      /** `trend`: `points` in a row each above, or each below, the one before; `alternating`: up and down by turns. */
      readonly kind: 'trend' | 'alternating';
      readonly points: number;
    }
  | {
      readonly id: string;
      /** `points` in a row all within, or all outside, `sigmas` standard deviations, on either side. */
      readonly kind: 'within' | 'outside';
      readonly points: number;
      readonly sigmas: number;
    };

/** The kinds of run rule. */
export const RUN_RULE_KINDS = ['beyond', 'trend', 'alternating', 'within', 'outside'] as const;

/** The longest run that a rule may ask for. */
const LONGEST = 100;

function beyond(id: string, points: number, of: number, sigmas: number): RunRule {
  return Object.freeze({ id, kind: 'beyond', points, of, sigmas });
}

/**
 * The four rules of the Western Electric Company.
 *
 * Source: Statistical Quality Control Handbook, Western Electric (1956), on tests for unnatural patterns; NIST/SEMATECH e-Handbook, 6.3.2.
 */
export const WESTERN_ELECTRIC_RULES: readonly RunRule[] = Object.freeze([
  beyond('western-electric-1', 1, 1, 3),
  beyond('western-electric-2', 2, 3, 2),
  beyond('western-electric-3', 4, 5, 1),
  beyond('western-electric-4', 8, 8, 0),
]);

/**
 * Nelson's eight tests.
 *
 * Source: L. S. Nelson, The Shewhart Control Chart — Tests for Special Causes, Journal of Quality Technology 16
 * (1984) 237–239.
 */
export const NELSON_RULES: readonly RunRule[] = Object.freeze([
  beyond('nelson-1', 1, 1, 3),
  beyond('nelson-2', 9, 9, 0),
  Object.freeze<RunRule>({ id: 'nelson-3', kind: 'trend', points: 6 }),
  Object.freeze<RunRule>({ id: 'nelson-4', kind: 'alternating', points: 14 }),
  beyond('nelson-5', 2, 3, 2),
  beyond('nelson-6', 4, 5, 1),
  Object.freeze<RunRule>({ id: 'nelson-7', kind: 'within', points: 15, sigmas: 1 }),
  Object.freeze<RunRule>({ id: 'nelson-8', kind: 'outside', points: 8, sigmas: 1 }),
]);

/**
 * Nelson's tests 1, 2, 3, 5 and 6: a point beyond the limits, nine on one side, six rising or falling, two of three
 * beyond two standard deviations, four of five beyond one. Each further rule adds false alarms.
 */
export const DEFAULT_RUN_RULES: readonly RunRule[] = Object.freeze(
  NELSON_RULES.filter(({ id }) => !/[478]$/.test(id)),
);

/** Checks rules that came from outside. */
export function readRunRules(value: unknown, path: string): readonly RunRule[] {
  const ids = new Set<string>();
  return checkList<unknown>(value, path, { maxLength: 50 }).map((entry, index) => {
    const rule = readRunRule(entry, at(path, index));
    if (ids.has(rule.id)) {
      throw new AptfolioError(
        'duplicate-id',
        `${at(path, index)}.id`,
        'an id not used before',
        rule.id,
      );
    }
    ids.add(rule.id);
    return rule;
  });
}

function readRunRule(value: unknown, path: string): RunRule {
  const rule = checkObject(value, path);
  const id = checkText(rule.id, at(path, 'id'), 100);
  const kind = checkOneOf(rule.kind, at(path, 'kind'), RUN_RULE_KINDS);
  const least = { beyond: 1, within: 2, outside: 2, trend: 2, alternating: 3 }[kind];
  const points = checkInteger(rule.points, at(path, 'points'), { min: least, max: LONGEST });
  if (kind === 'trend' || kind === 'alternating') return { id, kind, points };
  const lowest = kind === 'beyond' ? { min: 0 } : { exclusiveMin: 0 };
  const sigmas = checkRange(rule.sigmas, at(path, 'sigmas'), { ...lowest, max: 10 });
  if (kind !== 'beyond') return { id, kind, points, sigmas };
  const of = checkInteger(rule.of, at(path, 'of'), { min: points, max: LONGEST });
  return { id, kind, points, of, sigmas };
}
