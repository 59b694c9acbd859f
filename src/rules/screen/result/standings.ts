import type { Severity } from '../../../evidence/index.js';
import type { RuleDecision, RuleStanding } from '../../decision.js';
import { STATUS_OF, statusWhenUnknown } from '../../evaluate/rule-truth.js';
import type { Rulebook } from '../../rulebook.js';
import { DECISION_STATUSES } from '../../status.js';
import type { RuleBits } from '../machine/judge.js';
import { emptyPlanes, numberAt, type Planes, putNumber } from './planes.js';

/** A rule that bites, or of which nobody can say. */
export interface RuleHit {
  readonly rule: string;
  readonly pack: string;
  readonly outcome: Severity;
  readonly standing: 'fired' | 'unknown';
}

/** The standings that a screening keeps; in every other one a rule does nothing. */
export const KEPT_STANDINGS = ['fired', 'satisfied', 'unknown'] as const;

/** A standing that a screening keeps; see `KEPT_STANDINGS`. */
export type KeptStanding = (typeof KEPT_STANDINGS)[number];

/** The number of a standing; 0 for one in which a rule does nothing. */
export function numberOfStanding(standing: RuleStanding): number {
  return (KEPT_STANDINGS as readonly string[]).indexOf(standing) + 1;
}

/** Room for the standings of every rule of a rulebook. */
export function emptyStandings({ rules }: Rulebook, words: number): readonly Planes[] {
  return rules.map(() => emptyPlanes(words, 2));
}

/** Writes where the rules stand for a block of rows, where that is kept; nowhere for rows that failed. */
export function writeStandings(
  rules: readonly RuleBits[],
  failed: Uint32Array,
  standings: readonly Planes[],
  word: number,
  words: number,
): void {
  standings.forEach(({ bits }, rule) => {
    const [ones, twos] = bits as readonly [Uint32Array, Uint32Array];
    const { fired, satisfied, unknown } = rules[rule] as RuleBits;
    for (let at = 0; at < words; at++) {
      const good = ~(failed[at] as number);
      const open = unknown[at] as number;
      ones[word + at] = ((fired[at] as number) | open) & good;
      twos[word + at] = ((satisfied[at] as number) | open) & good;
    }
  });
}

/** Writes where the rules stand for one row. */
export function putStandings(
  standings: readonly Planes[],
  row: number,
  numberOf: (rule: number) => number,
): void {
  standings.forEach((planes, rule) => {
    putNumber(planes, row, numberOf(rule));
  });
}

/** Finds the rules that bite, and those of which nobody can say, the hardest first, then by id. */
export function hitFinder(
  { rules }: Rulebook,
  standings: readonly Planes[],
): (row: number) => readonly RuleHit[] {
  const possible = rules.flatMap(({ rule, pack, outcome }, index) => {
    const planes = standings[index] as Planes;
    const hit = { rule: rule.id, pack, outcome };
    const rank = {
      fired: STATUS_OF[outcome],
      unknown: statusWhenUnknown(outcome, rule.whenUnknown),
    };
    return (['fired', 'unknown'] as const).map((standing) => ({
      hit: Object.freeze({ ...hit, standing }),
      rank: DECISION_STATUSES.indexOf(rank[standing]),
      number: numberOfStanding(standing),
      planes,
    }));
  });
  possible.sort((a, b) => b.rank - a.rank || (a.hit.rule < b.hit.rule ? -1 : 1));
  return (row) => {
    const hits: RuleHit[] = [];
    for (const { hit, number, planes } of possible) {
      if (numberAt(planes, row) === number) hits.push(hit);
    }
    return Object.freeze(hits);
  };
}

/** The same out of a full decision. */
export function hitsOf({ findings }: RuleDecision): readonly RuleHit[] {
  const hits = findings.flatMap(({ rule, pack, outcome, standing }) => {
    const matters = standing === 'fired' || standing === 'unknown';
    return matters ? Object.freeze({ rule, pack, outcome, standing }) : [];
  });
  return Object.freeze(hits);
}
