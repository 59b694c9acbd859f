import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import type { Rule } from '../compile/rules.js';
import type { LotTerms } from './discrete-rules.js';

const PATH = 'rules.lots.tolerance';

/** The largest tolerance: far beyond any bound that means something. */
const LARGEST = 1e6;

/** Kinds of rules whose bound 0 says that something is not held at all. */
const NOT_HELD: readonly string[] = ['group-max', 'short'];

/** Checks by how much lots may break rules; by the rules' names. */
export function checkTolerances(
  given: LotTerms['tolerance'],
  rules: readonly Rule[],
): ReadonlyMap<string, number> {
  if (given === undefined) return new Map();
  const loose = rules.filter(({ kind }) => kind !== 'budget' && kind !== 'frozen');
  if (typeof given === 'number') {
    const one = checkTolerance(given, PATH);
    return new Map(loose.map((rule) => [rule.name, withinSign(rule, one)]));
  }
  const byName = checkObject(given, PATH);
  const known = new Set(loose.map(({ name }) => name));
  return new Map(
    Object.entries(byName).map(([name, value]) => {
      const path = at(PATH, name);
      if (!known.has(name)) {
        const expected = 'a rule of the problem other than the budget';
        throw new AptfolioError('unknown-id', path, expected, name);
      }
      return [name, checkTolerance(value, path)];
    }),
  );
}

function checkTolerance(value: unknown, path: string): number {
  return checkRange(value, path, { min: 0, max: LARGEST });
}

/** One figure for all rules must not turn a long position into a short one, nor hold what is not to be held. */
function withinSign({ kind, bound }: Rule, tolerance: number): number {
  if (kind === 'min' && bound >= 0) return Math.min(tolerance, bound);
  if (kind === 'max' && bound <= 0) return Math.min(tolerance, 0 - bound);
  return NOT_HELD.includes(kind) && bound === 0 ? 0 : tolerance;
}
