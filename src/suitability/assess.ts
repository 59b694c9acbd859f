import type { PlainDate } from '../dates/index.js';
import { checkObject } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import {
  type CompiledPack,
  DECISION_STATUSES,
  type DecisionStatus,
  prepareDecisions,
  type RuleFacts,
} from '../rules/index.js';
import type { ConsideredCase, SuitabilityAssessment } from './assessment.js';
import { assumptions, findLaws, type LawFinder, lawsNotAtHand, resolveLaws } from './candidates.js';
import type { SuitabilityCase } from './case.js';
import { type Override, setAsideBy } from './override.js';
import { readCase, statedValue } from './read-case.js';

/** Under which law, on which day. */
export interface AssessOptions {
  readonly packs: readonly CompiledPack[];
  readonly asOf: PlainDate;
}

/**
 * Judges a sale, a recommendation, a switch or an assessment under the law and the bank's policy of a day.
 *
 * Which law applies to a product may depend on its issuer; where that is unknown every law that may apply is asked, the
 * strictest answer counts, and a notice says so.
 *
 * @throws AptfolioError for a malformed case (`case.facts.…`), packs that can not be used together, a fact of the wrong type
 * or one that no pack knows (`facts["client.level"]`), a day on which a pack can not be asked.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), article 3, for the law by
 * issuer.
 *
 * @example
 * ```ts
 * import { assessSuitability } from 'aptfolio/suitability';
 * import { compilePack } from 'aptfolio/rules';
 * import lending from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const options = { packs: [compilePack(lending)], asOf: '2026-03-02' } as const;
 * const facts = { client: { age: 17 }, loan: { amount: 5000 } };
 * assessSuitability({ facts }, options).status; // => 'block'
 * ```
 */
export function assessSuitability(
  given: SuitabilityCase,
  options: AssessOptions,
): SuitabilityAssessment {
  return prepareAssessments(options)(given);
}

/**
 * Opens the packs on a day once, to assess many cases.
 *
 * @throws AptfolioError as `assessSuitability`: for the packs and the day here, for a case where it is handed over.
 *
 * @example
 * ```ts
 * import { prepareAssessments } from 'aptfolio/suitability';
 * import { compilePack } from 'aptfolio/rules';
 * import lending from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const assess = prepareAssessments({ packs: [compilePack(lending)], asOf: '2026-03-02' });
 * const ages = [17, 30].map((age) => ({ facts: { client: { age }, loan: { amount: 5000 } } }));
 * ages.map((one) => assess(one).status); // => ['block', 'allow']
 * ```
 */
export function prepareAssessments(
  options: AssessOptions,
): (given: SuitabilityCase) => SuitabilityAssessment {
  const { packs, asOf } = checkObject(options, 'options') as unknown as AssessOptions;
  const assess = openAssessment([], { packs, asOf });
  const declared = new Set(packs.flatMap(({ pack }) => Object.keys(pack.facts)));
  return (given) => assess(readCase(given, declared));
}

/** Assesses facts by their whole names, with what was set aside so far. */
export function openAssessment(
  overrides: readonly Override[],
  { packs, asOf }: AssessOptions,
): (facts: RuleFacts) => SuitabilityAssessment {
  const decide = prepareDecisions(packs, { asOf, setAside: setAsideBy(overrides) });
  const laws = findLaws(packs);
  const tellsPurchases = packs.some(({ pack }) => Object.hasOwn(pack.facts, 'order.acquires'));
  return (given) => {
    const { facts, open, certain } = resolveLaws(given, laws);
    const considered = assumptions(open).map((assumed): ConsideredCase => {
      const assumedFacts = { ...certain, ...assumed };
      const decision = decide(assumedFacts);
      const absent = lawsNotAtHand(assumedFacts, laws);
      const status = absent.length === 0 ? decision.status : atLeastUndetermined(decision.status);
      return Object.freeze({ assumed: Object.freeze(assumed), status, decision });
    });
    const { status, decision } = strictestOf(considered);
    return Object.freeze({
      status,
      asOf,
      facts,
      decision,
      considered: Object.freeze(considered),
      overrides: Object.freeze([...overrides]),
      notices: Object.freeze([
        ...Object.entries(open).map(unknownLaw),
        ...noticesOfAbsentLaws(considered, facts, laws),
        ...(tellsPurchases ? noticeOfReduction(facts) : []),
        ...decision.notices,
      ]),
    });
  };
}

function atLeastUndetermined(status: DecisionStatus): DecisionStatus {
  return rankOf(status) < rankOf('undetermined') ? 'undetermined' : status;
}

function rankOf(status: DecisionStatus): number {
  return DECISION_STATUSES.indexOf(status);
}

function strictestOf(considered: readonly ConsideredCase[]): ConsideredCase {
  return considered.reduce((strictest, one) =>
    rankOf(one.status) > rankOf(strictest.status) ? one : strictest,
  );
}

/** A law for which no pack was given says nothing, and that is no yes. */
function noticesOfAbsentLaws(
  considered: readonly ConsideredCase[],
  facts: RuleFacts,
  laws: LawFinder,
): readonly Reason[] {
  const absent = considered.flatMap(({ assumed }) => lawsNotAtHand({ ...facts, ...assumed }, laws));
  const values = new Map<string, Set<string>>();
  for (const [fact, value] of absent) {
    values.set(fact, (values.get(fact) ?? new Set<string>()).add(value));
  }
  return [...values].map(([fact, list]) =>
    makeReason('suitability.law-not-at-hand', 'require', { fact, values: [...list] }),
  );
}

/** A purchase that is said to reduce the exposure: nothing here shows that it does, so whoever reads the record should ask. */
function noticeOfReduction(facts: RuleFacts): readonly Reason[] {
  if (statedValue(facts['order.effect']) !== 'reduce') return [];
  if (statedValue(facts['order.acquires']) === false) return [];
  return [makeReason('suitability.reduction-stated', 'info')];
}

function unknownLaw([fact, values]: [string, readonly string[]]): Reason {
  return makeReason('suitability.unknown-law', 'info', { fact, values });
}
