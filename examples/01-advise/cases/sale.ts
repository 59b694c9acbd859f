import type { CaseFact, SuitabilityCase } from 'aptfolio/suitability';
import { CLIENT_FACTS, HISTORY_FACTS, productFacts } from '../facts.js';
import type { CaseContext } from './case.js';

type Facts = Readonly<Record<string, CaseFact | undefined>>;

/** What differs from an ordinary purchase by the example's client. */
export interface SaleChange extends Pick<SuitabilityCase, 'action' | 'replaces'> {
  readonly client?: Facts;
  readonly history?: Facts;
  readonly product?: Facts;
  readonly order?: Facts;
}

/** For a product that a wealth subsidiary issued, whoever did in the scenario. */
export const AS_WEALTH_PRODUCT: Facts = { issuerKind: 'wealth-subsidiary' };

/** Everything that the bank's systems fill in for a purchase that the client asks for, with what differs. */
export function saleOf(
  { inputs, outcome, universe, level }: CaseContext,
  id: string,
  { action = 'buy', replaces, ...change }: SaleChange = {},
): SuitabilityCase {
  const { issuerRisk, distributorRisk } = universe.byId[id]!;
  return {
    action,
    ...(replaces === undefined ? {} : { replaces }),
    facts: {
      client: {
        ...CLIENT_FACTS,
        birthDate: inputs.request.view.client.birthDate,
        riskLevel: level,
        assessedOn: outcome.assessment.assessedOn,
        ...change.client,
      },
      history: { ...HISTORY_FACTS, ...change.history },
      product: {
        issuerKind: productFacts(id).issuerKind,
        issuerRisk,
        sellerRisk: distributorRisk,
        private: false,
        ...change.product,
      },
      order: { solicited: false, ...change.order },
    },
  };
}

/** The same with what only the bank's own policy reads. */
export function saleUnderPolicy(
  context: CaseContext,
  id: string,
  { client, product, ...change }: SaleChange,
  household: { readonly financialAssets?: CaseFact },
): SuitabilityCase {
  const { request } = context.inputs;
  const goal = request.view.goals.find((one) => one.id === request.goal);
  const { holdingYears, diversified } = productFacts(id);
  const sale = saleOf(context, id, {
    ...change,
    client: { horizonYears: goal?.years, ...client },
    product: { holdingYears, diversified, ...product },
  });
  return {
    ...sale,
    facts: { ...sale.facts, household, portfolio: { productValue: 0 } },
  };
}
