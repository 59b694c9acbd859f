import { at } from '../../errors/index.js';
import type { Scorer } from '../compile.js';
import type { Condition } from '../condition.js';
import { branchesOf } from '../enumerate/branches.js';
import { readsIn } from '../scoring/condition-reads.js';
import type { Context } from '../scoring/context.js';
import type { PlannedRule, ScoringPlan } from '../scoring/plan.js';
import { checkSurroundings } from '../scoring/surroundings.js';
import { finding, type LintFinding } from './finding.js';

/** Rules on answers alone that hold for no completion, or for every one. */
export function lintRules({ plan }: Scorer): readonly LintFinding[] {
  const rules = plan.rules.filter(({ rule }) => readsOnlyOptions(plan, rule.when));
  if (rules.length === 0) return [];
  const seen = rules.map(() => new Set<boolean | null>());
  noteTruths({ ...plan, rules }, seen);
  return rules.flatMap(({ rule, kind }, index) => {
    const truths = seen[index]!;
    if (truths.size !== 1 || truths.has(null)) return [];
    const code = truths.has(true)
      ? 'questionnaire.lint-rule-always'
      : 'questionnaire.lint-rule-never';
    return [finding(at(LISTS[kind], placeOf(plan, kind, rule.id)), code, { rule: rule.id })];
  });
}

const LISTS = {
  'knock-out': 'definition.knockOuts',
  ceiling: 'definition.ceilings',
  control: 'definition.controls',
} as const;

function placeOf({ rules }: ScoringPlan, kind: PlannedRule['kind'], id: string): number {
  return rules.filter((rule) => rule.kind === kind).findIndex(({ rule }) => rule.id === id);
}

function noteTruths(plan: ScoringPlan, seen: readonly Set<boolean | null>[]): void {
  const surroundings = checkSurroundings({});
  for (const reading of branchesOf(plan, {}, surroundings)) {
    const context: Context = { plan, reading, surroundings, standing: null, rank: null };
    for (let r = 0; r < seen.length; r++) seen[r]!.add(plan.rules[r]!.evaluate(context));
  }
}

function readsOnlyOptions({ items, indexOf }: ScoringPlan, condition: Condition): boolean {
  return readsIn(condition).every(
    (read) =>
      'points' in read ||
      ('answer' in read && items[indexOf.get(read.answer)!]!.stretches !== null),
  );
}
