import type { Rule } from '../compile/rules.js';
import type { OpenProgram } from './open-program.js';
import type { RuleBook } from './rule-book.js';

/**
 * Whether a rule may give way only as far as 0: a floor of at least 0 also says that the asset is not to be sold short, and that is
 * no matter of more or less.
 */
function endsAtZero({ limits }: RuleBook, rule: Rule): boolean {
  const isFloor = rule.kind === 'min' || rule.kind === 'frozen';
  return rule.priority !== 'hard' && isFloor && limits.get(rule)! >= 0;
}

/** The program where floors of at least 0 may be broken as far as 0. */
export function withoutNewShorts(book: RuleBook, open: OpenProgram): OpenProgram {
  const upper = open.program.upper.slice();
  const room = new Map<Rule, number>();
  // Breaches of one floor follow each other, away from it.
  open.columns.forEach(({ asset, sign, breaks }, j) => {
    if (breaks === undefined || asset < 0 || sign > 0 || !endsAtZero(book, breaks)) return;
    const left = room.get(breaks) ?? book.limits.get(breaks)!;
    upper[j] = Math.min(upper[j]!, left);
    room.set(breaks, left - upper[j]!);
  });
  return { ...open, program: { ...open.program, upper } };
}

/** The rules that never give way: the hard ones, and of soft floors of at least 0 that nothing is sold short. */
export function firmRules(book: RuleBook): RuleBook {
  const firm = new Map<Rule, Rule>();
  const limits = new Map(book.limits);
  for (const rule of book.rules) {
    if (rule.priority === 'hard') firm.set(rule, rule);
    if (!endsAtZero(book, rule)) continue;
    const floor: Rule = { ...rule, kind: 'min', bound: 0 };
    firm.set(rule, floor);
    limits.set(floor, 0);
  }
  const floors = book.floors.map((rule) => firm.get(rule) ?? rule);
  return { ...book, rules: [...firm.values()], floors, limits };
}
