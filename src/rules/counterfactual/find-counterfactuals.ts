import { checkInteger, checkObject } from '../../errors/index.js';
import { type CompiledPack, checkCompiled } from '../compile.js';
import { decideIn } from '../decide.js';
import { readFacts } from '../evaluate/fact-book.js';
import type { Situation } from '../evaluate/situation.js';
import type { RuleFacts } from '../fact.js';
import { openRulebook, type Rulebook } from '../rulebook.js';
import type { CounterfactualOptions, Counterfactuals } from './counterfactual.js';
import { dependences } from './dependence.js';
import { goalsFrom } from './goal.js';
import { proposalsOf } from './propose.js';
import { readChangeables } from './read-changeables.js';
import { type Field, searchAll } from './search.js';
import { prepareTrials, type Trials } from './trials.js';

/**
 * Finds the smallest changes that would turn a decision round: one that is stopped to the permitted side (a block also to where
 * it is no longer forbidden), a permitted one to the stopped side. Only what declares a `change` is changed, each thing only as
 * it declares. Every answer was decided with; none of its parts does as much.
 *
 * @param facts by name, as for `decide`.
 * @returns `found`; `none` if nothing that may be changed turns it; `missing-facts` for an undetermined decision.
 * @throws AptfolioError as `decide`; `out-of-range` for an option.
 *
 * @example
 * ```ts
 * import { compilePack, describeCounterfactual, findCounterfactuals } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const facts = { 'client.age': 30, 'client.income': 100000, 'loan.amount': 40001 };
 * const found = findCounterfactuals([compilePack(pack)], facts, { asOf: '2026-03-02' });
 * found.from; // => 'block'
 * found.changes[0].becomes; // => 'allow'
 * describeCounterfactual(found.changes[0], 'en'); // => 'amount of the loan at most 40,000 CNY'
 * ```
 */
export function findCounterfactuals(
  packs: readonly CompiledPack[] | CompiledPack,
  facts: RuleFacts,
  options: CounterfactualOptions,
): Counterfactuals {
  const { asOf, setAside, most, size, budget } = readOptions(options);
  const book = openRulebook(packs, asOf);
  const situation: Situation = { book: readFacts(facts, book), memory: [] };
  const { status: from, missing } = decideIn(book, situation, setAside, false);
  if (from === 'undetermined') return Object.freeze({ status: 'missing-facts', from, missing });
  const reads = dependences(book);
  const trials = prepareTrials(book, reads, situation.book, setAside, budget);
  const field = fieldOf(checkCompiled(packs, 'packs'), book, situation, reads, trials);
  const { findings, ...searched } = searchAll(field, goalsFrom(from), size, most);
  return Object.freeze({
    status: findings.length === 0 ? 'none' : 'found',
    from,
    changes: proposalsOf(findings, most),
    searched: Object.freeze({
      facts: Object.freeze(field.changeables.map(({ name }) => name)),
      ...searched,
      decisions: trials.count(),
    }),
  });
}

interface ReadOptions extends Required<Omit<CounterfactualOptions, 'setAside'>> {
  readonly setAside: ReadonlySet<string>;
}

function readOptions(options: CounterfactualOptions): ReadOptions {
  const {
    asOf,
    setAside = [],
    most = 5,
    size = 3,
    budget = 20_000,
  } = checkObject(options, 'options') as unknown as CounterfactualOptions;
  return {
    asOf,
    setAside: new Set(setAside),
    most: checkInteger(most, 'options.most', { min: 1 }),
    size: checkInteger(size, 'options.size', { min: 1, max: 5 }),
    budget: checkInteger(budget, 'options.budget', { min: 1 }),
  };
}

/** Only what the rules that can stop something read, and the exceptions to them, can make a difference. */
function fieldOf(
  packs: readonly CompiledPack[],
  book: Rulebook,
  situation: Situation,
  reads: Field['dependences'],
  trials: Trials,
): Field {
  const stoppers = reads.filter((_, index) => {
    const outcome = book.rules[index]?.outcome;
    return outcome !== 'warn' && outcome !== 'info';
  });
  const matter = new Set(stoppers.flatMap((names) => [...names]));
  return {
    changeables: readChangeables(packs, book, situation, matter),
    dependences: reads,
    stoppers,
    trials,
  };
}
