import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import type { Rule, RuleDraft, RuleKind } from './rules.js';

/** Rules that do not give way unless they are told to. */
const FIRM: ReadonlySet<RuleKind> = new Set([
  'frozen',
  'budget',
  'budget-min',
  'budget-max',
] satisfies RuleKind[]);

/** Gives every rule its priority. Throws for the name of a rule that the problem does not have. */
export function withPriorities(
  drafts: readonly RuleDraft[],
  priorities: Readonly<Record<string, number | 'hard'>>,
): readonly Rule[] {
  const path = 'problem.priorities';
  checkObject(priorities, path);
  const known = new Set(
    drafts.flatMap(({ name, kind, subject }) => {
      // Bounds of what is frozen are known, though nothing can come of them.
      return kind === 'frozen' ? [name, `min:${subject}`, `max:${subject}`] : [name];
    }),
  );
  for (const name of Object.keys(priorities)) {
    if (!known.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'a rule of the problem', name);
    }
    if (priorities[name] !== 'hard') checkRange(priorities[name], at(path, name), { min: 0 });
  }
  return drafts.map((draft) => {
    const usual = draft.stated && !FIRM.has(draft.kind) ? 1 : 'hard';
    const own = Object.hasOwn(priorities, draft.name) ? priorities[draft.name]! : usual;
    return { ...draft, priority: own };
  });
}
