import type { PlainDate } from '../dates/index.js';
import { checkObject } from '../errors/index.js';
import { type DecisionRecord, recordDecision } from '../evidence/index.js';
import type { CurrencyCode } from '../money/index.js';
import type { CompiledPack } from '../rules/index.js';
import { decideAdvice } from './decide-advice.js';
import type { AdviceOutcome } from './outcome.js';
import { packVersions } from './pack-versions.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';
import { VERSIONS } from './versions.js';

/** A case on record: the request, what the bank brought, and what came of it. */
export type AdviceRecord<C extends CurrencyCode = CurrencyCode> = DecisionRecord<
  { readonly request: AdviceRequest<C>; readonly reference: AdviceReference },
  AdviceOutcome<C>
>;

/** The kind under which advice is recorded and replayed. */
export const ADVICE_KIND = 'advice.advise';

/** When advice is given, and what came before it. */
export interface AdviceOptions {
  readonly asOf: PlainDate;
  /** Law and policy under which the orders are checked, in the versions of the day; absent: a proposal can be made, but no order is allowed. */
  readonly packs?: readonly CompiledPack[];
  /** The record before this one in the client's chain. */
  readonly previous?: DecisionRecord;
}

/**
 * Takes one client through the whole process, from the intake to checked orders, and puts it on record.
 *
 * Completeness, risk level, profile, needs, allocation, products, costs, the goal's outlook, orders: each step is the
 * function of its own room, and nothing is computed here. The case stops at the first step that cannot go on; the
 * outcome then says where, why, and what is known up to there.
 *
 * @returns a record whose outcome is `proposed`, `incomplete`, `blocked`, `nothing-to-invest` or `not-possible`.
 * `replay` with `adviceReplayers`, or `adviceReplayersWith` the packs, gives the same outcome again to the last byte.
 * @throws AptfolioError for input that is malformed, with a path such as `request.view.holdings[2].amount` or
 * `reference.products[3].lookThrough.BOND`.
 *
 * @example
 * ```ts
 * import client from './examples/data/scenario/client.json' with { type: 'json' };
 * import market from './examples/data/scenario/capital-market-assumptions.json' with { type: 'json' };
 * import products from './examples/data/scenario/products.json' with { type: 'json' };
 * import form from './examples/data/scenario/questionnaire.json' with { type: 'json' };
 * import { advise } from 'aptfolio/advice';
 *
 * const { policy, $comment, ...assumptions } = market;
 * const reference = {
 *   completeness: { fieldWeights: client.intake.fieldWeights, threshold: 0.9 },
 *   questionnaire: form,
 *   needs: {
 *     ...client.needPolicy, incomes: [], irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
 *     debtService: [], essentialPayments: [],
 *   },
 *   assumptions, allocation: policy, products: products.products,
 *   selection: { maxLockUpDays: 90 },
 *   projection: { paths: 100, seed: 1, probability: 0.75 },
 *   orders: { residualProduct: 'P01', amountStep: '1' },
 * };
 * const request = {
 *   known: ['birthDate', 'assets'], view: client, answers: form.answers, goal: 'education', funding: 'DEMAND_CNY',
 * };
 * const { outcome } = advise(request, reference, { asOf: '2026-03-02' });
 * outcome.status; // => 'incomplete'
 * outcome.step; // => 'intake'
 * outcome.intake.nextQuestions.slice(0, 3); // => ['householdIncome', 'liabilities', 'investmentExperience']
 * ```
 */
export function advise<C extends CurrencyCode>(
  request: AdviceRequest<C>,
  reference: AdviceReference,
  options: AdviceOptions,
): AdviceRecord<C> {
  const { asOf, packs, previous } = checkObject(options, 'options') as unknown as AdviceOptions;
  const asked = packs === undefined ? { asOf } : { asOf, packs };
  const outcome = decideAdvice(request, reference, asked);
  return recordDecision({
    kind: ADVICE_KIND,
    asOf,
    inputs: { request: withoutGaps(request), reference: withoutGaps(reference) },
    outcome,
    versions: { ...VERSIONS, ...packVersions(packs) },
    ...(previous === undefined ? {} : { previous }),
  });
}

/** A field that is set to `undefined` is absent; JSON, of which a record is made, knows no other way to say so. */
function withoutGaps<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries) as T;
}
